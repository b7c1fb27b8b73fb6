import TerminalKit
import Testing

@MainActor
struct WindowTests {
    let stage = Stage()

    private func sample(name: TextField = TextField(maxLength: 20), on: Bool = false) -> Window {
        Window("Shipper", buttons: [.ok(), .cancel()]) {
            Form {
                Field("Account &Name", name, isRequired: true)
                CheckBox("&Default", isOn: on)
            }
        }
    }

    @Test func `a window shows its fields, its buttons and the focus without colour`() async {
        await stage.open(sample(name: TextField("SalesPad", maxLength: 10)))
        #expect(stage.picture == """
                ┌ Shipper ────────────────[■]─┐
                │ Account Name* ▸SalesPad   ◂ │
                │                [ ] Default  │
                │                             │
                │          < OK >  < Cancel > │
                └─────────────────────────────┘
            """)
    }

    @Test func `Esc cancels and Enter presses the default button`() async {
        let cancelled = await stage.open(sample())
        await stage.press(.escape)
        #expect(cancelled.command == .cancel)
        let accepted = await stage.open(sample(name: TextField("x")))
        await stage.press(.enter)
        #expect(accepted.command == .ok)
        #expect(stage.program.windows.isEmpty)
    }
}
