public import QualityCore

extension LexSarahCase {
    /// One closing of the case, and its reopening where there was one (*avslut*).
    public struct Closing: Hashable, Sendable, Codable {
        /// The day of closing.
        public let day: CalendarDate
        /// Who closed it.
        public let by: Stated<Signature>
        /// The day of reopening; `nil` while it stands.
        public internal(set) var reopened: CalendarDate?

        init(day: CalendarDate, by signature: Stated<Signature>) {
            self.day = day
            by = signature
        }
    }

    /// That the reports are handled in another case, and why (*sammanförd*).
    public struct Joining: Hashable, Sendable, Codable {
        /// The other case.
        public let other: RecordID<LexSarahCase>
        /// Why; may hold personal data.
        public let reason: String
        /// Who joined them, and when.
        public let by: Signature
    }

    /// That a private operator told the board of something (*information till nämnden*).
    public struct BoardInformation: Hashable, Sendable, Codable {
        /// What the board was told of. Closed.
        public enum Matter: Hashable, Sendable, Codable {
            /// A report received.
            case report(RecordID<MisconductReport>)
            /// The notification.
            case notification
        }

        /// What it was told of.
        public let matter: Matter
        /// Who told it, and when.
        public let by: Signature
    }

    /// The day when the first report was received, by which the case is counted (*rapporterad*).
    public var reported: CalendarDate { reports.map(\.received).min() ?? .earliest }

    /// The day when the operator first knew: the first report, or what made it known earlier (D-LAW-3).
    public var clockStart: CalendarDate { knowledge.map(\.day).min().map { min($0, reported) } ?? reported }

    /// The day when the investigation ended; `nil` while it is open (*utredning klar*).
    public var investigationEnded: CalendarDate? { rounds.last?.ended }

    /// The decision of degree that holds; `nil` until there is one (*bedömning*).
    public var decision: MisconductDecision? { decisions.last }

    /// The day of notification to the supervisory authority; `nil` when not notified (*anmäld till IVO*).
    public var notified: CalendarDate? { matter?.sent }

    /// Whether a serious misconduct is obvious at receipt.
    public var isSuspectedSerious: Bool {
        if case .yes = suspicion { true } else { false }
    }

    /// How far the notification has come; `nil` while nobody has assessed whether it is needed.
    public var notificationState: NotificationState? {
        guard let matter else {
            if decision?.degree.requiresNotification == true || isSuspectedSerious { return .toSend }
            return decision == nil ? nil : .notNeeded
        }
        if matter.ended != nil { return .ended }
        if matter.verdict != nil { return .authorityDecided }
        if !matter.supplements.isEmpty { return .supplemented }
        return matter.acknowledged == nil ? .sent : .acknowledged
    }

    /// The act among those beside each other under which the case is judged; `nil` where none is stated.
    public var basis: LegalBasis? {
        guard let bases = legalBases.value else { return nil }
        return bases.contains(.sol) ? .sol : bases.contains(.lss) ? .lss : nil
    }

    /// The day when the last note was written; a private file is kept from then (D-LXS-7).
    public var lastNote: CalendarDate? {
        let notes = rounds.flatMap(\.entries).map(\.note.author.day) + additions.map(\.author.day)
        return (notes + decisions.compactMap(\.day)).max()
    }

    /// The last day on which a private operator keeps the file under a law; `nil` for others and before any note.
    public func keptThrough(under law: Law) -> CalendarDate? {
        guard operatedBy.value == .privateOperator, let lastNote else { return nil }
        return law.provision(for: .keepPrivateFile, on: lastNote, basis: basis)?.deadline?.lastDay(from: lastNote)
    }

    /// Whole days from the first receipt to each closing, never negative.
    public var daysToClose: [Int] { closings.map { max(0, reported.days(to: $0.day)) } }

    static let gapMessage = LocalizedText(
        sv: "uppgiften saknas och behövs nu",
        en: "the fact is missing and needed now"
    )

    func violation(_ rule: String, field: String, _ message: LocalizedText) -> RuleViolation {
        RuleViolation(rule: rule, record: reference, field: field, message: message)
    }
}
