internal import GRDB

/// Carriers with addresses and accounts, keys, adapters, people, settings, the record and the vault.
///
/// Instants are milliseconds since 1970 UTC; amounts are decimal text; sealed values are blobs.
enum Migration1 {
    static func migrate(_ db: Database) throws {
        try db.execute(sql: store + carriers + adapters + keys + people + record)
        try db.execute(sql: "PRAGMA user_version = 1")
    }

    private static let store = """
        CREATE TABLE store (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            machineID TEXT NOT NULL,
            createdAt INTEGER NOT NULL) STRICT;

        CREATE TABLE vault (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            kind TEXT NOT NULL CHECK (kind IN ('key-file', 'passphrase', 'systemd')),
            salt BLOB,
            operations INTEGER,
            memory INTEGER,
            keyCheck BLOB NOT NULL) STRICT;

        CREATE TABLE setting (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            alertDays INTEGER NOT NULL,
            dateForm TEXT NOT NULL,
            idleLockMinutes INTEGER NOT NULL,
            reportsFolder TEXT NOT NULL) STRICT;

        CREATE TABLE application (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            clientID TEXT NOT NULL,
            clientSecret BLOB,
            redirectURI TEXT NOT NULL,
            pkce INTEGER NOT NULL) STRICT;

        """

    private static let carriers = """
        CREATE TABLE carrier (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            version INTEGER NOT NULL,
            name TEXT NOT NULL UNIQUE,
            writeBackRate TEXT NOT NULL,
            weightUnit TEXT NOT NULL,
            dimensionUnit TEXT NOT NULL,
            isInactive INTEGER NOT NULL,
            autoCreateReturnShipment INTEGER NOT NULL,
            customReports TEXT NOT NULL,
            markupPercent TEXT NOT NULL,
            markupAmount TEXT NOT NULL,
            rounding TEXT NOT NULL,
            decimalPlaces INTEGER NOT NULL,
            defaultPrinter TEXT NOT NULL,
            useCompanyAddress INTEGER NOT NULL,
            restrictedServices TEXT NOT NULL,
            endpoint TEXT NOT NULL CHECK (endpoint IN ('test', 'production')),
            apiType TEXT NOT NULL CHECK (apiType IN ('rest', 'legacy')),
            customerClassification TEXT NOT NULL,
            pickupType TEXT NOT NULL,
            importCustomsLines INTEGER NOT NULL,
            sendExtendedReferenceFields INTEGER NOT NULL,
            paperlessCommercialInvoice INTEGER NOT NULL,
            defaultLabel TEXT NOT NULL,
            authorizationMethod TEXT NOT NULL,
            customerClientID TEXT NOT NULL,
            customerClientSecret BLOB,
            customerRedirectURI TEXT NOT NULL) STRICT;
        -- What the table of carriers shows, so that it never touches the wide rows.
        CREATE INDEX carrierSummary ON carrier (name COLLATE NOCASE, id, apiType, endpoint, isInactive);

        CREATE TABLE address (
            id INTEGER PRIMARY KEY,
            carrierID INTEGER NOT NULL REFERENCES carrier (id) ON DELETE CASCADE,
            role TEXT NOT NULL CHECK (role IN ('company', 'shipFrom')),
            companyName TEXT NOT NULL,
            title TEXT NOT NULL,
            attention TEXT NOT NULL,
            addressLine1 TEXT NOT NULL,
            addressLine2 TEXT NOT NULL,
            addressLine3 TEXT NOT NULL,
            city TEXT NOT NULL,
            state TEXT NOT NULL,
            country TEXT NOT NULL,
            postalCode TEXT NOT NULL,
            isResidential INTEGER NOT NULL,
            phone TEXT NOT NULL,
            fax TEXT NOT NULL,
            email TEXT NOT NULL,
            taxID TEXT NOT NULL,
            UNIQUE (carrierID, role)) STRICT;

        CREATE TABLE account (
            id INTEGER PRIMARY KEY,
            carrierID INTEGER NOT NULL REFERENCES carrier (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            number TEXT NOT NULL,
            postalCode TEXT NOT NULL,
            country TEXT NOT NULL,
            hasRecentInvoice INTEGER NOT NULL,
            isDefault INTEGER NOT NULL,
            UNIQUE (carrierID, number)) STRICT;
        CREATE UNIQUE INDEX accountDefault ON account (carrierID) WHERE isDefault;
        CREATE INDEX accountNumber ON account (number);

        """

