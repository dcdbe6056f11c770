import Foundation
import QualityCore
import TestSupport
import Testing

/// Numbers that are the same for the same seed.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(sides))
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[roll(elements.count)]
    }

    /// A day of the first months of 2025, and now and then of an earlier one.
    mutating func day() -> CalendarDate {
        TestSupport.day(roll(8) == 0 ? "2024-12-01" : "2025-01-01").adding(days: roll(60)) ?? .latest
    }

    mutating func signature() -> Signature {
        Signature("p1", title: "enhetschef", on: day())
    }

    /// A text that says something, or now and then nothing.
    mutating func text() -> String {
        roll(5) == 0 ? " " : "Text"
    }
}

/// Acts on records of one kind in any order, and what must hold whatever they are.
struct Walk<Record: QualityRecord> {
    typealias Act = (name: String, run: (inout Record, inout Dice, Law) throws -> Void)
    typealias Invariant = (rule: String, holds: @Sendable (Record) -> Bool)

    let make: (inout Dice) throws -> Record
    let acts: [Act]
    let phases: [String]
    let invariants: [Invariant]
    let steps: Int

    /// What a run came to.
    struct Outcome {
        var accepted: [String: [String: Int]] = [:]
        var phases: Set<String> = []
        var broken: Set<String> = []
        var lostInStorage = 0
    }

    static var sequences: Int { ProcessInfo.processInfo.environment["QUALITY_SIZE"] == "full" ? 10_000 : 500 }

    func run(under law: Law, seed: UInt64, sequences: Int, storing: Bool) throws -> Outcome {
        var dice = Dice(seed: seed)
        var outcome = Outcome()
        for _ in 0..<sequences {
            var record = try make(&dice)
            // As a store does: a record that breaks a rule does not get in.
            while !record.violations(under: law).isEmpty { record = try make(&dice) }
            for _ in 0..<steps {
                outcome.phases.insert(record.facts.status)
                outcome.broken.formUnion(invariants.filter { !$0.holds(record) }.map(\.rule))
                let act = dice.pick(acts)
                let before = (phase: record.facts.status, record: record)
                do {
                    try act.run(&record, &dice, law)
                    outcome.accepted[act.name, default: [:]][before.phase, default: 0] += 1
                } catch is RuleViolation {
                    if record != before.record { outcome.broken.insert("a refused act changed the record") }
                }
                if storing, try JSON.roundTrip(record) != record { outcome.lostInStorage += 1 }
            }
        }
        return outcome
    }

    /// Runs the acts under the law, and then with each rule of the record switched off.
    func check(seed: UInt64) throws {
        let outcome = try run(under: .swedish, seed: seed, sequences: Self.sequences, storing: true)
        print("\(Record.kind.rawValue), seed \(seed), \(Self.sequences) sequences of \(steps) acts, accepted by phase:")
        for act in acts { print("  \(act.name): \((outcome.accepted[act.name] ?? [:]).sorted { $0.key < $1.key })") }
        #expect(outcome.broken.isEmpty)
        #expect(outcome.lostInStorage == 0)
        let least = Self.sequences >= 10_000 ? 100 : 20
        for act in acts {
            let times = (outcome.accepted[act.name] ?? [:]).values.reduce(0, +)
            #expect(times >= least, "\(act.name) was accepted \(times) times")
        }
        #expect(outcome.phases == Set(phases))
        let rules = Set(Record.rules.map(\.id)).sorted()
        let missed = try rules.filter { rule in
            let loose = try run(
                under: Law.swedish.suspending(rule),
                seed: seed,
                sequences: Self.sequences,
                storing: false
            )
            return !loose.broken.contains(rule)
        }
        #expect(missed.count * 10 <= rules.count, "switching off \(missed) was not found out")
    }
}
