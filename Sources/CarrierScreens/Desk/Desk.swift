public import CarrierCore
public import TerminalKit

/// What every window works with: the program on the screen, the store, UPS, the world outside, and who is signed in.
public final class Desk {
    public let program: Program
    public let store: Store
    public let authorizer: Authorizer
    public let broker: TokenBroker
    public let servers: UPSServers
    public let clock: WallClock
    public let outside: Outside
    public let session: Session

    public init(
        program: Program, store: Store, authorizer: Authorizer, broker: TokenBroker, servers: UPSServers,
        clock: WallClock, outside: Outside, session: Session
    ) {
        self.program = program
        self.store = store
        self.authorizer = authorizer
        self.broker = broker
        self.servers = servers
        self.clock = clock
        self.outside = outside
        self.session = session
    }
}
