@testable import TerminalKit

/// However a terminal's bytes are cut on their way, they make the same events; what is kept of them meanwhile is
/// bounded, and silence ends whatever has begun.
enum InputProperty {
    /// What is wrong; nil when nothing is. The first two bytes choose the cuts.
    static func fault(_ bytes: [UInt8]) -> String? {
        let input = Array(bytes.dropFirst(2))
        let whole = events(of: input, cut: input.count)
        let cuts = [1] + bytes.prefix(2).map { Int($0) + 2 }
        for cut in cuts where events(of: input, cut: cut) != whole {
            return "cut every \(cut) bytes, the events differ"
        }
        return sizeFault(whole, of: input) ?? endFault(input)
    }

    private static func events(of input: [UInt8], cut: Int) -> [Event] {
        var parser = InputParser()
        var events: [Event] = []
        var rest = input[...]
        while !rest.isEmpty {
            events += parser.feed(rest.prefix(cut))
            rest = rest.dropFirst(cut)
        }
        return events + parser.flush()
    }

    /// Each event stands for bytes that came: an Escape of its own at most twice as many as there are bytes, and a
    /// pasted text, whose broken bytes become a character of three.
    private static func sizeFault(_ events: [Event], of input: [UInt8]) -> String? {
        let pasted = events.reduce(0) { sum, event in
            if case .paste(let text) = event { sum + text.utf8.count } else { sum }
        }
        if events.count > 2 * input.count { return "\(events.count) events of \(input.count) bytes" }
        return pasted > 3 * input.count ? "\(pasted) bytes pasted of \(input.count)" : nil
    }

    /// The first silence hands on what there is of a paste, the second ends it.
    private static func endFault(_ input: [UInt8]) -> String? {
        var parser = InputParser()
        _ = parser.feed(input)
        if let kept = keptFault(parser, after: input) { return kept }
        _ = parser.flush()
        _ = parser.flush()
        if parser.isPending { return "silence does not end it" }
        return parser.feed([UInt8(ascii: "a")]) == [.key(Key("a"))]
            ? nil : "a key after silence is not that key"
    }

    /// What of the input the parser still holds: a paste not yet handed on, and a bounded piece of a sequence.
    private static func keptFault(_ parser: InputParser, after input: [UInt8]) -> String? {
        for (name, value) in Mirror(reflecting: parser).children {
            guard let bytes = value as? [UInt8], let name else { continue }
            let limit = name == "pasted" ? input.count : InputParser.sequenceLimit
            if bytes.count > limit { return "\(name) holds \(bytes.count) bytes" }
        }
        return nil
    }
}
