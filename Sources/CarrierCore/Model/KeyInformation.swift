/// The Access Token Information of a key: labels and values in the seed's order, never a token.
public struct KeyInformation: Hashable, Sendable {
    /// One line of it.
    public struct Item: Hashable, Sendable {
        public let label: String
        public let value: String
    }

    /// The nine lines of the seed's window.
    public let items: [Item]
    /// How the key stands, and how it was made, by whom and when.
    public let origin: [Item]
    /// What is left of the key's life, from 0 to 1; nil where it renews itself.
    public let lifeLeft: Double?

    /// - Parameters:
    ///   - verifiedAt: when UPS last took it for the accounts it serves, in milliseconds since 1970; nil where it is not
    ///     known that it does, for UPS's answers name no account.
    ///   - alertDays: 1 to 60.
    ///   - now: in milliseconds since 1970.
    public init(
        _ grant: Grant, verifiedAt: Int64? = nil, dateForm: DateForm, alertDays: Int, now: Int64
    ) {
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
        origin =
            [
                Item(
                    label: "Key", value: Self.words(grant, grant.state(at: now, alertDays: alertDays), date)),
                Item(label: "Authorization Method", value: grant.method.title),
                Item(label: "Authorized By", value: grant.authorizedBy),
                Item(
                    label: "Authorized At (UTC)",
                    value: LocalDate.text(grant.authorizedAt, dateForm, isUTC: true)),
            ] + (verifiedAt.map { [Item(label: "UPS Account", value: "verified \(date($0))")] } ?? [])
        lifeLeft = grant.expiry.map { end in
            if grant.condition == .refused { return 0 }
            let begin = grant.refreshIssuedAt ?? grant.issuedAt
            return end <= begin ? 0 : min(1, max(0, Double(end - now) / Double(end - begin)))
        }
    }

    /// What this program knows of the key, which UPS's own words above may not say yet.
    private static func words(_ grant: Grant, _ state: KeyState, _ date: (Int64?) -> String) -> String {
        let reason = grant.conditionReason.map { $0.isEmpty ? "" : " (\($0))" } ?? ""
        let since = grant.conditionAt.map { " since \(date($0))\(reason)" } ?? ""
        return state.words + ([.signInNeeded, .uncertain].contains(state) ? since : "")
    }
}
