/// Runs checks on an adapter and tells the outcome of each.
public enum StorageConformance: Sendable {
    /// The outcome of one check.
    public struct Outcome: Hashable, Sendable, Identifiable {
        /// What came of a check.
        public enum Verdict: Hashable, Sendable {
            /// The requirement is met.
            case passed
            /// The requirement is not met.
            case failed(StorageCheckFailure)
            /// The subject cannot be opened again, which the check needs.
            case skipped
        }

        /// The name of the check.
        public let id: String
        /// What came of it.
        public let verdict: Verdict
        /// How long it took.
        public let duration: Duration

        init(id: String, verdict: Verdict, duration: Duration) {
            self.id = id
            self.verdict = verdict
            self.duration = duration
        }
    }

    /// The outcomes of a run.
    public struct Report: Hashable, Sendable {
        /// The outcomes in the order of the checks.
        public let outcomes: [Outcome]

        /// Whether no check failed.
        public var isConforming: Bool { failures.isEmpty }

        /// The checks that failed.
        public var failures: [Outcome] {
            outcomes.filter { if case .failed = $0.verdict { true } else { false } }
        }
    }

    /// Runs checks one after another, each on a store of its own.
    ///
    /// - Parameters:
    ///   - checks: the checks to run.
    ///   - subject: the adapter under test.
    /// - Returns: one outcome for each check; those after a cancellation of the task fail.
    public static func run(_ checks: [StorageCheck] = StorageCheck.all, on subject: StorageCheck.Subject) async
        -> Report
    {
        var outcomes: [Outcome] = []
        for check in checks {
            let start = ContinuousClock.now
            var verdict = Outcome.Verdict.passed
            if check.needsReopening && subject.reopen == nil {
                verdict = .skipped
            } else {
                do { try await check.run(subject) } catch { verdict = .failed(error) }
            }
            outcomes.append(Outcome(id: check.id, verdict: verdict, duration: .now - start))
        }
        return Report(outcomes: outcomes)
    }
}

extension StorageConformance.Report: CustomStringConvertible {
    /// A table with a line for each check: its name, what came of it, how long it took, and the sum at the end.
    public var description: String {
        let width = outcomes.map(\.id.count).max() ?? 0
        var lines = outcomes.map { outcome in
            let (seconds, attoseconds) = outcome.duration.components
            let milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
            let name = outcome.id + String(repeating: " ", count: width - outcome.id.count)
            return switch outcome.verdict {
            case .passed: "\(name)  passed   \(milliseconds) ms"
            case .skipped: "\(name)  skipped"
            case .failed(let failure): "\(name)  FAILED   \(milliseconds) ms  \(failure)"
            }
        }
        lines.append("\(outcomes.count) checks, \(failures.count) failed")
        return lines.joined(separator: "\n")
    }
}
