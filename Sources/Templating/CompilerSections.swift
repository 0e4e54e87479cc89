extension Compiler {
    /// `{{#name}}`, `{{#name?}}` and `{{^name}}`.
    mutating func compileSection(
        _ path: [String], _ meaning: SectionMeaning, _ body: [Node], _ blocks: Blocks, at line: Int
    ) {
        let target: Target
        do {
            target = try scopes.resolve(path)
        } catch {
            return report(error.message, at: line)
        }
        if let refusal = context.enterSection() { return report(refusal, at: line) }
        let start = context
        compileBody(of: target, named: path, meaning, body, blocks, at: line)
        if let refusal = context.leaveSection(enteredAt: start) { report(refusal, at: line) }
    }

    private mutating func compileBody(
        of target: Target, named path: [String], _ meaning: SectionMeaning, _ body: [Node], _ blocks: Blocks,
        at line: Int
    ) {
        let name = path.isEmpty ? "." : path.joined(separator: ".")
        switch (target.kind, meaning) {
        case (.text, _), (.html, _), (.number, _), (.blank, _):
            report(
                "\"\(name)\" is \(target.kind), always there: a section wants a flag, an optional, a list or a record",
                at: line)
        case (.record, .test), (.record, .invert):
            report("\"\(name)\" is \(target.kind), always there: {{#\(name)}} enters it", at: line)
        case (.optional(.flag), _):
            report("\"\(name)\" is an optional flag: make it a flag", at: line)
        case (.record(let type), .enter):
            compileRecord(type, target, body, blocks)
        case (.flag, .enter), (_, .test):
            compileCondition(target, body, blocks) { .skipUnless($0, to: $1) }
        case (_, .invert):
            compileCondition(target, body, blocks) { .skipIf($0, to: $1) }
        case (.list(let kind), .enter):
            compileEach(kind, alias: nil, target, body, blocks, at: line)
        case (.optional(.record(let type)), .enter):
            compileEach(.record(type), alias: path.last, target, body, blocks, at: line)
        case (.optional(let kind), .enter):
            guard let register = scopes.register(of: target) else { return }
            compileCondition(
                target, [], blocks, entering: .value(kind, register: register, alias: path.last), body)
        }
    }

    private mutating func compileCondition(
        _ target: Target, _ body: [Node], _ blocks: Blocks, jump: (Int, Int) -> Instruction
    ) {
        guard let register = scopes.register(of: target) else { return }
        let place = instructions.count
        instructions.append(jump(register, 0))
        compile(body, blocks)
        instructions[place] = jump(register, label())
    }

    private mutating func compileCondition(
        _ target: Target, _ none: [Node], _ blocks: Blocks, entering scope: TemplateScope, _ body: [Node]
    ) {
        guard let register = scopes.register(of: target) else { return }
        let place = instructions.count
        instructions.append(.skipUnless(register, to: 0))
        scopes.stack.append(scope)
        compile(body, blocks)
        scopes.stack.removeLast()
        instructions[place] = .skipUnless(register, to: label())
    }

    /// A record that is always there costs nothing to enter: its fields are read with its owner's.
    private mutating func compileRecord(
        _ type: any TemplateData.Type, _ target: Target, _ body: [Node], _ blocks: Blocks
    ) {
        let plan: PlanBuilder
        switch target {
        case .field(_, let owner, let index): plan = owner.child(index) { scopes.allocate() }
        case .scope(_, let scopePlan): plan = scopePlan
        case .value: return
        }
        scopes.stack.append(.record(type, plan, alias: nil))
        compile(body, blocks)
        scopes.stack.removeLast()
    }

    private mutating func compileEach(
        _ kind: Kind, alias: String?, _ target: Target, _ body: [Node], _ blocks: Blocks, at line: Int
    ) {
        guard let register = scopes.register(of: target) else { return }
        let plan = PlanBuilder()
        switch kind {
        case .record(let type):
            scopes.stack.append(.record(type, plan, alias: alias))
        case .optional(.record), .optional(.list):
            return report(
                "a list of optional records cannot be entered: leave the missing ones out", at: line)
        default:
            scopes.stack.append(
                .value(kind, register: plan.register(0) { scopes.allocate() }, alias: alias))
        }
        plans.append(plan)
        let index = plans.count - 1
        let place = instructions.count
        instructions.append(.each(register, plan: index, end: 0))
        _ = label()
        compile(body, blocks)
        scopes.stack.removeLast()
        instructions[place] = .each(register, plan: index, end: label())
    }
}
