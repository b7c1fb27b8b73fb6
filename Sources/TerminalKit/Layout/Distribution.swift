/// Shares out lengths along one axis.
public enum Distribution {
    /// What each part gets of `available` cells: parts without weight their own length, the others the rest
    /// by weight.
    ///
    /// Where the parts without weight need more than there is, the last ones lose.
    public static func share(_ available: Int, lengths: [Int], weights: [Int], spacing: Int = 0) -> [Int] {
        var left = max(0, available - spacing * max(0, lengths.count - 1))
        var shares = Array(repeating: 0, count: lengths.count)
        for index in lengths.indices where weights[index] == 0 {
            shares[index] = min(left, lengths[index])
            left -= shares[index]
        }
        var weight = weights.reduce(0, +)
        for index in lengths.indices where weights[index] > 0 {
            shares[index] = left * weights[index] / weight
            left -= shares[index]
            weight -= weights[index]
        }
        return shares
    }

    /// What each part gets of `spare` cells: by weight, and none more than it needs.
    static func fill(_ spare: Int, needs: [Int], weights: [Int]) -> [Int] {
        var shares = needs.map { _ in 0 }
        var left = spare
        while left > 0 {
            let open = needs.indices.filter { weights[$0] > 0 && shares[$0] < needs[$0] }
            guard !open.isEmpty else { break }
            let offers = share(left, lengths: open.map { _ in 0 }, weights: open.map { weights[$0] })
            for (index, offer) in zip(open, offers) {
                let taken = min(offer, needs[index] - shares[index])
                shares[index] += taken
                left -= taken
            }
        }
        return shares
    }
}
