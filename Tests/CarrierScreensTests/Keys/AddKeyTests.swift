import CarrierCore
import CarrierScreens
import TerminalKit
import TestSupport
import Testing
import UPSSandbox

/// Add Key from the button to the message box, against a UPS of our own.
@Suite(.serialized) struct AddKeyTests {
    private static let success = "The access token was generated successfully."

    @Test func `the address stands whole on rows of its own, and the mouse is the terminal's`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            let address = try await keys.beginSignIn()
            await stage.expect("Your browser shows the sign-in.")
            #expect(!stage.terminal.isMouseReporting)
            let first = try #require(stage.terminal.find("http://127.0.0.1"))
            #expect(first.x == 0)
            var shown = ""
            for line in stage.terminal.lines[first.y...] where shown.count < address.count {
                shown += line.prefix(80)
            }
            #expect(shown.prefix { $0 != " " } == address)
            #expect(!stage.text.contains("│"))
            try await stage.expectSnapshot("sign-in", hiding: { try keys.rows(of: address) })
            await stage.alt("c")
            #expect(stage.terminal.clipboard == address)
            await stage.press(.escape)
            await stage.expect("Carrier Editor - UPS®")
            #expect(stage.terminal.isMouseReporting)
            #expect(await keys.test.count(.token) == 0)
        }
    }

    @Test(arguments: [false, true])
    func `over SSH it is told that a browser elsewhere does not come back by itself`(isRemote: Bool)
        async throws
    {
        let port = try freePort()
        try await KeyStage.with(80, 24, redirectURI: "http://127.0.0.1:\(port)/upscallback") { keys in
            keys.stage.outside.isRemote = isRemote
            _ = try await keys.beginSignIn()
            let told = "forward the port, as by ssh -L \(port):127.0.0.1:\(port)."
            #expect(keys.stage.words.contains(told) == isRemote)
        }
    }

    @Test func `a redirect to this machine is caught by itself`() async throws {
        let port = try freePort()
        try await KeyStage.with(redirectURI: "http://127.0.0.1:\(port)/upscallback") { keys in
            let stage = keys.stage
            let address = try await keys.beginSignIn()
            let redirect = try await keys.signIn(at: address)
            try await keys.follow("http://127.0.0.1:\(port)/upscallback?code=x&state=wrong")
            await stage.expect("belongs to another sign-in")
            // Any page can send a browser here; only a paste may have lost its state.
            try await keys.follow("http://127.0.0.1:\(port)/upscallback?code=x")
            await stage.expect("without this sign-in's state")
            #expect(await keys.test.count(.token) == 0)
            try await keys.follow(redirect)
            await stage.expect(Self.success)
            try await stage.expectSnapshot("add-key-success")
            await stage.press(.enter)
            await stage.expect("valid, 59 days left")
            #expect(stage.text.contains("••••••••"))
            #expect(try keys.grant()?.authorizedBy == "alice")
            #expect(await keys.test.count(.token) == 1)
            #expect(await keys.production.count(.token) == 0)
        }
    }

    @Test func `where nothing is caught, the way is told: copy the page's address and paste it`() async throws
    {
        try await KeyStage.with(80, 24) { keys in
            _ = try await keys.beginSignIn()
            let told =
                "The browser will end at a page that cannot be shown. Copy that page's address and paste it here."
            #expect(keys.stage.words.contains(told))
            await keys.stage.expect("Waiting for the sign-in to end, and for its address")
        }
    }

    @Test func `a long address can be read whole while its end is pasted`() async throws {
        let redirectURI = "https://127.0.0.1/\(String(repeating: "callback/", count: 40))"
        try await KeyStage.with(80, 24, redirectURI: redirectURI) { keys in
            let address = try await keys.beginSignIn(.alt)
            let dialog = try #require(keys.stage.terminal.find("┌ Retrieve"))
            #expect(address.count > 640)
            #expect(try keys.rows(of: address).upperBound <= dialog.y)
        }
    }

    @Test func `a paste that is given up while UPS is asked leaves no key`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            let redirect = try await keys.signIn(at: try await keys.beginSignIn())
            await keys.test.setFault(SandboxFault(.slow, value: 30, on: [.token]))
            await stage.paste(redirect)
            await stage.expect("Getting the access token from UPS")
            await stage.press(.escape)
            await stage.expectGone("Waiting for the sign-in")
            await stage.expect("Carrier Editor - UPS®")
            #expect(stage.program.windows.count == 1)
            #expect(try keys.grant() == nil)
        }
    }

    @Test func `of a paste that was cut UPS's refusal says so first`() async throws {
        try await KeyStage.with { keys in
            let redirect = try await keys.signIn(at: try await keys.beginSignIn())
            await keys.stage.paste(String(redirect.prefix { $0 != "&" }.dropLast(4)))
            await keys.stage.expect("The pasted address was probably cut")
            #expect(keys.stage.text.contains("Sign in again, and paste"))
            #expect(try keys.grant() == nil)
        }
    }

    @Test func `a paste anywhere in the sign-in is taken`() async throws {
        try await KeyStage.with { keys in
            let redirect = try await keys.signIn(at: try await keys.beginSignIn())
            await keys.stage.paste(redirect)
            await keys.stage.expect(Self.success)
            #expect(try keys.grant() != nil)
        }
    }

    @Test func `Paste Address takes what the seed tells people to copy`() async throws {
        try await KeyStage.with { keys in
            let stage = keys.stage
            let redirect = try await keys.signIn(at: try await keys.beginSignIn())
            await stage.alt("p")
            await stage.expect("Retrieve Authorization Code")
            await stage.paste(String(redirect.prefix { $0 != "&" }))
            await stage.press(.enter)
            await stage.expect(Self.success)
            await stage.press(.enter)
            await stage.expectGone("Waiting for the sign-in")
            #expect(stage.program.windows.count == 1)
            #expect(try keys.grant() != nil)
        }
    }

    @Test func `Alt+Enter asks for the address at once, and Cancel ends it`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            let address = try await keys.beginSignIn(.alt)
            await stage.expect("Retrieve Authorization Code")
            await stage.expect("After successful UPS web login, copy and paste the resulting")
            let dialog = try #require(stage.terminal.find("┌ Retrieve"))
            #expect(try keys.rows(of: address).upperBound <= dialog.y)
            try await stage.expectSnapshot("retrieve", hiding: { try keys.rows(of: address) })
            await stage.press(.escape)
            await stage.expectGone("Retrieve Authorization Code")
            #expect(stage.program.windows.count == 1)
        }
    }

    @Test func `Alt and a click is the manual way, too`() async throws {
        try await KeyStage.with { keys in
            let stage = keys.stage
            await stage.edit(try stage.store(.sample()))
            await stage.click("< Add Key >", .alt)
            await stage.expect("Retrieve Authorization Code")
            let address = try #require(stage.outside.opened.last)
            let redirect = try await keys.signIn(at: address)
            await stage.paste("  <\(redirect.prefix(40))\r\n\(redirect.dropFirst(40))>\n")
            await stage.press(.enter)
            await stage.expect(Self.success)
        }
    }

    @Test func `wrong pastes are told beside the field and call nobody`() async throws {
        try await KeyStage.with { keys in
            let stage = keys.stage
            let redirect = try await keys.signIn(at: try await keys.beginSignIn(.alt))
            let code = redirect.split(separator: "?")[1]
            let wrong = [
                ("", "Nothing was pasted"), ("hello", "not an address"),
                ("http://127.0.0.1/upscallback?\(code)", "it begins with http"),
                ("https://evil.example/upscallback?\(code)", "host is another"),
                ("https://127.0.0.1/other?\(code)", "path is another"),
                ("https://a@127.0.0.1/upscallback?\(code)", "user name"),
                (redirect + "&code=again", "two values for code"),
                ("https://127.0.0.1/upscallback?code=x&state=y", "another sign-in"),
                ("https://127.0.0.1/upscallback?scope=read", "no code"),
                ("https://127.0.0.1/upscallback?code=a&error=b", "a code and an error"),
                ("\u{1B}[2J\u{1B}]52;c;aGk=\u{7}https://127.0.0.1/", "not an address"),
                (String(repeating: "x", count: 65_536), "not an address"),
            ]
            for (text, message) in wrong {
                await stage.press("a", .control)
                await stage.press(.delete)
                await stage.paste(text)
                await stage.press(.enter)
                await stage.expect(message)
                #expect(!stage.text.contains("\u{1B}"))
                let field = try #require(stage.program.topWindow?.focused as? TextField)
                #expect(field.text.count >= text.count - 12, "what was pasted stays")
            }
            #expect(await keys.test.count(.token) == 0)
            await stage.press("a", .control)
            await stage.paste(redirect)
            await stage.press(.enter)
            await stage.expect(Self.success)
        }
    }

    @Test func `an address of 64 KiB is taken`() async throws {
        try await KeyStage.with { keys in
            let redirect = try await keys.signIn(at: try await keys.beginSignIn(.alt))
            await keys.stage.paste(redirect + "&padding=" + String(repeating: "x", count: 65_536))
            await keys.stage.press(.enter)
            await keys.stage.expect(Self.success)
        }
    }

    @Test func `a declined sign-in says so in UPS's words, and can be tried again`()
        async throws
    {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            let refusal = try await keys.signIn(at: try await keys.beginSignIn(), decline: true)
            await stage.paste(refusal)
            await stage.expect("The sign-in was denied")
            try await stage.expectSnapshot("add-key-denied")
            await stage.press(.enter)
            await stage.expect("Waiting for the sign-in to end")
            let redirect = try await keys.signIn(at: try #require(stage.outside.opened.last))
            await stage.paste(redirect)
            await stage.expect(Self.success)
        }
    }

    @Test func `what UPS says is shown and never sent`() async throws {
        try await KeyStage.with { keys in
            let address = try await keys.beginSignIn()
            let state = try #require(address.split(separator: "&").first { $0.hasPrefix("state=") })
            await keys.stage.paste(
                "https://127.0.0.1/upscallback?\(state)&error=access_denied&error_description=%1B%5B2J%07gone"
            )
            await keys.stage.expect("␛[2J␇gone")
            #expect(!keys.stage.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        }
    }

    @Test func `an unwell UPS leaves no key, and trying again is offered`() async throws {
        try await KeyStage.with { keys in
            let stage = keys.stage
            await keys.test.setFault(SandboxFault(.gatewayPage, on: [.token], times: 1))
            let redirect = try await keys.signIn(at: try await keys.beginSignIn())
            await stage.paste(redirect)
            await stage.expect("UPS is unwell")
            #expect(try keys.grant() == nil)
            await stage.alt("c")
            await stage.expect("Carrier Editor - UPS®")
            #expect(stage.program.windows.count == 1)
        }
    }

    @Test func `an app that UPS does not know stops before the sign-in`() async throws {
        try await KeyStage.with { keys in
            let stage = keys.stage
            try stage.store.save(
                UPSApplication(clientID: "nobody", redirectURI: AuthorizationRequest.usualRedirectURI),
                by: "alice")
            await stage.edit(try stage.store(.sample()))
            await stage.focus("Add Key")
            await stage.press(.enter)
            await stage.expect("UPS does not know the Client ID here")
            #expect(stage.outside.opened.isEmpty)
        }
    }

    @Test func `asking UPS can be cancelled`() async throws {
        try await KeyStage.with { keys in
            let stage = keys.stage
            await keys.test.setFault(SandboxFault(.slow, value: 30, on: [.validate]))
            await stage.edit(try stage.store(.sample()))
            await stage.focus("Add Key")
            await stage.press(.enter)
            await stage.expect("Asking UPS whether it knows the app")
            await stage.press(.escape)
            await stage.expectGone("Asking UPS")
            await stage.expectGone("Cancelling")
            #expect(stage.program.windows.count == 1)
            #expect(stage.outside.opened.isEmpty)
        }
    }

    @Test func `over SSH the address is to be opened elsewhere`() async throws {
        try await KeyStage.with { keys in
            keys.stage.outside.browserOpens = false
            _ = try await keys.beginSignIn()
            await keys.stage.expect("No browser can be opened here.")
        }
    }

    @Test func `a taken port is told, and a paste still does`() async throws {
        let other = UPSSandbox()
        let port = try await other.start()
        try await KeyStage.with(redirectURI: "http://127.0.0.1:\(port)/upscallback") { keys in
            let redirect = try await keys.signIn(at: try await keys.beginSignIn())
            await keys.stage.expect("is in use by another program")
            await keys.stage.paste(redirect)
            await keys.stage.expect(Self.success)
        }
        await other.stop()
    }
}
