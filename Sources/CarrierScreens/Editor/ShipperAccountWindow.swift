internal import CarrierCore
internal import TerminalKit

/// Window `Shipper Account`; nil when it was cancelled.
///
/// - Parameters:
///   - account: the one to change, nil for a new one.
///   - taken: the numbers of the carrier's other accounts.
func editShipperAccount(_ desk: Desk, _ account: ShipperAccount?, taken: [String]) async -> ShipperAccount? {
    let old = account ?? ShipperAccount(number: "", postalCode: "")
    let name = TextField(old.name, maxLength: 35)
    let number = TextField(old.number, maxLength: 6)
    let postalCode = TextField(old.postalCode, maxLength: 9)
    let country = TextField(old.country, maxLength: 2)
    let invoice = CheckBox(
        "Account has generated an invoice in the last 90 days", isOn: old.hasRecentInvoice)
    number.filter = upperCased
    country.filter = upperCased

    func entered() -> ShipperAccount {
        ShipperAccount(
            name: name.text, number: number.text, postalCode: postalCode.text, country: country.text,
            hasRecentInvoice: invoice.isOn, isDefault: old.isDefault)
    }
    func problem(_ field: String) -> String? {
        entered().validate().first { $0.field == field }?.message
    }
    for (field, control) in [
        ("name", name), ("number", number), ("postalCode", postalCode), ("country", country),
        ("hasRecentInvoice", invoice),
    ] as [(String, Control)] {
        control.check = { problem(field) }
        control.help = EditorHelp.text(for: "accounts.\(field)")
    }
    number.check = {
        taken.contains(number.text)
            ? "Shipper Number \(number.text) is in this carrier already." : problem("number")
    }

    let window = Window("Shipper Account", buttons: [.ok(), .cancel()]) {
        GroupBox("Account &Information") {
            Form {
                Field("Account Name", name)
                Field("Shipper Number", number, isRequired: true)
                FieldRow {
                    Field("Postal Code", postalCode, isRequired: true)
                    Field("Country Code", country, isRequired: true)
                }
            }
            invoice
        }
    }
    window.help = EditorHelp.text(for: "accounts")
    window.mayClose = { command in
        guard command.discardsFields else { return true }
        return await desk.mayDiscard(changes(from: old, to: entered()))
    }
    return await desk.program.present(window) == .ok ? entered() : nil
}

private func upperCased(_ character: Character) -> Character? {
    guard character.isASCII, character.isLetter || character.isNumber else { return nil }
    return character.uppercased().first
}

private func changes(from old: ShipperAccount, to new: ShipperAccount) -> [Change] {
    func text(_ isOn: Bool) -> String { isOn ? "yes" : "no" }
    return [
        Change(label: "Account Name", old: old.name, new: new.name),
        Change(label: "Shipper Number", old: old.number, new: new.number),
        Change(label: "Postal Code", old: old.postalCode, new: new.postalCode),
        Change(label: "Country Code", old: old.country, new: new.country),
        Change(
            label: "Account has generated an invoice in the last 90 days", old: text(old.hasRecentInvoice),
            new: text(new.hasRecentInvoice)),
    ].filter { $0.old != $0.new }
}
