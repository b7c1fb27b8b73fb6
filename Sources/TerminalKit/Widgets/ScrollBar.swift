/// A bar at the side of something longer than its place; it shows by ▲ and ▼ that there is more, and can be
/// dragged.
@MainActor
public final class ScrollBar: View {
    public private(set) var total = 0
    public private(set) var visible = 0
    public private(set) var offset = 0
    /// Called with the first row that is to be in sight.
    public var onScroll: (@MainActor (Int) -> Void)?
    /// Where on the thumb the mouse holds it.
    private var grip: Int?

    func update(total: Int, visible: Int, offset: Int) {
        self.total = total
        self.visible = visible
        self.offset = offset
    }

    private var track: Int { max(0, bounds.height - 2) }
    private var range: Int { max(0, total - visible) }
    private var thumbLength: Int { total == 0 ? track : min(track, max(1, track * visible / total)) }

    /// The thumb's first row, counted from the top of the bar.
    var thumbStart: Int {
        range == 0 ? 1 : 1 + ((track - thumbLength) * offset + range / 2) / range
    }

    public override func draw(on canvas: Canvas) {
        guard range > 0 else { return }
        let (style, glyphs) = (canvas.theme[.scrollBar], canvas.glyphs)
        let last = bounds.height - 1
        let thumb = thumbStart..<thumbStart + thumbLength
        for y in 1..<max(1, last) {
            canvas.put(
                thumb.contains(y) ? glyphs.scrollThumb : glyphs.scrollTrack, at: Point(x: 0, y: y),
                style: style)
        }
        canvas.put(offset > 0 ? glyphs.moreAbove : glyphs.scrollTrack, at: .zero, style: style)
        canvas.put(
            offset < range ? glyphs.moreBelow : glyphs.scrollTrack, at: Point(x: 0, y: last), style: style)
    }

    public override func mouse(_ event: MouseEvent) -> Bool {
        let y = event.position.y
        switch event.action {
        case .press(.left):
            guard range > 0 else { return false }
            grip = nil
            if y == 0 {
                scroll(to: offset - 1)
            } else if y == bounds.height - 1 {
                scroll(to: offset + 1)
            } else if y < thumbStart {
                scroll(to: offset - visible)
            } else if y >= thumbStart + thumbLength {
                scroll(to: offset + visible)
            } else {
                grip = y - thumbStart
            }
        case .drag(.left):
            guard let grip else { return true }
            let room = track - thumbLength
            guard room > 0 else { return true }
            scroll(to: ((y - grip - 1) * range + room / 2) / room)
        case .release: grip = nil
        default: return false
        }
        return true
    }

    private func scroll(to row: Int) {
        onScroll?(max(0, min(range, row)))
    }
}
