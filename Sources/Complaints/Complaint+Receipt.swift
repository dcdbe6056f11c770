public import QualityCore

extension Complaint {
    /// What is written down when a submission comes in (*inlämning*, D-CMP-7).
    public struct Receipt: Hashable, Sendable, Codable {
        /// Who received it.
        public var receivedBy: Stated<PersonReference>
        /// What the sender is to the operation.
        public var sender: Stated<ComplaintSender>
        /// Whether and how the sender can be reached.
        public var contact: Stated<Contact>
        /// Whether the sender wants an answer.
        public var wish: Stated<AnswerWish>
        /// What it says, word for word; may hold personal data.
        public var words: Stated<String>
        /// Whether it is about a decision or about the operation.
        public var subject: Stated<Subject>
        /// The acts under which the service is given (*lagrum*).
        public var legalBases: Stated<[LegalBasis]>
        /// The persons that it concerns, by opaque reference; empty when it concerns nobody in particular.
        public var concerns: Stated<[PersonReference]>

        /// All that is written down of a new submission.
        public init(
            receivedBy: Stated<PersonReference>,
            sender: Stated<ComplaintSender>,
            contact: Stated<Contact>,
            wish: Stated<AnswerWish>,
            words: Stated<String>,
            subject: Stated<Subject>,
            legalBases: Stated<[LegalBasis]>,
            concerns: Stated<[PersonReference]>
        ) {
            self.receivedBy = receivedBy
            self.sender = sender
            self.contact = contact
            self.wish = wish
            self.words = words
            self.subject = subject
            self.legalBases = legalBases
            self.concerns = concerns
        }

        /// A receipt of which a source held nothing.
        public static func notStated(source: String) -> Receipt {
            Receipt(
                receivedBy: .notStated(source: source),
                sender: .notStated(source: source),
                contact: .notStated(source: source),
                wish: .notStated(source: source),
                words: .notStated(source: source),
                subject: .notStated(source: source),
                legalBases: .notStated(source: source),
                concerns: .notStated(source: source)
            )
        }

        /// Whether an answer is known to be unwanted or impossible.
        public var needsNoAnswer: Bool {
            wish.value == .notWanted || contact.value == .anonymous
        }

        /// Whether the board's times run: an answer is wanted and possible.
        public var clockRuns: Bool { wish.value == .wanted && !needsNoAnswer }

        /// Whether it is about health care and comes from a patient or someone close (PSL 3:8 b).
        public var isHealthCareComplaint: Bool {
            legalBases.value?.contains(.hsl) == true && (sender.value == .recipient || sender.value == .relative)
        }

        var gapSource: String {
            if case .notStated(let source) = words { source } else { "import" }
        }
    }

    /// Whether the sender wants an answer (*önskar svar*). Closed.
    public enum AnswerWish: String, Hashable, Sendable, Codable, CaseIterable {
        /// An answer is wanted.
        case wanted
        /// No answer is wanted.
        case notWanted
    }

    /// What a submission is about (*vad den gäller*). Closed.
    public enum Subject: String, Hashable, Sendable, Codable, CaseIterable {
        /// A decision about someone, so that it may be an appeal (*beslut*).
        case decision
        /// How the operation works (*verksamheten*).
        case operation
    }

    /// Whether and how a sender can be reached; prints nothing of it (*kontaktuppgift*). Closed.
    public enum Contact: Hashable, Sendable, Codable {
        /// The sender has not said who it is, and cannot be answered.
        case anonymous
        /// Name, address or number, as left; personal data.
        case reachable(String)
    }
}

extension Complaint.Contact: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Whether the sender can be reached, and not how.
    public var description: String {
        switch self {
        case .anonymous: "anonymous"
        case .reachable: "reachable"
        }
    }

    /// Whether the sender can be reached, and not how.
    public var debugDescription: String { description }

    /// A mirror without children, so that no dump shows the contact.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Complaint.AnswerWish: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .wanted: LocalizedText(sv: "Önskar svar", en: "Wants an answer")
        case .notWanted: LocalizedText(sv: "Önskar inte svar", en: "Wants no answer")
        }
    }
}

extension Complaint.Subject: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .decision: LocalizedText(sv: "Ett beslut", en: "A decision")
        case .operation: LocalizedText(sv: "Verksamheten", en: "The operation")
        }
    }
}
