/// What a piece of the screen is, so that a theme can say how it looks.
public enum Role: Int, Hashable, Sendable, CaseIterable {
    /// The ground behind all windows.
    case desktop
    /// The inside of a window, and plain text there.
    case window
    case frame, activeFrame, title
    case label
    /// Text and marks that are to be noticed.
    case emphasis
    /// Text that matters less: hints, placeholders.
    case faint
    case field
    /// The marks of the control that has the focus.
    case focusedField
    case disabled
    /// Selected text within a field.
    case textSelection
    case button, focusedButton, defaultButton
    case tableHead
    /// The current row of a list that has the focus, and of one that has not.
    case selection, idleSelection
    case success, warning, error
    case scrollBar, progress
    case menu, menuSelection
    case keyBar, keyBarKey
}
