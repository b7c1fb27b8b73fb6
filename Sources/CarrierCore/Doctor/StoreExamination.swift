internal import GRDB

/// What is in the store.
struct StoreExamination {
    let store: Store
    let oauth: UPSOAuth

    func findings() async -> [Finding] {
        let checks: [(Finding.Check, () async throws(CarrierError) -> [Finding])] = [
            (.integrity, integrity), (.vault, vault), (.machine, machine), (.application, application),
            (.keys, keys),
        ]
        var found: [Finding] = []
        for (check, examine) in checks {
            do throws(CarrierError) { found += try await examine() } catch {
                found.append(Finding(check, error))
            }
        }
        return found
    }

    private func integrity() throws(CarrierError) -> [Finding] {
        let faults = try store.read { db in
            let foreign = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
            return try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
                + (foreign > 0 ? ["\(foreign) rows point nowhere"] : [])
        }
        guard let first = faults.first else { return [Finding(.integrity, .ok, "The store is whole.")] }
        return [
            Finding(
                .integrity, .error, "The store is damaged: \(first).",
                advice: "Restore a backup with carrier-editor restore FILE --replace.")
        ]
    }

    private func vault() throws(CarrierError) -> [Finding] {
        let vault = try store.vault()
        let count = try store.read { db in try SealedColumn.openAll(db, vault) }
        return [Finding(.vault, .ok, "Its key (\(vault.kind.title)) opens every sealed value (\(count)).")]
    }

    private func machine() throws(CarrierError) -> [Finding] {
        guard try store.comesFromAnotherMachine() else {
            return [Finding(.machine, .ok, "The store was last used on this machine.")]
        }
        return [
            Finding(
                .machine, .warning,
                "The store was last used on another machine: its refresh tokens may be spent there.",
                advice: "Use one copy only, and sign in again where a refresh is refused.")
        ]
    }

    private func application() async throws(CarrierError) -> [Finding] {
        guard let application = try store.application() else {
            return [
                Finding(
                    .application, .warning,
                    "No UPS application is set: the method Authorization Code cannot be used.",
                    advice: "Set its Client ID and Redirect URI in Settings, or with carrier-editor app set.")
            ]
        }
        let refusing = await endpointsRefusing(application)
        guard !refusing.isEmpty else {
            let withoutSecret = UPSApplication.withoutSecret
            return [
                application.hasSecret
                    ? Finding(.application, .ok, "The installation's UPS application is set.")
                    : Finding(
                        .application, .warning, withoutSecret.message, advice: withoutSecret.advice)
            ]
        }
        // An app need not be known at both.
        let isOfUse = refusing.count < EndpointType.allCases.count
        return [
            Finding(
                .application, isOfUse ? .warning : .error,
                "UPS \(refusing.map(\.title).joined(separator: " and ")) did not take the installation's Client ID and Client Secret (10401).",
                advice:
                    "Compare both with the app's on developer.ups.com, and set the Client Secret anew: until then no key can be refreshed there."
            )
        ]
    }

    private func endpointsRefusing(_ application: UPSApplication) async -> [EndpointType] {
        // Where the vault does not open, its own finding says so.
        guard let secret = try? store.applicationSecret() else { return [] }
        let client = OAuthClient(id: application.clientID, secret: secret)
        var refusing: [EndpointType] = []
        for endpoint in EndpointType.allCases {
            do { try await oauth.validateSecret(of: client, endpoint: endpoint) } catch {
                refusing.append(endpoint)
            }
        }
        return refusing
    }

    private func keys() throws(CarrierError) -> [Finding] {
        let (grants, settings, now) = (try store.grants(), try store.settings(), store.clock.now())
        let alerts = ExpiryAlert.all(grants, settings: settings, now: now)
        let clocks = grants.filter { !$0.grant.clocksAgree }.map { owned in
            Finding(
                .keys, .warning,
                "UPS's clock and this machine's differed when \(owned.ownerName)'s \(owned.grant.endpoint.title) token came.",
                advice: "Set this machine's clock (NTP).")
        }
        let found =
            alerts.map {
                Finding(.keys, $0.severity == .error ? .error : .warning, $0.message, advice: $0.advice)
            }
            + clocks
        return found.isEmpty
            ? [
                Finding(
                    .keys, .ok,
                    "No key of an active carrier or adapter needs a person (\(grants.count) there).")
            ]
            : found
    }
}
