/// The last line: the keys that work now and what they do; a click presses the key.
@MainActor
public final class KeyBar: View {
    public var keys: [KeyHint] = []
    /// Keys at the end that keep their place when there is not room for all.
    public var lastKeys: [KeyHint] = []
    public var onKey: (@MainActor (Key) -> Void)?
    private var places: [(range: Range<Int>, key: Key)] = []

    public override func draw(on canvas: Canvas) {
        canvas.fill(style: canvas.theme[.keyBar])
        places = []
        var x = 1
        var room = canvas.size.width - lastKeys.reduce(1) { $0 + width(of: $1) + 2 }
        let taken = lastKeys.map(\.key)
        var shown: [KeyHint] = []
        for hint in keys where !taken.contains(hint.key) && !shown.contains(where: { $0.key == hint.key }) {
            room -= width(of: hint) + 2
            guard room >= 0 else { break }
            shown.append(hint)
        }
        for hint in shown + lastKeys {
            let width = width(of: hint)
            let end = canvas.write(hint.key.title, at: Point(x: x, y: 0), style: canvas.theme[.keyBarKey])
            canvas.write(" " + hint.title, at: Point(x: end, y: 0), style: canvas.theme[.keyBar])
            places.append((x..<x + width, hint.key))
            x += width + 2
        }
    }

    private func width(of hint: KeyHint) -> Int {
        hint.key.title.columns + 1 + hint.title.columns
    }

    public override func mouse(_ event: MouseEvent) -> Bool {
        guard event.action == .press(.left),
            let place = places.first(where: { $0.range.contains(event.position.x) })
        else { return false }
        onKey?(place.key)
        return true
    }
}
