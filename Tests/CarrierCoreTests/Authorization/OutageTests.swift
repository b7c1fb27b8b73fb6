import Locking
import TestSupport
import Testing
import UPSSandbox

@testable import CarrierCore

@Suite("UPS being unwell while many wait for one key")
struct OutageTests {
    /// Asks for the token so many times at once, with UPS's first answer held until all but one wait for it.
    private func ask(_ count: Int, _ stage: KeyStage, timeout: Int64 = 40_000) async throws -> [CarrierError]
    {
        await stage.sandbox.holdAnswers()
        let waiting = Guarded(0)
        let pauses = Pauses(
            sleep: { milliseconds in
                if milliseconds == 20 { waiting.withLock { $0 += 1 } }
                try await Task.sleep(for: .milliseconds(milliseconds))
            }, uptime: Pauses.real.uptime, jitter: { 0 })
        let (broker, owner) = (stage.broker(pauses: pauses), try stage.owner)
        return try await withThrowingTaskGroup(of: CarrierError.self) { group in
            for _ in 0..<count {
                group.addTask {
                    try await #require(throws: CarrierError.self) {
                        try await broker.token(
                            for: owner, named: "UPS", endpoint: .test, TokenBroker.Terms(timeout: timeout))
                    }
                }
            }
            try await eventually { waiting.withLock { $0 } == count - 1 ? true : nil }
            await stage.sandbox.releaseAnswers()
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    private func stage(_ fault: SandboxFault.Name = .unavailable) async throws -> KeyStage {
        let stage = try await KeyStage()
        try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        await stage.sandbox.setFault(SandboxFault(fault, on: [.refresh]))
        return stage
    }

    @Test("Whoever waited for a renewal that failed fails for the same, and whoever comes later tries anew")
    func shared() async throws {
        let stage = try await stage()
        let errors = try await ask(20, stage)
        #expect(await stage.count(.refresh) == 3, "the tries of one")
        #expect(errors.allSatisfy { $0.code == .unavailable })
        #expect(Set(errors.map(\.description)).count == 1)
        #expect(try stage.grant().condition == .good)
        let later = try await #require(throws: CarrierError.self) { try await stage.token() }
        #expect(later.code == .unavailable)
        #expect(await stage.count(.refresh) == 6)
        await stage.sandbox.clearFaults()
        #expect(try await stage.token().grant.generation == 2)
    }

    @Test("A renewal given up for want of time is no reason for others, who have more of it")
    func impatient() async throws {
        let stage = try await stage()
        let grant = try stage.grant()
        guard case .taken(let turn) = try stage.store.requestTurn(for: grant, holder: .current()),
            case .held(let failures) = try stage.store.requestTurn(for: grant, holder: .current())
        else { throw Unexpected("not taken") }
        try stage.store.abandon(turn, rest: nil, failure: nil)
        guard
            case .taken = try stage.store.requestTurn(
                for: grant, holder: .current(), waitingSince: failures)
        else { throw Unexpected("not taken over") }
    }

    @Test("A refusal that is no fault of the key is shared as well")
    func refusal() async throws {
        let stage = try await stage(.blocked)
        let errors = try await ask(5, stage)
        #expect(errors.allSatisfy { $0.code == .refused && $0.message.contains("blocked this merchant") })
        #expect(await stage.count(.refresh) == 1)
    }

    @Test("However short UPS asks to wait, the usual pauses are kept", arguments: ["0", "1"])
    func noHurry(seconds: String) async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        let http = ScriptedRefresh(status: 503, body: "", headers: ["retry-after": seconds])
        await #expect(throws: CarrierError.self) { try await stage.token(http: http) }
        #expect(http.refreshes.count == 3)
        #expect(stage.pauses.all == [1000, 1000])
    }
}
