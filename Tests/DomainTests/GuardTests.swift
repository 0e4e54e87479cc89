import Testing

@testable import Domain

@Suite struct GuardTests {
    static let guardian = Guard(contracts: (try? ContractPattern.list("MT-999999")) ?? [])

    @Test("on labelled sentences, the guard finds nearly all and is nearly never wrong, kind by kind")
    func measured() {
        #expect(LabelledSentences.all.count >= 200)
        var report = ["", "kind             right  wrong  missed  precision  recall"]
        for kind in Guard.Kind.allCases {
            var right = 0
            var wrong: [String] = []
            var missed: [String] = []
            for sentence in LabelledSentences.all {
                let found = Set(Self.guardian.findings(in: sentence.text).map(\.kind))
                switch (found.contains(kind), sentence.kinds.contains(kind)) {
                case (true, true): right += 1
                case (true, false): wrong.append(sentence.text)
                case (false, true): missed.append(sentence.text)
                case (false, false): break
                }
            }
            let precision = Double(right) / Double(max(1, right + wrong.count))
            let recall = Double(right) / Double(max(1, right + missed.count))
            let name = kind.rawValue + String(repeating: " ", count: 17 - kind.rawValue.count)
            report.append("\(name)\(right)  \(wrong.count)  \(missed.count)  \(precision)  \(recall)")
            let floor = kind == .health ? 0.93 : 0.97
            #expect(precision >= floor, "\(kind) wrongly in \(wrong)")
            #expect(recall >= floor, "\(kind) missed in \(missed)")
            #expect(right >= 10, "\(kind)")
        }
        print(report.joined(separator: "\n"))
    }

    @Test("a mask takes the passage out and leaves the rest")
    func masks() {
        let text =
            "Appelez-moi au 06 12 34 56 78 ou camille.d@courriel.example, contrat MT-204518, merci à tous."
        #expect(
            Self.guardian.masked(text)
                == "Appelez-moi au •• •• •• •• •• ou •••@•••, contrat ••••••••, merci à tous.")
        #expect(Self.guardian.findings(in: Self.guardian.masked(text)).isEmpty)
    }

    @Test("ranges fit the text, whatever its accents and pictures")
    func ranges() {
        let text = "E\u{301}te\u{301} 👩‍👩‍👧 à Nîmes\u{A0}: 06.12.34.56.78, voilà."
        #expect(Self.guardian.findings(in: text).map { String(text[$0.range]) } == ["06.12.34.56.78"])
        let owned = "Bonjour, je suis diabe\u{301}tique."
        #expect(
            Self.guardian.findings(in: owned).map { String(owned[$0.range]) } == ["je suis diabe\u{301}tique"]
        )
    }

    @Test("an author may mask what can be masked, and send the rest as it is")
    func answers() throws {
        let number = "Rappelez-moi au 06 12 34 56 78 demain."
        let health = "Je suis diabétique et je voyage beaucoup."
        #expect(throws: Refusal.invalid("text", .containsPhone)) {
            try Self.guardian.admit(number, as: "text", answer: nil)
        }
        #expect(throws: Refusal.invalid("text", .containsPhone)) {
            try Self.guardian.admit(number, as: "text", answer: .anyway)
        }
        #expect(try Self.guardian.admit(number, as: "text", answer: .mask).contains("•• ••"))
        #expect(throws: Refusal.invalid("text", .containsHealth)) {
            try Self.guardian.admit(health, as: "text", answer: nil)
        }
        #expect(try Self.guardian.admit(health, as: "text", answer: .anyway) == health)
        let idea = IdeaContent(
            title: "Mon asthme et le vélo", text: "Écrivez à zoe@courriel.example pour en parler.")
        #expect(
            throws: Refusal.invalid([
                Problem(field: "title", code: .containsHealth), Problem(field: "text", code: .containsEmail),
            ])
        ) { try Self.guardian.admit(idea, answer: nil) }
    }

    @Test("a pattern for contract numbers says what it finds, and is refused if it would find too much")
    func patterns() throws {
        func finds(_ pattern: String, _ text: String) throws -> Bool {
            !Guard(contracts: try ContractPattern.list(pattern)).findings(in: text).isEmpty
        }
        #expect(try finds("AA-999999", "contrat qz 123456"))
        #expect(try finds("AA-999999", "contrat QZ123456."))
        #expect(try !finds("AA-999999", "contrat QZ1234567"))
        #expect(try finds("MT-999999, C 9999 9999", "c12345678"))
        #expect(try finds("\\A9999", "A1234"))
        #expect(try !finds("\\A9999", "B1234"))
        #expect(try ContractPattern.list(" ").isEmpty)
        #expect(throws: ContractPattern.Fault.tooFewDigits) { try ContractPattern("AA-99") }
        #expect(throws: ContractPattern.Fault.unknownCharacter("é")) { try ContractPattern("é9999") }
        #expect(throws: ContractPattern.Fault.tooLong) {
            try ContractPattern(String(repeating: "9", count: 41))
        }
    }

    @Test("a long text with figures everywhere hides nothing of what it holds, and invents nothing")
    func longText() {
        let ordinary = String(
            repeating: "Nous avons pensé à la prévention, 12 fois sur 100, et ma voisine aussi. ", count: 140)
        #expect(Self.guardian.findings(in: ordinary).isEmpty)
        #expect(Self.guardian.findings(in: ordinary + "Appelez le 06 12 34 56 78.").map(\.kind) == [.phone])
    }
}
