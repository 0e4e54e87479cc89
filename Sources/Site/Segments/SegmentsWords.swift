import Domain

extension WordsUsed {
    /// What the room Segments asks for.
    static let segments = WordsUsed(
        literal: [
            "segments.column.head",
            "segments.fault.column",
            "segments.fault.empty",
            "segments.fault.length",
            "segments.fault.width",
            "segments.flash.imported",
            "segments.problem.missing",
            "segments.problem.table",
            "segments.problem.wide",
            "segments.report",
            "segments.report.first",
            "segments.unknown",
        ],
        families: [
            Family("segments.", ["product", "region", "agency"]),
            Family("segments.any.", ["product", "region", "agency"]),
            Family("segments.column.", PortfolioFile.Column.self),
            Family("segments.field.", ["file", "table", "scope"]),
            Family("segments.field.", ["file", "table"], [".hint"]),
            Family("segments.people.", PeopleCount.self),
            Family("segments.scope.", PortfolioPage.Scope.self, ["", ".hint"]),
        ])
}
