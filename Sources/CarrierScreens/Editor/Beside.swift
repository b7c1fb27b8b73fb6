internal import TerminalKit

/// A view that takes what room it likes, with a small one right beside it.
final class Beside: View {
    private let main: View
    private let side: View

    init(_ main: View, _ side: View) {
        self.main = main
        self.side = side
        super.init()
        add(main)
        add(side)
    }

    override var mnemonicTarget: View? { main.mnemonicTarget }

    private func sideWidth(in width: Int) -> Int {
        side.isVisible ? side.measure(width: width).width + 1 : 0
    }

    override func measure(width: Int) -> Size {
        let sideWidth = sideWidth(in: width)
        let size = main.measure(width: width - sideWidth)
        return Size(width: size.width + sideWidth, height: size.height)
    }

    override func layout() {
        let width = bounds.width - sideWidth(in: bounds.width)
        main.place(in: Rect(x: 0, y: 0, width: width, height: bounds.height))
        side.place(in: Rect(x: width + 1, y: 0, width: bounds.width - width - 1, height: 1))
    }
}
