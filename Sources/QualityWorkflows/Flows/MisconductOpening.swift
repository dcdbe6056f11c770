public import LexSarah
public import QualityCore

/// What is asked for when a suspicion of misconduct is received into a case of its own (*mottagande av misstanke*).
///
/// The event is not copied: the report tells what its reporter told, and the record that it came from is linked.
public struct MisconductOpening: Hashable, Sendable {
    /// The identity of the case.
    public var id: RecordID<LexSarahCase>
    /// The report with its own receipt and reporter.
    public var report: MisconductReport
    /// The title of the person who received it, such as *enhetschef*.
    public var receiverTitle: String
    /// What it is about; can be filed later.
    public var categories: [CategoryCode]
    /// Who runs the operation.
    public var operatedBy: LexSarahOperator
    /// Whom it is about.
    public var concerned: PersonsConcerned
    /// Whether the danger is removed.
    public var remedy: RemedyState
    /// Whether a serious misconduct is obvious at receipt; `nil` until considered.
    public var suspicion: Consideration?

    /// All that opens a case, beside unit and acts, which the record that it comes from holds.
    public init(
        id: RecordID<LexSarahCase>,
        report: MisconductReport,
        receiverTitle: String,
        categories: [CategoryCode] = [],
        operatedBy: LexSarahOperator,
        concerned: PersonsConcerned,
        remedy: RemedyState,
        suspicion: Consideration? = nil
    ) {
        self.id = id
        self.report = report
        self.receiverTitle = receiverTitle
        self.categories = categories
        self.operatedBy = operatedBy
        self.concerned = concerned
        self.remedy = remedy
        self.suspicion = suspicion
    }

    func opened(
        in unit: OrganisationUnitID,
        legalBases: Stated<[LegalBasis]>,
        under law: Law
    ) throws(RuleViolation) -> LexSarahCase {
        // A gap of the origin is no basis; the case refuses to open without one (D-LXS-13).
        try LexSarahCase(
            id: id,
            unit: unit,
            receiving: report,
            categories: categories,
            legalBases: legalBases.value ?? [],
            operatedBy: operatedBy,
            concerned: concerned,
            remedy: remedy,
            suspicion: suspicion,
            under: law
        )
    }

    func receipt(of found: LexSarahCase) throws(RuleViolation) -> Signature {
        guard let receipt = report.receipt.value else {
            throw RuleViolation(
                rule: "D-LXS-13",
                record: found.reference,
                field: "reports.receipt",
                message: LocalizedText(sv: "uppgiften saknas och behövs nu", en: "the fact is missing and needed now")
            )
        }
        return Signature(receipt.person, title: receiverTitle, on: report.received)
    }
}
