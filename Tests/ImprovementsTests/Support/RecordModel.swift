import QualityCore
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One kind of record as its property test sees it: drafts, acts and what must always hold.
struct RecordModel<Record: QualityRecord> {
    struct Act {
        let name: String
        let run: (inout Record, inout Draws, Law) throws(RuleViolation) -> Void

        init(_ name: String, _ run: @escaping (inout Record, inout Draws, Law) throws(RuleViolation) -> Void) {
            self.name = name
            self.run = run
        }
    }

    /// What holds in every state: behind a rule that a law can suspend, or of the structure.
    struct Invariant {
        let refusal: Refusal
        let isRule: Bool
        let holds: (Record) -> Bool

        static func rule(_ rule: String, _ field: String, _ holds: @escaping (Record) -> Bool) -> Invariant {
            Invariant(refusal: Refusal(rule, field), isRule: true, holds: holds)
        }

        static func structure(_ rule: String, _ field: String, _ holds: @escaping (Record) -> Bool) -> Invariant {
            Invariant(refusal: Refusal(rule, field), isRule: false, holds: holds)
        }
    }

    let draft: (inout Draws) throws(RuleViolation) -> Record
    let acts: [Act]
    let invariants: [Invariant]
    let phases: Set<String>
    var length = 14

    static var isFull: Bool { ProcessInfo.processInfo.environment["QUALITY_SIZE"] == "full" }

    /// Runs drawn sequences of acts; expects every invariant after each, and every act and phase to be met.
    func verify(seed: UInt64 = 20_260_101) throws {
        let sequences = Self.isFull ? 10_000 : 500
        var draws = Draws(seed: seed)
        var accepted: [String: [String: Int]] = [:]
        var reached: Set<String> = []
        for _ in 0..<sequences {
            var record = try sound(&draws, under: .swedish)
            reached.insert(record.facts.status)
            for _ in 0..<length {
                let act = draws.pick(acts)
                let phase = record.facts.status
                let before = record
                do throws(RuleViolation) {
                    try act.run(&record, &draws, .swedish)
                    accepted[act.name, default: [:]][phase, default: 0] += 1
                } catch {
                    try #require(record == before, "seed \(seed): a refused \(act.name) changes nothing")
                    continue
                }
                reached.insert(record.facts.status)
                for invariant in invariants where !invariant.holds(record) {
                    Issue.record("seed \(seed): \(act.name) in \(phase) broke \(invariant.refusal)")
                    return
                }
                try #require(JSON.roundTrip(record) == record, "seed \(seed): \(act.name)")
            }
        }
        print("\(Record.kind.rawValue), seed \(seed), \(sequences) sequences, accepted acts by phase:")
        for act in Set(acts.map(\.name)).sorted() {
            let counts = accepted[act, default: [:]]
            let text = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            print("  \(act): \(text)")
            let total = counts.values.reduce(0, +)
            #expect(total >= (Self.isFull ? 100 : 20), "\(act) was accepted \(total) times, seed \(seed)")
        }
        #expect(reached == phases, "seed \(seed)")
    }

    /// Switches each rule off in turn and expects a counter-example for at least nine of ten.
    func verifyRulesAreNeeded(seed: UInt64 = 20_260_102) throws {
        let rules = Set(Record.rules.map { Refusal($0.id, $0.field) })
        #expect(rules == Set(invariants.filter(\.isRule).map(\.refusal)), "each rule is written a second time")
        var missed: Set<Refusal> = []
        for invariant in invariants where invariant.isRule {
            let law = Law.swedish.suspending(invariant.refusal.rule)
            if try !findsCounterExample(to: invariant, under: law, seed: seed) { missed.insert(invariant.refusal) }
        }
        #expect(missed.count * 10 <= rules.count, "no counter-example to \(missed), seed \(seed)")
    }

    private func findsCounterExample(to invariant: Invariant, under law: Law, seed: UInt64) throws -> Bool {
        var draws = Draws(seed: seed)
        for _ in 0..<3_000 {
            var record = try sound(&draws, under: law)
            if !invariant.holds(record) { return true }
            for _ in 0..<length {
                let act = draws.pick(acts)
                do throws(RuleViolation) {
                    try act.run(&record, &draws, law)
                } catch {
                    continue
                }
                if !invariant.holds(record) { return true }
            }
        }
        return false
    }

    /// A draft that a store would take.
    private func sound(_ draws: inout Draws, under law: Law) throws -> Record {
        for _ in 0..<1_000 {
            draws.startAgain()
            let drawn: Record
            do throws(RuleViolation) {
                drawn = try draft(&draws)
            } catch {
                continue
            }
            if drawn.violations(under: law).isEmpty { return drawn }
        }
        preconditionFailure("no sound draft of \(Record.kind.rawValue)")
    }
}

/// What an act throws that is not tried this time, so that it is not counted as accepted.
let notTried = RuleViolation(rule: "", record: nil, field: "", message: LocalizedText(sv: "", en: ""))
