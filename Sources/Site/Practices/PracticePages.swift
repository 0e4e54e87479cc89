import Domain
import Storage
import Templating

/// The practices of a community.
struct PracticesPage: Page {
    static let template = "practices/index"

    let community: String
    let communityHref: String
    let filters: [FilterView]
    let practices: [PracticeRow]
    let none: String
    let newHref: String?
    let pages: PagesView?

    static let fields: [Field<Self>] = [
        Field("community") { $0.community }, Field("communityHref") { $0.communityHref },
        Field("filters") { $0.filters }, Field("practices") { $0.practices },
        Field("hasPractices") { !$0.practices.isEmpty }, Field("none") { $0.none },
        Field("newHref") { $0.newHref }, Field("pages") { $0.pages },
    ]

    init(
        _ community: Community, _ list: ListPage<Practice>, _ choice: PracticeChoice, viewer: Viewer,
        for visit: Visit
    ) {
        let wording = visit.wording
        self.community = community.name
        communityHref = visit.address.community(community)
        let isMember = viewer.communities.contains(community.id)
        let choices = PracticeChoice.allCases.filter { choice in
            switch choice {
            case .all: true
            case .applied, .own: isMember
            case .hidden: viewer.moderatesCommunities
            }
        }
        var filters = [
            visit.filter(
                "show", label: wording.text("practices.filter"),
                choices: choices.map {
                    ($0 == .all ? nil : $0.rawValue, wording.text("practices.show.\($0.rawValue)"))
                })
        ]
        if choice == .all {
            filters.append(
                visit.filter(
                    "order", label: wording.text("practices.order"),
                    choices: PracticeOrder.allCases.map {
                        ($0 == .newest ? nil : $0.rawValue, wording.text("practices.order.\($0.rawValue)"))
                    }))
        }
        self.filters = filters
        practices = list.items.map { PracticeRow($0, in: community, for: visit) }
        none = wording.text("practices.none.\(choice.rawValue)")
        newHref =
            viewer.practiceRefusal(in: community.id) == nil
            ? "\(visit.address.practices(of: community))/new" : nil
        pages = visit.pages(list)
    }
}

/// A practice in a list.
struct PracticeRow: TemplateData {
    let title: String
    let href: String
    let does: String
    let cost: String
    let takes: String
    let appliers: String
    let isMine: Bool
    let isHidden: Bool

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("does") { $0.does },
        Field("cost") { $0.cost }, Field("takes") { $0.takes }, Field("appliers") { $0.appliers },
        Field("isMine") { $0.isMine }, Field("isHidden") { $0.isHidden },
    ]

    init(_ practice: Practice, in community: Community, for visit: Visit) {
        let wording = visit.wording
        title = practice.content.title
        href = visit.address.practice(practice, in: community)
        does = Markdown.summary(practice.content.does, limit: 160)
        cost = wording.cost(of: practice)
        takes = practice.content.takes
        appliers = wording.appliers(of: practice)
        isMine = practice.appliedSince != nil
        isHidden = practice.hiding != nil
    }
}

extension Wording {
    /// `24 €`, `Gratuit`.
    fileprivate func cost(of practice: Practice) -> String {
        practice.content.cost == 0 ? text("practices.free") : money(cents: practice.content.cost)
    }

    /// How many members apply it, as far as it may be told.
    fileprivate func appliers(of practice: Practice) -> String {
        practice.appliers?.value.map { text("practices.appliers", ["count": .number($0)]) }
            ?? text("practices.appliers.few", ["fewest": .number(anonymity.fewest)])
    }
}

/// A practice's own page.
struct PracticePage: Page {
    static let template = "practices/show"

    let community: String
    let communityHref: String
    let practicesHref: String
    let title: String
    let by: String
    let when: Moment
    let edited: Moment?
    let does: HTML
    let facts: [MeasurePage.Fact]
    let appliers: String
    let about: String
    let since: String?
    let apply: ApplyView?
    let editHref: String?
    let hidden: String?
    let hideForm: HideForm?
    let problems: ProblemSummary?

    static let fields: [Field<Self>] = [
        Field("community") { $0.community }, Field("communityHref") { $0.communityHref },
        Field("practicesHref") { $0.practicesHref }, Field("title") { $0.title }, Field("by") { $0.by },
        Field("when") { $0.when }, Field("edited") { $0.edited }, Field("does") { $0.does },
        Field("facts") { $0.facts }, Field("appliers") { $0.appliers }, Field("about") { $0.about },
        Field("since") { $0.since }, Field("apply") { $0.apply }, Field("editHref") { $0.editHref },
        Field("hidden") { $0.hidden }, Field("hideForm") { $0.hideForm }, Field("problems") { $0.problems },
    ]

    /// The button by which somebody says that they apply it, or no longer do.
    struct ApplyView: TemplateData {
        let action: String
        let value: String
        let label: String
        let isHoped: Bool

        static let fields: [Field<Self>] = [
            Field("action") { $0.action }, Field("value") { $0.value }, Field("label") { $0.label },
            Field("isHoped") { $0.isHoped },
        ]
    }

    /// Where moderators take it from the list, or put it back.
    struct HideForm: TemplateData {
        let action: String
        let isHidden: Bool
        let isOpen: Bool
        let reason: FieldView
        let note: FieldView

