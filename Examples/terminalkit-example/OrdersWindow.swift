import TerminalKit

struct Order: Identifiable {
    let id: Int
    var item: String
    var pieces: Int
    var isUrgent: Bool
}

/// The orders so far; New and Enter open the form.
final class OrdersWindow: Window {
    private var orders = [Order(id: 1, item: "Tape", pieces: 12, isUrgent: false)]
    private let table: Table<Order>

    init(_ program: Program) {
        let columns = [
            TableColumn<Order>("Item", width: 12, weight: 1) { $0.item },
            TableColumn<Order>("Pieces", width: 6, alignment: .trailing) { "\($0.pieces)" }
                .sorted { $0.pieces },
            TableColumn<Order>("Urgent", width: 6) { $0.isUrgent ? "yes" : "" },
        ]
        table = Table(columns, rows: orders)
        table.weight = 1
        let buttons = Row(alignment: .trailing) {}
        super.init("Orders", placement: .fill, content: table, footer: buttons)
        isClosable = false
        let new = Button("&New") { [weak self, unowned program] in
            guard let self else { return }
            await edit(Order(id: orders.count + 1, item: "", pieces: 1, isUrgent: false), in: program)
        }
        let quit = Button("&Quit") { [unowned program] in _ = await program.quit() }
        buttons.replaceSubviews(with: [new, quit])
        table.onOpen = { [weak self, unowned program] order in
            program.start { await self?.edit(order, in: program) }
        }
    }

    private func edit(_ order: Order, in program: Program) async {
        guard let changed = await orderForm(order, in: program) else { return }
        if let place = orders.firstIndex(where: { $0.id == changed.id }) {
            orders[place] = changed
        } else {
            orders.append(changed)
        }
        table.setRows(orders)
        table.select(changed.id)
        table.focus()
    }
}

/// Shows the form of an order and waits for OK; nil when the person gave up.
func orderForm(_ order: Order, in program: Program) async -> Order? {
    let item = TextField(order.item, maxLength: 30)
    let pieces = TextField("\(order.pieces)", maxLength: 4)
    pieces.alignment = .trailing
    pieces.filter = { $0.isASCII && $0.isNumber ? $0 : nil }
    pieces.check = { (1...1000).contains(Int(pieces.text) ?? 0) ? nil : "Pieces are from 1 to 1000." }
    let urgent = CheckBox("&Urgent")
    urgent.isOn = order.isUrgent
    let window = Window("Order", buttons: [.ok(), .cancel()]) {
        Form {
            Field("&Item", item, isRequired: true)
            Field("&Pieces", pieces, isRequired: true)
            urgent
        }
    }
    window.help = "What is ordered, and how many pieces of it."
    guard await program.present(window) == .ok, let count = Int(pieces.text) else { return nil }
    return Order(id: order.id, item: item.text, pieces: count, isUrgent: urgent.isOn)
}
