/// Compiles one template for one type of page and one language. Partials, layouts and words are resolved here, so
/// that nothing of them is left when a page is written.
struct Compiler {
    let sources: [String: TemplateSource]
    let catalogue: Catalogue
    let locale: Catalogue.Locale

    var scopes = TemplateScopes()
    var context = MarkupContext()
    var file = ""
    var instructions: [Instruction] = []
    var problems: [TemplateProblem] = []
    var usedWords: Set<String> = []
    private(set) var usedFiles: Set<String> = []
    var plans: [PlanBuilder] = []
    private var constants: [UInt8] = []
    private var recursions: [Recursion] = []
    /// Literals before this instruction may not grow any more: something jumps behind them.
    private var barrier = 0
    private var depth = 0
    private var openPartials: [OpenPartial] = []
    private var usedFills: Set<String> = []

    /// A partial being compiled, which a list inside it may write again for its elements.
    private struct OpenPartial {
        let name: String
        let scopeCount: Int
        let start: Int
        let context: MarkupContext
        var again: [(recursion: Int, plan: PlanBuilder)] = []
    }

    /// The blocks that a file was given, and where their own blocks come from.
    indirect enum Blocks {
        case none
        case given([String: (block: FilledBlock, blocks: Blocks)])

        subscript(name: String) -> (block: FilledBlock, blocks: Blocks)? {
            if case .given(let blocks) = self { blocks[name] } else { nil }
        }
    }

    init(sources: [String: TemplateSource], catalogue: Catalogue, locale: Catalogue.Locale) {
        self.sources = sources
        self.catalogue = catalogue
        self.locale = locale
    }

    /// Compiles a whole template. The program is only to be used if there is no problem.
    mutating func compile(
        template: String, page: any TemplateData.Type, frame: any TemplateData.Type
    ) -> Program {
        let framePlan = PlanBuilder()
        let pagePlan = PlanBuilder()
        scopes.stack = [.record(frame, framePlan, alias: nil), .record(page, pagePlan, alias: nil)]
        if let source = sources[template] {
            expand(source, .none)
            if context.place != .text {
                report("the template ends inside a tag, an attribute or a comment", at: 0, in: source.file)
            }
        } else {
            report("there is no such template, wanted by \(page)", at: 0, in: template + ".html")
        }
        return Program(
            locale: locale, instructions: instructions, constants: constants,
            plans: plans.map { $0.freeze() },
            recursions: recursions, framePlan: framePlan.freeze(), pagePlan: pagePlan.freeze(),
            registerCount: scopes.registerCount)
    }

    // MARK: Nodes

    /// `extends` says that these nodes are a whole file, whose own blocks a layout may receive.
    mutating func compile(_ nodes: [Node], _ blocks: Blocks, extends: Bool = false) {
        for node in nodes {
            switch node.content {
            case .text(let text, let startsLine): emit(markup: text, startsLine: startsLine, at: node.line)
            case .field(let path): compileField(path, at: node.line)
            case .words(let key, let arguments): compileWords(key, arguments, at: node.line)
            case .section(let path, let meaning, let body):
                compileSection(path, meaning, body, blocks, at: node.line)
            case .partial(let name): compilePartial(name, blocks, at: node.line)
            case .block(let name, let body):
                if let given = blocks[name] {
                    usedFills.insert(identity(of: given.block))
                    inFile(given.block.file) { $0.compile(given.block.body, given.blocks) }
                } else {
                    compile(body, blocks)
                }
            case .parent(let name, let filled):
                compileParent(name, filled, blocks, passesOn: extends, at: node.line)
            }
        }
    }

    private mutating func compileField(_ path: [String], at line: Int) {
        let target: Target
        do {
            target = try scopes.resolve(path)
        } catch {
            return report(error.message, at: line)
        }
        var kind = target.kind
        if case .optional(let wrapped) = kind { kind = wrapped }
        var isHTML = false
        switch kind {
        case .text, .number: break
        case .blank where context.beginsAddress:
            return report("a blank cannot begin an address: what will fill it is not known", at: line)
        case .blank: break
        case .html: isHTML = true
        case .flag, .list, .record, .optional:
            let name = path.isEmpty ? "." : path.joined(separator: ".")
            return report(
                "\"\(name)\" is \(target.kind), which cannot be shown: enter it with a section", at: line)
        }
        let beginsAddress = context.beginsAddress
        if let refusal = context.insert(html: isHTML) { return report(refusal, at: line) }
        guard let register = scopes.register(of: target) else { return }
        if beginsAddress {
            instructions.append(.putAddress(register))
        } else {
            instructions.append(context.isInAttribute ? .putInAttribute(register) : .put(register))
        }
    }

