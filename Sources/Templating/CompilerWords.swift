/// Where the field that fills a placeholder will be found.
struct WordSlot {
    let register: Int
    let isHTML: Bool
}

extension Compiler {
    /// `{{t key name=field}}`: the text becomes part of the template, with fields where its placeholders were.
    mutating func compileWords(_ key: String, _ arguments: [WordArgument], at line: Int) {
        guard let entry = catalogue.entry(key, locale) else {
            return report("there is no text \"\(key)\" in \(locale.rawValue)", at: line)
        }
        usedWords.insert(key)
        var targets: [String: Target] = [:]
        for argument in arguments {
            if !entry.placeholders.contains(argument.name) {
                report("\"\(key)\" has no placeholder {\(argument.name)} in \(locale.rawValue)", at: line)
            }
            do {
                targets[argument.name] = try scopes.resolve(argument.path)
            } catch {
                report(error.message, at: line)
                return
            }
        }
        let missing = entry.placeholders.subtracting(arguments.map(\.name)).sorted()
        if !missing.isEmpty {
            let names = missing.map { "\($0)=…" }.joined(separator: " ")
            return report("\"\(key)\" wants \(names) (\(locale.rawValue))", at: line)
        }
        guard let slots = argumentSlots(targets, of: key, at: line) else { return }
        switch entry {
        case .plain(let phrase):
            emit(phrase, of: key, slots, at: line)
        case .plural(let zero, let one, let other):
            guard case .number? = targets["count"]?.kind, let count = slots["count"] else {
                return report("count of \"\(key)\" must be a number", at: line)
            }
            emit(plural: (zero, one, other), of: key, count: count.register, slots, at: line)
        }
    }

    private mutating func argumentSlots(
        _ targets: [String: Target], of key: String, at line: Int
    ) -> [String: WordSlot]? {
        var slots: [String: WordSlot] = [:]
        for (name, target) in targets {
            switch target.kind {
            case .text, .number:
                slots[name] = scopes.register(of: target).map { WordSlot(register: $0, isHTML: false) }
            case .html where isMarkup(key):
                slots[name] = scopes.register(of: target).map { WordSlot(register: $0, isHTML: true) }
            case .optional:
                report(
                    "\(name) of \"\(key)\" is \(target.kind), a hole in the sentence: enter it first",
                    at: line)
            default:
                report("\(name) of \"\(key)\" is \(target.kind), which no sentence can show", at: line)
            }
        }
        return slots.count == targets.count ? slots : nil
    }

    private mutating func emit(
        plural: (zero: Phrase?, one: Phrase, other: Phrase), of key: String, count: Int,
        _ slots: [String: WordSlot], at line: Int
    ) {
        let place = instructions.count
        let before = context
        instructions.append(.plural(count, zero: 0, one: 0, other: 0))
        _ = label()
        if let zero = plural.zero { emit(zero, of: key, slots, at: line) }
        let zeroEnd = label()
        context = before
        emit(plural.one, of: key, slots, at: line)
        let oneEnd = label()
        context = before
        emit(plural.other, of: key, slots, at: line)
        instructions[place] = .plural(count, zero: zeroEnd, one: oneEnd, other: label())
    }

    private mutating func emit(_ phrase: Phrase, of key: String, _ slots: [String: WordSlot], at line: Int) {
        let before = context
        if isMarkup(key), before.place != .text {
            return report("\"\(key)\" is markup and cannot stand in an attribute", at: line)
        }
        for piece in phrase.pieces {
            switch piece {
            case .text(let text) where isMarkup(key):
                emit(markup: Array(text.utf8), startsLine: false, at: line)
            case .text(let text):
                if let refusal = context.insert(html: false) { return report(refusal, at: line) }
                context.valueStart = .text
                var escaped = PageBuffer(capacity: text.utf8.count + 64)
                escaped.appendEscaped(text)
                emit(literal: escaped.bytes)
            case .placeholder(let name):
                guard let slot = slots[name] else { continue }
                let beginsAddress = context.beginsAddress
                if let refusal = context.insert(html: slot.isHTML) { return report(refusal, at: line) }
                if beginsAddress {
                    instructions.append(.putAddress(slot.register))
                } else {
                    // In a link inside a sentence the number is part of an address, elsewhere of the sentence.
                    let bare = context.isInAttribute && isMarkup(key)
                    instructions.append(bare ? .putInAttribute(slot.register) : .put(slot.register))
                }
            }
        }
        if isMarkup(key), context.place != .text {
            context = before
            report("the markup of \"\(key)\" is not closed (\(locale.rawValue))", at: line)
        }
    }

    /// Whether the text of a key is markup rather than plain text.
    private func isMarkup(_ key: String) -> Bool { key.hasSuffix(".html") }
}
