/// The fields that a person fills in to make a record of a kind, each empty until then (*formulär*).
///
/// A structure of optional variables; nothing is `false` or zero before someone has said so. A field added later decodes
/// as empty from an older draft, so that a draft of every older form can be read.
public protocol DraftForm: Hashable, Sendable, Codable {
    /// What the form becomes.
    associatedtype Record: QualityRecord

    /// The version of the stored form; every older one can still be decoded.
    static var schemaVersion: Int { get }

    /// The fields in the order of the form, each once.
    static var fields: [DraftField<Self>] { get }

    /// The unit that the record is to belong to; `nil` until someone has chosen.
    var unit: OrganisationUnitID? { get }

    /// An empty form.
    init()

    /// What is wrong in ways that neither a field alone nor a rule of the record tells, such as in a row of a list.
    func detailProblems(_ submission: DraftSubmission<Self>) -> [DraftProblem]

    /// The record that the form would be; only ``Draft/submit(under:)`` can ask for it.
    ///
    /// Also made of a form with problems, to be judged by the rules of the record, as far as it can be.
    func record(_ submission: DraftSubmission<Self>) throws(RuleViolation) -> Record
}

extension DraftForm {
    /// The first version.
    public static var schemaVersion: Int { 1 }

    /// None.
    public func detailProblems(_ submission: DraftSubmission<Self>) -> [DraftProblem] { [] }

    /// The field that a problem is about, such as to put the cursor there; `nil` where it is about the record as a whole.
    public static func field(of problem: DraftProblem) -> DraftField<Self>? { field(closestTo: problem.field) }

    static func field(closestTo path: String) -> DraftField<Self>? {
        var closest: (field: DraftField<Self>, closeness: Int)?
        for field in fields {
            guard let closeness = field.closeness(to: path), closeness > closest?.closeness ?? 0 else { continue }
            closest = (field, closeness)
        }
        return closest?.field
    }
}

/// What a form needs to become a record: its identity and the law; made by a draft alone (*inskick*).
public struct DraftSubmission<Form: DraftForm>: Sendable {
    /// The identity of the record to be.
    public let id: RecordID<Form.Record>
    /// The law under which it is submitted.
    public let law: Law
    private let form: Form

    init(id: RecordID<Form.Record>, form: Form, law: Law) {
        self.id = id
        self.form = form
        self.law = law
    }

    /// The unit chosen, or none.
    public var unit: OrganisationUnitID { form.unit ?? .notChosen }

    /// What stands in a field that the record cannot be without.
    ///
    /// - Throws: `RuleViolation` with the rule that asks for the field.
    public func need<Value>(_ keyPath: KeyPath<Form, Value?>) throws(RuleViolation) -> Value {
        if let value = form[keyPath: keyPath] { return value }
        let field = Form.fields.first { $0.keyPath as AnyKeyPath == keyPath }
        throw RuleViolation(
            rule: field?.rule ?? DraftRule.missing,
            record: RecordReference(id),
            field: field?.name ?? "form",
            message: LocalizedText(sv: "uppgiften krävs", en: "the fact is required")
        )
    }

    /// What stands in a field that a rule may ask for; a gap where nothing does.
    public func stated<Value>(_ keyPath: KeyPath<Form, Value?>) -> Stated<Value> {
        form[keyPath: keyPath].map(Stated.value) ?? .notStated(source: "draft")
    }
}

/// The rules of drafts as such, which no requirement on a record is behind.
enum DraftRule {
    static let missing = "draft.missing"
    static let state = "draft.state"
}

extension OrganisationUnitID {
    /// The unit in the facts of a draft where nobody has chosen one; no organisation holds it (*ej vald*).
    public static let notChosen = OrganisationUnitID(rawValue: "")
}
