import TerminalKit
import TestSupport
import Testing

extension RealTerminalTests {
    @Suite struct MarginTests {
        @Test(arguments: ["xterm-256color", "linux", "vt100"])
        func `the last column is filled and never passed, at every width and height`(term: String) throws {
            let probe = try Probe(term: term, columns: 40, rows: 12)
            var screen = ScreenModel(columns: 40, rows: 12)
            screen.feed(probe.takeOutput())
            for width in 41...300 {
                let height = 12 + (width - 40) * 88 / 260
                screen.resize(columns: width, rows: height)
                try probe.resize(columns: width, rows: height)
                try probe.wait(for: "\(Event.resize(Size(width: width, height: height)))")
                screen.feed(probe.takeOutput())
                let lines = screen.lines
                try #require(screen.faults == [], "\(width)×\(height)")
                try #require(lines[0] == "size \(width)x\(height)")
                try #require(lines[6..<height - 1].allSatisfy { $0.count == width && $0.last == "│" })
                try #require(lines[height - 1].count == width && lines[height - 1].last == "Z")
                #expect(lines[5].isEmpty, "a wide character has no room in the last column")
            }
        }
    }
}
