/// UPS's OAuth calls (its published descriptions OAuthAuthCode and OAuthClientCredentials).
public struct UPSOAuth: Sendable {
    /// In milliseconds; the lease on a key outlives it.
    static let timeout = 75_000
    private static let formHeader = (name: "Content-Type", value: Secret("application/x-www-form-urlencoded"))
    private static let jsonHeader = (name: "Accept", value: Secret("application/json"))

    private let http: any HTTPClient
    private let servers: UPSServers
    private let clock: WallClock

    public init(http: any HTTPClient, servers: UPSServers, clock: WallClock) {
        self.http = http
        self.servers = servers
        self.clock = clock
    }

    /// The base address that an endpoint's keys come from and are used at.
    public func server(_ endpoint: EndpointType) -> String { servers.base(endpoint) }

    /// Asks whether UPS knows the client and its redirect URI, before a person is sent to sign in.
    ///
    /// Throws 10400 and 10401 alone: the call is not documented, so any other failure says nothing.
    func validateClient(_ clientID: String, redirectURI: String, endpoint: EndpointType)
        async throws(UPSError)
    {
        let query = Self.query([("client_id", clientID), ("redirect_uri", redirectURI)])
        let request = HTTPRequest(
            .get, address(endpoint, "validate-client") + query, headers: [Self.jsonHeader], timeout: 10_000)
        let response: HTTPResponse
        do { response = try await http.send(request) } catch { return }
        guard !(200..<300).contains(response.status) else { return }
        let error = UPSError(response)
        if error.cause == .badRequest || error.cause == .unknownClient { throw error }
    }

    /// Asks whether UPS takes the client's id and secret, which a sign-in with PKCE never shows it: a token of the client's
    /// own is asked for and dropped.
    ///
    /// Throws 10401 alone: an app may have no client credentials, so any other failure says nothing.
    func validateSecret(of client: OAuthClient, endpoint: EndpointType) async throws(UPSError) {
        guard client.secret != nil else { return }
        do throws(UPSError) {
            _ = try await clientCredentials(client, endpoint: endpoint)
        } catch {
            if error.cause == .unknownClient { throw error }
        }
    }

    /// The address a person opens in a browser. `code_challenge_method` is not a parameter UPS documents.
    func signInAddress(
        clientID: String, redirectURI: String, state: String, codeChallenge: String?, endpoint: EndpointType
    ) -> String {
        var items = [
            ("client_id", clientID), ("redirect_uri", redirectURI), ("response_type", "code"),
            ("state", state),
        ]
        if let codeChallenge { items.append(("code_challenge", codeChallenge)) }
        return address(endpoint, "authorize") + Self.query(items)
    }

    /// Exchanges a code for a pair of tokens (RFC 6749 §4.1.3). With a verifier (RFC 7636 §4.5) UPS wants no
    /// Authorization header; without one the client is named in the form.
    func exchange(
        code: Secret, codeVerifier: Secret?, client: OAuthClient, redirectURI: String, endpoint: EndpointType
    ) async throws(UPSError) -> TokenAnswer {
        var form = FormBody()
        form.add("grant_type", "authorization_code")
        form.add("code", code)
        form.add("redirect_uri", redirectURI)
        let secret = codeVerifier == nil ? client.secret : nil
        if secret == nil { form.add("client_id", client.id) }
        if let codeVerifier { form.add("code_verifier", codeVerifier) }
        return try await post(
            "token", form, by: OAuthClient(id: client.id, secret: secret), endpoint: endpoint)
    }

    /// Client credentials (RFC 6749 §4.4); `merchantID` is the 6-character account the token is for.
    func clientCredentials(
        _ client: OAuthClient, merchantID: String? = nil, endpoint: EndpointType
    ) async throws(UPSError) -> TokenAnswer {
        var form = FormBody()
        form.add("grant_type", "client_credentials")
        return try await post(
            "token", form, by: client, merchantID: merchantID, endpoint: endpoint)
    }

    /// Trades a refresh token, which works once, for a new pair (RFC 6749 §6).
    func refresh(
        _ refreshToken: Secret, client: OAuthClient, endpoint: EndpointType
    ) async throws(UPSError) -> TokenAnswer {
        var form = FormBody()
        form.add("grant_type", "refresh_token")
        form.add("refresh_token", refreshToken)
        if client.secret == nil { form.add("client_id", client.id) }
        return try await post("refresh", form, by: client, endpoint: endpoint)
    }

    /// - Parameter client: proves who asks, where it has a secret.
    private func post(
        _ call: String, _ form: FormBody, by client: OAuthClient, merchantID: String? = nil,
        endpoint: EndpointType
    ) async throws(UPSError) -> TokenAnswer {
        var headers = [Self.formHeader, Self.jsonHeader]
        if let authorization = client.basicAuthorization {
            headers.append((name: "Authorization", value: authorization))
        }
        if let merchantID { headers.append((name: "x-merchant-id", value: Secret(merchantID))) }
        let response: HTTPResponse
        do throws(TransportError) {
            response = try await http.send(
                HTTPRequest(
                    .post, address(endpoint, call), headers: headers, body: form.secret, timeout: Self.timeout
                ))
        } catch {
            throw UPSError(error)
        }
        guard (200..<300).contains(response.status),
            let answer = TokenAnswer(response, receivedAt: clock.now())
        else {
            throw UPSError(
                response, striking: form.secrets + [client.secret, client.basicCredentials].compactMap { $0 })
        }
        return answer
    }

    private func address(_ endpoint: EndpointType, _ call: String) -> String {
        servers.base(endpoint) + "/security/v1/oauth/" + call
    }

    private static func query(_ items: [(String, String)]) -> String {
        "?" + items.map { "\($0)=\(PercentEncoding.encode($1))" }.joined(separator: "&")
    }
}
