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
}
