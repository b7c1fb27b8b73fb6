import TestSupport
import Testing
import UPSSandbox

@Suite("A sign-in on a full disk")
struct FullDiskSignInTests {
    @Test("The code is not spent where the store could not take the key")
    func codeIsKept() async throws {
        let station = try await Station()
        try await station.setUp()
        let authorize = try BuiltProgram(environment: station.environment).start([
            "authorize", "UPS", "--endpoint", "test",
        ])
        let address = try #require(await station.sandbox.signIn(at: try await authorize.line()))
        try authorize.limitFiles(to: 1)
        try authorize.send(address)
        try authorize.closeInput()
        let result = try await authorize.result()
        #expect(result.status == 74, "\(result.errors)")
        #expect(await station.sandbox.count(.token) == 0)
        try await station.addKey()
    }
}
