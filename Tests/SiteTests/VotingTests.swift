import Domain
import HTTP
import HTTPTypes
import Testing

@testable import Site

@Suite struct VotingTests {
    private func scene() async throws -> (town: Town, author: Browser, challenge: ChallengeID, idea: IdeaID) {
        let town = try await Town()
        let challenge = try await town.challenge(by: town.manager(), quota: 2)
        let author = try await town.person("Ajonc")
        let idea = try await town.idea(in: challenge, by: author)
        return (town, author, challenge, idea)
    }

    @Test("a member supports an idea, sees it, takes it back; counts stay hidden until the close")
    func support() async throws {
        let (town, _, challenge, id) = try await scene()
        town.wait(.days(21))
        let member = try await town.person("Bruyère")
        let page = try await member.open("/fr/ideas/\(id)").press("Soutenir")
        #expect(page.status == 200)
        #expect(page.target.hasSuffix("#ballot-\(id)"))
        #expect(try page.text().contains("Votre soutien est enregistré."))
        #expect(try page.text().contains("Vous soutenez cette idée"))
        #expect(try page.text().contains("Il vous reste 1 soutien."))
        for browser in [member, town.visitor()] {
            for path in ["/fr/ideas/\(id)", "/fr/challenges/\(challenge)"] {
                #expect(try await !browser.open(path).source.contains("class=\"tally\""))
            }
        }
        let without = try await page.press("Retirer mon soutien")
        #expect(try without.has(button: "Soutenir"))
        _ = try await without.press("Soutenir")
        town.wait(.days(10))
        let after = try await town.visitor().open("/fr/ideas/\(id)")
        #expect(try after.text().contains("1 soutien"))
        #expect(try !after.has(button: "Soutenir"))
    }

    @Test("pressing the same button twice is one support")
    func twice() async throws {
        let (town, _, _, id) = try await scene()
        town.wait(.days(21))
        let page = try await town.person("Bruyère").open("/fr/ideas/\(id)")
        _ = try await page.press("Soutenir")
        #expect(try await page.press("Soutenir").status == 200)
        town.wait(.days(10))
        #expect(try await town.visitor().open("/fr/ideas/\(id)").text().contains("1 soutien"))
    }

    @Test("a support given in the list leads back to the list, as it was ordered")
    func fromTheList() async throws {
        let (town, _, challenge, id) = try await scene()
        town.wait(.days(21))
        let list = try await town.person("Bruyère").open("/fr/challenges/\(challenge)?order=discussed")
        let after = try await list.press("Soutenir")
        #expect(
            after.target
                == "/fr/challenges/\(challenge)-eviter-les-degats-des-eaux?order=discussed#ballot-\(id)")
        #expect(try after.text().contains("Vous soutenez cette idée"))
    }

    @Test("a visitor who presses the button is led to sign in, and back to the ballot")
    func visitor() async throws {
        let (town, _, _, id) = try await scene()
        town.wait(.days(21))
        let visitor = town.visitor()
        let page = try await visitor.open("/fr/ideas/\(id)")
        let form = try #require(
            try page.root().all("form").first { $0.attributes["action"]?.hasSuffix("/vote") == true })
        let response = try await visitor.exchange(
            .post, try #require(form.attributes["action"]),
            body: Array(Form(Sheet.fields(of: form).map { Form.Field(name: $0.0, value: $0.1) }).encoded.utf8)
        )
        #expect(response.status.code == 303)
        #expect(
            response.headers[.location]
                == "/fr/sign-in?next=%2Ffr%2Fideas%2F\(id)-un-detecteur-sous-chaque-evier%23ballot-\(id)")
    }

    @Test("the author, and whoever has given all their supports, is told why there is no button")
    func whyNot() async throws {
        let (town, author, challenge, first) = try await scene()
        let second = try await town.idea("Une vanne qui se ferme", in: challenge, by: author)
        let third = try await town.idea("Un bac sous le chauffe-eau", in: challenge, by: author)
        #expect(
            try await author.open("/fr/ideas/\(first)").text().contains("Le vote n’est pas encore ouvert."))
        town.wait(.days(21))
        let own = try await author.open("/fr/ideas/\(first)")
        #expect(try !own.has(button: "Soutenir"))
        #expect(try own.text().contains("C’est votre idée"))
        let member = try await town.person("Bruyère")
        let stale = try await member.open("/fr/ideas/\(third)")
        _ = try await member.open("/fr/ideas/\(first)").press("Soutenir")
        _ = try await member.open("/fr/ideas/\(second)").press("Soutenir")
        let page = try await member.open("/fr/ideas/\(third)")
        #expect(try !page.has(button: "Soutenir"))
        #expect(try page.text().contains("Vous avez donné tous vos soutiens."))
        let refused = try await stale.press("Soutenir")
        #expect(refused.status == 409)
        #expect(try refused.text().contains("Vous avez donné tous vos soutiens."))
        #expect(try await member.open("/fr/ideas/\(third)/vote").status == 200)
    }
}
