import ArgumentParser

/// As windows, or in lines.
struct EditorForm: ParsableArguments {
    @Flag(
        help:
            "Plain prompts and lines without redrawing, for screen readers and dumb terminals; taken by itself where TERM is dumb."
    )
    var accessible = false
}
