import QualityCore

extension LexSarahCase {
    /// What holds in every value: times in order, phases that follow on each other.
    func checkStructure() throws(RuleViolation) {
        try checkReports()
        try checkRounds()
        try checkPhase()
        try checkMatter()
        try checkAssignments()
        if case .remedied(let day)? = remedy.value, day < earliestStart { throw order("D-LXS-3", "remedy") }
    }

    private var earliestStart: CalendarDate {
        reports.compactMap(\.occurred.firstDay).min().map { min($0, clockStart) } ?? .earliest
    }

    private func checkReports() throws(RuleViolation) {
        guard !reports.isEmpty, Set(reports.map(\.id)).count == reports.count else {
            throw order("D-LXS-11", "reports")
        }
        for report in reports {
            let noticed = report.noticed.value?.day ?? report.received
            guard noticed <= report.received, report.occurred.firstDay.map({ $0 <= noticed }) ?? true else {
                throw order("D-LXS-13", "reports.received")
            }
            if case .period(let first, let last?) = report.occurred, last < first {
                throw order("D-LXS-13", "reports.occurred")
            }
            if case .oral(let written)? = report.receipt.value?.form, written.day < report.received {
                throw order("D-LXS-1", "reports.receipt.form")
            }
            if case .yes(let signature)? = report.answer, signature.day < report.received {
                throw order("D-LXS-11", "reports.answer")
            }
        }
    }

    private func checkRounds() throws(RuleViolation) {
        var latest = reports.map(\.received).min() ?? .earliest
        for (index, round) in rounds.enumerated() {
            if let begun = round.begun.value?.day {
                guard latest <= begun else { throw order("D-LXS-13", "rounds.begun") }
                latest = begun
            }
            for entry in round.entries where entry.note.author.day < latest { throw order("D-LXS-4", "notes.date") }
            if let ended = round.ended {
                guard latest <= ended else { throw order("D-LXS-13", "investigationEnded") }
                latest = ended
            } else if index < rounds.count - 1 {
                throw order("D-LXS-13", "rounds")
            }
            guard (index > 0) == (round.reopening != nil) else { throw order("D-LXS-13", "rounds") }
        }
        var decided = CalendarDate.earliest
        for decision in decisions {
            guard let day = decision.day else { continue }
            guard decided <= day, reported <= day else { throw order("D-LXS-13", "decision.by") }
            decided = day
        }
        if phase != .underInvestigation, let ended = investigationEnded, phase != .investigationEnded,
            let day = decision?.day, day < ended
        {
            throw order("D-LXS-13", "decision.by")
        }
        if let proposed = proposal?.by.day, proposed < reported { throw order("D-LXS-13", "proposal") }
    }

    private func checkPhase() throws(RuleViolation) {
        let isOpen = rounds.last.map { $0.ended == nil } ?? false
        let isSound =
            switch phase {
            case .received: rounds.isEmpty && decisions.isEmpty && closings.isEmpty
            case .underInvestigation: isOpen
            case .investigationEnded: !rounds.isEmpty && !isOpen
            case .decided: !decisions.isEmpty && !isOpen
            case .closed: !decisions.isEmpty && !isOpen && closings.last.map { $0.reopened == nil } ?? false
            case .joined: joining != nil && decisions.isEmpty
            }
        guard isSound, (phase == .joined) == (joining != nil),
            phase == .closed || closings.last?.reopened != nil || closings.isEmpty
        else { throw order("D-LXS-13", "phase") }
        var latest = reported
        for closing in closings {
            guard latest <= closing.day, closing.reopened.map({ closing.day <= $0 }) ?? true else {
                throw order("D-LXS-13", "closings")
            }
            latest = closing.reopened ?? closing.day
        }
        if phase == .closed, let day = decision?.day, latest < day { throw order("D-LXS-13", "closings") }
        if let joining, joining.other == id || joining.by.day < reported { throw order("D-LXS-11", "joining") }
    }

    private func checkMatter() throws(RuleViolation) {
        guard let matter else { return }
        guard reported <= matter.sent else { throw order("D-LXS-6", "notified") }
        guard matter.days.allSatisfy({ matter.sent <= $0 }) else { throw order("D-LXS-15", "notification") }
        for request in matter.requests {
            guard request.day <= request.due, request.answered.map({ request.day <= $0 }) ?? true else {
                throw order("D-LXS-15", "notification.requests")
            }
        }
        if let ended = matter.ended, matter.days.contains(where: { ended < $0 }) {
            throw order("D-LXS-15", "notification.ended")
        }
    }

    private func order(_ rule: String, _ field: String) -> RuleViolation {
        violation(
            rule,
            field: field,
            LocalizedText(
                sv: "dagar och steg följer inte på varandra",
                en: "days and steps do not follow on each other"
            )
        )
    }
}
