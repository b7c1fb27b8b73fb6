/// A button: Enter, Space, its mnemonic or a click presses it.
///
/// Its action is an async function and may take its time; while it runs, the button cannot be pressed again.
/// An action that asks for them is given the modifiers that were held: Alt+Enter and Alt+click are the other way to press
/// a button.
@MainActor
public final class Button: View {
    /// What a press does, with the modifiers that were held.
    public typealias Action = @MainActor (Modifiers) async -> Void

    /// What stands on it, with its mnemonic.
    public var caption: Caption { didSet { if caption != oldValue { invalidate() } } }
    /// What Alt+Enter and Alt+click do, for the key bar.
    public var altTitle: String?
    /// Why it cannot be pressed while it is not enabled, in a few words.
    public var obstacle: String?
    /// What it is called in lines, where its caption is a sign.
    public var name: String?
    private let ownCommand: Command?
    private let isDefault: Bool
    private let action: Action?
    private(set) var isRunning = false
    /// Whether the mouse holds it down.
    private var isHeld = false

    /// A button with an action of its own; `command` lets keys bound to that command press it too.
    public init(
        _ caption: Caption, command: Command? = nil, isDefault: Bool = false, altTitle: String? = nil,
        action: @escaping Action
    ) {
        self.caption = caption
        self.altTitle = altTitle
        self.isDefault = isDefault
        ownCommand = command
        self.action = action
    }

    /// The same for an action to which it is one how it was pressed.
    public convenience init(
        _ caption: Caption, command: Command? = nil, isDefault: Bool = false,
        action: @escaping @MainActor () async -> Void
    ) {
        self.init(caption, command: command, isDefault: isDefault) { _ in await action() }
    }

    /// A button that closes its window with a command.
    public init(_ caption: Caption, closes command: Command, isDefault: Bool = false) {
        self.caption = caption
        self.isDefault = isDefault
        ownCommand = command
        action = nil
    }

    /// The buttons of most windows: OK and Close are pressed by Enter, Cancel and Close by Esc.
    public static func ok() -> Button { Button("OK", closes: .ok, isDefault: true) }
    public static func cancel() -> Button { Button("Cancel", closes: .cancel) }
    public static func close() -> Button { Button("Close", closes: .cancel, isDefault: true) }

    public override var canFocus: Bool { true }
    public override var mnemonic: Character? { caption.mnemonic }
    public override var command: Command? { ownCommand }
    public override var isDefaultButton: Bool { isDefault }

    public override var keyHints: [KeyHint] {
        let alt = altTitle.map { [KeyHint(Key(.enter, .alt), $0)] } ?? []
        return [KeyHint(Key(.enter), caption.text)] + alt + hints
    }

    public override var keepsWidth: Bool { true }

    public override func measure(width: Int) -> Size {
        Size(width: min(width, caption.columns + 4), height: 1)
    }

    public override func draw(on canvas: Canvas) {
        let (theme, glyphs) = (canvas.theme, canvas.glyphs)
        let style = style(isFocused ? .focusedButton : isDefault ? .defaultButton : .button, in: theme)
        canvas.fill(style: style)
        canvas.put(isFocused ? glyphs.focusLeft : "<", at: .zero, style: style)
        canvas.put(isFocused ? glyphs.focusRight : ">", at: Point(x: bounds.width - 1, y: 0), style: style)
        canvas.write(caption, at: Point(x: 2, y: 0), width: bounds.width - 3, style: style)
    }

    public override var cursor: Point? { Point(x: 2, y: 0) }

    public override func key(_ key: Key) -> Bool {
        guard [.enter, .character(" ")].contains(key.code), !key.modifiers.contains(.control) else {
            return false
        }
        activate(key.modifiers)
        return true
    }

    public override func mouse(_ event: MouseEvent) -> Bool {
        switch event.action {
        case .press(.left): isHeld = true
        case .drag(.left): isHeld = bounds.contains(event.position)
        case .release(.left):
            // The button may have moved since it was pressed: leaving a field can show what is wrong with it.
            if isHeld { activate(event.modifiers) }
            isHeld = false
        default: return false
        }
        return true
    }

    public override func activate(_ modifiers: Modifiers) {
        guard let action else {
            if let ownCommand { window?.close(ownCommand) }
            return
        }
        guard !isRunning else { return }
        isRunning = true
        host?.start { [weak self] in
            await action(modifiers)
            self?.isRunning = false
            self?.invalidate()
        }
    }
}
