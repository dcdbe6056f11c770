public import QualityCore

extension Measure {
    /// What is to be done, why, by whom and when: what a proposer fills in (*åtgärdsförslag*).
    public struct Proposal: Hashable, Sendable, Codable {
        /// What is to be done; may hold personal data (*beskrivning*).
        public var what: Stated<String>
        /// What it is meant to reach (*mål*).
        public var goal: Stated<String>
        /// Who answers for that it is done (*ansvarig*).
        public var responsible: Stated<PersonReference>
        /// The last day to do it (*klart senast*).
        public var due: Stated<CalendarDate>
        /// The day when another sees whether it was done (*följs upp*).
        public var followUpOn: Stated<CalendarDate>
        /// The records that caused it, at least one (*källa*).
        public var sources: Stated<[RecordReference]>
        /// The cause that it meets, from the board's list; `nil` when none was pointed out (*orsak*).
        public var cause: CategoryCode?

        /// A proposal with all that a measure needs.
        public init(
            what: Stated<String>,
            goal: Stated<String>,
            responsible: Stated<PersonReference>,
            due: Stated<CalendarDate>,
            followUpOn: Stated<CalendarDate>,
            sources: Stated<[RecordReference]>,
            cause: CategoryCode? = nil
        ) {
            self.what = what
            self.goal = goal
            self.responsible = responsible
            self.due = due
            self.followUpOn = followUpOn
            self.sources = sources
            self.cause = cause
        }
    }

    /// One step of a measure: the phase that it reached, who took it and, where one is asked for, why (*händelse*).
    public struct Step: Hashable, Sendable, Codable {
        /// The phase that the step led to.
        public let phase: MeasurePhase
        /// Who took the step, and when.
        public let by: Stated<Signature>
        /// Why; `nil` where none is asked for. May hold personal data.
        public let reason: Stated<String>?

        /// A step to a phase.
        public init(_ phase: MeasurePhase, by: Stated<Signature>, reason: Stated<String>? = nil) {
            self.phase = phase
            self.by = by
            self.reason = reason
        }
    }

    /// Where and when the effect should show, said before it can (*uppföljning av effekt, plan*).
    public struct EffectPlan: Hashable, Sendable, Codable {
        /// The category whose figures should change.
        public let category: CategoryCode
        /// The process that should work better; `nil` when none is meant.
        public let process: RecordReference?
        /// The unit where it should show.
        public let unit: OrganisationUnitID
        /// The days in which it should show.
        public let window: CalendarPeriod
        /// Who said so, and when.
        public let by: Signature

        /// A plan of the follow-up of effect.
        public init(
            category: CategoryCode,
            process: RecordReference? = nil,
            unit: OrganisationUnitID,
            window: CalendarPeriod,
            by: Signature
        ) {
            self.category = category
            self.process = process
            self.unit = unit
            self.window = window
            self.by = by
        }
    }

    /// A figure that stood beside a verdict: what it counts, before and after (*siffror vid bedömningen*).
    public struct EffectFigure: Hashable, Sendable, Codable {
        /// What is counted, without personal data.
        public let name: String
        /// The figure before the measure; `nil` when there is none.
        public let before: Double?
        /// The figure in the window; `nil` when there is none.
        public let after: Double?

        /// A figure before and after.
        public init(_ name: String, before: Double?, after: Double?) {
            self.name = name
            self.before = before
            self.after = after
        }
    }

    /// What a person made of the figures (*bedömd effekt*).
    public struct EffectVerdict: Hashable, Sendable, Codable {
        /// What a measure was found to have led to. Closed: the verdicts of D-MSR-2.
        public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
            /// It led to what was meant (*effektiv*).
            case effective
            /// It led to some of it (*delvis effektiv*).
            case partly
            /// It did not; a new measure is opened (*inte effektiv*).
            case notEffective
            /// Nobody can tell (*kan inte bedömas*).
            case cannotTell
        }

        /// The verdict.
        public let outcome: Outcome
        /// The figures that stood beside it.
        public let figures: [EffectFigure]
        /// The new measure that a verdict of no effect opened.
        public let newMeasure: RecordID<Measure>?
        /// Whose verdict it is, and when it fell.
        public let by: Signature

        /// A verdict with the figures beside it.
        public init(
            _ outcome: Outcome,
            figures: [EffectFigure],
            newMeasure: RecordID<Measure>? = nil,
            by: Signature
        ) {
            self.outcome = outcome
            self.figures = figures
            self.newMeasure = newMeasure
            self.by = by
        }
    }
}

extension Measure.EffectVerdict.Outcome: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .effective: LocalizedText(sv: "Effektiv", en: "Had effect")
        case .partly: LocalizedText(sv: "Delvis effektiv", en: "Had some effect")
        case .notEffective: LocalizedText(sv: "Inte effektiv", en: "Had no effect")
        case .cannotTell: LocalizedText(sv: "Kan inte bedömas", en: "Cannot be told")
        }
    }
}
