/// What a field can hold, known without an instance so that templates are checked before any page exists.
public indirect enum Kind: Sendable {
    case text
    case html
    case number
    case flag
    case blank
    case optional(Kind)
    case list(Kind)
    case record(any TemplateData.Type)
}

/// What a field holds at the moment of writing a page.
public enum Value: Sendable {
    /// Escaped wherever it is inserted.
    case text(String)
    /// Inserted as it is.
    case html(HTML)
    /// Digits: grouped as the language wants in text, bare in attributes.
    case number(Int)
    /// Only a condition.
    case flag(Bool)
    /// Filled when the page is sent.
    case blank(Blank)
    /// A missing optional.
    case absent
    /// A record, or a list.
    case rows(Rows)
}

/// The elements of a list, or the one element of a record, read only when the template enters them.
public struct Rows: Sendable {
    @usableFromInline let count: Int
    @usableFromInline let load: @Sendable (Int, LoadPlan, inout Registers) -> Void

    @inlinable
    init(count: Int, load: @escaping @Sendable (Int, LoadPlan, inout Registers) -> Void) {
        self.count = count
        self.load = load
    }
}

/// Which fields of a record a template reads, and where to put them.
public struct LoadPlan: Sendable {
    @usableFromInline
    struct Step: Sendable {
        @usableFromInline let field: Int
        @usableFromInline let register: Int
        @usableFromInline let nested: LoadPlan?

        init(field: Int, register: Int, nested: LoadPlan?) {
            self.field = field
            self.register = register
            self.nested = nested
        }
    }

    @usableFromInline let steps: [Step]

    init(steps: [Step]) {
        self.steps = steps
    }
}

/// The values at hand while a page is written, at places which the compiler of templates has chosen.
public struct Registers: Sendable {
    @usableFromInline var values: [Value]

    init(count: Int) {
        values = [Value](repeating: .absent, count: count)
    }
}

/// Something a template can show or enter. The types that conform are all in this module: text, numbers,
/// flags, ``HTML``, ``Blank``s, records (``TemplateData``), and optionals and arrays of these.
public protocol TemplateValue: Sendable {
    /// What the type can hold.
    static var templateKind: Kind { get }

    /// What this value holds.
    var templateValue: Value { get }

    /// Puts what `plan` asks for into `registers`.
    func loadTemplateValue(_ plan: LoadPlan, into registers: inout Registers)
}

extension TemplateValue {
    /// A value without fields is its own only field.
    @inlinable
    public func loadTemplateValue(_ plan: LoadPlan, into registers: inout Registers) {
        for step in plan.steps {
            registers.values[step.register] = templateValue
        }
    }
}

extension String: TemplateValue {
    public static var templateKind: Kind { .text }
    @inlinable public var templateValue: Value { .text(self) }
}

extension Substring: TemplateValue {
    public static var templateKind: Kind { .text }
    @inlinable public var templateValue: Value { .text(String(self)) }
}

extension Int: TemplateValue {
    public static var templateKind: Kind { .number }
    @inlinable public var templateValue: Value { .number(self) }
}

extension Bool: TemplateValue {
    public static var templateKind: Kind { .flag }
    @inlinable public var templateValue: Value { .flag(self) }
}

extension HTML: TemplateValue {
    public static var templateKind: Kind { .html }
    @inlinable public var templateValue: Value { .html(self) }
}

extension Optional: TemplateValue where Wrapped: TemplateValue {
    public static var templateKind: Kind {
        switch Wrapped.templateKind {
        // A missing list reads like an empty one, and twice optional like once.
        case .list(let element): .list(element)
        case .optional(let kind): .optional(kind)
        case let kind: .optional(kind)
        }
    }

    @inlinable public var templateValue: Value { self?.templateValue ?? .absent }

    @inlinable
    public func loadTemplateValue(_ plan: LoadPlan, into registers: inout Registers) {
        if let wrapped = self {
            wrapped.loadTemplateValue(plan, into: &registers)
        } else {
            for step in plan.steps {
                registers.values[step.register] = .absent
            }
        }
    }
}

extension Array: TemplateValue where Element: TemplateValue {
    public static var templateKind: Kind { .list(Element.templateKind) }

    @inlinable public var templateValue: Value {
        .rows(
            Rows(count: count) { index, plan, registers in
                // Through the buffer the element is read in place; through the subscript it is copied first.
                withUnsafeBufferPointer { $0[index].loadTemplateValue(plan, into: &registers) }
            })
    }
}
