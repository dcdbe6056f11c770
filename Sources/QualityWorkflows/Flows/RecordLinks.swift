public import Complaints
public import Deviations
public import Improvements
public import LexSarah
public import QualityCore
public import SelfChecks

/// What led to what among records, read in both directions from the links that each record holds (*kopplingar*).
///
/// A link stands once, in the record whose act made it, so its two directions never disagree.
public struct RecordLinks: Hashable, Sendable {
    /// Why one record points at another. Closed.
    public enum Ground: Hashable, Sendable {
        /// A suspicion of misconduct was received into a case (*misstanke*).
        case suspicion
        /// It led to the other record (*ledde till*).
        case ledTo
        /// A failed question led to the other record (*brist i egenkontroll*).
        case question(QuestionCode)
        /// The other record caused the measure (*källa*).
        case source
        /// The other record made the event known (*kännedom*).
        case madeKnown
        /// A demand of the supervisory authority became a measure (*krav från IVO*).
        case demand
    }

    /// One pointer from a record to another.
    public struct Link: Hashable, Sendable {
        /// The record that holds the pointer.
        public let from: RecordReference
        /// The record that it points at.
        public let to: RecordReference
        /// Why.
        public let ground: Ground
    }

    /// All links, in the order of the records that hold them.
    public let links: [Link]

    /// The links that some records hold.
    public init(
        deviations: [Deviation] = [],
        complaints: [Complaint] = [],
        cases: [LexSarahCase] = [],
        checks: [SelfCheck] = [],
        measures: [Measure] = []
    ) {
        var links: [Link] = []
        func add(_ from: RecordReference, _ to: RecordReference?, _ ground: Ground) {
            if let to { links.append(Link(from: from, to: to, ground: ground)) }
        }
        for deviation in deviations {
            for suspicion in deviation.suspicions { add(deviation.reference, suspicion.caseReference, .suspicion) }
            for link in deviation.measures { add(deviation.reference, link.measure, .ledTo) }
        }
        for complaint in complaints {
            for record in complaint.links { add(complaint.reference, record, .ledTo) }
        }
        for found in cases {
            for known in found.knowledge { add(found.reference, known.record, .madeKnown) }
            for demand in found.matter?.verdict?.demands ?? [] { add(found.reference, demand.measure, .demand) }
        }
        for check in checks {
            for (question, outcome) in check.outcomes.sorted(by: { $0.key < $1.key }) {
                switch outcome.value {
                case .deviation(let record), .measure(let record): add(check.reference, record, .question(question))
                case .accepted, nil: break
                }
            }
        }
        for measure in measures {
            for record in measure.proposal.sources.value ?? [] { add(measure.reference, record, .source) }
        }
        self.links = links
    }

    /// The links of which a record is either end.
    public func links(of record: RecordReference) -> [Link] {
        links.filter { $0.from == record || $0.to == record }
    }

    /// The records on the other end of a record's links, whichever of the two holds the pointer, each once.
    public func records(linkedTo record: RecordReference) -> [RecordReference] {
        var seen: Set<RecordReference> = [record]
        return links(of: record).map { $0.from == record ? $0.to : $0.from }.filter { seen.insert($0).inserted }
    }

    /// The questions of self-checks that led to a record (D-SLF-9).
    public func questions(leadingTo record: RecordReference) -> [QuestionReference] {
        links.compactMap { link in
            guard link.to == record, case .question(let question) = link.ground else { return nil }
            return QuestionReference(check: link.from, question: question)
        }
    }
}
