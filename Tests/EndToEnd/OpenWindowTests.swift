import Foundation
import Glibc
import TestSupport
import Testing
import UPSSandbox

@Suite("Killed with a window open, in a real terminal", .serialized)
struct OpenWindowTests {
    /// What is stored when the editor starts, and so what it shows first.
    enum Store: String {
        case empty = "Welcome to Carrier Editor"
        case keyed = "valid 59 d"
        case expiring = "Access Token Expiration Alert"
        case withUsers = "User Name"

        func station() async throws -> Station {
            let station = try await Station { if self == .expiring { $0.refreshTokenLifetime = 3 * 86_400 } }
            guard self != .empty else { return station }
            try await station.setUp()
            try await station.addKey()
            if self == .withUsers {
                try await station.run(
                    ["user", "add", "olga", "--role", "operator", "--password-stdin"], input: "a-long-one\n")
            }
            return station
        }
    }

    /// A window, the keys that lead to it from the carriers, and what it shows.
    struct Opening: CustomTestStringConvertible, Sendable {
        let window: String
        let keys: [String]
        let shows: String
        let state: Store
        var testDescription: String { window }

        init(_ window: String, _ keys: String..., shows: String, on state: Store = .keyed) {
            (self.window, self.keys, self.shows, self.state) = (window, keys, shows, state)
        }
    }

    static let openings = [
        Opening("Welcome", shows: "Explore with the sandbox", on: .empty),
        Opening("Login", shows: "Password", on: .withUsers),
        Opening("Access Token Expiration Alert", shows: "UPS Test access token expires on", on: .expiring),
        Opening("Carriers", shows: "valid 59 d"),
        Opening("Commands", "C-p", shows: "Type to find a command"),
        Opening("Ribbon", "F10", shows: "Settings"),
        Opening("Copy", "M-c", shows: "Copy Carrier"),
        Opening("Delete", "M-d", shows: "Delete Carrier"),
        Opening("Import", "M-i", shows: "Import Carriers"),
        Opening("Export", "M-x", shows: "Export Carriers"),
        Opening("Settings", "M-s", "s", shows: "UPS Application"),
        Opening("Users", "M-s", "u", shows: "User Name"),
        Opening("Add User", "M-s", "u", "M-a", shows: "Repeat Password"),
        Opening("Adapters", "M-s", "a", shows: "UPS Tracking Adapter"),
        Opening("Edit Configuration", "M-s", "a", "Enter", "M-i", shows: "OAuth Authorization Option"),
        Opening("Run Maintenance", "M-s", "a", "M-r", shows: "uses Legacy Authentication"),
        Opening("Track", "M-t", "t", shows: "Tracking Number"),
        Opening("Refresh Keys", "M-t", "r", shows: "Due within 7 days"),
        Opening("Audit", "M-t", "a", shows: "carrier UPS"),
        Opening("Doctor", "M-t", "d", shows: "Severity"),
        Opening("About", "M-h", "a", shows: "trademarks of United"),
        Opening("Carrier Editor", "Enter", shows: "Carrier Name*"),
        Opening("Discard question", "Enter", "x", "Escape", shows: "Discard changes?"),
        Opening("Field help", "Enter", "F1", shows: "1 to 50 characters"),
        Opening("Shipper Account", "Enter", "M-x", shows: "Account Information"),
        Opening("Add Key", "Enter", "M-k", "Enter", shows: "Waiting for the sign-in to end"),
        Opening(
            "Retrieve Authorization Code", "Enter", "M-k", "M-Enter", shows: "After successful UPS web login"),
        Opening("Access Token Information", "Enter", "M-i", shows: "Refresh Token Expires"),
        Opening("Remove Key", "Enter", "M-m", shows: "Remove the Test key of UPS?"),
    ]

    @Test("A signal or a crash gives the terminal back and leaves the store as it was", arguments: openings)
    func killed(_ opening: Opening) async throws {
        let station = try await opening.state.station()
        let show =
            opening.state == .empty ? ["carrier", "list", "--json"] : ["carrier", "show", "UPS", "--json"]
        let before =
            opening.state == .empty ? "{\"schema\":1,\"carriers\":[]}\n" : try await station.run(show).output
        try await withThrowingTaskGroup(of: Void.self) { group in
            for signal in [SIGTERM, SIGHUP, SIGSEGV] {
                group.addTask { try await kill(signal, with: opening, at: station) }
            }
            try await group.waitForAll()
        }
        #expect(try await station.run(show).output == before)
        if opening.state != .empty { #expect(try await station.run(["key", "show", "UPS"]).status == 0) }
    }

    private func kill(_ signal: Int32, with opening: Opening, at station: Station) async throws {
        let editor = try await station.editor()
        try await editor.wait(for: opening.state.rawValue)
        for key in opening.keys { try await editor.press(key) }
        try await editor.wait(for: opening.shows)
        Glibc.kill(try await editor.processIdentifier(), signal)
        let screen = try await editor.wait(for: "[ended \(128 + signal)]")
        #expect(!screen.contains { $0.contains(opening.shows) }, "\(opening.window), signal \(signal)")
        // The terminal echoes again.
        try await editor.type("echo is back")
        try await editor.wait(for: "echo is back")
    }
}
