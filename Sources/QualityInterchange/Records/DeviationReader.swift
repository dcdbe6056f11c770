public import Deviations
import QualityCore

/// Reads deviations from files with one row an event (*avvikelser*).
public struct DeviationReader: Sendable {
    /// The heads of the columns. A file must have those of number, occurrence, report, operation and category.
    public struct Columns: Hashable, Sendable {
        /// The number of the deviation in the source.
        public var number = "Ärendenummer"
        /// The day when it happened; empty when nobody knows.
        public var occurredDay = "Händelsedatum"
        /// The time when it happened.
        public var occurredTime = "Händelsetid"
        /// The day when it was reported.
        public var reported = "Rapporterad"
        /// The unit where it happened.
        public var unit = "Enhet"
        /// The operation where it happened.
        public var operation = "Verksamhet"
        /// The legal bases, divided by `|`.
        public var legalBases = "Lagrum"
        /// The category.
        public var category = "Kategori"
        /// The heading under the category.
        public var heading = "Rubrik"
        /// The severity, 1 to 4.
        public var severity = "Allvarlighetsgrad"
        /// The probability, 1 to 4.
        public var probability = "Sannolikhet"
        /// What happened.
        public var account = "Beskrivning"
        /// What was done at once.
        public var immediateAction = "Omedelbar åtgärd"
        /// The phase.
        public var phase = "Status"

        /// The heads that Swedish exports use.
        public static let swedish = Columns()

        /// The heads that a file must have.
        public var required: [String] { [number, occurredDay, reported, operation, category] }

        /// The heads of the fields that a rule may name.
        var headsByField: [String: String] {
            ["occurred": occurredDay, "reported": reported, "legalBases": legalBases, "account": account]
        }
    }

    private let context: ImportContext
    private let columns: Columns

    /// A reader of deviations.
    public init(_ context: ImportContext, columns: Columns = .swedish) {
        self.context = context
        self.columns = columns
    }

    /// Reads every row of some files.
    ///
    /// - Throws: ``CSVError`` with code `missingColumn` when a file lacks a required head.
    public func read(_ tables: [CSVTable]) throws(CSVError) -> RecordImport<Deviation> {
        var result = RecordImport<Deviation>(heads: columns.headsByField)
        var seen: Set<RecordID<Deviation>> = []
        for table in tables {
            result.takeMalformed(of: table)
            for head in columns.required { _ = try table.requiredColumn(head) }
            result.takeEach(of: table, numbered: columns.number, unlessIn: &seen) { row throws(RefusedRow) in
                try deviation(row)
            }
        }
        return result
    }

    private func deviation(_ row: CSVRow) throws(RefusedRow) -> Deviation {
        let id: RecordID<Deviation> = try row.id(from: context.source, columns.number)
        let fields = RowReader(row: row, record: RecordReference(id))
        let reported = try fields.requiredDay(columns.reported)
        let occurred = try occurrence(fields)
        guard
            let unit = context.unit(operation: fields.text(columns.operation), unit: fields.text(columns.unit))
        else { throw fields.missing(columns.operation) }
        let bases = fields.list(columns.legalBases)
        let severity = try fields.level(columns.severity)
        let probability = try fields.level(columns.probability)
        let phase = try fields.choice(
            columns.phase,
            of: DeviationPhase.self,
            synonyms: ["ny": .reported, "pågående": .reviewed]
        )
        let action = fields.text(columns.immediateAction)
        do throws(RuleViolation) {
            return try Deviation(
                id: id,
                unit: unit,
                occurred: occurred,
                reported: reported,
                legalBases: bases.isEmpty
                    ? .notStated(source: context.source) : .value(bases.map(legalBasis)),
                category: context.category(
                    fields.text(columns.category),
                    heading: fields.text(columns.heading),
                    on: occurred.firstDay ?? reported
                ),
                account: fields.stated(columns.account, source: context.source),
                immediateAction: action.isEmpty
                    ? .notStated(source: context.source)
                    : .value(action.lowercased() == "ingen" ? .nothing : .taken(action)),
                risk: RiskEstimate(severity: severity, probability: probability),
                phase: phase ?? .reported
            )
        } catch {
            throw RefusedRow(error, at: RowPlace(file: row.file, line: row.line), heads: columns.headsByField)
        }
    }

    /// A known act however its letters are written, else the text as it stands.
    private func legalBasis(_ text: String) -> LegalBasis {
        let known: [LegalBasis] = [.sol, .lss, .hsl]
        return known.first { $0.rawValue.lowercased() == text.lowercased() } ?? LegalBasis(rawValue: text)
    }

    private func occurrence(_ fields: RowReader) throws(RefusedRow) -> OccurrenceTime {
        let time = try fields.time(columns.occurredTime)
        guard let day = try fields.day(columns.occurredDay) else { return .unknown }
        return time.map { .moment(day, $0) } ?? .day(day)
    }
}
