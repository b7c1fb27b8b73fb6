internal import CarrierCore
internal import TerminalKit

extension [Problem] {
    /// What is wrong with a field of that JSON name, for the control that shows it.
    func message(_ field: String) -> String? {
        first { $0.field == field }?.message
    }
}

extension Desk {
    /// Shows an error beside the control that it is about, by its JSON name, or in a message box where there is none.
    func report(_ error: any Error, at controls: [String: Control]) async {
        guard let error = error as? CarrierError, error.code == .invalid,
            let control = error.subject.flatMap({ controls[$0] })
        else { return await report(error) }
        control.show(problem: error.message)
        control.focus()
    }
}

extension Array {
    /// `1 carrier`, `2 carriers`
    func counted(_ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
