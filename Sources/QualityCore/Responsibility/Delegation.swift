/// The right of a role to decide a kind of matter, by which decision of the board, from–to (*delegation*, KL 6:37, 7:5).
public struct Delegation: Hashable, Sendable, Codable {
    /// Where the right comes from. Closed.
    public enum Source: Hashable, Sendable, Codable {
        /// A decision of the board: its day and paragraph, such as *§ 45*.
        case board(day: CalendarDate, paragraph: String)
        /// A private operator's own order of signature, to which the Local Government Act does not apply.
        case orderOfSignature(document: String)
    }

    /// A role that decides, such as *enhetschef*. Open: the board's own words.
    public struct Role: RawRepresentable, Hashable, Sendable, Codable {
        /// The name as stored.
        public let rawValue: String

        /// A role by its stored name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The chair of the board, who decides urgent matters (*ordförande*, KL 6:39).
        public static let chair = Role(rawValue: "chair")
    }

    /// Whether decisions are told to the board at its next meeting, as the board has decided (KL 6:40, 7:8). Closed.
    public enum Reporting: String, Hashable, Sendable, Codable, CaseIterable {
        /// Every decision is told (*anmäls*).
        case nextMeeting
        /// The board has decided that they are not told (*anmäls inte*).
        case notReported
    }

    /// What it is about.
    public enum Scope: Hashable, Sendable, Codable {
        /// One kind of matter (KL 6:37).
        case matter(DecisionMatter)
        /// Matters so urgent that the board cannot be awaited (KL 6:39).
        case urgent
    }

    /// The matters.
    public let scope: Scope
    /// The role that decides.
    public let role: Role
    /// The node of the organisation, with all below it.
    public let unit: OrganisationUnitID
    /// The decision that gives the right.
    public let source: Source
    /// The days of the right.
    public let validity: Validity
    /// Whether the decisions are told to the board.
    public let reporting: Reporting

    /// A delegation of one kind of matter to one role.
    public init(
        of matter: DecisionMatter,
        to role: Role,
        in unit: OrganisationUnitID,
        by source: Source,
        validity: Validity,
        reporting: Reporting = .nextMeeting
    ) {
        scope = .matter(matter)
        self.role = role
        self.unit = unit
        self.source = source
        self.validity = validity
        self.reporting = reporting
    }

    /// The right to decide urgent matters, which always come at the next meeting (KL 6:39).
    public init(
        ofUrgentMattersTo role: Role = .chair,
        in unit: OrganisationUnitID,
        by source: Source,
        validity: Validity
    ) {
        scope = .urgent
        self.role = role
        self.unit = unit
        self.source = source
        self.validity = validity
        reporting = .nextMeeting
    }
}

extension Delegation.Reporting: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .nextMeeting: LocalizedText(sv: "Anmäls till nästa sammanträde", en: "Told at the next meeting")
        case .notReported: LocalizedText(sv: "Anmäls inte", en: "Not told")
        }
    }
}
