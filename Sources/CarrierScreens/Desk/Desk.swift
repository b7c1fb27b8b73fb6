public import CarrierCore
public import TerminalKit

/// What every window works with: the program on the screen, the store, UPS, the world outside, and who is signed in.
public final class Desk {
    /// What is on the screen, or spoken in lines.
    public let program: Program
    /// Carriers, adapters, users and keys. What may wait for another process goes through ``working(_:_:)``.
    public let store: Store
    /// Brings new keys in.
    public let authorizer: Authorizer
    /// Hands out tokens and renews keys.
    public let broker: TokenBroker
    /// UPS's tracking calls.
    public let tracking: UPSTracking
    /// Tries adapters' keys.
    public let maintenance: AdapterMaintenance
    /// Examines all that keys depend on.
    public let doctor: Doctor
    /// Where UPS is called.
    public let servers: UPSServers
    /// The time of day.
    public let clock: WallClock
    /// Browser, printers and files.
    public let outside: Outside
    /// Who is signed in.
    public let session: Session
    /// The program's own, for About.
    public let version: String
    /// Whether the store is thrown away afterwards, and UPS a sandbox.
    public let isDemo: Bool
    /// How many pieces of blocking work the store is busy with; nothing else is asked of it from the screen meanwhile.
    var pendingWork = 0
    /// What keeps the drafts of the open windows.
    var draftKeepers: [DraftKeeper] = []
    /// The carriers that are open in an editor.
    var openCarriers: Set<Int64> = []
    /// Whether windows with changes ask before they close; not while a locked session is left.
    var asksBeforeDiscarding = true
    var tracker: Tracker { Tracker(store: store, broker: broker, tracking: tracking) }

    public init(
        program: Program, store: Store, authorizer: Authorizer, broker: TokenBroker,
        tracking: UPSTracking, maintenance: AdapterMaintenance, doctor: Doctor, servers: UPSServers,
        clock: WallClock, outside: Outside, session: Session, version: String, isDemo: Bool = false
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
        self.version = version
        self.isDemo = isDemo
    }
}
