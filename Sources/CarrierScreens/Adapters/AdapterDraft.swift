internal import CarrierCore
internal import TerminalKit

/// An adapter's configuration as it is kept while it has not been saved.
extension AdapterEditor {
    /// Nil while nothing has been changed.
    var draft: DraftKeeper.Content? {
        guard let id = stored.id, !changes.isEmpty else { return nil }
        let new = entered
        let content = JSON.object([
            JSON.Member("authorizationOption", .string(new.authorizationOption.code)),
            JSON.Member("endpoint", .string(endpoint.selection.code)),
            JSON.Member("clientID", .string(new.customerClientID)),
            JSON.Member(
                "clientSecret",
                authorization.secret.isRemoved ? .null : .string(authorization.clientSecret.text)),
            JSON.Member("redirectURI", .string(new.customerRedirectURI)),
            JSON.Member("shippers", .array(entered.shippers.map { .string($0) })),
        ])
        return (.adapter(id), Secret(content.text(pretty: false)))
    }

    /// Puts a kept draft into the controls.
    ///
    /// - Throws: `.invalid` where it is none.
    func take(_ content: Secret) throws {
        let json = try content.withBytes { try JSON(parsing: $0) }
        func text(_ name: String) -> String? {
            if case .string(let text)? = json[name] { text } else { nil }
        }
        if let option = text("authorizationOption").flatMap(AuthorizationMethod.init(rawValue:)) {
            authorization.method.selection = option
        }
        if let chosen = text("endpoint").flatMap(EndpointType.init(rawValue:)) { endpoint.selection = chosen }
        authorization.clientID.text = text("clientID") ?? ""
        authorization.secret.show(text("clientSecret") ?? "", isRemoved: json["clientSecret"] == .null)
        settleSecret()
        authorization.redirectURI.text = text("redirectURI") ?? ""
        if case .array(let numbers)? = json["shippers"] {
            shippers?.selection = Set(
                numbers.compactMap { if case .string(let number) = $0 { number } else { nil } })
        }
    }
}
