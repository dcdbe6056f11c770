public import QualityCore

extension JointAnalysis {
    /// What is analysed together (*underlag*). Closed: the five of D-ANA-1.
    public enum Source: String, Hashable, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
        /// Reports of risks and events (*rapporter*).
        case reports
        /// Complaints and viewpoints (*klagomål och synpunkter*).
        case complaints
        /// Deviations (*avvikelser*).
        case deviations
        /// Misconduct (*Lex Sarah*).
        case lexSarah
        /// Care injuries (*Lex Maria*).
        case lexMaria
    }

    /// A figure of one source with the day on which it was taken, or why there is none (*siffra*). Closed.
    public enum Figure: Hashable, Sendable, Codable {
        /// So many by each unit, as known on the day of the cut-off; a unit that reported nothing has 0 or is absent.
        case count(byUnit: [OrganisationUnitID: Int], cutOff: CalendarDate)
        /// There is none, with the reason.
        case missing(reason: String)

        /// The sum over units; `nil` where there is no figure, which is not 0.
        public var total: Int? {
            if case .count(let byUnit, _) = self { byUnit.values.cappedSum } else { nil }
        }
    }

    /// What the figures and texts show taken together (*mönster*). Closed.
    public enum Patterns: Hashable, Sendable, Codable {
        /// These patterns were found.
        case found([String])
        /// Somebody looked and found none.
        case noneFound
        /// There is too little to look at.
        case tooLittleData
    }

    /// What the analysis leads to (*vad analysen leder till*). Closed.
    public enum Consequence: Hashable, Sendable, Codable {
        /// These measures, risk analyses, processes or goals.
        case records([RecordReference])
        /// Nothing, with the reason.
        case nothing(reason: String)
    }

    /// How far an analysis has come (*status*). Closed.
    public enum Phase: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is worked on (*pågår*).
        case draft
        /// It has a conclusion and does not change (*avslutad*).
        case concluded
    }
}

extension JointAnalysis.Source: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .reports: LocalizedText(sv: "Rapporter", en: "Reports")
        case .complaints: LocalizedText(sv: "Klagomål och synpunkter", en: "Complaints and viewpoints")
        case .deviations: LocalizedText(sv: "Avvikelser", en: "Deviations")
        case .lexSarah: LocalizedText(sv: "Missförhållanden (Lex Sarah)", en: "Misconduct (Lex Sarah)")
        case .lexMaria: LocalizedText(sv: "Vårdskador (Lex Maria)", en: "Care injuries (Lex Maria)")
        }
    }
}

extension JointAnalysis.Phase: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .draft: LocalizedText(sv: "Pågår", en: "In progress")
        case .concluded: LocalizedText(sv: "Avslutad", en: "Concluded")
        }
    }
}
