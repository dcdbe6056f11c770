public import QualityCore

/// One submission of complaints and viewpoints, from receipt to answer (*klagomål och synpunkter*, SOSFS 2011:9 5 kap. 3 §).
///
/// A submission holds one or more viewpoints. Submissions and viewpoints are two counts and never one (D-CMP-2).
public struct Complaint: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "complaint")
    /// The version of the stored form.
    public static let schemaVersion = 1

    /// The identity of the record.
    public let id: RecordID<Complaint>
    /// The unit that it is about (*enhet*).
    public let unit: OrganisationUnitID
    /// The day of receipt, by which it is counted (*inkommen*).
    public let received: CalendarDate
    /// The way by which it came in.
    public let channel: Stated<SubmissionChannel>
    /// What the sender is to the operation, in the source's words (*avsändare*).
    public let sender: Stated<String>
    /// What it says, at least one viewpoint, in the order of the submission.
    public let viewpoints: [Viewpoint]
    /// The day of the answer; `nil` until there is one (*besvarad*).
    public private(set) var answered: CalendarDate?

    /// A submission as received.
    ///
    /// - Throws: `RuleViolation` with rule `D-CMP-2` when it holds no viewpoint, `D-CMP-7` when it was answered before
    ///   it was received.
    public init(
        id: RecordID<Complaint>,
        unit: OrganisationUnitID,
        received: CalendarDate,
        channel: Stated<SubmissionChannel>,
        sender: Stated<String>,
        viewpoints: [Viewpoint],
        answered: CalendarDate? = nil
    ) throws(RuleViolation) {
        self.id = id
        self.unit = unit
        self.received = received
        self.channel = channel
        self.sender = sender
        self.viewpoints = viewpoints
        guard !viewpoints.isEmpty else {
            throw RuleViolation(
                rule: "D-CMP-2",
                record: RecordReference(id),
                field: "viewpoints",
                message: LocalizedText(sv: "minst en synpunkt krävs", en: "at least one viewpoint is required")
            )
        }
        if let answered {
            try answer(on: answered)
        }
    }

    /// Records the day on which the sender got an answer.
    ///
    /// - Throws: `RuleViolation` with rule `D-CMP-7` when the day lies before receipt or there is an answer already.
    public mutating func answer(on day: CalendarDate) throws(RuleViolation) {
        guard answered == nil, received <= day else {
            throw RuleViolation(
                rule: "D-CMP-7",
                record: reference,
                field: "answered",
                message: answered == nil
                    ? LocalizedText(sv: "svaret är daterat före ankomsten", en: "the answer is dated before receipt")
                    : LocalizedText(sv: "det finns redan ett svar", en: "there is an answer already")
            )
        }
        answered = day
    }

    /// Unit, days, status and codes of the record.
    public var facts: RecordFacts {
        RecordFacts(
            unit: unit,
            reported: received,
            status: answered == nil ? "received" : "answered",
            observations: viewpoints.map { viewpoint in
                RecordFacts.Observation(
                    codes: [
                        .category: viewpoint.category.value.map { [$0] } ?? [],
                        .viewpointKind: [CategoryCode(rawValue: viewpoint.kind.rawValue)],
                        .channel: channel.value.map { [CategoryCode(rawValue: $0.rawValue)] } ?? [],
                    ])
            }
        )
    }

    /// What is required of every submission beside its structure; nothing so far.
    public static var rules: [RecordRule<Complaint>] { [] }
}

extension Complaint {
    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(RecordID<Complaint>.self, forKey: .id),
            unit: container.decode(OrganisationUnitID.self, forKey: .unit),
            received: container.decode(CalendarDate.self, forKey: .received),
            channel: container.decode(Stated<SubmissionChannel>.self, forKey: .channel),
            sender: container.decode(Stated<String>.self, forKey: .sender),
            viewpoints: container.decode([Viewpoint].self, forKey: .viewpoints),
            answered: container.decodeIfPresent(CalendarDate.self, forKey: .answered)
        )
    }
}
