public import QualityCore

extension BoardDecision {
    /// Who decides, and by what right (*beslutsnivå*). Closed.
    public enum Level: String, Hashable, Sendable, Codable, CaseIterable {
        /// The elected (*politiskt beslut*).
        case political
        /// An officer on delegation (*delegationsbeslut*).
        case delegated
        /// An officer, in carrying out what is decided (*verkställighet*).
        case executive
        /// An assignment that the elected gave (*uppdrag*).
        case assignment
    }

    /// What is decided and how it came about: what whoever writes the decision fills in (*beslutsunderlag*).
    public struct Content: Hashable, Sendable, Codable {
        /// What is decided; may hold personal data.
        public var text: Stated<String>
        /// Who decided.
        public var deciders: Stated<[PersonReference]>
        /// Who presented the matter; empty when nobody did (*föredragande*).
        public var presenters: Stated<[PersonReference]>
        /// Who took part in the final handling without deciding; empty when nobody did.
        public var otherParticipants: Stated<[PersonReference]>
        /// The problem that it is to solve.
        public var problem: Stated<String>
        /// What it rests on (*underlag*).
        public var basis: Stated<String>
        /// What was not known when it was made.
        public var unknowns: Stated<String>
        /// Whether it is in proportion (*proportionalitet*).
        public var proportionality: Stated<String>
        /// Whether it meets the problem (*relevans*).
        public var relevance: Stated<String>
        /// How urgent it is (*angelägenhet*).
        public var urgency: Stated<String>
        /// Who was heard, in words; empty when nobody was.
        public var heard: Stated<[String]>
        /// Who carries it out.
        public var carriedOutBy: Stated<PersonReference>
        /// How it is followed up.
        public var followUp: Stated<String>

        /// The content of a decision, with all that one needs.
        public init(
            text: Stated<String>,
            deciders: Stated<[PersonReference]>,
            presenters: Stated<[PersonReference]>,
            otherParticipants: Stated<[PersonReference]>,
            problem: Stated<String>,
            basis: Stated<String>,
            unknowns: Stated<String>,
            proportionality: Stated<String>,
            relevance: Stated<String>,
            urgency: Stated<String>,
            heard: Stated<[String]>,
            carriedOutBy: Stated<PersonReference>,
            followUp: Stated<String>
        ) {
            self.text = text
            self.deciders = deciders
            self.presenters = presenters
            self.otherParticipants = otherParticipants
            self.problem = problem
            self.basis = basis
            self.unknowns = unknowns
            self.proportionality = proportionality
            self.relevance = relevance
            self.urgency = urgency
            self.heard = heard
            self.carriedOutBy = carriedOutBy
            self.followUp = followUp
        }
    }

    /// What a decision may have consequences for, each to be considered (*konsekvenser*). Closed.
    public enum Area: String, Hashable, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
        /// Children (*barn*).
        case children
        /// The staff, whose unions are negotiated with (*facklig samverkan*).
        case staff
        /// Other units (*andra enheter*).
        case otherUnits
    }

    /// Whether it is tried out or holds for all (*omfattning*). Closed.
    public enum Reach: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is tried out (*försök*).
        case trial
        /// It holds for all (*samtliga*).
        case all
    }

    /// How long a decision holds (*giltighetstid*). Closed.
    public enum Duration: Hashable, Sendable, Codable {
        /// Through a last day.
        case until(CalendarDate)
        /// Until further notice, with a day when it is gone through again.
        case untilFurtherNotice(review: CalendarDate)

        /// The last day, or the day of review.
        public var day: CalendarDate {
            switch self {
            case .until(let day), .untilFurtherNotice(let day): day
            }
        }
    }

    /// How far a decision has come (*status*). Closed.
    public enum Phase: String, Hashable, Sendable, Codable, CaseIterable {
        /// It holds, or held until its last day (*gällande*).
        case inForce
        /// Another decision ended or replaced it (*upphävt*).
        case ended
    }

    /// The end of a decision by another (*upphävande*).
    public struct Ending: Hashable, Sendable, Codable {
        /// The decision that ended or replaced it.
        public let decision: RecordID<BoardDecision>
        /// The day when it ended.
        public let day: CalendarDate

        /// An end by another decision.
        public init(by decision: RecordID<BoardDecision>, on day: CalendarDate) {
            self.decision = decision
            self.day = day
        }
    }
}

extension BoardDecision.Level: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .political: LocalizedText(sv: "Politiskt beslut", en: "Political decision")
        case .delegated: LocalizedText(sv: "Delegationsbeslut", en: "Delegated decision")
        case .executive: LocalizedText(sv: "Verkställighetsbeslut", en: "Executive decision")
        case .assignment: LocalizedText(sv: "Uppdrag", en: "Assignment")
        }
    }
}

extension BoardDecision.Area: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .children: LocalizedText(sv: "Barn", en: "Children")
        case .staff: LocalizedText(sv: "Personal, facklig samverkan", en: "Staff, negotiation")
        case .otherUnits: LocalizedText(sv: "Andra enheter", en: "Other units")
        }
    }
}

extension BoardDecision.Reach: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .trial: LocalizedText(sv: "Försök", en: "Trial")
        case .all: LocalizedText(sv: "Samtliga", en: "All")
        }
    }
}

extension BoardDecision.Phase: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .inForce: LocalizedText(sv: "Gällande", en: "In force")
        case .ended: LocalizedText(sv: "Upphävt", en: "Ended")
        }
    }
}
