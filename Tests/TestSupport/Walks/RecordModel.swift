package import QualityCore

/// One kind of record as its walk sees it: drafts, acts and what must always hold.
package struct RecordModel<Record: QualityRecord> {
    package struct Act {
        let name: String
        let run: (inout Record, inout Draws, Law) throws -> Void

        package init(_ name: String, _ run: @escaping (inout Record, inout Draws, Law) throws -> Void) {
            self.name = name
            self.run = run
        }
    }

    /// What holds in every state, with the requirement that says so.
    package struct Invariant {
        let rule: String
        let holds: (Record) -> Bool

        package init(_ rule: String, _ holds: @escaping (Record) -> Bool) {
            self.rule = rule
            self.holds = holds
        }
    }

    private let draft: (inout Draws) throws -> Record
    private let acts: [Act]
    private let invariants: [Invariant]
    private let phases: Set<String>
    private let length: Int

    package init(
        draft: @escaping (inout Draws) throws -> Record,
        acts: [Act],
        invariants: [Invariant],
        phases: Set<String>,
        length: Int = 20
    ) {
        self.draft = draft
        self.acts = acts
        self.invariants = invariants
        self.phases = phases
        self.length = length
    }

    package func verify(seed: UInt64) throws {
        try walk.verify(seed: seed)
    }

    package func verifyRulesAreNeeded(seed: UInt64) throws {
        try walk.verifyRulesAreNeeded(seed: seed)
    }

    private var walk: Walk<Course> {
        Walk(acts: acts.map(\.name), phases: phases, steps: length) { seed, law in
            var draws = Draws(seed: seed)
            let record = try sound(&draws, under: law)
            return Course(model: self, record: record, draws: draws, law: law)
        }
    }

    /// A draft that a store would take.
    private func sound(_ draws: inout Draws, under law: Law) throws -> Record {
        for _ in 0..<1_000 {
            draws.startAgain()
            do {
                let drawn = try draft(&draws)
                if drawn.violations(under: law).isEmpty { return drawn }
            } catch is RuleViolation {
                continue
            }
        }
        preconditionFailure("no sound draft of \(Record.kind.rawValue)")
    }

    private struct Course: Walker {
        let model: RecordModel
        var record: Record
        var draws: Draws
        let law: Law

        var broken: Set<String> { Set(model.invariants.filter { !$0.holds(record) }.map(\.rule)) }

        mutating func step(trying name: String?) throws -> String? {
            let act = model.acts.first { $0.name == name } ?? draws.pick(model.acts)
            do {
                try act.run(&record, &draws, law)
                return act.name
            } catch is RuleViolation {
                return nil
            }
        }
    }
}

/// What an act throws that is not tried this time, so that it is not counted as accepted.
package let notTried = RuleViolation(rule: "", record: nil, field: "", message: LocalizedText(sv: "", en: ""))
