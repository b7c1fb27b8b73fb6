import CarrierCore
import Foundation
import TerminalKit
import Testing
import UPSSandbox

/// Tools ▸ Doctor on a store of its own and a UPS of our own.
@Suite(.serialized) struct DoctorTests {
    @Test func `a sound installation has nothing to mend`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try stage.store(.sample())
            await stage.openDoctor()
            await stage.expect("0 errors, 0 warnings.")
            for check in ["Permissions", "Integrity", "Vault", "UPS Application", "UPS Production", "Clock"] {
                #expect(stage.text.contains(check))
            }
            await stage.expect("There is nothing to do.")
            try await stage.expectSnapshot("doctor", hiding: { try stage.rows(from: "UPS Test", 2) })
        }
    }

    @Test func `what is wrong stands first, with what to do about it`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            let files = FileManager.default
            let key = "\(stage.folder)/vault.key"
            try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
            await stage.openDoctor()
            await stage.expect("Error")
            await stage.expect("chmod 600")
            #expect(stage.terminal.lines.contains { $0.contains("▌✗ Error") && $0.contains("Permissions") })
            try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
            await stage.alt("r")
            await stage.expect("0 errors, 0 warnings.")
        }
    }

    @Test func `an unreachable UPS is found, and the advice of another row can be read`() async throws {
        let stage = try ScreenStage(http: Unreachable())
        try stage.store(.sample())
        await stage.openDoctor()
        await stage.expect("2 errors, 1 warning.")
        await stage.expect("Look at the network")
        try await stage.expectSnapshot("doctor-errors")
        await stage.click("UPS Application")
        await stage.expect("Set its Client ID and Redirect URI in Settings")
        await stage.click("File System")
        await stage.expect("There is nothing to do.")
        await stage.press(.function(1))
        await stage.expect("UPS is asked for its front page only")
    }

    @Test func `it can be left while UPS is being waited for`() async throws {
        let gate = GatedUPS()
        let stage = try ScreenStage(http: gate)
        try stage.store(.sample())
        await stage.openDoctor()
        await stage.expect("Examining the store and the way to UPS… 0 s")
        try await stage.expectEventually("the calls") { gate.waiting == 2 }
        await stage.pass(2)
        await stage.expect("… 2 s")
        await stage.press(.escape)
        await stage.expectGone("Examining")
        await stage.expect("Carrier Name")
        gate.open()
    }
}

extension ScreenStage {
    fileprivate func openDoctor() async {
        await runEditor()
        await expect("Carriers")
        await alt("t")
        await press("d")
        await expect("Severity")
    }

    /// The row in which a text stands, and those after it.
    fileprivate func rows(from text: String, _ count: Int) throws -> Range<Int> {
        let first = try #require(terminal.find(text)).y
        return first..<first + count
    }
}

/// A network without a way to UPS.
private struct Unreachable: HTTPClient {
    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        throw TransportError(.notSent, reason: "Could not resolve host")
    }
}
