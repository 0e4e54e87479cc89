import Domain
import HTTP
import HTTPTypes

/// A page of the gallery: who opens which address, perhaps after having sent a form.
struct Sample: Sendable {
    /// The page's template, and what is particular; its address in the gallery.
    let name: String
    let person: SamplePerson
    /// Behind the language.
    let path: @Sendable (SamplePlaces) -> String
    /// What is sent there; nil to open the page only.
    var form: [(name: String, value: String)]?

    init(
        _ name: String, _ person: SamplePerson = .visitor, form: [(name: String, value: String)]? = nil,
        _ path: @escaping @Sendable (SamplePlaces) -> String
    ) {
        self.name = name
        self.person = person
        self.path = path
        self.form = form
    }

    /// The page itself.
    func answer(in town: SampleTown, _ language: Language) async throws -> Response {
        try await town.answer(
            person, form == nil ? .get : .post, "/\(language.rawValue)\(path(town.places))", form: form ?? [])
    }

    /// Every page, room by room.
    static let all: [Sample] = [everybody, challenges, ideas, accounts, desk, moderation, funds].flatMap(
        \.self)

    private static let everybody: [Sample] = [
        Sample("home-index") { _ in "" },
        Sample("themes-index") { _ in "/themes" },
        Sample("themes-show") { "/themes/\($0.theme)" },
        Sample("themes-form", .administrator) { _ in "/themes/new" },
        Sample("themes-form-refused", .administrator, form: [("title", "É")]) { "/themes/\($0.theme)/edit" },
        Sample("feeds-index") { _ in "/feeds" },
        Sample("search-index") { _ in "/search" },
        Sample("search-index-found") { _ in "/search?q=eau" },
        Sample("search-index-corrected") { _ in "/search?q=detcteur&state=openToIdeas" },
        Sample("search-index-none") { _ in "/search?q=zinzolin" },
        Sample("answers-index") { _ in "/answers" },
        Sample("followup-index") { _ in "/follow-up" },
        Sample("followup-form", .manager) { "/desk/ideas/\($0.winningIdea)/follow-up" },
        Sample("followup-form-refused", .manager, form: [("team", ""), ("milestone-0-title", "Un")]) {
            "/desk/ideas/\($0.winningIdea)/follow-up"
        },
        Sample("pages-about") { _ in "/about" },
        Sample("communities-index") { _ in "/communities" },
        Sample("communities-show") { "/communities/\($0.community)" },
        Sample("communities-show-to-join", .newcomer) { "/communities/\($0.community)" },
        Sample("communities-show-member", .member) { "/communities/\($0.community)" },
        Sample("rewards-index") { _ in "/rewards" },
        Sample("rewards-index-officer", .rewardOfficer) { _ in "/rewards" },
        Sample("rewards-grant", .rewardOfficer) { "/desk/ideas/\($0.unrewardedIdea)/reward" },
    ]

    private static let challenges: [Sample] = [
        Sample("challenges-index") { _ in "/challenges" },
        Sample("challenges-index-none") { _ in "/challenges?state=archived" },
        Sample("challenges-show-open") { "/challenges/\($0.open)" },
        Sample("challenges-show-vote", .member) { "/challenges/\($0.voting)" },
        Sample("challenges-show-study") { "/challenges/\($0.studied)" },
        Sample("challenges-show-results") { "/challenges/\($0.done)" },
        Sample("challenges-show-to-come") { "/challenges/\($0.toCome)" },
        Sample("challenges-show-suspended") { "/challenges/\($0.suspended)" },
        Sample("challenges-show-cancelled") { "/challenges/\($0.cancelled)" },
        Sample("challenges-show-draft", .manager) { "/challenges/\($0.draft)" },
        Sample("challenges-blueprints", .manager) { _ in "/challenges/new" },
        Sample("challenges-form", .manager) { _ in "/challenges/new?blueprint=openCall" },
        Sample(
            "challenges-form-refused", .manager, form: [("title", "Eau"), ("phase-0-opens", "demain")]
        ) { _ in "/challenges/new?blueprint=openCall" },
        Sample("challenges-form-change", .manager) { "/challenges/\($0.draft)/edit" },
        Sample("challenges-preview", .manager) { "/challenges/\($0.draft)/preview" },
        Sample("challenges-cancel", .manager) { "/challenges/\($0.toCome)/cancel" },
        Sample("challenges-cancel-suspend", .manager) { "/challenges/\($0.toCome)/suspend" },
        Sample("challenges-form-public", .manager) { "/challenges/\($0.open)/edit" },
        Sample("challenges-cancel-refused", .manager, form: [("reason", "Non.")]) {
            "/challenges/\($0.toCome)/cancel"
        },
    ]

