internal import CarrierCore
internal import TerminalKit

private struct AddressLine: Identifiable {
    let id: Int
    let address: Address
}

/// Offers the addresses that are in the store already; nil when none was chosen.
func chooseAddress(_ desk: Desk) async -> Address? {
    let known: [Address]
    do {
        known = try desk.store.knownAddresses()
    } catch {
        await desk.report(error)
        return nil
    }
    let columns: [TableColumn<AddressLine>] = [
        TableColumn("Company Name", width: 20, weight: 2) { $0.address.companyName },
        TableColumn("Address", width: 20, weight: 2) { $0.address.addressLine1 },
        TableColumn("City", width: 14, weight: 1) { $0.address.city },
    ]
    let lines = known.enumerated().map { AddressLine(id: $0, address: $1) }
    let table = Table(columns, source: ArrayTableSource(lines, columns: columns))
    table.height = 12
    table.emptyText = "There are no addresses in the store yet."
    let window = Window("Addresses", buttons: [.ok(), .cancel()]) { table }
    window.help = "Type to filter. Enter takes the address over with all its fields."
    table.onOpen = { _ in window.close(.ok) }
    guard await desk.program.present(window) == .ok else { return nil }
    return table.selected?.address
}
