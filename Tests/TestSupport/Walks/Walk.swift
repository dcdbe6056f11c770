package import QualityCore
import Testing

/// Many sequences of drawn acts on records of one kind, and what must come of them.
package struct Walk<Course: Walker> {
    package typealias Record = Course.Record

    private let acts: [String]
    private let phases: Set<String>
    private let steps: Int
    private let start: (UInt64, Law) throws -> Course

    /// A walk.
    ///
    /// - Parameters:
    ///   - acts: the names of all acts, each of which must be accepted often enough.
    ///   - phases: the statuses that must be reached, and no other.
    ///   - steps: how many acts a sequence tries.
    ///   - start: a sequence of a seed, on a record without violation.
    package init(
        acts: [String],
        phases: some Sequence<String>,
        steps: Int,
        start: @escaping (UInt64, Law) throws -> Course
    ) {
        self.acts = acts
        self.phases = Set(phases)
        self.steps = steps
        self.start = start
    }

    /// Expects that no sequence breaks an invariant, that encoding and decoding changes nothing, that a refused act
    /// changes nothing, and that each act and phase is met; prints the accepted acts by phase.
    package func verify(seed: UInt64) throws {
        let codec = JSON.Codec()
        var draws = Draws(seed: seed)
        var accepted: [String: [String: Int]] = [:]
        var reached: Set<String> = []
        var seldom = Set(acts).sorted()
        var number = 0
        // Beyond the sequences asked for, as many more as seldom acts take.
        while number < Walks.sequences || (!seldom.isEmpty && number < 4 * Walks.sequences) {
            var course = try start(seed &+ UInt64(number), .swedish)
            number += 1
            var phase = course.phase
            reached.insert(phase)
            for _ in 0..<steps {
                let before = course.record
                let act = try step(&course, after: seldom, &draws)
                let place = "\(Record.kind.rawValue), seed \(seed), sequence \(number)"
                guard let act else {
                    if course.record != before { Issue.record("\(place): a refused act changed the record"); return }
                    continue
                }
                accepted[act, default: [:]][phase, default: 0] += 1
                if seldom.contains(act), accepted[act, default: [:]].values.reduce(0, +) >= Walks.enough {
                    seldom.removeAll { $0 == act }
                }
                phase = course.phase
                reached.insert(phase)
                let broken = course.broken
                if !broken.isEmpty { Issue.record("\(place): \(act) broke \(broken)"); return }
                if try codec.roundTrip(course.record) != course.record {
                    Issue.record("\(place): lost in storage after \(act)")
                    return
                }
            }
        }
        tell(accepted, seed: seed, sequences: number)
        for act in Set(acts).sorted() {
            let total = accepted[act, default: [:]].values.reduce(0, +)
            #expect(total >= Walks.enough, "\(act) was accepted \(total) times, seed \(seed)")
        }
        #expect(Set(accepted.keys).isSubset(of: acts))
        #expect(reached == phases, "seed \(seed)")
    }

    /// Switches each rule of the kind off in turn, field by field, and expects that for nine of ten a sequence breaks
    /// an invariant.
    package func verifyRulesAreNeeded(seed: UInt64) throws {
        let rules = Set(Record.rules.map { Refusal($0.id, $0.field) }).sorted { $0.description < $1.description }
        let missed = try rules.filter { rule in
            try !breaks(under: Law.swedish.suspending(rule.rule, field: rule.field), seed: seed)
        }
        print(
            "\(Record.kind.rawValue), seed \(seed): \(rules.count - missed.count) of \(rules.count) rules break an",
            "invariant when switched off, all but \(missed)"
        )
        #expect(missed.count * 10 <= rules.count, "no counter-example to \(missed), seed \(seed)")
    }

    private func breaks(under law: Law, seed: UInt64) throws -> Bool {
        for number in 0..<Walks.patience {
            var course = try start(seed &+ UInt64(number), law)
            if !course.broken.isEmpty { return true }
            for _ in 0..<steps where try course.step(trying: nil) != nil {
                if !course.broken.isEmpty { return true }
            }
        }
        return false
    }

    /// Tries a drawn act, now and then after those that have not been accepted often enough, so that seldom ones are
    /// met in short runs too.
    private func step(_ course: inout Course, after seldom: [String], _ draws: inout Draws) throws -> String? {
        if !seldom.isEmpty, draws.happens(percent: 30) {
            let first = draws.below(seldom.count)
            for name in seldom[first...] + seldom[..<first] {
                if let act = try course.step(trying: name) { return act }
            }
        }
        return try course.step(trying: nil)
    }

    private func tell(_ accepted: [String: [String: Int]], seed: UInt64, sequences: Int) {
        var lines = [
            "\(Record.kind.rawValue), seed \(seed), \(sequences) sequences of \(steps) acts, accepted by phase:"
        ]
        for act in Set(acts).sorted() {
            let counts = accepted[act, default: [:]].sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            lines.append("  \(act): \(counts.joined(separator: ", "))")
        }
        print(lines.joined(separator: "\n"))
    }
}
