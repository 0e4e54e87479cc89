import Domain

extension Address {
    /// The fund of a community, in its last period.
    func fund(_ community: Community) -> String { "\(self.community(community))/fund" }

    /// A period of it.
    func period(_ record: PeriodRecord, of community: Community) -> String {
        "\(fund(community))/\(record.number)"
    }

    /// What comes back of it to the viewer.
    func share(in record: PeriodRecord, of community: Community) -> String {
        "\(period(record, of: community))/mine"
    }

    /// The same as a letter to print.
    func letter(on record: PeriodRecord, of community: Community) -> String {
        "\(period(record, of: community))/letter"
    }

    /// Where one tries what a year could bring.
    func simulator(_ community: Community) -> String { "\(fund(community))/simulator" }

    /// Where funds are kept.
    var funds: String { "\(desk)/funds" }

    /// Where one sees how far the import of a table is.
    func importing(_ ticket: String, for community: Community) -> String {
        "\(keeping(community))/import/\(ticket)"
    }

    func keeping(_ community: Community) -> String { "\(funds)/\(community.slug)" }
}
