import Locking

/// One sign-in under way: bound to one owner, endpoint and redirect URI, good for ten minutes and for one code.
public final class AuthorizationAttempt: Sendable {
    /// In milliseconds.
    public static let life: Int64 = 600_000

    public let request: AuthorizationRequest
    /// What the person opens in a browser. It holds the state, so it is shown and never logged.
    public let signInAddress: String
    let pkce: PKCE?
    private let state: Secret
    private let begunAt: Int64
    private let isRedeemed = Guarded(false)

    init(_ request: AuthorizationRequest, oauth: UPSOAuth, now: Int64) {
        let pkce = request.usesPKCE ? PKCE() : nil
        let state = RandomText.make()
        self.request = request
        self.pkce = pkce
        self.state = state
        begunAt = now
        signInAddress = oauth.signInAddress(
            clientID: request.client.id, redirectURI: request.redirectURI, state: state.reveal(),
            codeChallenge: pkce?.codeChallenge, endpoint: request.endpoint)
    }

    /// The code in a pasted or caught address, once. Throws UPS's reason where the sign-in came to none.
    ///
    /// The seed has people copy the address up to the first `&`, which drops the state. Of a paste that is taken when
    /// PKCE binds the code to this attempt (RFC 9700 §2.1.1), and only then. Nothing binds an error but its state; and
    /// any page can send a browser to a loopback address, so that what is caught there has to have it.
    func redeem(_ address: String, _ arrival: RedirectArrival, now: Int64) throws(CarrierError) -> Secret {
        guard now - begunAt < Self.life else {
            throw RedirectAddress.invalid(
                "This sign-in is older than ten minutes", "Start the sign-in again.")
        }
        let redirect = try RedirectAddress(address, expected: request.redirectURI)
        if let given = redirect.state {
            guard Secret(given) == state else {
                throw RedirectAddress.invalid(
                    "The address belongs to another sign-in",
                    "Open the address shown here, and paste what that sign-in ends at.")
            }
        } else if arrival == .caught {
            throw RedirectAddress.invalid(
                "A browser came to the redirect URI without this sign-in's state", "Go on with the sign-in.")
        } else if pkce == nil || redirect.isError {
            throw RedirectAddress.invalid(
                "The address was cut before its state",
                "Copy the whole address, with all that follows the first &.")
        }
        let code = try redirect.answer.get()
        let isFirst = isRedeemed.withLock { redeemed in
            defer { redeemed = true }
            return !redeemed
        }
        guard isFirst else {
            throw RedirectAddress.invalid("This sign-in has been used already", "Start the sign-in again.")
        }
        return code
    }
}
