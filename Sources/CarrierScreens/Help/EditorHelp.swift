/// What F1 tells of each field of the editor: what it means, its limits, and where UPS uses it.
enum EditorHelp {
    /// By the field's JSON name; both addresses share their texts.
    static func text(for name: String) -> String {
        if let text = texts[name] { return text }
        let last = name.split(separator: ".").last.map(String.init) ?? name
        return address[last] ?? editor
    }

    static let editor = """
        A carrier is how this station ships with UPS: its addresses, its defaults, its shipper accounts and \
        its keys. Nothing of the form is stored before OK; keys are stored at once.
        """

    static let changedMeanwhile = """
        Somebody else has saved this carrier since you opened it. Look shows what they changed. Reload takes their \
        values over into all fields that you have not changed yourself. Keep Editing goes back to the form; OK then \
        asks again.
        """

    static let addKey = """
        Generates a new access token: a sign-in at UPS in your browser, or the app's own credentials. Test \
        and Production need a key each. Alt+Enter or Alt+click pastes the address by hand. The old key stays \
        until the new one has been stored.
        """

    static let keyInformation = """
        Access Token Information as UPS stated it with its last answer. An access token renews itself; the \
        refresh token's end is what matters, for then a person must sign in again.
        """

    static let removeKey =
        "Removes this key from the store, at once. Programs that ask for it are told to sign in."

    static let signIn = """
        Open the address in a browser, sign in at UPS and agree. Where the app's Redirect URI is on this \
        machine the end is caught by itself; otherwise copy the address the browser ends at and paste it \
        here, or with Paste Address. The mouse is left to the terminal, so that you can select the address.
        """

    static let retrieval = """
        Paste the whole address that the browser shows after the sign-in, even when the page says that it \
        cannot be reached. It begins with the app's Redirect URI and holds a code that is good once, for a \
        few minutes.
        """

