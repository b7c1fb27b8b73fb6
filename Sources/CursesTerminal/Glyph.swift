import CNcurses
import Glibc
import TerminalKit

/// What one cell of ncurses takes: a character that has columns of its own, the marks on it, and a closing 0.
struct Glyph {
    let text: [wchar_t]
    let columns: Int

    private init(_ scalars: [Unicode.Scalar], columns: Int) {
        text = scalars.map { wchar_t(bitPattern: $0.value) } + [0]
        self.columns = columns
    }

    private static let blank = Glyph([" "], columns: 1)
    /// ncurses keeps so many scalars in a cell.
    private static let most = 5

    /// The characters at the start of these cells that every locale can write in one column, as far as they look the
    /// same: most of a screen.
    static func text(startingIn cells: ArraySlice<Cell>) -> [wchar_t] {
        guard let style = cells.first?.style else { return [] }
        var text: [wchar_t] = []
        text.reserveCapacity(cells.count)
        for cell in cells {
            guard let byte = cell.character.ascii, (0x20..<0x7F).contains(byte), cell.style == style
            else { break }
            text.append(wchar_t(byte))
        }
        return text
    }

    /// What stands for a sign that the locale cannot write, where something does.
    private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
        "·": "-", "–": "-", "→": ">", "▸": ">", "×": "x", "…": "~", "®": " ",
    ]

    /// The glyphs for a cell, together exactly so many columns wide.
    ///
    /// Nothing that controls a terminal comes out of here, nothing that the locale cannot write, and nothing
    /// whose width the C library sees otherwise: a plain sign or a question mark stands for it. A flag and an Indic cluster
    /// are two glyphs.
    static func glyphs(of cell: Cell, columns: Int) -> [Glyph] {
        var glyphs: [Glyph] = []
        var left = columns
        var open: (scalars: [Unicode.Scalar], columns: Int)?
        func finish() {
            if let open { glyphs.append(Glyph(open.scalars, columns: open.columns)) }
        }
        for scalar in cell.character.unicodeScalars {
            let known = cn_columns(wchar_t(bitPattern: scalar.value))
            let width = scalar.isUnsafeOnScreen ? 1 : scalar.columns
            if width == 0 {
                // What follows a joiner would be drawn beside the character instead of into it.
                if scalar.value == 0x200D { break }
                if known == 0, scalar.isDrawnMark, let count = open?.scalars.count, count < most {
                    open?.scalars.append(scalar)
                }
                continue
            }
            guard width <= left else { break }
            finish()
            let canBeWritten = !scalar.isUnsafeOnScreen && known == width
            open = canBeWritten ? ([scalar], width) : ([plain[scalar] ?? "?"], 1)
            left -= open?.columns ?? 0
        }
        finish()
        return glyphs + Array(repeating: blank, count: left)
    }
}

extension Unicode.Scalar {
    /// A mark with a shape, which a variation selector is not.
    fileprivate var isDrawnMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: !properties.isVariationSelector
        default: false
        }
    }
}
