public import QualityCore

/// The answer to whether an event led or could have led to a care injury, and a serious one (*vårdskada*, D-HSL-1).
public struct CareInjuryAnswer: Hashable, Sendable, Codable {
    /// Whether there was a care injury. Closed.
    public enum Injury: String, Hashable, Sendable, Codable, CaseIterable {
        /// There was none and could not have been.
        case no
        /// There could have been one.
        case couldHaveBeen
        /// There was one.
        case yes
    }

    /// Whether it was or could have been serious: lasting and not minor, much more care, or death. Closed.
    public enum Seriousness: String, Hashable, Sendable, Codable, CaseIterable {
        /// Not serious.
        case no
        /// Serious.
        case yes
        /// Nobody has assessed it yet.
        case notAssessed
    }

    /// Whether there was a care injury.
    public let injury: Injury
    /// Whether it was or could have been serious.
    public let seriousness: Seriousness
    /// Why; may hold personal data.
    public let motivation: String
    /// Who answered.
    public let by: Signature

    /// An answer to both questions.
    public init(injury: Injury, seriousness: Seriousness, motivation: String, by: Signature) {
        self.injury = injury
        self.seriousness = seriousness
        self.motivation = motivation
        self.by = by
    }

    /// Whether the event led or could have led to a serious care injury, which Lex Maria asks to notify.
    public var callsForLexMaria: Bool { injury != .no && seriousness == .yes }
}

extension CareInjuryAnswer.Injury: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .no: LocalizedText(sv: "Nej", en: "No")
        case .couldHaveBeen: LocalizedText(sv: "Kunde ha inträffat", en: "Could have been")
        case .yes: LocalizedText(sv: "Ja", en: "Yes")
        }
    }
}

extension CareInjuryAnswer.Seriousness: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .no: LocalizedText(sv: "Inte allvarlig", en: "Not serious")
        case .yes: LocalizedText(sv: "Allvarlig", en: "Serious")
        case .notAssessed: LocalizedText(sv: "Inte bedömd", en: "Not assessed")
        }
    }
}
