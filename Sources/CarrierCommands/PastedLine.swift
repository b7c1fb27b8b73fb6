import CarrierCore
import TerminalKit

/// One line typed or pasted at a terminal: it ends at Enter, but not at a break inside a paste, and it has no limit of
/// 4,096 bytes as the terminal's own line has.
enum PastedLine {
    private static let bracketedPasteOn = "\u{1b}[?2004h"
    private static let bracketedPasteOff = "\u{1b}[?2004l"

    /// Reads until Enter. Throws `.signInNeeded` when the person gives up with Ctrl+C, Ctrl+D or Esc.
    static func read(prompt: String) throws -> String {
        try TerminalMode.raw.during {
            Output.prompt(prompt + bracketedPasteOn)
            defer { Output.prompt(bracketedPasteOff + "\n") }
            var parser = InputParser()
            var text = ""
            while let bytes = try StandardInput.read(65_536) {
                for event in parser.feed(bytes) {
                    switch event {
                    case .paste(let pasted):
                        text += pasted
                        Output.prompt(echo(pasted))
                    case .key(let key):
                        if try take(key, into: &text) { return text }
                    default:
                        break
                    }
                }
            }
            return text
        }
    }

    /// True at Enter.
    private static func take(_ key: Key, into text: inout String) throws -> Bool {
        switch (key.code, key.modifiers) {
        case (.enter, _):
            return true
        case (.backspace, _):
            if text.popLast() != nil { Output.prompt("\u{8} \u{8}") }
        case (.character("u"), .control):
            Output.prompt(String(repeating: "\u{8} \u{8}", count: text.count))
            text = ""
        case (.character("c"), .control), (.character("d"), .control):
            throw CarrierError(
                .signInNeeded, "The sign-in was given up.", advice: "Run the command again when it suits.")
        case (.character(let character), []):
            text.append(character)
            Output.prompt(echo(String(character)))
        default:
            break
        }
        return false
    }

    private static func echo(_ text: String) -> String {
        visible(text.filter { !$0.isNewline })
    }
}
