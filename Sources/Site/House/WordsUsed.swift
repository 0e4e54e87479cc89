/// The texts of the interface that Swift code asks for, as templates tell theirs by themselves.
///
/// `essaim check` finds by them the words that are missing and those that nobody uses; a test compares them with the
/// literals in the sources, so that this list cannot lag behind.
enum WordsUsed {
    /// Every key.
    static let all: Set<String> = Set(literal).union(families.flatMap(\.keys))

    /// Keys that stand whole in the sources, room by room.
    static let literal: [String] = [
        "accounts.draft.closed", "accounts.draft.until", "accounts.draft.untitled",
        "accounts.flash.deleted", "accounts.flash.password", "accounts.flash.ready", "accounts.flash.saved",
        "accounts.flash.signed-in", "accounts.flash.signed-out", "accounts.problem.sign-in",

        "administration.field.challenge.all", "administration.field.choose", "administration.flash.given",
        "administration.flash.taken", "administration.role.administrator", "administration.role.challenge",
        "administration.role.everywhere",

        "answers.days", "answers.days-and-half", "answers.fact.late", "answers.none",

        "challenges.answered", "challenges.answered.kept", "challenges.answered.median",
        "challenges.audience.all", "challenges.audience.community",
        "challenges.date-note", "challenges.date-note.public", "challenges.field.community.all",
        "challenges.field.community.only", "challenges.field.rewardKind.none",
        "challenges.field.kind", "challenges.field.theme.choose", "challenges.filter.any",
        "challenges.filter.state",
        "challenges.filter.theme", "challenges.flash.cancelled", "challenges.flash.discarded",
        "challenges.flash.published", "challenges.flash.resumed", "challenges.flash.saved",
        "challenges.flash.suspended", "challenges.form.save", "challenges.form.save.public",
        "challenges.heading.edit", "challenges.heading.new", "challenges.lead", "challenges.lead.edit",
        "challenges.lead.new", "challenges.new", "challenges.notice.cancelled", "challenges.notice.draft",
        "challenges.notice.suspended", "challenges.opening", "challenges.opening.now", "challenges.order",
        "challenges.ideas", "challenges.move.added", "challenges.move.added.open", "challenges.move.closes",
        "challenges.move.closes.never",
        "challenges.move.opens", "challenges.order.discussed", "challenges.order.newest",
        "challenges.order.supported",
        "challenges.phase.dates", "challenges.phase.dates.day", "challenges.phase.dates.hours",
        "challenges.phase.dates.open",
        "challenges.problem.reward-kind.amount", "challenges.problem.reward-kind.nature",
        "challenges.promise", "challenges.promise.none", "challenges.quota", "challenges.quota.none",
        "challenges.act.resume.about", "challenges.sealed", "challenges.solutions",
        "challenges.solutions.sealed",
        "challenges.state.openToSolutions", "challenges.submit", "challenges.submit.solution",
        "challenges.show", "challenges.show.all", "challenges.show.mine",

        "comments.flash.published", "comments.official", "comments.officially", "comments.sign-in",

        "communities.flash.joined", "communities.flash.left", "communities.problem.code",

        "complaints.count", "complaints.due.none", "complaints.filter", "complaints.filter.answered",
        "complaints.filter.running", "complaints.flash.advanced", "complaints.flash.passed-on",
        "complaints.late", "complaints.lead.other", "complaints.lead.own", "complaints.step.acknowledge",
        "complaints.step.acknowledged", "complaints.step.answer", "complaints.step.answered",
        "complaints.step.received",

        "dates.left-days", "dates.left-hours", "dates.left-minutes",

        "desk.count", "desk.due.answered", "desk.due.days", "desk.due.late", "desk.due.none",
        "desk.due.today", "desk.field.code.choose", "desk.filter.challenge", "desk.flash.answered",
        "desk.flash.prepared", "desk.flash.results", "desk.late", "desk.lead", "desk.many",
        "desk.results.missing", "desk.results.no-winner", "desk.results.open",
        "desk.results.ready",

        "errors.404.visitor", "errors.429.next", "errors.back", "errors.stale",

        "feeds.group.challenges", "feeds.group.platform", "feeds.group.themes", "feeds.idea.about",
        "feeds.item.challenge", "feeds.item.change", "feeds.item.comment", "feeds.item.decision",
        "feeds.item.idea", "feeds.item.milestone",
        "feeds.item.phase", "feeds.item.results", "feeds.item.three-days", "feeds.platform",
        "feeds.platform.about", "feeds.promise", "feeds.results.about",

        "followup.field.of", "followup.filter", "followup.first", "followup.flash.saved", "followup.next",
        "followup.progress", "followup.state.late",

        "following.flash.begun", "following.flash.ended",

        "forms.problem-of", "forms.problem.missing-choice",

        "guard.about.health", "guard.about.mask", "guard.found",

        "home.by", "home.by.deleted", "home.title",

        "ideas.by", "ideas.by.deleted", "ideas.decision.submitted", "ideas.deleted-author", "ideas.due",
        "ideas.flash.draft",
        "ideas.flash.erased", "ideas.flash.saved", "ideas.flash.withdrawn", "ideas.heading.edit",
        "ideas.heading.new", "ideas.late", "ideas.next.answer", "ideas.next.moderation",
        "ideas.next.results", "ideas.next.vote", "ideas.notice.hidden", "ideas.blind", "ideas.number",
        "ideas.open",
        "ideas.open.vote", "ideas.receipt.follow", "ideas.receipt.follow.challenge",
        "ideas.reward", "ideas.rule.no-vote", "ideas.rule.vote", "ideas.terms", "ideas.visibility.draft",
        "ideas.visibility.hidden",
        "ideas.warning", "ideas.warning.sealed",

        "layouts.sign-in",

        "moderation.appeal.words", "moderation.beforehand", "moderation.by-reports", "moderation.count",
        "moderation.done.redirected", "moderation.due.late", "moderation.due.left",
        "moderation.field.reason.choose",
        "moderation.flash.appealed", "moderation.flash.hidden", "moderation.flash.redacted",
        "moderation.hidden.comment",
        "moderation.flash.reported", "moderation.flash.shown", "moderation.flash.withdrawn",
        "moderation.late", "moderation.outcome.hidden", "moderation.outcome.kept",
        "moderation.outcome.waiting", "moderation.outcome.withdrawn", "moderation.problem.posts",
        "moderation.promise", "moderation.standing.awaiting", "moderation.standing.gone",
        "moderation.standing.hidden", "moderation.standing.shown", "moderation.status.appealed",
        "moderation.status.confirmed", "moderation.status.reported", "moderation.trace",
        "moderation.warning", "moderation.why",

        "rewards.flash.advanced", "rewards.flash.granted", "rewards.left",

        "search.advice.fewer", "search.advice.spelling", "search.advice.words", "search.any",
        "search.corrected", "search.count", "search.count.cut", "search.feed.about", "search.kind",
        "search.kind.any", "search.partial", "search.since", "search.since.any", "search.title",
        "search.title.of",

        "similarity.reason", "similarity.some", "similarity.very", "similarity.word",

        "themes.flash.saved", "themes.heading.edit", "themes.heading.new",

        "voting.flash.given", "voting.flash.withdrawn", "voting.invitation", "voting.left",
    ]
}
