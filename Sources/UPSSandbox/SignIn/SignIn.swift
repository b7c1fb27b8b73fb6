import FoundationEssentials

/// `/lasso/signin`, where the person says yes or no.
///
/// Without a graphical browser one POST does it, to the address that `/authorize` redirects to:
///
///     curl -s -o /dev/null -w '%{redirect_url}\n' \
///         -d username=demo -d password=demo-password -d agree=on "$SIGN_IN_ADDRESS"
///
/// It prints the redirect address with the code. `$SIGN_IN_ADDRESS` is what `curl -s -o /dev/null -w
/// '%{redirect_url}' "$AUTHORIZE_ADDRESS"` prints. The values of its query may also be sent as fields of the
/// form instead.
enum SignIn {
    /// - Throws: a refusal if the authorization request in the query is not in order.
    static func answer(
        _ request: Request, server: inout AuthorizationServer, at now: Date
    ) throws(Refusal) -> Answer {
        let form = request.method == "POST" ? try request.form() : Form()
        let asked = try AuthorizationRequest(
            request.query + form, applications: server.configuration.applications)
        var page = SignInPage(
            request: asked, path: request.path, user: server.configuration.users.first)
        guard request.method == "POST" else { return Answer(html: page.html) }
        if try form.value("decline") != nil {
            return Answer(
                redirectingTo: asked.redirect([
                    ("error", "access_denied"),
                    ("error_description", "The person did not allow the application to use the profile"),
                ]))
        }
        let userName = try form.value("username") ?? ""
        guard !userName.isEmpty, try form.value("agree") == "on" else {
            page.complaint = "Enter your username, and accept the agreement to go on."
            return Answer(html: page.html)
        }
        guard let password = try form.value("password") else {
            page.step = .password(userName: userName)
            return Answer(html: page.html)
        }
        guard server.configuration.users.contains(where: { $0.name == userName && $0.password == password })
        else {
            page.complaint = "The username or the password is wrong. Try again."
            return Answer(html: page.html)
        }
        let code = server.issueCode(for: asked, user: userName, at: now)
        return Answer(redirectingTo: asked.redirect([("code", code), ("scope", asked.scope)]))
    }
}
