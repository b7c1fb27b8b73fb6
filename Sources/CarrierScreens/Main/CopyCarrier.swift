internal import CarrierCore
internal import TerminalKit

/// Asks for the name of a copy and makes it; the name it has got, nil when cancelled.
func copyCarrier(_ desk: Desk, named original: String) async -> String? {
    let proposal = String("\(original) copy".prefix(50))
    let name = TextField(proposal, maxLength: 50)
    name.help = FieldHelp.carrierName
    name.check = { Carrier(name: name.text).validate().message("name") }
    let window = Window("Copy Carrier", buttons: [.ok(), .cancel()]) {
        Paragraph("Everything of \(original) but its keys is copied.")
        Form { Field("Carrier &Name", name, isRequired: true) }
    }
    window.help = FieldHelp.copyCarrier
    window.mayClose = { command in
        if command.discardsFields {
            return await desk.mayDiscard([Change(label: "Carrier Name", old: proposal, new: name.text)])
        }
        do {
            let (store, actor, newName) = (desk.store, desk.session.actor, name.text)
            try await desk.working("Copying \(original)") {
                _ = try store.copyCarrier(named: original, as: newName, by: actor)
            }
            return true
        } catch {
            await desk.report(error, at: ["name": name])
            return false
        }
    }
    return await desk.program.present(window) == .ok ? name.text : nil
}
