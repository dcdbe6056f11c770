public import Complaints
public import Deviations
public import LexSarah

/// The times and rules that the law leaves to the board, gathered for a system (*nämndens egna regler*).
public struct QualityPolicies: Hashable, Sendable {
    /// The times of deviations.
    public var deviations: DeviationPolicy
    /// The times of complaints.
    public var complaints: ComplaintPolicy
    /// The targets of Lex Sarah cases.
    public var lexSarah: LexSarahPolicy
    /// What asks for a look at a deviation as a possible misconduct; no rule finds nothing.
    public var screening: MisconductScreening

    /// The board's rules, by default those that are usual and no screening.
    public init(
        deviations: DeviationPolicy = DeviationPolicy(),
        complaints: ComplaintPolicy = .standard,
        lexSarah: LexSarahPolicy = LexSarahPolicy(),
        screening: MisconductScreening = MisconductScreening(rules: [])
    ) {
        self.deviations = deviations
        self.complaints = complaints
        self.lexSarah = lexSarah
        self.screening = screening
    }
}
