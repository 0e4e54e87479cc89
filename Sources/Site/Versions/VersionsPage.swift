import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// What an idea said over time.
    static let versionRoutes: [Route<Action>] = [Route(.get, "/ideas/:idea/versions", showVersions)]

    @Sendable private static func showVersions(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        // What is asked for and is no number is nothing that there is.
        func number(_ name: String) throws(Refusal) -> Int? {
            guard let text = visit.request.query[name] else { return nil }
            guard let number = Int(text) else { throw .notFound }
            return number
        }
        let (shown, base) = (try number("version"), try number("since"))
        let seen = try await visit.look { try $0.ideaHistory(id, version: shown, since: base) }
        if let moved = visit.redirectIfMoved(to: visit.address.versions(of: seen.value.idea)) { return moved }
        return visit.show(VersionsPage(seen.value, for: visit), to: seen, in: .challenges)
    }
}

extension Address {
    /// What an idea said over time.
    func versions(of idea: Idea) -> String { versions(of: idea.id, idea.content.title) }

    func versions(of id: IdeaID, _ title: String) -> String { "\(self.idea(id, title))/versions" }
}

/// What an idea said over time, and what changed from one version to the next.
struct VersionsPage: Page {
    static let template = "versions/index"

    let title: String
    let href: String
    let challenge: String
    let challengeHref: String
    let versions: [VersionRow]
    let heading: String
    let isFirst: Bool
    let isTitleChanged: Bool
    let headline: [PieceView]
    let paragraphs: [ParagraphView]

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("challenge") { $0.challenge },
        Field("challengeHref") { $0.challengeHref }, Field("versions") { $0.versions },
        Field("heading") { $0.heading }, Field("isFirst") { $0.isFirst },
        Field("isTitleChanged") { $0.isTitleChanged }, Field("headline") { $0.headline },
        Field("paragraphs") { $0.paragraphs },
    ]

    init(_ history: IdeaHistory, for visit: Visit) {
        let wording = visit.wording
        let idea = history.idea
        title = idea.content.title
        href = visit.address.page(of: idea)
        challenge = history.challenge.title
        challengeHref = visit.address.challenge(history.challenge.id, history.challenge.title)
        let page = visit.address.versions(of: idea)
        versions = history.stamps.reversed().map {
            VersionRow($0, isShown: $0.number == history.shown.number, at: page, wording: wording)
        }
        let shown = history.shown
        if let base = history.base, let difference = history.difference {
            isFirst = false
            heading = wording.text(
                "versions.heading",
                ["number": .number(shown.number), "base": .number(base.number)])
            isTitleChanged = base.content.title != shown.content.title
            headline = TextDifference(from: base.content.title, to: shown.content.title).paragraphs.flatMap {
                $0.pieces.map { PieceView($0) }
            }
            paragraphs = difference.paragraphs.map { ParagraphView($0.pieces) }
        } else {
            isFirst = true
            heading = wording.text("versions.heading.first")
            isTitleChanged = false
            headline = [PieceView(kept: shown.content.title)]
            paragraphs = TextDifference.paragraphs(of: shown.content.text).map {
                ParagraphView(pieces: [PieceView(kept: $0)])
            }
        }
    }

    /// One version in the list of all.
    struct VersionRow: TemplateData {
        let label: String
        let href: String
        let isShown: Bool
        let when: Moment
        let withheld: String?

        static let fields: [Field<Self>] = [
            Field("label") { $0.label }, Field("href") { $0.href }, Field("isShown") { $0.isShown },
            Field("when") { $0.when }, Field("withheld") { $0.withheld },
        ]

        init(_ stamp: VersionStamp, isShown: Bool, at page: String, wording: Wording) {
            label = wording.text("versions.version", ["number": .number(stamp.number)])
            href = "\(page)?version=\(stamp.number)"
            self.isShown = isShown
            when = wording.preciseMoment(stamp.writtenAt)
            withheld = stamp.isWithheld ? wording.text("versions.withheld") : nil
        }
    }
}

/// A paragraph, and what became of its words.
struct ParagraphView: TemplateData {
    let pieces: [PieceView]

    static let fields: [Field<Self>] = [Field("pieces") { $0.pieces }]
}

extension ParagraphView {
    init(_ pieces: [TextDifference.Piece]) {
        self.init(pieces: pieces.map { PieceView($0) })
    }
}

/// Words that share a fate; one of the three is there.
struct PieceView: TemplateData {
    var kept: String?
    var added: String?
    var removed: String?

    static let fields: [Field<Self>] = [
        Field("kept") { $0.kept }, Field("added") { $0.added }, Field("removed") { $0.removed },
    ]
}

extension PieceView {
    init(_ piece: TextDifference.Piece) {
        let text = piece.text.withBoundMarks
        switch piece.change {
        case .kept: self.init(kept: text)
        case .added: self.init(added: text)
        case .removed: self.init(removed: text)
        }
    }
}
