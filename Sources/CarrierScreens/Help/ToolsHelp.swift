/// What F1 tells in the windows of the tab Tools.
enum ToolsHelp {
    static let refresh = """
        Renews these keys at UPS, many at once. The tokens in use stay until new ones have been stored, and a key \
        that fails leaves the others alone. Cancel begins no further key and waits for those that have begun, so \
        that none is lost; Refresh then goes on with the rest.
        A key that UPS has refused, or that has ended, needs a sign-in: Add Key in the Carrier Editor.
        """

    static let refreshWhich = """
        Due are keys that end within the Alert Days of Settings, or have ended. Keys of client credentials renew \
        themselves and are never due.
        """

    static let audit = """
        Who did what and when, the newest first, at most 5,000 events; nothing is ever taken out. Letters filter, and \
        below the table stands what exactly the current event was about. "carrier-editor audit" prints all of them.
        """

    static let doctor = """
        Looks at everything that keys depend on: permissions, the disk, the store and its vault, the UPS application, \
        every key, certificates, the way to UPS and the clock. Nothing is changed, and UPS is asked for its front page \
        only. What to do about a finding stands below the table.
        """

    static let keys = """
        All keys, and what they do. The commands with a name can be given other keys in a file: one "command = Key" on a \
        line, "none" for no key, several lines for several keys, comments from # on. Keys are written as here: F5, \
        Ctrl+G, Ctrl+Alt+Del. What cannot be followed is told at the start.
        """
}
