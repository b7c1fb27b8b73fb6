/// What F1 tells of the adapters and of tracking.
enum AdapterHelp {
    static let adapters = """
        An adapter calls UPS with a key of its own, for the shipper accounts mapped to it. Enter opens its \
        configuration; Alt+Down or a click on ▾ shows what else can be done with the row.
        Not Authorized: it has no key of the chosen option. Need Maintenance: it has one that has not been \
        tried since the last change. Ready: maintenance went well. Sign-in Needed: its key has ended or UPS \
        refused it.
        """

    static let uri = """
        Where this adapter calls UPS, for each Endpoint Type. The addresses are part of the program and not \
        to be altered.
        """

    /// What has to be there before anything can be authorized.
    static let prerequisites = """
        First make a user at UPS.com, and add your shipper accounts to it; one user can serve carriers and \
        this adapter. Then either authorize that user here, or make an app at developer.ups.com and enter \
        its client credentials.
        Authorization Code: you sign in with that user, through the app that this installation has in Setup: \
        Settings.
        Customer Client Credentials: an app made to integrate UPS into your own business.
        Customer Authorization Code: an app made to represent many users, and a sign-in.
        Legacy Authentication: nothing is authorized, and no call is made.
        """

    static let endpoint = """
        Which of UPS's two systems the adapter calls: Production tells of real shipments, Test answers for \
        trying out. Each needs an authorization of its own.
        """

    static let clientID = """
        The Client ID of your app on developer.ups.com, at most 255 characters. It is used at Test and at \
        Production alike; a key stays with the Client ID that it was made with.
        """

    static let clientSecret = """
        The Client Secret of your app on developer.ups.com. It is sealed in the store and never shown: "set" \
        says that there is one, and typing replaces it.
        """

    static let redirectURI = """
        The address UPS sends the browser to after the sign-in, as registered with the app, to the letter. \
        Empty is https://127.0.0.1/upscallback, where nothing listens, so that it is pasted.
        """

    static let signIn = """
        Opens UPS's sign-in in your browser. When it has gone well the adapter needs maintenance at once. \
        Alt+Enter or Alt+click pastes the address by hand.
        """

    static let verify = """
        Asks UPS for a token with this Client ID and Client Secret. Save then puts the verified credentials \
        to use, and the adapter needs maintenance.
        """

    static let shippers = """
        The shipper accounts this adapter serves: at least one, or its maintenance is refused. Space turns \
        one on or off. Accounts are made in the Carrier Editor.
        """

    static let maintenance = """
        Gets a token for the shipper accounts, makes one tracking call to see that UPS takes it, and sets \
        the adapter to Ready or says why not.
        """
}

extension AdapterHelp {
    static let trackingNumber = """
        The number on the label, 7 to 34 letters and digits; spaces are left out. Enter asks UPS, with the \
        adapter's own key.
        """

    static let trackingAdapter = "Whose key asks, and whether Production or Test is asked."

    static let packages = """
        One line per package of the shipment; the table below shows what happened to the current one. UPS's \
        dates are days of the place of delivery.
        """

    static let activities =
        "What happened to the package, the newest first, in the time of the place it happened."
}
