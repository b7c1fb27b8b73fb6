public import CarrierCore
public import TerminalKit

/// What every window works with: the program on the screen, the store, UPS, the world outside, and who is signed in.
public final class Desk {
    public let program: Program
    public let store: Store
    public let authorizer: Authorizer
    public let broker: TokenBroker
    public let tracking: UPSTracking
    public let maintenance: AdapterMaintenance
    public let doctor: Doctor
    public let servers: UPSServers
    public let clock: WallClock
    public let outside: Outside
    public let session: Session
    /// How many pieces of blocking work the store is busy with; nothing else is asked of it from the screen meanwhile.
    var pendingWork = 0
    /// What keeps the drafts of the open windows.
    var draftKeepers: [DraftKeeper] = []
    var tracker: Tracker { Tracker(store: store, broker: broker, tracking: tracking) }

    public init(
        program: Program, store: Store, authorizer: Authorizer, broker: TokenBroker,
        tracking: UPSTracking, maintenance: AdapterMaintenance, doctor: Doctor, servers: UPSServers,
        clock: WallClock, outside: Outside, session: Session
    ) {
        self.program = program
        self.store = store
        self.authorizer = authorizer
        self.broker = broker
        self.tracking = tracking
        self.maintenance = maintenance
        self.doctor = doctor
        self.servers = servers
        self.clock = clock
        self.outside = outside
        self.session = session
    }
}
