import CarrierCore
import Foundation
import UPSSandbox

/// A throw-away store with sample carriers, and a UPS of our own for each endpoint type.
struct Demo {
    private static let actor = "demo"
    private static let application = SandboxConfiguration.Application.demo

    let context: Context

    init(_ context: Context) {
        self.context = context
    }

    func run(inLines: Bool) async throws {
        let folder = try Self.makeFolder()
        do {
            try await run(in: folder, inLines: inLines)
        } catch {
            Self.remove(folder)
            throw error
        }
    }

    private func run(in folder: String, inLines: Bool) async throws {
        let test = UPSSandbox()
        var soonEnding = SandboxConfiguration()
        soonEnding.refreshTokenLifetime = 3 * 86_400
        let production = UPSSandbox(soonEnding)
        try await test.listen()
        try await production.listen()
        let servers = UPSServers(test: await test.address, production: await production.address)

        let path = "\(folder)/store.sqlite"
        let store = try Store.open(
            at: path, keys: VaultKeys(keyFile: VaultKeys.keyFile(besideStoreAt: path)), clock: context.clock)
        try await fill(store, servers: servers, test: test, production: production)
        let editor = TerminalEditor(
            store: store, context: context, servers: servers, isDemo: true, leaving: { Self.remove(folder) })
        _ = try await editor.run(inLines: inLines)
        await test.stop()
        await production.stop()
    }

    /// One carrier with both keys, of which Production's ends soon; one without; one of the old kind; and an adapter that
    /// is Ready.
    private func fill(
        _ store: Store, servers: UPSServers, test: UPSSandbox, production: UPSSandbox
    ) async throws {
        try store.save(
            UPSApplication(
                clientID: Self.application.clientID, redirectURI: Self.application.redirectURIs[1]),
            secret: Self.application.clientSecret.map { .set(Secret($0)) } ?? .keep, by: Self.actor)
        let ups = try store.save(Self.carrier("UPS", account: "A1B2C3"), by: Self.actor)
        try store.save(Self.carrier("UPS Returns", account: "X9Y8Z7"), by: Self.actor)
        var legacy = Self.carrier("UPS Legacy", account: "A1B2C3")
        legacy.apiType = .legacy
        try store.save(legacy, by: Self.actor)

        let authorizer = try context.authorizer(store, servers: servers)
        func addKey(_ applicant: some KeyApplicant, _ endpoint: EndpointType, _ sandbox: UPSSandbox)
            async throws
        {
            let request = try store.authorizationRequest(for: applicant, endpoint: endpoint, by: Self.actor)
            let attempt = try await authorizer.begin(request)
            if let address = await sandbox.signIn(at: attempt.signInAddress) {
                _ = try await authorizer.complete(attempt, address: address)
            }
        }
        try await addKey(ups, .test, test)
        try await addKey(ups, .production, production)

        // Tools ▸ Track works at once.
        var adapter = try store.adapter(named: Adapter.upsTracking)
        adapter.authorizationOption = .authorizationCode
        try await addKey(adapter, .test, test)
        try store.mapShipper("A1B2C3", carrier: ups.name, to: adapter.name, by: Self.actor)
        try await context.maintenance(store, servers: servers)
            .run(adapter.name, endpoint: nil, by: Self.actor) { _ in }
    }

    private static func carrier(_ name: String, account: String) -> Carrier {
        var carrier = Carrier(name: name)
        carrier.companyAddress.companyName = "Ada Outfitters"
        carrier.companyAddress.title = "Shipping"
        carrier.companyAddress.attention = "Dock 3"
        carrier.companyAddress.addressLine1 = "7575 Fulton St E"
        carrier.companyAddress.city = "Ada"
        carrier.companyAddress.state = "MI"
        carrier.companyAddress.postalCode = "49355"
        carrier.companyAddress.phone = "6165550100"
        carrier.companyAddress.email = "dock@example.com"
        carrier.addAccount(ShipperAccount(name: "Main", number: account, postalCode: "49355"))
        return carrier
    }

    private static func makeFolder() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "carrier-editor-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        } catch {
            throw CarrierError(
                .store, "The demo's folder \(folder.path) could not be made.",
                advice: "Set TMPDIR to a folder that takes files.", underlying: error)
        }
        return folder.path
    }

    private static func remove(_ folder: String) {
        do {
            try FileManager.default.removeItem(atPath: folder)
        } catch {
            Output.remark("carrier-editor: \(folder) could not be removed. Remove it by hand.")
        }
    }
}