    private static let adapters = """
        CREATE TABLE adapter (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE,
            authorizationOption TEXT NOT NULL DEFAULT 'legacy',
            endpoint TEXT CHECK (endpoint IN ('test', 'production')),
            customerClientID TEXT NOT NULL DEFAULT '',
            customerClientSecret BLOB,
            customerRedirectURI TEXT NOT NULL DEFAULT '',
            maintainedAt INTEGER,
            maintenanceReason TEXT) STRICT;

        CREATE TABLE adapterShipper (
            adapterID INTEGER NOT NULL REFERENCES adapter (id) ON DELETE CASCADE,
            accountID INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
            PRIMARY KEY (adapterID, accountID)) STRICT, WITHOUT ROWID;
        CREATE INDEX adapterShipperAccount ON adapterShipper (accountID);

        INSERT INTO adapter (name) VALUES ('UPS Tracking Adapter');

        """

    private static let keys = """
        -- An answer to an old key's renewal must find no new key under its id.
        CREATE TABLE keyGrant (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            carrierID INTEGER REFERENCES carrier (id) ON DELETE CASCADE,
            adapterID INTEGER REFERENCES adapter (id) ON DELETE CASCADE,
            endpoint TEXT NOT NULL CHECK (endpoint IN ('test', 'production')),
            method TEXT NOT NULL,
            clientID TEXT NOT NULL,
            clientSecret BLOB,
            redirectURI TEXT,
            accessToken BLOB,
            refreshToken BLOB,
            tokenType TEXT,
            tokenStatus TEXT,
            scope TEXT,
            refreshTokenStatus TEXT,
            refreshCount TEXT,
            issuedAt INTEGER NOT NULL,
            expiresIn INTEGER NOT NULL,
            refreshIssuedAt INTEGER,
            refreshExpiresIn INTEGER,
            receivedAt INTEGER NOT NULL,
            clocksAgree INTEGER NOT NULL DEFAULT 1,
            generation INTEGER NOT NULL DEFAULT 1,
            condition TEXT NOT NULL DEFAULT 'good' CHECK (condition IN ('good', 'refused', 'uncertain')),
            conditionAt INTEGER,
            conditionReason TEXT,
            intent TEXT,
            intentAt INTEGER,
            intentRetries INTEGER NOT NULL DEFAULT 0,
            leaseHolder TEXT,
            leaseUntil INTEGER,
            authorizedBy TEXT NOT NULL,
            authorizedAt INTEGER NOT NULL,
            CHECK ((carrierID IS NULL) <> (adapterID IS NULL))) STRICT;
        CREATE UNIQUE INDEX keyGrantCarrier ON keyGrant (carrierID, endpoint);
        CREATE UNIQUE INDEX keyGrantAdapter ON keyGrant (adapterID, endpoint);

        """

    private static let people = """
        CREATE TABLE user (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE COLLATE NOCASE,
            role TEXT NOT NULL CHECK (role IN ('administrator', 'operator')),
            isDisabled INTEGER NOT NULL,
            passwordHash BLOB) STRICT;

        -- Failed sign-ins by the fingerprint of the typed name: it may be a password in the wrong field.
        CREATE TABLE signInDelay (
            name BLOB PRIMARY KEY,
            failures INTEGER NOT NULL,
            until INTEGER NOT NULL) STRICT, WITHOUT ROWID;

        """

    private static let record = """
        CREATE TABLE audit (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            action TEXT NOT NULL,
            subject TEXT NOT NULL,
            detail TEXT NOT NULL) STRICT;
        CREATE INDEX auditAt ON audit (at);
        CREATE TRIGGER auditIsNotChanged BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit record is only added to'); END;
        CREATE TRIGGER auditIsNotDeleted BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit record is only added to'); END;

        """
}
