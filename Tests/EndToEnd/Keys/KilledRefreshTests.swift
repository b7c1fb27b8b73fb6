import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("A renewal killed or failing at every step", .serialized)
struct KilledRefreshTests {
    @Test(
        "Killed before UPS works on the request, the key is saved by its retry",
        arguments: [RenewalStage.strict, RenewalStage.lenient])
    func beforeRotation(_ rotation: RenewalStage.Rotation) async throws {
        let stage = try await RenewalStage(rotation)
        let silent = try SilentServer()
        let running = try stage.startToken(at: silent.address)
        try await silent.holding { _ in
            running.kill(SIGKILL)
            let result = try await running.result()
            #expect(result.output.isEmpty)
        }
        #expect(try await stage.state() == "uncertain")
        try await stage.checkKey(mayBeLost: false, "killed before the rotation")
        #expect(await stage.sandbox.count(.refresh) == 1)
    }

    @Test("A proxy that lets nothing through leaves the key as it is")
    func proxy() async throws {
        let stage = try await RenewalStage(RenewalStage.strict)
        // The sandbox answers a CONNECT with an error, as a proxy does that cannot reach UPS.
        var program = BuiltProgram(environment: stage.station.environment)
        program.environment["CARRIER_EDITOR_UPS_TEST_URL"] = "https://ups.invalid"
        program.environment["https_proxy"] = await stage.sandbox.address
        for _ in 1...3 {
            let result = try await program.run(["token", "UPS", "--timeout", "1"])
            #expect(result.status == 69, "\(result.errors)")
        }
        #expect(try await stage.state() == "valid")
        try await stage.checkKey(mayBeLost: false, "after a proxy's refusals")
    }

    @Test(
        "Killed after UPS has rotated and before it answers, the key says that it is in doubt",
        arguments: [RenewalStage.strict, RenewalStage.lenient])
    func afterRotation(_ rotation: RenewalStage.Rotation) async throws {
        let stage = try await RenewalStage(rotation)
        await stage.sandbox.setFault(SandboxFault(.slow, value: 60, on: [.refresh], times: 1))
        let running = try stage.startToken()
        try await eventually { await stage.sandbox.count(.refresh) == 1 ? true : nil }
        running.kill(SIGKILL)
        #expect(try await running.result().output.isEmpty)
        #expect(try await stage.state() == "uncertain")
        try await stage.checkKey(mayBeLost: rotation.mayLoseKeys, "killed after the rotation")
    }

    @Test(
        "An answer that is cut leaves the key in doubt, with one retry",
        arguments: [RenewalStage.strict, RenewalStage.lenient],
        [SandboxFault.Name.cutAfter, .halfAnswer, .shortAnswer])
    func cutAnswer(_ rotation: RenewalStage.Rotation, _ fault: SandboxFault.Name) async throws {
        let stage = try await RenewalStage(rotation)
        await stage.sandbox.setFault(SandboxFault(fault, on: [.refresh], times: 1))
        #expect(try await stage.token().status == 69)
        #expect(try await stage.state() == "uncertain")
        try await stage.checkKey(mayBeLost: rotation.mayLoseKeys, "\(fault)")
        #expect(await stage.sandbox.count(.refresh) == 2)
    }

    @Test(
        "UPS being unwell leaves the key as it is",
        arguments: [
            SandboxFault.Name.internalError, .unavailable, .gatewayPage, .rateLimit, .emptyAnswer,
            .brokenJSON,
        ])
    func unwell(_ fault: SandboxFault.Name) async throws {
        let stage = try await RenewalStage(RenewalStage.strict)
        await stage.sandbox.setFault(SandboxFault(fault, on: [.refresh]))
        #expect(try await stage.token().status == 69)
        #expect(try await stage.state() == "valid")
        try await stage.checkKey(mayBeLost: false, "\(fault)")
    }

    @Test("A connection that closes before the work is a lost answer to us, and the retry saves the key")
    func cutBefore() async throws {
        let stage = try await RenewalStage(RenewalStage.strict)
        await stage.sandbox.setFault(SandboxFault(.cutBefore, on: [.refresh], times: 1))
        #expect(try await stage.token().status == 69)
        #expect(try await stage.state() == "uncertain")
        try await stage.checkKey(mayBeLost: false, "cut before the work")
    }

