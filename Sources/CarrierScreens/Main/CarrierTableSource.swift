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
    /// Nil until it is asked for, since a filter makes the store look at every name.
    private var knownCount: Int? = 0
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
                (sorted, knownCount) = (lines, lines.count)
            } else {
                let first = try store.carrierSummaries(query, limit: Self.pageSize)
                knownCount = first.count < Self.pageSize ? first.count : nil
                (sorted, pages) = (nil, [0: first])
            }
        }
    }

    var count: Int {
        if let knownCount { return knownCount }
        // What cannot be counted is not asked for again and again.
        var count = pages[0]?.count ?? 0
        reading { count = try store.carrierCount(query) }
        knownCount = count
        return count
    }

    func rows(in range: Range<Int>) -> [CarrierLine] {
        let now = clock.now()
        return range.compactMap(summary).map { summary in
            CarrierLine(
                summary: summary, test: standing(of: summary, .test, now),
                production: standing(of: summary, .production, now))
        }
    }

    func position(of id: Int64) -> Int? {
        if let sorted { return sorted.firstIndex { $0.id == id } }
        for (number, page) in pages {
            if let offset = page.firstIndex(where: { $0.id == id }) { return number * Self.pageSize + offset }
        }
        if let knownCount, knownCount <= Self.pageSize { return nil }
        if let lastFound, lastFound.id == id, lastFound.position < count,
            summary(lastFound.position)?.id == id
        {
            return lastFound.position
        }
        var place: (position: Int?, count: Int)?
        reading { place = try store.carrierPlace(of: id, query) }
        guard let place else { return nil }
        knownCount = place.count
        lastFound = place.position.map { (id, $0) }
        return place.position
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
        lastFound = nil
        refresh(alertDays: alertDays)
    }

    private func standing(of summary: CarrierSummary, _ endpoint: EndpointType, _ now: Int64) -> KeyStanding {
        KeyStanding(keys.key(ofCarrier: summary.id, endpoint: endpoint), at: now, alertDays: alertDays)
    }

    /// The line at a position; nil when there are fewer than a moment ago.
    private func summary(_ index: Int) -> CarrierSummary? {
        if let sorted { return index < sorted.count ? sorted[index] : nil }
        let (number, offset) = index.quotientAndRemainder(dividingBy: Self.pageSize)
        if pages[number] == nil {
            if pages.count >= Self.pagesKept { pages = [:] }
            reading { pages[number] = try page(number) }
        }
        return pages[number].flatMap { offset < $0.count ? $0[offset] : nil }
    }

    /// A page, read from the end that is nearer.
    private func page(_ number: Int) throws -> [CarrierSummary] {
        let start = number * Self.pageSize
        let after = count - start - Self.pageSize
        guard after < start else {
            return try store.carrierSummaries(query, offset: start, limit: Self.pageSize)
        }
        var turned = query
        turned.isDescending.toggle()
        return try store.carrierSummaries(turned, offset: max(0, after), limit: Self.pageSize + min(0, after))
            .reversed()
    }

    /// By the urgency of a key, those of one urgency by name.
    private func ordered(by sort: (endpoint: EndpointType, isAscending: Bool)) throws -> [CarrierSummary] {
        let now = clock.now()
        return try store.carrierSummaries(query, limit: .max).enumerated()
            .map { (place: $0, summary: $1, urgency: standing(of: $1, sort.endpoint, now).urgency) }
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
