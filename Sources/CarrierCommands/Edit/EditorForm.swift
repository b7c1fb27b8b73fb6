import ArgumentParser

/// As windows, or in lines.
struct EditorForm: ParsableArguments {
    @Flag(
        help:
            "Plain prompts and lines without redrawing, for screen readers and dumb terminals; taken by itself where TERM is dumb."
    )
    var accessible = false

    /// Windows need a terminal. Throws `.usage` without one.
    func inLines(_ context: Context) throws -> Bool {
        if TerminalEditor.goesInLines(accessible, context) { return true }
        try TerminalEditor.requireTerminal()
        return false
    }
}
