import CarrierCore

/// What `track` tells of its answers: each in the order of the numbers, as soon as those before it have come.
struct TrackingReport {
    /// In the order of the numbers.
    private(set) var told: [TrackingAnswer] = []
    /// Those that wait for one before them, by their places.
    private var early: [Int: TrackingAnswer] = [:]
    private var table: TrackingTable?
    private var progress: Progress

    /// - Parameter isTable: whether the shipments are printed for people; the failures are told in any case.
    init(isTable: Bool, of count: Int) {
        table = isTable ? TrackingTable(hasActivities: count == 1) : nil
        progress = Progress(of: count)
    }

    mutating func take(_ answer: TrackingAnswer) {
        early[answer.place] = answer
        if early[told.count] != nil { progress.clear() }
        while let next = early.removeValue(forKey: told.count) {
            told.append(next)
            tell(next)
        }
        progress.step()
    }

    func end() {
        progress.clear()
    }

    private mutating func tell(_ answer: TrackingAnswer) {
        switch answer.result {
        case .success(let shipment):
            table?.print(shipment)
        case .failure(let error):
            Output.remark("carrier-editor: \(answer.number): \(error.message) \(error.advice)")
        }
    }
}

extension TrackingAnswer {
    /// Why there is no shipment.
    var error: CarrierError? {
        if case .failure(let error) = result { error } else { nil }
    }
}
