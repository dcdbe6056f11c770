public import Complaints
public import Deviations
public import LexSarah
public import QualityCore

/// A whole register of an invented board, drawn from a seed, for tests, previews and benchmarks (*exempelregister*).
///
/// The same seed, sizes and period give the same records on every platform. More of one kind leaves the other kinds
/// as they are. No text is about a real person: what looks like an identity number has a wrong check digit and a birth
/// in the 1880s, and is listed in ``plantedIdentityNumbers``.
public struct SampleRegister: Hashable, Sendable {
    /// The seed that the records are drawn from.
    public let seed: UInt64
    /// The days on which the events occur; reports and answers may follow some days after the last.
    public let period: CalendarPeriod
    /// The board, its areas, operations and units.
    public let organisation: Organisation
    /// What the records are filed under.
    public let classifications: Classifications
    /// Deviations in order of the day they are counted on; 100 or more show every phase.
    public let deviations: [Deviation]
    /// Submissions in order of receipt, each with one to four viewpoints.
    public let complaints: [Complaint]
    /// Lex Sarah cases in order of report; 40 or more show every degree and some that are not yet decided.
    public let lexSarahCases: [LexSarahCase]
    /// What looks like an identity number in the free text of a record: what a scan of the texts must find.
    public let plantedIdentityNumbers: [RecordReference: String]

    /// A register drawn from a seed.
    ///
    /// - Precondition: no number is negative.
    /// - Throws: `RuleViolation` when a record breaks a rule of its kind, which a fault here alone can cause.
    public init(
        seed: UInt64,
        period: CalendarPeriod = SampleRegister.defaultPeriod,
        deviations: Int = 1_000,
        complaints: Int = 150,
        lexSarahCases: Int = 40
    ) throws(RuleViolation) {
        let root = SeededGenerator(seed: seed)
        var boardRandom = root.branch(1)
        let board = try SampleBoard(&boardRandom)
        let classifications = try Classifications(in: period)
        let days = SeasonalDays(in: period)
        var planted: [RecordReference: String] = [:]

        var deviationSource = DeviationSource(
            random: root.branch(2),
            units: board.units,
            classification: classifications.deviations,
            lastDay: period.last
        )
        self.deviations = try deviationSource.draw(deviations, on: days, planted: &planted)
        var complaintSource = ComplaintSource(
            random: root.branch(3),
            units: board.units,
            classification: classifications.complaints
        )
        self.complaints = try complaintSource.draw(complaints, on: days)
        var caseSource = LexSarahSource(
            random: root.branch(4),
            units: board.units,
            classification: classifications.lexSarahCases
        )
        self.lexSarahCases = try caseSource.draw(lexSarahCases, on: days, planted: &planted)

        self.seed = seed
        self.period = period
        self.organisation = board.organisation
        self.classifications = classifications
        plantedIdentityNumbers = planted
    }

    /// The four years 2022 to 2025, through the change of the Social Services Act.
    public static var defaultPeriod: CalendarPeriod {
        guard let first = CalendarDate(year: 2022, month: 1, day: 1),
            let last = CalendarDate(year: 2025, month: 12, day: 31),
            let period = CalendarPeriod(first: first, last: last)
        else { preconditionFailure("the calendar has these days") }
        return period
    }
}
