import Domain
import HTTP
import Storage
import Templating

/// For whom a challenge is, as a manager chose it.
struct TypedAudience: Sendable {
    /// What one chooses first.
    enum Kind: String, CaseIterable, Sendable {
        case everybody
        case community
        case segment
        case invited
    }

    var kind = Kind.everybody.rawValue
    var community = ""
    var products: [String] = []
    var regions: [String] = []
    var agencies: [String] = []

    init() {}

    /// - Parameter segment: What the audience asks for, if it is one.
    init(_ audience: Audience, segment: Segment?) {
        switch audience {
        case .everybody: break
        case .community(let number):
            kind = Kind.community.rawValue
            community = number.description
        case .segment(let bare):
            kind = Kind.segment.rawValue
            let segment = segment ?? bare
            products = segment.products.sorted()
            regions = segment.regions.sorted()
            agencies = segment.agencies.sorted()
        case .invited: kind = Kind.invited.rawValue
        }
    }

    init(_ form: Form) {
        kind = form["audience"] ?? Kind.everybody.rawValue
        community = form["community"] ?? ""
        products = form.all("product")
        regions = form.all("region")
        agencies = form.all("agency")
    }

    /// What was meant, with what is wrong with it: then it is for nobody but those who were invited.
    var meant: (audience: Audience, problem: Problem?) {
        switch Kind(rawValue: kind) {
        case .everybody: return (.everybody, nil)
        case .community:
            guard let number: CommunityID = Address.number(in: community) else {
                return (
                    .invited, Problem(field: "community", code: community.isEmpty ? .missing : .unknownChoice)
                )
            }
            return (.community(number), nil)
        case .segment:
            return (
                .segment(
                    Segment(products: Set(products), regions: Set(regions), agencies: Set(agencies))), nil
            )
        case .invited: return (.invited, nil)
        case nil: return (.invited, Problem(field: "audience", code: .unknownChoice))
        }
    }
}

/// The part of the form in which a manager says for whom a challenge is.
struct AudienceFields: TemplateData {
    let kind: FieldView
    let community: FieldView?
    let segment: FieldView
    let groups: [Group]
    let hasGroups: Bool
    /// How many people that concerns.
    let people: String?

    /// All fields with a name that a problem can bear, in their order.
    var named: [FieldView] { [kind, community, segment].compactMap(\.self) }

    static let fields: [Field<Self>] = [
        Field("kind") { $0.kind }, Field("community") { $0.community }, Field("segment") { $0.segment },
        Field("groups") { $0.groups }, Field("hasGroups") { $0.hasGroups }, Field("people") { $0.people },
    ]

    /// The products, the regions or the agencies among which one chooses.
    struct Group: TemplateData {
        let id: String
        let name: String
        let label: String
        let chosen: String
        let isOpen: Bool
        let choices: [FieldView.Choice]

        static let fields: [Field<Self>] = [
            Field("id") { $0.id }, Field("name") { $0.name }, Field("label") { $0.label },
            Field("chosen") { $0.chosen }, Field("isOpen") { $0.isOpen }, Field("choices") { $0.choices },
        ]

        init?(_ name: String, of values: [String], chosen: [String], wording: Wording) {
            // What was chosen before the last import stays chosen until somebody takes it out.
            let all = values + chosen.filter { !values.contains($0) }
            guard !all.isEmpty else { return nil }
            id = "segment-\(name)"
            self.name = name
            label = wording.text("segments.\(name)")
            self.chosen =
                chosen.isEmpty
                ? wording.text("segments.any.\(name)") : chosen.joined(separator: ", ")
            isOpen = !chosen.isEmpty
            choices = all.enumerated().map { index, value in
                FieldView.Choice(
                    id: "segment-\(name)-\(index)", value: value, label: value,
                    isChosen: chosen.contains(value))
            }
        }
    }

    init(_ typed: TypedAudience, choices: ChallengeChoices, builder: FormBuilder) {
        let wording = builder.wording
        kind = builder.choice(
            "audience", value: typed.kind,
            of: TypedAudience.Kind.allCases.filter { $0 != .community || !choices.communities.isEmpty }.map {
                (
                    $0.rawValue, wording.text("challenges.field.audience.\($0.rawValue)"),
                    wording.text("challenges.field.audience.\($0.rawValue).hint")
                )
            })
        community =
            choices.communities.isEmpty
            ? nil
            : builder.choice(
                "community", value: typed.community,
                of: [("", wording.text("challenges.field.community.choose"), nil)]
                    + choices.communities.map { ($0.id.description, $0.name, nil) },
                isRequired: false)
        var segment = builder.choice("segment", value: "", of: [])
        let problem = builder.problems.first { $0.field == "segment" }
        if problem?.code == .missing { segment.problem = wording.text("segments.problem.missing") }
        if problem?.code == .outOfRange { segment.problem = wording.text("segments.problem.wide") }
        self.segment = segment
        groups = [
            Group("product", of: choices.segments.products, chosen: typed.products, wording: wording),
            Group("region", of: choices.segments.regions, chosen: typed.regions, wording: wording),
            Group("agency", of: choices.segments.agencies, chosen: typed.agencies, wording: wording),
        ].compactMap(\.self)
        hasGroups = !groups.isEmpty
        people = choices.people.map { wording.people($0) }
    }
}

extension Wording {
    /// For whom a challenge is: `Assurés : Habitation ; Bretagne`.
    func sentence(_ detail: ChallengeDetail) -> String {
        switch detail.challenge.content.audience {
        case .everybody: return text("challenges.audience.all")
        case .community:
            return text("challenges.audience.community", ["name": .text(detail.community?.name ?? "")])
        case .invited: return text("challenges.audience.invited")
        case .segment(let bare):
            let segment = detail.segment ?? bare
            let parts = [segment.products, segment.regions, segment.agencies].filter { !$0.isEmpty }
            return text(
                "challenges.audience.segment",
                ["what": .text(parts.map { $0.sorted().joined(separator: ", ") }.joined(separator: " · "))]
            )
        }
    }
}
