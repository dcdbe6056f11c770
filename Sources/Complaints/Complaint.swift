public import QualityCore

/// One submission of complaints and viewpoints, from receipt to answer (*klagomål och synpunkter*, SOSFS 2011:9 5 kap. 3 §).
///
/// A submission holds one or more viewpoints. Submissions and viewpoints are two counts and never one (D-CMP-2).
public struct Complaint: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "complaint")
    /// The version of the stored form.
    public static let schemaVersion = 2

    /// The identity of the record.
    public let id: RecordID<Complaint>
    /// The unit that it is about (*enhet*).
    public let unit: OrganisationUnitID
    /// The day of receipt, by which it is counted (*inkommen*).
    public let received: CalendarDate
    /// The way by which it came in.
    public let channel: Stated<SubmissionChannel>
    /// What the sender is to the operation, in the source's words (*avsändare*).
    public private(set) var sender: Stated<String>
    /// What it says, at least one viewpoint, in the order of the submission.
    public let viewpoints: [Viewpoint]
    /// What has been told and done since; its parts are read through the record.
    private(set) var course: Course

    /// A submission as received or as another system holds it.
    ///
    /// - Parameters:
    ///   - id: the identity.
    ///   - unit: the unit that it is about.
    ///   - received: the day of receipt.
    ///   - channel: the way by which it came in.
    ///   - sender: what the sender is to the operation, in the source's words.
    ///   - viewpoints: what it says.
    ///   - answered: the day of an answer that another system held without its text; `nil` for a new submission.
    ///   - receipt: what was written down at receipt; gaps where a source held nothing.
    ///   - policy: the board's times, which set the deadlines; `nil` where none run.
    /// - Throws: `RuleViolation` with rule `D-CMP-2` when it holds no viewpoint, `D-CMP-7` when it was answered before
    ///   it was received.
    public init(
        id: RecordID<Complaint>,
        unit: OrganisationUnitID,
        received: CalendarDate,
        channel: Stated<SubmissionChannel>,
        sender: Stated<String>,
        viewpoints: [Viewpoint],
        answered: CalendarDate? = nil,
        receipt: Receipt = .notStated(source: "import"),
        policy: ComplaintPolicy? = nil
    ) throws(RuleViolation) {
        var course = Course(receipt: receipt)
        if receipt.clockRuns { course.deadlines = policy?.deadlines(from: received) }
        course.isImported = answered != nil
        course.answer = answered.map { ComplaintAnswer(on: $0, notStatedBy: receipt.gapSource) }
        try self.init(
            id: id,
            unit: unit,
            received: received,
            channel: channel,
            sender: sender,
            viewpoints: viewpoints,
            course: course
        )
    }

    init(
        id: RecordID<Complaint>,
        unit: OrganisationUnitID,
        received: CalendarDate,
        channel: Stated<SubmissionChannel>,
        sender: Stated<String>,
        viewpoints: [Viewpoint],
        course: Course
    ) throws(RuleViolation) {
        self.id = id
        self.unit = unit
        self.received = received
        self.channel = channel
        self.sender = sender
        self.viewpoints = viewpoints
        self.course = course
        try checkStructure()
    }

    /// Changes the course by an act: the one way in which a submission changes.
    mutating func advance(under law: Law, _ change: (inout Course) -> Void) throws(RuleViolation) {
        try perform(under: law) { (complaint: inout Complaint) throws(RuleViolation) in
            change(&complaint.course)
            try complaint.checkStructure()
        }
    }
}

extension Complaint {
    /// Those whom it is about, and its handler. Who sent it is a text, and no reference.
    public var persons: RecordPersons {
        RecordPersons(concerned: receipt.concerns.value ?? [], assigned: [handling?.handler].compactMap(\.self))
    }

    /// The submission without its sender and how to reach them, or without those whom it is about.
    public func masked(_ fields: Set<ProtectedField>) -> Complaint {
        var masked = self
        if fields.contains(.reporter) {
            masked.sender = .notStated(source: ProtectedField.hidden)
            if case .reachable = receipt.contact.value {
                masked.course.receipt.contact = .notStated(source: ProtectedField.hidden)
            }
        }
        if fields.contains(.concerned) {
            masked.course.receipt.concerns = .notStated(source: ProtectedField.hidden)
        }
        return masked
    }

