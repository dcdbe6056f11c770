public import QualityCore

extension Complaint {
    /// Who took part in what it is about, and who stands under whom (*inblandade*, D-SEC-4).
    public var involvement: Involvement { course.involvement ?? Involvement() }

    /// What was found about the conflicts of interest of those who handled and answered it, oldest first.
    public var clearances: [ConflictClearance] { course.clearances ?? [] }

    /// Every task done under an exception from the rule on conflict of interest, each exception once, for the report.
    public var conflictExceptions: [ConflictException] { ConflictException.all(in: reference, clearances) }

    /// Adds who took part in what it is about and who stands under whom; nobody is taken away.
    ///
    /// A handler who turns out to be in conflict cannot answer; see ``handlerConflict``.
    ///
    /// - Throws: `RuleViolation`, `D-CMP-7` where the submission is cancelled.
    public mutating func recordInvolvement(of people: Involvement, under law: Law) throws(RuleViolation) {
        guard phase != .cancelled else { throw impossiblePhase }
        try advance(under: law) { course in
            var known = course.involvement ?? Involvement()
            known.involved.formUnion(people.involved)
            known.superiors.merge(people.superiors) { _, new in new }
            course.involvement = known
        }
    }

    /// The conflict of interest of the one who handles it now, without an exception; `nil` for none.
    public var handlerConflict: Involvement.Conflict? {
        guard ending == nil, let handler = handling?.handler else { return nil }
        if clearances.last(where: { $0.person == handler })?.isOverridden == true { return nil }
        return involvement.conflict(of: handler)
    }

    static var conflictRules: [RecordRule<Complaint>] {
        [.conflictOfInterest(field: "handling.handler", in: \.clearances)]
    }
}

extension Complaint.Course {
    /// Keeps what is known of a person's conflict of interest on the day of a task; a rule refuses the unsound.
    mutating func check(_ person: PersonReference?, override: ConflictOverride?) {
        guard let person else { return }
        // An exception made before goes on to hold for the person.
        let known = clearances?.last { $0.person == person }?.override
        let people = involvement ?? Involvement()
        let clearance = ConflictClearance(of: person, in: people, override: override ?? known)
        clearances = (clearances ?? []) + [clearance]
    }
}
