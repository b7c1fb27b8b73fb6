import CarrierCore
import CarrierScreens
import Foundation
import GRDB
import Locking
import TerminalKit
import Testing

/// A desk with a store of its own in a temporary folder, on a terminal in memory, with clocks that stand
/// still.
///
/// Every `expect…` and every action waits until the screen shows what is meant; nothing sleeps.
final class ScreenStage {
    /// 2024-05-01T12:00:00Z
    nonisolated static let start: Int64 = 1_714_564_800_000

    let terminal: MemoryTerminal
    let program: Program
    let clock = ManualClock()
    let time = MovableTime(ScreenStage.start)
    let outside = StandIn()
    let store: Store
    let desk: Desk
    let folder: String
    /// Another connection to the store, kept for as long as the stage.
    var other: DatabaseQueue?
    private var running: Task<Void, Never>?
    /// Whose folder it is.
    private let predecessor: ScreenStage?

    /// - Parameters:
    ///   - user: who is signed in; nil leaves the session to Login.
    ///   - predecessor: whose store is opened once more, as at the next start.
    ///   - http: what answers as UPS; by default nothing does, and a call fails.
    init(
        _ width: Int = 80, _ height: Int = 24, user: User? = User(name: "alice", role: .administrator),
        after predecessor: ScreenStage? = nil,
        http: any HTTPClient = NoNetwork(), servers: UPSServers = .published, isDemo: Bool = false
    ) throws {
        setenv("TZ", "UTC", 1)
        tzset()
        let files = FileManager.default
        // Always of one length, for windows that show it.
        folder = predecessor?.folder ?? "/tmp/screens-\(UUID().uuidString)"
        self.predecessor = predecessor
        try files.createDirectory(
            atPath: folder, withIntermediateDirectories: predecessor != nil,
            attributes: [.posixPermissions: 0o700])
        let wall = WallClock { [time] in time.now }
        store = try Store.open(
            at: "\(folder)/store.sqlite", keys: VaultKeys(keyFile: "\(folder)/vault.key"), clock: wall,
            station: Station(loginName: "alice", machineID: "m"))
        terminal = MemoryTerminal(size: Size(width: width, height: height))
        program = Program(clock: clock.programClock)
        let oauth = UPSOAuth(http: http, servers: servers, clock: wall)
        let broker = TokenBroker(store: store, oauth: oauth, clock: wall)
        let tracking = UPSTracking(http: http, servers: servers)
        desk = Desk(
            program: program, store: store, authorizer: Authorizer(store: store, oauth: oauth, clock: wall),
            broker: broker, tracking: tracking,
            maintenance: AdapterMaintenance(store: store, broker: broker, oauth: oauth, tracking: tracking),
            doctor: Doctor(of: store, http: http, servers: servers), servers: servers, clock: wall,
            outside: outside.outside,
            session: user.map(Session.init) ?? Session(), version: "1.2.3", isDemo: isDemo)
    }

    isolated deinit {
        terminal.hangUp()
        running?.cancel()
        guard predecessor == nil else { return }
        // Best effort: the system's temporary folder is cleared anyway.
        try? FileManager.default.removeItem(atPath: folder)
    }

    // MARK: Running

    /// Runs one window, or whatever else a function of the desk shows, on an empty screen.
    @discardableResult
    func show<Value: Sendable>(_ screen: @escaping (Desk) async -> Value) async -> Answer<Value> {
        let answer = Answer<Value>()
        running = Task { [program, terminal] in await program.run(on: terminal) }
        program.start { [desk] in answer.value = await screen(desk) }
        await terminal.settle()
        return answer
    }

    /// Ends a task with the stage.
    func keep(_ task: Task<Void, Never>) { running = task }

    /// What a window has answered; nil while it is open.
    final class Answer<Value> {
        var value: Value?
    }

    // MARK: Acting

    func press(_ code: Key.Code, _ modifiers: Modifiers = []) async {
        terminal.press(code, modifiers)
        await terminal.settle()
    }

    func press(_ character: Character, _ modifiers: Modifiers = []) async {
        await press(.character(character), modifiers)
    }

    func alt(_ letter: Character) async { await press(.character(letter), .alt) }

