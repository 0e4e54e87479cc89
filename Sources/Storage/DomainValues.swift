import Domain

extension Identifier: Bindable {
    var sql: SQLValue { .integer(rawValue) }
}

extension Timestamp: Bindable {
    var sql: SQLValue { .integer(seconds) }
}

extension Row {
    func id<Entity>(_ index: Int) -> Identifier<Entity> {
        Identifier(int(index))
    }

    func idOrNil<Entity>(_ index: Int) -> Identifier<Entity>? {
        intOrNil(index).map { Identifier($0) }
    }

    func time(_ index: Int) -> Timestamp {
        Timestamp(seconds: int(index))
    }

    func timeOrNil(_ index: Int) -> Timestamp? {
        intOrNil(index).map { Timestamp(seconds: $0) }
    }

    /// A word of a closed list, which the table's CHECK guarantees to be one.
    func word<Word: RawRepresentable>(_ index: Int, as type: Word.Type = Word.self) throws -> Word
    where Word.RawValue == String {
        let text = text(index)
        guard let word = Word(rawValue: text) else { throw UnknownWord(text: text, type: "\(type)") }
        return word
    }

    func wordOrNil<Word: RawRepresentable>(_ index: Int, as type: Word.Type = Word.self) throws -> Word?
    where Word.RawValue == String {
        textOrNil(index) == nil ? nil : try word(index, as: type)
    }

    /// Three columns from `index`: number, pseudonym, staff. Nil if the pseudonym is gone. Names of several people who
    /// sign one idea are parted by U+001F, which no pseudonym has.
    func member(_ index: Int) -> Member? {
        guard let pseudonym = textOrNil(index + 1) else { return nil }
        guard pseudonym.utf8.contains(0x1F) else {
            return Member(id: id(index), pseudonym: pseudonym, isStaff: flag(index + 2))
        }
        let names = pseudonym.split(separator: "\u{1F}").map(String.init)
        return Member(
            id: id(index), pseudonym: names.first, isStaff: flag(index + 2),
            companions: Array(names.dropFirst()))
    }
}

/// A stored word that this version of the program does not know.
struct UnknownWord: Error {
    let text: String
    let type: String
}
