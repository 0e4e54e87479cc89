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
    static let all: [Sample] = [
        everybody, challenges, reserved, drafts, contests, ideas, particulars, voting, juries, accounts,
        desk, dashboard, moderation, integrity, funds, effects, practices, rewards, points,
    ].flatMap(\.self)

    private static let reserved: [Sample] = [
        Sample("following-index", .member) { _ in "/following" },
        Sample("following-index-none", .juror) { _ in "/following" },
        Sample("following-index-kind", .member) { _ in "/following?kind=milestones" },
        Sample(
            "challenges-form-segment", .manager,
            form: [
                ("estimate", "yes"), ("audience", "segment"), ("product", "Habitation"),
                ("title", "Après la tempête"),
            ]
        ) { _ in "/challenges/new?blueprint=openCall" },
        Sample("invitations-index", .manager) { "/challenges/\($0.invited)/invitations" },
        Sample("invitations-index-refused", .manager, form: [("emails", "personne")]) {
            "/challenges/\($0.invited)/invitations"
        },
        Sample("invitations-index-made", .manager, form: [("emails", "ami@exemple.fr, amie@exemple.fr")]) {
            "/challenges/\($0.invited)/invitations"
        },
        Sample("invitations-show") { "/invitations/\($0.invitation)" },
        Sample("invitations-closed") { "/invitations/\($0.usedInvitation)" },
        Sample("invitations-show-member", .neighbour) { "/invitations/\($0.invitation)" },
        Sample("segments-portfolio", .administrator) { _ in "/administration/portfolio" },
        Sample(
            "segments-portfolio-refused", .administrator,
            form: [
                ("scope", "whole"),
                ("table", "email;product;region;agency\npersonne;Auto;;\na@exemple.fr;;;\n"),
            ]
        ) { _ in "/administration/portfolio" },
        Sample("feeds-index-member", .member) { _ in "/feeds" },
        Sample("feeds-personal", .member, form: [("challenge", "")]) { _ in "/feeds/personal" },
    ]

    private static let everybody: [Sample] = [
        Sample("home-index") { _ in "" },
        Sample("themes-index") { _ in "/themes" },
        Sample("themes-show") { "/themes/\($0.theme)" },
        Sample("themes-prompt", .member) { "/themes/\($0.theme)/prompts/\($0.prompt)" },
        Sample("themes-prompt-refused", .member, form: [("stance", "reply"), ("comment", "?")]) {
            "/themes/\($0.theme)/prompts/\($0.prompt)/comments"
        },
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
    ]

    private static let challenges: [Sample] = [
        Sample("challenges-index") { _ in "/challenges" },
        Sample("challenges-index-none") { _ in "/challenges?state=draft" },
        Sample("challenges-index-archived") { _ in "/challenges?state=archived" },
        Sample("challenges-show-archived", .manager) { "/challenges/\($0.archived)" },
        Sample("challenges-archive", .manager) { "/challenges/\($0.done)/archive" },
        Sample("challenges-show-open") { "/challenges/\($0.open)" },
        Sample("challenges-show-vote", .member) { "/challenges/\($0.voting)" },
        Sample("challenges-show-study") { "/challenges/\($0.studied)" },
        Sample("challenges-show-results") { "/challenges/\($0.done)" },
        Sample("challenges-show-to-come") { "/challenges/\($0.toCome)" },
        Sample("challenges-show-reserved", .member) { "/challenges/\($0.reserved)" },
        Sample("challenges-show-invited", .manager) { "/challenges/\($0.invited)" },
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

    private static let drafts: [Sample] = [
        Sample("challenges-show-draft-review") { "/challenges/\($0.review)" },
        Sample("challenges-show-draft-review-member", .member) { "/challenges/\($0.review)" },
        Sample("challenges-show-draft-review-newcomer", .juror) { "/challenges/\($0.review)" },
        Sample("challenges-form-draft-review", .manager) { _ in "/challenges/new?blueprint=draftReview" },
        Sample("drafts-version") { "/challenges/\($0.review)/versions/2" },
        Sample("drafts-version-first") { "/challenges/\($0.review)/versions/1" },
        Sample("drafts-form", .manager) { "/challenges/\($0.review)/versions/new" },
        Sample(
            "drafts-form-refused", .manager,
            form: [
                ("act", "compare"), ("base", "2"),
                (
                    "draft",
                    "La franchise est de **90 euros** par sinistre.\n\nLe vol est déclaré sous deux jours ouvrés."
                ),
            ]
        ) { "/challenges/\($0.review)/versions/new" },
    ]

    private static let contests: [Sample] = [
        Sample("challenges-show-contest") { "/challenges/\($0.contest)" },
        Sample("challenges-show-contest-results") { "/challenges/\($0.closedContest)" },
        Sample("challenges-show-contest-opening", .manager) { "/challenges/\($0.closedContest)" },
        Sample("challenges-form-contest", .manager) { _ in "/challenges/new?blueprint=contest" },
        Sample("challenges-form-skeleton", .manager, form: [("skeleton", "fr")]) { _ in
            "/challenges/new?blueprint=suggestionBox"
        },
        Sample("ideas-form-solution", .neighbour) { "/challenges/\($0.contest)/ideas/new" },
        Sample("ideas-receipt-sealed", .member) { "/ideas/\($0.sealedIdea)/receipt" },
        Sample("ideas-show-sealed", .member) { "/ideas/\($0.sealedIdea)" },
        Sample("ideas-show-sealed-juror", .juror) { "/ideas/\($0.sealedIdea)" },
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
        Sample("versions-index") { "/ideas/\($0.votedIdea)/versions" },
        Sample("versions-index-late") { "/ideas/\($0.sharedIdea)/versions" },
        Sample("authorship-show", .member) { "/ideas/\($0.sharedIdea)/authors" },
        Sample("authorship-show-guest", .newcomer) { "/ideas/\($0.sharedIdea)/authors" },
        Sample(
            "authorship-show-refused", .member, form: [("act", "invite"), ("pseudonym", "Personne")]
        ) { "/ideas/\($0.sharedIdea)/authors" },
        Sample("ideas-show-shared", .member) { "/ideas/\($0.sharedIdea)" },
        Sample("merging-form", .manager) { "/desk/ideas/\($0.sharedIdea)/merge" },
        Sample("merging-form-refused", .manager, form: [("target", "12-9999"), ("reason", "Oui.")]) {
            "/desk/ideas/\($0.sharedIdea)/merge"
        },
        Sample("merging-form-standing", .manager) { "/desk/ideas/\($0.mergedIdea)/merge" },
        Sample("ideas-show-merged", .manager) { "/ideas/\($0.askedIdea)" },
        Sample("clarifications-question", .manager) { "/desk/ideas/\($0.waitingIdea)/question" },
        Sample("clarifications-question-refused", .manager, form: [("question", "Quoi ?")]) {
            "/desk/ideas/\($0.waitingIdea)/question"
        },
        Sample("clarifications-answer", .member) { "/ideas/\($0.askedIdea)/clarification" },
        Sample("clarifications-answer-refused", .member, form: [("answer", "")]) {
            "/ideas/\($0.askedIdea)/clarification"
        },
        Sample("ideas-show-asked") { "/ideas/\($0.askedIdea)" },
        Sample("ideas-receipt", .member) { "/ideas/\($0.ownIdea)/receipt" },
        Sample("ideas-withdraw", .member) { "/ideas/\($0.ownIdea)/withdraw" },
    ]

    private static let particulars: [Sample] = [
        Sample("challenges-show-asking") { "/challenges/\($0.asking)" },
        Sample("challenges-form-questions", .manager) { "/challenges/\($0.asking)/edit" },
        Sample("attachments-challenge", .manager) { "/challenges/\($0.asking)/files" },
        Sample("attachments-challenge-none", .manager) { "/challenges/\($0.draft)/files" },
        Sample("attachments-challenge-refused", .manager, form: [("act", "cover")]) {
            "/challenges/\($0.asking)/files"
        },
        Sample("ideas-form-questions", .neighbour) { "/challenges/\($0.asking)/ideas/new" },
        Sample("ideas-form-questions-files", .newcomer) { "/ideas/\($0.answeredIdea)/edit" },
        Sample("ideas-show-questions") { "/ideas/\($0.answeredIdea)" },
        Sample("ideas-show-questions-manager", .manager) { "/ideas/\($0.answeredIdea)" },
        Sample("desk-answer-questions", .manager) { "/desk/ideas/\($0.answeredIdea)" },
        Sample("moderation-file-questions", .moderator) { "/desk/moderation/idea-\($0.answeredIdea)" },
    ]

    private static let voting: [Sample] = [
        Sample("voting-page-grades", .member) { "/challenges/\($0.graded)/ballot" },
        Sample("voting-page-graded", .newcomer) { "/challenges/\($0.graded)/ballot" },
        Sample("voting-page-tokens", .member) { "/challenges/\($0.tokens)/ballot" },
        Sample("voting-page-duel", .member) { "/challenges/\($0.compared)/ballot" },
        Sample("voting-page-supports", .member) { "/challenges/\($0.voting)/ballot" },
        Sample("voting-page-closed", .newcomer) { "/challenges/\($0.funded)/ballot" },
        Sample("voting-page-none", .neighbour) { "/challenges/\($0.graded)/ballot" },
        Sample("voting-costs", .manager) { "/desk/challenges/\($0.funded)/costs" },
        Sample("ideas-show-grade", .member) { "/ideas/\($0.gradedIdea)" },
        Sample("recount-show-funded") { "/challenges/\($0.funded)/results" },
        Sample("recount-show-supports") { "/challenges/\($0.done)/results" },
        Sample("recount-check") { "/challenges/\($0.funded)/recount" },
        Sample("recount-check-open") { "/challenges/\($0.graded)/recount" },
        Sample("recount-check-refused", form: [("receipt", "7KQF")]) { "/challenges/\($0.funded)/recount" },
    ]

    private static let juries: [Sample] = [
        Sample("jury-bench", .juror) { "/desk/jury/\($0.judged)" },
        Sample("jury-bench-none", .juror) { "/desk/jury/\($0.contest)" },
        Sample("jury-card", .juror) { "/desk/jury/\($0.judged)/\($0.openCard)" },
        Sample("jury-card-done", .juror) { "/desk/jury/\($0.judged)/\($0.scoredIdea)" },
        Sample("jury-card-aside", .rewardOfficer) { "/desk/jury/\($0.judged)/\($0.judgedIdea)" },
        Sample("jury-card-refused", .juror, form: [("act", "aside"), ("recusal", "Non")]) {
            "/desk/jury/\($0.judged)/\($0.openCard)"
        },
        Sample("jury-show", .manager) { "/desk/challenges/\($0.judged)/jury" },
        Sample("jury-show-none", .manager) { "/desk/challenges/\($0.studied)/jury" },
        Sample("jury-show-refused", .manager, form: []) { "/desk/challenges/\($0.judged)/jury" },
        Sample("jury-idea", .manager) { "/desk/challenges/\($0.judged)/jury/\($0.judgedIdea)" },
        Sample("jury-rules", .manager) { "/desk/challenges/\($0.studied)/jury/rules" },
        Sample(
            "jury-rules-refused", .manager,
            form: [("criteria", "1"), ("criterion-0-name", "É"), ("criterion-0-weight", "lourd")]
        ) { "/desk/challenges/\($0.studied)/jury/rules" },
        Sample("recount-show-jury") { "/challenges/\($0.closedContest)/results" },
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
        Sample("desk-messages", .manager) { "/desk/challenges/\($0.studied)/messages" },
        Sample(
            "desk-messages-preview", .manager,
            form: [
                ("act", "preview"), ("chosen", "Bravo : nous vous appelons cette **semaine**."),
                ("others", "Votre idée a été lue deux fois, et elle a nourri celle qui est retenue."),
            ]
        ) { "/desk/challenges/\($0.studied)/messages" },
        Sample("desk-messages-refused", .manager, form: [("chosen", "Bravo."), ("others", "")]) {
            "/desk/challenges/\($0.studied)/messages"
        },
        Sample("desk-messages-told", .manager) { "/desk/challenges/\($0.done)/messages" },
        Sample("administration-roles", .administrator) { _ in "/administration/roles" },
    ]

    private static let dashboard: [Sample] = [
        Sample("dashboard-index", .manager) { _ in "/desk/dashboards" },
        Sample("dashboard-show", .manager) { "/challenges/\($0.done)/dashboard" },
        Sample("dashboard-show-vote", .manager) { "/challenges/\($0.voting)/dashboard" },
        Sample("dashboard-show-new", .manager) { "/challenges/\($0.toCome)/dashboard" },
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
