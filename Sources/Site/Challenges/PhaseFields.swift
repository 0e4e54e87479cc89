import Domain
import Templating

/// The fields of one phase in the form of a challenge.
struct PhaseFields: TemplateData, Sendable {
    let id: String
    /// Its place, from 1.
    let place: Int
    let number: String
    let shownKind: String
    /// Nil once it is announced: then `name` and `about` say what it is.
    let kind: FieldView?
    let name: String
    let about: String
    let opens: FieldView
    let closes: FieldView
    let rights: [FieldView]
    /// A right that is not asked for goes as it came.
    let seesUnasked: Bool
    let rightsProblem: String?
    let isOpen: Bool
    let acts: [ActView]

    static let fields: [Field<Self>] = [
        Field("id") { $0.id }, Field("place") { $0.place }, Field("number") { $0.number },
        Field("shownKind") { $0.shownKind }, Field("kind") { $0.kind }, Field("name") { $0.name },
        Field("about") { $0.about }, Field("opens") { $0.opens }, Field("closes") { $0.closes },
        Field("rights") { $0.rights }, Field("seesUnasked") { $0.seesUnasked },
        Field("rightsProblem") { $0.rightsProblem }, Field("isOpen") { $0.isOpen },
        Field("acts") { $0.acts },
    ]

    /// A button that changes the row of phases.
    struct ActView: TemplateData {
        let value: String
        let label: String
        let fragment: String

        static let fields: [Field<Self>] = [
            Field("value") { $0.value }, Field("label") { $0.label }, Field("fragment") { $0.fragment },
        ]
    }

    /// The fields as the summary of problems names them: out of their phase, a date alone says nothing.
    var named: [FieldView] {
        let group = FieldView(
            id: "\(id)-rights", name: "\(id)-rights", label: rights.first.map { _ in name } ?? "",
            problem: rightsProblem)
        return [kind].compactMap(\.self)
            + [opens, closes].map { field in
                var field = field
                field.label = "\(name), \(field.label.lowercased())"
                return field
            } + [group]
    }

    /// The phase in the place `index` of `phases`; `isAnnounced` once people were told of it.
    init(
        _ phases: [TypedPhase], _ index: Int, in blueprint: Blueprint, isAnnounced: Bool, problems: [Problem],
        wording: Wording
    ) {
        let typed = phases[index]
        let id = "phase-\(index)"
        func problem(_ end: String) -> String? {
            problems.first { $0.field == "\(id)-\(end)" }.map { wording.sentence($0) }
        }
        func date(_ end: String, _ value: String, isRequired: Bool) -> FieldView {
            FieldView(
                id: "\(id)-\(end)", name: "\(id)-\(end)", kind: "datetime-local",
                label: wording.text("challenges.field.\(end)"), problem: problem(end), value: value,
                isRequired: isRequired)
        }
        self.id = id
        place = index + 1
        number = typed.number
        shownKind = typed.kind
        let meant = typed.meantKind ?? .deliberation
        name = wording.phase(meant, in: blueprint)
        about = wording.about(meant, in: blueprint)
        kind =
            isAnnounced
            ? nil
            : FieldView(
                id: "\(id)-kind", name: "\(id)-kind", label: wording.text("challenges.field.kind"),
                problem: problem("kind"), value: typed.kind, isShort: true,
                choices: Phase.Kind.allCases.filter {
                    !blueprint.sealsIdeas || !$0.usualRights.contains(.vote)
                }.map {
                    FieldView.Choice(
                        id: "\(id)-kind-\($0.rawValue)", value: $0.rawValue,
                        label: wording.phase($0, in: blueprint), isChosen: $0.rawValue == typed.kind)
                })
        opens = date("opens", typed.opens, isRequired: true)
        closes = date("closes", typed.closes, isRequired: index < phases.count - 1)
        let asksToSee = !blueprint.sealsIdeas && typed.rights.contains(.submit)
        rights = TypedPhase.rightNames.filter { asksToSee || $0.name != "see" }.map { name, right in
            FieldView(
                id: "\(id)-\(name)", name: "\(id)-\(name)", label: wording.text("challenges.right.\(name)"),
                value: "yes", isRequired: false, isChosen: typed.rights.contains(right))
        }
        seesUnasked = !asksToSee && (blueprint.sealsIdeas || typed.rights.contains(.see))
        rightsProblem = problem("rights")
        isOpen = rightsProblem != nil || typed.hasOwnRights
        acts = Self.acts(phases, index, isAnnounced: isAnnounced, wording: wording)
    }

    /// What can be done in this place: an announced phase stays where it is.
    private static func acts(_ phases: [TypedPhase], _ index: Int, isAnnounced: Bool, wording: Wording)
        -> [ActView]
    {
        var acts: [(PhaseAct, String, Int)] = []
        if index < phases.count - 1 { acts.append((.follow(index), "follow", index + 1)) }
        if phases.count < Schedule.most { acts.append((.add(index), "add", index + 1)) }
        if !isAnnounced {
            if index > 0 { acts.append((.raise(index), "raise", index - 1)) }
            if index < phases.count - 1 { acts.append((.lower(index), "lower", index + 1)) }
            if phases.count > 1 { acts.append((.remove(index), "remove", max(0, index - 1))) }
        }
        return acts.map { act, word, target in
            ActView(
                value: act.value, label: wording.text("challenges.phases.\(word)"),
                fragment: "#phase-\(target)")
        }
    }
}

extension Wording {
    /// What a phase is called: where ideas are solutions, it says so.
    func phase(_ kind: Phase.Kind, in blueprint: Blueprint) -> String {
        text("challenges.phase.\(phaseWord(kind, in: blueprint))")
    }

    /// What happens in a phase, in a sentence.
    func about(_ kind: Phase.Kind, in blueprint: Blueprint) -> String {
        text("challenges.phase.\(phaseWord(kind, in: blueprint)).about")
    }

    /// The word by which the texts of a phase are found.
    func phaseWord(_ kind: Phase.Kind, in blueprint: Blueprint) -> String {
        switch (blueprint, kind) {
        case (.contest, .ideas): "solutions"
        case (.draftReview, .ideasAndVotes): "reactions"
        default: kind.rawValue
        }
    }
}
