public import CarrierCore
internal import TerminalKit

/// The window `Carrier Editor - UPS®`, open until it is left.
///
/// - Parameter carrier: as read from the store, or one without an id: a new one.
/// - Returns: the carrier as it is stored afterwards; nil when it was cancelled and nothing has been stored.
public func editCarrier(_ desk: Desk, _ carrier: Carrier) async -> Carrier? {
    do {
        let draft = CarrierDraft(
            carrier, hasStoredSecret: try hasSecret(desk, carrier.id),
            isReadOnly: !desk.session.isAdministrator)
        return await (try CarrierEditor(desk, draft)).run()
    } catch {
        await desk.report(error)
        return nil
    }
}

/// The same with a draft that was kept, as changes to the carrier it was made from.
func continueCarrier(_ desk: Desk, _ kept: KeptDraft, content: Secret) async {
    do {
        var id: Int64?
        if case .carrier(let carrier) = kept.subject { id = carrier }
        let draft = try CarrierDraft(
            kept: content, of: kept.subject, hasStoredSecret: try hasSecret(desk, id))
        let editor = try CarrierEditor(desk, draft, continuing: kept)
        desk.program.start { await editor.compareWithStored() }
        _ = await editor.run()
    } catch {
        await desk.report(error)
    }
}

private func hasSecret(_ desk: Desk, _ carrier: Int64?) throws(CarrierError) -> Bool {
    if let carrier { try desk.store.hasCustomerSecret(carrierID: carrier) } else { false }
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

    let keeper: DraftKeeper

    init(_ desk: Desk, _ draft: CarrierDraft, continuing kept: KeptDraft? = nil) throws(CarrierError) {
        self.desk = desk
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
        keeper = DraftKeeper(desk, continuing: kept) { [unowned draft] in draft.kept }
        window.help = EditorHelp.editor
        draft.watch { [unowned draft, window] in
            window.subject = draft.original.id == nil ? "New Carrier" : draft.original.name
        }
        keys.saveFirst = { [unowned self] in await saveForKey() }
        draft.controls["name"]?.check = { [unowned self] in nameProblem }
    }

    func run() async -> Carrier? {
        window.mayClose = { [unowned self] command in
            if draft.isReadOnly { return true }
            return command.discardsFields ? await mayDiscard() : await save()
        }
        let id = draft.original.id
        if let id { desk.openCarriers.insert(id) }
        await desk.program.present(window)
        if let id { desk.openCarriers.remove(id) }
        await keeper.close()
        draft.close()
        return saved
    }

    private func mayDiscard() async -> Bool {
        guard await desk.mayDiscard(draft.changes) else { return false }
        await keeper.discard()
        return true
    }

    private var nameProblem: String? {
        if let problem = draft.problem(with: "name") { return problem }
        // That nothing is found is what is hoped for; a store out of order is told when it is written.
        let other = try? desk.store.carrier(named: draft.carrier.name)
        guard let other, other.id != draft.carrier.id else { return nil }
        return "There is a carrier \(other.name) already."
    }
}
