import Improvements
import ProcessMaps
import QualityCore

extension WorklistCollector {
    mutating func collectImprovements(of records: QualityWorklist.Records) {
        for analysis in records.riskAnalyses where analysis.begun <= day {
            let provision = law.provision(for: .analyseRisks, on: analysis.begun)
            if analysis.phase == .approved, let approval = analysis.approvals.last {
                add(
                    .reviewRiskAnalysis,
                    analysis,
                    since: approval.by.day,
                    due: approval.reviewOn,
                    from: .record,
                    provision: provision
                )
            } else {
                add(.finishRiskAnalysis, analysis, since: analysis.begun, provision: provision)
            }
        }
        collectReports(of: records.unexecutedDecisions)
        for analysis in records.jointAnalyses where analysis.phase == .draft {
            let provision = law.provision(for: .compile, on: analysis.period.last)
            add(
                .concludeAnalysis,
                analysis,
                since: analysis.period.first,
                due: analysis.period.last,
                from: .record,
                provision: provision
            )
        }
        let replaced = Set(records.boardDecisions.filter { $0.day <= day }.flatMap(\.replaces))
        for decision in records.boardDecisions
        where decision.day <= day && decision.ending == nil && !replaced.contains(decision.id) {
            let person = decision.content.carriedOutBy.value
            add(.reviewDecision, decision, by: person, since: decision.day, due: decision.duration.day, from: .record)
        }
        for review in records.externalReviews where review.phase == .open && review.received <= day {
            for demand in review.demands where demand.answer.map({ day < $0.by.day }) ?? true {
                add(.answerDemand, review, since: review.received, due: demand.due, from: .authority)
            }
        }
    }

    private mutating func collectReports(of decisions: [UnexecutedDecision]) {
        for decision in decisions {
            for report in UnexecutedDecision.dueReports(of: [decision], asOf: day, under: law) {
                let since =
                    switch report.content {
                    case .quarter(let quarter): quarter.period.last.adding(days: 1)
                    case .execution: decision.closing?.day
                    }
                add(
                    .reportUnexecutedDecision,
                    decision,
                    detail: report.receiver.label,
                    since: since,
                    provision: law.provisions.first { $0.citation == report.citation }
                )
            }
        }
    }

    mutating func collect(_ process: CareProcess) {
        guard let approval = process.versions.inForce(on: day)?.state.approval else { return }
        let provision = law.provision(for: .mapProcesses, on: approval.validFrom)
        let owner = process.owners.owner(on: day)?.value?.person
        let due = approval.reviewBy(asOf: day)
        add(
            .reviewProcess,
            process,
            by: owner,
            since: approval.validFrom,
            due: due,
            from: .record,
            provision: provision
        )
    }

    mutating func collect(_ routine: Routine) {
        guard let approval = routine.versions.inForce(on: day)?.state.approval else { return }
        let provision = law.provision(for: .mapProcesses, on: approval.validFrom)
        let due = approval.reviewBy(asOf: day)
        add(.reviewRoutine, routine, since: approval.validFrom, due: due, from: .record, provision: provision)
    }
}
