import Foundation
import Glibc
import TestSupport
import Testing
import UPSSandbox

@Suite("authorize with a redirect on loopback", .serialized)
struct LoopbackTests {
    @Test("It is caught by itself, with nothing on standard input")
    func caught() async throws {
        let stage = try await LoopbackStage()
        let (authorize, address) = try await stage.authorize()
        try await stage.visit(address)
        let result = try await authorize.result()
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.contains("The access token was generated successfully."))
    }

    @Test(
        "What any page can send a browser to is told, costs no call and ends nothing",
        arguments: ["error=access_denied", "code=stolen", "code=stolen&state=guessed"])
    func foreign(_ query: String) async throws {
        let stage = try await LoopbackStage()
        let (authorize, address) = try await stage.authorize()
        try await stage.visit("\(stage.redirectURI)?\(query)")
        try await stage.visit(address)
        let result = try await authorize.result()
        #expect(result.status == 0, "\(result.errors)")
        let words = query.contains("state") ? "another sign-in" : "without this sign-in's state"
        #expect(result.errors.contains(words), "\(result.errors)")
        #expect(await stage.commands.sandbox.count(.token) == 1)
    }

    @Test("A port in use and nothing to read end it at once with 75")
    func bothClosed() async throws {
        let stage = try await LoopbackStage()
        var configuration = SandboxConfiguration()
        configuration.port = try stage.port
        let other = UPSSandbox(configuration)
        try await other.start()
        let (authorize, _) = try await stage.authorize()
        let result = try await authorize.result()
        #expect(result.status == 75)
        #expect(
            result.errors.contains("Port \(try stage.port) is in use by another program. Paste the address"))
        #expect(result.errors.contains("none can be caught. Free the redirect URI's port"))
        await other.stop()
    }

    @Test("A moment without descriptors does not end the listening")
    func withoutDescriptors() async throws {
        let stage = try await LoopbackStage()
        let (authorize, address) = try await stage.authorize()
        // Whatever comes is refused from here on, and the connection closed.
        try await stage.visit("\(stage.redirectURI)?code=1")
        try authorize.limitDescriptors(to: 3)
        #expect(throws: (any Error).self) {
            try Data(contentsOf: try #require(URL(string: "\(stage.redirectURI)?code=2")))
        }
        try authorize.limitDescriptors(to: nil)
        try await stage.visit(address)
        let result = try await authorize.result()
        #expect(result.status == 0, "\(result.errors)")
    }
}
