import CarrierCore
import TerminalKit

/// One line typed or pasted at a terminal: it ends at Enter, but not at a break inside a paste, and it has no limit of
/// 4,096 bytes as the terminal's own line has.
enum PastedLine {
    /// Reads until Enter. Throws `.signInNeeded` when the person gives up with Esc or Ctrl+D; Ctrl+C ends the process, as
    /// everywhere.
    static func read(prompt: String) throws -> String {
        Output.prompt(prompt)
        return try TerminalMode.raw.during {
            var parser = InputParser()
            var text = ""
            while let bytes = try StandardInput.read(65_536) {
                for event in events(bytes, &parser) {
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

    /// What the bytes mean; an Esc that nothing follows is the key.
    private static func events(_ bytes: [UInt8], _ parser: inout InputParser) -> [Event] {
        let events = parser.feed(bytes)
        guard parser.isPending, !StandardInput.hasMore(within: parser.isAmbiguous ? 25 : 1000) else {
            return events
        }
        return events + parser.flush()
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
        case (.escape, []), (.character("d"), .control):
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
