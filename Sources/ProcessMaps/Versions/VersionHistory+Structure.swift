import QualityCore

extension VersionHistory {
    /// Refuses what no history can be, whatever the law: numbers, drafts and days out of order.
    func checkStructure(of document: RecordReference?) throws(RuleViolation) {
        var latestFirstDay: CalendarDate?
        for (index, version) in versions.enumerated() {
            guard version.number == index + 1, version.state != .draft || index == versions.count - 1 else {
                throw .version(
                    document,
                    field: "versions",
                    sv: "versionerna numreras från 1 och bara den sista kan vara ett utkast",
                    en: "versions are numbered from 1 and only the last can be a draft"
                )
            }
            guard let approval = version.state.approval else { continue }
            try Self.check(approval, of: document)
            if let withdrawal = version.state.withdrawal {
                try Self.check(withdrawal, after: approval, of: document)
            }
            guard let first = Self.firstDay(version) else { continue }
            if let latestFirstDay, first <= latestFirstDay {
                throw .version(
                    document,
                    field: "validFrom",
                    sv: "en version börjar gälla efter den föregående",
                    en: "a version begins after the one before it"
                )
            }
            latestFirstDay = first
        }
    }

    private static func check(_ approval: VersionApproval, of document: RecordReference?) throws(RuleViolation) {
        if let approved = approval.approver.value?.day, approval.validFrom < approved {
            throw .version(
                document,
                field: "validFrom",
                sv: "en version gäller inte före godkännandet",
                en: "a version does not hold before its approval"
            )
        }
        if let review = approval.reviewBy.value, review < approval.validFrom {
            throw .version(
                document,
                field: "reviewBy",
                sv: "översynen ligger före första dagen",
                en: "the review lies before the first day"
            )
        }
        var latest = approval.approver.value?.day
        for review in approval.reviews {
            guard latest.map({ $0 <= review.reviewer.day }) ?? true, review.reviewer.day <= review.reviewBy else {
                throw .version(
                    document,
                    field: "reviews",
                    sv: "översynerna följer på godkännandet och på varandra, och nästa ligger efter",
                    en: "reviews follow on the approval and on each other, and the next lies after"
                )
            }
            latest = review.reviewer.day
        }
    }

    private static func check(
        _ withdrawal: VersionWithdrawal,
        after approval: VersionApproval,
        of document: RecordReference?
    ) throws(RuleViolation) {
        let withdrawn = withdrawal.signature.value?.day
        let known = ([approval.approver.value?.day] + approval.reviews.map(\.reviewer.day)).compactMap { $0 }.max()
        if let withdrawn, withdrawal.lastDay < withdrawn {
            throw .version(
                document,
                field: "lastDay",
                sv: "sista dagen ligger före upphävandet",
                en: "the last day lies before the withdrawal"
            )
        }
        if let known, (withdrawn ?? withdrawal.lastDay) < known {
            throw .version(
                document,
                field: "withdrawal",
                sv: "upphävandet ligger före godkännandet eller en översyn",
                en: "the withdrawal lies before the approval or a review"
            )
        }
    }
}

extension RuleViolation {
    static func version(
        _ document: RecordReference?,
        field: String,
        sv swedish: String,
        en english: String
    ) -> RuleViolation {
        RuleViolation(
            rule: "D-PRO-3",
            record: document,
            field: field,
            message: LocalizedText(sv: swedish, en: english)
        )
    }
}
