public import QualityCore

extension SituationReport {
    /// How strained an area is (*läge*). Closed: a fixed scale, from best to worst.
    public enum Level: Int, Hashable, Sendable, Codable, CaseIterable, Comparable {
        /// The work goes on as usual (*normalt läge*).
        case normal = 1
        /// It goes on with an effort (*ansträngt läge*).
        case strained
        /// Some of it does not (*allvarligt läge*).
        case serious
        /// The necessary does not (*kritiskt läge*).
        case critical

        /// Orders from best to worst.
        public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    /// The state of one area now and at the horizon (*bedömning*).
    public struct State: Hashable, Sendable, Codable {
        /// The state now.
        public let now: Level
        /// The state that is expected at the horizon.
        public let expected: Level
        /// What lies behind it; may hold personal data.
        public let comment: String?

        /// A state now and expected.
        public init(now: Level, expected: Level, comment: String? = nil) {
            self.now = now
            self.expected = expected
            self.comment = comment
        }
    }

    /// What one unit answered on one day (*svar*).
    public struct Answer: Hashable, Sendable, Codable {
        /// The unit.
        public let unit: OrganisationUnitID
        /// The state of each area.
        public let states: [CategoryCode: State]
        /// Who answered, and when.
        public let by: Signature

        /// An answer of a unit.
        public init(unit: OrganisationUnitID, states: [CategoryCode: State], by: Signature) {
            self.unit = unit
            self.states = states
            self.by = by
        }

        /// The worst state now; `nil` when no area is answered.
        public var worst: Level? { states.values.map(\.now).max() }

        private struct Entry: Codable {
            let area: CategoryCode
            let state: State
        }

        /// Decodes the stored form.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            unit = try container.decode(OrganisationUnitID.self, forKey: .unit)
            let entries = try container.decode([Entry].self, forKey: .states)
            states = try Dictionary(entries.map { ($0.area, $0.state) }) { _, _ in
                throw DecodingError.dataCorruptedError(
                    forKey: .states,
                    in: container,
                    debugDescription: "an area stands twice"
                )
            }
            by = try container.decode(Signature.self, forKey: .by)
        }

        /// Encodes the states in the order of their areas.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(unit, forKey: .unit)
            let entries = states.sorted { $0.key < $1.key }.map { Entry(area: $0.key, state: $0.value) }
            try container.encode(entries, forKey: .states)
            try container.encode(by, forKey: .by)
        }

        private enum CodingKeys: String, CodingKey { case unit, states, by }
    }

    /// How far a report has come (*status*). Closed.
    public enum Phase: String, Hashable, Sendable, Codable, CaseIterable {
        /// Units can answer (*öppen*).
        case open
        /// It is over (*stängd*).
        case closed
    }
}

extension SituationReport.Level: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .normal: LocalizedText(sv: "Normalt läge", en: "As usual")
        case .strained: LocalizedText(sv: "Ansträngt läge", en: "Strained")
        case .serious: LocalizedText(sv: "Allvarligt läge", en: "Serious")
        case .critical: LocalizedText(sv: "Kritiskt läge", en: "Critical")
        }
    }
}

extension SituationReport.Phase: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .open: LocalizedText(sv: "Öppen", en: "Open")
        case .closed: LocalizedText(sv: "Stängd", en: "Closed")
        }
    }
}
