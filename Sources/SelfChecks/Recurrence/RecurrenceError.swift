/// Why a recurrence rule cannot be taken: which part of it is wrong, and how (*fel i upprepningsregel*).
///
/// It never holds text of the rule.
public struct RecurrenceError: Error, Hashable, Sendable {
    /// What is wrong with a part. Closed.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The part is required and is not there.
        case missing
        /// The part stands twice.
        case repeated
        /// The part cannot be read.
        case malformed
        /// A value of the part lies outside what RFC 5545 allows.
        case outOfRange
        /// The part or its value belongs to RFC 5545 but is not offered here.
        case unsupported
        /// The part cannot stand together with another part of the rule.
        case contradictory
    }

    /// A part of a rule by its name in RFC 5545. Closed.
    public enum Part: String, Hashable, Sendable, CaseIterable {
        /// The frequency.
        case frequency = "FREQ"
        /// The number of periods from one to the next.
        case interval = "INTERVAL"
        /// The number of occasions.
        case count = "COUNT"
        /// The last moment.
        case until = "UNTIL"
        /// Days of the week.
        case weekdays = "BYDAY"
        /// Days of the month.
        case monthDays = "BYMONTHDAY"
        /// Months of the year.
        case months = "BYMONTH"
        /// Positions within a period.
        case positions = "BYSETPOS"
        /// The first day of the week.
        case weekStart = "WKST"
        /// Weeks of the year; not offered.
        case weekNumbers = "BYWEEKNO"
        /// Days of the year; not offered.
        case yearDays = "BYYEARDAY"
        /// Hours of the day; not offered.
        case hours = "BYHOUR"
        /// Minutes of the hour; not offered.
        case minutes = "BYMINUTE"
        /// Seconds of the minute; not offered.
        case seconds = "BYSECOND"
        /// Another calendar (RFC 7529); not offered.
        case calendarScale = "RSCALE"
        /// What happens to days that do not exist (RFC 7529); not offered.
        case skip = "SKIP"
        /// The rule as a whole, or a part of no known name.
        case rule = "RRULE"
    }

    /// The id of the requirement that the rule breaks.
    public var rule: String { "D-SLF-6" }
    /// What is wrong.
    public let code: Code
    /// The part that is wrong.
    public let part: Part

    /// A fault of one part.
    public init(_ code: Code, in part: Part) {
        self.code = code
        self.part = part
    }
}

extension RecurrenceError: CustomStringConvertible {
    /// The requirement, the part and what is wrong with it; never text of the rule.
    public var description: String {
        let fault =
            switch code {
            case .missing: "is missing"
            case .repeated: "stands twice"
            case .malformed: "cannot be read"
            case .outOfRange: "has a value out of range"
            case .unsupported: "is not supported"
            case .contradictory: "cannot stand together with another part"
            }
        return "\(rule) \(part.rawValue): \(part.rawValue) \(fault)"
    }
}
