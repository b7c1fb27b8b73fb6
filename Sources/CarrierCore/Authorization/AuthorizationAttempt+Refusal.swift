extension AuthorizationAttempt {
    /// UPS's refusal of a code in two sentences.
    ///
    /// An address without its state was cut there, and its code may have been cut, too: that comes before what UPS
    /// itself says, which knows of no paste.
    func explained(_ error: UPSError, after address: String) -> CarrierError {
        let refusal = error.explained(refusal: .signInNeeded)
        // The address has been read once, to redeem it.
        guard error.cause == .badRequest,
            let redirect = try? RedirectAddress(address, expected: request.redirectURI), redirect.state == nil
        else { return refusal }
        return CarrierError(
            refusal.code,
            "The pasted address was probably cut, for its state is missing; to its code UPS said: \(refusal.message)",
            advice: "Sign in again, and paste the whole address, with all that follows the first &.",
            underlying: error)
    }
}
