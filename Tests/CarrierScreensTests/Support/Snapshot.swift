import Foundation
import TerminalKit
import Testing

extension ScreenStage {
    /// The sizes at which every window is looked at.
    nonisolated static let sizes = [Size(width: 80, height: 24), Size(width: 120, height: 40)]

    /// Compares the screen with `Snapshots/<name>-<width>x<height>.txt` at each of the sizes, in UTF-8, in ASCII and
    /// without colours; `RECORD_SNAPSHOTS=1` writes the files instead. The stage has its own size again afterwards.
    /// With `RECORD_PICTURES=<folder>` each window is drawn there as `<name>.svg`, as it is in colour at 80×24.
    ///
    /// - Parameter hidden: rows that are never twice the same, asked for in every picture.
    func expectSnapshot(
        _ name: String, hiding hidden: () throws -> Range<Int> = { 0..<0 },
        location: SourceLocation = #_sourceLocation
    ) async throws {
        await terminal.settle()
        let size = terminal.size
        for size in Self.sizes {
            await resize(to: size)
            if size == Self.sizes.first { try recordPicture(name) }
            var pictures = [picture(hiding: try hidden())]
            await wear(.dark(for: Capabilities(isUTF8: false)))
            pictures += ["-- ASCII", picture(hiding: try hidden())]
            await wear(.dark(for: Capabilities(colors: .none)))
            pictures += [
                "-- without colours: b bold, d dim, u underlined, r reversed",
                attributes(hiding: try hidden()),
            ]
            await wear(.dark())
            try compare(
                pictures.joined(separator: "\n") + "\n", with: "\(name)-\(size.width)x\(size.height)",
                location)
        }
        await resize(to: size)
    }

    func resize(to size: Size) async {
        terminal.resize(to: size)
        _ = await terminal.waits { [terminal] in terminal.surface.size == size }
        await terminal.settle()
    }

    private func wear(_ theme: Theme) async {
        let drawings = terminal.drawings
        program.theme = theme
        _ = await terminal.waits { [terminal] in terminal.drawings > drawings }
    }

    private func picture(hiding hidden: Range<Int>) -> String {
        let rows = terminal.lines.enumerated().map { hidden.contains($0) ? "(hidden)" : $1 }
        return withoutFolder(rows.joined(separator: "\n"))
    }

    /// With a name of the same length in place of the stage's own folder.
    private func withoutFolder(_ text: String) -> String {
        let elsewhere = "/folder".padding(toLength: folder.count, withPad: "-", startingAt: 0)
        return text.replacingOccurrences(of: folder, with: elsewhere)
    }

    private func attributes(hiding hidden: Range<Int>) -> String {
        terminal.surface.rows.enumerated().map { y, row in
            if hidden.contains(y) { return "(hidden)" }
            let marks = row.map { mark(of: $0.style.attributes) }.joined()
            return String(marks.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n")
    }

    private func mark(of attributes: Attributes) -> String {
        if attributes.contains(.reverse) { return "r" }
        if attributes.contains(.bold) { return "b" }
        if attributes.contains(.underline) { return "u" }
        return attributes.contains(.dim) ? "d" : " "
    }

    private func recordPicture(_ name: String) throws {
        guard let pictures = ProcessInfo.processInfo.environment["RECORD_PICTURES"] else { return }
        let title = program.topWindow?.title ?? name
        try withoutFolder(terminal.surface.svg(title: title))
            .write(toFile: "\(pictures)/\(name).svg", atomically: true, encoding: .utf8)
    }

    private func compare(_ picture: String, with name: String, _ location: SourceLocation) throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Snapshots/\(name).txt").path
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try picture.write(toFile: path, atomically: true, encoding: .utf8)
        }
        // A missing file is a picture that nobody has looked at.
        let recorded = (try? String(contentsOfFile: path, encoding: .utf8)) ?? "(no snapshot \(path))"
        #expect(picture == recorded, "\(name) looks different", sourceLocation: location)
    }
}
