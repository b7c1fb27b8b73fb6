extension Surface {
    /// The picture as an SVG document, each run of cells that look alike a piece of text of exactly its width.
    ///
    /// - Parameters:
    ///   - title: what a screen reader says of the picture.
    ///   - foreground: stands for the terminal's own foreground.
    ///   - background: stands for the terminal's own background.
    public func svg(
        title: String, foreground: RGB = RGB(palette: 7), background: RGB = RGB(palette: 0)
    ) -> String {
        let cell = Size(width: 9, height: 18)
        let width = size.width * cell.width
        let height = size.height * cell.height
        var lines = [
            #"<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 \#(width) \#(height)" "#
                + #"width="\#(width)" height="\#(height)" font-family="monospace" font-size="15">"#,
            "<title>\(escaped(title))</title>",
            #"<rect width="\#(width)" height="\#(height)" fill="\#(background.hex)"/>"#,
        ]
        for (y, row) in rows.enumerated() {
            for run in runs(of: row) {
                let paint = Paint(run.style, foreground: foreground, background: background)
                let x = run.columns.lowerBound * cell.width
                let length = run.columns.count * cell.width
                if paint.ground != background {
                    lines.append(
                        #"<rect x="\#(x)" y="\#(y * cell.height)" width="\#(length)" "#
                            + #"height="\#(cell.height)" fill="\#(paint.ground.hex)"/>"#)
                }
                let isBlank = run.text.allSatisfy { $0 == " " }
                guard !isBlank || run.style.attributes.contains(.underline) else { continue }
                lines.append(
                    #"<text x="\#(x)" y="\#(y * cell.height + 14)" textLength="\#(length)" "#
                        + #"lengthAdjust="spacingAndGlyphs" xml:space="preserve" fill="\#(paint.ink.hex)""#
                        + paint.marks + ">\(escaped(run.text))</text>")
            }
        }
        if let cursor {
            lines.append(
                #"<rect x="\#(cursor.x * cell.width)" y="\#(cursor.y * cell.height + 16)" "#
                    + #"width="\#(cell.width)" height="2" fill="\#(foreground.hex)"/>"#)
        }
        return lines.joined(separator: "\n") + "\n</svg>\n"
    }

    private struct Run {
        var columns: Range<Int>
        var style: Style
        var text: String
    }

    private func runs(of row: [Cell]) -> [Run] {
        var runs: [Run] = []
        for (x, cell) in row.enumerated() {
            let text = cell.isContinuation ? "" : String(cell.character)
            if let last = runs.indices.last, runs[last].style == cell.style || cell.isContinuation {
                runs[last].columns = runs[last].columns.lowerBound..<x + 1
                runs[last].text += text
            } else {
                runs.append(Run(columns: x..<x + 1, style: cell.style, text: text))
            }
        }
        return runs
    }

    private func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.append(character)
            }
        }
        return result
    }
}

/// A style as a picture shows it.
private struct Paint {
    var ink: RGB
    var ground: RGB
    var marks = ""

    init(_ style: Style, foreground: RGB, background: RGB) {
        func rgb(_ color: Color, or own: RGB) -> RGB {
            switch color {
            case .standard: own
            case .palette(let index): RGB(palette: index)
            }
        }
        ink = rgb(style.foreground, or: foreground)
        ground = rgb(style.background, or: background)
        if style.attributes.contains(.reverse) { swap(&ink, &ground) }
        if style.attributes.contains(.dim) { ink = ink.mixed(with: ground, 0.5) }
        if style.attributes.contains(.bold) { marks += #" font-weight="bold""# }
        if style.attributes.contains(.underline) { marks += #" text-decoration="underline""# }
    }
}
