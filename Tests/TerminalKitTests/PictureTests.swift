import TerminalKit
import Testing

struct PictureTests {
    @Test func `a picture shows each run of cells in its colours`() {
        var surface = Surface(size: Size(width: 6, height: 1))
        let style = Style(foreground: .palette(0), background: .palette(11), attributes: .bold)
        surface.put("日", columns: 2, style: style, at: Point(x: 1, y: 0))
        surface.put("<", columns: 1, style: style, at: Point(x: 3, y: 0))
        let svg = surface.svg(title: "A & B")
        #expect(svg.contains("<title>A &amp; B</title>"))
        #expect(svg.contains(##"<rect x="9" y="0" width="27" height="18" fill="#ffff00"/>"##))
        #expect(svg.contains(##"fill="#000000" font-weight="bold">日&lt;</text>"##))
        #expect(svg.split(separator: "<text").count == 2)
    }

    @Test func `reverse swaps the colours, the terminal's own too`() {
        var surface = Surface(size: Size(width: 1, height: 1))
        surface.put("x", columns: 1, style: Style(attributes: .reverse), at: .zero)
        let svg = surface.svg(title: "", foreground: RGB(1, 2, 3), background: RGB(255, 255, 255))
        #expect(svg.contains(##"height="18" fill="#010203"/>"##))
        #expect(svg.contains(##"fill="#ffffff">x</text>"##))
    }

    @Test(arguments: [
        (UInt8(1), "#cd0000"), (7, "#e5e5e5"), (8, "#7f7f7f"), (11, "#ffff00"), (24, "#005f87"),
        (231, "#ffffff"),
        (235, "#262626"),
    ])
    func `the palette is xterm's`(index: UInt8, hex: String) {
        #expect(RGB(palette: index).hex == hex)
    }
}
