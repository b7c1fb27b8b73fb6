public import CarrierCore
internal import TerminalKit

/// The window `Carrier Editor - UPS®`, open until it is left.
///
/// - Parameter carrier: as read from the store, or one without an id: a new one.
/// - Returns: the carrier as it is stored afterwards; nil when it was cancelled and nothing has been stored.
public func editCarrier(_ desk: Desk, _ carrier: Carrier) async -> Carrier? {
    do {
        let editor = try CarrierEditor(desk, carrier)
        return await editor.run()
    } catch {
        await desk.report(error)
        return nil
    }
}

final class CarrierEditor {
    static let title = "Carrier Editor - UPS®"
    /// Two columns in a terminal of 110 columns: without the frame and the scroll bar.
    private static let twoColumns = 104

    let desk: Desk
    let draft: CarrierDraft
    let window: Window
    /// What has been stored from here.
    var saved: Carrier?

    init(_ desk: Desk, _ carrier: Carrier) throws(CarrierError) {
        self.desk = desk
        let hasSecret =
            if let id = carrier.id { try desk.store.hasCustomerSecret(carrierID: id) } else { false }
        let draft = CarrierDraft(
            carrier, hasStoredSecret: hasSecret, isReadOnly: !desk.session.isAdministrator)
        self.draft = draft
        let folder = try desk.store.settings().reportsFolder
        let reports = folder.isEmpty ? [] : desk.outside.reports(folder)
        let keys = RESTGroup(desk, draft)
        let columns = EditorColumns(
            from: Self.twoColumns,
            [
                (.left, generalGroup(draft, reports: reports)),
                (.right, rateAdjustmentGroup(draft)),
                (.left, userSettingsGroup(desk, draft)),
                (.left, AddressGroup(desk, draft, .company).makeView()),
                (.left, AddressGroup(desk, draft, .shipFrom).makeView()),
                (.right, apiSettingsGroup(desk, draft)),
                (.right, ShipperAccountsGroup(desk, draft).makeView()),
                (.right, keys.makeView()),
            ])
        window = Window(
            Self.title, placement: .fill, buttons: draft.isReadOnly ? [.close()] : [.ok(), .cancel()]
        ) { ScrollView(columns) }
        window.help = EditorHelp.editor
        keys.saveFirst = { [unowned self] in await saveForKey() }
        draft.controls["name"]?.check = { [unowned self] in nameProblem }
    }

    func run() async -> Carrier? {
        window.mayClose = { [unowned self] command in
            if draft.isReadOnly { return true }
            return command.discardsFields ? await desk.mayDiscard(draft.changes) : await save()
        }
        await desk.program.present(window)
        draft.close()
        return saved
    }

    private var nameProblem: String? {
        if let problem = draft.problem(with: "name") { return problem }
        // That nothing is found is what is hoped for; a store out of order is told when it is written.
        let other = try? desk.store.carrier(named: draft.carrier.name)
        guard let other, other.id != draft.carrier.id else { return nil }
        return "There is a carrier \(other.name) already."
    }
}
