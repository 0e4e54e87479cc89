import Domain
import Storage
import Testing

@testable import Site

@Suite struct PracticeTests {
    /// A community with members.
    private struct Swarm {
        let town: Town
        let members: [Browser]

        init(members count: Int) async throws {
            town = try await Town()
            let community = try await town.store.addCommunity(
                slug: "artisans", name: "Les Artisans", summary: "Des ateliers.", charter: "S’aider.",
                joinCode: "RABOT")
            var members: [Browser] = []
            for number in 1...count {
                let person = try await town.person("Atelier \(number)")
                try await town.store.join(
                    community, code: "RABOT", as: "Copeau \(number)", member: try person.requireMember(),
                    at: town.now)
                members.append(person)
            }
            self.members = members
        }

        func propose(_ typed: [String: String] = [:]) async throws -> Sheet {
            try await members[0].open("/fr/communities/artisans").follow("Pratiques de prévention").follow(
                "Proposer une pratique"
            ).press(
                "Proposer cette pratique",
                typing: [
                    "title": "Vider le seau à chiffons",
                    "does": "Chaque soir, dehors et **couvert** d’une tôle.",
                    "needs": "", "cost": "Gratuit", "takes": "Deux minutes",
                ].merging(typed) { $1 })
        }
    }

    @Test("somebody proposes, others press, and the number is told once ten do")
    func course() async throws {
        let swarm = try await Swarm(members: 11)
        let proposed = try await swarm.propose()
        #expect(try proposed.text().contains("Votre pratique est dans la liste"))
        #expect(try proposed.text().contains("Proposée par Copeau 1"))
        #expect(try proposed.text().contains("Gratuit"))
        for member in swarm.members {
            let pressed = try await member.open(proposed.target).press("Je l’applique")
            #expect(try pressed.text().contains("Vous l’appliquez depuis le"))
            #expect(try pressed.text().contains("Moins de 10 membres"))
        }
        swarm.town.wait(.days(1))
        #expect(try await swarm.members[0].open(proposed.target).text().contains("11 membres l’appliquent"))
        let left = try await swarm.members[3].open(proposed.target).press("Je ne l’applique plus")
        #expect(try left.has(button: "Je l’applique"))
        swarm.town.wait(.days(1))
        #expect(try await swarm.members[0].open(proposed.target).text().contains("11 membres l’appliquent"))
        let mine = try await swarm.members[3].open("/fr/communities/artisans/practices?show=applied")
        #expect(try mine.text().contains("Vous n’avez encore dit appliquer aucune pratique"))
    }

    @Test("what has to be mended is said beside its field, with all that was typed; then the guard speaks")
    func refused() async throws {
        let swarm = try await Swarm(members: 1)
        let refused = try await swarm.propose(["title": "Oui", "cost": "cher"])
        #expect(refused.status == 422)
        #expect(refused.source.contains("value=\"cher\"") && refused.source.contains("Chaque soir"))
        let dear = try await swarm.propose(["cost": "20000"])
        #expect(try dear.text().contains("Pas plus de"))
        let phone = try await swarm.propose(["does": "Appelez-moi au 06 12 34 56 78 avant de partir."])
        #expect(phone.status == 422)
        #expect(try phone.text().contains("06 12 34 56 78"))
    }

    @Test("to others neither the list nor a practice exists; moderators take one from the list")
    func hidden() async throws {
        let swarm = try await Swarm(members: 2)
        let proposed = try await swarm.propose()
        let moderator = try await swarm.town.staff("Marc", .moderator)
        for stranger in [swarm.town.visitor(), try await swarm.town.person("Passant")] {
            for path in ["/fr/communities/artisans/practices", proposed.target] {
                #expect(try await stranger.open(path).status == 404)
            }
        }
        let asked = try await moderator.open(proposed.target).press("Retirer de la liste")
        #expect(asked.status == 422)
        let gone = try await asked.press("Retirer de la liste", typing: ["reason": "advertising"])
        #expect(try gone.text().contains("La pratique est retirée de la liste"))
        #expect(try await swarm.members[1].open(proposed.target).status == 404)
        let own = try await swarm.members[0].open(proposed.target)
        #expect(try own.text().contains("Retirée de la liste le"))
        #expect(try !own.has(button: "Je l’applique"))
        _ = try await moderator.open(proposed.target).press("Remettre dans la liste")
        #expect(try await swarm.members[1].open(proposed.target).status == 200)
    }
}
