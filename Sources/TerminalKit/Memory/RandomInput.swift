/// Numbers that follow from a seed (SplitMix64), so that a failed test can be run again.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) {
        state = seed
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension MemoryTerminal {
    /// Keys that move and edit; none that closes a window or starts a command.
    public static let editingKeys: [Key] =
        [.tab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .backspace, .delete, .insert]
        .map { Key($0) }
        + [.tab, .left, .right, .home, .end].map { Key($0, .shift) }
        + "aZ5 é日".map { Key($0) }

    /// Presses keys at random and compares the screen after each, where a program redraws only what changed,
    /// with the screen drawn afresh.
    ///
    /// - Returns: what differs first, with the seed and the keys that led there; nil when nothing does.
    public func drawingFault(
        in program: Program, seed: UInt64, presses: Int = 200, keys: [Key] = editingKeys
    ) async -> String? {
        var generator = SeededGenerator(seed: seed)
        var pressed: [String] = []
        for _ in 0..<presses {
            guard let key = keys.randomElement(using: &generator) else { return nil }
            pressed.append(key.title)
            send(.key(key))
            await settle()
            let shown = surface
            program.invalidate()
            await settle()
            if let fault = surface.difference(from: shown) {
                return "seed \(seed), after \(pressed.joined(separator: " ")): \(fault)"
            }
        }
        return nil
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
