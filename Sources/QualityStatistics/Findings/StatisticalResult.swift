/// The result of a method, with what a reader needs in order to judge it.
public protocol StatisticalResult: Hashable, Sendable {
    /// The method that gave the result.
    var method: StatisticalMethod { get }

    /// What the method assumes of the data, and whether it holds.
    var assumptions: [Assumption] { get }

    /// The number of values that the result rests on, missing ones not counted.
    var sample: Int { get }
}