    // MARK: Files

    private mutating func compilePartial(_ name: String, _ blocks: Blocks, at line: Int) {
        guard let source = sources[name] else { return report("there is no template \(name).html", at: line) }
        if let open = openPartials.lastIndex(where: { $0.name == name }) {
            return compileAgain(open, at: line)
        }
        let start = label()
        openPartials.append(
            OpenPartial(name: name, scopeCount: scopes.stack.count, start: start, context: context))
        expand(source, blocks)
        let end = label()
        let finished = openPartials.removeLast()
        guard !finished.again.isEmpty, let plan = scopes.stack.last?.plan else { return }
        if !context.isSameText(as: finished.context) {
            report("a partial that includes itself must end where it began in the HTML", at: line)
        }
        for (recursion, deeper) in finished.again {
            let moves = deeper.moves(to: plan) { scopes.allocate() }
            recursions[recursion] = Recursion(start: start, end: end, moves: moves)
        }
    }

    private mutating func compileAgain(_ open: Int, at line: Int) {
        let partial = openPartials[open]
        let outer = scopes.stack[partial.scopeCount - 1]
        guard scopes.stack.count == partial.scopeCount + 1, let inner = scopes.stack.last,
            let plan = inner.plan, let innerType = inner.type, let outerType = outer.type,
            ObjectIdentifier(innerType) == ObjectIdentifier(outerType),
            context.isSameText(as: partial.context)
        else {
            return report(
                "\(partial.name).html may include itself only directly in a list of its own kind", at: line)
        }
        openPartials[open].again.append((recursions.count, plan))
        instructions.append(.again(recursions.count))
        recursions.append(Recursion())
    }

    private mutating func compileParent(
        _ name: String, _ filled: [FilledBlock], _ blocks: Blocks, passesOn: Bool, at line: Int
    ) {
        guard let source = sources[name] else { return report("there is no template \(name).html", at: line) }
        var given: [String: (block: FilledBlock, blocks: Blocks)] = [:]
        for block in filled { given[block.name] = (block, blocks) }
        let own = given
        if passesOn, case .given(let outer) = blocks {
            given.merge(outer) { _, outermost in outermost }
        }
        expand(source, .given(given))
        for block in own.values
        where given[block.block.name].map({ identity(of: $0.block) }) == identity(of: block.block) {
            if !usedFills.contains(identity(of: block.block)) {
                report("\(name).html has no block \"\(block.block.name)\"", at: block.block.line)
            }
        }
    }

    private func identity(of block: FilledBlock) -> String { "\(block.file):\(block.line):\(block.name)" }

    private mutating func expand(_ source: TemplateSource, _ blocks: Blocks) {
        usedFiles.insert(source.name)
        guard depth < 40 else { return report("includes itself without end", at: 0, in: source.file) }
        depth += 1
        inFile(source.file) { $0.compile(source.nodes, blocks, extends: true) }
        depth -= 1
    }

    private mutating func inFile(_ name: String, _ work: (inout Compiler) -> Void) {
        let outer = file
        file = name
        work(&self)
        file = outer
    }

    // MARK: Output

    /// Static markup, without the blanks that show nothing.
    mutating func emit(markup: [UInt8], startsLine: Bool, at line: Int) {
        emit(literal: context.consume(markup, startsLine: startsLine))
        if let problem = context.problem { report(problem, at: line) }
    }

    /// Bytes that are already safe where they stand.
    mutating func emit(literal: [UInt8]) {
        guard !literal.isEmpty else { return }
        let start = constants.count
        constants += literal
        if instructions.count > barrier, case .literal(let first, let last)? = instructions.last,
            last == start
        {
            instructions[instructions.count - 1] = .literal(first, constants.count)
        } else {
            instructions.append(.literal(start, constants.count))
        }
    }

    /// The next instruction's place, as the goal of a jump.
    mutating func label() -> Int {
        barrier = instructions.count
        return instructions.count
    }

    mutating func report(_ message: String, at line: Int, in other: String? = nil) {
        problems.append(TemplateProblem(file: other ?? file, line: line, message: message))
    }
}
