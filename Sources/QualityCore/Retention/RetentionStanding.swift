/// What a record says of itself when its disposal is asked for (*gallring*, D-SEC-8).
public struct RetentionStanding: Hashable, Sendable {
    /// A day from which a retention rule counts. Closed.
    public enum StartEvent: String, Hashable, Sendable, Codable, CaseIterable {
        /// The day of report or receipt (*inkom*).
        case received
        /// The day when it was closed for the last time (*avslutades*).
        case closed
        /// The day of the last note in it (*sista anteckningen*).
        case lastNote
    }

    /// Why a record may not be disposed of, whatever its age. Closed.
    public enum Stop: String, Hashable, Sendable, Codable, CaseIterable {
        /// Something is still to be done in it.
        case live
        /// A matter at the supervisory authority is open.
        case authorityMatter
        /// It has been appealed.
        case appeal
        /// Someone has asked for it to be released.
        case releaseRequest
        /// The host holds it back, as for research or a dispute.
        case hold
        /// It holds something that nobody has read.
        case unread
        /// Its kind does not say when it is finished.
        case unknownKind
    }

    /// The days that rules can count from; one that is missing leaves the rules that need it without effect.
    public var days: [StartEvent: CalendarDate]
    /// Who runs the operation; `nil` when not known, which no rule for some operators meets.
    public var operatedBy: OperatorKind?
    /// Why it may not be disposed of; empty for a finished record.
    public var stops: Set<Stop>

    /// What a record says of itself.
    public init(days: [StartEvent: CalendarDate], operatedBy: OperatorKind? = nil, stops: Set<Stop>) {
        self.days = days
        self.operatedBy = operatedBy
        self.stops = stops
    }

    /// A kind that says nothing is never disposed of.
    public static let unknown = RetentionStanding(days: [:], stops: [.unknownKind])
}

extension RetentionStanding.Stop: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .live: LocalizedText(sv: "Ärendet pågår", en: "The case is open")
        case .authorityMatter: LocalizedText(sv: "Öppet ärende hos IVO", en: "Open matter at the authority")
        case .appeal: LocalizedText(sv: "Överklagat", en: "Appealed")
        case .releaseRequest: LocalizedText(sv: "Begärt utlämnat", en: "Release asked for")
        case .hold: LocalizedText(sv: "Undantaget från gallring", en: "Held back from disposal")
        case .unread: LocalizedText(sv: "Oläst innehåll", en: "Unread content")
        case .unknownKind: LocalizedText(sv: "Slag utan gallringsuppgifter", en: "Kind without disposal data")
        }
    }
}

extension RetentionStanding.StartEvent: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .received: LocalizedText(sv: "Inkom", en: "Received")
        case .closed: LocalizedText(sv: "Avslutades", en: "Closed")
        case .lastNote: LocalizedText(sv: "Sista anteckningen", en: "Last note")
        }
    }
}
