public import QualityCore

/// That someone should be reminded of an expected occasion (*påminnelse*).
public struct OccasionReminder: Hashable, Sendable, Codable {
    /// Why one reminds. Closed.
    public enum Ground: String, Hashable, Sendable, Codable, CaseIterable, Labelled {
        /// The occasion draws near.
        case upcoming
        /// The last day has passed.
        case overdue

        /// The name that people read.
        public var label: LocalizedText {
            switch self {
            case .upcoming: LocalizedText(sv: "Snart dags", en: "Soon due")
            case .overdue: LocalizedText(sv: "Passerad sista dag", en: "Past its last day")
            }
        }
    }

    /// The occasion.
    public let occasion: PlannedOccasion
    /// Why.
    public let ground: Ground

    /// A reminder, as sent or to be sent.
    public init(_ occasion: PlannedOccasion, _ ground: Ground) {
        self.occasion = occasion
        self.ground = ground
    }
}

extension OccasionLedger {
    /// The reminders to send on a day: each once, also when the day on which it first was due went by.
    ///
    /// - Parameters:
    ///   - lines: the occasions as they stand on the day, caught up through at least `daysBefore` days after it.
    ///   - daysBefore: how many days before the expected day one reminds; the board's choice.
    ///   - sent: the reminders already sent.
    ///   - day: the day of sending.
    public static func reminders(
        for lines: [Line],
        daysBefore: Int,
        sent: Set<OccasionReminder>,
        on day: CalendarDate
    ) -> [OccasionReminder] {
        lines.compactMap { line in
            let ground: OccasionReminder.Ground
            switch line.standing {
            case .open where day.days(to: line.entry.occasion.expected) <= daysBefore: ground = .upcoming
            case .missed: ground = .overdue
            case .open, .done, .late, .cancelled: return nil
            }
            let reminder = OccasionReminder(line.entry.occasion, ground)
            return sent.contains(reminder) ? nil : reminder
        }
    }
}
