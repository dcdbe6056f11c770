public import QualityCore

/// Whether an event calls for another track, as decided by whom and when (*övervägt spår*, D-DEV-12).
public struct OtherTrackAnswer: Hashable, Sendable, Codable {
    /// Yes with the reference in the other system, or no with the reason. Closed.
    public enum Outcome: Hashable, Sendable, Codable {
        /// It goes on there, under the reference.
        case yes(reference: String)
        /// It does not.
        case no(reason: String)
    }

    /// The track that was considered.
    public let track: OtherTrack
    /// What was decided.
    public let outcome: Outcome
    /// Who decided.
    public let by: Signature
    /// The instant from which a clock of the track runs, such as awareness of a breach; `nil` where it has none.
    public let aware: Timestamp?

    /// An answer about one track.
    public init(_ track: OtherTrack, _ outcome: Outcome, by: Signature, aware: Timestamp? = nil) {
        self.track = track
        self.outcome = outcome
        self.by = by
        self.aware = aware
    }

    /// The last instant at which the track can be met in time; `nil` where it has no clock or is not taken.
    ///
    /// `hours`: how long each track has, in hours.
    public func due(after hours: [OtherTrack: Int]) -> Timestamp? {
        guard case .yes = outcome, let aware, let hours = hours[track] else { return nil }
        let (sum, isTooFar) = aware.microsecondsSince1970.addingReportingOverflow(Int64(hours) * 3_600_000_000)
        return isTooFar ? nil : Timestamp(microsecondsSince1970: sum)
    }
}
