/// Looks whether everything that keys depend on is as it should be. Nothing is changed.
public struct Doctor: Sendable {
    private let path: String
    private let keyFile: String
    private let open: @Sendable () throws(CarrierError) -> Store
    private let http: any HTTPClient
    private let servers: UPSServers
    private let authorities: String?
    private let clock: WallClock

    /// - Parameters:
    ///   - path: the store's.
    ///   - authorities: the file of certificate authorities that `http` was told to use, nil for the system's.
    public init(
        storeAt path: String, keys: VaultKeys, http: any HTTPClient, servers: UPSServers,
        authorities: String? = nil,
        clock: WallClock = .system, station: Station = .current
    ) {
        self.path = path
        keyFile = keys.keyFile
        open = { () throws(CarrierError) in
            try Store.open(at: path, keys: keys, clock: clock, station: station)
        }
        self.http = http
        self.servers = servers
        self.authorities = authorities
        self.clock = clock
    }

    /// Of a store that is in use: it is opened once more, as any program would, but for one with a passphrase, which
    /// nobody is asked for again.
    public init(of store: Store, http: any HTTPClient, servers: UPSServers, authorities: String? = nil) {
        path = store.path
        keyFile = store.keys.keyFile
        open = { () throws(CarrierError) in
            if store.vaultKind == .passphrase { return store }
            return try Store.open(
                at: store.path, keys: store.keys, clock: store.clock, station: store.station)
        }
        self.http = http
        self.servers = servers
        self.authorities = authorities
        clock = store.clock
    }

    /// All findings, in the order of the checks. UPS is asked for its front page, and whether it takes the installation's
    /// client.
    public func findings() async -> [Finding] {
        async let wire = WireExamination(http: http, servers: servers, authorities: authorities, clock: clock)
            .findings()
        var found = FileExamination(storeAt: path, keyFile: keyFile).findings()
        if PrivateFiles.exists(path) {
            do throws(CarrierError) {
                let oauth = UPSOAuth(http: http, servers: servers, clock: clock)
                found += await StoreExamination(store: try open(), oauth: oauth).findings()
            } catch {
                found.append(Finding(.integrity, error))
            }
        }
        return await found + wire
    }
}
