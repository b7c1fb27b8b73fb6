internal import CarrierCore
internal import TerminalKit

/// How keys are obtained, alike for carriers and adapters: the method, and the customer's own application where
/// the method needs one.
final class AuthorizationFields {
    let method: DropDown<AuthorizationMethod>
    let clientID = TextField(maxLength: 255)
    let secret = SecretField()
    let redirectURI = TextField(maxLength: 2048)
    /// For a form; those the method does not need are not shown.
    let rows: [Field]

    /// - Parameter caption: how the method is called.
    init(_ caption: Caption, among methods: [AuthorizationMethod], selection: AuthorizationMethod) {
        method = DropDown(methods.map { Choice($0, $0.title) }, selection: selection)
        redirectURI.placeholder = AuthorizationRequest.usualRedirectURI
        rows = [
            Field(caption, method), Field("Client ID", clientID), Field("Client Secret", secret.view),
            Field("Redirect URI", redirectURI),
        ]
        show(for: selection)
    }

    /// Shows what a method needs.
    func show(for method: AuthorizationMethod) {
        for row in rows[1...2] { row.isVisible = method.usesCustomerApplication }
        rows[3].isVisible = method == .customerAuthorizationCode
    }

    var clientSecret: TextField { secret.field }

    var hasStoredSecret: Bool {
        get { secret.isStored }
        set { secret.isStored = newValue }
    }
}
