import Domain
import Storage
import Syndication
import Templating

extension Visit {
    /// A name for something of this site that holds everywhere and for ever (RFC 4151).
    func universalName(_ name: String) -> String {
        let host = app.settings.baseURL.split(separator: "/").dropFirst().first?.prefix { $0 != ":" } ?? ""
        let authority = host.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
        return "tag:\(authority.isEmpty ? "localhost" : authority),2026:\(name)"
    }

    /// What subscribers read of `event`; nil for what another event says better.
    func item(for event: FeedEvent) -> Feed.Item? {
        guard let telling = telling(event) else { return nil }
        let promise = event.answerDue.map {
            paragraph(HTML(escaping: wording.text("feeds.promise", ["date": .text(wording.date($0))])))
        }
        let body = telling.body + (promise ?? HTML(trusted: "")) + placeLine(of: event)
        return Feed.Item(
            identifier: universalName(telling.name), title: telling.title,
            address: app.settings.baseURL + telling.path, published: event.happenedAt.seconds,
            updated: event.changedAt.seconds, author: telling.author, summary: telling.summary,
            content: body.markup, categories: [event.challengeTitle])
    }

    /// What subscribers of a theme read of something that was said under one of its prompts.
    func item(for contribution: Contribution, in theme: Theme) -> Feed.Item {
        let page = address.prompt(contribution.prompt, contribution.promptText, of: theme)
        let told = headline(of: contribution, in: theme)
        let place =
            link(contribution.promptText, to: page) + HTML(trusted: " · ")
            + link(theme.title(in: language), to: address.theme(theme))
        return Feed.Item(
            identifier: universalName("comment:\(contribution.comment)"), title: told.title,
            address: app.settings.baseURL + told.path,
            published: contribution.writtenAt.seconds, updated: contribution.writtenAt.seconds,
            author: wording.name(of: contribution.author),
            summary: told.summary,
            content: (Markdown.html(contribution.text) + paragraph(place)).markup,
            categories: [theme.title(in: language)])
    }

    /// What a page tells of something that was said under a prompt, and where.
    func headline(of contribution: Contribution, in theme: Theme) -> (
        title: String, path: String, summary: String
    ) {
        (
            wording.text(
                contribution.isOfficial ? "feeds.item.contribution.official" : "feeds.item.contribution",
                ["title": .text(contribution.promptText)]),
            address.prompt(contribution.prompt, contribution.promptText, of: theme)
                + "#comment-\(contribution.comment)",
            Markdown.summary(contribution.text, limit: 300)
        )
    }

    /// What a page tells of `event`, and where it happened; nil for what another event says better.
    func headline(of event: FeedEvent) -> (title: String, path: String, summary: String)? {
        telling(event).map { ($0.title, $0.path, $0.summary) }
    }

    /// An event in the words of one language.
    private struct Telling {
        /// Kind and number: the same in every language, whatever becomes of titles.
        let name: String
        let title: String
        let path: String
        let author: String
        let summary: String
        let body: HTML
    }

    private func telling(_ event: FeedEvent) -> Telling? {
        let challenge = event.challenge
        let wording = wording
        switch event.kind {
        case .challengeAnnounced:
            return tellChallenge(event, "challenge:\(challenge)", "feeds.item.challenge", event.text)
        case .resultsPublished:
            return tellChallenge(
                event, "results:\(challenge)", "feeds.item.results", wording.text("feeds.results.about"),
                fragment: "#results")
        case .phaseOpened(.followUp, _, _):
            // What matters in it is said by the results and the decisions.
            return nil
        case .phaseOpened(let kind, let number, let close):
            let word = wording.phaseWord(kind, in: event.blueprint)
            return tellChallenge(
                event, "phase:\(challenge).\(number)", "feeds.item.phase",
                invitation(to: kind, until: close, in: event.blueprint),
                phase: wording.text("feeds.opened.\(word)"))
        case .closingSoon(let kind, let number, let close):
            // A phase that is prolonged closes anew: that is news, and another item.
            let day = wording.iso(close).prefix(10)
            return tellChallenge(
                event, "closing:\(challenge).\(number).\(day)", "feeds.item.three-days",
                invitation(to: kind, until: close, in: event.blueprint))
        case .challengeChanged(let change, let kind, let moves):
            return tell(event, change: change, kind, moves)
        case .ideaSubmitted:
            return tellIdea(event, "idea", "feeds.item.idea", author: wording.name(of: event.author))
        case .ideaRevised:
            return tellIdea(
                event, "revision", "feeds.item.revision", author: wording.name(of: event.author))
        case .commented(let comment, let stance, let isOfficial):
            let word = isOfficial ? "comments.official" : "comments.stance.\(stance.rawValue)"
            return tellIdea(
                event, "comment:\(comment)", "feeds.item.comment", author: wording.name(of: event.author),
                label: wording.text(word, ["insurer": .text(app.settings.insurer)]),
                fragment: "#comment-\(comment)")
        case .milestoneDone(let milestone, let title):
            return tellIdea(
                event, "milestone:\(milestone)", "feeds.item.milestone", author: app.settings.insurer,
                label: title, fragment: "#follow-up")
        case .rewarded(let reward, let offer):
            return tellIdea(
                event, "reward:\(reward)", "feeds.item.reward", author: app.settings.insurer,
                label: RewardView(offer, wording: wording).name, fragment: "#history")
        case .draftPublished(let version):
            return tell(event, version: version)
        case .clarificationAsked(let question, _):
            return tellIdea(
                event, "question:\(question)", "feeds.item.question", author: app.settings.insurer,
                fragment: "#history")
        case .clarificationAnswered(let question):
            return tellIdea(
                event, "clarification:\(question)", "feeds.item.clarification",
                author: wording.name(of: event.author), fragment: "#history")
        case .merged(let merge, let title, let isUndone):
            let (name, key) =
                isUndone ? ("separation", "feeds.item.separation") : ("merge", "feeds.item.merge")
            return tellIdea(
                event, "\(name):\(merge)", key, author: app.settings.insurer, label: title,
                fragment: "#history")
        case .decided(let decision, let code):
            return tellIdea(
                event, "decision:\(decision)", "feeds.item.decision", author: app.settings.insurer,
                label: wording.text("ideas.decision.\(code.rawValue)"), fragment: "#history")
        }
    }

