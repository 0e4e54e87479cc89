import Synchronization

/// One step of writing a page.
enum Instruction: Sendable {
    /// Sends a range of the constant bytes.
    case literal(Int, Int)
    /// Sends a register, escaped; a number is grouped.
    case put(Int)
    /// Sends a register inside an attribute, escaped; a number has bare digits.
    case putInAttribute(Int)
    /// Sends a register that begins an address.
    case putAddress(Int)
    /// Goes on elsewhere unless there is something in the register.
    case skipUnless(Int, to: Int)
    /// Goes on elsewhere if there is something in the register.
    case skipIf(Int, to: Int)
    /// Repeats what follows, up to `end`, once per row of the register.
    case each(Int, plan: Int, end: Int)
    /// Writes an earlier stretch again for a record inside its own kind, such as an answer to a comment.
    case again(Int)
    /// Chooses between the forms of a phrase: what follows is zero (up to the first place), one (up to the
    /// second) and other (up to the third).
    case plural(Int, zero: Int, one: Int, other: Int)
}

/// A stretch of instructions that is written again one level deeper.
struct Recursion: Sendable {
    var start = 0
    var end = 0
    /// Where the deeper record's fields were loaded, and where the stretch looks for them.
    var moves: [(from: Int, to: Int)] = []
}

/// A template compiled for one type of page and one language: flat, immutable, with nothing left to look up.
final class Program: Sendable {
    let locale: Catalogue.Locale
    let instructions: [Instruction]
    let constants: [UInt8]
    let plans: [LoadPlan]
    let recursions: [Recursion]
    let framePlan: LoadPlan
    let pagePlan: LoadPlan
    let registerCount: Int
    private let lastSize = Atomic<Int>(4096)

    init(
        locale: Catalogue.Locale, instructions: [Instruction], constants: [UInt8], plans: [LoadPlan],
        recursions: [Recursion], framePlan: LoadPlan, pagePlan: LoadPlan, registerCount: Int
    ) {
        self.locale = locale
        self.instructions = instructions
        self.constants = constants
        self.plans = plans
        self.recursions = recursions
        self.framePlan = framePlan
        self.pagePlan = pagePlan
        self.registerCount = registerCount
    }

    /// Writes the page into a buffer as large as the last one was.
    func run(page: some TemplateData, frame: some TemplateData) -> Sheet {
        let size = lastSize.load(ordering: .relaxed)
        var execution = Execution(program: self, capacity: size + size / 8)
        frame.loadTemplateValue(framePlan, into: &execution.registers)
        page.loadTemplateValue(pagePlan, into: &execution.registers)
        execution.run(0, instructions.count)
        lastSize.store(execution.output.count, ordering: .relaxed)
        return Sheet(bytes: execution.output.bytes, gaps: execution.output.gaps)
    }
}

/// A page while it is written.
private struct Execution: ~Copyable {
    let locale: Catalogue.Locale
    let instructions: [Instruction]
    let constants: [UInt8]
    let plans: [LoadPlan]
    let recursions: [Recursion]
    var registers: Registers
    var output: PageBuffer

    init(program: Program, capacity: Int) {
        output = PageBuffer(capacity: capacity)
        locale = program.locale
        instructions = program.instructions
        constants = program.constants
        plans = program.plans
        recursions = program.recursions
        registers = Registers(count: program.registerCount)
    }

    mutating func run(_ start: Int, _ end: Int) {
        var next = start
        while next < end {
            let instruction = instructions[next]
            next += 1
            switch instruction {
            case .literal(let start, let end):
                constants.withUnsafeBufferPointer { bytes in
                    if let base = bytes.baseAddress { output.append(base + start, end - start) }
                }
            case .put(let register): output.append(registers.values[register], grouped: locale)
            case .putInAttribute(let register): output.append(registers.values[register], grouped: nil)
            case .putAddress(let register):
                if case .text(let text) = registers.values[register] {
                    output.appendAddress(text)
                } else {
                    output.append(registers.values[register], grouped: nil)
                }
            case .skipUnless(let register, let place):
                if !registers.values[register].holdsSomething { next = place }
            case .skipIf(let register, let place):
                if registers.values[register].holdsSomething { next = place }
            case .each(let register, let plan, let end):
                if case .rows(let rows) = registers.values[register] {
                    for index in 0..<rows.count {
                        rows.load(index, plans[plan], &registers)
                        run(next, end)
                    }
                }
                next = end
            case .again(let index):
                let recursion = recursions[index]
                let outer = registers
                for move in recursion.moves { registers.values[move.to] = outer.values[move.from] }
                run(recursion.start, recursion.end)
                registers = outer
            case .plural(let register, let zero, let one, let other):
                guard case .number(let count) = registers.values[register] else { continue }
                switch locale.pluralForm(of: count) {
                case _ where count == 0 && zero > next: run(next, zero)
                case .one: run(zero, one)
                case .other: run(one, other)
                }
                next = other
            }
        }
    }
}

extension PageBuffer {
    /// Appends a value, with the digits of a number grouped in a language, or bare.
    fileprivate mutating func append(_ value: borrowing Value, grouped locale: Catalogue.Locale?) {
        switch value {
        case .text(let text): appendEscaped(text)
        case .number(let number):
            if let locale { appendGrouped(number, locale: locale) } else { appendVerbatim(String(number)) }
        case .html(let html): appendVerbatim(html.markup)
        case .blank(let blank): leave(blank)
        case .flag, .absent, .rows: break
        }
    }
}

extension Value {
    /// What `{{#name}}` asks.
    fileprivate var holdsSomething: Bool {
        switch self {
        case .flag(let flag): flag
        case .absent: false
        case .rows(let rows): rows.count > 0
        case .text, .html, .number, .blank: true
        }
    }
}
