extension MemoryTerminal {
    /// Keys that move and edit; none that closes a window or starts a command.
    public static let editingKeys: [Key] =
        [.tab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .backspace, .delete, .insert]
        .map { Key($0) }
        + [.tab, .left, .right, .home, .end].map { Key($0, .shift) }
        + "aZ5 é日".map { Key($0) }
        + "wky_r".map { Key($0, .control) }

    /// Acts at random and compares the screen after each act, where a program redraws only what changed, with
    /// the screen drawn afresh.
    ///
    /// The acts are key presses, and now and then a paste, the wheel, the mouse dragged, or a click into the
    /// text field that has the focus.
    ///
    /// - Returns: what differs first, with the acts that led there; nil when nothing does.
    public func drawingFault(
        in program: Program, using random: inout some RandomNumberGenerator, acts: Int = 200,
        keys: [Key] = editingKeys
    ) async -> String? {
        var done: [String] = []
        for _ in 0..<acts {
            guard let (event, name) = act(in: program, keys: keys, using: &random) else { return nil }
            done.append(name)
            send(event)
            await settle()
            while program.terminal != nil {
                guard let fresh = program.drawnAfresh() else {
                    await settle()
                    continue
                }
                guard let fault = fresh.difference(from: surface) else { break }
                return "after \(done.joined(separator: " ")): \(fault)"
            }
        }
        return nil
    }

    /// Something a person might do, and what to call it; nil when there are no keys.
    private func act(
        in program: Program, keys: [Key], using random: inout some RandomNumberGenerator
    ) -> (event: Event, name: String)? {
        let focused = program.topWindow?.focused
        func mouse(_ action: Mouse.Action, _ name: String, at point: Point) -> (event: Event, name: String) {
            (.mouse(Mouse(action, at: point)), "\(name)(\(point.x),\(point.y))")
        }
        switch Int.random(in: 0..<20, using: &random) {
        case 0:
            let text = String("paste é日\t1\n".shuffled(using: &random).prefix(4))
            return (.paste(text), "paste(\(visible(text)))")
        case 1: return mouse(.wheelUp, "wheelUp", at: randomPoint(using: &random))
        case 2: return mouse(.wheelDown, "wheelDown", at: randomPoint(using: &random))
        case 3: return mouse(.drag(.left), "drag", at: randomPoint(using: &random))
        case 4:
            guard let field = focused as? TextField else { fallthrough }
            let (origin, width) = (field.screenOrigin, max(1, field.bounds.width))
            let x = origin.x + Int.random(in: 0..<width, using: &random)
            return mouse(.press(.left), "press", at: Point(x: x, y: origin.y))
        default:
            // Nobody presses buttons at random: what they do is no part of drawing.
            let keys = focused is Button ? keys.filter { $0 != Key(" ") } : keys
            return keys.randomElement(using: &random).map { (.key($0), $0.title) }
        }
    }

    private func randomPoint(using random: inout some RandomNumberGenerator) -> Point {
        Point(
            x: Int.random(in: 0..<size.width, using: &random),
            y: Int.random(in: 0..<size.height, using: &random))
    }
}

extension Surface {
    /// Where another surface first differs from this one, in words; nil when it does not.
    fileprivate func difference(from other: Surface) -> String? {
        if size != other.size { return "the size differs" }
        for y in 0..<size.height where rows[y] != other.rows[y] {
            return "line \(y) is “\(other.lines[y])”, drawn afresh “\(lines[y])”"
        }
        return cursor == other.cursor ? nil : "the cursor differs"
    }
}