    func type(_ text: String) async {
        terminal.type(text)
        await terminal.settle()
    }

    func click(_ text: String, _ modifiers: Modifiers = [], location: SourceLocation = #_sourceLocation) async
    {
        #expect(
            terminal.click(text, modifiers), "“\(text)” is not on the screen:\n\(terminal.text)",
            sourceLocation: location)
        await terminal.settle()
    }

    func doubleClick(_ text: String, location: SourceLocation = #_sourceLocation) async {
        terminal.click(text)
        await click(text, location: location)
    }

    /// Moves both clocks on and waits for what follows.
    func pass(_ seconds: Int64) async {
        time.now += seconds * 1000
        clock.advance(by: .seconds(seconds))
        await terminal.settle()
    }

    // MARK: Looking

    var text: String { terminal.text }
    /// The words on the screen with one space between, whatever line they stand on.
    var words: String {
        text.split { $0.isWhitespace || $0 == "│" }.joined(separator: " ")
    }

    var keyBar: String { terminal.lines.last ?? "" }

    /// Waits until a text is on the screen.
    func expect(_ text: String, location: SourceLocation = #_sourceLocation) async {
        let isThere = await terminal.waits(for: text)
        #expect(isThere, "“\(text)” is not on the screen:\n\(terminal.text)", sourceLocation: location)
    }

    /// Waits until a text is not on the screen any more.
    func expectGone(_ text: String, location: SourceLocation = #_sourceLocation) async {
        let isGone = await terminal.waits { !self.terminal.text.contains(text) }
        #expect(isGone, "“\(text)” is still on the screen:\n\(terminal.text)", sourceLocation: location)
    }

    /// Waits for what does not show on the screen.
    func expectEventually(
        _ what: String, location: SourceLocation = #_sourceLocation, _ isSo: () throws -> Bool
    ) async throws {
        let deadline = ContinuousClock.now + .seconds(20)
        while try !isSo(), ContinuousClock.now < deadline { await terminal.settle() }
        #expect(try isSo(), "\(what) has not happened:\n\(terminal.text)", sourceLocation: location)
    }
}

/// A time of day that a test moves on; milliseconds since 1970 UTC.
final class MovableTime: Sendable {
    private let state: Guarded<Int64>

    nonisolated init(_ now: Int64) { state = Guarded(now) }

    nonisolated var now: Int64 {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }
}

/// The world outside, in memory.
final class StandIn {
    var browserOpens = true
    /// Whether the person is here over SSH.
    var isRemote = false
    var opened: [String] = []
    var printers: [String] = ["Zebra ZP450"]
    var reports: [String] = []
    var files: [String: [UInt8]] {
        get { disk.withLock { $0 } }
        set { disk.withLock { $0 = newValue } }
    }
    private let disk = Guarded<[String: [UInt8]]>([:])
    /// Whether a file was written by the thread that owns the screen.
    var wasHeldUp: Bool { heldUp.withLock { $0 } }
    private let heldUp = Guarded(false)
    /// What the file of keys says; nil while there is none.
    var keyBindings: String?

    var outside: Outside {
        Outside(
            openBrowser: {
                self.opened.append($0); return self.browserOpens
            }, isRemote: { self.isRemote }, printers: { self.printers },
            reports: { _ in self.reports },
            readFile: { path in
                guard let bytes = self.files[path] else {
                    throw CarrierError(.store, "There is no file \(path).", advice: "Choose another one.")
                }
                return bytes
            },
            writeFile: { [disk, heldUp] path, bytes, mayReplace in
                if Thread.isMainThread { heldUp.withLock { $0 = true } }
                try disk.withLock { files in
                    if !mayReplace, files[path] != nil { throw Outside.FileExists(path: path) }
                    files[path] = bytes
                }
            },
            keyFile: "~/.config/carrier-editor/keys",
            keyBindings: { self.keyBindings.map { Array($0.utf8) } },
            theme: { $0 == .light ? .light() : .dark() })
    }
}

/// A network that must not be used.
struct NoNetwork: HTTPClient {
    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        Issue.record("\(request.url) was called")
        throw TransportError(.notSent, reason: "no network here")
    }
}
