internal import CarrierCore
internal import TerminalKit

/// Page `Information`: the four ways to authorize an adapter, and what came of it.
extension AdapterEditor {
    func informationPage() -> View {
        let hint = Paragraph("", role: .faint, maxWidth: 84)
        let button = authorizeButton()
        let page = ScrollView {
            GroupBox("Authorization Me&thod") {
                Form {
                    authorization.rows.prefix(1).map { $0 as View }
                    hint
                    Field("Endpoint Type", endpoint)
                    authorization.rows.dropFirst().map { $0 as View }
                    button
                }
            }
            details.makeView()
        }
        authorization.method.onChange = { [unowned self, unowned hint, unowned button] method in
            show(method, hint, button)
        }
        show(authorization.method.selection, hint, button)
        return page
    }

    private func show(_ method: AuthorizationMethod, _ hint: Paragraph, _ button: Button) {
        authorization.show(for: method)
        endpoint.parent?.isVisible = method != .legacy
        hint.text = method.hint
        button.isVisible = !isReadOnly && method != .legacy
        button.caption = method.buttonCaption
        button.altTitle = method.needsSignIn ? "Paste" : nil
        button.help = method.needsSignIn ? AdapterHelp.signIn : AdapterHelp.verify
    }

    private func authorizeButton() -> Button {
        Button("Verify") { [unowned self] held in
            await authorize(isPasting: held.contains(.alt))
        }
    }

    /// Gets a key as the form says. A sign-in shows in the adapter's status at once, verified credentials with
    /// Save.
    private func authorize(isPasting: Bool) async {
        guard credentialsAreComplete(), let holder = keyHolder(endpoint.selection) else { return }
        guard await mayReplaceKey(holder) else { return }
        let grant = await addKey(desk, holder, isPasting: isPasting)
        await reread()
        // A sign-in has stored the customer's client with the adapter.
        if grant?.method == .customerAuthorizationCode {
            authorization.clientID.text = stored.customerClientID
            authorization.secret.show("", isRemoved: false)
            authorization.redirectURI.text = stored.customerRedirectURI
            settleSecret()
        }
    }

    /// Verified credentials replace a key of another option before Save has stored theirs; leaving the page then would
    /// leave the adapter without a usable key.
    private func mayReplaceKey(_ holder: KeyHolder) async -> Bool {
        do {
            let method = authorization.method.selection
            guard !method.needsSignIn, method != stored.authorizationOption,
                let old = try desk.store.grant(of: holder.owner, endpoint: holder.endpoint),
                old.method != method
            else { return true }
            return await desk.mayDestroy(
                "Replace Key",
                """
                The verified credentials take the place of the \(holder.endpoint.title) key of \(old.method.title) at once. \
                Save this page afterwards: with Cancel the adapter is left without a key.
                """, button: "Verify")
        } catch {
            await desk.report(error)
            return false
        }
    }

    /// Says what is missing beside its field, before UPS is asked.
    private func credentialsAreComplete() -> Bool {
        let fields = authorization
        guard fields.method.selection.usesCustomerApplication else { return true }
        let missing = [
            fields.clientID.isEmpty ? fields.clientID : nil,
            fields.secret.isMissing ? fields.clientSecret : nil,
        ].compactMap(\.self)
        for field in missing { field.show(problem: "\(field.name) is required.") }
        missing.first?.focus()
        return missing.isEmpty
    }

    /// A key is asked for as the form says, saved or not.
    func keyHolder(_ endpoint: EndpointType) -> KeyHolder? {
        guard let id = stored.id else { return nil }
        let method = authorization.method.selection
        return KeyHolder(
            owner: KeyOwner(.adapter, id: id), ownerName: stored.name, endpoint: endpoint,
            action: method.buttonCaption.text,
            // A sign-in stores what it was made with; what was verified waits for Save.
            advice: method.needsSignIn || changes.isEmpty ? nil : "Save to use it."
        ) { [unowned self] () throws(CarrierError) in
            let adapter = entered
            let typed = typedSecret.map { OAuthClient(id: adapter.customerClientID, secret: $0) }
            return try desk.store.authorizationRequest(
                for: adapter, endpoint: endpoint, customerClient: typed, by: desk.session.actor)
        }
    }
}

extension AuthorizationMethod {
    /// What asks for a key of this kind.
    fileprivate var buttonCaption: Caption {
        switch self {
        case .authorizationCode: "&Authorize UPS Credentials"
        case .customerClientCredentials: "&Verify"
        case .legacy, .customerAuthorizationCode: "&Authorize"
        }
    }

    /// For whom it is.
    fileprivate var hint: String {
        switch self {
        case .legacy: "Nothing is authorized: calls through this adapter are refused."
        case .authorizationCode: "Sign in with your UPS.com user, to which your shipper accounts were added."
        case .customerClientCredentials:
            "For an app that you made to integrate UPS into your own business."
        case .customerAuthorizationCode:
            "For an app that you made to represent many users: your customer signs in to it."
        }
    }
}
