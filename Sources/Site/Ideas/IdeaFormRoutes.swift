import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    @Sendable static func showNewIdea(_ visit: Visit) async throws -> Response {
        try await visit.showNewIdea()
    }

    /// Submits the idea, or only keeps it, or attaches or takes away files: the button that was pressed says which.
    @Sendable static func submitIdea(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.writer()
        var typed = TypedIdea(try visit.form())
        let store = visit.app.store
        do {
            let (asked, kept) = try await visit.look { look in
                let challenge = try look.challenge(id)
                try heed(challenge.submissionRefusal(for: look.viewer, at: look.now))
                let known = try look.particulars(ofDraft: try look.draft(in: id), in: challenge)
                return (try look.questions(of: challenge), known.entries)
            }.value
            if visit.request.isCut { typed.complete(with: kept) }
            if let file = typed.removed {
                try await store.detach(file, by: member, at: visit.now)
                return try await visit.showNewIdea(typed)
            }
            let sent = try await visit.sentFiles(for: asked, describedAs: typed.description, by: member)
            if !sent.files.isEmpty {
                try await store.attach(
                    sent.files, with: typed.content, entries: typed.entries, toDraftIn: id, by: member,
                    at: visit.now)
            }
            guard sent.problems.isEmpty else { throw Refusal.invalid(sent.problems) }
            if typed.isAttaching { return try await visit.showNewIdea(typed.withoutDescription) }
            if typed.isDraft {
                _ = try await store.saveDraft(
                    typed.content, entries: typed.entries, in: id, agreeing: typed.agrees, by: member,
                    at: visit.now)
                return visit.redirect(to: visit.request.path, saying: .draftSaved)
            }
            if typed.isComplaint {
                let complaint = try await store.complain(
                    typed.content, in: id, by: member, at: visit.now,
                    deadlines: visit.app.time.deadlines(forReceiptAt: visit.now))
                return visit.redirect(to: visit.address.complaint(complaint))
            }
            let (content, entries) = try visit.admit(
                typed.content, typed.entries, to: asked, answer: typed.answer)
            try await visit.acceptRules(typed.regulation, of: id, by: member)
            if !typed.hasSeenSimilar,
                let step = try await visit.stepBeforeSubmission(
                    content, entries: entries, answer: typed.answer, in: id, by: member)
            {
                return step
            }
            let idea = try await store.submitIdea(
                content, entries: entries, in: id, agreeing: typed.agrees, by: member, at: visit.now)
            return visit.redirect(to: visit.address.idea(idea, content.title) + "/receipt")
        } catch Refusal.invalid(let problems) {
            try await keep(typed, in: id, by: member, visit)
            return try await visit.showNewIdea(typed, problems)
        }
    }

    /// Keeps as a draft what was refused as an idea, so that leaving the page loses nothing; what is too long stays on
    /// the page alone.
    private static func keep(
        _ typed: TypedIdea, in challenge: ChallengeID, by member: MemberID, _ visit: Visit
    )
        async throws
    {
        guard !typed.isDraft, !typed.isEmpty else { return }
        do {
            _ = try await visit.app.store.saveDraft(
                typed.content, entries: typed.entries, in: challenge, agreeing: typed.agrees, by: member,
                at: visit.now)
        } catch Refusal.invalid {}
    }

    @Sendable static func showIdeaEdit(_ visit: Visit) async throws -> Response {
        try await visit.showIdeaEdit()
    }

    @Sendable static func editIdea(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let member = try await visit.writer()
        var typed = TypedIdea(try visit.form())
        let store = visit.app.store
        do {
            let (asked, kept) = try await visit.look { look in
                let (idea, challenge) = try look.ideaInChallenge(id)
                try heed(idea.editRefusal(for: look.viewer, in: challenge, at: look.now))
                let known = try look.particulars(of: idea, in: challenge)
                return (try look.questions(of: challenge), known.entries)
            }.value
            if visit.request.isCut { typed.complete(with: kept) }
            if let file = typed.removed {
                try await store.detach(file, by: member, at: visit.now)
                return try await visit.showIdeaEdit(typed)
            }
            let sent = try await visit.sentFiles(for: asked, describedAs: typed.description, by: member)
            if !sent.files.isEmpty { try await store.attach(sent.files, to: id, by: member, at: visit.now) }
            guard sent.problems.isEmpty else { throw Refusal.invalid(sent.problems) }
            if typed.isAttaching { return try await visit.showIdeaEdit(typed.withoutDescription) }
            let (content, entries) = try visit.admit(
                typed.content, typed.entries, to: asked, answer: typed.answer)
            try await store.editIdea(
                id, to: content, entries: entries, agreeing: typed.agrees, by: member, at: visit.now)
            return visit.redirect(to: visit.address.idea(id, content.title), saying: .ideaEdited)
        } catch Refusal.invalid(let problems) {
            return try await visit.showIdeaEdit(typed, problems)
        }
    }
}

