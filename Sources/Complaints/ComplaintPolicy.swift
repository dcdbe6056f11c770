public import QualityCore

/// The board's times for complaints, in working days after the day of receipt (*nämndens tider*, D-CMP-4).
public struct ComplaintPolicy: Hashable, Sendable, Codable {
    /// Which days count.
    public let calendar: WorkingDays
    /// Working days to acknowledge, 0 or more.
    public let acknowledgeWithin: Int
    /// Working days to answer, not fewer than to acknowledge.
    public let answerWithin: Int

    /// The board's times; `nil` when one is negative or the answer is due before the acknowledgement.
    public init?(calendar: WorkingDays = .swedish, acknowledgeWithin: Int = 2, answerWithin: Int = 10) {
        guard 0 <= acknowledgeWithin, acknowledgeWithin <= answerWithin else { return nil }
        self.init(checked: calendar, acknowledgeWithin, answerWithin)
    }

    private init(checked calendar: WorkingDays, _ acknowledgeWithin: Int, _ answerWithin: Int) {
        self.calendar = calendar
        self.acknowledgeWithin = acknowledgeWithin
        self.answerWithin = answerWithin
    }

    /// Two and ten Swedish working days, as many municipalities have it.
    public static let standard = ComplaintPolicy(checked: .swedish, 2, 10)

    /// The last days of acknowledgement and answer to what came in on a day.
    public func deadlines(from received: CalendarDate) -> Complaint.Deadlines {
        Complaint.Deadlines(
            acknowledge: calendar.day(acknowledgeWithin, after: received) ?? .latest,
            answer: calendar.day(answerWithin, after: received) ?? .latest
        )
    }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard
            let policy = try ComplaintPolicy(
                calendar: container.decode(WorkingDays.self, forKey: .calendar),
                acknowledgeWithin: container.decode(Int.self, forKey: .acknowledgeWithin),
                answerWithin: container.decode(Int.self, forKey: .answerWithin)
            )
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .answerWithin,
                in: container,
                debugDescription: "the answer is due before the acknowledgement"
            )
        }
        self = policy
    }

    private enum CodingKeys: String, CodingKey { case calendar, acknowledgeWithin, answerWithin }
}

extension Complaint {
    /// The last days of acknowledgement and answer, fixed at receipt; met through the end of the day.
    public struct Deadlines: Hashable, Sendable, Codable {
        /// The last day to acknowledge.
        public let acknowledge: CalendarDate
        /// The last day to answer.
        public let answer: CalendarDate

        /// The last days of acknowledgement and answer.
        public init(acknowledge: CalendarDate, answer: CalendarDate) {
            self.acknowledge = acknowledge
            self.answer = answer
        }
    }
}
