internal import CarrierCore
internal import TerminalKit

/// Group `User Settings`: a printer of the system's, or one typed, for the system may not know it yet.
func userSettingsGroup(_ desk: Desk, _ draft: CarrierDraft) -> GroupBox {
    let printer = ComboBox(proposals: [], maxLength: 127, columns: 40)
    draft.bind(
        printer.field, "defaultPrinter", read: { $0.defaultPrinter }, write: { $0.defaultPrinter = $1 })
    desk.program.start { printer.proposals = await desk.outside.printers() }
    return GroupBox("&User Settings") {
        Form { Field("Default Printer", printer) }
    }
}
