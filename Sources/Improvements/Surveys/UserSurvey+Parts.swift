public import QualityCore

extension UserSurvey {
    /// How often the survey is made (*intervall*). Closed.
    public enum Interval: String, Hashable, Sendable, Codable, CaseIterable {
        /// Every year (*varje år*).
        case yearly
        /// Every second year (*vartannat år*).
        case everySecondYear
        /// When it is asked for (*vid behov*).
        case onDemand
    }

    /// Why a survey was not made (*skäl*).
    public enum NotCarriedOut: Hashable, Sendable, Codable {
        /// Too few to ask (*för få*).
        case tooFew
        /// Not this year (*inte i år*).
        case notThisYear
        /// Another reason, in words.
        case other(String)
    }

    /// How many were asked and answered, and how many of those were satisfied (*resultat*).
    public struct Count: Hashable, Sendable, Codable {
        /// How many were asked; `nil` when not known.
        public let distributed: Int?
        /// How many answered.
        public let answered: Int
        /// The share of the answers that were satisfied, 0 to 1; `nil` when not known.
        public let satisfied: Double?

        /// Numbers of a survey or of a group in it.
        public init(distributed: Int?, answered: Int, satisfied: Double?) {
            self.distributed = distributed
            self.answered = answered
            self.satisfied = satisfied
        }

        /// The share of the asked that answered, 0 to 1; `nil` when nobody was asked or it is not known how many.
        public var responseRate: Double? {
            distributed.flatMap { $0 > 0 ? Double(answered) / Double($0) : nil }
        }

        var isPossible: Bool {
            (distributed ?? 0) >= 0 && answered >= 0 && (satisfied.map { (0...1).contains($0) } ?? true)
        }
    }

    /// A sex as the survey asked for it (*kön*). Closed.
    public enum Sex: String, Hashable, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
        /// Women.
        case women
        /// Men.
        case men
    }

    /// What came of a survey (*utfall*).
    public struct Findings: Hashable, Sendable, Codable {
        /// All who were asked.
        public var all: Count
        /// The same by sex; a sex that is not known is absent.
        public var bySex: [Sex: Count]
        /// The day when the answers were put together.
        public var day: CalendarDate

        /// The numbers of a survey.
        public init(all: Count, bySex: [Sex: Count] = [:], on day: CalendarDate) {
            self.all = all
            self.bySex = bySex
            self.day = day
        }
    }

    /// A comparison with another result, or why none is made (*jämförelse*). Closed.
    public enum Comparison: Hashable, Sendable, Codable {
        /// The share satisfied in the other result, 0 to 1; nationally with the number of municipalities behind it.
        case made(satisfied: Double, municipalities: Int?)
        /// None is made, with the reason.
        case notMade(reason: String)

        var isPossible: Bool {
            if case .made(let satisfied, let municipalities) = self {
                (0...1).contains(satisfied) && (municipalities ?? 1) >= 1
            } else {
                true
            }
        }
    }

    /// How far a survey has come (*status*). Closed.
    public enum Phase: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is to be made (*planerad*).
        case planned
        /// It was made (*genomförd*).
        case carriedOut
        /// It was not made (*ej genomförd*).
        case notCarriedOut
        /// It was made, and both comparisons are answered (*sammanställd*).
        case concluded
    }
}

extension UserSurvey.Interval: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .yearly: LocalizedText(sv: "Varje år", en: "Every year")
        case .everySecondYear: LocalizedText(sv: "Vartannat år", en: "Every second year")
        case .onDemand: LocalizedText(sv: "Vid behov", en: "When asked for")
        }
    }
}

extension UserSurvey.Sex: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .women: LocalizedText(sv: "Kvinnor", en: "Women")
        case .men: LocalizedText(sv: "Män", en: "Men")
        }
    }
}

extension UserSurvey.Phase: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .planned: LocalizedText(sv: "Planerad", en: "Planned")
        case .carriedOut: LocalizedText(sv: "Genomförd", en: "Carried out")
        case .notCarriedOut: LocalizedText(sv: "Ej genomförd", en: "Not carried out")
        case .concluded: LocalizedText(sv: "Sammanställd", en: "Concluded")
        }
    }
}
