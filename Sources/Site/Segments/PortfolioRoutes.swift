import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// What is known of policyholders, for administrators.
    static let portfolioRoutes: [Route<Action>] = [
        Route(.get, "/administration/portfolio", showPortfolio),
        Route(
            .post, "/administration/portfolio", bodyLimit: tableLimit, surplus: filesLimit, importPortfolio),
    ]

    /// A table of 20,000 long lines, in bytes.
    private static let tableLimit = 4 * 1_024 * 1_024

    @Sendable private static func showPortfolio(_ visit: Visit) async throws -> Response {
        let seen = try await visit.look { try $0.portfolio() }
        return visit.show(PortfolioPage(seen.value, for: visit), to: seen)
    }

    @Sendable private static func importPortfolio(_ visit: Visit) async throws -> Response {
        let member = try await visit.writer()
        let form = try visit.form()
        let scope = form["scope"].flatMap(PortfolioPage.Scope.init)
        let sent = try visit.files().first { $0.field == "file" }
        // Read where pages are read: a long table takes longer than an event loop may.
        let seen = try await visit.look { look in
            let text = sent.map { TableFile.text(of: $0.bytes) } ?? form["table"] ?? ""
            return (known: try look.portfolio(), text: text, file: Result { try PortfolioFile(text ?? "") })
        }
        // What a file said can be mended in the page.
        let table = seen.value.text ?? form["table"] ?? ""
        var problems: [Problem] = []
        if visit.request.isCut {
            problems.append(Problem(field: "file", code: .fileTooLarge, limit: tableLimit / 1_048_576))
        } else if seen.value.text == nil {
            problems.append(Problem(field: "file", code: .notATable))
        }
        if scope == nil { problems.append(Problem(field: "scope", code: .missing)) }
        var rejection: PortfolioFile.Rejection?
        switch seen.value.file {
        case .success(let file):
            guard let scope, problems.isEmpty else { break }
            try await visit.app.store.importPortfolio(
                file, isWhole: scope == .whole, by: member, at: visit.now)
            return visit.redirect(to: visit.address.portfolio, saying: .portfolioImported)
        case .failure(let error):
            if !problems.allSatisfy({ $0.field == "scope" }) {
                break
            } else if table.trimmed.isEmpty {
                problems.append(Problem(field: "table", code: .missing))
            } else {
                rejection = error as? PortfolioFile.Rejection
                problems.append(Problem(field: "table", code: .notConfirmed))
            }
        }
        let page = PortfolioPage(
            seen.value.known, table: table, scope: scope, problems: problems, rejection: rejection, for: visit
        )
        return visit.show(page, to: seen, status: .unprocessableContent)
    }
}

/// What was imported about policyholders, and the form that imports.
struct PortfolioPage: Page {
    static let template = "segments/portfolio"

    /// In the place of what a table is kept.
    enum Scope: String, CaseIterable, Sendable {
        /// Of all that is known.
        case whole
        /// Of what is known of the people in it.
        case part
    }

    let action: String
    let importedAt: Moment?
    let people: String
    let withAccount: String
    let values: [ValuesView]
    let problems: ProblemSummary?
    let file: FieldView
    let table: FieldView
    let scope: FieldView
    let report: ReportView?

    static let fields: [Field<Self>] = [
        Field("action") { $0.action }, Field("importedAt") { $0.importedAt }, Field("people") { $0.people },
        Field("withAccount") { $0.withAccount }, Field("values") { $0.values },
        Field("problems") { $0.problems }, Field("file") { $0.file }, Field("table") { $0.table },
        Field("scope") { $0.scope },
        Field("report") { $0.report },
    ]

    /// The products, the regions or the agencies that are known.
    struct ValuesView: TemplateData {
        let label: String
        let list: String

        static let fields: [Field<Self>] = [Field("label") { $0.label }, Field("list") { $0.list }]
    }

    /// What has to be mended, line by line.
    struct ReportView: TemplateData {
        let heading: String
        let more: String?
        let faults: [FaultView]

        static let fields: [Field<Self>] = [
            Field("heading") { $0.heading }, Field("more") { $0.more }, Field("faults") { $0.faults },
        ]
    }

    /// What has to be mended in one line.
    struct FaultView: TemplateData {
        let line: Int
        let column: String
        let sentence: String

        static let fields: [Field<Self>] = [
            Field("line") { $0.line }, Field("column") { $0.column }, Field("sentence") { $0.sentence },
        ]
    }

    init(
        _ known: Portfolio, table typed: String = "", scope chosen: Scope? = .whole, problems: [Problem] = [],
        rejection: PortfolioFile.Rejection? = nil, for visit: Visit
    ) {
        let wording = visit.wording
        let builder = FormBuilder(room: "segments", wording: wording, problems: problems)
        action = visit.address.portfolio
        importedAt = known.importedAt.map { wording.preciseMoment($0) }
        people = wording.people(known.people)
        withAccount = wording.people(known.withAccount)
        values = [("product", known.products), ("region", known.regions), ("agency", known.agencies)].map {
            ValuesView(
                label: wording.text("segments.\($0)"),
                list: $1.isEmpty ? wording.text("segments.unknown") : $1.joined(separator: ", "))
        }
        file = builder.text("file", value: "", hint: true, isRequired: false)
        var table = builder.text("table", value: typed, hint: true, isRequired: false)
        if rejection != nil { table.problem = wording.text("segments.problem.table") }
        self.table = table
        scope = builder.choice(
            "scope", value: chosen?.rawValue ?? "",
            of: Scope.allCases.map {
                (
                    $0.rawValue, wording.text("segments.scope.\($0.rawValue)"),
                    wording.text("segments.scope.\($0.rawValue).hint")
                )
            })
        self.problems = builder.summary(of: [file, table, scope])
        report = rejection.map { rejection in
            ReportView(
                heading: wording.text("segments.report", ["count": .number(rejection.count)]),
                more: rejection.count > rejection.faults.count
                    ? wording.text("segments.report.first", ["count": .number(rejection.faults.count)]) : nil,
                faults: rejection.faults.map {
                    FaultView(
                        line: $0.line, column: wording.column($0.problem.field),
                        sentence: wording.fault($0.problem))
                })
        }
    }
}

extension Wording {
    /// The name of a column; the whole line, for what concerns all of them.
    fileprivate func column(_ name: String) -> String {
        PortfolioFile.Column(rawValue: name) == nil
            ? text("segments.column.head") : text("segments.column.\(name)")
    }

    /// What to mend, in the words of a table.
    fileprivate func fault(_ problem: Problem) -> String {
        switch (problem.field, problem.code) {
        case ("head", .unknownChoice): text("segments.fault.column")
        case ("head", .wrong): text("segments.fault.width")
        case ("head", _): text("segments.fault.length", ["limit": .number(problem.limit ?? 0)])
        case ("product", .missing): text("segments.fault.empty")
        default: sentence(problem)
        }
    }
}

extension Address {
    var portfolio: String { "\(root)/administration/portfolio" }
}

extension Wording {
    /// `Moins de 10 personnes`: how many people something concerns, as nearly as it may be said.
    func people(_ count: PeopleCount) -> String {
        text("segments.people.\(count.rawValue)", ["fewest": .number(anonymity.fewest)])
    }
}
