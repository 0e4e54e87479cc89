import Domain
import Testing

@Suite struct TableFileTests {
    @Test("UTF-8 is read as it is, anything else as Windows-1252, and what is no text is not read")
    func encodings() {
        #expect(TableFile.text(of: Array("œuf;été\r\n".utf8)) == "œuf;été\r\n")
        #expect(TableFile.text(of: [0x80, 0x3B, 0x9C, 0xE9, 0x92]) == "€;œé’")
        #expect(TableFile.text(of: []) == "")
        for bytes: [UInt8] in [[0x50, 0x4B, 3, 4], [0x61, 0], [0xFF, 0xFE, 0x61, 0], [0x81]] {
            #expect(TableFile.text(of: bytes) == nil)
        }
    }

    @Test("every byte that Windows-1252 knows becomes one character")
    func bytes() {
        for byte in UInt8(0x80)...0xFF where ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) {
            #expect(TableFile.text(of: [byte])?.unicodeScalars.count == 1, "\(byte)")
        }
    }
}
