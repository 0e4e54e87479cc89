/// Which fields of one record are read so far; frozen into a ``LoadPlan`` once the template is compiled.
final class PlanBuilder {
    private(set) var registers: [Int: Int] = [:]
    private(set) var children: [Int: PlanBuilder] = [:]

    /// The register of a field, the same at each question.
    func register(_ field: Int, _ allocate: () -> Int) -> Int {
        if let register = registers[field] { return register }
        let register = allocate()
        registers[field] = register
        return register
    }

    /// The fields of a record that is a field.
    func child(_ field: Int, _ allocate: () -> Int) -> PlanBuilder {
        _ = register(field, allocate)
        if let child = children[field] { return child }
        let child = PlanBuilder()
        children[field] = child
        return child
    }

    func freeze() -> LoadPlan {
        LoadPlan(
            steps: registers.sorted { $0.key < $1.key }.map { field, register in
                LoadPlan.Step(field: field, register: register, nested: children[field]?.freeze())
            })
    }

    /// Moves that make the fields read by `self` look like those read by `other`, a plan of the same type.
    func moves(to other: PlanBuilder, _ allocate: () -> Int) -> [(from: Int, to: Int)] {
        var moves: [(from: Int, to: Int)] = []
        for (field, target) in other.registers.sorted(by: { $0.key < $1.key }) {
            moves.append((register(field, allocate), target))
            if let deeper = other.children[field] {
                moves += child(field, allocate).moves(to: deeper, allocate)
            }
        }
        return moves
    }
}

/// Something whose names a template can use at one place.
enum TemplateScope {
    /// A record: its type's fields, and the name by which it was entered, if it was an optional.
    case record(any TemplateData.Type, PlanBuilder, alias: String?)
    /// A value without fields: `{{.}}`, and the name by which it was entered, if it was an optional.
    case value(Kind, register: Int, alias: String?)

    var type: (any TemplateData.Type)? {
        if case .record(let type, _, _) = self { type } else { nil }
    }

    var plan: PlanBuilder? {
        if case .record(_, let plan, _) = self { plan } else { nil }
    }
}

/// What a path leads to.
enum Target {
    case field(Kind, PlanBuilder, index: Int)
    case value(Kind, register: Int)
    /// A record that was already entered.
    case scope(any TemplateData.Type, PlanBuilder)

    var kind: Kind {
        switch self {
        case .field(let kind, _, _), .value(let kind, _): kind
        case .scope(let type, _): .record(type)
        }
    }
}

/// The scopes at one place of a template, outermost first.
struct TemplateScopes {
    var stack: [TemplateScope]
    private(set) var registerCount = 0

    /// Why a path leads nowhere.
    struct Refusal: Error {
        let message: String
    }

    init() {
        stack = []
    }

    mutating func allocate() -> Int {
        registerCount += 1
        return registerCount - 1
    }

    /// Searches from the innermost scope outwards.
    mutating func resolve(_ path: [String]) throws(Refusal) -> Target {
        guard let first = path.first else {
            guard case .value(let kind, let register, _)? = stack.last else {
                throw Refusal(
                    message: "{{.}} stands for an element of a list or an optional, and none is entered here")
            }
            return .value(kind, register: register)
        }
        guard var target = find(first) else { throw Refusal(message: unknown(first)) }
        for name in path.dropFirst() {
            let type: any TemplateData.Type
            let plan: PlanBuilder
            switch target {
            case .scope(let scopeType, let scopePlan): (type, plan) = (scopeType, scopePlan)
            case .field(.record(let fieldType), let owner, let index):
                (type, plan) = (fieldType, owner.child(index) { allocate() })
            default:
                let path = path.joined(separator: ".")
                let shown = "\"\(path)\" goes through \(target.kind.description)"
                throw Refusal(message: "\(shown): enter it with a section")
            }
            guard let index = type.shape.firstIndex(where: { $0.name == name }) else {
                throw Refusal(message: "unknown name \"\(name)\" in \(type) (has: \(names(of: type)))")
            }
            target = .field(type.shape[index].kind, plan, index: index)
        }
        return target
    }

    /// The register in which the value of a target will be found.
    mutating func register(of target: Target) -> Int? {
        switch target {
        case .field(_, let plan, let index): plan.register(index) { allocate() }
        case .value(_, let register): register
        case .scope: nil
        }
    }

    private func find(_ name: String) -> Target? {
        for scope in stack.reversed() {
            switch scope {
            case .record(let type, let plan, let alias):
                if let index = type.shape.firstIndex(where: { $0.name == name }) {
                    return .field(type.shape[index].kind, plan, index: index)
                }
                if alias == name { return .scope(type, plan) }
            case .value(let kind, let register, let alias):
                if alias == name { return .value(kind, register: register) }
            }
        }
        return nil
    }

    private func unknown(_ name: String) -> String {
        let types = stack.reversed().compactMap(\.type)
        let innermost = types.first.map { " in \($0) (has: \(names(of: $0)))" } ?? ""
        let outer = types.dropFirst().map { "\($0)" }.joined(separator: ", ")
        return "unknown name \"\(name)\"\(innermost)" + (outer.isEmpty ? "" : ", nor in \(outer)")
    }

    private func names(of type: any TemplateData.Type) -> String {
        type.shape.map(\.name).joined(separator: ", ")
    }
}

extension Kind: CustomStringConvertible {
    /// The kind in words, for messages.
    public var description: String {
        switch self {
        case .text: "a text"
        case .html: "HTML"
        case .number: "a number"
        case .flag: "a flag"
        case .blank: "a blank"
        case .optional(let kind): "an optional (\(kind))"
        case .list(let kind): "a list (\(kind))"
        case .record(let type): "a \(type)"
        }
    }
}
