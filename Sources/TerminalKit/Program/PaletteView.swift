/// A field to type in and the commands that it leaves, the best first.
@MainActor
final class PaletteView: View {
    var onChoose: (@MainActor (PaletteItem) -> Void)?
    private let all: [PaletteItem]
    private var fitting: [PaletteItem]
    private let field = TextField(maxLength: 100)
    private let list: ListBox

    /// How many commands are in sight.
    private static let height = 14

    init(_ items: [PaletteItem]) {
        all = items
        fitting = items
        list = ListBox(Self.lines(items))
        super.init()
        help = "Letters leave the commands they fit, the arrows choose one, and Enter does it."
        hints = [KeyHint(Key(.enter), "Choose")]
        field.placeholder = "Type to find a command"
        field.onChange = { [weak self] in self?.find($0) }
        list.takesFocus = false
        list.maxHeight = Self.height
        list.onChoose = { [weak self] row in
            guard let self else { return }
            onChoose?(fitting[row])
        }
        add(field)
        add(list)
    }

    private static func lines(_ items: [PaletteItem]) -> [ListBox.Item] {
        items.map {
            ListBox.Item(Caption(verbatim: $0.title), detail: $0.detail, isEnabled: $0.isEnabled)
        }
    }

    private func find(_ text: String) {
        fitting = all.enumerated()
            .compactMap { place, item in
                PaletteRank(text, title: item.title).map { (rank: $0, place: place, item: item) }
            }
            .sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }
            .map(\.item)
        list.items = Self.lines(fitting)
        invalidate()
    }

    // MARK: Place and look

    /// As wide as the longest command, whatever is typed.
    override func measure(width: Int) -> Size {
        let longest = all.map { $0.title.columns + $0.detail.columns + 2 }.max() ?? 0
        return Size(
            width: min(width, max(44, longest + 3)), height: 1 + max(1, min(all.count, Self.height)))
    }

    override func layout() {
        field.place(in: Rect(x: 0, y: 0, width: bounds.width, height: 1))
        list.place(in: Rect(x: 0, y: 1, width: bounds.width, height: bounds.height - 1))
        list.isVisible = !fitting.isEmpty
    }

    override func draw(on canvas: Canvas) {
        guard fitting.isEmpty else { return }
        canvas.write("No command fits.", at: Point(x: 1, y: 1), style: canvas.theme[.faint])
    }

    // MARK: Keys

    override func key(_ key: Key) -> Bool {
        switch key.code {
        case .up, .down, .pageUp, .pageDown, .enter: list.key(key)
        default: false
        }
    }
}
