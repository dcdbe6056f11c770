public import QualityCore

/// A reported misconduct or tangible risk of one, from report to decision and notification (*Lex Sarah-ärende*).
public struct LexSarahCase: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "lexSarahCase")
    /// The version of the stored form.
    public static let schemaVersion = 1

    /// The identity of the record.
    public let id: RecordID<LexSarahCase>
    /// The unit that it is about (*enhet*).
    public let unit: OrganisationUnitID
    /// The day when the report was received, by which the case is counted (*rapporterad*).
    public let reported: CalendarDate
    /// What it is about: several categories are possible, so shares of cases may exceed 100 % (D-LXS-10).
    public let categories: [CategoryCode]
    /// The day when the investigation ended; `nil` while it is open (*utredning klar*).
    public private(set) var investigationEnded: CalendarDate?
    /// The decision of degree; `nil` until there is one (*bedömning*).
    public private(set) var decision: MisconductDecision?
    /// The day of notification to the supervisory authority; `nil` when not notified (*anmäld till IVO*).
    public private(set) var notified: CalendarDate?

    /// A case as received or as another system holds it.
    ///
    /// - Throws: `RuleViolation` with rule `D-LXS-13` when the investigation ended, or `D-LXS-6` when the case was
    ///   notified, before the day of the report.
    public init(
        id: RecordID<LexSarahCase>,
        unit: OrganisationUnitID,
        reported: CalendarDate,
        categories: [CategoryCode],
        investigationEnded: CalendarDate? = nil,
        decision: MisconductDecision? = nil,
        notified: CalendarDate? = nil
    ) throws(RuleViolation) {
        self.id = id
        self.unit = unit
        self.reported = reported
        var seen: Set<CategoryCode> = []
        self.categories = categories.filter { seen.insert($0).inserted }
        if let investigationEnded { try endInvestigation(on: investigationEnded) }
        self.decision = decision
        if let notified { try notify(on: notified) }
    }

    /// Ends the investigation.
    ///
    /// - Throws: `RuleViolation` with rule `D-LXS-13` when the day lies before the report or it has ended already.
    public mutating func endInvestigation(on day: CalendarDate) throws(RuleViolation) {
        guard investigationEnded == nil else {
            throw violation(
                "D-LXS-13",
                field: "investigationEnded",
                LocalizedText(sv: "utredningen är redan avslutad", en: "the investigation has ended already")
            )
        }
        guard reported <= day else {
            throw violation(
                "D-LXS-13",
                field: "investigationEnded",
                LocalizedText(sv: "utredningen slutar före rapporten", en: "the investigation ends before the report")
            )
        }
        investigationEnded = day
    }

    /// Decides the degree.
    ///
    /// - Throws: `RuleViolation` with rule `D-LXS-5` when the motivation is missing or empty, `D-LXS-13` while the
    ///   investigation is open.
    public mutating func decide(_ decision: MisconductDecision) throws(RuleViolation) {
        guard investigationEnded != nil else {
            throw violation(
                "D-LXS-13",
                field: "decision",
                LocalizedText(sv: "utredningen är inte avslutad", en: "the investigation has not ended")
            )
        }
        guard let motivation = decision.motivation.value, !motivation.allSatisfy(\.isWhitespace) else {
            throw missingMotivation
        }
        self.decision = decision
    }

    /// Records the notification to the supervisory authority, possible at any time after the report.
    ///
    /// - Throws: `RuleViolation` with rule `D-LXS-6` when the day lies before the report or it is notified already.
    public mutating func notify(on day: CalendarDate) throws(RuleViolation) {
        guard notified == nil else {
            throw violation(
                "D-LXS-6",
                field: "notified",
                LocalizedText(sv: "ärendet är redan anmält", en: "the case is notified already")
            )
        }
        guard reported <= day else {
            throw violation(
                "D-LXS-6",
                field: "notified",
                LocalizedText(
                    sv: "anmälan är daterad före rapporten",
                    en: "the notification is dated before the report"
                )
            )
        }
        notified = day
    }

    /// Unit, days, status and codes of the record.
    public var facts: RecordFacts {
        RecordFacts(
            unit: unit,
            reported: reported,
            status: decision != nil ? "decided" : investigationEnded != nil ? "investigationEnded" : "received",
            observations: [
                RecordFacts.Observation(codes: [
                    .category: categories,
                    .degree: decision.map { [CategoryCode(rawValue: $0.degree.rawValue)] } ?? [],
                    .notification: notified == nil ? [] : [Self.notifiedCode],
                ])
            ]
        )
    }

    /// The code along the dimension `notification` of a case that has been notified.
    public static let notifiedCode = CategoryCode(rawValue: "notified")

    /// What is required of every case.
    public static var rules: [RecordRule<LexSarahCase>] {
        [
            RecordRule("D-LXS-5", field: "decision.motivation", message: motivationMessage) { record, _ in
                record.decision?.motivation.value?.allSatisfy(\.isWhitespace) == true
            }
        ]
    }

    private static let motivationMessage = LocalizedText(
        sv: "varje bedömning ska motiveras",
        en: "every degree needs a motivation"
    )

    private var missingMotivation: RuleViolation {
        violation("D-LXS-5", field: "decision.motivation", Self.motivationMessage)
    }

    private func violation(_ rule: String, field: String, _ message: LocalizedText) -> RuleViolation {
        RuleViolation(rule: rule, record: reference, field: field, message: message)
    }
}

extension LexSarahCase {
    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(RecordID<LexSarahCase>.self, forKey: .id),
            unit: container.decode(OrganisationUnitID.self, forKey: .unit),
            reported: container.decode(CalendarDate.self, forKey: .reported),
            categories: container.decode([CategoryCode].self, forKey: .categories),
            investigationEnded: container.decodeIfPresent(CalendarDate.self, forKey: .investigationEnded),
            decision: container.decodeIfPresent(MisconductDecision.self, forKey: .decision),
            notified: container.decodeIfPresent(CalendarDate.self, forKey: .notified)
        )
    }
}
