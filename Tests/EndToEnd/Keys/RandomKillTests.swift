import Foundation
import TestSupport
import Testing
import UPSSandbox

/// `SOAK` in the environment is the number of schedules in place of the usual one, `SEED` repeats a run.
@Suite("Renewals killed at random moments", .serialized)
struct RandomKillTests {
    private static let variables = ProcessInfo.processInfo.environment

    @Test(
        "The store is whole, and the key is usable or says that it is in doubt",
        arguments: [RenewalStage.strict, RenewalStage.lenient])
    func schedules(_ rotation: RenewalStage.Rotation) async throws {
        let count = Self.variables["SOAK"].flatMap(Int.init) ?? 50
        let seed = Self.variables["SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 1...999_999)
        print("random kills, \(rotation): SEED=\(seed), \(count) schedules")
        var random = SplitMix(seed)
        let stage = try await RenewalStage(rotation)
        for place in 1...count {
            let schedule = Schedule(&random)
            let note: Comment = "SEED=\(seed), schedule \(place): \(schedule)"
            if let fault = schedule.fault { await stage.sandbox.setFault(fault) }
            let running = try stage.startToken()
            try await Task.sleep(for: schedule.delay)
            running.kill(SIGKILL)
            let result = try await running.result()
            // Nobody sees a token before it is stored.
            if !result.output.isEmpty { #expect(try await stage.state() == "valid", note) }
            try await stage.checkKey(mayBeLost: rotation.mayLoseKeys, note)
        }
    }
}

/// What UPS does, and when the end comes.
private struct Schedule: CustomStringConvertible {
    let fault: SandboxFault?
    let delay: Duration

    init(_ random: inout SplitMix) {
        let faults: [SandboxFault?] = [
            nil, nil, nil, SandboxFault(.slow, value: 1, on: [.refresh], times: 1),
            SandboxFault(.halfAnswer, on: [.refresh], times: 1),
            SandboxFault(.cutAfter, on: [.refresh], times: 1),
            SandboxFault(.cutBefore, on: [.refresh], times: 1),
            SandboxFault(.unavailable, on: [.refresh], times: 1),
            SandboxFault(.gatewayPage, on: [.refresh], times: 1),
        ]
        fault = faults.randomElement(using: &random).flatMap { $0 }
        delay = .microseconds(Int.random(in: 0...80_000, using: &random))
    }

    var description: String { "\(fault.map { $0.name.rawValue } ?? "no fault"), killed after \(delay)" }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers from the same seed everywhere.
private struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