    @Test("Clocks that differ are told, and the key is well", arguments: [-7200, 7200])
    func clocks(_ seconds: Int) async throws {
        let stage = try await RenewalStage(RenewalStage.strict)
        await stage.sandbox.setFault(SandboxFault(.clockSkew, value: seconds, on: [.refresh]))
        let result = try await stage.token()
        #expect(result.status == 0)
        #expect(result.errors.contains("clock"))
        try await stage.checkKey(mayBeLost: false, "clocks apart by \(seconds) s")
    }

    @Test("A disk that is full once UPS has rotated loses nothing", arguments: [true, false])
    func fullDisk(isMadeRoom: Bool) async throws {
        let stage = try await RenewalStage(RenewalStage.strict)
        let running = try await stage.startTokenOnFullDisk(room: 8192)
        if isMadeRoom {
            try await eventually { try stage.keepsRecoveryFile() ? true : nil }
            try running.limitFiles(to: nil)
            #expect(try await running.result().status == 0)
            #expect(try await stage.state() == "valid")
        } else {
            let result = try await running.result()
            #expect(result.status == 74)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains("kept in a file beside the store"), "\(result.errors)")
        }
        try await stage.checkKey(mayBeLost: false, "room is made: \(isMadeRoom)")
        #expect(await stage.refusals() == 0)
        #expect(try !stage.keepsRecoveryFile())
    }

    @Test(
        "A disk that is filled to its last byte while UPS is asked loses nothing",
        .enabled(if: FullDisk.canBeMade, "a file system of its own needs user namespaces"))
    func filledDisk() async throws {
        let stage = try await RenewalStage(RenewalStage.strict)
        try await stage.emptyLog()
        await stage.sandbox.holdAnswers()
        let disk = try FullDisk(for: stage)
        try await eventually { await stage.sandbox.count(.refresh) == 1 ? true : nil }
        try await disk.fill()
        await stage.sandbox.releaseAnswers()
        let result = try await disk.result()
        // The room that was taken holds the pair, and what is over of it is enough for the store.
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.split(separator: "\n").count == 1)
        #expect(try await stage.state() == "valid")
        #expect(try await stage.checkKey(mayBeLost: false, "a full disk") == .well)
        #expect(await stage.refusals() == 0)
        #expect(try !stage.keepsRecoveryFile())
    }

    @Test("A disk that takes nothing at all any more leaves the key in doubt, and that is said")
    func noRoom() async throws {
        let stage = try await RenewalStage(RenewalStage.strict)
        let result = try await stage.startTokenOnFullDisk(room: 1).result()
        #expect(result.status == 74)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("sign in again"), "\(result.errors)")
        #expect(try await stage.state() == "uncertain")
        try await stage.checkKey(mayBeLost: true, "no room at all")
    }

    @Test(
        "A disk without room for the intent, or for the answer, keeps the request from being sent",
        arguments: [(1, "The store at"), (2000, "UPS was not asked")])
    func fullBefore(blocks: Int, words: String) async throws {
        let stage = try await RenewalStage(RenewalStage.strict)
        let shell = BuiltProgram(environment: stage.station.environment)
        let result = try await shell.run(["token", "UPS"], by: "ulimit -f \(blocks) && exec \"$@\"")
        #expect(result.status == 74, "\(result.errors)")
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(words), "\(result.errors)")
        #expect(await stage.sandbox.count(.refresh) == 0)
        #expect(try await stage.state() == "valid")
        try await stage.checkKey(mayBeLost: false, "full before the request")
    }

    @Test("A store without write rights serves a token that lasts, and never asks UPS for another")
    func readOnly() async throws {
        let stage = try await RenewalStage(RenewalStage.strict)
        await stage.sandbox.setAccessTokenLifetime(3599)
        try await stage.station.addKey()
        let folder = URL(fileURLWithPath: stage.station.store).deletingLastPathComponent().path
        chmod(stage.station.store, 0o400)
        chmod(folder, 0o500)
        defer { chmod(folder, 0o700) }
        // Rights do not bind root until it gives up this one of its own.
        let line =
            geteuid() == 0 ? "exec setpriv --bounding-set=-dac_override \"$@\"" : "exec \"$@\""
        let program = BuiltProgram(environment: stage.station.environment)
        let served = try await program.run(["token", "UPS"], by: line)
        #expect(served.status == 0, "\(served.errors)")
        #expect(served.lines.count == 1)
        let refused = try await program.run(["refresh", "--all"], by: line)
        #expect(refused.status == 74, "\(refused.errors)")
        #expect(await stage.sandbox.count(.refresh) == 0)
        chmod(folder, 0o700)
        chmod(stage.station.store, 0o600)
        try await stage.checkKey(mayBeLost: false, "read only")
    }
}
