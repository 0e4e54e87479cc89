import Domain
import Testing

@testable import Storage

@Suite struct AttachmentTests {
    private static let picture = AttachmentContent(
        facts: AttachmentContent.Facts(
            kind: .webp, name: "croquis.png", description: "Un croquis", size: 4,
            dimensions: AttachmentContent.Dimensions(width: 40, height: 20, smallWidth: 4, smallHeight: 2)),
        whole: [1, 2, 3, 4], small: [1])

    /// An idea of Ana's with a picture, and the number of the picture.
    private static func scene(_ town: Town, _ blueprint: Blueprint = .openCall) async throws -> (
        ana: Citizen, idea: IdeaID, file: AttachmentID
    ) {
        let challenge = try await town.challenge(blueprint)
        let ana = try await town.citizen("Ana")
        let content = IdeaContent(title: "Un détecteur", text: "Un détecteur dans chaque chambre, relié.")
        try await town.store.attach(
            [NewAttachment(picture)], with: content, entries: [], toDraftIn: challenge, by: ana.id,
            at: Town.day(1))
        let idea = try await town.store.submitIdea(content, in: challenge, by: ana.id, at: Town.day(1))
        // The same form sent twice changes nothing, and leaves no draft behind.
        try await town.store.attach(
            [NewAttachment(picture)], with: content, entries: [], toDraftIn: challenge, by: ana.id,
            at: Town.day(1))
        #expect(try await town.number("SELECT count(*) FROM idea") == 1)
        let files = try await town.look(as: ana) { try $0.ideaDetail(idea).particulars.attachments }
        #expect(files.count == 1)
        return (ana, idea, try #require(files.first?.id))
    }

    private static func readers(_ town: Town, _ file: AttachmentID, _ people: [Citizen?]) async throws
        -> [Bool]
    {
        var readers: [Bool] = []
        for person in people {
            let refused = try await refusal {
                _ = try await town.look(as: person) { look in
                    let attachment = try look.attachment(file)
                    _ = try look.content(of: attachment, .small)
                    return try look.content(of: attachment, .whole)
                }
            }
            #expect(refused == nil || refused == .notFound)
            readers.append(refused == nil)
        }
        return readers
    }

    @Test("a file is read by those who read its idea: public, hidden, withdrawn")
    func visibility() async throws {
        try await Town.live { town in
            let (ana, idea, file) = try await Self.scene(town)
            let bob = try await town.citizen("Bob")
            let people = [nil, bob, ana, town.mayor]
            #expect(try await Self.readers(town, file, people) == [true, true, true, true])
            _ = try await town.store.judge(
                [.idea(idea)], .hide(.offTopic, note: ""), by: town.mayor.id, at: Town.day(2))
            #expect(try await Self.readers(town, file, people) == [false, false, true, true])
            _ = try await town.store.judge([.idea(idea)], .show, by: town.mayor.id, at: Town.day(2))
            try await town.store.withdrawIdea(idea, by: ana.id, at: Town.day(2))
            #expect(try await Self.readers(town, file, people) == [false, false, true, false])
        }
    }

    @Test("a sealed solution's file is read by its author and the jury, until the seal is broken")
    func sealed() async throws {
        try await Town.live { town in
            let (ana, _, file) = try await Self.scene(town, .contest)
            let bob = try await town.citizen("Bob")
            let juror = try await town.official("Jurée", .juror)
            #expect(
                try await Self.readers(town, file, [nil, bob, ana, juror, town.mayor])
                    == [false, false, true, true, true])
        }
    }

