internal import CarrierCore
internal import TerminalKit

/// Group `REST API`, there only while API Type is REST API: how keys are obtained, and the keys of both
/// endpoints.
final class RESTGroup {
    private let desk: Desk
    private let draft: CarrierDraft
    /// Stores a new carrier before it gets a key; false when it is not stored.
    var saveFirst: () async -> Bool = { true }

    init(_ desk: Desk, _ draft: CarrierDraft) {
        self.desk = desk
        self.draft = draft
    }

    func makeView() -> GroupBox {
        let fields = authorizationFields()
        let group = GroupBox("R&EST API") {
            Form { fields.rows }
            Form {
                row(.test).makeView()
                row(.production).makeView()
            }
        }
        draft.watch { [unowned draft] in
            group.isVisible = draft.carrier.apiType == .rest
            fields.show(for: draft.carrier.authorizationMethod)
        }
        return group
    }

    private func authorizationFields() -> AuthorizationFields {
        let fields = AuthorizationFields(
            "Authorization Method",
            among: [.authorizationCode, .customerClientCredentials, .customerAuthorizationCode],
            selection: draft.carrier.authorizationMethod)
        draft.bind(fields.method, "authorizationMethod", \.authorizationMethod)
        draft.bind(fields.clientID, "customerClientID", \.customerClientID)
        draft.bind(fields.redirectURI, "customerRedirectURI", \.customerRedirectURI)
        draft.adopt(fields.clientSecret, "customerClientSecret")
        fields.secret.isReadOnly = draft.isReadOnly
        fields.secret.onChange = { [unowned draft, unowned fields] in
            draft.clientSecret = fields.clientSecret.text
            draft.removesSecret = fields.secret.isRemoved
        }
        draft.watch { [unowned draft] in
            fields.hasStoredSecret = draft.keepsStoredSecret
            fields.secret.show(draft.clientSecret, isRemoved: draft.removesSecret)
        }
        return fields
    }

    private func row(_ endpoint: EndpointType) -> KeyRow {
        KeyRow(
            desk, endpoint, isReadOnly: draft.isReadOnly, owner: { [self] in holder(endpoint) },
            prepare: { [self] in await saveFirst() })
    }

    /// Nil until the carrier is stored. A key is asked for as the form says, saved or not.
    private func holder(_ endpoint: EndpointType) -> KeyHolder? {
        guard let id = draft.carrier.id else { return nil }
        return KeyHolder(
            owner: KeyOwner(.carrier, id: id), ownerName: draft.original.name, endpoint: endpoint
        ) { [desk, draft] () throws(CarrierError) in
            var carrier = draft.carrier.normalized()
            carrier.name = draft.original.name
            let typed =
                draft.clientSecret.isEmpty
                ? nil : OAuthClient(id: carrier.customerClientID, secret: Secret(draft.clientSecret))
            return try desk.store.authorizationRequest(
                for: carrier, endpoint: endpoint, customerClient: typed, by: desk.session.actor)
        }
    }
}
