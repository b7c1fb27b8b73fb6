import CarrierCore
import Foundation
import Logging

/// What a command works with, made from its options and the environment when it is first needed.
struct Context {
    let environment: [String: String]
    let clock = WallClock.system
    private let storePath: String?
    private let keyFilePath: String?
    private let isVerbose: Bool

    /// Without options.
    init() {
        self.init(storePath: nil, keyFilePath: nil, isVerbose: false)
    }

    init(_ options: GlobalOptions, environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.init(
            storePath: options.storePath, keyFilePath: options.keyFilePath, isVerbose: options.verbose,
            environment: environment)
    }

    private init(
        storePath: String?, keyFilePath: String?, isVerbose: Bool,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        self.storePath = storePath
        self.keyFilePath = keyFilePath
        self.isVerbose = isVerbose
        self.environment = environment
    }

    /// Who is named in the audit: the command line acts as administrator, under the system's login name.
    var actor: String { Station.current.loginName }

    func openStore() throws(CarrierError) -> Store {
        let paths = try paths()
        return try Store.open(at: paths.store, keys: paths.keys, clock: clock)
    }

    func paths() throws(CarrierError) -> StorePaths {
        try StorePaths(store: storePath, keyFile: keyFilePath, environment: environment)
    }

    func servers() throws(CarrierError) -> UPSServers {
        try UPSServers(environment: environment)
    }

    func authorizer(_ store: Store, servers: UPSServers? = nil) throws(CarrierError) -> Authorizer {
        Authorizer(store: store, oauth: try oauth(servers), clock: clock)
    }

    func broker(_ store: Store, servers: UPSServers? = nil) throws(CarrierError) -> TokenBroker {
        TokenBroker(store: store, oauth: try oauth(servers), clock: clock)
    }

    func tracking(servers: UPSServers? = nil) throws(CarrierError) -> UPSTracking {
        let servers = if let servers { servers } else { try self.servers() }
        return UPSTracking(http: http, servers: servers)
    }

    func tracker(_ store: Store) throws(CarrierError) -> Tracker {
        Tracker(store: store, broker: try broker(store), tracking: try tracking())
    }

    func maintenance(
        _ store: Store, servers: UPSServers? = nil
    ) throws(CarrierError) -> AdapterMaintenance {
        AdapterMaintenance(
            store: store, broker: try broker(store, servers: servers), oauth: try oauth(servers),
            tracking: try tracking(servers: servers))
    }

    func doctor() throws(CarrierError) -> Doctor {
        let paths = try paths()
        return Doctor(
            storeAt: paths.store, keys: paths.keys, http: http, servers: try servers(),
            authorities: CurlOptions(environment: environment).authorities, clock: clock)
    }

    func doctor(of store: Store, servers: UPSServers) -> Doctor {
        Doctor(
            of: store, http: http, servers: servers,
            authorities: CurlOptions(environment: environment).authorities)
    }

    private func oauth(_ given: UPSServers?) throws(CarrierError) -> UPSOAuth {
        let servers = if let given { given } else { try self.servers() }
        return UPSOAuth(http: http, servers: servers, clock: clock)
    }

    private var http: CurlClient {
        CurlClient(options: CurlOptions(environment: environment), log: log)
    }

    /// On standard error, and silent without `--verbose`.
    private var log: Logger {
        var log = Logger(label: "carrier-editor") { label in StreamLogHandler.standardError(label: label) }
        log.logLevel = isVerbose ? .debug : .critical
        return log
    }
}
