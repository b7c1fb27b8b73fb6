import Testing

@testable import CarrierCore

@Suite("Proof of who asked for a code")
struct PKCETests {
    @Test("The challenge of RFC 7636 appendix B comes out")
    func published() {
        let pkce = PKCE(codeVerifier: Secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
        #expect(pkce.codeChallenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    @Test("A verifier has 43 characters of the unreserved set, and no two are alike")
    func verifiers() {
        let verifiers = (0..<100).map { _ in PKCE().codeVerifier.reveal() }
        #expect(Set(verifiers).count == 100)
        #expect(verifiers.allSatisfy { $0.utf8.count == 43 && PercentEncoding.encode($0) == $0 })
    }

    @Test("A secret prints as redacted, however it is asked")
    func redacted() {
        let secret = Secret("canary")
        #expect("\(secret) \(String(reflecting: secret))" == "‹redacted› ‹redacted›")
        var dumped = ""
        dump(["key": secret], to: &dumped)
        #expect(!dumped.contains("canary"))
    }
}
