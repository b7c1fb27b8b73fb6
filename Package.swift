// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]
/// For the targets that live on the thread that owns the screen.
let onMain = strict + [.defaultIsolation(MainActor.self)]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let flyingFox = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "carrier-editor",
    products: [.executable(name: "carrier-editor", targets: ["carrier-editor"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .target(
            name: "CNcurses",
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        // libcurl itself is loaded at the first call: docs/DECISIONS.md.
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("dl")]),
        .target(name: "CLinux"),
        .target(name: "CSodium", linkerSettings: [.linkedLibrary("sodium")]),
        .target(name: "Locking", swiftSettings: strict),
        .target(
            name: "CarrierCore",
            dependencies: [
                "CCurl", "CLinux", "CSodium", "Locking", grdb, flyingFox, flyingSocks, logging,
            ],
            swiftSettings: strict),
        .target(name: "TerminalKit", dependencies: ["Locking"], swiftSettings: strict),
        .target(
            name: "CursesTerminal", dependencies: ["CNcurses", "TerminalKit"], swiftSettings: onMain),
        .target(
            name: "CarrierScreens", dependencies: ["CLinux", "CarrierCore", "TerminalKit"],
            swiftSettings: onMain),
        .target(
            name: "UPSSandbox", dependencies: ["CSodium", flyingFox, flyingSocks], swiftSettings: strict),
        .target(
            name: "CarrierCommands",
            dependencies: [
                "CLinux", "CarrierCore", "CarrierScreens", "CursesTerminal", "TerminalKit", "UPSSandbox",
                arguments, logging,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "carrier-editor", dependencies: ["CarrierCommands"], swiftSettings: onMain),
        // Shows how to use TerminalKit without carriers: docs/TERMINALKIT.md.
        .executableTarget(
            name: "terminalkit-example", dependencies: ["CursesTerminal", "TerminalKit"],
            path: "Examples/terminalkit-example", swiftSettings: onMain),
        .target(name: "CSpawn", path: "Tests/CSpawn"),
        .target(
            name: "TestSupport", dependencies: ["CSpawn"], path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "CarrierCoreTests",
            dependencies: ["CarrierCore", "Locking", "TestSupport", "UPSSandbox", grdb, logging],
            swiftSettings: strict),
        .testTarget(
            name: "TerminalKitTests", dependencies: ["TerminalKit", "TestSupport"], swiftSettings: strict),
        .executableTarget(
            name: "terminal-probe", dependencies: ["CursesTerminal", "TerminalKit"],
            path: "Tests/terminal-probe", swiftSettings: onMain),
        .testTarget(
            name: "CursesTerminalTests",
            dependencies: [
                "CursesTerminal", "TerminalKit", "TestSupport", "terminal-probe", "terminalkit-example",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CarrierScreensTests",
            dependencies: [
                "CarrierScreens", "CarrierCore", "Locking", "TerminalKit", "TestSupport", "UPSSandbox", grdb,
                logging,
            ],
            exclude: ["Snapshots"],
            swiftSettings: onMain),
        .testTarget(
            name: "UPSSandboxTests", dependencies: ["UPSSandbox", "TestSupport", flyingSocks],
            swiftSettings: strict),
        .testTarget(
            name: "CarrierCommandsTests",
            dependencies: [
                "CarrierCommands", "CarrierCore", "UPSSandbox", "TestSupport", "carrier-editor", arguments,
            ],
            exclude: ["Golden"],
            swiftSettings: strict),
        .testTarget(
            name: "EndToEnd", dependencies: ["carrier-editor", "UPSSandbox", "TestSupport", grdb],
            swiftSettings: strict),
    ]
)

// The sanitizers look at the core alone (scripts/sanitize): the rest would double the time of their builds.
if Context.environment["CORE_ONLY"] != nil {
    let core: Set = [
        "CCurl", "CLinux", "CSodium", "CSpawn", "Locking", "CarrierCore", "CarrierCoreTests", "TerminalKit",
        "TerminalKitTests", "TestSupport", "UPSSandbox",
    ]
    package.targets.removeAll { !core.contains($0.name) }
    package.products = []
}
