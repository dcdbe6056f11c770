/// What a method of surveillance says of the count of one period.
public enum OutbreakAssessment: Hashable, Sendable {
    /// The count is as expected, or below.
    case ordinary
    /// The count is above its bound: look at the events, there need be no outbreak.
    case aboveBound
    /// There were too few events lately for an alarm to mean anything.
    case tooFewEvents
    /// There is no count, or not enough of a past to compare it with.
    case notAssessed
}
