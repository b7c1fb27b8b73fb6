import TerminalKit
import Testing

@MainActor
struct PagesTests {
    let stage = Stage(60, 12)
    let uri = TextField("https://wwwcie.ups.com", columns: 24)
    let client = TextField(columns: 12)

    private func show() async {
        await stage.open(
            Window("UPS Tracking Adapter", buttons: [.ok(), .cancel()]) {
                Pages([
                    Page("&URI") { Form { Field("Test", uri) } },
                    Page("&Information") { Form { Field("Client ID", client, isRequired: true) } },
                ])
            })
    }

    @Test func `the tabs stand above the page in front`() async {
        await show()
        #expect(
            stage.picture == """
                ┌ UPS Tracking Adapter ───────[■]─┐
                │  ▸URI◂   Information            │
                │ ─────────────────────────────── │
                │ Test [https://wwwcie.ups.com  ] │
                │                                 │
                │              < OK >  < Cancel > │
                └─────────────────────────────────┘
                """)
    }

    @Test func `arrows, mnemonics, page keys and clicks turn the pages`() async {
        await show()
        await stage.press(.right)
        #expect(stage.text.contains(" URI   ▸Information◂"))
        #expect(stage.text.contains("Client ID"))
        await stage.alt("u")
        #expect(stage.text.contains("▸URI◂"))
        await stage.press(.pageDown, .control)
        #expect(stage.text.contains("▸Information◂"))
        await stage.click("URI")
        #expect(stage.text.contains("▸URI◂"))
        await stage.press(.tab)
        #expect(uri.isFocused)
        await stage.press(.tab)
        #expect(!client.isFocused)
    }

    @Test func `Ctrl+PgDn turns the page from within what scrolls or lists there`() async {
        let boxes = (1...20).map { CheckBox(Caption(verbatim: "Box \($0)")) }
        let list = CheckList((1...9).map { Choice("Service \($0)") })
        await stage.open(
            Window("Adapter", buttons: [.ok()]) {
                Pages([Page("&URI") { ScrollView { boxes } }, Page("&Information") { list }])
            })
        await stage.press(.tab)
        #expect(boxes[0].isFocused)
        await stage.press(.pageDown, .control)
        #expect(stage.text.contains("▸Information◂"))
        await stage.press(.tab)
        #expect(list.isFocused)
        await stage.press(.pageUp, .control)
        #expect(stage.text.contains("▸URI◂"))
    }

    @Test func `a mistake on another page brings that page to the front`() async {
        await show()
        await stage.press("s", .control)
        #expect(client.isFocused)
        #expect(stage.text.contains("✗ Client ID is required."))
        #expect(stage.text.contains("1 field needs attention"))
    }
}