    /// What one can do in a phase, and for how long.
    private func invitation(to kind: Phase.Kind, until close: Timestamp?, in blueprint: Blueprint) -> String {
        guard let close, [.ideas, .votes, .ideasAndVotes].contains(kind) else {
            return wording.about(kind, in: blueprint)
        }
        let word = wording.phaseWord(kind, in: blueprint)
        return wording.text("feeds.until.\(word)", ["date": .text(wording.dateAndTime(close))])
    }

    /// What changed about a challenge, why, and from which dates to which.
    private func tell(
        _ event: FeedEvent, change: ChallengeEventID, _ kind: ChallengeEvent.Kind, _ moves: [PhaseMove]
    ) -> Telling {
        let sentences = moves.flatMap { wording.sentences(on: $0, in: event.blueprint) }
        let items = sentences.reduce(HTML(trusted: "")) { list, sentence in
            list + HTML(trusted: "<li>") + HTML(escaping: sentence) + HTML(trusted: "</li>\n")
        }
        let list = sentences.isEmpty ? items : HTML(trusted: "<ul>\n") + items + HTML(trusted: "</ul>\n")
        let reason =
            event.text.isEmpty
            ? wording.text(kind.sentence) : Markdown.summary(event.text, limit: 300)
        return Telling(
            name: "change:\(change)",
            title: wording.text(
                "feeds.item.change",
                [
                    "title": .text(event.challengeTitle),
                    "label": .text(wording.text("challenges.event.\(kind.rawValue)")),
                ]),
            path: address.challenge(event.challenge, event.challengeTitle) + "#changes",
            author: app.settings.insurer, summary: reason,
            body: (event.text.isEmpty ? paragraph(HTML(escaping: reason)) : Markdown.html(event.text)) + list)
    }

    /// What a version of the draft changed.
    private func tell(_ event: FeedEvent, version: Int) -> Telling {
        Telling(
            name: "draft:\(event.challenge).\(version)",
            title: wording.text(
                "feeds.item.version",
                ["title": .text(event.challengeTitle), "number": .number(version)]),
            path: address.challenge(event.challenge, event.challengeTitle) + "/versions/\(version)",
            author: app.settings.insurer, summary: Markdown.summary(event.text, limit: 300),
            body: Markdown.html(event.text))
    }

    private func tellChallenge(
        _ event: FeedEvent, _ name: String, _ key: String, _ sentence: String, phase: String = "",
        fragment: String = ""
    ) -> Telling {
        Telling(
            name: name,
            title: wording.text(key, ["title": .text(event.challengeTitle), "phase": .text(phase)]),
            path: address.challenge(event.challenge, event.challengeTitle) + fragment,
            author: app.settings.insurer, summary: sentence,
            body: paragraph(HTML(escaping: sentence)))
    }

    private func tellIdea(
        _ event: FeedEvent, _ name: String, _ key: String, author: String, label: String = "",
        fragment: String = ""
    ) -> Telling? {
        guard let idea = event.idea, let title = event.ideaTitle else { return nil }
        // A step of which nothing more is said is told by its name.
        let text = event.text.isEmpty ? label : event.text
        return Telling(
            name: name == "idea" ? "idea:\(idea)" : name,
            title: wording.text(key, ["title": .text(title), "label": .text(label)]),
            path: address.idea(idea, title) + fragment, author: author,
            summary: Markdown.summary(text, limit: 300), body: Markdown.html(text))
    }

    /// Where it happened, with links: a reader shows items of many sites, far from their pages.
    private func placeLine(of event: FeedEvent) -> HTML {
        let challenge = link(
            event.challengeTitle, to: address.challenge(event.challenge, event.challengeTitle))
        guard let idea = event.idea, let title = event.ideaTitle else { return paragraph(challenge) }
        return paragraph(link(title, to: address.idea(idea, title)) + HTML(trusted: " · ") + challenge)
    }

    private func paragraph(_ content: HTML) -> HTML {
        HTML(trusted: "<p>") + content + HTML(trusted: "</p>\n")
    }

    private func link(_ text: String, to path: String) -> HTML {
        HTML(trusted: "<a href=\"") + HTML(escaping: path) + HTML(trusted: "\">") + HTML(escaping: text)
            + HTML(trusted: "</a>")
    }
}
