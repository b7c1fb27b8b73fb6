import Testing
import UPSSandbox

@testable import CarrierCore

@Suite("Reading the address a sign-in ends at")
struct RedirectAddressTests {
    private static let registered = "https://127.0.0.1/upscallback"

    private func code(_ text: String, registered: String = registered) throws -> String {
        try RedirectAddress(text, expected: registered).answer.get().reveal()
    }

    @Test(
        "Every form a paste takes gives its code",
        arguments: [
            "https://127.0.0.1/upscallback?code=123abc&scope=read&state=S",
            "https://127.0.0.1/upscallback?code=123abc",
            "  https://127.0.0.1/upscallback?code=123abc \n",
            "https://127.0.0.1/upsca\nllback?code=123\r\n   abc",
            "\"https://127.0.0.1/upscallback?code=123abc\"",
            "'https://127.0.0.1/upscallback?code=123abc'",
            "<https://127.0.0.1/upscallback?code=123abc>",
            "“<https://127.0.0.1/upscallback?code=123abc>”",
            "HTTPS://127.0.0.1:443/upscallback?code=123abc",
            "https://127.0.0.1/upscallback?scope=read&code=%31%32%33abc#_=_",
            "https%3A%2F%2F127.0.0.1%2Fupscallback%3Fcode%3D123abc",
            "\u{200b}https://127.0.0.1/upscallback?code=123abc\u{feff}",
        ])
    func everyFormGivesItsCode(_ text: String) throws {
        #expect(try code(text) == "123abc")
    }

    @Test("An address of 64 KiB is read whole")
    func longAddress() throws {
        let long = String(repeating: "a", count: 65_536)
        #expect(try code("https://127.0.0.1/upscallback?code=\(long)&state=S") == long)
    }

    @Test("A port, a path and a query of the registered address are kept to")
    func otherRegistrations() throws {
        #expect(try code("http://localhost:8765/cb?code=x", registered: "http://localhost:8765/cb") == "x")
        #expect(try code("http://[::1]:9/?code=x", registered: "http://[::1]:9") == "x")
        #expect(try code("https://127.0.0.1?code=x", registered: "https://127.0.0.1/") == "x")
    }

    private static let wrong: [(String, String)] = [
        ("", "Nothing was pasted."),
        ("hello", "This is not an address."),
        ("javascript:alert(1)", "This is not an address."),
        ("http://127.0.0.1/upscallback?code=1", "begins with http, not https"),
        ("https://127.0.0.2/upscallback?code=1", "its host"),
        ("https://127.0.0.1.evil.example/upscallback?code=1", "its host"),
        ("https://127.0.0.1\\@evil.example/upscallback?code=1", "its path"),
        ("https://evil.example\\@127.0.0.1/upscallback?code=1", "its host"),
        ("https://127.0.0.1@evil.example/upscallback?code=1", "user name"),
        ("https://me:pw@127.0.0.1/upscallback?code=1", "user name"),
        ("https://127.0.0.1:8443/upscallback?code=1", "its port"),
        ("https://127.0.0.1:x/upscallback?code=1", "This is not an address."),
        ("https://127.0.0.1:+443/upscallback?code=1", "This is not an address."),
        ("https://127.0.0.1:0443/upscallback?code=1", "This is not an address."),
        ("https://[::1]x/upscallback?code=1", "This is not an address."),
        ("https://127.0.0.1/upscallback/?code=1", "its path"),
        ("https://127.0.0.1/UPSCALLBACK?code=1", "its path"),
        ("https://127.0.0.1/%75pscallback?code=1", "its path"),
        ("https://127.0.0.1/upscallback?scope=read", "has no code"),
        ("https://127.0.0.1/upscallback?code=", "has no code"),
        ("https://127.0.0.1/upscallback?code", "has no code"),
        ("https://127.0.0.1/upscallback?code=1&code=2", "two values for code"),
        ("https://127.0.0.1/upscallback?code=1&c%6fde=2", "two values for code"),
        ("https://127.0.0.1/upscallback?code=1&state=a&state=a", "two values for state"),
        ("https://127.0.0.1/upscallback?code=1&error=access_denied", "a code and an error"),
        ("https://127.0.0.1/upscallback?code=%zz", "broken %"),
        ("https://127.0.0.1/upscallback?code=1%0d%0aX", "code in the address is damaged"),
        ("https://127.0.0.1/upscallback?code=\u{1b}[31m", "characters that no address has"),
        ("https://127.0.0.1/upscallback?code=é", "characters that no address has"),
    ]

    @Test("What is not the registered address is refused, saying why", arguments: wrong)
    func othersAreRefused(_ text: String, _ reason: String) throws {
        let error = try #require(throws: CarrierError.self) { try code(text) }
        #expect(error.code == .invalid)
        #expect(error.message.contains(reason), "\(error.message)")
        #expect(!error.advice.isEmpty)
    }

    @Test("Whatever is refused, UPS is asked for no token, and the sign-in goes on")
    func nobodyIsAsked() async throws {
        let stage = try await KeyStage()
        let attempt = try await stage.begin()
        for (text, reason) in Self.wrong {
            let error = try await #require(throws: CarrierError.self) {
                try await stage.authorizer.complete(attempt, address: text)
            }
            #expect(error.code == .invalid && error.message.contains(reason), "\(text): \(error.message)")
        }
        #expect(await stage.count(.token) == 0)
        #expect(try stage.store.grants().isEmpty)
        _ = try await stage.authorizer.complete(attempt, address: try await stage.signIn(at: attempt))
        #expect(await stage.count(.token) == 1)
    }

    @Test("A text of more than 1 MiB is refused before it is read")
    func tooLong() throws {
        let error = try #require(throws: CarrierError.self) {
            try code(String(repeating: "a", count: RedirectAddress.longest + 1))
        }
        #expect(error.message == "This is too long for an address.")
    }

    @Test(
        "UPS's own words for a refusal are shown, with the exit code that fits",
        arguments: [
            ("access_denied", CarrierError.Code.signInNeeded),
            ("temporarily_unavailable", .unavailable),
            ("invalid_scope", .refused),
        ])
    func refusals(_ word: String, _ expected: CarrierError.Code) throws {
        let error = try #require(throws: CarrierError.self) {
            try code("https://127.0.0.1/upscallback?error=\(word)&error_description=Not%20today")
        }
        #expect(error.code == expected)
        #expect(error.message.contains("\(word): Not today"))
    }
}
