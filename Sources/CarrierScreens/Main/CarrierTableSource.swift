internal import CarrierCore
internal import TerminalKit

/// Feeds the table of carriers from the store, a page at a time: opening it costs the same for a hundred carriers and
/// for a hundred thousand. Only a sort by a key, which the store does not know, reads all lines.
final class CarrierTableSource: TableSource {
    typealias Element = CarrierLine

    private static let pageSize = 128
    private static let pagesKept = 16

    private let store: Store
    private let keys: KeyRing
    private let clock: WallClock
    private var alertDays = Settings().alertDays
    private var query = CarrierQuery()
    private var keySort: (endpoint: EndpointType, isAscending: Bool)?
    private var pages: [Int: [CarrierSummary]] = [:]
    /// All lines in order, while they are sorted by a key.
    private var sorted: [CarrierSummary]?
    /// Where the row last looked for was: it rarely moves.
    private var lastFound: (id: Int64, position: Int)?
    private(set) var count = 0
    /// Told of what the store said when it could not be read; the lines stay as they are.
    var onError: (any Error) -> Void = { _ in }

    init(store: Store, keys: KeyRing, clock: WallClock) {
        self.store = store
        self.keys = keys
        self.clock = clock
    }

    /// Forgets what was read: the store has changed.
    func refresh(alertDays: Int) {
        self.alertDays = alertDays
        reading {
            if let keySort {
                let lines = try ordered(by: keySort)
                (sorted, count) = (lines, lines.count)
            } else {
                let first = try store.carrierSummaries(query, limit: Self.pageSize)
                count = first.count < Self.pageSize ? first.count : try store.carrierCount(query)
                (sorted, pages) = (nil, [0: first])
            }
        }
    }

    func rows(in range: Range<Int>) -> [CarrierLine] {
        let now = clock.now()
        return range.compactMap(summary).map { summary in
            CarrierLine(
                summary: summary, test: word(for: summary, .test, now),
                production: word(for: summary, .production, now))
        }
    }

    func position(of id: Int64) -> Int? {
        if let sorted { return sorted.firstIndex { $0.id == id } }
        for (number, page) in pages {
            if let offset = page.firstIndex(where: { $0.id == id }) { return number * Self.pageSize + offset }
        }
        if count <= Self.pageSize, pages[0] != nil { return nil }
        if let lastFound, lastFound.id == id, lastFound.position < count,
            summary(lastFound.position)?.id == id
        {
            return lastFound.position
        }
        var position: Int?
        reading { position = try store.carrierPosition(of: id, query) }
        lastFound = position.map { (id, $0) }
        return position
    }

    func arrange(filter: String, sort: TableSort?) {
        query.filter = filter
        query.isDescending = sort?.isAscending == false
        query.order = .name
        keySort = nil
        switch sort?.column {
        case 2: query.order = .apiType
        case 3: query.order = .endpoint
        case 4: keySort = (.test, !query.isDescending)
        case 5: keySort = (.production, !query.isDescending)
        // "yes" before "no", as the store has it.
        case 6: query.order = .isInactive
        default: break
        }
        if keySort != nil { query.isDescending = false }
        refresh(alertDays: alertDays)
    }

    private func word(for summary: CarrierSummary, _ endpoint: EndpointType, _ now: Int64) -> KeyWord {
        KeyWord(keys.key(ofCarrier: summary.id, endpoint: endpoint), now: now, alertDays: alertDays)
    }

    /// The line at a position; nil when there are fewer than a moment ago.
    private func summary(_ index: Int) -> CarrierSummary? {
        if let sorted { return index < sorted.count ? sorted[index] : nil }
        let (number, offset) = index.quotientAndRemainder(dividingBy: Self.pageSize)
        if pages[number] == nil {
            if pages.count >= Self.pagesKept { pages = [:] }
            reading {
                pages[number] = try store.carrierSummaries(
                    query, offset: number * Self.pageSize, limit: Self.pageSize)
            }
        }
        return pages[number].flatMap { offset < $0.count ? $0[offset] : nil }
    }

    /// By the urgency of a key, those of one urgency by name.
    private func ordered(by sort: (endpoint: EndpointType, isAscending: Bool)) throws -> [CarrierSummary] {
        let now = clock.now()
        return try store.carrierSummaries(query, limit: .max).enumerated()
            .map { (place: $0, summary: $1, urgency: word(for: $1, sort.endpoint, now).urgency) }
            .sorted {
                if $0.urgency == $1.urgency { return $0.place < $1.place }
                return ($0.urgency < $1.urgency) == sort.isAscending
            }
            .map(\.summary)
    }

    private func reading(_ work: () throws -> Void) {
        do { try work() } catch { onError(error) }
    }
}
