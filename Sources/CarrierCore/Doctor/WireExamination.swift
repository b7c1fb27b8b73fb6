internal import Glibc

/// The way to UPS: certificate authorities, both endpoints, and the clock as their answers show it.
struct WireExamination {
    let http: any HTTPClient
    let servers: UPSServers
    let authorities: String?
    let clock: WallClock

    /// Milliseconds that one endpoint may take.
    private static let patience = 15_000

    func findings() async -> [Finding] {
        async let test = ask(.test)
        async let production = ask(.production)
        let answers = await [test, production]
        return authoritiesFinding() + answers.map(\.finding) + clockFinding(answers.compactMap(\.date).first)
    }

    private func authoritiesFinding() -> [Finding] {
        guard let authorities else { return [] }
        guard access(authorities, R_OK) == 0 else {
            return [
                Finding(
                    .authorities, .error,
                    "The file of certificate authorities \(authorities.shown) cannot be read.",
                    advice: "Correct CURL_CA_BUNDLE or SSL_CERT_FILE, or unset it.")
            ]
        }
        return [Finding(.authorities, .ok, "Certificates are checked against \(authorities.shown).")]
    }

    private func ask(_ endpoint: EndpointType) async -> (finding: Finding, date: Int64?) {
        let base = servers.base(endpoint)
        let check = endpoint == .test ? Finding.Check.test : .production
        do throws(TransportError) {
            let answer = try await http.send(HTTPRequest(.get, base + "/", timeout: Self.patience))
            return (
                Finding(check, .ok, "\(base) answers."), answer.headers["date"].flatMap(HTTPDate.milliseconds)
            )
        } catch {
            return (
                Finding(
                    check, .error, "\(base) could not be reached: \(error.reason).",
                    advice:
                        "Look at the network, a proxy (https_proxy), the firewall and the certificate authorities."
                ),
                nil
            )
        }
    }

    private func clockFinding(_ date: Int64?) -> [Finding] {
        guard let date else { return [] }
        let seconds = (clock.now() - date) / 1000
        guard abs(seconds) * 1000 > TokenAnswer.clockTolerance else {
            return [Finding(.clock, .ok, "This machine's clock agrees with UPS's.")]
        }
        return [
            Finding(
                .clock, .error,
                "This machine's clock is \(abs(seconds)) s \(seconds > 0 ? "ahead of" : "behind") UPS's.",
                advice: "Set it (NTP): expiry dates are wrong until then.")
        ]
    }
}
