/// Looks whether everything that keys depend on is as it should be. Nothing is changed.
public struct Doctor: Sendable {
    private let path: String
    private let keys: VaultKeys
    private let http: any HTTPClient
    private let servers: UPSServers
    private let authorities: String?
    private let clock: WallClock
    private let station: Station

    /// - Parameters:
    ///   - path: the store's.
    ///   - authorities: the file of certificate authorities that `http` was told to use, nil for the system's.
    public init(
        storeAt path: String, keys: VaultKeys, http: any HTTPClient, servers: UPSServers,
        authorities: String? = nil,
        clock: WallClock = .system, station: Station = .current
    ) {
        self.path = path
        self.keys = keys
        self.http = http
        self.servers = servers
        self.authorities = authorities
        self.clock = clock
        self.station = station
    }

    /// All findings, in the order of the checks; UPS is asked for its front page only.
    public func findings() async -> [Finding] {
        async let wire = WireExamination(http: http, servers: servers, authorities: authorities, clock: clock)
            .findings()
        var found = FileExamination(storeAt: path, keyFile: keys.keyFile).findings()
        if PrivateFiles.exists(path) {
            do throws(CarrierError) {
                let store = try Store.open(at: path, keys: keys, clock: clock, station: station)
                found += StoreExamination(store: store).findings()
            } catch {
                found.append(Finding(.integrity, error))
            }
        }
        return await found + wire
    }
}
