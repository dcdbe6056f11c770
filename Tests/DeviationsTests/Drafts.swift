import Deviations
import QualityCore
import TestSupport

extension Deviation {
    /// A deviation without a fault, of which a test changes one thing.
    static func draft(
        id: String = "avv:1",
        occurred: OccurrenceTime = .day(day("2024-03-05")),
        discovered: CalendarDate? = day("2024-03-06"),
        reported: CalendarDate = day("2024-03-07"),
        recorded: CalendarDate? = nil,
        legalBases: Stated<[LegalBasis]> = .value([.sol]),
        category: Stated<CategoryCode> = .value(CategoryCode(rawValue: "service.notDone")),
        account: Stated<String> = .value("Besöket blev inte av."),
        immediateAction: Stated<ImmediateAction> = .value(.nothing),
        place: Stated<String> = .value("Köket"),
        concerned: Stated<[ConcernedParty]> = .value([.person("p1", .affected)]),
        reporter: Stated<DeviationReporter> = .value(.named("nurse")),
        circumstances: [DeviationCircumstance] = [],
        risk: RiskEstimate? = RiskEstimate(severity: 2, probability: 3),
        phase: DeviationPhase = .reported,
        on enteredOn: CalendarDate? = nil
    ) throws -> Deviation {
        guard let id = RecordID<Deviation>(id) else { preconditionFailure("\(id) is no identity") }
        return try Deviation(
            DeviationReport(
                id: id,
                unit: OrganisationUnitID(rawValue: "U1"),
                occurred: occurred,
                discovered: discovered,
                reported: reported,
                recorded: recorded,
                legalBases: legalBases,
                category: category,
                place: place,
                account: account,
                immediateAction: immediateAction,
                concerned: concerned,
                reporter: reporter,
                circumstances: circumstances
            ),
            risk: risk,
            enteredAs: phase,
            on: enteredOn
        )
    }
}

/// The signature of someone on a day of March 2024, the report's month.
func sign(_ person: PersonReference = "chief", _ text: String = "2024-03-10") -> Signature {
    Signature(person, title: "enhetschef", on: day(text))
}

let measure = RecordReference(kind: RecordKind(rawValue: "measure"), id: "m1")
let lexSarahCase = RecordReference(kind: RecordKind(rawValue: "lexSarahCase"), id: "ls1")

/// Swedish law with the provisions on health care.
let healthCareLaw = Law.swedish

extension Deviation {
    /// A case with its assessment and a decision, on the simple way.
    static func decided(
        legalBases: [LegalBasis] = [.sol],
        reporter: DeviationReporter = .named("nurse")
    ) throws -> Deviation {
        var deviation = try draft(legalBases: .value(legalBases), reporter: .value(reporter))
        try deviation.review(by: sign(), under: .swedish)
        try deviation.assess(
            DeviationAssessment(actual: .minor, possible: .moderate, by: sign()),
            under: .swedish
        )
        try deviation.addCause("procedures.missing", from: DeviationCause.standardList(), by: sign(), under: .swedish)
        try deviation.decide("Rutinen ses över.", by: sign(), under: .swedish)
        return deviation
    }

    /// A case of which only the closing is left; in health care with all that closing asks for.
    static func followedUp(
        legalBases: [LegalBasis] = [.sol],
        reporter: DeviationReporter = .named("nurse")
    ) throws -> Deviation {
        var deviation = try decided(legalBases: legalBases, reporter: reporter)
        try deviation.recordFollowUp(by: sign(), under: .swedish)
        return deviation
    }

    mutating func tellAllOfInvestigation() throws {
        for item in InvestigationItem.allCases where item.isToldInNotes {
            try addNote(
                InvestigationNote("Text", source: "Samtal", nature: .fact, author: sign()),
                about: item,
                under: .swedish
            )
        }
    }
}
