/// What F1 tells of the fields and lists of this part of the program.
enum FieldHelp {
    static let carriers = """
        One line per carrier. Letters filter by name, Backspace and Esc take the filter back. Ctrl+O sorts by the \
        next column, Ctrl+T turns the order; a click on a head does both. Ctrl+W and arrows, or dragging the border \
        between two heads, set widths. Enter opens a carrier.
        A key is none, valid, expires, expired, sign in (UPS has refused it) or uncertain (its last refresh was \
        interrupted).
        """
    static let users = """
        Who may sign in to this program. Enter, or Role, makes somebody an administrator or an operator, Password sets \
        a new one, Disable keeps somebody out until Enable. Nobody is ever deleted: the audit names them.
        """
    static let settings = """
        The UPS application of this installation, for keys by Authorization Code, and what holds for every user of the \
        store. Nothing is stored before OK.
        """
    static let copyCarrier = """
        The copy gets everything but the keys: each carrier signs in for its own with Add Key.
        """
    static let carrierName = "The carrier's name, 1 to 50 characters; no other carrier has the same."
    static let clientID = """
        The Client ID of this installation's app, as developer.ups.com shows it. Every key made by the method \
        Authorization Code is asked for with it, at Test and at Production alike; a key stays with the Client ID that \
        it was made with.
        """
    static let clientSecret = """
        The secret that belongs to the Client ID. It is sealed in the store and never shown again; what is typed here \
        replaces it. UPS documents that a key is refreshed with it only: leave it out for an app that has none.
        """
    static let redirectURI = """
        As registered with the application, to the letter. Where it is https://127.0.0.1/upscallback, nothing listens: \
        the address is pasted after the sign-in.
        """
    static let pkce = "Proof Key for Code Exchange. Turn it off only for an application where UPS refuses it."
    static let alertDays = "How many days ahead the end of a key is announced, 1 to 60."
    static let dateForm = "US writes 5/7/2024 2:31:47 PM, ISO 2024-05-07 14:31:47; always your local time."
    static let theme = """
        Dark, light, or as the terminal says in COLORFGBG; dark where it says nothing. It shows at once, and goes back \
        when the form is cancelled.
        """
    static let idleLock = """
        After so many minutes without a key press the password is asked for again; 0 is never. Users without a \
        password are not locked out.
        """
    static let reportsFolder = "The folder whose files the Carrier Editor offers as custom reports."
    static let userName =
        "The name that is typed at the Login, 1 to 50 characters; upper and lower case are the same."
    static let role =
        "Administrators do everything. Operators read carriers and the states of keys, and change nothing."
    static let password =
        "Typed twice, so that a slip of the finger locks nobody out. Only a hash of it is kept."
    static let importPath = """
        A file as Export or `carrier show --json` writes it: one carrier or many. Nothing is imported before you have \
        seen what would be.
        """
    static let importPlan = """
        What the file would do, before anything is done. A carrier whose name is in the store already is replaced, and \
        keeps its keys, or skipped; the others are created. All of it happens, or nothing.
        """
    static let exportScope = "The carrier that is current in the table, or all that are in the store."
    static let exportPath = """
        The file is readable for its owner alone. It holds carriers, addresses and accounts, and never a key or secret.
        """
}
