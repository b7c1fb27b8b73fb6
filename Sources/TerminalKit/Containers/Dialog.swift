extension Window {
    /// A window of views below each other and a line of buttons.
    public convenience init(
        _ title: String, placement: Placement = .fit, buttons: [Button] = [],
        @ViewBuilder _ views: () -> [View]
    ) {
        let views = views()
        let content = if views.count == 1, let view = views.first { view } else { Column { views } }
        let footer = buttons.isEmpty ? nil : Row(alignment: .trailing) { buttons }
        self.init(title, placement: placement, content: content, footer: footer)
    }
}
