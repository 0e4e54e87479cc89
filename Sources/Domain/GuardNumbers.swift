extension ReadableText {
    /// International bank account numbers whose check digits are right (ISO 13616; ISO 7064 mod 97-10).
    func accountNumbers() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var position = 0
        while position < count {
            guard isLetter(position), isLetter(position + 1), isDigit(position + 2), isDigit(position + 3),
                !isLetterOrDigit(position - 1)
            else {
                position += 1
                continue
            }
            let country = String(decoding: folded[position...(position + 1)], as: UTF8.self)
            if let length = Self.lengthsOfAccounts[country], let run = run(from: position, length: length),
                !isLetterOrDigit(run.end), Self.isAccount(run.code)
            {
                found.append(position..<run.end)
                position = run.end
            } else {
                position += 1
            }
        }
        return found
    }

    private static func isAccount(_ code: [UInt8]) -> Bool {
        let turned = code[4...] + code[..<4]
        return turned.reduce(0) { rest, byte in
            byte >= 0x61 ? (rest * 100 + Int(byte) - 0x57) % 97 : (rest * 10 + Int(byte) - 0x30) % 97
        } == 1
    }

    /// Characters of an IBAN by country (SWIFT's IBAN registry).
    private static let lengthsOfAccounts: [String: Int] = [
        "ad": 24, "at": 20, "be": 16, "bg": 22, "ch": 21, "cy": 28, "cz": 24, "de": 22, "dk": 18, "ee": 20,
        "es": 24, "fi": 18, "fr": 27, "gb": 22, "gi": 23, "gr": 27, "hr": 21, "hu": 28, "ie": 22, "is": 26,
        "it": 27, "li": 21, "lt": 20, "lu": 20, "lv": 21, "ma": 28, "mc": 27, "mt": 31, "nl": 18, "no": 15,
        "pl": 28, "pt": 25, "ro": 24, "rs": 22, "se": 24, "si": 19, "sk": 24, "sm": 27, "tn": 24, "tr": 26,
    ]

    /// French social-security numbers (NIR) of 15 characters whose key is right: 97 less the rest of the first 13 digits
    /// by 97, where Corsica's `2A` counts as 19 and `2B` as 18 (INSEE, “Numéro d’inscription au répertoire”).
    func socialSecurityNumbers() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var position = 0
        while position < count {
            if isDigit(position), !isLetterOrDigit(position - 1), let run = run(from: position, length: 15),
                !isLetterOrDigit(run.end), Self.isSocialSecurityNumber(run.code)
            {
                found.append(position..<run.end)
                position = run.end
            } else {
                position += 1
            }
        }
        return found
    }

    private static func isSocialSecurityNumber(_ code: [UInt8]) -> Bool {
        var digits: [Int] = []
        for (place, byte) in code.enumerated() {
            switch (place, byte) {
            case (_, 0x30...0x39): digits.append(Int(byte) - 0x30)
            case (6, UInt8(ascii: "a")) where digits[5] == 2: digits.replaceSubrange(5..., with: [1, 9])
            case (6, UInt8(ascii: "b")) where digits[5] == 2: digits.replaceSubrange(5..., with: [1, 8])
            default: return false
            }
        }
        let month = digits[3] * 10 + digits[4]
        guard [1, 2, 3, 4, 7, 8].contains(digits[0]), (1...12).contains(month) || (20...99).contains(month)
        else { return false }
        let number = digits[..<13].reduce(0) { ($0 * 10 + $1) }
        return 97 - number % 97 == digits[13] * 10 + digits[14]
    }
}
