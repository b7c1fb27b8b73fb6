/// One of a few values, all of them in sight; the arrows along them choose the next one, up to either end.
@MainActor
public final class RadioGroup<Value: Hashable>: Control {
    public let choices: [Choice<Value>]
    /// Below each other in place of beside each other.
    public var isVertical = false
    public var selection: Value {
        didSet {
            guard selection != oldValue else { return }
            valueChanged()
            onChange?(selection)
        }
    }
    /// Called after each change, by whomever.
    public var onChange: (@MainActor (Value) -> Void)?

    public init(
        _ choices: [Choice<Value>], selection: Value, onChange: (@MainActor (Value) -> Void)? = nil
    ) {
        self.choices = choices
        self.selection = selection
        self.onChange = onChange
    }

    private var index: Int? { choices.firstIndex { $0.value == selection } }

    /// Where each choice stands, after a column for the focus mark.
    private var places: [Rect] {
        var x = 1
        return choices.enumerated().map { row, choice in
            let width = choice.title.columns + 4
            defer { x += width + 2 }
            return isVertical
                ? Rect(x: 1, y: row, width: width, height: 1) : Rect(x: x, y: 0, width: width, height: 1)
        }
    }

    public override var keepsWidth: Bool { true }

    public override func measure(width: Int) -> Size {
        let places = places
        return Size(
            width: min(width, (places.map(\.maxX).max() ?? 0) + 1), height: places.map(\.maxY).max() ?? 0)
    }

    public override func draw(on canvas: Canvas) {
        let (theme, glyphs) = (canvas.theme, canvas.glyphs)
        let style = style(.window, in: theme)
        for (choice, place) in zip(choices, places) {
            let isChosen = choice.value == selection
            canvas.write("(\(isChosen ? glyphs.radio : " ")) \(choice.title)", at: place.origin, style: style)
            guard isChosen, isFocused else { continue }
            canvas.put(
                glyphs.focusLeft, at: Point(x: place.minX - 1, y: place.minY), style: theme[.focusedField])
            canvas.put(
                glyphs.focusRight, at: Point(x: place.maxX, y: place.minY), style: theme[.focusedField])
        }
    }

    public override var cursor: Point? {
        index.map { Point(x: places[$0].minX + 1, y: places[$0].minY) }
    }

    public override func key(_ key: Key) -> Bool {
        guard key.modifiers.isEmpty, !isReadOnly else { return false }
        switch key.code {
        case .left where !isVertical, .up where isVertical: return step(-1)
        case .right where !isVertical, .down where isVertical: return step(1)
        case .character(" "):
            if index == nil { _ = step(1) }
            return true
        default: return false
        }
    }

    /// At its end the group lets the key go on: across it, that leads to the next field.
    private func step(_ step: Int) -> Bool {
        let next = index.map { $0 + step } ?? 0
        guard choices.indices.contains(next) else { return false }
        selection = choices[next].value
        return true
    }

    public override func mouse(_ event: MouseEvent) -> Bool {
        guard event.action == .press(.left), !isReadOnly,
            let index = places.firstIndex(where: { $0.contains(event.position) })
        else { return false }
        selection = choices[index].value
        return true
    }
}