    /// Whether sender, contact and those whom it is about are alike.
    public func agrees(with other: Complaint, on fields: Set<ProtectedField>) -> Bool {
        (!fields.contains(.reporter) || sender == other.sender && receipt.contact == other.receipt.contact)
            && (!fields.contains(.concerned) || receipt.concerns == other.receipt.concerns)
    }
}

extension Complaint {
    /// What was written down at receipt.
    public var receipt: Receipt { course.receipt }
    /// The last days of acknowledgement and answer; `nil` where no clock runs.
    public var deadlines: Deadlines? { course.deadlines }
    /// Who acknowledged it, and when (*bekräftad*).
    public var acknowledged: Signature? { course.acknowledged }
    /// Who handles it, since when (*handläggare*).
    public var handling: Handling? { course.handling }
    /// Whether it tells of a possible misconduct; `nil` until someone has considered it.
    public var misconduct: Consideration? { course.misconduct }
    /// Why it is no appeal; `nil` until someone has said so.
    public var appealDenial: AppealDenial? { course.appealDenial }
    /// The theme under which it is answered together with others (*tema*).
    public var theme: ThemeMembership? { course.theme }
    /// The answer; `nil` until there is one (*svar*).
    public var answer: ComplaintAnswer? { course.answer }
    /// How it ended; `nil` while it goes on.
    public var ending: Ending? { course.ending }
    /// What it has led to: deviations, measures, Lex Sarah cases.
    public var links: [RecordReference] { course.links }
    /// The day of the answer; `nil` until there is one (*besvarad*).
    public var answered: CalendarDate? { course.answer?.day }
    /// The days from receipt to answer, never negative; `nil` until there is one.
    public var daysToAnswer: Int? { answered.map { received.days(to: $0) } }
    /// The days from receipt to the end, never negative; `nil` while it goes on.
    public var daysToEnd: Int? { ending.map { received.days(to: $0.day) } }

    /// How far it has come.
    public var phase: ComplaintPhase {
        switch course.ending {
        case .closed: .closed
        case .handedOver: .handedOver
        case .passedOn: .passedOnAsAppeal
        case .cancelled: .cancelled
        case nil:
            if course.answer != nil {
                .answered
            } else if course.theme != nil {
                .joinedToTheme
            } else if course.handling != nil {
                .underHandling
            } else if course.acknowledged != nil {
                .acknowledged
            } else {
                .received
            }
        }
    }

    /// Unit, days, status and codes of the record.
    public var facts: RecordFacts {
        RecordFacts(
            unit: unit,
            reported: received,
            dueOn: dueOn,
            status: phase.rawValue,
            observations: viewpoints.map { viewpoint in
                RecordFacts.Observation(
                    codes: [
                        .category: viewpoint.category.value.map { [$0] } ?? [],
                        .viewpointKind: [CategoryCode(rawValue: viewpoint.kind.rawValue)],
                        .channel: channel.value.map { [CategoryCode(rawValue: $0.rawValue)] } ?? [],
                        .sender: receipt.sender.value.map { [CategoryCode(rawValue: $0.rawValue)] } ?? [],
                        .legalBasis: (receipt.legalBases.value ?? []).map { CategoryCode(rawValue: $0.rawValue) },
                    ])
            }
        ).marking(conflictExceptions)
    }

    private var dueOn: CalendarDate? {
        switch phase {
        case .received: asksAboutAppeal ? received : deadlines?.acknowledge
        case .acknowledged: asksAboutAppeal ? received : deadlines?.answer
        case .underHandling, .joinedToTheme: deadlines?.answer
        case .answered, .closed, .handedOver, .passedOnAsAppeal, .cancelled: nil
        }
    }

    /// Whether it is about a decision, and nobody has said whether it is an appeal.
    var asksAboutAppeal: Bool {
        guard receipt.subject.value == .decision, appealDenial == nil else { return false }
        if case .passedOn = ending { return false }
        return true
    }
}

extension CodeDimension {
    /// What the sender of a submission is to the operation (*avsändare*).
    public static let sender = CodeDimension(rawValue: "sender")
}
