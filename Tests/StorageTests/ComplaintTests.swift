import Domain
import Testing

@testable import Storage

@Suite struct ComplaintTests {
    private static func deadlines(from day: Double) -> ComplaintDeadlines {
        ComplaintDeadlines(acknowledgeBefore: Town.day(day + 14), answerBefore: Town.day(day + 60))
    }

    @Test(
        "what is passed on as a complaint is read by its author and those who follow it up, and by nobody else"
    )
    func redirected() async throws {
        try await Town.live { town in
            let challenge = try await town.challenge(.suggestionBox)
            let author = try await town.citizen("Ana")
            let idea = try await town.idea("Mon dossier oublié", by: author, in: challenge)
            let other = try await town.citizen("Bob")
            let juror = try await town.official("Jurée", .juror, for: challenge)
            let moderator = try await town.official("Modératrice", .moderator, for: challenge)
            let stranger = try await refusal {
                _ = try await town.store.redirectAsComplaint(
                    .idea(idea), by: other.id, at: Town.day(2), deadlines: Self.deadlines(from: 2))
            }
            #expect(stranger == .forbidden(.authorOnly))
            let complaint = try await town.store.redirectAsComplaint(
                .idea(idea), by: moderator.id, at: Town.day(2), deadlines: Self.deadlines(from: 2))
            for person in [nil, other, juror] {
                let seen = try await town.look(as: person, at: Town.day(3)) { try $0.everything() }
                #expect(seen.showing("Mon dossier oublié") == [])
            }
            let own = try await town.look(as: author) { try $0.complaint(complaint) }
            #expect(own.title == "Mon dossier oublié")
            #expect(try await town.look(as: author) { try $0.ideaDetail(idea).complaint } == complaint)
            let again = try await refusal {
                _ = try await town.store.redirectAsComplaint(
                    .idea(idea), by: author.id, at: Town.day(3), deadlines: Self.deadlines(from: 3))
            }
            #expect(again == .conflict(.alreadyComplaint))
        }
    }

    @Test("the register has the delay first that ends first, and says which are late")
    func clocks() async throws {
        try await Town.live { town in
            let challenge = try await town.challenge(.suggestionBox)
            let author = try await town.citizen("Ana")
            func complain(_ title: String, on day: Double) async throws -> ComplaintID {
                try await town.store.complain(
                    IdeaContent(title: title, text: "Trois courriers, et aucune réponse."), in: challenge,
                    by: author.id, at: Town.day(day), deadlines: Self.deadlines(from: day))
            }
            let old = try await complain("Ancienne", on: 1)
            _ = try await complain("Récente", on: 10)
            let handler = town.mayor
            try await town.store.advanceComplaint(old, to: .acknowledged, by: handler.id, at: Town.day(5))
            let early = try await town.look(as: handler, at: Town.day(20)) { try $0.complaints().items }
            #expect(early.map(\.title) == ["Récente", "Ancienne"])
            #expect(early.map { $0.isLate(at: Town.day(20)) } == [false, false])
            #expect(early.map { $0.isLate(at: Town.day(30)) } == [true, false])
            let count = try await town.look(as: handler, at: Town.day(70)) { try $0.complaintCount(limit: 9) }
            #expect(count == WaitingCount(all: 2, late: 2))
            try await town.store.advanceComplaint(old, to: .answered, by: handler.id, at: Town.day(50))
            let backwards = try await refusal {
                try await town.store.advanceComplaint(
                    old, to: .acknowledged, by: handler.id, at: Town.day(51))
            }
            #expect(backwards == .conflict(.complaintOutOfOrder))
            let answered = try await town.look(as: handler) { try $0.complaints(answered: true).items }
            #expect(answered.map(\.title) == ["Ancienne"])
            let own = try await refusal {
                try await town.store.advanceComplaint(
                    old, to: .answered, by: author.id, at: Town.day(51))
            }
            #expect(own == .forbidden(.staffOnly))
        }
    }

    @Test("a complaint written in the form of an idea takes the draft along and is never public")
    func written() async throws {
        try await Town.live { town in
            let challenge = try await town.challenge(.suggestionBox)
            let author = try await town.citizen("Ana")
            let content = IdeaContent(title: "Un prélèvement double", text: "Deux fois la même somme.")
            _ = try await town.store.saveDraft(content, in: challenge, by: author.id, at: Town.day(1))
            _ = try await town.store.complain(
                content, in: challenge, by: author.id, at: Town.day(2), deadlines: Self.deadlines(from: 2))
            #expect(try await town.number("SELECT count(*) FROM idea") == 0)
            #expect(try await town.look(as: nil) { try $0.everything() }.showing("prélèvement") == [])
        }
    }
}
