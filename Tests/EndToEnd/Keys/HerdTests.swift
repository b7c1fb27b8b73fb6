import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("Fifty processes on an expired key", .serialized)
struct HerdTests {
    @Test("They make one call and print one token, ten times out of ten")
    func herd() async throws {
        let stage = try await RenewalStage(RenewalStage.strict)
        for round in 1...10 {
            try await expire(stage)
            let before = await stage.sandbox.count(.refresh)
            let results = try await tokens(50, stage)
            #expect(failures(in: results) == [], "round \(round)")
            #expect(Set(results.map(\.output)).count == 1, "round \(round)")
            #expect(await stage.sandbox.count(.refresh) == before + 1, "round \(round)")
        }
    }

    @Test("The same when the first of them is killed while UPS has its request, ten times out of ten")
    func firstKilled() async throws {
        let stage = try await RenewalStage(RenewalStage.strict)
        let silent = try SilentServer()
        for round in 1...10 {
            try await expire(stage)
            let before = await stage.sandbox.count(.refresh)
            let first = try stage.startToken(at: silent.address)
            let results = try await silent.holding { _ in
                async let others = tokens(49, stage)
                first.kill(SIGKILL)
                _ = try await first.result()
                return try await others
            }
            #expect(failures(in: results) == [], "round \(round)")
            #expect(Set(results.map(\.output)).count == 1, "round \(round)")
            #expect(await stage.sandbox.count(.refresh) == before + 1, "round \(round)")
            try await stage.checkStore()
        }
    }

    @Test("A UPS that takes a minute is asked once as well")
    func slow() async throws {
        let stage = try await RenewalStage(RenewalStage.strict)
        await stage.sandbox.setAccessTokenLifetime(3599)
        await stage.sandbox.setFault(SandboxFault(.slow, value: 60, on: [.refresh]))
        let results = try await tokens(5, stage, timeout: 70)
        #expect(failures(in: results) == [])
        #expect(Set(results.map(\.output)).count == 1)
        #expect(await stage.sandbox.count(.refresh) == 1)
    }

    @Test("Sixty processes in an outage make three tries in all, and each says that UPS is out of reach")
    func outage() async throws {
        let stage = try await RenewalStage(RenewalStage.strict)
        // The pauses between the tries are long enough for all to have come.
        await stage.sandbox.setFault(SandboxFault(.rateLimit, value: 5, on: [.refresh]))
        let results = try await tokens(60, stage)
        #expect(results.allSatisfy { $0.status == 69 }, "\(results.map(\.status))")
        #expect(results.allSatisfy { $0.output.isEmpty })
        #expect(Set(results.map(\.errors)).count == 1)
        #expect(await stage.sandbox.count(.refresh) == 3)
        #expect(try await stage.state() == "valid")
        try await stage.checkKey(mayBeLost: false, "an outage")
    }

    /// A key whose token has ended; the next one lasts.
    private func expire(_ stage: RenewalStage) async throws {
        await stage.sandbox.setAccessTokenLifetime(0)
        try await stage.station.addKey()
        await stage.sandbox.setAccessTokenLifetime(3599)
    }

    /// How those ended that did not succeed.
    private func failures(in results: [BuiltProgram.Result]) -> [String] {
        results.filter { $0.status != 0 }.map { "\($0.status): \($0.errors)" }
    }

    private func tokens(
        _ count: Int, _ stage: RenewalStage, timeout: Int = 40
    ) async throws -> [BuiltProgram.Result] {
        let program = BuiltProgram(environment: stage.station.environment)
        return try await withThrowingTaskGroup(of: BuiltProgram.Result.self) { group in
            for _ in 0..<count {
                group.addTask { try await program.run(["token", "UPS", "--timeout", "\(timeout)"]) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
