public import Complaints
import QualityCore

/// Reads submissions from files with one row a viewpoint (*klagomål och synpunkter*).
///
/// Rows with the same number are one submission and must agree on everything but the viewpoint.
public struct ComplaintReader: Sendable {
    /// The heads of the columns. A file must have those of number, receipt, operation, kind and category.
    public struct Columns: Hashable, Sendable {
        /// The registry number of the submission.
        public var number = "Diarienummer"
        /// The day of receipt.
        public var received = "Inkommen"
        /// The day of the answer; empty while there is none.
        public var answered = "Besvarad"
        /// The way by which it came in.
        public var channel = "Kanal"
        /// What the sender is to the operation.
        public var sender = "Avsändare"
        /// The operation that it is about.
        public var operation = "Verksamhet"
        /// The kind of the viewpoint.
        public var kind = "Typ"
        /// The category of the viewpoint.
        public var category = "Kategori"

        /// The heads that Swedish exports use.
        public static let swedish = Columns()

        /// The heads that a file must have.
        public var required: [String] { [number, received, operation, kind, category] }

        /// The heads of the fields that a rule may name.
        var headsByField: [String: String] {
            ["answered": answered]
        }
    }

    /// What all rows of one submission must agree on.
    private struct Submission: Hashable {
        let received: CalendarDate
        let answered: CalendarDate?
        let channel: String
        let sender: String
        let unit: OrganisationUnitID
    }

    private struct Gathering {
        let id: RecordID<Complaint>
        let submission: Submission
        var viewpoints: [Viewpoint]
        var rows: [RowPlace]
    }

    private let context: ImportContext
    private let columns: Columns

    /// A reader of submissions.
    public init(_ context: ImportContext, columns: Columns = .swedish) {
        self.context = context
        self.columns = columns
    }

    /// Reads every row of some files.
    ///
    /// - Throws: ``CSVError`` with code `missingColumn` when a file lacks a required head.
    public func read(_ tables: [CSVTable]) throws(CSVError) -> RecordImport<Complaint> {
        var result = RecordImport<Complaint>(heads: columns.headsByField)
        var gatherings: [Gathering] = []
        var positions: [RecordID<Complaint>: Int] = [:]
        for table in tables {
            result.takeMalformed(of: table)
            for head in columns.required { _ = try table.requiredColumn(head) }
            for row in table.rows {
                do throws(RefusedRow) {
                    let (id, submission, viewpoint) = try parts(row)
                    let place = RowPlace(file: table.name, line: row.line)
                    if let position = positions[id] {
                        guard gatherings[position].submission == submission else {
                            throw RowReader(row: row, record: RecordReference(id)).refusal(
                                columns.number,
                                "IMPORT-CONFLICT",
                                sv: "raden säger annat om inlämningen än en tidigare rad med samma nummer",
                                en: "the row says otherwise of the submission than an earlier row with its number"
                            )
                        }
                        gatherings[position].viewpoints.append(viewpoint)
                        gatherings[position].rows.append(place)
                    } else {
                        positions[id] = gatherings.count
                        gatherings.append(
                            Gathering(
                                id: id,
                                submission: submission,
                                viewpoints: [viewpoint],
                                rows: [place]
                            )
                        )
                    }
                } catch {
                    result.refused.append(error)
                }
            }
        }
        for gathering in gatherings {
            result.take(gathering.rows) { () throws(RuleViolation) in try complaint(gathering) }
        }
        return result
    }

    private func parts(_ row: CSVRow) throws(RefusedRow) -> (RecordID<Complaint>, Submission, Viewpoint) {
        let id: RecordID<Complaint> = try row.id(from: context.source, columns.number)
        let fields = RowReader(row: row, record: RecordReference(id))
        guard let unit = context.unit(operation: fields.text(columns.operation), unit: "") else {
            throw fields.missing(columns.operation)
        }
        let received = try fields.requiredDay(columns.received)
        guard
            let kind = try fields.choice(columns.kind, of: ViewpointKind.self, synonyms: ["klagomål": .dissatisfaction])
        else { throw fields.missing(columns.kind) }
        let submission = Submission(
            received: received,
            answered: try fields.day(columns.answered),
            channel: fields.text(columns.channel),
            sender: fields.text(columns.sender),
            unit: unit
        )
        let category = context.category(fields.text(columns.category), on: received)
        return (id, submission, Viewpoint(kind: kind, category: category))
    }

    private func complaint(_ gathering: Gathering) throws(RuleViolation) -> Complaint {
        let submission = gathering.submission
        let channel: SubmissionChannel? =
            switch submission.channel.lowercased() {
            case "": nil
            case "avvikelsesystemet": .deviationSystem
            default: SubmissionChannel(rawValue: submission.channel)
            }
        return try Complaint(
            id: gathering.id,
            unit: submission.unit,
            received: submission.received,
            channel: channel.map(Stated.value) ?? .notStated(source: context.source),
            sender: submission.sender.isEmpty ? .notStated(source: context.source) : .value(submission.sender),
            viewpoints: gathering.viewpoints,
            answered: submission.answered
        )
    }
}
