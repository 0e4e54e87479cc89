import Domain
import Storage

extension WordsUsed {
    /// Keys of which a part is computed: `challenges.state.\(state.rawValue)`.
    struct Family: Sendable {
        /// What stands in the sources before the computed part.
        let prefix: String
        let keys: [String]

        init(_ prefix: String, _ middles: [String], _ suffixes: [String] = [""]) {
            self.prefix = prefix
            keys = middles.flatMap { middle in suffixes.map { prefix + middle + $0 } }
        }

        /// One key for each word of a closed list.
        init<Word: CaseIterable & RawRepresentable<String>>(
            _ prefix: String, _ type: Word.Type, _ suffixes: [String] = [""]
        ) {
            self.init(prefix, type.allCases.map(\.rawValue), suffixes)
        }
    }

    /// The names of the fields of forms, for which `FormBuilder` makes the keys; a hint is a key of its own.
    private static let fields = [
        Family("accounts.field.", ["current", "email", "language", "password", "pseudonym"]),
        Family("accounts.field.", ["new", "password", "pseudonym"], [".hint"]),
        Family("accounts.field.", ["new"]),
        Family("administration.field.", ["challenge", "role"]),
        Family(
            "challenges.field.",
            [
                "answerWithinDays", "brief", "moveReason", "question", "reason", "rewardAmount",
                "rewardNature", "rules",
                "title",
                "voteQuota", "reviewWithinHours", "hidingReports",
            ], ["", ".hint"]),
        Family("challenges.field.", ["community", "rewardKind", "theme"]),
        Family("comments.field.", ["comment", "comment.hint", "stance"]),
        Family("communities.field.", ["code", "pseudonym"]),
        Family("desk.field.", ["code", "confirm", "publication", "reason", "reason.hint"]),
        Family("followup.field.", ["done", "note", "planned", "team", "team.hint", "title"]),
        Family(
            "themes.field.",
            [
                "firstHue", "firstHue.hint", "prompts", "prompts.hint", "secondHue", "summary",
                "summaryEnglish", "title", "titleEnglish",
            ]),
        Family("ideas.field.", ["text", "title"], ["", ".hint"]),
        Family(
            "moderation.field.",
            ["reason", "note", "note.hint", "words", "words.hint", "passage", "passage.hint", "kind"]),
        Family("search.field.", ["decision", "state", "theme"]),
        Family("rewards.field.", ["rewardAmount", "rewardNature"], ["", ".hint"]),
        Family("rewards.field.", ["rewardKind"]),
    ]

    /// Every family.
    static let families: [Family] =
        fields + [
            Family("accounts.field.language.", Language.self),
            Family("accounts.trial.", Trial.Purpose.self),
            Family("answers.fact.", ["in-time", "late", "too-late", "waiting"]),
            Family("accounts.why.", ["comment", "page", "submit", "vote"]),
            Family("administration.role.", Role.self),
            Family("challenges.act.", ["cancel", "discard", "resume", "suspend"], ["", ".about"]),
            Family("challenges.blueprint.", Blueprint.self, ["", ".about", ".course"]),
            Family("challenges.check.", ["dates", "no-promise", "no-reward", "promise", "reward"]),
            Family("challenges.field.", ["closes", "opens"]),
            Family("challenges.for.", ["both", "opening", "results", "solution", "submit", "vote"]),
            Family("challenges.act.", Halt.allCases.map(\.rawValue), [".lead"]),
            Family("challenges.event.", ChallengeEvent.Kind.self),
            Family("challenges.phase.", Phase.Kind.self, ["", ".about"]),
            Family("challenges.phase.", ["solutions"], ["", ".about"]),
            Family("challenges.phases.", ["add", "lower", "raise", "remove"]),
            Family("challenges.right.", TypedPhase.rightNames.map(\.name)),
            Family("challenges.show.", ["answered", "mine", "unanswered"]),
            Family("challenges.state.", Challenge.State.self),
            Family("comments.form", ["", ".official", ".own"]),
            Family("comments.stance.", ["for", "against", "question"]),
            Family("complaints.act.", ["acknowledged", "answered"]),
            Family("complaints.column.", ComplaintsPage.columns),
            Family("complaints.due.", ["received", "acknowledged"], ["", ".late"]),
            Family("complaints.state.", Complaint.State.self),
            Family("dates.month-", (1...12).map(String.init)),
            Family("desk.field.publication.", ["now", "results"], ["", ".hint"]),
            Family("errors.", Failure.worded.map(String.init), [".heading", ".what", ".next"]),
            Family("errors.kept.", ErrorPage.Kept.names),
            Family("errors.reason.", Refusal.Reason.self),
            Family("feeds.opened.", ["deliberation", "ideas", "ideasAndVotes", "solutions", "votes"]),
            Family("feeds.until.", ["ideas", "ideasAndVotes", "solutions", "votes"]),
            Family("followup.date.", ["done", "late", "planned"]),
            Family("followup.state.", ["done", "late", "planned"]),
            Family("forms.problem.", Problem.Code.self),
            Family("guard.kind.", Guard.Kind.self),
            Family("ideas.decision.", Decision.Code.self),
            Family("ideas.decision.", ["submitted"]),
            Family("ideas.notice.", ["awaitingModeration", "draft", "hidden", "sealed", "withdrawn"]),
            Family("ideas.visibility.", Idea.Visibility.self),
            Family("moderation.act.", ["published", "kept", "restored", "hidden", "confirmed"]),
            Family("moderation.case.", CaseKind.self, [".idea", ".comment"]),
            Family("moderation.data.", Guard.Kind.self),
            Family("moderation.done.", ModerationAct.Kind.self),
            Family("moderation.entry.", ModerationAct.Kind.self, [".idea", ".comment"]),
            Family("moderation.own.", ["idea", "comment"], ["", ".gone"]),
            Family("moderation.post.", ["idea", "comment"]),
            Family("moderation.reason.", ModerationReason.self),
            Family("moderation.removed.", ["hidden", "withdrawn"]),
            Family("moderation.report.", ["idea", "comment"]),
            Family("rewards.advance.", ["delivered", "notified"]),
            Family("rewards.kind.", Reward.Kind.self),
            Family("rewards.state.", Reward.State.self),
            Family("search.kind.", SearchQuery.Kind.self),
            Family("search.one.", SearchQuery.Kind.self),
            Family("search.since.", SearchQuery.Age.self),
        ]
}
