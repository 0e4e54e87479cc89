import Domain
import Storage
import Testing

@testable import Site

@Suite struct SimilarityTests {
    private static let text =
        "Un petit appareil sonne\n\ndès la *première* goutte, chez soi ou au loin."
    private static let title = "Des détecteurs sous les éviers"

    @Test("somebody who sends what another proposed is shown it first, and may send it all the same")
    func step() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: town.manager())
        _ = try await town.idea(in: challenge, by: town.person("Ajonc"))
        let author = try await town.person("Bruyère")
        let form = try await author.open("/fr/challenges/\(challenge)/ideas/new")
        let step = try await form.press("Déposer mon idée", typing: ["title": Self.title, "text": Self.text])
        #expect(step.status == 200)
        #expect(try step.text().contains("Ces idées ressemblent à la vôtre"))
        #expect(try step.text().contains("Très proche\u{A0}: «\u{A0}détecteur\u{A0}», «\u{A0}évier\u{A0}»"))
        #expect(try step.links("Un détecteur sous chaque évier").count == 1)
        let back = try await step.follow("Revenir à mon texte")
        let area = try #require(try back.root().all("textarea").first)
        #expect(area.rawText == Self.text)
        let receipt = try await step.press("Déposer mon idée quand même")
        #expect(receipt.target.hasSuffix("/receipt"))
        let page = try await receipt.follow("Voir mon idée")
        #expect(page.source.contains("<em>première</em> goutte, chez"))
        let list = try await author.open("/fr/challenges/\(challenge)")
        #expect(try list.links(Self.title).count == 1)
    }

    @Test("another's idea is supported instead, and the draft stays")
    func support() async throws {
        let town = try await Town()
        let both = Schedule([Phase(kind: .ideasAndVotes, opensAt: town.now, closesAt: town.now + .days(20))])
        let challenge = try await town.challenge(by: town.manager(), schedule: both)
        _ = try await town.idea(in: challenge, by: town.person("Ajonc"))
        let author = try await town.person("Bruyère")
        let form = try await author.open("/fr/challenges/\(challenge)/ideas/new")
        let step = try await form.press("Déposer mon idée", typing: ["title": Self.title, "text": Self.text])
        let supported = try await step.press("Soutenir")
        #expect(try supported.has(button: "Retirer mon soutien"))
        let again = try await author.open("/fr/challenges/\(challenge)/ideas/new")
        #expect(try again.root().first { $0.attributes["id"] == "title" }?.attributes["value"] == Self.title)
    }

    @Test(
        "nobody is held up by what is only on the same subject, by their own idea, or in a sealed challenge")
    func unhindered() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let author = try await town.person("Bruyère")
        let open = try await town.challenge(by: manager)
        let sealed = try await town.challenge("Un concours", by: manager, blueprint: .contest)
        _ = try await town.idea(in: open, by: author)
        _ = try await town.idea(in: sealed, by: manager)
        _ = try await town.idea("Un détecteur de fumée offert", in: open, by: manager)
        for challenge in [open, sealed] {
            let form = try await author.open("/fr/challenges/\(challenge)/ideas/new")
            let receipt = try await form.press(
                challenge == sealed ? "Déposer ma solution" : "Déposer mon idée",
                typing: ["title": Self.title, "text": Self.text])
            #expect(receipt.target.hasSuffix("/receipt"))
        }
    }

    @Test("what resembles a title that is being typed can be asked for, by those who may submit")
    func whileTyping() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: town.manager())
        _ = try await town.idea(in: challenge, by: town.person("Ajonc"))
        let author = try await town.person("Bruyère")
        let form = try await author.open("/fr/challenges/\(challenge)/ideas/new")
        let place = try #require(try form.root().first { $0.attributes["data-similar"] != nil })
        let href = try #require(place.attributes["data-similar"])
        let found = try await author.open(href + "?title=detecteur+evier")
        let similar = try #require(try found.root().first { $0.attributes["id"] == "similar" })
        #expect(similar.text.contains("Un détecteur sous chaque évier"))
        #expect(try await author.open(href + "?title=%22%29+OR").text().contains("Aucune idée ne ressemble"))
        #expect(try await author.open(href).status == 200)
    }
}
