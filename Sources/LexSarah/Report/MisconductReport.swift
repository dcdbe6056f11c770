public import QualityCore

/// One report of a misconduct, with its own receipt, reporter and answer; a case holds one or more (*rapport*).
///
/// It is never edited and never cancelled: it is decided to be none, or joined to another case (D-LXS-11).
public struct MisconductReport: Hashable, Sendable, Codable, Identifiable {
    /// The identity of the report.
    public let id: RecordID<MisconductReport>
    /// The day of receipt, by which it is counted (*mottagen*).
    public let received: CalendarDate
    /// Who reported.
    public let reporter: Stated<Reporter>
    /// How and by whom it was received.
    public let receipt: Stated<Receipt>
    /// When and how the event was noticed (*hur uppmärksammades det*).
    public let noticed: Stated<Noticed>
    /// When it occurred.
    public let occurred: OccurrenceTime
    /// What the report says; may hold personal data.
    public let account: Stated<String>
    /// Whether the reporter had an answer, or why not; `nil` until either.
    public internal(set) var answer: Consideration?

    /// A report as received.
    public init(
        id: RecordID<MisconductReport>,
        received: CalendarDate,
        reporter: Stated<Reporter>,
        receipt: Stated<Receipt>,
        noticed: Stated<Noticed>,
        occurred: OccurrenceTime,
        account: Stated<String>,
        answer: Consideration? = nil
    ) {
        self.id = id
        self.received = received
        self.reporter = reporter
        self.receipt = receipt
        self.noticed = noticed
        self.occurred = occurred
        self.account = account
        self.answer = answer
    }

    /// Who reported. Closed: a report always has a named reporter (D-LXS-1).
    public enum Reporter: Hashable, Sendable, Codable {
        /// Someone who performs tasks in the operation, with the role in it.
        case named(PersonReference, role: String)
        /// Anonymous information that the receiver has taken on as a report of their own.
        case anonymousSource(takenOnBy: PersonReference, role: String)

        /// The named reporter.
        public var person: PersonReference {
            switch self {
            case .named(let person, _), .anonymousSource(let person, _): person
            }
        }

        /// The reporter's role in the operation.
        public var role: String {
            switch self {
            case .named(_, let role), .anonymousSource(_, let role): role
            }
        }
    }

    /// How and by whom a report was received.
    public struct Receipt: Hashable, Sendable, Codable {
        /// The time of day on the day of receipt.
        public let time: TimeOfDay
        /// Which kind of operator received it.
        public let receiver: LexSarahOperator
        /// The person who received it.
        public let person: PersonReference
        /// In which form it came.
        public let form: Form

        /// A receipt.
        public init(at time: TimeOfDay, by person: PersonReference, of receiver: LexSarahOperator, form: Form) {
            self.time = time
            self.receiver = receiver
            self.person = person
            self.form = form
        }
    }

    /// In which form a report came. Closed.
    public enum Form: Hashable, Sendable, Codable {
        /// In writing.
        case written
        /// Told, and written down by the receiver with day and name (FL 27 §).
        case oral(writtenDown: Signature)
    }

    /// When and how an event was noticed.
    public struct Noticed: Hashable, Sendable, Codable {
        /// The day when someone became aware.
        public let day: CalendarDate
        /// How; may hold personal data.
        public let how: String

        /// A noticing.
        public init(on day: CalendarDate, how: String) {
            self.day = day
            self.how = how
        }
    }
}
