import HTTP
import Testing

@testable import struct HTTP.Fingerprint

@Suite struct ValueTests {
    @Test(
        "Dates are written as HTTP writes them, and read back",
        arguments: [
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
            (4_102_444_799, "Thu, 31 Dec 2099 23:59:59 GMT"),
            (1_709_164_800, "Thu, 29 Feb 2024 00:00:00 GMT"),
        ])
    func dates(_ seconds: Int, _ text: String) {
        #expect(HTTPDate(secondsSince1970: seconds).text == text)
        #expect(HTTPDate(text)?.seconds == seconds)
    }

    @Test(
        "What is not a date is none",
        arguments: [
            "", "yesterday", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37",
            "Sun, 06 Nov 1994 25:00:00 GMT",
        ])
    func badDates(_ text: String) {
        #expect(HTTPDate(text) == nil)
    }

    @Test(
        "Fingerprints are those of MurmurHash3 x64 128",
        arguments: [
            ("", "00000000000000000000000000000000"), ("hello", "cbd8a7b341bd9b025b1e906a48ae1d19"),
            ("The quick brown fox jumps over the lazy dog", "e34bbc7bbc071b6c7a433ca9c49a9347"),
        ])
    func fingerprints(_ text: String, _ expected: String) {
        #expect(Fingerprint(of: Array(text.utf8).span).text == expected)
        #expect(EntityTag.strong(of: Array(text.utf8)).text == "\"\(expected)\"")
    }

    @Test("Ranges of addresses hold what they should")
    func ranges() throws {
        let ten = try #require(AddressRange("10.0.0.0/9"))
        #expect(ten.contains("10.127.255.255") && !ten.contains("10.128.0.0") && !ten.contains("11.0.0.0"))
        #expect(ten.contains("::ffff:10.0.0.1") && !ten.contains("nonsense"))
        let one = try #require(AddressRange("::1"))
        #expect(one.contains("0:0::1") && !one.contains("::2") && !one.contains("127.0.0.1"))
        #expect(AddressRange("0.0.0.0/0")?.contains("8.8.8.8") == true)
        for text in ["", "10.0.0", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "localhost"] {
            #expect(AddressRange(text) == nil)
        }
    }
}
