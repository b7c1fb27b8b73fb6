/// The last line: the keys that work now and what they do; a click presses the key.
@MainActor
public final class KeyBar: View {
    /// Keys that nearly always work; they keep their places.
    public var keys: [KeyHint] = []
    /// Keys that work where the focus is; those that do not fit are left out.
    public var placeKeys: [KeyHint] = []
    /// Stands at the right end, where the others come and go beside it; left out where they need its room.
    public var lastKey: KeyHint?
    public var onKey: (@MainActor (Key) -> Void)?
    private var places: [(range: Range<Int>, key: Key)] = []

    public override func draw(on canvas: Canvas) {
        canvas.fill(style: canvas.theme[.keyBar])
        places = []
        var x = 1
        var seen: Set<Key> = []
        for hint in keys + placeKeys where seen.insert(hint.key).inserted {
            let width = width(of: hint)
            guard x + width < canvas.size.width else { break }
            draw(hint, at: x, on: canvas)
            x += width + 2
        }
        guard let lastKey, !seen.contains(lastKey.key) else { return }
        let start = canvas.size.width - 1 - width(of: lastKey)
        if start >= x { draw(lastKey, at: start, on: canvas) }
    }

    private func draw(_ hint: KeyHint, at x: Int, on canvas: Canvas) {
        let end = canvas.write(hint.key.title, at: Point(x: x, y: 0), style: canvas.theme[.keyBarKey])
        canvas.write(" " + hint.title, at: Point(x: end, y: 0), style: canvas.theme[.keyBar])
        places.append((x..<x + width(of: hint), hint.key))
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
