/// A view that holds a value which can be wrong: checked when left and again on OK, never trapping the focus.
@MainActor
open class Control: View {
    /// What is wrong with the value; shown beside or below the control.
    public internal(set) var problem: String? { didSet { if problem != oldValue { invalidate() } } }
    /// Says what is wrong, or nil; asked only when something stands in the control or nothing is required.
    public var check: (@MainActor () -> String?)?
    public var isRequired = false
    /// Shows its value and takes the focus, but no changes.
    public var isReadOnly = false
    /// How messages call it; a ``Field`` gives it its own title.
    public var name = ""

    /// Whether nothing has been entered.
    open var isEmpty: Bool { false }

    open override var canFocus: Bool { true }

    /// Checks the value and shows what is wrong; true when nothing is.
    @discardableResult
    public func validate() -> Bool {
        problem = isRequired && isEmpty ? "\(name.isEmpty ? "This" : name) is required." : check?()
        return problem == nil
    }

    /// Shows a problem found elsewhere, until the value is changed.
    public func show(problem: String?) {
        self.problem = problem
    }

    /// To be called by a control after each change of its value; a problem that is gone no longer shows.
    public func valueChanged() {
        if problem != nil { validate() }
        invalidate()
    }

    /// The same for a change that shows in the control alone; see ``View/redraw()``.
    func contentChanged() {
        if problem != nil { validate() }
        redraw()
    }

    open override func focusChanged(_ isFocused: Bool) {
        super.focusChanged(isFocused)
        if !isFocused, isActive, isShown { validate() }
    }
}