    private static let ideas: [Sample] = [
        Sample("ideas-show") { "/ideas/\($0.discussedIdea)" },
        Sample("ideas-show-member", .newcomer) { "/ideas/\($0.discussedIdea)" },
        Sample("ideas-show-own", .member) { "/ideas/\($0.ownIdea)" },
        Sample("ideas-show-vote", .newcomer) { "/ideas/\($0.votedIdea)" },
        Sample("ideas-show-voted", .member) { "/ideas/\($0.votedIdea)" },
        Sample("ideas-show-winner") { "/ideas/\($0.winningIdea)" },
        Sample("ideas-show-manager", .manager) { "/ideas/\($0.waitingIdea)" },
        Sample("ideas-show-comment-refused", .newcomer, form: [("comment", "?")]) {
            "/ideas/\($0.discussedIdea)/comments"
        },
        Sample("ideas-form", .neighbour) { "/challenges/\($0.open)/ideas/new" },
        Sample("ideas-form-draft", .newcomer) { "/challenges/\($0.open)/ideas/new" },
        Sample(
            "ideas-form-refused", .juror,
            form: [("act", "submit"), ("title", "Eau"), ("text", "Trop court.")]
        ) { "/challenges/\($0.open)/ideas/new" },
        Sample("similarity-index", .newcomer) {
            "/challenges/\($0.open)/ideas/similar?title=Des+d%C3%A9tecteurs+sous+les+%C3%A9viers"
        },
        Sample(
            "similarity-index-step", .newcomer,
            form: [
                ("act", "submit"), ("title", "Des détecteurs sous les éviers"),
                ("text", "Un petit appareil qui sonne dès la première goutte, posé par soi-même."),
            ]
        ) { "/challenges/\($0.open)/ideas/new" },
        Sample("ideas-form-change", .member) { "/ideas/\($0.ownIdea)/edit" },
        Sample("ideas-receipt", .member) { "/ideas/\($0.ownIdea)/receipt" },
        Sample("ideas-withdraw", .member) { "/ideas/\($0.ownIdea)/withdraw" },
    ]

    private static let accounts: [Sample] = [
        Sample("accounts-sign-in") { _ in "/sign-in" },
        Sample(
            "accounts-sign-in-refused",
            form: [("email", "quelqu.un@gallery.example"), ("password", "pas le bon")]
        ) { _ in "/sign-in" },
        Sample("accounts-sign-up") { _ in "/sign-up" },
        Sample(
            "accounts-sign-up-refused",
            form: [("email", "personne"), ("pseudonym", "?"), ("password", "court")]
        ) { _ in "/sign-up" },
        Sample("accounts-account", .member) { _ in "/account" },
        Sample("accounts-ideas", .member) { _ in "/account/ideas" },
        Sample("accounts-ideas-none", .rewardOfficer) { _ in "/account/ideas" },
        Sample("accounts-delete", .newcomer) { _ in "/account/delete" },
    ]

    private static let desk: [Sample] = [
        Sample("desk-index", .manager) { _ in "/desk" },
        Sample("desk-index-juror", .juror) { _ in "/desk" },
        Sample("desk-index-officer", .rewardOfficer) { _ in "/desk" },
        Sample("desk-answer", .manager) { "/desk/ideas/\($0.waitingIdea)" },
        Sample("desk-answer-refused", .manager, form: [("reason", "Non.")]) {
            "/desk/ideas/\($0.waitingIdea)"
        },
        Sample("desk-results", .manager) { "/desk/challenges/\($0.studied)/results" },
        Sample("administration-roles", .administrator) { _ in "/administration/roles" },
    ]

    private static let moderation: [Sample] = [
        Sample("moderation-queue", .moderator) { _ in "/desk/moderation" },
        Sample("moderation-queue-refused", .moderator, form: [("act", "hide")]) { _ in "/desk/moderation" },
        Sample("moderation-file", .moderator) { "/desk/moderation/idea-\($0.reportedIdea)" },
        Sample("moderation-register") { _ in "/moderation" },
        Sample("moderation-report", .member) { "/posts/idea-\($0.reportedIdea)/report" },
        Sample("moderation-appeal", .neighbour) { "/posts/idea-\($0.hiddenIdea)/appeal" },
        Sample("moderation-withdraw", .member) { "/posts/comment-\($0.ownComment)/withdraw" },
        Sample("complaints-redirect", .member) { "/posts/idea-\($0.ownIdea)/complaint" },
        Sample("complaints-show", .member) { "/complaints/\($0.complaint)" },
        Sample("complaints-index", .moderator) { _ in "/desk/complaints" },
        Sample("complaints-index-answered", .moderator) { _ in "/desk/complaints?state=answered" },
        Sample("ideas-show-hidden", .neighbour) { "/ideas/\($0.hiddenIdea)" },
        Sample(
            "ideas-form-caution", .neighbour,
            form: [
                ("act", "submit"), ("title", "Un numéro à appeler"),
                ("text", "Appelez-moi au 02 61 91 45 12, je vous montre comment couper l’eau."),
            ]
        ) { "/challenges/\($0.open)/ideas/new" },
    ]
}
