import Domain
import HTTP
import Storage
import Testing

@testable import Site

@Suite struct IntegrityTests {
    @Test(
        "a moderator sets a ring aside and counts one ballot again; its owner is told and answers; both totals are shown"
    )
    func course() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let moderator = try await town.staff("Modératrice", .moderator)
        let challenge = try await town.challenge(by: manager)
        let author = try await town.person("Auteur")
        let pushed = try await town.idea("Une idée poussée", in: challenge, by: author)
        let loved = try await town.idea("Une idée aimée", in: challenge, by: author)
        var people: [Browser] = []
        for number in 0..<17 { people.append(try await town.person("Votant \(number)")) }
        town.wait(.days(21))
        for person in people[..<7] {
            town.wait(.hours(20))
            try await town.store.castVote(on: loved, by: try person.requireMember(), at: town.now)
        }
        let ring = Array(people[7...])
        for person in ring {
            town.wait(.minutes(2))
            try await town.store.castVote(on: pushed, by: try person.requireMember(), at: town.now)
        }
        #expect(
            try await moderator.open("/fr/challenges/\(challenge)").links("Examiner l’intégrité du vote")
                .isEmpty)
        #expect(try await moderator.open("/fr/desk/challenges/\(challenge)/integrity").status == 409)
        town.wait(.days(10))
        let desk = try await moderator.open("/fr/challenges/\(challenge)").follow(
            "Examiner l’intégrité du vote")
        #expect(try desk.text().contains("Une poussée soudaine"))
        #expect(try desk.text().contains("10 votes en une heure"))
        #expect(desk.source.contains("<svg class=\"integrity-picture\""))
        for number in 0..<17 { #expect(!desk.source.contains("Votant \(number)<")) }
        let short = try await desk.press("Mettre ces bulletins de côté", typing: ["reason": "Bizarre."])
        #expect(short.status == 422)
        #expect(short.source.contains("Bizarre."))
        let reason = "Dix votes pour une seule idée en vingt minutes."
        let done = try await short.press("Mettre ces bulletins de côté", typing: ["reason": reason])
        #expect(try done.text().contains("Les bulletins sont mis de côté"))
        #expect(try done.text().contains(reason))

        let notice = try await ring[0].open("/fr/challenges/\(challenge)")
        #expect(try notice.text().contains("est mis de côté"))
        #expect(try await ring[0].open("/fr/account/ideas").text().contains("Votre bulletin est mis de côté"))
        #expect(try await !people[0].open("/fr/challenges/\(challenge)").text().contains("mis de côté"))
        let own = try await notice.follow("Lire pourquoi, et répondre")
        #expect(try own.text().contains(reason))
        let answer = "Nous étions dix à la réunion de quartier, chacun a voté sur son téléphone."
        let answered = try await own.press("Envoyer ma réponse", typing: ["appeal": answer])
        #expect(try answered.text().contains(answer))
        #expect(try await people[0].open(own.target).status == 404)

        let results = try await manager.open("/fr/desk/challenges/\(challenge)/results")
        #expect(try results.text().contains("1 personne conteste") == false)
        for idea in [pushed, loved] {
            try await town.store.decide(
                .accepted, reason: "Nous la ferons dès cette année.", publicly: false, on: idea,
                by: try manager.requireMember(), at: town.now)
        }
        #expect(try await manager.open(results.target).text().contains("1 personne conteste"))
        let read = try await moderator.open(desk.target)
        #expect(try read.text().contains(answer))
        let restored = try await read.press("Compter à nouveau")
        #expect(try restored.text().contains("Le bulletin est compté à nouveau"))
        try await town.store.publishResults(of: challenge, by: try manager.requireMember(), at: town.now)
        let outcome = try await town.visitor().open("/fr/challenges/\(challenge)/results")
        #expect(try outcome.text().contains("9 bulletins ont été mis de côté"))
        #expect(try outcome.text().contains("L’ordre aurait changé."))
        #expect(
            try await moderator.open(desk.target).source.contains("Mettre ces bulletins de côté") == false)
        let told = try await ring[1].open("/fr/challenges/\(challenge)")
        #expect(try told.text().contains("il n’a pas été compté"))
        let why = try await told.follow("Lire pourquoi")
        #expect(try why.text().contains(reason))
        #expect(!why.source.contains("<textarea"))
        #expect(try await !ring[9].open("/fr/challenges/\(challenge)").text().contains("mis de côté"))
    }
}
