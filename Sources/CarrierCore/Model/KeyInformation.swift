/// The Access Token Information of a key: labels and values in the seed's order, never a token.
public struct KeyInformation: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        public let label: String
        public let value: String
    }

    /// The nine lines of the seed's window.
    public let items: [Item]
    /// How the key was made, by whom and when.
    public let origin: [Item]
    /// What is left of the key's life, from 0 to 1; nil where it renews itself.
    public let lifeLeft: Double?

    public init(_ grant: Grant, dateForm: DateForm, now: Int64) {
        func date(_ instant: Int64?) -> String { instant.map { LocalDate.text($0, dateForm) } ?? "" }
        items = [
            Item(label: "Token Type", value: grant.tokenType ?? ""),
            Item(label: "Token Status", value: grant.tokenStatus ?? ""),
            Item(label: "Token Issued", value: date(grant.issuedAt)),
            Item(label: "Token Expires", value: date(grant.accessTokenExpires)),
            Item(label: "Token Scope", value: grant.scope ?? ""),
            Item(label: "Refresh Token Status", value: grant.refreshTokenStatus ?? ""),
            Item(label: "Refresh Token Issued", value: date(grant.refreshIssuedAt)),
            Item(label: "Refresh Token Expires", value: date(grant.refreshTokenExpires)),
            Item(label: "Refresh Count", value: grant.refreshCount ?? ""),
        ]
        origin = [
            Item(label: "Authorization Method", value: grant.method.title),
            Item(label: "Authorized By", value: grant.authorizedBy),
            Item(label: "Authorized At (UTC)", value: ISODate.text(grant.authorizedAt)),
            // The answer names no account, so none is claimed.
            Item(label: "UPS Account", value: "not verified"),
        ]
        lifeLeft = grant.expiry.map { end in
            let begin = grant.refreshIssuedAt ?? grant.issuedAt
            return end <= begin ? 0 : min(1, max(0, Double(end - now) / Double(end - begin)))
        }
    }
}
