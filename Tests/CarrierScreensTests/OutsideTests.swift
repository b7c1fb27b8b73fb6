import CarrierCore
import Foundation
import TerminalKit
import Testing

@testable import CarrierScreens

/// The real world outside: files, browser and printers.
/// One after another: a script that is being written cannot be started, and a child just started may still hold it.
@Suite(.serialized) final class OutsideTests {
    private let folder = "/tmp/outside-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    }

    isolated deinit {
        // Best effort: the system's temporary folder is cleared anyway.
        try? FileManager.default.removeItem(atPath: folder)
    }

    private func script(_ name: String, _ text: String) throws -> String {
        let path = "\(folder)/\(name)"
        try "#!/bin/sh\n\(text)\n".write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return path
    }

    // MARK: Files

    @Test(arguments: [
        ("15;0", false), ("0;15", true), ("0;default;7", true), ("12;8", false), ("0;9", true), ("", false),
        ("default", false),
    ])
    func `the terminal's own ground says whether the theme is light`(colors: String, isLight: Bool) {
        let outside = Outside.system(environment: ["COLORFGBG": colors])
        let (light, dark) = (Theme.light()[.window], Theme.dark()[.window])
        #expect(outside.theme(.terminal)[.window] == (isLight ? light : dark))
        #expect(outside.theme(.light)[.window] == light)
        #expect(outside.theme(.dark)[.window] == dark)
    }

    @Test func `a theme has the colours and characters that the terminal can show`() {
        func theme(_ colors: Capabilities.Colors) -> Theme {
            Outside.system(environment: [:], capabilities: Capabilities(colors: colors, isUTF8: false))
                .theme(.light)
        }
        #expect(theme(.none)[.window] == Theme.light(for: Capabilities(colors: .none))[.window])
        #expect(theme(.eight)[.window] == Theme.light(for: Capabilities(colors: .sixteen))[.window])
        #expect(theme(.palette)[.window] == Theme.light()[.window])
        #expect(theme(.palette).glyphs == .ascii)
    }

    @Test func `the file of keys lies among the person's settings, and need not be there`() throws {
        try FileManager.default.createDirectory(
            atPath: "\(folder)/carrier-editor", withIntermediateDirectories: false)
        let outside = Outside.system(environment: ["HOME": "/nowhere", "XDG_CONFIG_HOME": folder])
        #expect(outside.keyFile == "\(folder)/carrier-editor/keys")
        #expect(try outside.keyBindings() == nil)
        try "track = F5".write(toFile: outside.keyFile, atomically: true, encoding: .utf8)
        #expect(try outside.keyBindings() == Array("track = F5".utf8))
        #expect(Outside.system(environment: ["HOME": "/home/a"]).keyFile == "~/.config/carrier-editor/keys")
    }

    @Test func `a file is written for its owner alone and read back whole`() throws {
        let outside = Outside.system(environment: ["HOME": folder])
        let bytes = (0..<100_000).map { UInt8($0 % 251) }
        try outside.writeFile("~/out.json", bytes, false)
        #expect(try outside.readFile("\(folder)/out.json") == bytes)
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/out.json")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["out.json"])
    }

    @Test func `an old file is replaced only when that is allowed`() throws {
        let outside = Outside.system(environment: [:])
        try outside.writeFile("\(folder)/a", [1], false)
        #expect(throws: Outside.FileExists.self) { try outside.writeFile("\(folder)/a", [2], false) }
        #expect(try outside.readFile("\(folder)/a") == [1])
        try outside.writeFile("\(folder)/a", [3], true)
        #expect(try outside.readFile("\(folder)/a") == [3])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a"])
    }

    /// As on FAT (EPERM) and on some network file systems.
    @Test(arguments: [EPERM, EOPNOTSUPP, ENOSYS])
    func `a file system without second names gets its file, too, and keeps what is there`(reason: Int32)
        throws
    {
        let files = HomeFiles(home: nil) { _, _ in
            errno = reason
            return -1
        }
        try files.write("\(folder)/a", [1], mayReplace: false)
        #expect(try files.read("\(folder)/a") == [1])
        #expect(throws: Outside.FileExists.self) {
            try files.write("\(folder)/a", [2], mayReplace: false)
        }
        #expect(try files.read("\(folder)/a") == [1])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a"])
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/a")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `a person over SSH sits elsewhere`() {
        #expect(Outside.system(environment: ["SSH_CONNECTION": "x"]).isRemote())
        #expect(!Outside.system(environment: ["SSH_CONNECTION": ""]).isRemote())
    }

    @Test func `a path that leads nowhere is told in words`() throws {
        let outside = Outside.system(environment: [:])
        let error = #expect(throws: CarrierError.self) { try outside.readFile("\(folder)/none") }
        #expect(error?.message.contains("could not be opened: No such file or directory.") == true)
        #expect(throws: CarrierError.self) { try outside.writeFile("\(folder)/none/x", [], false) }
        // A device, a folder and a pipe are nobody's file to replace.
        #expect(throws: CarrierError.self) { try outside.writeFile("/dev/null", [4], true) }
        var found = stat()
        #expect(stat("/dev/null", &found) == 0 && found.st_mode & S_IFMT == S_IFCHR)
    }

    @Test func `reports are the files of a folder, sorted, without hidden ones and folders`() throws {
        let outside = Outside.system(environment: [:])
        for name in ["b.rpt", "a.rpt", ".hidden"] { try outside.writeFile("\(folder)/\(name)", [], false) }
        try FileManager.default.createDirectory(atPath: "\(folder)/sub", withIntermediateDirectories: false)
        #expect(outside.reports(folder) == ["a.rpt", "b.rpt"])
        #expect(outside.reports("\(folder)/none") == [])
    }

    // MARK: Browser

    @Test(arguments: ["SCRIPT", "SCRIPT %s", "/nowhere/browser:SCRIPT"])
    func `BROWSER is given the address as one argument`(form: String) async throws {
        let path = try script(
            "browser", "printf '%s|%s' \"$#\" \"$1\" > \(folder)/new; mv \(folder)/new \(folder)/seen")
        let outside = Outside.system(environment: [
            "BROWSER": form.replacingOccurrences(of: "SCRIPT", with: path), "SSH_CONNECTION": "x",
            "PATH": "/usr/bin:/bin",
        ])
        let address = "https://www.ups.com/?a=1&b=$(touch x) c"
        #expect(await outside.openBrowser(address))
        let deadline = ContinuousClock.now + .seconds(10)
        while !FileManager.default.fileExists(atPath: "\(folder)/seen"), ContinuousClock.now < deadline {
            await Task.yield()
        }
        #expect(try String(contentsOfFile: "\(folder)/seen", encoding: .utf8) == "1|\(address)")
    }

    @Test(arguments: [[:], ["DISPLAY": ":0", "SSH_CONNECTION": "x"], ["BROWSER": "/nowhere/browser"]])
    func `without a screen, over SSH or without a program there is no browser`(environment: [String: String])
        async
    {
        #expect(await !Outside.system(environment: environment).openBrowser("https://www.ups.com/"))
    }

    // MARK: Printers

    @Test func `the printers are what lpstat prints`() async throws {
        _ = try script("lpstat", "[ \"$1\" = -e ] && printf 'Laser\\nZebra\\n'")
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        setenv("PATH", "\(folder):\(path)", 1)
        defer { setenv("PATH", path, 1) }
        #expect(await Outside.system(environment: ["PATH": path]).printers() == ["Laser", "Zebra"])
    }
}
