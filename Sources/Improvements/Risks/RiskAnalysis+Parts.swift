public import QualityCore

extension RiskAnalysis {
    /// What asked for the analysis (*anledning*). Closed: the occasions of D-RSK-4, and the continuous duty.
    public enum Trigger: String, Hashable, Sendable, Codable, CaseIterable {
        /// The organisation changes (*omorganisation*).
        case reorganisation
        /// A process gets a new version (*ny version av process*).
        case processVersion
        /// The staffing changes (*ändrad bemanning*).
        case staffing
        /// The way of working changes (*ändrad metod*).
        case method
        /// The technology changes (*ny teknik*).
        case technology
        /// Nothing but the continuous duty (*fortlöpande*).
        case continuous
    }

    /// Why, of what and with whom: what whoever starts an analysis fills in (*uppdrag*).
    public struct Assignment: Hashable, Sendable, Codable {
        /// What asked for it.
        public var trigger: Trigger
        /// The change that asked for it, such as a version of a process; `nil` for the continuous duty.
        public var change: RecordReference?
        /// What is analysed and what is not (*avgränsning*).
        public var scope: Stated<String>
        /// Who took part, with title (*deltagare*).
        public var participants: Stated<[Participant]>

        /// An assignment.
        public init(
            trigger: Trigger,
            change: RecordReference?,
            scope: Stated<String>,
            participants: Stated<[Participant]>
        ) {
            self.trigger = trigger
            self.change = change
            self.scope = scope
            self.participants = participants
        }
    }

    /// Someone who took part, and in what capacity (*deltagare*).
    public struct Participant: Hashable, Sendable, Codable {
        /// The person.
        public let person: PersonReference
        /// The title or role.
        public let title: String

        /// A participant.
        public init(_ person: PersonReference, title: String) {
            self.person = person
            self.title = title
        }
    }

    /// One event that might occur, with its causes, its barriers and every assessment of it (*möjlig händelse*).
    public struct PossibleEvent: Hashable, Sendable, Codable {
        /// What might occur; may hold personal data.
        public internal(set) var account: Stated<String>
        /// Why it might; `nil` until someone has asked (*orsaker*).
        public internal(set) var causes: [CategoryCode]?
        /// What stands in its way, empty when nothing does; `nil` until someone has asked (*barriärer*).
        public internal(set) var barriers: [String]?
        /// The measures against it.
        public internal(set) var measures: [RecordReference]
        /// The assessments in the order they were made.
        public internal(set) var assessments: [Assessment]

        /// A possible event, assessed or not.
        public init(
            account: Stated<String>,
            causes: [CategoryCode]? = nil,
            barriers: [String]? = nil,
            measures: [RecordReference] = [],
            assessments: [Assessment] = []
        ) {
            self.account = account
            self.causes = causes
            self.barriers = barriers
            self.measures = measures
            self.assessments = assessments
        }

        /// The latest assessment; `nil` when there is none.
        public var current: Assessment? { assessments.last }
    }

    /// One assessment of an event on the scales of the matrix: dated, owned and never changed (*riskbedömning*).
    public struct Assessment: Hashable, Sendable, Codable {
        /// Which risk an assessment is about. Closed.
        public enum Stage: String, Hashable, Sendable, Codable, CaseIterable {
            /// The risk as it is.
            case present
            /// The risk that is left after measures (*kvarstående risk*).
            case residual
        }

        /// How likely, from 1 (*sannolikhet*).
        public let likelihood: Int
        /// How severe, from 1 (*konsekvens*).
        public let consequence: Int
        /// The risk as it is, or what is left after measures.
        public let stage: Stage
        /// Who assessed it, and when.
        public let by: Signature

        /// An assessment.
        public init(likelihood: Int, consequence: Int, stage: Stage = .present, by: Signature) {
            self.likelihood = likelihood
            self.consequence = consequence
            self.stage = stage
            self.by = by
        }

        /// Likelihood times consequence, derived and never typed (*riskvärde*).
        public var value: Int { likelihood * consequence }
    }

    /// One approval, with the day when the analysis is gone through again (*godkännande*).
    public struct Approval: Hashable, Sendable, Codable {
        /// Who approved, and when.
        public let by: Signature
        /// The last day until it is gone through again (*ses över senast*).
        public let reviewOn: CalendarDate

        /// An approval that lasts until a review.
        public init(by: Signature, reviewOn: CalendarDate) {
            self.by = by
            self.reviewOn = reviewOn
        }
    }

    /// How far an analysis has come (*status*). Closed.
    public enum Phase: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is worked on for the first time (*pågår*).
        case draft
        /// It is approved until its review (*godkänd*).
        case approved
        /// An approved analysis is gone through again (*under översyn*).
        case underReview
    }
}

extension RiskAnalysis.Trigger: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .reorganisation: LocalizedText(sv: "Omorganisation", en: "Reorganisation")
        case .processVersion: LocalizedText(sv: "Ny version av process", en: "New version of a process")
        case .staffing: LocalizedText(sv: "Ändrad bemanning", en: "Changed staffing")
        case .method: LocalizedText(sv: "Ändrad metod", en: "Changed method")
        case .technology: LocalizedText(sv: "Ny teknik", en: "New technology")
        case .continuous: LocalizedText(sv: "Fortlöpande", en: "Continuous")
        }
    }
}

extension RiskAnalysis.Assessment.Stage: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .present: LocalizedText(sv: "Nuvarande risk", en: "Present risk")
        case .residual: LocalizedText(sv: "Kvarstående risk", en: "Residual risk")
        }
    }
}

extension RiskAnalysis.Phase: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .draft: LocalizedText(sv: "Pågår", en: "In progress")
        case .approved: LocalizedText(sv: "Godkänd", en: "Approved")
        case .underReview: LocalizedText(sv: "Under översyn", en: "Under review")
        }
    }
}
