internal import TerminalKit

/// The commands that can be given keys, by the names that the keys' file knows them by.
enum EditorCommands {
    static let all =
        NamedCommand.standard + [
            NamedCommand(.carriers, "Setup: Carriers"),
            NamedCommand(.adapters, "Setup: Adapters"),
            NamedCommand(.users, "Setup: Users"),
            NamedCommand(.settings, "Setup: Settings"),
            NamedCommand(.track, "Tools: Track"),
            NamedCommand(.refreshKeys, "Tools: Refresh Keys"),
            NamedCommand(.audit, "Tools: Audit"),
            NamedCommand(.doctor, "Tools: Doctor"),
            NamedCommand(.lock, "Tools: Lock"),
            NamedCommand(.keys, "Help: Keys"),
            NamedCommand(.about, "Help: About"),
            NamedCommand(.newCarrier, "In the table of carriers: New", in: .after),
            NamedCommand(.editCarrier, "In the table of carriers: Edit", in: .after),
            NamedCommand(.copyCarrier, "In the table of carriers: Copy", in: .after),
            NamedCommand(.deleteCarrier, "In the table of carriers: Delete", in: .after),
            NamedCommand(.importCarriers, "In the table of carriers: Import", in: .after),
            NamedCommand(.exportCarriers, "In the table of carriers: Export", in: .after),
        ]

    /// The keys while nobody has changed them.
    static let keyMap: KeyMap = {
        var map = KeyMap.standard
        map.bind(Key(.insert), to: .newCarrier, in: .after)
        map.bind(Key(.delete), to: .deleteCarrier, in: .after)
        return map
    }()
}

extension Command {
    nonisolated static let carriers: Command = "carriers"
    nonisolated static let adapters: Command = "adapters"
    nonisolated static let users: Command = "users"
    nonisolated static let settings: Command = "settings"
    nonisolated static let track: Command = "track"
    nonisolated static let refreshKeys: Command = "refreshKeys"
    nonisolated static let audit: Command = "audit"
    nonisolated static let doctor: Command = "doctor"
    nonisolated static let lock: Command = "lock"
    nonisolated static let keys: Command = "keys"
    nonisolated static let about: Command = "about"
    nonisolated static let newCarrier: Command = "newCarrier"
    nonisolated static let editCarrier: Command = "editCarrier"
    nonisolated static let copyCarrier: Command = "copyCarrier"
    nonisolated static let deleteCarrier: Command = "deleteCarrier"
    nonisolated static let importCarriers: Command = "importCarriers"
    nonisolated static let exportCarriers: Command = "exportCarriers"
}
