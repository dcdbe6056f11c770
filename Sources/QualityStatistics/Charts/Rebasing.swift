/// A place in a series from which a chart begins anew, with a centre line and limits of its own, and why.
///
/// Limits that follow every change show none, so that no chart is rebased without a recorded reason: a new routine, a
/// new way to count, a unit that closed. Swedish: *omräknade gränser*.
public struct Rebasing: Hashable, Sendable {
    /// The place of the first value of the new phase, from 0.
    public let position: Int

    /// What happened in the process, or to the counting, at that place.
    public let reason: String

    /// A rebasing at a place of a series.
    ///
    /// - Parameters:
    ///   - position: the place of the first value of the new phase, from 0.
    ///   - reason: what happened; not blank.
    /// - Throws: `out of range` where the reason is blank or the position is below 1.
    public init(at position: Int, because reason: String) throws(StatisticsError) {
        guard position >= 1 else { throw StatisticsError(.outOfRange, of: "position") }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw StatisticsError(.outOfRange, of: "reason") }
        self.position = position
        self.reason = reason
    }
}

/// A value that a chart shows and that neither its centre line, its limits nor its runs rest on, and why.
public struct Exclusion: Hashable, Sendable {
    /// The place of the value, from 0.
    public let position: Int

    /// The known cause that makes the value no part of the process.
    public let reason: String

    /// An exclusion of the value at a place of a series.
    ///
    /// - Parameters:
    ///   - position: the place of the value, from 0.
    ///   - reason: the known cause; not blank.
    /// - Throws: `out of range` where the reason is blank or the position is negative.
    public init(of position: Int, because reason: String) throws(StatisticsError) {
        guard position >= 0 else { throw StatisticsError(.outOfRange, of: "position") }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw StatisticsError(.outOfRange, of: "reason") }
        self.position = position
        self.reason = reason
    }
}
