extension UPSError {
    /// The two sentences for the person, and the code to answer with: the one table of UPS's errors, for screens and
    /// commands alike. A refusal carries `refusal`, for the same answer means a missing set-up before sign-in and a
    /// needed sign-in after it.
    public func explained(refusal: CarrierError.Code) -> CarrierError {
        let (code, what, advice): (CarrierError.Code, String, String) =
            switch cause {
            case .badRequest:
                (
                    refusal,
                    "UPS refused the request: the redirect URI is not the one registered with the app, or a field is missing",
                    "Compare the Redirect URI with the app's on developer.ups.com, to the letter, then sign in again."
                )
            case .unknownClient:
                (
                    refusal, "UPS does not know the Client ID here, or the Client Secret is wrong",
                    "Check both on developer.ups.com; the app of Test and of Production can differ."
                )
            case .merchantBlocked:
                (.refused, "UPS has blocked this merchant", "Call UPS; nothing is wrong with the key.")
            case .tooManyRequests:
                (
                    .unavailable, "UPS has been asked too often",
                    "Wait \(waitingTime) and try again."
                )
            case .tokenRefused:
                (
                    .signInNeeded,
                    "UPS refused the token: it is expired or revoked, or the API product is not added to the app",
                    "Check the app's products on developer.ups.com, then generate a new access token with Add Key."
                )
            case .legacyKey:
                (
                    .setup, "An access key was used, and UPS has accepted none since August 5, 2024",
                    "Change the carrier's API Type to REST API and add a key."
                )
            case .accountNotOnProfile:
                (
                    .refused, "The shipper number is missing or not on the UPS.com profile that signed in",
                    "Add the account to that UPS.com profile, or use one that is on it."
                )
            case .malformedNumber:
                (
                    .refused, "UPS does not take this as a tracking number",
                    "Check the number, 7 to 34 characters, and try again."
                )
            case .noInformation:
                (
                    .refused, "UPS has no information about this number",
                    "Check the number, or try again once the parcel is with UPS."
                )
            case .unwell:
                (.unavailable, "UPS is unwell", "Nothing is wrong with the key; try again later.")
            case .unreachable:
                (
                    .unavailable, "UPS could not be reached",
                    "Check the network, the proxy and the CA bundle, then try again."
                )
            case .answerLost:
                (.unavailable, "UPS's answer was lost on the way", "Try again later.")
            case .cancelled:
                (.unavailable, "The call was cancelled", "Try again when it suits.")
            case .other:
                (refusal, "UPS refused the request", "Quote UPS's message to UPS, or sign in again.")
            }
        return CarrierError(code, "\(what)\(quotation).", advice: advice, underlying: self)
    }

    private var waitingTime: String {
        guard let retryAfter else { return "a minute" }
        return retryAfter == 1 ? "1 second" : "\(retryAfter) seconds"
    }

    /// UPS's own words and numbers, so that they can be quoted to UPS.
    private var quotation: String {
        var parts: [String] = []
        if let code { parts.append(code) }
        if let status { parts.append("HTTP \(status)") }
        if let transID { parts.append("transId \(transID)") }
        let words = message.map { ": \($0.prefix(300))" } ?? ""
        return words.trimmingFinalStop() + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
    }
}

extension String {
    fileprivate func trimmingFinalStop() -> String {
        hasSuffix(".") ? String(dropLast()) : self
    }
}
