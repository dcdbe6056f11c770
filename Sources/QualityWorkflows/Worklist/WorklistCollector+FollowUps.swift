import Deviations
import Improvements
import LexSarah
import QualityCore
import SelfChecks

extension WorklistCollector {
    mutating func collectFollowUps(of records: QualityWorklist.Records) {
        for survey in records.surveys where survey.period.first <= day { collect(survey) }
        for goal in records.goals where goal.phase == .set && goal.period.first <= day {
            add(.assessGoal, goal, since: goal.period.first, due: goal.period.last, from: .record)
        }
        for report in records.situationReports where report.phase == .open && report.begun <= day { collect(report) }
        for followUp in records.providerFollowUps where followUp.phase == .open { collect(followUp) }
    }

    private mutating func collect(_ survey: UserSurvey) {
        let period = survey.period
        switch survey.phase {
        case .planned: add(.carryOutSurvey, survey, since: period.first, due: period.last, from: .record)
        case .carriedOut: add(.concludeSurvey, survey, since: survey.findings?.day)
        case .notCarriedOut, .concluded: break
        }
    }

    /// A line for each unit, due so many days after it last answered as the report is asked for.
    private mutating func collect(_ report: SituationReport) {
        for standing in report.standings(asOf: day) {
            let since = standing.latest?.by.day ?? report.begun
            add(
                .answerSituation,
                report,
                unit: standing.unit,
                detail: LocalizedText(sv: standing.unit.rawValue, en: standing.unit.rawValue),
                since: since,
                due: since.adding(days: report.rhythm),
                from: .record
            )
        }
    }

    private mutating func collect(_ followUp: ProviderFollowUp) {
        let provision = law.provision(for: .followUpProviders, on: day)
        for request in followUp.requests where request.isOutstanding(on: day) {
            add(
                .awaitProviderData,
                followUp,
                detail: LocalizedText(sv: "Begäran \(request.number)", en: "Request \(request.number)"),
                by: request.asked.person,
                since: request.asked.day,
                due: request.dueOn,
                from: .record,
                provision: law.provision(for: .askProviders, on: day) ?? provision
            )
        }
        if followUp.period.first <= day {
            add(.concludeProviderFollowUp, followUp, since: followUp.period.first, provision: provision)
        }
    }

    /// The tracks whose hours run; whether it was done stands in the system of the track, so none is called overdue.
    mutating func collectTracks(of deviation: Deviation) {
        for answer in deviation.trackAnswers where answer.by.day <= day {
            guard let due = answer.due(after: policies.deviations.hoursOfTracks)?.date, day <= due else { continue }
            let aware = answer.aware?.date ?? answer.by.day
            let provision =
                answer.track == .personalDataBreach ? law.provision(for: .notifyDataBreach, on: aware) : nil
            add(
                .notifyOtherTrack,
                deviation,
                detail: answer.track.label,
                by: answer.by.person,
                since: aware,
                due: due,
                from: provision == nil ? .board : .law,
                provision: provision
            )
        }
    }

    /// What a private operator has not yet told the board of.
    mutating func collectBoardInformation(of found: LexSarahCase, by person: PersonReference?) {
        guard found.operatedBy.value == .privateOperator else { return }
        let told = Set(found.boardInformed.filter { $0.by.day <= day }.map(\.matter))
        func add(_ task: WorklistTask, _ duty: Provision.Duty, arisen: CalendarDate) {
            let provision = law.provision(for: duty, arisen: arisen, on: day, basis: found.basis)
            self.add(task, found, by: person, since: arisen, provision: provision)
        }
        for report in found.reports where report.received <= day && !told.contains(.report(report.id)) {
            add(.informBoardOfReport, .informBoardOfReport, arisen: report.received)
        }
        if let sent = found.matter?.sent, sent <= day, !told.contains(.notification) {
            add(.informBoardOfNotification, .informBoardOfNotification, arisen: sent)
        }
    }
}
