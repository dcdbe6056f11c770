import Deviations
import Improvements
import ProcessMaps
import QualityCore
import SelfChecks

/// Finds what records show about one process as of a day.
struct EvidenceJudge {
    let records: ManagementRecords
    let lines: [OccasionLedger.Line]
    let period: CalendarPeriod
    let organisation: Organisation
    let day: CalendarDate

    func entry(of process: CareProcess) -> ManagementEvidence.Entry {
        let scope = records.scopes.first { $0.process == process.id } ?? ProcessScope(of: process.id)
        let subjects = subjects(of: process)
        let analyses = records.riskAnalyses.filter { analysis in
            scope.records.contains(analysis.reference) || analysis.assignment.change.map(subjects.contains) ?? false
        }
        let sources = subjects.union(scope.records).union(analyses.map(\.reference))
        return ManagementEvidence.Entry(
            riskAnalysis: .value(newest(of: analyses)),
            selfChecks: selfChecks(of: subjects.union(scope.records)),
            deviations: deviations(of: process, scope: scope),
            measures: measures(of: process, sources: sources)
        )
    }

    /// The process and the routines that its version in force names.
    private func subjects(of process: CareProcess) -> Set<RecordReference> {
        var subjects: Set<RecordReference> = [process.reference]
        for step in process.versions.inForce(on: day)?.content.steps.value ?? [] {
            if case .routines(let needed)? = step.routineNeed?.value {
                subjects.formUnion(needed.map { RecordReference($0) })
            }
        }
        return subjects
    }

    private func newest(of analyses: [RiskAnalysis]) -> ManagementEvidence.RiskAnalysis {
        let approved = analyses.flatMap(\.approvals).map(\.by.day).filter { $0 <= day }
        return approved.max().map(ManagementEvidence.RiskAnalysis.newest) ?? .none
    }

    /// Occasions of checks whose subjects are meant; unknown where none is and some plan does not tell its subjects.
    private func selfChecks(of subjects: Set<RecordReference>) -> Stated<ManagementEvidence.SelfChecks> {
        var meant: Set<OccasionSeries> = []
        var gap: String?
        for plan in records.plans {
            for check in plan.checks {
                switch check.subjects {
                case .value(let named):
                    if !subjects.isDisjoint(with: named) {
                        meant.insert(OccasionSeries(plan: plan.id, check: check.code))
                    }
                case .notStated(let source): gap = gap ?? source
                }
            }
        }
        var expected = 0
        var missed = 0
        for line in lines {
            let occasion = line.entry.occasion
            guard period.contains(occasion.expected),
                meant.contains(OccasionSeries(plan: occasion.plan, check: occasion.check))
            else { continue }
            switch line.standing {
            case .cancelled: break
            case .missed: (expected, missed) = (expected + 1, missed + 1)
            case .done, .late, .open: expected += 1
            }
        }
        if expected == 0, let gap { return .notStated(source: gap) }
        return ManagementEvidence.SelfChecks(expected: expected, missed: missed).map(Stated.value)
            ?? .notStated(source: "selfChecks")
    }

    /// Deviations of the process, and those of them that a concluded joint analysis has counted.
    private func deviations(of process: CareProcess, scope: ProcessScope) -> Stated<ManagementEvidence.Share> {
        let operations: Set<OrganisationUnitID>
        switch process.operations {
        case .value(let named): operations = Set(named)
        case .notStated(let source): return .notStated(source: source)
        }
        let meant = records.deviations.filter { deviation in
            guard deviation.phase != .cancelled, period.contains(deviation.reported), deviation.reported <= day
            else { return false }
            if scope.records.contains(deviation.reference) { return true }
            if let categories = scope.categories, !(deviation.category.value.map(categories.contains) ?? false) {
                return false
            }
            return isWithin(deviation.unit, operations)
        }
        let concluded = records.jointAnalyses.filter { analysis in
            guard case .count? = analysis.figures[.deviations] else { return false }
            return analysis.concluded.map { $0.day <= day } ?? false
        }
        let analysed = meant.count { deviation in
            concluded.contains {
                $0.period.contains(deviation.reported) && isWithin(deviation.unit, Set($0.units))
            }
        }
        return share(meant.count, analysed)
    }

    /// Measures done whose effect should have shown, and those of them with a verdict.
    private func measures(
        of process: CareProcess,
        sources: Set<RecordReference>
    ) -> Stated<ManagementEvidence.Share> {
        let meant = records.measures.filter { measure in
            guard [.executed, .followedUp].contains(measure.phase),
                measure.effectPlan.map({ $0.window.last < day }) ?? true
            else { return false }
            if let done = measure.step(to: .executed)?.by.value?.day, !period.contains(done) || day < done {
                return false
            }
            return measure.effectPlan?.process == process.reference
                || !sources.isDisjoint(with: measure.proposal.sources.value ?? [])
        }
        return share(meant.count, meant.count { $0.verdict.map { $0.by.day <= day } ?? false })
    }

    private func share(_ all: Int, _ done: Int) -> Stated<ManagementEvidence.Share> {
        ManagementEvidence.Share(all: all, done: done).map(Stated.value) ?? .notStated(source: "count")
    }

    private func isWithin(_ unit: OrganisationUnitID, _ nodes: Set<OrganisationUnitID>) -> Bool {
        nodes.contains(unit) || organisation.path(from: unit).contains { nodes.contains($0.id) }
    }
}

/// One check of one plan.
private struct OccasionSeries: Hashable {
    let plan: RecordID<SelfCheckPlan>
    let check: PlannedCheckCode
}
