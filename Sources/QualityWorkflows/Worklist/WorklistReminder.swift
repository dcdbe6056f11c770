public import QualityCore

/// That someone should be reminded of an act (*påminnelse*).
public struct WorklistReminder: Hashable, Sendable, Codable {
    /// Why one reminds. Closed.
    public enum Ground: String, Hashable, Sendable, Codable, CaseIterable, Labelled {
        /// The last day draws near.
        case upcoming
        /// The last day has passed.
        case overdue

        /// The name that people read.
        public var label: LocalizedText {
            switch self {
            case .upcoming: LocalizedText(sv: "Snart sista dag", en: "Last day draws near")
            case .overdue: LocalizedText(sv: "Sista dagen har passerat", en: "Past its last day")
            }
        }
    }

    /// The record.
    public let record: RecordReference
    /// What is to be done.
    public let task: WorklistTask
    /// Which one, where the record has several of the task.
    public let detail: LocalizedText?
    /// The last day.
    public let due: CalendarDate
    /// Why.
    public let ground: Ground
}

extension Worklist {
    /// The reminders to send on the day of the list: each once, also when the day on which it first was due went by.
    ///
    /// A last day that is moved is reminded of anew.
    ///
    /// - Parameters:
    ///   - daysBefore: how many days before the last one to remind; the board's choice.
    ///   - sent: the reminders already sent.
    public func reminders(daysBefore: Int, sent: Set<WorklistReminder> = []) -> [WorklistReminder] {
        var known = sent
        return items.compactMap { item in
            guard let due = item.due, day.days(to: due) <= daysBefore || due < day else { return nil }
            let reminder = WorklistReminder(
                record: item.record,
                task: item.task,
                detail: item.detail,
                due: due,
                ground: due < day ? .overdue : .upcoming
            )
            return known.insert(reminder).inserted ? reminder : nil
        }
    }
}
