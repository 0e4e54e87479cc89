extension Catalogue {
    /// A language of the interface.
    public enum Locale: String, Sendable, Hashable, CaseIterable {
        case fr
        case en

        /// The two forms that both languages distinguish.
        enum PluralForm {
            case one
            case other
        }

        /// French says *0 vote, 1 vote, 2 votes*; English says *0 votes, 1 vote, 2 votes* (Unicode CLDR, plural rules).
        func pluralForm(of count: Int) -> PluralForm {
            switch self {
            case .fr: count == 0 || count == 1 || count == -1 ? .one : .other
            case .en: count == 1 || count == -1 ? .one : .other
            }
        }

        /// What stands between groups of three digits: a narrow no-break space in French, a comma in English.
        var groupSeparator: String {
            switch self {
            case .fr: "\u{202F}"
            case .en: ","
            }
        }

        /// The number with its digits grouped by three: `12 345` or `12,345`.
        public func grouped(_ number: Int) -> String {
            var buffer = PageBuffer(capacity: 64)
            buffer.appendGrouped(number, locale: self)
            return buffer.text
        }
    }
}

extension PageBuffer {
    /// Appends a number as a reader of the language expects it, with a true minus sign.
    mutating func appendGrouped(_ number: Int, locale: Catalogue.Locale) {
        if number >= 0 && number < 10 { return append(UInt8(ascii: "0") + UInt8(number)) }
        if number < 0 { appendVerbatim("−") }
        let digits = String(number.magnitude).utf8
        var remaining = digits.count
        for digit in digits {
            append(digit)
            remaining -= 1
            if remaining > 0, remaining.isMultiple(of: 3) { appendVerbatim(locale.groupSeparator) }
        }
    }
}
