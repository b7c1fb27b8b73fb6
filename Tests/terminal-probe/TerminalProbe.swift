import CursesTerminal
import Glibc
import TerminalKit

/// A program for the tests: it takes a real terminal over, shows a picture, and tells on standard error what
/// came in.
///
/// Keys: `x` changes one cell, `r` draws all again, `m` turns mouse reports off, `c` copies, Ctrl+Z suspends,
/// `f` fails, `h` hangs, `e` exits without closing, `q` quits.
@main
struct TerminalProbe {
    static func main() {
        MainLoop.run {
            do {
                let terminal = try CursesTerminal.open()
                tell("ready \(terminal.size) \(terminal.capabilities)")
                await run(terminal)
                terminal.close()
                tell("closed")
                terminal.endBySignal()
            } catch {
                tell("\(error)")
                exit(64)
            }
        }
    }

    private static func run(_ terminal: CursesTerminal) async {
        var picture = Picture()
        terminal.show(picture.surface(size: terminal.size))
        tell("shown")
        let (events, continuation) = AsyncStream<Event>.makeStream()
        terminal.events.connect { event in
            if let event { continuation.yield(event) } else { continuation.finish() }
        }
        for await event in events {
            switch event {
            case .key(Key("x")): picture.isMarked.toggle()
            case .key(Key("r")): terminal.redraw()
            case .key(Key("m")): terminal.setMouseReporting(false)
            case .key(Key("c")): terminal.copyToClipboard("hé")
            case .key(Key("z", .control)): terminal.suspend()
            case .key(Key("f")): preconditionFailure("asked to fail")
            case .key(Key("h")):
                tell("hanging")
                while true { pause() }
            case .key(Key("e")): exit(0)
            case .key(Key("q")): return
            default: picture.caption = "\(event)"
            }
            terminal.show(picture.surface(size: terminal.size))
            tell("\(event)")
        }
    }

    private static func tell(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        write(STDERR_FILENO, bytes, bytes.count)
    }
}

/// What is on the screen: text of several kinds, colours, one cell that changes, and the last corner filled.
private struct Picture {
    var caption = "nothing yet"
    var isMarked = false

    func surface(size: Size) -> Surface {
        var surface = Surface(size: size)
        write("size \(size.width)x\(size.height)", at: Point(x: 0, y: 0), on: &surface)
        write(visible(caption), at: Point(x: 0, y: 1), on: &surface)
        write("|漢字|e\u{301}|👍🏽|🇺🇸|\u{1B}|│┐|", at: Point(x: 0, y: 2), on: &surface)
        let loud = Style(foreground: .palette(226), background: .palette(19), attributes: .bold)
        write("loud", at: Point(x: 0, y: 3), on: &surface, style: loud)
        let margin = size.width - 1
        surface[Point(x: margin, y: 5)] = Cell("漢")
        for y in 6..<max(6, size.height - 1) { surface[Point(x: margin, y: y)] = Cell("│") }
        surface[Point(x: 40, y: 12)] = Cell(isMarked ? "#" : ".")
        surface[Point(x: margin, y: size.height - 1)] = Cell("Z")
        surface.cursor = Point(x: 2, y: 4)
        return surface
    }

    private func write(_ text: String, at start: Point, on surface: inout Surface, style: Style = .plain) {
        var x = start.x
        for character in text {
            surface[Point(x: x, y: start.y)] = Cell(character, style: style)
            if character.columns == 2 {
                surface[Point(x: x + 1, y: start.y)] = Cell(" ", style: style, isContinuation: true)
            }
            x += max(1, character.columns)
        }
    }
}
