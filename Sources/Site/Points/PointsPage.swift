import Domain
import Storage
import Templating

/// Somebody's own points: what there is, line by line, and what they want of it.
struct PointsPage: Page {
    static let template = "points/own"

    let action: String
    let guideHref: String
    let balance: String
    let unit: String
    /// Since when they want none.
    let paused: String?
    let isStaff: Bool
    let isWaiting: Bool
    let cap: String
    let rows: [PointRow]
    let pages: PagesView?
    let badges: [BadgeView]
    let showsBadges: Bool

    static let fields: [Field<Self>] = [
        Field("action") { $0.action }, Field("guideHref") { $0.guideHref }, Field("balance") { $0.balance },
        Field("unit") { $0.unit },
        Field("paused") { $0.paused }, Field("takesPart") { $0.paused == nil },
        Field("isStaff") { $0.isStaff }, Field("isWaiting") { $0.isWaiting }, Field("cap") { $0.cap },
        Field("rows") { $0.rows }, Field("hasRows") { !$0.rows.isEmpty }, Field("pages") { $0.pages },
        Field("badges") { $0.badges }, Field("hasBadges") { !$0.badges.isEmpty },
        Field("showsBadges") { $0.showsBadges },
    ]

    init(_ own: OwnPoints, for visit: Visit) {
        let wording = visit.wording
        action = visit.address.points
        guideHref = visit.address.pointsGuide
        balance = wording.locale.grouped(Int(own.balance))
        unit = wording.text("points.unit", ["count": .number(Int(own.balance))])
        paused = own.pausedSince.map {
            wording.text("points.paused", ["date": .text(wording.date($0))])
        }
        isStaff = own.isStaff
        isWaiting = own.isWaiting
        cap = wording.text("points.cap", ["cap": .text(wording.points(own.cap))])
        // To whoever wants none, nothing is shown.
        let isShown = own.pausedSince == nil
        rows = isShown ? own.lines.items.flatMap { PointRow.rows(of: $0, for: visit) } : []
        pages = isShown ? visit.pages(own.lines) : nil
        badges = isShown ? own.badges.map { BadgeView($0, wording: wording) } : []
        showsBadges = own.showsBadges
    }
}

/// A badge in words.
struct BadgeView: TemplateData {
    let name: String
    let about: String

    static let fields: [Field<Self>] = [Field("name") { $0.name }, Field("about") { $0.about }]

    init(_ badge: Badge, wording: Wording) {
        name = wording.text("points.badge.\(badge.rawValue)")
        about = wording.text("points.badge.\(badge.rawValue).about")
    }

    /// What stands beside a pseudonym: the two that say most.
    static func beside(_ member: Member?, in shown: [MemberID: [Badge]], wording: Wording) -> [BadgeView] {
        guard let member, member.companions.isEmpty else { return [] }
        return (shown[member.id] ?? []).suffix(2).reversed().map { BadgeView($0, wording: wording) }
    }
}

/// How points work, for everybody.
struct PointsGuidePage: Page {
    static let template = "points/guide"

    let ownHref: String?
    let sources: [SourceRow]
    let cap: String
    let badges: [BadgeView]

    static let fields: [Field<Self>] = [
        Field("ownHref") { $0.ownHref }, Field("sources") { $0.sources }, Field("cap") { $0.cap },
        Field("badges") { $0.badges },
    ]

    /// What one kind of fact earns.
    struct SourceRow: TemplateData {
        let what: String
        let when: String
        let points: String

        static let fields: [Field<Self>] = [
            Field("what") { $0.what }, Field("when") { $0.when }, Field("points") { $0.points },
        ]
    }

    init(_ seen: Seen<Int64>, for visit: Visit) {
        let wording = visit.wording
        ownHref = seen.viewer.member.map { _ in visit.address.points }
        sources = PointSource.allCases.map { source in
            SourceRow(
                what: wording.text("points.source.\(source.rawValue)"),
                when: wording.text(
                    "points.when.\(source.rawValue)", ["count": .number(PointSource.backersNeeded)]),
                points: source.points.map { "\($0)" } ?? wording.text("points.announced"))
        }
        cap = wording.text("points.cap", ["cap": .text(wording.points(seen.value))])
        badges = Badge.allCases.map { BadgeView($0, wording: wording) }
    }
}
