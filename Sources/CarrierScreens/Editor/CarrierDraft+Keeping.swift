internal import CarrierCore

/// A carrier's draft as it is kept: what the form began with, what it said, and the client secret typed in.
extension CarrierDraft {
    /// Nil while nothing has been changed.
    var kept: DraftKeeper.Content? {
        guard !changes.isEmpty else { return nil }
        let unreadable = unreadable.sorted { $0.key < $1.key }
            .map { JSON.Member($0.key, .string($0.value)) }
        let content = JSON.object([
            JSON.Member("original", original.json), JSON.Member("carrier", carrier.json),
            JSON.Member("unreadable", .object(unreadable)),
            JSON.Member("clientSecret", removesSecret ? .null : .string(clientSecret)),
        ])
        return (
            original.id.map(KeptDraft.Subject.carrier) ?? .newCarrier, Secret(content.text(pretty: false))
        )
    }

    /// Goes on where a kept draft ends.
    ///
    /// - Throws: `.invalid` where it is none of a carrier.
    convenience init(kept content: Secret, of subject: KeptDraft.Subject, hasStoredSecret: Bool) throws {
        let json = try content.withBytes { try JSON(parsing: $0) }
        var original = try Carrier(json: json["original"] ?? .null)
        var carrier = try Carrier(json: json["carrier"] ?? .null)
        if case .carrier(let id) = subject, case .number(let text)? = json["original"]?["version"] {
            let version = Int(text) ?? 0
            (original.id, original.version) = (id, version)
            (carrier.id, carrier.version) = (id, version)
        }
        self.init(original, hasStoredSecret: hasStoredSecret, isReadOnly: false)
        self.carrier = carrier
        if case .string(let secret)? = json["clientSecret"] { clientSecret = secret }
        removesSecret = json["clientSecret"] == .null
        if case .object(let members)? = json["unreadable"] {
            for member in members {
                if case .string(let text) = member.value { unreadable[member.name] = text }
            }
        }
    }
}
