import Improvements
import LexSarah
import QualityCore
import SelfChecks

extension WorklistCollector {
    mutating func collect(_ found: LexSarahCase) {
        guard found.phase != .joined, let received = found.reports.map(\.received).min(), received <= day else {
            return
        }
        let person = found.rounds.last { $0.ended == nil }?.begun.value?.person
        if found.remedy.value == .notYet {
            let provision = law.provision(for: .investigateMisconduct, on: received, basis: found.basis)
            add(.removeDanger, found, by: person, since: received, provision: provision)
        }
        collectBoardInformation(of: found, by: person)
        // The law's time and the board's for one duty are one act, due on the earlier day.
        let times = found.deadlines(under: law, policy: policies.lexSarah, asOf: day)
        for (duty, task) in Self.tasks {
            let own = times.filter { $0.duty == duty && $0.origin != .authority }
            guard let since = own.map(\.start).min() else { continue }
            let first = own.filter { $0.lastDay != nil }.min { ($0.lastDay ?? .latest) < ($1.lastDay ?? .latest) }
            let provision = law.provision(for: duty, arisen: since, on: max(since, day), basis: found.basis)
            add(
                task,
                found,
                by: person,
                since: since,
                due: first?.lastDay,
                from: first?.origin == .target ? .board : .law,
                provision: provision
            )
        }
        for request in found.matter?.requests ?? []
        where request.day <= day && request.answered.map({ day < $0 }) ?? true {
            add(.answerAuthority, found, since: request.day, due: request.due, from: .authority)
        }
        guard let verdict = found.matter?.verdict, verdict.day <= day else { return }
        for demand in verdict.demands where demand.measure == nil {
            add(.meetAuthorityDemand, found, since: verdict.day)
        }
    }

    private static let tasks: [(Provision.Duty, WorklistTask)] = [
        (.investigateMisconduct, .investigateMisconduct), (.notifyMisconduct, .notifyMisconduct),
        (.completeNotification, .completeNotification),
    ]

    mutating func collect(_ measure: Measure) {
        let since = measure.steps.last?.by.value?.day
        let provision = law.provision(for: .improve, on: since ?? day)
        let proposal = measure.proposal
        func add(_ task: WorklistTask, by person: PersonReference? = nil, due: CalendarDate? = nil) {
            self.add(task, measure, by: person, since: since, due: due, from: .record, provision: provision)
        }
        switch measure.phase {
        case .proposed: add(.decideOnMeasure)
        case .sentBack: add(.rewordMeasure, by: measure.step(to: .proposed)?.by.value?.person)
        case .approved, .planned: add(.executeMeasure, by: proposal.responsible.value, due: proposal.due.value)
        case .executed: add(.followUpMeasure, due: proposal.followUpOn.value)
        case .followedUp, .rejected, .notExecuted, .cancelled: break
        }
        if [.executed, .followedUp].contains(measure.phase), measure.verdict == nil, let plan = measure.effectPlan {
            add(.judgeEffect, due: plan.window.last)
        }
    }

    mutating func collectChecks(of records: QualityWorklist.Records) {
        let horizon = day.adding(days: lookingAhead) ?? .latest
        var ledger = OccasionLedger()
        ledger.catchUp(with: records.plans, checks: records.checks, through: horizon)
        let plans = Dictionary(records.plans.map { ($0.id, $0) }) { first, _ in first }
        for line in ledger.lines(with: records.plans, checks: records.checks, asOf: day) {
            guard line.standing == .open || line.standing == .missed, let plan = plans[line.entry.occasion.plan]
            else { continue }
            let occasion = line.entry.occasion
            let check = plan[occasion.check]
            let code = occasion.check.rawValue
            add(
                .doSelfCheck,
                plan,
                detail: LocalizedText(sv: code, en: code),
                by: check?.responsible?.value,
                since: occasion.expected,
                due: line.entry.lastDay,
                from: .record,
                provision: law.provision(for: .selfCheck, on: occasion.expected)
            )
        }
        for check in records.checks where check.phase == .open && check.begun <= day && check.occasion == nil {
            add(
                .finishSelfCheck,
                check,
                since: check.begun,
                provision: law.provision(for: .selfCheck, on: check.begun)
            )
        }
    }
}
