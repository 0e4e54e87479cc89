import Domain
import HTTP
import HTTPTypes
import Templating
import Testing

@testable import Site

@Suite struct GalleryTests {
    @Test("in development, the gallery shows components and leads to every page, in both languages")
    func gallery() async throws {
        let town = try await Town(isDevelopment: true)
        for language in ["fr", "en"] {
            let sheet = try await town.visitor().open("/\(language)/gallery")
            #expect(sheet.status == 200)
            // A text that is missing shows its key.
            #expect(!sheet.source.contains(".field."))
            let links = try sheet.root().all("a").compactMap { $0.attributes["href"] }
            for name in GalleryPage.names { #expect(links.contains("/\(language)/gallery/\(name)")) }
        }
        #expect(try await town.visitor().open("/fr/gallery/nothing").status == 404)
        #expect(try await town.visitor().open("/fr/gallery/errors-429").status == 429)
    }

    @Test("every page of the gallery is there, in both languages, and opens no session")
    func samples() async throws {
        let town = try await Town(isDevelopment: true)
        let sampleTown = try await town.app.gallery.town(like: town.app.settings)
        for sample in Sample.all {
            let path = sample.path(sampleTown.places).prefix { $0 != "?" }
            let segments = ["fr"] + path.split(separator: "/").map(String.init)
            guard case .found = town.app.find(.get, segments) else { continue }
            for language in ["fr", "en"] {
                let sheet = try await town.visitor().open("/\(language)/gallery/\(sample.name)")
                let response = sheet.response
                #expect(!sheet.source.contains(".field."), "\(sample.name)")
                let usual = sample.name == "invitations-closed" ? [410] : [200]
                let expected = sample.form == nil ? usual : [200, 422, 429]
                #expect(expected.contains(response.status.code), "\(sample.name) \(response.status)")
                #expect(response.headers[.setCookie] == nil)
            }
        }
    }

    @Test("files are the last thing in a form: of one that is cut off, what was typed came before")
    func filesLast() async throws {
        let town = try await Town(isDevelopment: true)
        var forms = 0
        for name in GalleryPage.names {
            let sheet = try await town.visitor().open("/fr/gallery/\(name)")
            for form in Element.parse(sheet.bytes)?.all("form") ?? [] {
                let fields = form.all { ["input", "textarea", "select"].contains($0.name) }
                guard let first = fields.firstIndex(where: { $0.attributes["type"] == "file" }) else {
                    continue
                }
                forms += 1
                let after = fields[first...].filter { $0.attributes["type"] != "file" }
                #expect(after.compactMap { $0.attributes["name"] } == [], "\(name)")
            }
        }
        #expect(forms >= 5)
    }

    @Test("every template of a page has a sample in the gallery", arguments: App.pages.map { $0.template })
    func complete(template: String) {
        let name = template.replacing("/", with: "-")
        guard template != GalleryPage.template, template != ErrorPage.template else { return }
        #expect(GalleryPage.names.contains { $0.hasPrefix(name) }, "\(template) has no sample")
    }

    @Test("outside of development there is no gallery")
    func hidden() async throws {
        #expect(try await Town().visitor().open("/fr/gallery").status == 404)
        #expect(try await Town().visitor().open("/fr/gallery/home-index").status == 404)
    }
}