    private static let texts: [String: String] = [
        "name": """
        What this carrier is called in lists, on the command line and in alerts. 1 to 50 characters; no \
        two carriers share a name. UPS does not see it.
        """,
        "writeBackRate": """
        Which of UPS's rates is written back to the order, before the Rate Adjustment: List is the \
        published rate, Account the one negotiated for the shipper account.
        """,
        "weightUnit": """
        The unit of weights that come without one: pounds (LBS), kilograms (KGS) or ounces (OZS). UPS is \
        sent its code with every package.
        """,
        "dimensionUnit": """
        The unit of lengths that come without one: inches (IN) or centimeters (CM). UPS is sent its code \
        with every package.
        """,
        "isInactive": """
        An inactive carrier is kept and not used: it is not offered for shipping, and its keys raise no \
        alerts.
        """,
        "autoCreateReturnShipment": """
        Makes a return shipment along with each shipment, so that a return label can go into the parcel.
        """,
        "customReports": """
        The report files printed with each shipment. They are looked for in the reports folder of \
        Settings; a name that is no longer there stays until it is taken off. At most 100.
        """,
        "rateAdjustment.markupPercent": """
        Percent of UPS's rate that is added to it, from -100 to 1000, with at most 4 decimal places. \
        Taken of the starting rate, before the Markup Amount. A negative one is a discount.
        """,
        "rateAdjustment.markupAmount": """
        An amount in the rate's currency that is added to it, from -99999.99 to 99999.99, with at most 4 \
        decimal places. A negative one is a discount.
        """,
        "rateAdjustment.rounding": """
        How the adjusted rate comes to its decimal places: Nearest (half way goes away from zero), Up \
        (never to less) or Down (never to more).
        """,
        "rateAdjustment.decimalPlaces": """
        How many decimal places the adjusted rate is rounded to, once, at the end: 0 to 4.
        """,
        "defaultPrinter": """
        The printer that labels and reports go to unless the station has one of its own. Choose one of \
        the system's with Down, or type a name, at most 127 characters; ✕ or Ctrl+U clears it.
        """,
        "shipFromAddress.useCompanyAddress": """
        Parcels start from the company's address. Take the mark away for an address of its own, such as \
        a warehouse; UPS rates from where parcels start.
        """,
        "restrictedServices": """
        Services that must not be used with this carrier: they are left out when services are offered or \
        rated. Space marks one. With none marked all are allowed. UPS knows each by the code before its \
        name.
        """,
        "endpoint": """
        Which of UPS's two worlds is used. Production ships and bills; Test (Customer Integration \
        Environment) does neither. Each needs a key of its own, and neither's works at the other.
        """,
        "apiType": """
        How UPS is spoken to. REST API signs in with OAuth 2.0. Web Services (Legacy) used access keys, \
        of which UPS has accepted none since August 5, 2024: choose REST API, then Add Key.
        """,
        "customerClassification": """
        Which rates UPS quotes when it is asked for rates: those of the shipper number (00), daily (01), \
        retail (04), regional (05), or the general (06) and standard (53) list rates.
        """,
        "pickupType": """
        How UPS gets the parcels, which its rates depend on: a daily pickup (01), a customer counter \
        (03), one pickup on call (06), a letter center (19) or an air service center (20).
        """,
        "importCustomsLines": """
        Takes the customs lines of an international shipment over from the order instead of having them \
        typed.
        """,
        "sendExtendedReferenceFields": """
        Sends the order's further reference fields to UPS, which prints them on the label and on the bill.
        """,
        "paperlessCommercialInvoice": """
        Sends the commercial invoice to UPS as data, so that no paper goes with the parcel. UPS must \
        have enabled it for the account.
        """,
        "defaultLabel": """
        The form UPS sends labels in: a picture (GIF, PNG), a page (PDF), or a thermal printer's \
        language (ZPL, EPL, SPL) for stock of 4×6 or 4×8 inches. It must suit the printer.
        """,
        "accounts": """
        The UPS accounts that shipments are billed to. One is the default. UPS takes a shipper number \
        only from a UPS.com profile that it has been added to, the one that signs in with Add Key.
        """,
        "accounts.name": "What you call this account, at most 35 characters. UPS does not see it.",
        "accounts.number": """
        The account number UPS gave: exactly 6 letters or digits. It must be on the UPS.com profile that \
        signs in, or UPS refuses shipments with error 120100.
        """,
        "accounts.postalCode": """
        The postal code of the account's pickup address, at most 9 characters. UPS compares it with its \
        own.
        """,
        "accounts.country": "The country of the account, as two letters such as US.",
        "accounts.hasRecentInvoice": """
        Mark it when UPS has billed this account within 90 days: UPS then asks for figures of an invoice \
        when the account is added to a UPS.com profile.
        """,
        "authorizationMethod": """
        How keys are obtained. Authorization Code: a person signs in to this installation's app. \
        Customer Client Credentials: the customer's own app speaks for itself, and its key renews \
        itself. Customer Authorization Code: a person signs in to the customer's own app.
        """,
        "customerClientID": """
        The Client ID of the customer's own app on developer.ups.com, at most 255 characters. It is used \
        at Test and at Production alike; a key stays with the Client ID that it was made with.
        """,
        "customerClientSecret": """
        The Client Secret of the customer's own app. It is sealed in the store and never shown: "set" \
        says that there is one, and typing replaces it.
        """,
        "customerRedirectURI": """
        The address UPS sends the browser to after the sign-in, as registered with the customer's app, \
        to the letter. Empty is https://127.0.0.1/upscallback, where nothing listens, so that it is \
        pasted; one such as http://127.0.0.1:8765/upscallback is caught by itself.
        """,
    ]

    private static let address: [String: String] = [
        "companyName":
            "The company as UPS prints it on labels, at most 35 characters. … offers known addresses.",
        "title": "The contact's title, such as Shipping Manager, at most 35 characters.",
        "attention": "Whom a courier asks for: the contact's name, at most 35 characters.",
        "addressLine1":
            "Street and number, at most 35 characters. A pasted address of several lines fills all three.",
        "addressLine2": "Suite, floor or building, at most 35 characters.",
        "addressLine3": "More of the address, at most 35 characters; UPS prints up to three lines.",
        "city": "At most 30 characters.",
        "state": "State or province: two letters in US, CA, PR and VI, elsewhere at most 5 characters.",
        "country": "Two letters (ISO 3166), such as US. UPS takes services, customs and tax from it.",
        "postalCode": "Zip or postal code, at most 9 characters; UPS rates and routes by it.",
        "isResidential":
            "A home rather than a business; UPS charges deliveries and pickups there differently.",
        "phone": "At most 15 characters with at least five digits. UPS calls it about exceptions.",
        "fax": "At most 14 characters with at least five digits.",
        "email": "At most 50 characters. UPS sends notices about shipments there.",
        "taxID": "The tax number customs asks for on international shipments, at most 15 characters.",
    ]
}
