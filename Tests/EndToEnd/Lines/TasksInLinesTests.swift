import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("Every task of the editor in lines", .serialized)
struct TasksInLinesTests {
    @Test func `an output without room for a moment is waited for`() async throws {
        let station = try await Station()
        let lines = try LineSession(
            .pipes, environment: station.environment, ["edit", "--accessible"], isFull: true)
        try await lines.waitUntilItSleeps()
        lines.makeRoom()
        try await lines.expect("Carrier Editor. Answer each question with a line.")
    }

    @Test("An adapter is verified, mapped and maintained, and tracks")
    func adapter() async throws {
        let station = try await Station()
        try await station.setUp()
        try await station.run([
            "account", "add", "UPS", "--number", "A1B2C3", "--postal-code", "49355", "--country", "US",
        ])
        let lines = try station.lines(.terminal)
        try await lines.answer("Choice: ", "Setup: Adapters")
        try await lines.expect(
            "UPS Tracking Adapter; Authorization Legacy Authentication; Status Not Authorized")
        try await lines.answer("Choice: ", "Edit Configuration")
        try await lines.answer("Choice (Enter: Save): ", "URI")
        try await lines.expect("Test URI: http")
        try await lines.answer("Choice (Enter: Save): ", "Information")
        try await lines.answer("Choice: ", "Authorization Method")
        try await lines.answer([
            ("OAuth Authorization Option (Legacy Authentication): ", "Customer Client"),
            ("Endpoint Type (Production): ", "Test"),
            ("Client ID (empty): ", Station.application.clientID),
            ("Client Secret (not set): ", try #require(Station.application.clientSecret)),
            ("Choice: ", "Verify"),
        ])
        try await lines.expect("The access token was generated successfully.")
        try await lines.answer("Enter: OK ", "")
        try await lines.answer("Choice: ", ".")
        try await lines.answer("Choice: ", ".")
        try await lines.answer("Choice (Enter: Save): ", "Shippers")
        try await lines.expect("Give the numbers of all that apply")
        try await lines.answer("Shippers (none): ", "1")
        try await lines.answer("Choice (Enter: Save): ", "")
        try await lines.expect("Need Maintenance")
        try await lines.answer("Choice: ", "Run")
        try await lines.expect("Trying the key at UPS. Wait")
        try await lines.expect("The adapter is Ready.")
        try await lines.answer("Enter: Close ", "")
        try await lines.expect("Status Ready")
        try await lines.answer("Choice: ", ".")
        try await lines.answer("Choice: ", "Tools: Track")
        try await lines.answer("Tracking Number (empty): ", "1ZX9Y8Z70290000047")
        try await lines.answer("Choice (Enter: Track): ", "")
        try await lines.expect("Asking UPS about 1ZX9Y8Z70290000047. Wait")
        try await lines.expect("1ZX9Y8Z70290000047; Status ")
        try await lines.answer("Choice (Enter: Track): ", ".")
        try await lines.answer("Choice: ", ".")
        #expect(try await lines.end() == 0)
        lines.expectLinesOnly()
        let secret = try #require(Station.application.clientSecret)
        #expect(!String(decoding: lines.transcript, as: UTF8.self).contains(secret))
    }

    @Test(
        "Users and settings are changed, carriers written and read, and the record tells",
        arguments: LineSession.Wire.allCases)
    func upkeep(_ wire: LineSession.Wire) async throws {
        let station = try await Station()
        try await station.setUp()
        let lines = try station.lines(wire)
        let file = station.home.file("carriers.json")
        try await lines.answer([
            ("Choice: ", "Setup: Settings"), ("Choice (Enter: OK): ", "Installation"),
            ("Alert Days (7): ", "99"),
        ])
        try await lines.expect("1 to 60")
        try await lines.answer([
            ("Alert Days (99): ", "14"), ("Date Form (", "ISO"), ("Theme (As", ""),
            ("Idle Lock (minutes) (0): ", ""),
            ("Reports Folder (empty): ", "\\."), ("Choice (Enter: OK): ", ""),
            ("Choice: ", "Setup: Users"), ("Choice: ", "Add"),
            ("User Name, required (empty): ", "olga"), ("Role (Operator): ", "?"),
        ])
        try await lines.expect("Administrators do everything.")
        try await lines.answer([
            ("Role (Operator): ", ""), ("Password, required (empty): ", "canary-1"),
            ("Repeat Password, required (empty): ", "canary-2"),
        ])
        try await lines.expect("The two passwords differ.")
        try await lines.answer([
            ("Repeat Password, required (typed, not shown): ", "canary-1"), ("Choice (Enter: OK): ", ""),
        ])
        try await lines.expect("olga; Role Operator; Password set; State active")
        try await lines.answer([
            ("Choice: ", "."), ("Choice: ", "Export"), ("What (The carrier UPS): ", "All"),
            ("File, required (carriers.json): ", file), ("Choice (Enter: OK): ", ""),
        ])
        try await lines.expect("1 carrier was written to \(file).")
        try await lines.answer([
            ("Enter: OK ", ""), ("Choice: ", "Delete"), ("Choice (Enter: Cancel): ", "Delete"),
        ])
        try await lines.expect("No carriers yet")
        try await lines.answer([
            ("Choice: ", "Import"), ("File, required (empty): ", file), ("Choice (Enter: OK): ", ""),
        ])
        try await lines.expect("UPS; Import will be created")
        try await lines.answer("Choice (Enter: Import): ", "")
        try await lines.expect("1 carrier created, 0 replaced, 0 skipped.")
        try await lines.answer("Enter: OK ", "")
        try await lines.expect("UPS; Type UPS")
        try await lines.answer("Choice: ", "Tools: Audit")
        try await lines.expect("Action created; What carrier UPS")
        try await lines.answer([("Choice (Enter: Close): ", ""), ("Choice: ", ".")])
        #expect(try await lines.end() == 0)
        lines.expectLinesOnly()
        if wire == .terminal {
            #expect(!String(decoding: lines.transcript, as: UTF8.self).contains("canary"))
        }
        let settings = try await station.run(["user", "list"]).output
        #expect(settings.contains("olga"))
    }

    @Test("Keys are refreshed, removed and asked about, and the doctor tells")
    func keys() async throws {
        let station = try await Station()
        try await station.setUp()
        try await station.addKey()
        let lines = try station.lines(.pipes)
        try await lines.answer([("Choice: ", "Tools: Refresh"), ("Keys (Due within 7 days): ", "All")])
        try await lines.expect("UPS; Endpoint Test; Key valid 59 d")
        try await lines.answer("Choice (Enter: Refresh): ", "")
        try await lines.expect("Asking UPS. Wait")
        try await lines.expect("Renewed: 1 of 1.")
        try await lines.answer("Choice", ".")
        try await lines.answer("Choice: ", "Tools: Doctor")
        try await lines.expect("Examining the store and the way to UPS. Wait")
        try await lines.expect("Ended: Examining the store and the way to UPS.")
        try await lines.expect("0 errors")
        try await lines.answer([
            ("Choice (Enter: Run Again): ", "."), ("Choice: ", "Edit"), ("Choice (Enter: OK): ", "REST"),
            ("Authorization Method (Authorization Code): ", "."), ("Choice (Enter: OK): ", "REST"),
            ("Authorization Method (Authorization Code): ", ""), ("Choice: ", "Test: Key"),
        ])
        try await lines.expect("Refresh Count: 1")
        try await lines.answer([
            ("Choice (Enter: Cancel): ", ""), ("Choice: ", "Test: Remove"),
            ("Choice (Enter: Cancel): ", "Remove"),
        ])
        try await lines.expect("Test: Access Token none")
        try await lines.answer([("Choice: ", "."), ("Choice (Enter: OK): ", "."), ("Choice: ", ".")])
        #expect(try await lines.end() == 0)
        lines.expectLinesOnly()
    }

    @Test("Login reads the password unseen, and refuses without a hint")
    func login() async throws {
        let station = try await Station()
        try await station.setUp()
        try await station.run(
            ["user", "add", "olga", "--role", "operator", "--password-stdin"], input: "canary-9\n")
        let lines = try station.lines(.terminal)
        try await lines.answer([
            ("User Name, required (empty): ", "olga"), ("Password (empty): ", "canary-0"),
            ("Choice (Enter: OK): ", ""),
        ])
        try await lines.expect("The user name or the password is wrong.")
        try await lines.expect("The user name or the password is wrong.\r\n")
        try await lines.answer([
            ("Choice (Enter: OK): ", "1"), ("User Name, required (olga): ", ""),
            ("Password (empty): ", "canary-9"), ("Choice (Enter: OK): ", ""),
        ])
        try await lines.expect("olga · Operator")
        try await lines.answer("Choice: ", "View")
        try await lines.answer("Choice", "General")
        try await lines.expect("Carrier Name: UPS")
        try await lines.answer("Choice", ".")
        try await lines.answer("Choice: ", ".")
        #expect(try await lines.end() == 0)
        lines.expectLinesOnly()
        #expect(!String(decoding: lines.transcript, as: UTF8.self).contains("canary"))
    }

    @Test(
        "A lost connection keeps the draft, and gives the terminal its echo back",
        arguments: [SIGHUP, SIGINT])
    func lost(_ signal: Int32) async throws {
        let station = try await Station()
        try await station.setUp()
        let lines = try station.lines(.terminal, "--carrier", "UPS")
        try await lines.answer([
            ("Choice (Enter: OK): ", "General"), ("Carrier Name, required (UPS): ", "Canary"),
        ])
        try await lines.expect("Write Back Rate")
        kill(lines.processIdentifier, signal)
        #expect(try await lines.end() == 128 + signal)
        lines.expectLinesOnly()
        let next = try station.lines(.pipes)
        try await next.expect("Changes to the carrier UPS, last typed in on")
        try await next.answer([
            ("Choice (Enter: Continue): ", ""), ("Choice (Enter: OK): ", ""), ("Choice: ", "."),
        ])
        #expect(try await next.end() == 0)
        try await station.run(["carrier", "show", "Canary"])
    }

    @Test("A dumb terminal is spoken with in lines, and told so; the end of input ends the program")
    func dumb() async throws {
        let station = try await Station()
        try await station.setUp()
        let lines = try LineSession(
            .terminal, environment: station.environment.merging(["TERM": "dumb", "LANG": "C"]) { $1 },
            ["edit"])
        try await lines.expect(
            "The terminal is dumb (TERM): plain prompts and lines take the place of windows.")
        try await lines.answer("Choice: ", "Edit")
        try await lines.expect("Carrier Editor - UPS(R)")
        try await lines.expect("Choice (Enter: OK): ")
        try lines.send([0x04])
        try await lines.expect("Choice: ")
        try lines.send([0x04])
        #expect(try await lines.end() == 0)
        lines.expectLinesOnly()
        #expect(lines.transcript.allSatisfy { $0 < 0x80 })

        let ended = try await BuiltProgram(environment: station.environment).run(
            ["edit", "--accessible"], input: "3\n1\n")
        #expect(ended.status == 0)
        #expect(ended.output.contains("\nGeneral\nCustom Reports: "))
    }

    @Test("A pasted address of 20,000 characters, broken into lines, is taken whole")
    func longPaste() async throws {
        let station = try await Station()
        try await station.setUp()
        let lines = try station.lines(.terminal, "--carrier", "UPS")
        try await lines.answer([
            ("Choice (Enter: OK): ", "REST"), ("Authorization Method (Authorization Code): ", ""),
            ("Choice: ", "Test: Add Key"),
        ])
        let shown = try await lines.signInAddress()
        let address = try #require(await station.sandbox.signIn(at: shown))
        try await lines.expect("The address (empty): ")
        let long = Array((address + "&padding=" + String(repeating: "x", count: 20_000)).utf8)
        for start in stride(from: 0, to: long.count, by: 900) {
            try lines.send(Array(long[start..<min(start + 900, long.count)]) + [0x0A])
        }
        try await lines.answer("Choice (Enter: OK): ", "")
        try await lines.expect("The access token was generated successfully.")
        lines.expectLinesOnly()
    }
}
