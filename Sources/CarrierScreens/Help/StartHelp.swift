/// What F1 tells before and after the work: at Welcome, Login, the lock, the alert and what was kept.
enum StartHelp {
    static let welcome = """
        Set up UPS asks for the application that UPS's developer portal gave you, then for the first carrier. Explore \
        opens sample carriers with a UPS of our own, and keeps nothing. All of it can be done later from the menu.
        """

    static let login = """
        The users of this program are made in Setup: Users. Who has forgotten a password has it set anew there by an \
        administrator, or with "carrier-editor user password NAME". Cancel leaves the program.
        """

    static let password =
        "The password of that user; nothing, where none has been set. Upper and lower case differ."

    static let lock = """
        The session opens with the password of the user who is signed in. Whoever else wants to work signs in as \
        someone else. What was typed into a carrier or an adapter is kept for its own user either way; other \
        windows with changes are closed without them.
        """

    static let alert = """
        Each line is a key that ends soon, has ended, was refused by UPS or is uncertain, the most urgent first. Up and \
        Down choose one, Open Carrier (administrators) opens its carrier, where Add Key signs in again. OK closes the \
        list until one of them gets worse.
        """

    static let drafts = """
        What you typed was kept while it could not be saved. Continue opens it as changes that have not been saved, \
        Discard throws it away, Later asks again at the next start.
        """
}
