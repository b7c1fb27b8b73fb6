/// Brings new keys in: by a sign-in at UPS, or with an app's own credentials. A new key replaces the old one only when
/// it has been stored.
public struct Authorizer: Sendable {
    private let store: Store
    private let oauth: UPSOAuth
    private let clock: WallClock
    private let pauses: Pauses

    public init(store: Store, oauth: UPSOAuth, clock: WallClock, pauses: Pauses = .real) {
        self.store = store
        self.oauth = oauth
        self.clock = clock
        self.pauses = pauses
    }

    /// Begins a sign-in, after asking UPS whether it knows the client.
    ///
    /// Throws `.store` where the key could not be kept, and `.setup` for an unknown client id or redirect URI; UPS's
    /// other failures are left for the sign-in to show.
    public func begin(_ request: AuthorizationRequest) async throws(CarrierError) -> AuthorizationAttempt {
        try store.proveWritable()
        do {
            try await oauth.validateClient(
                request.client.id, redirectURI: request.redirectURI, endpoint: request.endpoint)
        } catch {
            throw error.explained(refusal: .setup)
        }
        return AuthorizationAttempt(request, oauth: oauth, now: clock.now())
    }

    /// Ends a sign-in with the address it came to. Throws `.invalid` for a wrong address, without asking UPS.
    public func complete(_ attempt: AuthorizationAttempt, address: String) async throws(CarrierError) -> Grant
    {
        // Before the attempt is used up: once the store is well the same address will do.
        try store.proveWritable()
        let code = try attempt.redeem(address, now: clock.now())
        let request = attempt.request
        let answer: TokenAnswer
        do {
            answer = try await oauth.exchange(
                code: code, codeVerifier: attempt.pkce?.codeVerifier, client: request.client,
                redirectURI: request.redirectURI, endpoint: request.endpoint)
        } catch {
            throw attempt.explained(error, after: address)
        }
        return try await save(answer, request)
    }

    /// Gets a token with the app's own credentials, which proves them, and stores it.
    public func verify(_ request: AuthorizationRequest) async throws(CarrierError) -> Grant {
        try store.proveWritable()
        let answer: TokenAnswer
        do {
            answer = try await oauth.clientCredentials(request.client, endpoint: request.endpoint)
        } catch {
            throw error.explained(refusal: .signInNeeded)
        }
        return try await save(answer, request)
    }

    /// What a sign-in has brought is worth some tries, even when the person goes meanwhile.
    private func save(
        _ answer: TokenAnswer, _ request: AuthorizationRequest
    ) async throws(CarrierError) -> Grant {
        try await Task { () async -> Result<Grant, CarrierError> in
            var attempt = 1
            while true {
                do throws(CarrierError) {
                    return .success(try saveOnce(answer, request))
                } catch {
                    guard error.isOfStore, attempt < Pauses.commits else { return .failure(error) }
                    // Nothing cancels this task.
                    try? await pauses.wait(pauses.backoff(attempt: attempt, retryAfter: nil))
                    attempt += 1
                }
            }
        }.value.get()
    }

    private func saveOnce(
        _ answer: TokenAnswer, _ request: AuthorizationRequest
    ) throws(CarrierError) -> Grant {
        try store.saveSignIn(
            answer, owner: request.owner, ownerName: request.ownerName, endpoint: request.endpoint,
            method: request.method, client: request.client,
            redirectURI: request.redirectURI.isEmpty ? nil : request.redirectURI, actor: request.actor)
    }
}
