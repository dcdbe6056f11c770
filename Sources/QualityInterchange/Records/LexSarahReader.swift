public import LexSarah
import QualityCore

/// Reads Lex Sarah cases from files with one row a case.
public struct LexSarahReader: Sendable {
    /// The heads of the columns. A file must have those of number, report, operation and categories.
    public struct Columns: Hashable, Sendable {
        /// The registry number of the case.
        public var number = "Diarienummer"
        /// The day of the report.
        public var reported = "Rapporterad"
        /// The operation that it is about.
        public var operation = "Verksamhet"
        /// The categories, divided by `|`.
        public var categories = "Kategorier"
        /// The degree that was decided; empty until there is one.
        public var degree = "Bedömning"
        /// The day of notification to the supervisory authority; empty when not notified.
        public var notified = "Anmäld till IVO"
        /// The day when the investigation ended; empty while it is open.
        public var investigationEnded = "Utredning klar"

        /// The heads that Swedish exports use.
        public static let swedish = Columns()

        /// The heads that a file must have.
        public var required: [String] { [number, reported, operation, categories] }

        /// The heads of the fields that a rule may name.
        var headsByField: [String: String] {
            ["investigationEnded": investigationEnded, "notified": notified]
        }
    }

    private let context: ImportContext
    private let columns: Columns

    /// A reader of Lex Sarah cases.
    public init(_ context: ImportContext, columns: Columns = .swedish) {
        self.context = context
        self.columns = columns
    }

    /// Reads every row of some files.
    ///
    /// - Throws: ``CSVError`` with code `missingColumn` when a file lacks a required head.
    public func read(_ tables: [CSVTable]) throws(CSVError) -> RecordImport<LexSarahCase> {
        var result = RecordImport<LexSarahCase>(heads: columns.headsByField)
        var seen: Set<RecordID<LexSarahCase>> = []
        for table in tables {
            result.takeMalformed(of: table)
            for head in columns.required { _ = try table.requiredColumn(head) }
            result.takeEach(of: table, numbered: columns.number, unlessIn: &seen) { row throws(RefusedRow) in
                try lexSarahCase(row)
            }
        }
        return result
    }

    /// What systems call a report that its receiver sent back, which no receiver can do (D-DEV-6).
    private static let returned: Set<String> = ["återsänd", "återlämnad", "returnerad", "avvisad"]

    private func lexSarahCase(_ row: CSVRow) throws(RefusedRow) -> LexSarahCase {
        let id: RecordID<LexSarahCase> = try row.id(from: context.source, columns.number)
        let fields = RowReader(row: row, record: RecordReference(id))
        let reported = try fields.requiredDay(columns.reported)
        let ended = try fields.day(columns.investigationEnded)
        let notified = try fields.day(columns.notified)
        let isReturned = Self.returned.contains(fields.text(columns.degree).lowercased())
        let degree =
            isReturned
            ? nil
            : try fields.choice(
                columns.degree,
                of: MisconductDegree.self,
                synonyms: ["inget missförhållande": .noMisconduct]
            )
        guard let unit = context.unit(operation: fields.text(columns.operation), unit: "") else {
            throw fields.missing(columns.operation)
        }
        do throws(RuleViolation) {
            return try LexSarahCase(
                id: id,
                unit: unit,
                reported: reported,
                categories: fields.list(columns.categories).compactMap { context.category($0, on: reported).value },
                investigationEnded: ended,
                decision: isReturned
                    ? .returned(in: context.source)
                    : degree.map { MisconductDecision(degree: $0, motivation: .notStated(source: context.source)) },
                notified: notified
            )
        } catch {
            throw RefusedRow(error, at: RowPlace(file: row.file, line: row.line), heads: columns.headsByField)
        }
    }
}
