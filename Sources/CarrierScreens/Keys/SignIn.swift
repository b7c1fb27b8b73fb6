internal import CarrierCore
internal import TerminalKit

/// A sign-in under way: the address to open, shown so that it can be taken, and the wait for where it ends.
///
/// The end comes by the loopback listener where the redirect is one, and by a paste always.
final class SignIn {
    let desk: Desk
    let holder: KeyHolder
    let attempt: AuthorizationAttempt
    private let window: SignInWindow
    private let status = Paragraph("The address is being opened in your browser:", maxWidth: .max)
    private let notice = Paragraph("", role: .error, maxWidth: .max)
    private let spinner: Spinner
    private let listener: LoopbackListener?
    private var result: Result<Grant, CarrierError>?
    /// The window to paste into, while it is open.
    private var retrieval: Window?

    init(_ desk: Desk, _ holder: KeyHolder, _ attempt: AuthorizationAttempt) {
        self.desk = desk
        self.holder = holder
        self.attempt = attempt
        listener = LoopbackListener(redirectURI: attempt.request.redirectURI)
        spinner = Spinner(listener == nil ? Self.pasteAwaited : Self.endAwaited)
        let (status, spinner, notice) = (status, spinner, notice)
        let way = Paragraph(Self.way(listener, isRemote: desk.outside.isRemote()), maxWidth: .max)
        way.isVisible = !way.text.isEmpty
        let content = Column {
            Paragraph("Sign in to UPS for \(holder.title).", role: .title, maxWidth: .max)
            status
            AddressRows(attempt.signInAddress)
            Paragraph("")
            way
            spinner
            notice
        }
        let buttons = Row {}
        window = SignInWindow(holder.action, content: content, footer: buttons)
        notice.isVisible = false
        window.help = EditorHelp.signIn
        window.hints = [KeyHint(Key("c", .alt), "Copy Address")]
        window.onPaste = { [unowned self] text in window.whileOpen { await self.take(text, .pasted) } }
        let copy = Button("&Copy Address") { [unowned self] _ in copyAddress() }
        copy.isVisible = desk.program.terminal != nil
        buttons.replaceSubviews(with: [
            Button("&Paste Address", isDefault: true) { [unowned self] _ in await retrieve() },
            copy, .cancel(),
        ])
    }

    /// Nil when the person gave up.
    func run(isPasting: Bool) async -> Result<Grant, CarrierError>? {
        desk.program.terminal?.setMouseReporting(false)
        defer { desk.program.terminal?.setMouseReporting(true) }
        await desk.program.present(window) {
            window.whileOpen { await self.openBrowser() }
            window.whileOpen { await self.listen() }
            // In lines there is nothing else to do than to paste, and nothing in the way of it.
            if isPasting || desk.program.terminal == nil {
                window.whileOpen {
                    await self.retrieve()
                    self.window.dismiss(.cancel)
                }
            }
        }
        return result
    }

    // MARK: Out to the browser

    private func openBrowser() async {
        status.text =
            await desk.outside.openBrowser(attempt.signInAddress)
            ? "Your browser shows the sign-in. If it does not, open this address:"
            : desk.outside.isRemote()
                ? "No browser is opened over SSH. Open this address in a browser of yours:"
                : "No browser can be opened here. Open this address in a browser of yours:"
    }

    private func copyAddress() {
        desk.program.terminal?.copyToClipboard(attempt.signInAddress)
        status.text = "The address was sent to the clipboard. Some terminals refuse that; then select it:"
    }

    // MARK: Back from it

    private func listen() async {
        guard let listener else { return }
        for await caught in listener.addresses() {
            switch caught {
            case .success(let address): await take(address, .caught)
            case .failure(let error):
                spinner.purpose = Self.pasteAwaited
                show(error.description)
            }
        }
    }

    /// Takes an address that was caught or pasted here; a wrong one is told, and waiting goes on.
    private func take(_ address: String, _ arrival: RedirectArrival) async {
        if let wrong = await complete(address, arrival) { show(wrong) }
    }

    private func show(_ text: String) {
        notice.text = text
        notice.isVisible = true
    }

    /// Tries an address behind a window of its own, so that no key is stored once the sign-in has been left; what is
    /// wrong with the address, or nil when the sign-in has come to an end.
    private func complete(_ address: String, _ arrival: RedirectArrival) async -> String? {
        do {
            let grant = try await desk.program.waiting(
                for: "Getting the access token from UPS", title: holder.action
            ) { [desk, attempt] in
                try await desk.authorizer.complete(attempt, address: address, arrival: arrival)
            }
            end(.success(grant))
        } catch let error as CarrierError {
            if error.code == .invalid { return error.description }
            end(error.isCancellation ? nil : .failure(error))
        } catch {
            // Only the person ends it otherwise, with Cancel.
            end(nil)
        }
        return nil
    }

    /// Nil where the person gave up.
    private func end(_ result: Result<Grant, CarrierError>?) {
        guard self.result == nil else { return }
        self.result = result
        retrieval?.dismiss(.ok)
        window.dismiss(.ok)
    }

    /// Window `Retrieve Authorization Code`, until the address is right or it is cancelled.
    private func retrieve() async {
        guard retrieval == nil else { return }
        let field = TextField(columns: 66)
        field.pastedLineBreaks = .nothing
        field.name = "The address"
        let text = Paragraph(Self.retrievalText, maxWidth: 66)
        let window = Window("Retrieve Authorization Code", placement: .bottom, buttons: [.ok(), .cancel()]) {
            text
            Paragraph("")
            Field("", field)
        }
        window.mayClose = { [unowned self] command in
            guard command == .ok else { return true }
            guard let wrong = await complete(field.text, .pasted) else { return true }
            field.show(problem: wrong)
            return false
        }
        window.help = EditorHelp.retrieval
        retrieval = window
        await desk.program.present(window)
        retrieval = nil
    }

    /// What the person has to do after the browser, where the end does not come by itself.
    private static func way(_ listener: LoopbackListener?, isRemote: Bool) -> String {
        guard let listener else { return pasteIsTheWay }
        guard isRemote else { return "" }
        return """
            You are here over SSH, and the sign-in ends at port \(listener.port) of this machine. With a browser on your \
            own machine it comes back by itself only if you forward the port, as by ssh -L \
            \(listener.port):127.0.0.1:\(listener.port). Otherwise copy the address the browser ends at, and paste it here.
            """
    }

    private static let endAwaited = "Waiting for the sign-in to end"
    private static let pasteAwaited = "Waiting for the sign-in to end, and for its address"
    private static let pasteIsTheWay = """
        The browser will end at a page that cannot be shown. Copy that page's address and paste it here.
        """
    private static let retrievalText = """
        After successful UPS web login, copy and paste the resulting URL from your browser's address bar \
        here and click OK to continue:
        """
}