        static let fields: [Field<Self>] = [
            Field("action") { $0.action }, Field("isHidden") { $0.isHidden }, Field("isOpen") { $0.isOpen },
            Field("reason") { $0.reason }, Field("note") { $0.note },
        ]
    }

    init(
        _ seen: Seen<PracticeReading>, hiding typed: (reason: String, note: String)? = nil,
        problems found: [Problem] = [], for visit: Visit
    ) {
        let wording = visit.wording
        let (place, practice) = (seen.value.community, seen.value.practice)
        let address = visit.address.practice(practice, in: place)
        community = place.name
        communityHref = visit.address.community(place)
        practicesHref = visit.address.practices(of: place)
        title = practice.content.title
        by = wording.proposer(practice.author, "practices.by", orElse: "practices.by.gone")
        when = wording.moment(practice.proposedAt)
        edited = practice.editedAt.map { wording.moment($0) }
        does = Markdown.html(practice.content.does, under: 1)
        facts = [
            (
                "needs",
                practice.content.needs.isEmpty ? wording.text("practices.nothing") : practice.content.needs
            ),
            ("cost", wording.cost(of: practice)), ("takes", practice.content.takes),
        ].map { MeasurePage.Fact(name: wording.text("practices.fact.\($0)"), text: $1) }
        appliers = wording.appliers(of: practice)
        about = wording.text("practices.appliers.about", ["fewest": .number(wording.anonymity.fewest)])
        since = practice.appliedSince.map {
            wording.text("practices.since", ["date": .text(wording.date($0))])
        }
        let applies = practice.appliedSince != nil
        apply =
            practice.applyingRefusal(for: seen.viewer) == nil
            ? ApplyView(
                action: "\(address)/use", value: applies ? "no" : "yes",
                label: wording.text(applies ? "practices.leave" : "practices.apply"), isHoped: !applies)
            : nil
        editHref = practice.changeRefusal(for: seen.viewer) == nil ? "\(address)/edit" : nil
        hidden = practice.hiding.map { hiding in
            let reason = wording.text("moderation.reason.\(hiding.reason.rawValue)")
            return wording.text(
                hiding.note.isEmpty ? "practices.hidden" : "practices.hidden.note",
                [
                    "date": .text(wording.date(hiding.at)), "reason": .text(reason),
                    "note": .text(hiding.note),
                ])
        }
        let builder = FormBuilder(room: "practices", wording: wording, problems: found)
        let reason = builder.choice(
            "reason", value: typed?.reason ?? "",
            of: [("", wording.text("practices.field.reason.choose"), nil)]
                + ModerationReason.allCases.map {
                    ($0.rawValue, wording.text("moderation.reason.\($0.rawValue)"), nil)
                }, isShort: true)
        let note = builder.text(
            "note", value: typed?.note ?? "", hint: true, isRequired: false, isShort: true,
            maximum: Verdict.noteRule.length.upperBound)
        hideForm =
            practice.moderationRefusal(for: seen.viewer) == nil
            ? HideForm(
                action: "\(address)/hide", isHidden: practice.hiding != nil, isOpen: typed != nil,
                reason: reason, note: note) : nil
        problems = builder.summary(of: [reason, note])
    }
}

/// Where a practice is proposed, or changed by whoever proposed it.
struct PracticeFormPage: Page {
    static let template = "practices/form"

    let community: String
    let communityHref: String
    let heading: String
    let action: String
    let backHref: String
    let problems: ProblemSummary?
    let title: FieldView
    let does: FieldView
    let needs: FieldView
    let lines: [FieldView]
    let caution: GuardWarning?
    let send: String

    static let fields: [Field<Self>] = [
        Field("community") { $0.community }, Field("communityHref") { $0.communityHref },
        Field("heading") { $0.heading }, Field("action") { $0.action }, Field("backHref") { $0.backHref },
        Field("problems") { $0.problems }, Field("title") { $0.title }, Field("does") { $0.does },
        Field("needs") { $0.needs }, Field("lines") { $0.lines }, Field("caution") { $0.caution },
        Field("send") { $0.send },
    ]

    init(
        _ community: Community, action: String, backHref: String, isNew: Bool, typed: TypedPractice,
        problems found: [Problem], for visit: Visit
    ) {
        let wording = visit.wording
        let builder = FormBuilder(room: "practices", wording: wording, problems: found)
        self.community = community.name
        communityHref = visit.address.community(community)
        heading = wording.text(isNew ? "practices.new" : "practices.edit")
        send = wording.text(isNew ? "practices.send" : "practices.save")
        self.action = action
        self.backHref = backHref
        title = builder.text("title", value: typed["title"], hint: true)
        does = builder.text(
            "does", value: typed["does"], hint: true, maximum: PracticeContent.doesRule.length.upperBound)
        needs = builder.text(
            "needs", value: typed["needs"], hint: true, isRequired: false, isShort: true,
            maximum: PracticeContent.needsRule.length.upperBound)
        var cost = builder.text(
            "cost", value: typed["cost"], hint: true, isShort: true, inputMode: "decimal")
        if let problem = found.first(where: { $0.field == "cost" && $0.code == .aboveMaximum }) {
            cost.problem = wording.text("practices.problem.cost", ["limit": .number(problem.limit ?? 0)])
        }
        lines = [cost, builder.text("takes", value: typed["takes"], hint: true, isShort: true)]
        caution = GuardWarning(found, in: typed.texts, correctHref: "#does", for: visit)
        problems = builder.summary(of: [title, does, needs] + lines)
    }
}
