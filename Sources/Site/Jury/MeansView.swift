import Domain
import Storage
import Templating

/// What jurors gave each idea for each criterion on average, beside what it comes to, raw and adjusted.
struct MeansView: TemplateData {
    let criteria: [Column]
    let rows: [Row]

    static let fields: [Field<Self>] = [Field("criteria") { $0.criteria }, Field("rows") { $0.rows }]

    /// A criterion with its weight.
    struct Column: TemplateData {
        let name: String
        let weight: String

        static let fields: [Field<Self>] = [Field("name") { $0.name }, Field("weight") { $0.weight }]
    }

    /// An idea that somebody scored.
    struct Row: TemplateData {
        let title: String
        let href: String?
        let means: [Mean]
        let raw: String
        let adjusted: String

        static let fields: [Field<Self>] = [
            Field("title") { $0.title }, Field("href") { $0.href }, Field("means") { $0.means },
            Field("raw") { $0.raw }, Field("adjusted") { $0.adjusted },
        ]
    }

    /// For one criterion.
    struct Mean: TemplateData {
        let criterion: String
        let text: String

        static let fields: [Field<Self>] = [
            Field("criterion") { $0.criterion }, Field("text") { $0.text },
        ]
    }

    /// Nil without scores. `name` tells what an idea is called, and where it is read.
    init?(
        _ ranking: Ranking, by rules: JuryRules, _ means: [String: [Double]], wording: Wording,
        name: (String) -> (title: String, href: String?)
    ) {
        criteria = CriterionView.all(of: rules, wording: wording).map {
            Column(name: $0.name, weight: $0.weight)
        }
        let names = rules.criteria.map(\.name)
        rows = ranking.places.compactMap { place in
            guard case .jury(let facts) = place.facts, let raw = facts.raw, let adjusted = facts.adjusted,
                let own = means[place.id]
            else { return nil }
            let (title, href) = name(place.id)
            return Row(
                title: title, href: href,
                means: zip(names, own).map { Mean(criterion: $0, text: wording.score($1)) },
                raw: wording.score(raw), adjusted: wording.score(adjusted))
        }
        if rows.isEmpty { return nil }
    }
}
