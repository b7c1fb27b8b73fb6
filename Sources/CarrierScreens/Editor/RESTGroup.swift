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
        let method = draft.choice(
            "authorizationMethod", \.authorizationMethod,
            among: [.authorizationCode, .customerClientCredentials, .customerAuthorizationCode])
        let redirectURI = draft.text("customerRedirectURI", \.customerRedirectURI, limit: 2048)
        redirectURI.placeholder = AuthorizationRequest.usualRedirectURI
        let credentials = [
            Field("Client ID", draft.text("customerClientID", \.customerClientID, limit: 255)),
            Field("Client Secret", clientSecret()),
        ]
        let redirect = Field("Redirect URI", redirectURI)
        let group = GroupBox("R&EST API") {
            Form {
                Field("Authorization Method", method)
                credentials
                redirect
            }
            Form {
                row(.test).makeView()
                row(.production).makeView()
            }
        }
        draft.watch { [unowned draft] in
            let method = draft.carrier.authorizationMethod
            group.isVisible = draft.carrier.apiType == .rest
            for field in credentials { field.isVisible = method.usesCustomerApplication }
            redirect.isVisible = method == .customerAuthorizationCode
        }
        return group
    }

    /// What is stored is said, never shown; typing replaces it.
    private func clientSecret() -> TextField {
        let field = TextField(maxLength: 255)
        draft.adopt(field, "customerClientSecret")
        field.isMasked = true
        field.filter = { $0.isWhitespace ? nil : $0 }
        field.onChange = { [unowned draft] in draft.clientSecret = $0 }
        draft.watch { [unowned draft, unowned field] in
            field.placeholder = draft.hasStoredSecret ? "set" : ""
            field.text = draft.clientSecret
        }
        return field
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
