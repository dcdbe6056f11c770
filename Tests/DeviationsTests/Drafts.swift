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
        legalBases: Stated<[LegalBasis]> = .value([.sol]),
        account: Stated<String> = .value("Besöket blev inte av."),
        immediateAction: Stated<ImmediateAction> = .value(.nothing),
        phase: DeviationPhase = .reported
    ) throws -> Deviation {
        guard let id = RecordID<Deviation>(id) else { preconditionFailure("\(id) is no identity") }
        return try Deviation(
            id: id,
            unit: OrganisationUnitID(rawValue: "U1"),
            occurred: occurred,
            discovered: discovered,
            reported: reported,
            legalBases: legalBases,
            category: .value(CategoryCode(rawValue: "service.notDone")),
            account: account,
            immediateAction: immediateAction,
            risk: RiskEstimate(severity: 2, probability: 3),
            phase: phase
        )
    }
}
