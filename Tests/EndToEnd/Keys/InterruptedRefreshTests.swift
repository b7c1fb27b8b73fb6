import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("Asked to end while UPS owes an answer", .serialized)
struct InterruptedRefreshTests {
    /// A command that UPS has done its work for and has not answered yet.
    private func held(_ stage: RenewalStage, _ words: [String]) async throws -> RunningProgram {
        await stage.sandbox.holdAnswers()
        let running = try BuiltProgram(environment: stage.station.environment).start(words)
        try running.closeInput()
        try await eventually { await stage.sandbox.count(.refresh) == 1 ? true : nil }
        return running
    }

    @Test(
        "A signal waits until the new key is stored, and then ends the process",
        arguments: [SIGINT, SIGTERM, SIGHUP],
        [["token", "UPS"], ["refresh", "UPS"], ["track", "1ZA1B2C30390000013"]])
    func oneSignal(_ signal: Int32, _ words: [String]) async throws {
        let stage = try await RenewalStage(RenewalStage.strict)
        if words[0] == "track" { try await stage.authorizeAdapter() }
        let running = try await held(stage, words)
        try await running.killAndWait(signal)
        await stage.sandbox.releaseAnswers()
        let result = try await running.result()
        #expect(result.status == 128 + signal, "\(result.errors)")
        if words[0] == "track" {
            // It is the adapter's key, and can be renewed once more.
            try await stage.checkStore("\(words) and signal \(signal)")
            let again = try await BuiltProgram(environment: stage.station.environment).run([
                "refresh", "--all",
            ])
            #expect(again.lines == ["Renewed: 2 of 2"], "\(again.errors)")
        } else {
            #expect(try await stage.state() == "valid")
            try await stage.checkKey(mayBeLost: false, "\(words) and signal \(signal)")
        }
        #expect(await stage.refusals() == 0)
    }

    @Test("A second signal ends the process at once, and the key says that it is in doubt")
    func twoSignals() async throws {
        let stage = try await RenewalStage(RenewalStage.strict)
        let running = try await held(stage, ["token", "UPS"])
        running.kill(SIGTERM)
        running.kill(SIGINT)
        #expect(try await running.result().status > 128)
        await stage.sandbox.releaseAnswers()
        #expect(try await stage.state() == "uncertain")
    }

    @Test("UPS being unwell, a signal ends the process without another try")
    func noFurtherTry() async throws {
        let stage = try await RenewalStage(RenewalStage.strict)
        await stage.sandbox.setFault(SandboxFault(.unavailable, on: [.refresh]))
        let running = try await held(stage, ["token", "UPS"])
        try await running.killAndWait(SIGTERM)
        await stage.sandbox.releaseAnswers()
        #expect(try await running.result().status == 128 + SIGTERM)
        #expect(await stage.sandbox.count(.refresh) == 1)
        #expect(try await stage.state() == "valid")
    }

    @Test(
        "A signal in the pause between two tries ends the process at once, and the key is well",
        arguments: [SIGINT, SIGTERM, SIGHUP])
    func pause(_ signal: Int32) async throws {
        let stage = try await RenewalStage(RenewalStage.strict)
        await stage.sandbox.setFault(SandboxFault(.rateLimit, value: 30, on: [.refresh]))
        let running = try await held(stage, ["token", "UPS"])
        await stage.sandbox.releaseAnswers()
        try await eventually { await stage.sandbox.log.contains { $0.endpoint == .refresh } ? true : nil }
        let asked = ContinuousClock.now
        running.kill(signal)
        #expect(try await running.result().status == 128 + signal)
        #expect(ContinuousClock.now - asked < .seconds(15))
        #expect(await stage.sandbox.count(.refresh) == 1)
        #expect(try await stage.state() == "valid")
    }

    @Test("A signal in the middle of a sign-in's token call waits until the key is stored")
    func signIn() async throws {
        let station = try await Station()
        try await station.setUp()
        let authorize = try BuiltProgram(environment: station.environment).start([
            "authorize", "UPS", "--endpoint", "test",
        ])
        let address = try #require(await station.sandbox.signIn(at: try await authorize.line()))
        await station.sandbox.holdAnswers()
        try authorize.send(address)
        try authorize.closeInput()
        try await eventually { await station.sandbox.count(.token) == 1 ? true : nil }
        try await authorize.killAndWait(SIGTERM)
        await station.sandbox.releaseAnswers()
        #expect(try await authorize.result().status == 128 + SIGTERM)
        #expect(try await station.run(["token", "UPS"]).lines.count == 1)
    }

    @Test(
        "The editor, told to end while it refreshes a key, gives the terminal back and stores the key first")
    func editor() async throws {
        let stage = try await RenewalStage(RenewalStage.strict)
        let editor = try await stage.station.editor()
        try await editor.wait(for: "Carrier Name")
        try await editor.press("M-t")
        try await editor.press("r")
        try await editor.wait(for: "All lists every key.")
        try await editor.press("M-k", "Right")
        try await editor.wait(until: "the key is listed") { screen in
            screen.contains { $0.contains("UPS ") && $0.contains("Test") }
        }
        await stage.sandbox.holdAnswers()
        try await editor.press("M-r")
        try await eventually { await stage.sandbox.count(.refresh) == 1 ? true : nil }
        kill(try await editor.processIdentifier(), SIGTERM)
        try await editor.wait(for: "UPS still owes an answer about a key")
        await stage.sandbox.releaseAnswers()
        try await editor.wait(for: "[ended 143]")
        #expect(try await stage.state() == "valid")
        try await stage.checkKey(mayBeLost: false, "the editor was told to end")
    }
}

extension RenewalStage {
    /// Gives the tracking adapter a key of its own, whose access token has ended, too.
    fileprivate func authorizeAdapter() async throws {
        let program = BuiltProgram(environment: station.environment)
        let authorize = try program.start([
            "authorize", "--adapter", "UPS Tracking Adapter", "--endpoint", "test", "--method",
            "authorization-code",
        ])
        let address = try #require(await sandbox.signIn(at: try await authorize.line()))
        try authorize.send(address)
        try authorize.closeInput()
        try #require(try await authorize.result().status == 0)
    }
}