    @Test("a community's file, a draft's, and a staff-only answer are not for others")
    func reserved() async throws {
        try await Town.live { town in
            let swarm = try await town.community("abeilles")
            let inside = try await town.citizen("Ana")
            try await town.join(swarm, "abeilles", as: "Butineuse", inside)
            let outside = try await town.citizen("Bob")
            let call = try await town.challenge(community: swarm)
            try await town.store.setCover(Self.picture, of: call, by: town.mayor.id, at: Town.day(1))
            let cover = try await town.look(as: inside) { try $0.challengeDetail(call).cover?.id }
            #expect(
                try await Self.readers(town, try #require(cover), [nil, outside, inside, town.mayor])
                    == [false, false, true, true])
            let (challenge, questions) = try await QuestionTests.scene(town)
            try await town.store.attach(
                [NewAttachment(Self.picture, for: questions[3])], with: QuestionTests.content,
                entries: [Entry(question: questions[1], text: "3")], toDraftIn: challenge, by: inside.id,
                at: Town.day(1))
            let plan = try await town.look(as: inside) { look in
                let challenge = try look.challenge(challenge)
                let draft = try look.draft(in: challenge.id)
                return try look.particulars(ofDraft: draft, in: challenge).attachments[0].id
            }
            #expect(
                try await Self.readers(town, plan, [nil, outside, inside, town.mayor])
                    == [false, false, true, false])
            _ = try await town.store.submitIdea(
                QuestionTests.content, in: challenge, by: inside.id, at: Town.day(1))
            #expect(
                try await Self.readers(town, plan, [nil, outside, inside, town.mayor])
                    == [false, false, true, true])
        }
    }

    @Test("files are counted, taken away by those who attached them, and never more than announced")
    func counting() async throws {
        try await Town.live { town in
            let (ana, idea, file) = try await Self.scene(town)
            let bob = try await town.citizen("Bob")
            for _ in 1..<Attachment.mostOfIdea {
                try await town.store.attach(
                    [NewAttachment(Self.picture)], to: idea, by: ana.id, at: Town.day(2))
            }
            let full = try await refusal {
                try await town.store.attach(
                    [NewAttachment(Self.picture)], to: idea, by: ana.id, at: Town.day(2))
            }
            #expect(full == .invalid("files", .tooManyFiles, limit: 5))
            for (person, expected) in [
                (bob, Refusal.forbidden(.authorOnly)), (town.mayor, .forbidden(.authorOnly)),
            ] {
                #expect(
                    try await refusal {
                        try await town.store.detach(file, by: person.id, at: Town.day(2))
                    } == expected)
            }
            try await town.store.detach(file, by: ana.id, at: Town.day(2))
            #expect(try await town.number("SELECT count(*) FROM attachment") == 4)
            #expect(try await town.number("SELECT count(*) FROM attachment_content") == 8)
            let late = try await refusal {
                try await town.store.attach(
                    [NewAttachment(Self.picture)], to: idea, by: ana.id, at: Town.day(40))
            }
            #expect(late == .conflict(.editingClosed))
        }
    }

    @Test("where ideas are read first, one that gets a file waits anew")
    func readAgain() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let careful = try await town.challenge(
                .suggestionBox, moderation: ModerationRule(reviewWithinHours: 24))
            let idea = try await town.idea(by: ana, in: careful)
            _ = try await town.store.judge([.idea(idea)], .show, by: town.mayor.id, at: Town.day(2))
            try await town.store.attach([NewAttachment(Self.picture)], to: idea, by: ana.id, at: Town.day(3))
            #expect(try await town.store.awaitsModeration(idea))
        }
    }

    @Test("moderators take a file out for good: its content, name and description go, the trace stays")
    func removal() async throws {
        try await Town.live { town in
            let (ana, idea, file) = try await Self.scene(town)
            let denied = try await refusal {
                try await town.store.removeAttachment(file, because: .unlawful, by: ana.id, at: Town.day(2))
            }
            #expect(denied == .notFound)
            try await town.store.removeAttachment(
                file, because: .personalData, by: town.mayor.id, at: Town.day(2))
            #expect(try await town.number("SELECT count(*) FROM attachment_content") == 0)
            #expect(try await Self.readers(town, file, [nil, ana, town.mayor]) == [false, false, false])
            let left = try await town.look(as: nil) { try $0.ideaDetail(idea).particulars.attachments[0] }
            #expect(left.removal == Attachment.Removal(reason: .personalData, at: Town.day(2)))
            #expect(!left.content.name.contains("croquis") && left.content.description.isEmpty)
        }
    }

    @Test("a challenge has one cover, which says what it shows, and documents that its managers add")
    func challenge() async throws {
        try await Town.live { town in
            let challenge = try await town.challenge()
            let ana = try await town.citizen("Ana")
            let silent = AttachmentContent(
                facts: AttachmentContent.Facts(
                    kind: .webp, name: "a", description: " ", size: 4,
                    dimensions: Self.picture.facts.dimensions),
                whole: [1, 2, 3, 4], small: [1])
            #expect(
                try await refusal {
                    try await town.store.setCover(silent, of: challenge, by: town.mayor.id, at: Town.day(1))
                } == .invalid("alternative", .missing))
            #expect(
                try await refusal {
                    try await town.store.setCover(Self.picture, of: challenge, by: ana.id, at: Town.day(1))
                } == .forbidden(.staffOnly))
            for _ in 0..<2 {
                try await town.store.setCover(Self.picture, of: challenge, by: town.mayor.id, at: Town.day(1))
            }
            try await town.store.attach(
                QuestionTests.paper, toBriefOf: challenge, by: town.mayor.id, at: Town.day(1))
            let detail = try await town.look(as: nil) { try $0.challengeDetail(challenge) }
            #expect(detail.documents.map(\.content.name) == ["plan.pdf"])
            let listed = try await town.look(as: nil) { try $0.challenges().items[0].cover }
            #expect(listed == detail.cover && listed != nil)
            try await town.store.detach(try #require(listed?.id), by: town.mayor.id, at: Town.day(1))
            #expect(try await town.look(as: nil) { try $0.challenges().items[0].cover } == nil)
        }
    }
}
