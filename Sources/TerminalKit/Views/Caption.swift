/// A label's text with its mnemonic: in `&Add Key` the letter after the ampersand; `&&` is an ampersand.
///
/// A string literal is read as such markup; text from elsewhere is taken as it stands with
/// ``init(verbatim:)``.
public struct Caption: Hashable, Sendable, ExpressibleByStringLiteral {
    public let text: String
    /// The letter that reaches it together with Alt, in lower case.
    public let mnemonic: Character?
    /// Which character of the text is underlined.
    public let mnemonicIndex: Int?
    /// How many columns of the screen it takes.
    public let columns: Int

    public init(_ markup: String) {
        var text = ""
        var index: Int?
        var isMarked = false
        for character in markup {
            if character == "&", !isMarked {
                isMarked = true
                continue
            }
            if isMarked, character != "&", index == nil { index = text.count }
            isMarked = false
            text.append(character)
        }
        self.init(text: text, mnemonicIndex: index)
    }

    init(text: String, mnemonicIndex: Int?) {
        self.text = text
        self.mnemonicIndex = mnemonicIndex
        columns = visible(text).columns
        mnemonic = mnemonicIndex.flatMap { text.dropFirst($0).first?.lowercased().first }
    }

    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// Text without markup.
    public init(verbatim text: String) {
        self.init(text: text, mnemonicIndex: nil)
    }

}

extension Canvas {
    /// Writes a caption with its mnemonic underlined, at most `width` columns of it; returns the column after
    /// it.
    @discardableResult
    public func write(_ caption: Caption, at point: Point, width: Int? = nil, style: Style) -> Int {
        let room = width ?? caption.columns
        var x = point.x
        for (index, character) in caption.text.enumerated() {
            let columns = character.columns
            guard x + columns <= point.x + room else { break }
            let isMarked = index == caption.mnemonicIndex
            x = write(
                String(character), at: Point(x: x, y: point.y),
                style: isMarked ? theme.mnemonic(on: style) : style)
        }
        return x
    }
}
