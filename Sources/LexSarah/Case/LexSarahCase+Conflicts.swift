public import QualityCore

extension LexSarahCase {
    /// What was found about a conflict of interest when someone had a task in the case (*jävsprövning*, D-SEC-4).
    public struct TaskCheck: Hashable, Sendable, Codable {
        /// What nobody in conflict of interest does. Closed.
        public enum Task: String, Hashable, Sendable, Codable, CaseIterable {
            /// To investigate: to be given the investigation, begin, end or take it up again, or propose a degree.
            case investigate
            /// To decide the degree.
            case decide
        }

        /// The task.
        public let task: Task
        /// The person, the conflict that was known, and the exception if one was made.
        public let clearance: ConflictClearance
        /// Who gave the task or did it, and when.
        public let by: Signature
    }

    /// Every task done under an exception from the rule on conflict of interest, each exception once, for the report.
    public var conflictExceptions: [ConflictException] {
        ConflictException.all(in: reference, taskChecks.map(\.clearance))
    }

    /// Who has the investigation; `nil` for nobody (*utredare*).
    public var investigator: PersonReference? {
        assignments.last.flatMap { $0.relieved == nil ? $0.person : nil }
    }

    /// One time that someone was given the investigation (*utredare*).
    public struct Assignment: Hashable, Sendable, Codable {
        /// Who investigates.
        public let person: PersonReference
        /// Who gave the task, and when.
        public let assigned: Signature
        /// Who ended it, and when; `nil` while it lasts.
        public internal(set) var relieved: Signature?
    }

    /// Adds who took part in the event and who stands under whom; nobody is taken away.
    ///
    /// An investigator who turns out to be in conflict, without an exception, is relieved by the same act.
    public mutating func recordInvolvement(
        of people: Involvement,
        by signature: Signature,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            found.involvement.involved.formUnion(people.involved)
            found.involvement.superiors.merge(people.superiors) { _, new in new }
            guard let investigator = found.investigator, found.involvement.conflict(of: investigator) != nil,
                found.taskChecks.last(where: { $0.clearance.person == investigator })?.clearance.isOverridden != true
            else { return }
            found.assignments[found.assignments.count - 1].relieved = signature
        }
    }

    /// Gives someone the investigation, in place of whoever had it.
    ///
    /// - Throws: `RuleViolation` with rule `D-SEC-4` when the person is involved or subordinate to someone involved,
    ///   unless the exception has a reason and comes from another, impartial person.
    public mutating func assignInvestigator(
        _ person: PersonReference,
        by signature: Signature,
        override: ConflictOverride? = nil,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            try found.require([.received, .underInvestigation, .investigationEnded, .decided], field: "investigator")
            found.check(.investigate, of: person, by: signature, override: override)
            if found.investigator != nil { found.assignments[found.assignments.count - 1].relieved = signature }
            found.assignments.append(Assignment(person: person, assigned: signature))
        }
    }

    /// Keeps what is known of a person's conflict of interest on the day of a task; a rule refuses the unsound.
    mutating func check(
        _ task: TaskCheck.Task,
        of person: PersonReference,
        by signature: Signature,
        override: ConflictOverride?
    ) {
        // An exception made before for the same task goes on to hold for the person.
        let known = taskChecks.last { $0.task == task && $0.clearance.person == person }?.clearance.override
        let clearance = ConflictClearance(of: person, in: involvement, override: override ?? known)
        taskChecks.append(TaskCheck(task: task, clearance: clearance, by: signature))
    }

    static var conflictRules: [RecordRule<LexSarahCase>] {
        [
            .conflictOfInterest(
                field: "investigator",
                in: { $0.clearances(of: .investigate) },
                selectedBy: { $0.taskChecks.last?.by.day }
            ),
            .conflictOfInterest(
                field: "decision.by",
                in: { $0.clearances(of: .decide) },
                selectedBy: { $0.taskChecks.last?.by.day }
            ),
        ]
    }

    private func clearances(of task: TaskCheck.Task) -> [ConflictClearance] {
        taskChecks.filter { $0.task == task }.map(\.clearance)
    }

    func checkAssignments() throws(RuleViolation) {
        let isInOrder = assignments.allSatisfy { each in
            reported <= each.assigned.day && each.relieved.map { each.assigned.day <= $0.day } ?? true
        }
        guard isInOrder, assignments.dropLast().allSatisfy({ $0.relieved != nil }) else {
            throw violation(
                "D-SEC-4",
                field: "assignments",
                LocalizedText(
                    sv: "dagarna står inte i ordning, eller två utreder samtidigt",
                    en: "the days are not in order, or two investigate at once"
                )
            )
        }
    }
}

extension Sequence where Element == LexSarahCase {
    /// Tasks done in good faith by someone whose conflict of interest came to light later.
    public func conflictsFoundLater() -> [(found: LexSarahCase, check: LexSarahCase.TaskCheck)] {
        flatMap { found in
            found.taskChecks
                .filter { $0.clearance.conflict == nil && found.involvement.conflict(of: $0.clearance.person) != nil }
                .map { (found, $0) }
        }
    }
}
