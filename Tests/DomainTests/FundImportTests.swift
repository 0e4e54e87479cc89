import Domain
import Testing

@Suite struct FundImportTests {
    private static func faults(_ text: String) -> [String] {
        do {
            _ = try FundImport(text)
            return []
        } catch {
            return error.faults.map { "\($0.line) \($0.problem.field) \($0.problem.code.rawValue)" }
        }
    }

    @Test("a table becomes events, whatever its separator, quotes, line ends and order of columns")
    func tables() throws {
        let expected = [
            FundCase.pay("A", 123_450), FundCase.claim("A", 9_000, "dégât; des eaux"),
            FundCase.leave("B", 146),
        ]
        let semicolons =
            "\u{FEFF}type;member;amount;kind;days;period\r\ncontribute;A;1\u{202F}234,5;;;\r\n"
            + "claim;A;90;\"dégât; des eaux\"\r\n\r\n leave ; B ;;;146;365"
        let commas = """
            period,days,kind,amount,member,type
            ,,,"1234,50",A,contribute
            ,,dégât; des eaux,90.00,A,claim
            365,146,,,B,leave

            """
        #expect(try FundImport(semicolons).events == expected)
        #expect(try FundImport(commas).events == [expected[0], expected[1], expected[2]])
        #expect(try FundImport("type;member;amount").events == [])
        let quoted = try FundImport("type;member;amount\ncontribute;\"le \"\"A\"\"\";1").events
        #expect(quoted == [FundCase.pay("le \"A\"", 100)])
    }

    @Test("French words do as well, and the days of the period can be left out")
    func french() throws {
        let table = """
            Type;Membre;Montant;Nature;Jours
            Cotisation;A;1234,50
            sinistre;A;90;Eau
            départ;B;;;146
            """
        let expected = [
            FundCase.pay("A", 123_450), FundCase.claim("A", 9_000, ClaimKind.water.rawValue),
            FundCase.leave("B", 146),
        ]
        #expect(FundImport(reading: table, length: 365).events == expected)
        #expect(Self.faults(table) == ["4 period missing"])
        for kind in ClaimKind.allCases { #expect(FundImport.frenchWords[kind.rawValue] != nil, "\(kind)") }
    }

    @Test("all that has to be mended is named, line by line, and nothing is taken")
    func rejections() {
        let table = """
            type;member;amount;kind;days;period
            contribute;A;12,345
            contribute;;10
            gift;A;10
            claim;A;10
            contribute;A;-1;
            ;A;1
            leave;A;;;400;365
            leave;B;;;x;365
            leave;C;;;1;365
            leave;C;;;1;365
            contribute;A;1;;;;7
            """
        #expect(
            Self.faults(table) == [
                "2 amount notANumber", "3 member missing", "4 type unknownChoice", "5 kind missing",
                "6 amount notANumber", "7 type missing", "8 days outOfRange", "9 days notANumber",
                "11 member taken", "12 type wrong",
            ])
        #expect(Self.faults("") == ["1 type missing", "1 member missing", "1 amount missing"])
        #expect(Self.faults("type;member;amount;amout") == ["1 amout unknownChoice"])
        let many = "type;member;amount\n" + String(repeating: "contribute;A;x\n", count: 300)
        #expect(throws: FundImport.Rejection.self) { try FundImport(many) }
        #expect(Self.faults(many).count == FundImport.Rejection.mostListed)
    }

    @Test(
        "amounts are read as people write them, and never guessed",
        arguments: [
            ("12", 1_200), ("12,5", 1_250), ("12.05", 1_205), ("1 234,56", 123_456),
            ("1\u{A0}234\u{202F}567", 123_456_700), ("0", 0), ("999999999999999,99", 99_999_999_999_999_999),
            ("1,234", nil), ("1.234,56", nil), ("-1", nil), ("", nil), (",5", nil), ("5,", nil), ("1e3", nil),
            ("١٢", nil), ("9999999999999999", nil), ("12 €", nil),
        ] as [(String, Int64?)])
    func amounts(text: String, cents: Int64?) {
        #expect(Money.cents(typed: text) == cents)
    }
}
