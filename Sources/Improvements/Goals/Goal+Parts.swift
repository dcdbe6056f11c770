public import QualityCore

extension Goal {
    /// Whether a goal was reached (*måluppfyllelse*). Closed: the four answers of D-GOL-1.
    public enum Attainment: String, Hashable, Sendable, Codable, CaseIterable {
        /// Reached (*uppfyllt*).
        case met
        /// Reached in part (*delvis uppfyllt*).
        case partlyMet
        /// Not reached (*ej uppfyllt*).
        case notMet
        /// Nobody measured it (*ej mätt*).
        case notMeasured
    }

    /// The figure to reach, and from which side (*målvärde*).
    public struct Target: Hashable, Sendable, Codable {
        /// The side of the target that is good. Closed.
        public enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
            /// The figure or more (*minst*).
            case atLeast
            /// The figure or less (*högst*).
            case atMost
        }

        /// The figure to reach.
        public let figure: Double
        /// The side that is good.
        public let direction: Direction
        /// The figure from which it is reached in part; `nil` where the board knows no such thing.
        public let partlyFrom: Double?

        /// A target.
        public init(_ direction: Direction, _ figure: Double, partlyFrom: Double? = nil) {
            self.figure = figure
            self.direction = direction
            self.partlyFrom = partlyFrom
        }

        /// What a figure says about the target: met, partly met or not met.
        public func attainment(of outcome: Double) -> Attainment {
            if reaches(outcome, figure) { return .met }
            return partlyFrom.map { reaches(outcome, $0) } == true ? .partlyMet : .notMet
        }

        private func reaches(_ outcome: Double, _ limit: Double) -> Bool {
            switch direction {
            case .atLeast: outcome >= limit
            case .atMost: outcome <= limit
            }
        }

        var isPartOnTheWrongSide: Bool { partlyFrom.map { reaches($0, figure) } ?? false }
        var isFinite: Bool { figure.isFinite && (partlyFrom?.isFinite ?? true) }
    }

    /// What came of a goal: the figure, and what someone said about it (*utfall*).
    public struct Outcome: Hashable, Sendable, Codable {
        /// The figure; `nil` when there is none.
        public let figure: Double?
        /// What was said; `nil` leaves it to the figure.
        public let stated: Attainment?
        /// On what it rests where there is no figure, or why it was not measured.
        public let basis: String?
        /// Who gave it, and when.
        public let by: Signature

        /// An outcome.
        public init(figure: Double?, stated: Attainment? = nil, basis: String? = nil, by: Signature) {
            self.figure = figure
            self.stated = stated
            self.basis = basis
            self.by = by
        }
    }

    /// A figure to set the outcome beside (*jämförelse*).
    public struct Comparison: Hashable, Sendable, Codable {
        /// Whose figure it is. Closed.
        public enum Source: String, Hashable, Sendable, Codable, CaseIterable {
            /// Our own, from an earlier period (*eget tidigare resultat*).
            case ownEarlier
            /// The nation's (*riket*).
            case national
        }

        /// Whose figure it is.
        public let source: Source
        /// The days that it is about.
        public let period: CalendarPeriod
        /// The figure.
        public let figure: Double

        /// A figure of another period or of the nation.
        public init(_ source: Source, period: CalendarPeriod, figure: Double) {
            self.source = source
            self.period = period
            self.figure = figure
        }
    }

    /// How far a goal has come (*status*). Closed.
    public enum Phase: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is set (*fastställt*).
        case set
        /// Its outcome is known (*bedömt*).
        case assessed
        /// It was withdrawn (*återkallat*).
        case withdrawn
    }
}

extension Goal.Attainment: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .met: LocalizedText(sv: "Uppfyllt", en: "Met")
        case .partlyMet: LocalizedText(sv: "Delvis uppfyllt", en: "Partly met")
        case .notMet: LocalizedText(sv: "Ej uppfyllt", en: "Not met")
        case .notMeasured: LocalizedText(sv: "Ej mätt", en: "Not measured")
        }
    }
}

extension Goal.Target.Direction: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .atLeast: LocalizedText(sv: "Minst", en: "At least")
        case .atMost: LocalizedText(sv: "Högst", en: "At most")
        }
    }
}

extension Goal.Comparison.Source: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .ownEarlier: LocalizedText(sv: "Eget tidigare resultat", en: "Own earlier result")
        case .national: LocalizedText(sv: "Riket", en: "The nation")
        }
    }
}

extension Goal.Phase: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .set: LocalizedText(sv: "Fastställt", en: "Set")
        case .assessed: LocalizedText(sv: "Bedömt", en: "Assessed")
        case .withdrawn: LocalizedText(sv: "Återkallat", en: "Withdrawn")
        }
    }
}
