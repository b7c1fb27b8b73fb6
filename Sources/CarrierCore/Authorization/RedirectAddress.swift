/// The address UPS sends a browser to after sign-in, as a person pastes it or the loopback listener catches it.
///
/// Reading it calls nobody: what is wrong with it is found before the token endpoint is asked (OAUTH.md part 1).
struct RedirectAddress {
    /// Larger than anything a browser puts into its address bar.
    static let longest = 1 << 20

    /// The code, or in UPS's words why there is none.
    let answer: Result<Secret, CarrierError>
    let state: String?

    var isError: Bool { if case .failure = answer { true } else { false } }

    /// Reads a pasted text against the redirect URI that was registered and asked for.
    init(_ pasted: String, expected redirectURI: String) throws(CarrierError) {
        let text = try Self.cleaned(pasted)
        guard let address = URIParts(text), let registered = URIParts(redirectURI) else {
            throw Self.invalid(
                "This is not an address", "Copy the whole address from the browser's address bar.")
        }
        try address.check(isAt: registered)
        var fields: [String: String] = [:]
        for item in address.query.split(separator: "&") {
            let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentEncoding.decode(pair[0]),
                let value = pair.count == 2 ? PercentEncoding.decode(pair[1]) : ""
            else { throw Self.invalid("The address is damaged: it has a broken % sequence", Self.copyAgain) }
            if ["code", "state", "error", "error_description"].contains(name) {
                guard fields.updateValue(value, forKey: name) == nil else {
                    throw Self.invalid("The address has two values for \(name)", Self.copyAgain)
                }
            }
        }
        if let error = fields["error"] {
            guard fields["code"] == nil else {
                throw Self.invalid("The address has a code and an error", Self.signInAgain)
            }
            answer = .failure(Self.denied(error, description: fields["error_description"]))
            state = fields["state"]
            return
        }
        guard let code = fields["code"], !code.isEmpty else {
            throw Self.invalid(
                "The address has no code", "Finish the sign-in at UPS, then copy the address it ends at.")
        }
        guard code.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
            throw Self.invalid("The code in the address is damaged", Self.copyAgain)
        }
        answer = .success(Secret(code))
        state = fields["state"]
    }

    private static let copyAgain = "Copy the address again, whole."
    private static let signInAgain = "Start the sign-in again."

    /// Without white space anywhere (wrapping puts it there), and without quotes or angle brackets around it.
    private static func cleaned(_ pasted: String) throws(CarrierError) -> String {
        guard pasted.utf8.count <= longest else {
            throw invalid("This is too long for an address", "Copy nothing but the address.")
        }
        var scalars = String.UnicodeScalarView()
        for scalar in pasted.unicodeScalars where !scalar.properties.isWhitespace && !isInvisible(scalar) {
            scalars.append(scalar)
        }
        var text = String(scalars)[...]
        let pairs: [(Character, Character)] = [
            ("\"", "\""), ("'", "'"), ("<", ">"), ("“", "”"), ("‘", "’"), ("«", "»"),
        ]
        while text.utf8.count > 1, pairs.contains(where: { text.first == $0 && text.last == $1 }) {
            text = text.dropFirst().dropLast()
        }
        guard !text.isEmpty else {
            throw invalid(
                "Nothing was pasted", "Copy the address from the browser's address bar and paste it here.")
        }
        // A mail or chat program may have encoded the whole address once more.
        if !text.contains("://"), let decoded = PercentEncoding.decode(text), decoded.contains("://") {
            text = decoded[...]
        }
        guard text.unicodeScalars.allSatisfy({ (0x21...0x7e).contains($0.value) }) else {
            throw invalid("The text has characters that no address has", copyAgain)
        }
        return String(text)
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        [0x200b, 0x200c, 0x200d, 0x2060, 0xfeff].contains(scalar.value)
    }

    private static func denied(_ error: String, description: String?) -> CarrierError {
        let words = description.map { "\(error): \($0.prefix(300))" } ?? String(error.prefix(300))
        return switch error {
        case "access_denied":
            CarrierError(.signInNeeded, "The sign-in was denied (\(words)).", advice: signInAgain)
        case "server_error", "temporarily_unavailable":
            CarrierError(
                .unavailable, "UPS could not finish the sign-in (\(words)).", advice: "Try again later.")
        default:
            CarrierError(
                .refused, "UPS refused the sign-in (\(words)).",
                advice: "Check the UPS application's settings, then sign in again.")
        }
    }

    static func invalid(_ what: String, _ advice: String) -> CarrierError {
        CarrierError(.invalid, subject: "redirectAddress", "\(what).", advice: advice)
    }
}
