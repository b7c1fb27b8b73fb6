/// What a person has written down to give commands other keys: `command = Key` on each line, `none` for no key, and
/// comments from `#` on.
///
/// A command's lines take the place of the keys it had. A line that cannot be followed is told and changes nothing.
public struct KeyBindings {
    /// What is wrong with a line, counted from 1.
    public struct Problem: Hashable, Sendable {
        public let line: Int
        public let text: String
    }

    /// The keys as they are now.
    public private(set) var keyMap: KeyMap
    public private(set) var problems: [Problem] = []

    private struct Line {
        let number: Int
        let command: NamedCommand
        /// Nil for no key.
        let key: Key?
    }

    /// - Parameter standard: the keys without the text.
    public init(_ text: String, commands: [NamedCommand], over standard: KeyMap) {
        keyMap = standard
        var lines: [Line] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            do throws(Fault) {
                if let line = try Self.read(line, number: index + 1, commands) { lines.append(line) }
            } catch {
                problems.append(Problem(line: index + 1, text: error.text))
            }
        }
        bind(lines, over: standard)
    }

    // MARK: Reading

    private struct Fault: Error {
        let text: String
    }

    private static func read(
        _ line: Substring, number: Int, _ commands: [NamedCommand]
    ) throws(Fault) -> Line? {
        let content = line.prefix { $0 != "#" }.trimmed
        guard !content.isEmpty else { return nil }
        guard let sign = content.firstIndex(of: "=") else {
            throw Fault(text: "\"\(content)\" is not of the form command = Key.")
        }
        let name = content[..<sign].trimmed
        let title = content[content.index(after: sign)...].trimmed
        guard let command = commands.first(where: { $0.command.rawValue.lowercased() == name.lowercased() })
        else { throw Fault(text: "There is no command \"\(name)\".") }
        if title.lowercased() == "none" { return Line(number: number, command: command, key: nil) }
        guard let key = Key(title: title) else { throw Fault(text: "There is no key \"\(title)\".") }
        if let objection = key.objection(in: command.phase) {
            throw Fault(text: "\(key.title) cannot be bound: \(objection).")
        }
        return Line(number: number, command: command, key: key)
    }

    // MARK: Binding

    private mutating func bind(_ lines: [Line], over standard: KeyMap) {
        for line in lines { keyMap.bind(line.command.command, to: [], in: line.command.phase) }
        for line in lines {
            guard let key = line.key else { continue }
            let command = line.command.command
            guard let other = keyMap.commands(for: key).first else {
                keyMap.bind(command, to: keyMap.keys(for: command) + [key], in: line.command.phase)
                continue
            }
            guard other != command else { continue }
            let owner = lines.first { $0.key == key && $0.command.command == other }
            problems.append(
                Problem(
                    line: line.number,
                    text: "\(key.title) is taken by \(other.rawValue)"
                        + (owner.map { ", line \($0.number)." } ?? "; give that another key first.")))
        }
        keepOldKeys(of: lines, standard)
        problems.sort { $0.line < $1.line }
    }

    /// A command of which no line could be followed keeps the keys it had, as far as they are free.
    private mutating func keepOldKeys(of lines: [Line], _ standard: KeyMap) {
        for line in lines where line.key != nil && keyMap.keys(for: line.command.command).isEmpty {
            let free = standard.keys(for: line.command.command).filter { keyMap.commands(for: $0).isEmpty }
            keyMap.bind(line.command.command, to: free, in: line.command.phase)
        }
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        let start = drop(while: \.isWhitespace)
        return start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)]
    }
}

extension Key {
    /// Why a command of that phase cannot have the key; nil when it can.
    fileprivate func objection(in phase: KeyMap.Phase) -> String? {
        let isChord = !modifiers.isDisjoint(with: [.control, .alt])
        switch code {
        case .character(let letter):
            if modifiers.contains(.shift) { return "no terminal tells Shift with a letter" }
            if modifiers.isEmpty { return "it is for typing" }
            if modifiers == .alt, letter.isLetter { return "Alt and a letter reach what is underlined" }
            if modifiers == .control, let twin = Self.twins[letter] {
                return "terminals send it as \(twin)"
            }
            return nil
        case .function: return nil
        default:
            return phase == .before && !isChord ? "fields and lists need it" : nil
        }
    }

    /// Letters that with Control are the same byte as another key.
    private static let twins: [Character: String] = [
        "h": "Backspace", "i": "Tab", "j": "Enter", "m": "Enter", "[": "Esc",
    ]
}
