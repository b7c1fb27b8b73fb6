import CarrierCore
import Logging
import TestSupport
import Testing

/// OAUTH.md part 4, the wire: libcurl as the program sets it, against real servers on loopback.
@Suite("The wire")
struct WireTests {
    @Test("The authorities are CURL_CA_BUNDLE's, else SSL_CERT_FILE's, in place of the system's")
    func authorities() async throws {
        let (ours, other) = (try await TLSServer(), try await TLSServer())
        for environment in [
            ["CURL_CA_BUNDLE": ours.certificate], ["SSL_CERT_FILE": ours.certificate],
            ["CURL_CA_BUNDLE": ours.certificate, "SSL_CERT_FILE": other.certificate],
            ["CURL_CA_BUNDLE": "", "SSL_CERT_FILE": ours.certificate],
        ] {
            let answer = try await Self.client(environment).send(
                HTTPRequest(.get, ours.address, timeout: 9000))
            #expect(answer.status == 200, "\(environment.keys)")
        }
        let swapped = ["CURL_CA_BUNDLE": other.certificate, "SSL_CERT_FILE": ours.certificate]
        for environment in [[:], swapped] {
            let error = await Self.error(from: ours.address, environment)
            #expect(error?.stage == .notSent && error?.reason.contains("certificate") == true)
        }
    }

    @Test("A certificate of another host is refused")
    func otherHost() async throws {
        let server = try await TLSServer(names: "DNS:ups.example,IP:127.0.0.2")
        let error = await Self.error(from: server.address, ["CURL_CA_BUNDLE": server.certificate])
        #expect(error?.stage == .notSent && error?.reason.contains("certificate") == true)
    }

    @Test("TLS 1.1 is refused, and 1.2 taken")
    func oldTLS() async throws {
        let old = try await TLSServer("-tls1_1", "-cipher", "ALL:@SECLEVEL=0")
        let error = await Self.error(from: old.address, ["CURL_CA_BUNDLE": old.certificate])
        #expect(error?.stage == .notSent && error?.reason.contains("SSL") == true)
        let next = try await TLSServer("-tls1_2")
        let answer = try await Self.client(["CURL_CA_BUNDLE": next.certificate])
            .send(HTTPRequest(.get, next.address, timeout: 9000))
        #expect(answer.status == 200)
    }

    @Test("A redirect is an answer, and not followed", arguments: [HTTPRequest.Method.get, .post])
    func redirect(_ method: HTTPRequest.Method) async throws {
        let elsewhere = try CannedServer { _ in CannedServer.Answer(200) }
        let target = elsewhere.address
        for status in [301, 302, 303, 307, 308] {
            let server = try CannedServer { _ in
                CannedServer.Answer(status, headers: [("Location", target)])
            }
            let answer = try await Self.client().send(
                HTTPRequest(
                    method, server.address, body: method == .post ? Secret("a=b") : nil, timeout: 9000))
            #expect(answer.status == status)
            #expect(server.requests.count == 1)
        }
        #expect(elsewhere.requests.isEmpty)
    }

    @Test("An answer of 1 MiB is taken, and a byte more is refused")
    func size() async throws {
        let limit = 1 << 20
        for (count, isTaken) in [(limit, true), (limit + 1, false)] {
            let server = try CannedServer { _ in
                CannedServer.Answer(200, body: String(repeating: "a", count: count))
            }
            if isTaken {
                let answer = try await Self.client().send(HTTPRequest(.get, server.address, timeout: 9000))
                #expect(answer.body.reveal().utf8.count == count)
            } else {
                let error = await Self.error(from: server.address)
                #expect(error?.stage == .answerLost)
                #expect(error?.reason == "the answer is larger than 1 MiB")
            }
        }
    }

    @Test(
        "Plain http is for loopback alone, and no address has a user in it",
        arguments: [
            "http://onlinetools.ups.com/", "http://127.0.0.1.example.com/", "http://localhost.example.com/",
            "http://128.0.0.1/", "http://user@127.0.0.1/", "http://127.0.0.1@example.com/",
            "ftp://127.0.0.1/",
            "127.0.0.1",
        ])
    func plain(_ address: String) async {
        #expect(await Self.error(from: address)?.stage == .notSent)
    }

    private static func client(_ environment: [String: String] = [:]) -> CurlClient {
        CurlClient(
            options: CurlOptions(environment: environment),
            log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// What a GET throws; nil where it was answered.
    private static func error(
        from address: String, _ environment: [String: String] = [:]
    ) async -> TransportError? {
        do throws(TransportError) {
            _ = try await client(environment).send(HTTPRequest(.get, address, timeout: 9000))
            return nil
        } catch {
            return error
        }
    }
}
