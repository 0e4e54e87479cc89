/// A plain value that a template shows: its fields, by the names which the template uses.
///
/// ```swift
/// struct BallotView: TemplateData {
///     let action: String
///     let tally: String?
///     let ideas: [IdeaCard]
///     static let fields: [Field<Self>] = [
///         Field("action") { $0.action }, Field("tally") { $0.tally }, Field("ideas") { $0.ideas },
///     ]
/// }
/// ```
public protocol TemplateData: TemplateValue {
    /// Everything a template may read of this value; nothing else exists for it. Declare it as a `static let`.
    static var fields: [Field<Self>] { get }
}

/// A value that fills a whole template file.
public protocol Page: TemplateData {
    /// The template's path below the directory of templates, without `.html`: `"challenges/show"`.
    static var template: String { get }
}

/// One name a template may use, and how to read it.
public struct Field<Root>: Sendable {
    /// The name in templates.
    public let name: String
    /// What it can hold.
    public let kind: Kind
    @usableFromInline let read: @Sendable (Root) -> Value

    /// A field called `name` in templates, read by `read`.
    @inlinable
    public init<V: TemplateValue>(_ name: String, _ read: @escaping @Sendable (Root) -> V) {
        self.name = name
        kind = V.templateKind
        self.read = { read($0).templateValue }
    }
}

extension TemplateData {
    public static var templateKind: Kind { .record(Self.self) }

    @inlinable public var templateValue: Value {
        .rows(Rows(count: 1) { _, plan, registers in self.loadTemplateValue(plan, into: &registers) })
    }

    @inlinable
    public func loadTemplateValue(_ plan: LoadPlan, into registers: inout Registers) {
        let fields = Self.fields
        for step in plan.steps {
            let value = fields[step.field].read(self)
            if let nested = step.nested, case .rows(let rows) = value {
                rows.load(0, nested, &registers)
            }
            registers.values[step.register] = value
        }
    }

    /// The names and kinds of the fields, without the readers that depend on the type.
    static var shape: [(name: String, kind: Kind)] { fields.map { ($0.name, $0.kind) } }
}
