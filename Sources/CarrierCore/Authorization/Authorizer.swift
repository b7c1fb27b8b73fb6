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

    /// Ends a sign-in with the address it came to.
    ///
    /// Throws `.invalid` for a wrong address, `.signInNeeded`, `.refused` or `.unavailable` for one with UPS's error, and
    /// `.store` or `.busy` where the key could not be kept: all of these without asking UPS. Then what UPS's answer means.
    /// - Parameter arrival: how the address came here.
    public func complete(
        _ attempt: AuthorizationAttempt, address: String, arrival: RedirectArrival = .pasted
    ) async throws(CarrierError) -> Grant {
        // Before the attempt is used up: once the store is well the same address will do.
        try store.proveWritable()
        return try await GracefulShutdown.heldBack { () throws(CarrierError) in
            let code = try attempt.redeem(address, arrival, now: clock.now())
            let request = attempt.request
            return try await keep(for: request, explaining: { attempt.explained($0, after: address) }) {
                () throws(UPSError) in
                try await oauth.exchange(
                    code: code, codeVerifier: attempt.pkce?.codeVerifier, client: request.client,
                    redirectURI: request.redirectURI, endpoint: request.endpoint)
            }
        }
    }

    /// Gets a token with the app's own credentials, which proves them, and stores it.
    ///
    /// Throws `.signInNeeded` where UPS refuses them, `.unavailable`, and `.store` or `.busy` where it could not be kept.
    public func verify(_ request: AuthorizationRequest) async throws(CarrierError) -> Grant {
        try store.proveWritable()
        return try await GracefulShutdown.heldBack { () throws(CarrierError) in
            try await keep(for: request, explaining: Self.explainedWithoutRedirect) { () throws(UPSError) in
                try await oauth.clientCredentials(request.client, endpoint: request.endpoint)
            }
        }
    }

    private func keep(
        for request: AuthorizationRequest, explaining explained: (UPSError) -> CarrierError,
        _ ask: () async throws(UPSError) -> TokenAnswer
    ) async throws(CarrierError) -> Grant {
        let answer: TokenAnswer
        do {
            answer = try await ask()
        } catch {
            throw explained(error)
        }
        return try await save(answer, request)
    }

    /// There is no redirect URI that could be wrong.
    private static func explainedWithoutRedirect(_ error: UPSError) -> CarrierError {
        let error = error.cause == .badRequest ? UPSError(error, cause: .other) : error
        return error.explained(refusal: .signInNeeded)
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
            server: oauth.server(request.endpoint), method: request.method, client: request.client,
            redirectURI: request.redirectURI.isEmpty ? nil : request.redirectURI, actor: request.actor)
    }
}
