/// Which key asks for which command.
///
/// A key bound `before` is taken before the focused view sees it; one bound `after` only when no view wanted
/// it.
public struct KeyMap: Sendable {
    public enum Phase: Hashable, Sendable { case before, after }

    private struct Binding: Sendable {
        var key: Key
        var phase: Phase
        var command: Command
    }

    private var bindings: [Binding] = []

    public init() {}

    public func command(for key: Key, in phase: Phase) -> Command? {
        bindings.first { $0.key == key && $0.phase == phase }?.command
    }

    /// Binds a key, in place of what it did in that phase; nil frees it.
    public mutating func bind(_ key: Key, to command: Command?, in phase: Phase = .before) {
        bindings.removeAll { $0.key == key && $0.phase == phase }
        if let command { bindings.append(Binding(key: key, phase: phase, command: command)) }
    }

    /// Gives a command these keys, in place of those that it has in any phase.
    public mutating func bind(_ command: Command, to keys: [Key], in phase: Phase) {
        bindings.removeAll { $0.command == command }
        for key in keys { bind(key, to: command, in: phase) }
    }

    /// What a key asks for in any phase.
    public func commands(for key: Key) -> [Command] {
        bindings.filter { $0.key == key }.map(\.command)
    }

    /// The keys that ask for a command, the first bound first.
    public func keys(for command: Command) -> [Key] {
        bindings.filter { $0.command == command }.map(\.key)
    }

    public static let standard: KeyMap = {
        var map = KeyMap()
        map.bind(Key(.function(1)), to: .help)
        map.bind(Key(.function(10)), to: .menu)
        map.bind(Key("p", .control), to: .palette)
        map.bind(Key("l", .control), to: .redraw)
        map.bind(Key("z", .control), to: .suspend)
        map.bind(Key("s", .control), to: .ok)
        map.bind(Key("q", .control), to: .quit)
        map.bind(Key(.tab), to: .nextField, in: .after)
        map.bind(Key(.tab, .shift), to: .previousField, in: .after)
        // What the Linux console sends for Shift+Tab.
        map.bind(Key(.tab, .alt), to: .previousField, in: .after)
        map.bind(Key(.down), to: .nextField, in: .after)
        map.bind(Key(.up), to: .previousField, in: .after)
        map.bind(Key(.enter), to: .defaultButton, in: .after)
        map.bind(Key(.escape), to: .cancel, in: .after)
        return map
    }()
}
