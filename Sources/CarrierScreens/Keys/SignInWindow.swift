internal import TerminalKit

/// The window of a sign-in: no frame, so that the terminal's own selection takes the address and nothing
/// else. A paste anywhere in it is taken for the address the sign-in ended at.
final class SignInWindow: Window {
    var onPaste: ((String) -> Void)?

    init(_ title: String, content: View, footer: View) {
        super.init(title, placement: .fill, content: content, footer: footer)
        hasFrame = false
    }

    override func paste(_ text: String) -> Bool {
        onPaste?(text)
        return true
    }
}

/// An address on rows of its own, each filled to the last column.
final class AddressRows: View {
    private let characters: [Character]

    /// Without rows to fill it is one line.
    private let address: String

    init(_ address: String) {
        self.address = address
        characters = Array(visible(address))
    }

    override func measure(width: Int) -> Size {
        let width = max(1, width)
        return Size(width: width, height: (characters.count + width - 1) / width)
    }

    override func draw(on canvas: Canvas) {
        let width = max(1, bounds.width)
        for (row, start) in stride(from: 0, to: characters.count, by: width).enumerated() {
            let line = String(characters[start..<min(start + width, characters.count)])
            canvas.write(line, at: Point(x: 0, y: row), style: canvas.theme[.window])
        }
    }
}

extension AddressRows: ToldInLines {
    var lineParts: [LinePart] { [.text(address)] }
}
