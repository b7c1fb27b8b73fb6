/// Where a view draws: a part of the surface, in the view's own coordinates, clipped to it.
@MainActor
public struct Canvas {
    /// What all canvases of one picture share.
    final class Page {
        var surface: Surface
        let theme: Theme

        init(size: Size, theme: Theme) {
            surface = Surface(size: size)
            self.theme = theme
        }
    }

    let page: Page
    public let size: Size
    /// Where this canvas's (0, 0) lies on the surface, and what of it may be drawn on.
    private let origin: Point
    private let clip: Rect

    init(page: Page) {
        self.init(
            page: page, size: page.surface.size, origin: .zero,
            clip: Rect(origin: .zero, size: page.surface.size))
    }

    private init(page: Page, size: Size, origin: Point, clip: Rect) {
        self.page = page
        self.size = size
        self.origin = origin
        self.clip = clip
    }

    public var theme: Theme { page.theme }
    public var bounds: Rect { Rect(origin: .zero, size: size) }
    public var glyphs: Glyphs { theme.glyphs }

    /// The part of this canvas within a rectangle, with coordinates of its own.
    public func part(_ rect: Rect) -> Canvas {
        let moved = rect.offset(dx: origin.x, dy: origin.y)
        return Canvas(
            page: page, size: rect.size, origin: moved.origin, clip: clip.intersection(moved))
    }

    public func fill(_ rect: Rect, with character: Character = " ", style: Style) {
        let area = clip.intersection(rect.offset(dx: origin.x, dy: origin.y))
        page.surface.fill(area, with: character, style: style)
    }

    public func fill(style: Style) {
        fill(bounds, style: style)
    }

    /// Writes text from a point to the right, on one line; control characters are shown, not sent.
    ///
    /// Returns the column after the last one.
    @discardableResult
    public func write(_ text: String, at point: Point, style: Style) -> Int {
        write(visible: visible(text, as: glyphs.controlPictures), at: point, style: style)
    }

    @discardableResult
    private func write(visible text: String, at point: Point, style: Style) -> Int {
        var x = point.x
        for character in text {
            let columns = character.columns
            guard columns > 0 else { continue }
            put(character, columns: columns, at: Point(x: x, y: point.y), style: style)
            x += columns
        }
        return x
    }

    /// Writes text into a piece of one line, clipped with an ellipsis or padded to fill it.
    public func write(
        _ text: String, at point: Point, width: Int, alignment: Alignment = .leading, style: Style
    ) {
        let text = visible(text, as: glyphs.controlPictures)
        let columns = text.columns
        let line = part(Rect(x: point.x, y: point.y, width: width, height: 1))
        line.fill(style: style)
        if columns > width {
            line.write(
                visible: text.fitted(toColumns: width, ellipsis: glyphs.ellipsis), at: .zero, style: style)
        } else {
            line.write(visible: text, at: Point(x: alignment.before(width - columns), y: 0), style: style)
        }
    }

    public func put(_ character: Character, at point: Point, style: Style) {
        put(character, columns: 1, at: point, style: style)
    }

    private func put(_ character: Character, columns: Int, at point: Point, style: Style) {
        let target = Point(x: origin.x + point.x, y: origin.y + point.y)
        guard clip.contains(target) else {
            // The right half of a wide character whose left half is clipped away.
            let right = Point(x: target.x + 1, y: target.y)
            if columns == 2, clip.contains(right) {
                page.surface.put(" ", columns: 1, style: style, at: right)
            }
            return
        }
        if columns == 2, target.x + 1 >= clip.maxX {
            page.surface.put(" ", columns: 1, style: style, at: target)
        } else {
            page.surface.put(character, columns: columns, style: style, at: target)
        }
    }

    /// Gives cells that are already drawn another style.
    public func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        let area = clip.intersection(rect.offset(dx: origin.x, dy: origin.y))
        for y in area.minY..<max(area.minY, area.maxY) {
            for x in area.minX..<max(area.minX, area.maxX) {
                let point = Point(x: x, y: y)
                page.surface[point].style = change(page.surface[point].style)
            }
        }
    }

    /// Draws the outline of a rectangle, at least 2×2.
    public func box(_ rect: Rect, style: Style) {
        guard rect.width > 1, rect.height > 1 else { return }
        let (right, bottom) = (rect.maxX - 1, rect.maxY - 1)
        for x in rect.minX...right {
            put(glyphs.horizontal, at: Point(x: x, y: rect.minY), style: style)
            put(glyphs.horizontal, at: Point(x: x, y: bottom), style: style)
        }
        for y in rect.minY...bottom {
            put(glyphs.vertical, at: Point(x: rect.minX, y: y), style: style)
            put(glyphs.vertical, at: Point(x: right, y: y), style: style)
        }
        put(glyphs.topLeft, at: Point(x: rect.minX, y: rect.minY), style: style)
        put(glyphs.topRight, at: Point(x: right, y: rect.minY), style: style)
        put(glyphs.bottomLeft, at: Point(x: rect.minX, y: bottom), style: style)
        put(glyphs.bottomRight, at: Point(x: right, y: bottom), style: style)
    }
}
