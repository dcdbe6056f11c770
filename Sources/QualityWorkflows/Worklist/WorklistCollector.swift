import Complaints
import Deviations
import QualityCore

/// Gathers the acts that wait, kind by kind.
struct WorklistCollector {
    let day: CalendarDate
    let lookingAhead: Int
    let policies: QualityPolicies
    let law: Law
    private(set) var items: [WorklistItem] = []

    init(day: CalendarDate, lookingAhead: Int, policies: QualityPolicies, law: Law) {
        self.day = day
        self.lookingAhead = lookingAhead
        self.policies = policies
        self.law = law
    }

    mutating func collect(_ records: QualityWorklist.Records) {
        for deviation in records.deviations where deviation.reported <= day { collect(deviation) }
        let hits = Set(policies.screening.findings(in: records.deviations).hits.map(\.deviation))
        for deviation in records.deviations where hits.contains(deviation.reference) {
            add(.lookForMisconduct, deviation, by: deviation.investigator?.clearance.person, since: deviation.reported)
        }
        for complaint in records.complaints where complaint.received <= day { collect(complaint) }
        for found in records.cases { collect(found) }
        for measure in records.measures { collect(measure) }
        collectChecks(of: records)
        collectImprovements(of: records)
        collectFollowUps(of: records)
        for process in records.processes { collect(process) }
        for routine in records.routines { collect(routine) }
    }

    /// Adds one act; `duty` and the day that selects its provision give the citation.
    mutating func add<Record: QualityRecord>(
        _ task: WorklistTask,
        _ record: Record,
        unit: OrganisationUnitID? = nil,
        detail: LocalizedText? = nil,
        by person: PersonReference? = nil,
        since: CalendarDate? = nil,
        due: CalendarDate? = nil,
        from source: WorklistItem.DueSource? = nil,
        provision: Provision? = nil
    ) {
        items.append(
            WorklistItem(
                record: record.reference,
                task: task,
                detail: detail,
                unit: unit ?? record.facts.unit,
                responsible: person,
                since: since,
                due: due,
                source: due == nil ? nil : source,
                standing: WorklistItem.Standing(due: due, on: day, lookingAhead: lookingAhead),
                citation: provision?.citation,
                ground: provision?.ground ?? .practice
            )
        )
    }

    private mutating func collect(_ deviation: Deviation) {
        guard deviation.phase != .cancelled else { return }
        collectTracks(of: deviation)
        let person = deviation.investigator?.clearance.person
        let reported = deviation.reported
        switch (deviation.phase, deviation.pause?.ground) {
        case (.closed, _): break
        case (_, .parked(_, let until)):
            add(.resumeDeviation, deviation, by: person, since: reported, due: until, from: .record)
        case (.reported, _):
            let due = reported.adding(days: policies.deviations.daysToBegin)
            add(.reviewDeviation, deviation, by: person, since: reported, due: due, from: .board)
        default: add(.handleDeviation, deviation, by: person, since: reported)
        }
        for exchange in deviation.exchanges where exchange.answered.map({ day < $0 }) ?? true && exchange.by.day <= day
        {
            add(
                .answerPrincipal,
                deviation,
                detail: exchange.direction.label,
                by: person,
                since: exchange.by.day,
                due: exchange.by.day.adding(days: policies.deviations.daysToAnswerPrincipal),
                from: .board
            )
        }
        if deviation.isHealthCare, deviation.nurseReviews.isEmpty {
            add(
                .reviewAsNurse,
                deviation,
                since: reported,
                provision: law.provision(for: .responsibleNurse, on: reported)
            )
        }
        collectCareInjury(of: deviation)
    }

    private mutating func collectCareInjury(of deviation: Deviation) {
        guard deviation.lexMaria != nil || deviation.careInjury?.callsForLexMaria == true else { return }
        let since = deviation.lexMaria?.decision?.by.day ?? deviation.lexMaria?.opened.day ?? deviation.reported
        let provision = law.provision(for: .notifyCareInjury, on: since)
        switch (deviation.lexMaria?.decision?.outcome, deviation.lexMaria?.notification) {
        case (nil, _): add(.decideOnCareInjury, deviation, since: since, provision: provision)
        case (.notify, nil): add(.notifyCareInjury, deviation, since: since, provision: provision)
        case (_, let notification?) where notification.investigationSent == nil:
            add(.sendCareInjuryInvestigation, deviation, since: notification.by.day, provision: provision)
        default: break
        }
    }

    private mutating func collect(_ complaint: Complaint) {
        guard complaint.phase != .cancelled else { return }
        let provision = law.provision(for: .receiveComplaints, on: complaint.received)
        let person = complaint.handling?.handler
        func isOpen(_ time: Complaint.Timeliness?) -> Bool { time == .running || time == .late }
        if isOpen(complaint.acknowledgementTime(on: day)) {
            let due = complaint.deadlines?.acknowledge
            add(
                .acknowledgeComplaint,
                complaint,
                by: person,
                since: complaint.received,
                due: due,
                from: .board,
                provision: provision
            )
        }
        if isOpen(complaint.answerTime(on: day)) {
            let due = complaint.deadlines?.answer
            add(
                .answerComplaint,
                complaint,
                by: person,
                since: complaint.received,
                due: due,
                from: .board,
                provision: provision
            )
        }
        let settled = [complaint.appealDenial?.by.day, complaint.ending?.day].compactMap(\.self)
        if complaint.receipt.subject.value == .decision, !settled.contains(where: { $0 <= day }) {
            add(
                .checkAppeal,
                complaint,
                by: person,
                since: complaint.received,
                due: complaint.received,
                from: .board,
                provision: law.provision(for: .receiveAppeal, on: complaint.received)
            )
        }
    }
}
