public import QualityCore

extension SelfCheckPlan {
    /// What holds of every plan, however it came to be.
    func check() throws(RuleViolation) {
        guard period != nil else {
            throw violation("D-SLF-2", field: "year", sv: "året finns inte", en: "there is no such year")
        }
        guard Set(checks.map(\.code)).count == checks.count, !checks.contains(where: { $0.code.rawValue.isBlank })
        else {
            throw violation(
                "D-SLF-2",
                field: "checks.code",
                sv: "varje egenkontroll ska ha en egen kod",
                en: "each check must have a code of its own"
            )
        }
        guard checks.allSatisfy({ $0.graceDays >= 0 }) else {
            throw violation(
                "D-SLF-2",
                field: "checks.graceDays",
                sv: "antalet dagar kan inte vara negativt",
                en: "the number of days cannot be negative"
            )
        }
        try checkApprovals()
        try checkCancellations()
    }

    func requireCheck(_ code: PlannedCheckCode, rule: String, field: String) throws(RuleViolation) {
        guard self[code] != nil else {
            throw violation(rule, field: field, sv: "planen har ingen sådan", en: "the plan has no such check")
        }
    }

    private func checkApprovals() throws(RuleViolation) {
        let closings = approvals.map { approval in
            var closing = CheckClosing(closed: approval.approved)
            closing.reopening = approval.amendment
            return closing
        }
        guard closings.areInOrder(from: .earliest) else {
            throw violation(
                "D-SLF-2",
                field: "approvals",
                sv: "dagarna ska följa på varandra och ändring ha skäl",
                en: "the days must follow on each other and a change have a reason"
            )
        }
    }

    private func checkCancellations() throws(RuleViolation) {
        for cancellation in cancellations {
            try requireCheck(cancellation.check, rule: "D-SLF-7", field: "cancellations.check")
            guard period?.contains(cancellation.expected) == true else {
                throw violation(
                    "D-SLF-7",
                    field: "cancellations.expected",
                    sv: "dagen ligger utanför planens år",
                    en: "the day lies outside the year of the plan"
                )
            }
            guard !cancellation.reason.isBlank else {
                throw violation(
                    "D-SLF-7",
                    field: "cancellations.reason",
                    sv: "ett inställt tillfälle ska ha skäl",
                    en: "a cancelled occasion must have a reason"
                )
            }
        }
        let occasions = cancellations.map { PlannedOccasion(plan: id, check: $0.check, expected: $0.expected) }
        guard Set(occasions).count == occasions.count else {
            throw violation(
                "D-SLF-7",
                field: "cancellations",
                sv: "tillfället är redan inställt",
                en: "the occasion is cancelled already"
            )
        }
    }
}

extension SelfCheckPlan.Phase: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .draft: LocalizedText(sv: "Utkast", en: "Draft")
        case .approved: LocalizedText(sv: "Godkänd", en: "Approved")
        }
    }
}
