public import QualityCore

/// A decision that someone is writing (*utkast till beslut*).
///
/// Submitted, it is a ``BoardDecision`` as made.
public typealias BoardDecisionDraft = Draft<BoardDecision.Form>

extension BoardDecision {
    /// What a person fills in to write a decision (*formulär för beslut*).
    public struct Form: DraftForm {
        /// The board or unit that decided.
        public var unit: OrganisationUnitID?
        /// The day of the decision.
        public var day: CalendarDate?
        /// Who decides, and by what right.
        public var level: Level?
        /// The item of the delegation order; `nil` where the decision is not delegated.
        public var delegation: String?
        /// What is decided; may hold personal data.
        public var text: String?
        /// Who decided.
        public var deciders: [PersonReference]?
        /// Who presented the matter; empty when nobody did.
        public var presenters: [PersonReference]?
        /// Who took part without deciding; empty when nobody did.
        public var otherParticipants: [PersonReference]?
        /// The problem that it is to solve.
        public var problem: String?
        /// What it rests on.
        public var basis: String?
        /// What was not known when it was made.
        public var unknowns: String?
        /// Whether it is in proportion.
        public var proportionality: String?
        /// Whether it meets the problem.
        public var relevance: String?
        /// How urgent it is.
        public var urgency: String?
        /// Who was heard; empty when nobody was.
        public var heard: [String]?
        /// Who carries it out.
        public var carriedOutBy: PersonReference?
        /// How it is followed up.
        public var followUp: String?
        /// Whether it is tried out or holds for all.
        public var reach: Reach?
        /// The decisions that it replaces or ends.
        public var replaces: [RecordID<BoardDecision>]?
        /// How long it holds.
        public var duration: Duration?
        /// Whether consequences were considered, by area.
        public var consequences: [Area: Consideration]?

        /// An empty form.
        public init() {}

        /// The decision as made.
        public func record(_ submission: DraftSubmission<Form>) throws(RuleViolation) -> BoardDecision {
            try BoardDecision(
                id: submission.id,
                unit: submission.unit,
                day: submission.need(\.day),
                level: submission.need(\.level),
                delegation: delegation,
                content: content(submission),
                reach: submission.need(\.reach),
                replaces: replaces ?? [],
                duration: submission.need(\.duration),
                consequences: consequences ?? [:]
            )
        }

        private func content(_ submission: DraftSubmission<Form>) -> Content {
            Content(
                text: submission.stated(\.text),
                deciders: submission.stated(\.deciders),
                presenters: submission.stated(\.presenters),
                otherParticipants: submission.stated(\.otherParticipants),
                problem: submission.stated(\.problem),
                basis: submission.stated(\.basis),
                unknowns: submission.stated(\.unknowns),
                proportionality: submission.stated(\.proportionality),
                relevance: submission.stated(\.relevance),
                urgency: submission.stated(\.urgency),
                heard: submission.stated(\.heard),
                carriedOutBy: submission.stated(\.carriedOutBy),
                followUp: submission.stated(\.followUp)
            )
        }
    }
}
