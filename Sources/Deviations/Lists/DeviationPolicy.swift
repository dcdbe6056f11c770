/// The times that law or the board give the handling of deviations (*tidsgränser*), as data.
public struct DeviationPolicy: Hashable, Sendable, Codable {
    /// The days after which a reported case must have been begun.
    public var daysToBegin: Int
    /// The days after which a deviation sent to or received from another principal should be answered.
    public var daysToAnswerPrincipal: Int
    /// The hours that each other track has from awareness.
    public var hoursOfTracks: [OtherTrack: Int]

    /// A policy: 30 days to begin and to answer, 72 hours for a personal-data breach (GDPR article 33).
    public init(
        daysToBegin: Int = 30,
        daysToAnswerPrincipal: Int = 30,
        hoursOfTracks: [OtherTrack: Int] = [.personalDataBreach: 72]
    ) {
        self.daysToBegin = daysToBegin
        self.daysToAnswerPrincipal = daysToAnswerPrincipal
        self.hoursOfTracks = hoursOfTracks
    }
}
