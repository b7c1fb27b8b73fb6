import Testing

@testable import CarrierCore

@Suite("JSON")
struct JSONTests {
    @Test("a value reads back as it was written, on one line and on many")
    func roundTrip() throws {
        let value = JSON.object([
            .init("b", .array([.null, .bool(true), .number("-12.50e+3"), .array([]), .object([])])),
            .init("a", .string("Ünï \"x\" \\ \n\t\u{1B}[2J 👍\u{202E}\u{7F}")),
        ])
        #expect(try JSON(parsing: value.description) == value)
        #expect(try JSON(parsing: value.text(pretty: true)) == value)
        #expect(value.description == value.description)
        #expect(!value.description.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }

    @Test("escapes and surrogate pairs are read")
    func escapes() throws {
        #expect(try JSON(parsing: #""\u0041\ud83d\udc4d\/\b\f""#) == .string("A👍/\u{8}\u{C}"))
        #expect(try JSON(parsing: "\u{FEFF} [ 1 , 2 ] \n") == .array([.number("1"), .number("2")]))
    }

    @Test(
        "what is no JSON is refused, with the place",
        arguments: [
            "", " ", "{", "}", "[1,]", "{\"a\":1,}", "{\"a\"}", "{a:1}", "[1 2]", "01", "-", "1.", ".5", "+1",
            "1e", "tru", "nul", "NaN", "'a'", "\"a", "\"\u{1}\"", "\"\n\"", "\"\\x\"", "\"\\u12\"",
            "\"\\ud800\"",
            "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\\u00g0\"", "1 2", "{\"a\":1,\"a\":2}", "[1]]", "/**/1",
        ])
    func broken(text: String) {
        let error = #expect(throws: CarrierError.self) { try JSON(parsing: text) }
        #expect(error?.code == .invalid)
        #expect(error?.message.contains("line 1, column") == true || text.contains("\n"))
    }

    @Test("a beginning without its end is told from what is broken")
    func breaksOff() {
        let whole = #" {"a":[1,-2.5e+3,true,null],"b":"\u0041\ud83d\udc4d ü"}"#.utf8
        #expect(!JSON.breaksOff(whole))
        for end in 2..<whole.count { #expect(JSON.breaksOff(whole.prefix(end)), "\(end)") }
        for text in ["", "  ", "<html>", "nothing", "{a", #"{"a" "b""#, #"["\x"]"#, "[1]]"] {
            #expect(!JSON.breaksOff(text.utf8), "\(text)")
        }
    }

    @Test("bytes that are no UTF-8 are refused")
    func utf8() {
        #expect(throws: CarrierError.self) { try JSON(parsing: [0x22, 0xFF, 0x22]) }
        #expect(throws: CarrierError.self) { try JSON(parsing: [0x22, 0xC0, 0x80, 0x22]) }
    }

    @Test("nesting without end is refused, and so is a text that goes on and on")
    func hostile() throws {
        #expect(throws: CarrierError.self) { try JSON(parsing: String(repeating: "[", count: 1_000_000)) }
        #expect(throws: CarrierError.self) {
            try JSON(parsing: String(repeating: "{\"a\":", count: 100_000))
        }
        let deep =
            String(repeating: "[", count: JSON.maximumDepth)
            + String(repeating: "]", count: JSON.maximumDepth)
        #expect(throws: Never.self) { try JSON(parsing: deep) }
        let error = #expect(throws: CarrierError.self) {
            try JSON(parsing: [UInt8](repeating: 0x20, count: JSON.maximumSize + 1))
        }
        #expect(error?.message.contains("256 MiB") == true)
    }
}
