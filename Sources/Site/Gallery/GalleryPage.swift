import Domain
import HTTP
import Storage
import Templating

/// Every component of the interface, and the way to every page.
struct GalleryPage: Page {
    static let template = "gallery/index"

    let samplePages: [TitledLink]
    let pages: PagesView
    let filters: [FilterView]
    let challenges: [ChallengeRow]
    let phases: [PhaseView]
    let results: ResultsView?
    let ballots: [BallotView]
    let ideas: [IdeaRow]
    let history: [IdeaDecisionView]
    let comments: [CommentView]
    let form: GalleryForm

    static let fields: [Field<Self>] = [
        Field("samplePages") { $0.samplePages }, Field("pages") { $0.pages }, Field("filters") { $0.filters },
        Field("challenges") { $0.challenges }, Field("phases") { $0.phases }, Field("results") { $0.results },
        Field("ballots") { $0.ballots }, Field("ideas") { $0.ideas }, Field("history") { $0.history },
        Field("comments") { $0.comments }, Field("hasComments") { !$0.comments.isEmpty },
        Field("problems") { $0.form.problems }, Field("lines") { $0.form.lines },
        Field("area") { $0.form.area },
        Field("list") { $0.form.list }, Field("few") { $0.form.few }, Field("cards") { $0.form.cards },
        Field("box") { $0.form.box },
    ]

    /// The status of `errors-404`; nil for other names.
    static func errorCode(_ name: String) -> Int? {
        guard name.hasPrefix("errors-"), let code = Int(name.dropFirst(7)), Failure.worded.contains(code)
        else {
            return nil
        }
        return code
    }

    /// The names of all pages of the gallery.
    static var names: [String] { Sample.all.map(\.name) + Failure.worded.sorted().map { "errors-\($0)" } }

    /// Reads the components from the gallery's platform, in the language of `visit`.
    init(_ town: SampleTown, for visit: Visit) async throws {
        let places = town.places
        let inside = try town.visit(.member, "/\(visit.language.rawValue)/gallery")
        let seen = try await inside.look { look in
            let open = try look.challenge(places.open)
            let done = try look.challenge(places.done)
            return (
                challenges: try look.challenges().items, open: open, ideas: try look.ideas(in: open).items,
                doneIdeas: try look.ideas(in: done).items, done: done, results: try look.results(of: done),
                voting: try look.challenge(places.voting)
            )
        }
        let read = seen.value
        let wording = inside.wording
        samplePages = Self.names.map {
            TitledLink(title: $0, href: "/\(visit.language.rawValue)/gallery/\($0)")
        }
        pages = PagesView(number: 2, previousHref: "#g-rows", nextHref: "#g-rows")
        filters = [
            FilterView(
                label: wording.text("challenges.filter.state"),
                choices: [Challenge.State.openToIdeas, .openToVotes, .resultsPublished].map {
                    FilterView.Choice(
                        label: wording.text("challenges.state.\($0.rawValue)"), href: "#g-rows",
                        isCurrent: $0 == .openToVotes)
                })
        ]
        challenges = read.challenges.map { ChallengeRow($0, for: inside) }
        phases = read.voting.schedule.phases.map { PhaseView($0, of: read.voting, for: inside) }
        results = read.results.map { ResultsView($0, of: read.done, to: seen.viewer, for: inside) }
        ballots = try await Self.ballots(in: town, visit.language)
        let voting = VotingSituation(challenge: read.open, viewer: seen.viewer, supportsGiven: 0)
        let closed = VotingSituation(challenge: read.done, viewer: seen.viewer, supportsGiven: 0)
        ideas =
            read.ideas.map { IdeaRow($0, voting: voting, for: inside) }
            + read.doneIdeas.map { IdeaRow($0, voting: closed, for: inside) }
        let discussed = try await inside.look { look in
            try IdeaReading(
                places.discussedIdea, ballot: BallotPaper(supports: 0, supportsThis: false), in: look)
        }
        let whole = IdeaPage(discussed, typed: nil, feeds: nil, for: inside)
        history = whole.history
        comments = whole.comments
        form = GalleryForm(wording: wording)
    }

    /// The ballot as different people meet it: signed out, free to support, having supported, on their own idea.
    private static func ballots(in town: SampleTown, _ language: Language) async throws -> [BallotView] {
        let places = town.places
        var ballots: [BallotView] = []
        for (person, id) in [
            (SamplePerson.visitor, places.votedIdea), (.newcomer, places.votedIdea),
            (.member, places.votedIdea),
            (.neighbour, places.votedIdea), (.visitor, places.winningIdea),
        ] {
            let visit = try town.visit(person, "/\(language.rawValue)/gallery")
            let seen = try await visit.look { look in
                let (idea, challenge) = try look.ideaInChallenge(id)
                return (idea, challenge, try look.ballotPaper(on: id, in: challenge.id))
            }
            let (idea, challenge, paper) = seen.value
            let voting = VotingSituation(
                challenge: challenge, viewer: seen.viewer, supportsGiven: paper.supports)
            if let ballot = voting.ballot(on: idea, supportsThis: paper.supportsThis, for: visit) {
                ballots.append(ballot)
            }
        }
        return ballots
    }
}

/// One field of each kind, some of them refused.
struct GalleryForm: Sendable {
    let problems: ProblemSummary?
    let lines: [FieldView]
    let area: FieldView
    let list: FieldView
    let few: FieldView
    let cards: FieldView
    let box: FieldView

    init(wording: Wording) {
        let account = FormBuilder(
            room: "accounts", wording: wording, problems: [Problem(field: "email", code: .notAnAddress)])
        let idea = FormBuilder(
            room: "ideas", wording: wording,
            problems: [Problem(field: "text", code: .tooShort, limit: IdeaContent.textRule.length.lowerBound)]
        )
        let challenge = FormBuilder(room: "challenges", wording: wording)
        lines = [
            account.text("email", kind: "email", value: "camille", autocomplete: "off"),
            account.pseudonym("Camille R."),
            challenge.text("voteQuota", value: "3", hint: true, isRequired: false, isShort: true),
        ]
        area = idea.text("text", value: "Un peu court.", hint: true, maximum: 10_000)
        list = account.choice(
            "language", value: "fr", of: [("fr", "Français", nil), ("en", "English", nil)])
        few = FormBuilder(room: "comments", wording: wording).choice(
            "stance", value: "for",
            of: [Comment.Stance.for, .against, .question].map {
                ($0.rawValue, wording.text("comments.stance.\($0.rawValue)"), nil)
            }, isShort: true)
        cards = FormBuilder(room: "desk", wording: wording).choice(
            "publication", value: "now",
            of: ["now", "results"].map {
                (
                    $0, wording.text("desk.field.publication.\($0)"),
                    wording.text("desk.field.publication.\($0).hint")
                )
            })
        box = challenge.checkbox("rules", isChosen: true, hint: true)
        problems = ProblemSummary(
            list: (account.summary(of: lines)?.list ?? []) + (idea.summary(of: [area])?.list ?? []))
    }
}
