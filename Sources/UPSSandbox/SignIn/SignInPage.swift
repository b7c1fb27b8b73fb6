/// The pages a person sees: the name and the agreement first, the password second. Everything that comes from
/// a request or the configuration goes through `escape`.
struct SignInPage: Sendable {
    enum Step: Sendable {
        case name
        case password(userName: String)
    }

    let request: AuthorizationRequest
    let path: String
    /// Whom a person can sign in as: it is a sandbox.
    let user: SandboxConfiguration.User?
    var step = Step.name
    /// What went wrong with the last step.
    var complaint: String?

    var html: String {
        let application = Self.escape(request.application.name)
        let action = Self.escape("\(path)?\(request.signInQuery)")
        let complaint = complaint.map { "<p role=\"alert\"><strong>\(Self.escape($0))</strong></p>" } ?? ""
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Log In - UPS sandbox</title>
            <style>body { font-family: sans-serif; max-width: 34em; margin: 3em auto; }</style>
            </head>
            <body>
            <p>This is a sandbox on your own machine. It is not UPS. \(hint)</p>
            <h1>Log In</h1>
            \(complaint)
            <form method="post" action="\(action)">
            \(fields(application))
            <button type="submit" name="decline" value="on" formnovalidate>Decline</button>
            </form>
            </body>
            </html>

            """
    }

    private var hint: String {
        guard let user else { return "" }
        return
            "Sign in as <b>\(Self.escape(user.name))</b> with the password <b>\(Self.escape(user.password))</b>."
    }

    private func fields(_ application: String) -> String {
        switch step {
        case .name:
            return """
                <p><label>Email or Username<br>
                <input name="username" autocomplete="username" required autofocus></label></p>
                <p><label><input type="checkbox" name="agree" value="on" required>
                I accept the UPS Technology Agreement, and <b>\(application)</b> may use what my UPS
                profile holds: account numbers, contact details, rates, and the tracking of
                packages.</label></p>
                <button type="submit">Continue</button>
                """
        case .password(let userName):
            let userName = Self.escape(userName)
            return """
                <p>\(userName)</p>
                <input type="hidden" name="username" value="\(userName)">
                <input type="hidden" name="agree" value="on">
                <p><label>Password<br>
                <input type="password" name="password" autocomplete="current-password" required
                autofocus></label></p>
                <button type="submit">Log In</button>
                """
        }
    }

    static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
