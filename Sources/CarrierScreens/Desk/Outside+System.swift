internal import CarrierCore
internal import Glibc
public import TerminalKit

extension Outside {
    /// The machine that the program runs on.
    ///
    /// - Parameter capabilities: of the terminal that it is shown on.
    public static func system(
        environment: [String: String],
        capabilities: Capabilities = Capabilities(colors: .palette, isUTF8: true)
    ) -> Outside {
        let browser = Browser(environment: environment)
        let files = HomeFiles(home: environment["HOME"])
        // The XDG Base Directory Specification has relative paths ignored.
        let settings = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "~/.config"
        let keyFile = "\(settings)/carrier-editor/keys"
        return Outside(
            openBrowser: { await browser.open($0) }, isRemote: { browser.isRemote },
            printers: {
                await ChildProcess.output(of: ["lpstat", "-e"], environment: environment, seconds: 3)
            },
            reports: { files.names(inFolder: $0) },
            readFile: { try files.read($0) },
            writeFile: { try files.write($0, $1, mayReplace: $2) },
            keyFile: keyFile, keyBindings: { files.exists(keyFile) ? try files.read(keyFile) : nil },
            theme: { $0.theme(on: capabilities, environment: environment) })
    }
}

/// The person's browser: the commands of `BROWSER` (parted by colons, `%s` stands for the address), else `xdg-open`
/// where there is a screen to open it on.
struct Browser: Sendable {
    private let commands: [[String]]
    /// Over SSH.
    let isRemote: Bool
    private let environment: [String: String]

    init(environment: [String: String]) {
        self.environment = environment
        func isSet(_ name: String) -> Bool { environment[name]?.isEmpty == false }
        isRemote = isSet("SSH_CONNECTION") || isSet("SSH_TTY")
        if let own = environment["BROWSER"], !own.isEmpty {
            commands = own.split(separator: ":").map { $0.split(separator: " ").map(String.init) }
        } else {
            let hasScreen = isSet("DISPLAY") || isSet("WAYLAND_DISPLAY")
            commands = hasScreen && !isRemote ? [["xdg-open"]] : []
        }
    }

    /// True when some browser has been started.
    @concurrent
    func open(_ address: String) async -> Bool {
        commands.contains { command in
            var arguments = command.map { $0.replacingMark(with: address) }
            if arguments == command { arguments.append(address) }
            return ChildProcess.detach(arguments, environment: environment)
        }
    }
}

extension String {
    /// `%s` replaced; the address is one argument, whatever is in it.
    fileprivate nonisolated func replacingMark(with address: String) -> String {
        guard let mark = firstIndex(of: "%"), case let next = index(after: mark), next < endIndex,
            self[next] == "s"
        else { return self }
        return self[..<mark] + address + self[index(after: next)...]
    }
}
