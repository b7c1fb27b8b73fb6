/// What is said of keys that cannot be used, in one place for screens and commands.
enum KeySentences {
    private static let addKey = "Generate a new access token with Add Key."

    static func noKey(_ name: String, _ endpoint: EndpointType) -> CarrierError {
        CarrierError(.signInNeeded, "\(name) has no \(endpoint.title) key.", advice: addKey)
    }

    static func foreignServer(_ name: String, _ endpoint: EndpointType, named server: String) -> CarrierError
    {
        let variable = endpoint == .test ? UPSServers.testVariable : UPSServers.productionVariable
        return CarrierError(
            .setup, "The \(endpoint.title) key of \(name) is UPS's own, and \(variable) names \(server).",
            advice: "Unset the variable, or use another store to try things out.")
    }

    static func expired() -> CarrierError {
        CarrierError(.signInNeeded, "The UPS refresh token has expired.", advice: addKey)
    }

    /// Client credentials have no person's password that could have changed.
    static func refused(_ name: String, _ grant: Grant, underlying: UPSError? = nil) -> CarrierError {
        let causes =
            grant.method.needsSignIn
            ? "the Client Secret is wrong, the UPS.com password was changed, or the app was removed"
            : "the Client Secret is wrong, or the app was removed"
        return CarrierError(
            .signInNeeded, "UPS refused the \(grant.endpoint.title) key of \(name): \(causes).",
            advice:
                "Compare the Client Secret, a new one of which gives the key one more try; otherwise generate a new access token with Add Key.",
            underlying: underlying)
    }

    static func interrupted(_ name: String, _ endpoint: EndpointType) -> CarrierError {
        CarrierError(
            .signInNeeded,
            "The last refresh of the \(endpoint.title) key of \(name) was interrupted, and its one retry as well.",
            advice: addKey)
    }

    static func answerLost(_ name: String, _ endpoint: EndpointType, underlying: UPSError) -> CarrierError {
        CarrierError(
            .unavailable,
            "UPS's answer to the refresh of the \(endpoint.title) key of \(name) was lost; the key may be spent.",
            advice: "Try again: one retry is left; after that, sign in again with Add Key.",
            underlying: underlying)
    }

    static func notStored(
        _ name: String, _ endpoint: EndpointType, isKept: Bool, because error: CarrierError
    ) -> CarrierError {
        CarrierError(
            error.code,
            "UPS renewed the \(endpoint.title) key of \(name), but the store did not take it: \(error.message)",
            advice: isKept
                ? "The new key is kept in a file beside the store and taken in once the store can be written."
                : "Look at the store's disk, then try again; if UPS refuses the key then, sign in again.",
            underlying: error)
    }

    static func held(_ name: String, _ endpoint: EndpointType) -> CarrierError {
        CarrierError(
            .busy, "Another process is still renewing the \(endpoint.title) key of \(name).",
            advice: "Try again in a moment.")
    }

    static func resting(_ name: String, _ endpoint: EndpointType, milliseconds: Int64) -> CarrierError {
        CarrierError(
            .unavailable,
            "UPS asked to wait before the next refresh of the \(endpoint.title) key of \(name).",
            advice: "Try again in \((milliseconds + 999) / 1000) seconds.")
    }

    static func refreshNotAllowed(_ name: String, _ endpoint: EndpointType) -> CarrierError {
        CarrierError(
            .busy,
            "The \(endpoint.title) access token of \(name) is no longer valid, and a refresh was not allowed.",
            advice: "Ask again without --no-refresh.")
    }
}