extension Visit {
    fileprivate func showNewIdea(_ typed: TypedIdea? = nil, _ problems: [Problem] = []) async throws
        -> Response
    {
        let id: ChallengeID = try identifier("challenge")
        let seen = try await look { look in
            let challenge = try look.challenge(id)
            let draft = try look.draft(in: id)
            return (
                challenge: challenge, draft: draft, record: try look.authorRecord(),
                particulars: try look.particulars(ofDraft: draft, in: challenge),
                agrees: try draft.map { try look.agreesToOpening($0.id) } ?? false,
                regulation: try look.regulationNumber(of: id),
                accepted: try look.regulationAcceptance(in: id)
            )
        }
        let challenge = seen.value.challenge
        let present = address.newIdea(in: challenge)
        if let refusal = challenge.submissionRefusal(for: seen.viewer, at: now) {
            if refusal == .signInRequired { return askToSignIn(returningTo: present) }
            throw refusal
        }
        if request.method == .get, let moved = redirectIfMoved(to: present) { return moved }
        let particulars = seen.value.particulars
        let rules = RegulationField(
            seen.value.regulation, accepted: seen.value.accepted,
            isChosen: typed?.regulation == seen.value.regulation, in: challenge, problems: problems,
            for: self)
        let page = IdeaFormPage(
            typed
                ?? TypedIdea(
                    seen.value.draft?.content, entries: particulars.entries, agrees: seen.value.agrees),
            problems, in: challenge, action: present, draft: seen.value.draft, isSubmitted: false,
            record: seen.value.record, particulars: particulars, regulation: rules, for: self)
        return show(
            page, to: seen, in: .challenges, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// Accepts the rules in force with the idea that is sent, once. Throws `Refusal.invalid` if they were not ticked.
    fileprivate func acceptRules(_ number: Int?, of id: ChallengeID, by member: MemberID) async throws {
        let (current, accepted) = try await look {
            (try $0.regulationNumber(of: id), try $0.regulationAcceptance(in: id)?.number)
        }.value
        guard let current, accepted != current else { return }
        guard number == current else { throw Refusal.invalid("regulation", .notConfirmed) }
        try await app.store.acceptRegulation(current, in: language, of: id, by: member, at: now)
    }

    fileprivate func showIdeaEdit(_ typed: TypedIdea? = nil, _ problems: [Problem] = []) async throws
        -> Response
    {
        let id: IdeaID = try identifier("idea")
        let seen = try await look { look in
            let found = try look.ideaInChallenge(id)
            return (
                found: found, record: try look.authorRecord(),
                particulars: try look.particulars(of: found.idea, in: found.challenge),
                agrees: try look.agreesToOpening(id)
            )
        }
        let (idea, challenge) = seen.value.found
        if let refusal = idea.editRefusal(for: seen.viewer, in: challenge, at: now) {
            if refusal == .signInRequired { return askToSignIn(returningTo: request.path) }
            throw refusal
        }
        if idea.visibility == .draft, typed == nil {
            return .redirect(to: address.newIdea(in: challenge), .found)
        }
        let present = address.edit(idea)
        if request.method == .get, let moved = redirectIfMoved(to: present) { return moved }
        let particulars = seen.value.particulars
        let page = IdeaFormPage(
            typed
                ?? TypedIdea(idea.content, entries: particulars.entries, agrees: seen.value.agrees),
            problems, in: challenge, action: present, draft: nil, isSubmitted: true,
            record: seen.value.record, particulars: particulars, for: self)
        return show(
            page, to: seen, in: .challenges, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}
