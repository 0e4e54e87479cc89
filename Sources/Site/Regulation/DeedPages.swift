import Domain
import Storage
import Templating

/// A deed about an idea, to print and to sign.
struct DeedPage: Page {
    static let template = "regulation/deed"

    let idea: String
    let href: String
    let challenge: String
    let insurer: String
    let authors: [TextView]
    let names: String
    let number: Int
    let written: String
    let rights: [Row]
    let purpose: String
    let place: String
    let years: String
    let exclusivity: String
    let price: String
    let formHref: String?

    static let fields: [Field<Self>] = [
        Field("idea") { $0.idea }, Field("href") { $0.href }, Field("challenge") { $0.challenge },
        Field("insurer") { $0.insurer }, Field("authors") { $0.authors }, Field("names") { $0.names },
        Field("number") { $0.number },
        Field("written") { $0.written }, Field("rights") { $0.rights }, Field("purpose") { $0.purpose },
        Field("place") { $0.place }, Field("years") { $0.years },
        Field("exclusivity") { $0.exclusivity }, Field("price") { $0.price },
        Field("formHref") { $0.formHref },
    ]

    /// One right and how far it goes.
    struct Row: TemplateData {
        let name: String
        let about: String
        let extent: String

        static let fields: [Field<Self>] = [
            Field("name") { $0.name }, Field("about") { $0.about }, Field("extent") { $0.extent },
        ]
    }

    init(_ seen: Seen<DeedDetail>, for visit: Visit) {
        let wording = visit.wording
        let detail = seen.value
        idea = detail.idea.content.title
        href = visit.address.page(of: detail.idea)
        challenge = detail.challenge.title
        insurer = visit.app.settings.insurer
        authors = detail.authors.map { TextView(text: wording.name(of: $0)) }
        names = wording.list(detail.authors.map { wording.name(of: $0) })
        number = detail.number
        written = detail.writtenAt.map { wording.date($0) } ?? ""
        rights = (detail.deed?.rights ?? []).map { grant in
            Row(
                name: wording.text("regulation.right.\(grant.right.rawValue)"),
                about: wording.text("regulation.right.\(grant.right.rawValue).about"), extent: grant.extent)
        }
        purpose = detail.deed?.purpose ?? ""
        place = detail.deed.map { wording.text("regulation.place.\($0.place.rawValue)") } ?? ""
        years = wording.text("regulation.years", ["count": .number(detail.deed?.years ?? 0)])
        exclusivity = wording.text(
            detail.deed?.isExclusive == true ? "regulation.exclusive" : "regulation.shared")
        price = detail.deed?.price ?? ""
        formHref =
            detail.idea.deedRefusal(for: seen.viewer, in: detail.challenge) == nil
            ? visit.address.deedForm(detail.idea.id, idea) : nil
    }
}

/// Where a manager says which rights a deed grants.
struct DeedFormPage: Page {
    static let template = "regulation/deed-form"

    let idea: String
    let href: String
    let deedHref: String?
    let action: String
    let problems: ProblemSummary?
    let rights: [RightFields]
    let rightsProblem: String?
    let purpose: FieldView
    let place: FieldView
    let years: FieldView
    let exclusive: FieldView
    let price: FieldView

    static let fields: [Field<Self>] = [
        Field("idea") { $0.idea }, Field("href") { $0.href }, Field("deedHref") { $0.deedHref },
        Field("action") { $0.action },
        Field("problems") { $0.problems }, Field("rights") { $0.rights },
        Field("rightsProblem") { $0.rightsProblem }, Field("purpose") { $0.purpose },
        Field("place") { $0.place }, Field("years") { $0.years }, Field("exclusive") { $0.exclusive },
        Field("price") { $0.price },
    ]

    /// A right, and how far it goes if it is granted.
    struct RightFields: TemplateData {
        let right: FieldView
        let extent: FieldView

        static let fields: [Field<Self>] = [Field("right") { $0.right }, Field("extent") { $0.extent }]
    }

    init(_ found: DeedDetail, typed: TypedDeed?, problems: [Problem], for visit: Visit) {
        let wording = visit.wording
        idea = found.idea.content.title
        href = visit.address.page(of: found.idea)
        deedHref = found.deed.map { _ in visit.address.deed(found.idea) }
        action = visit.address.deedForm(found.idea.id, idea)
        let typed = typed ?? TypedDeed(found.deed)
        let form = FormBuilder(room: "regulation", wording: wording, problems: problems)
        rights = Deed.Right.allCases.map { right in
            let name = right.rawValue
            var box = form.checkbox("right-\(name)", isChosen: typed.rights.contains(right))
            box.label = wording.text("regulation.right.\(name)")
            box.hint = wording.text("regulation.right.\(name).about")
            var extent = form.text(
                "extent-\(name)", value: typed.extents[right] ?? "", isRequired: false)
            extent.label = wording.text(
                "regulation.extent", ["right": .text(wording.text("regulation.right.\(name)"))])
            return RightFields(right: box, extent: extent)
        }
        rightsProblem =
            problems.contains { $0.field == "rights" } ? wording.text("regulation.rights.none") : nil
        purpose = form.text("purpose", value: typed.purpose, hint: true, isShort: true)
        place = form.choice(
            "place", value: typed.place,
            of: Deed.Place.allCases.map {
                ($0.rawValue, wording.text("regulation.place.\($0.rawValue)"), nil)
            }, isShort: true)
        years = form.text("years", value: typed.years, hint: true, isShort: true, inputMode: "numeric")
        exclusive = form.checkbox("exclusive", isChosen: typed.isExclusive, hint: true)
        price = form.text("price", value: typed.price, hint: true)
        var first = rights[0].right
        first = FieldView(
            id: first.id, name: "rights", kind: "checkbox", label: first.label, problem: rightsProblem)
        self.problems = form.summary(
            of: [first] + rights.map(\.extent) + [purpose, place, years, exclusive, price])
    }
}
