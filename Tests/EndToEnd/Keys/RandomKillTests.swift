import Foundation
import TestSupport
import Testing
import UPSSandbox

/// `SOAK` in the environment is the number of schedules in place of the usual one.
@Suite("Renewals killed at random moments", .serialized, .timeLimit(.minutes(60)))
struct RandomKillTests {
    typealias Verdicts = [RenewalStage.Verdict: Int]

    /// Stages side by side, each with a store, a UPS and a share of the schedules of its own.
    private static let lanes = 3

    @Test(
        "The store is whole, and the key is usable or says that it is in doubt",
        arguments: [RenewalStage.strict, RenewalStage.lenient])
    func schedules(_ rotation: RenewalStage.Rotation) async throws {
        let seed = SeededRandom().seed
        let count = ProcessInfo.processInfo.environment["SOAK"].flatMap(Int.init) ?? 150
        print("random kills, \(rotation): SEED=\(seed), \(count) schedules")
        let verdicts = try await withThrowingTaskGroup(of: Verdicts.self) { group in
            for lane in 0..<Self.lanes {
                let share = count / Self.lanes + (lane < count % Self.lanes ? 1 : 0)
                let random = SeededRandom(seed: seed &+ UInt64(lane))
                group.addTask {
                    try await Self.kill(share, rotation, random, "SEED=\(seed), lane \(lane)")
                }
            }
            return try await group.reduce(into: Verdicts()) { $0.merge($1, uniquingKeysWith: +) }
        }
        print(verdicts.map { "\($0.rawValue): \($1)" }.sorted().joined(separator: ", "))
        #expect(verdicts.values.reduce(0, +) == count)
        // Each way out has been seen, so none is held up by luck.
        let expected: Set<RenewalStage.Verdict> =
            rotation.mayLoseKeys ? [.well, .saved, .lost] : [.well, .saved]
        #expect(Set(verdicts.keys) == expected, "SEED=\(seed)")
    }

    /// Kills so many renewals of one key.
    private static func kill(
        _ count: Int, _ rotation: RenewalStage.Rotation, _ given: SeededRandom, _ origin: String
    ) async throws -> Verdicts {
        var random = given
        let stage = try await RenewalStage(rotation)
        var verdicts: Verdicts = [:]
        for place in 0..<count {
            let schedule = Schedule(&random)
            let note: Comment = "\(origin), schedule \(place + 1): \(schedule)"
            if let fault = schedule.fault { await stage.sandbox.setFault(fault) }
            let calls = await stage.sandbox.calls()
            let past = await stage.sandbox.log.count
            let running = try stage.startToken()
            if schedule.isAfterWork {
                try await within(seconds: 30) { _ = await calls.dropFirst(past).first { _ in true } }
            }
            try await Task.sleep(for: schedule.delay)
            running.kill(SIGKILL)
            let result = try await running.result()
            // Nobody sees a token before it is stored.
            if !result.output.isEmpty { #expect(try await stage.state() == "valid", note) }
            verdicts[try await stage.checkKey(mayBeLost: rotation.mayLoseKeys, note), default: 0] += 1
        }
        return verdicts
    }
}

/// What UPS does, and when the end comes.
private struct Schedule: CustomStringConvertible {
    let fault: SandboxFault?
    /// Whether the time is counted from the moment that UPS has worked on the request, or from the start.
    let isAfterWork: Bool
    let delay: Duration

    init(_ random: inout SeededRandom) {
        let faults: [SandboxFault?] = [
            nil, nil, nil, SandboxFault(.slow, value: 1, on: [.refresh], times: 1),
            SandboxFault(.halfAnswer, on: [.refresh], times: 1),
            SandboxFault(.cutAfter, on: [.refresh], times: 1),
            SandboxFault(.cutBefore, on: [.refresh], times: 1),
            SandboxFault(.unavailable, on: [.refresh], times: 1),
            SandboxFault(.gatewayPage, on: [.refresh], times: 1),
        ]
        fault = faults.randomElement(using: &random).flatMap { $0 }
        isAfterWork = Bool.random(using: &random)
        delay = .microseconds(Int.random(in: 0...(isAfterWork ? 20_000 : 80_000), using: &random))
    }

    var description: String {
        "\(fault.map { $0.name.rawValue } ?? "no fault"), killed \(delay) after the \(isAfterWork ? "work" : "start")"
    }
}
