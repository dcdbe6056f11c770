public import QualityCore

extension LexSarahCase {
    /// What is required of every case.
    public static var rules: [RecordRule<LexSarahCase>] {
        receiptRules + investigationRules + decisionRules + closingRules + conflictRules
    }

    static func rule(
        _ id: String,
        _ field: String,
        duty: Provision.Duty? = nil,
        sv: String,
        en: String,
        selectedBy day: @escaping @Sendable (LexSarahCase) -> CalendarDate? = { $0.clockStart },
        isBroken: @escaping @Sendable (LexSarahCase) -> Bool
    ) -> RecordRule<LexSarahCase> {
        RecordRule(
            id,
            field: field,
            duty: duty,
            message: LocalizedText(sv: sv, en: en),
            basis: { $0.basis },
            selectedBy: day
        ) { record, _ in isBroken(record) }
    }

    static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

    /// Whether the case was closed here, so that everything that closing needs must stay.
    private var isClosedHere: Bool { phase == .closed && closings.last?.by.value != nil }

    private static var receiptRules: [RecordRule<LexSarahCase>] {
        [
            rule(
                "D-LXS-1",
                "reports.reporter",
                duty: .reportMisconduct,
                sv: "en rapport har en namngiven rapportör med roll",
                en: "a report has a named reporter with a role"
            ) { found in
                found.reports.compactMap(\.reporter.value).contains { isBlank($0.person.rawValue) || isBlank($0.role) }
            },
            rule(
                "D-LXS-1",
                "reports.receipt.receiver",
                duty: .reportMisconduct,
                sv: "rapporten har tagits emot av fel verksamhet",
                en: "the report was received by the wrong operator"
            ) { found in
                guard let kind = found.operatedBy.value, let bases = found.legalBases.value else { return false }
                let receiver = kind.receiver(under: bases)
                return found.reports.compactMap(\.receipt.value).contains { $0.receiver != receiver }
            },
            rule(
                "D-LXS-1",
                "reports.reporter.takenOnBy",
                duty: .reportMisconduct,
                sv: "anonyma uppgifter tas över av mottagaren som egen rapport",
                en: "anonymous information is taken on by the receiver as a report of their own"
            ) { found in
                found.reports.contains { report in
                    guard case .anonymousSource(let person, _)? = report.reporter.value else { return false }
                    return report.receipt.value.map { $0.person != person } ?? false
                }
            },
            rule(
                "D-LXS-1",
                "reports.receipt.form",
                duty: .writeDown,
                sv: "en muntlig rapport skrivs ned av mottagaren, med namn",
                en: "an oral report is written down by its receiver, with name"
            ) { found in
                found.reports.compactMap(\.receipt.value).contains { receipt in
                    guard case .oral(let written) = receipt.form else { return false }
                    return isBlank(written.person.rawValue) || written.person != receipt.person
                }
            },
            rule("D-LXS-13", "legalBases", sv: "minst ett lagrum krävs", en: "at least one legal basis is required") {
                $0.legalBases.value?.isEmpty == true
            },
            rule("D-LXS-13", "concerned", sv: "ange vem rapporten rör", en: "say whom the report is about") {
                $0.concerned.value == .persons([])
            },
            rule(
                "D-LXS-3",
                "remedy",
                duty: .investigateMisconduct,
                sv: "ange varför inget behöver avhjälpas",
                en: "say why there is nothing to remedy"
            ) { found in
                if case .notApplicable(let reason)? = found.remedy.value { isBlank(reason) } else { false }
            },
            rule(
                "D-LXS-3",
                "remedyMeasures",
                duty: .investigateMisconduct,
                sv: "ange vad som gjordes",
                en: "say what was done"
            ) { $0.remedyMeasures.contains { isBlank($0.what) || isBlank($0.by.title) } },
        ]
    }

    private static var closingRules: [RecordRule<LexSarahCase>] {
        [
            rule(
                "D-LXS-6",
                "notification",
                duty: .notifyMisconduct,
                sv: "ärendet ska vara anmält till IVO",
                en: "the case must be notified to the inspectorate",
                // A duty still open goes on under the provision of the day on which the case was closed.
                selectedBy: { $0.closings.last?.day ?? $0.decision?.day }
            ) { found in
                found.isClosedHere && found.matter == nil
                    && (found.decision?.degree.requiresNotification == true || found.isSuspectedSerious)
            },
            rule(
                "D-LXS-6",
                "notification.investigation",
                duty: .notifyMisconduct,
                sv: "utredningen ska ha skickats till IVO",
                en: "the investigation must have been sent to the inspectorate",
                // A duty still open goes on under the provision of the day on which the case was closed.
                selectedBy: { $0.closings.last?.day ?? $0.decision?.day }
            ) { found in
                found.isClosedHere && found.matter?.by.value != nil && found.matter?.investigationSent == nil
            },
            rule(
                "D-LXS-7",
                "notification.notifier",
                duty: .notifyMisconduct,
                sv: "bara den som bedriver verksamheten anmäler",
                en: "only the operator notifies",
                selectedBy: { $0.notified }
            ) { found in
                guard let kind = found.operatedBy.value, let notifier = found.matter?.notifier.value else {
                    return false
                }
                return kind != notifier
            },
            rule(
                "D-LXS-7",
                "boardInformed",
                duty: .informBoardOfReport,
                sv: "nämnden ska ha informerats om varje rapport och om anmälan",
                en: "the board must have been told of every report and of the notification"
            ) { found in
                guard found.isClosedHere, found.operatedBy.value == .privateOperator else { return false }
                let told = Set(found.boardInformed.map(\.matter))
                return !found.reports.allSatisfy { told.contains(.report($0.id)) }
                    || (found.matter != nil && !told.contains(.notification))
            },
            rule(
                "D-LXS-11",
                "reports.answer",
                sv: "varje rapportör ska ha svar, eller skälet till att svar saknas",
                en: "every reporter has an answer, or the reason why not"
            ) { found in
                found.isClosedHere
                    && found.reports.contains { report in
                        switch report.answer {
                        case nil: true
                        case .yes?: false
                        case .no(let reason)?: isBlank(reason)
                        }
                    }
            },
            rule(
                "D-LXS-6",
                "suspicion",
                sv: "ange varför ingen uppenbar misstanke finns",
                en: "say why no suspicion is obvious"
            ) { if case .no(let reason)? = $0.suspicion { isBlank(reason) } else { false } },
            rule("D-LXS-11", "joining.reason", sv: "ange varför ärendena förs samman", en: "say why cases are joined") {
                $0.joining.map { isBlank($0.reason) } ?? false
            },
            rule(
                "D-LXS-15",
                "notification.supplements",
                sv: "en sänkt bedömning ska ha meddelats IVO som komplettering",
                en: "a lowered degree must have been told to the inspectorate as a supplement"
            ) { found in
                guard found.isClosedHere, let matter = found.matter, let decision = found.decision,
                    !decision.degree.requiresNotification, let day = decision.day
                else { return false }
                return !matter.supplements.contains { $0.kind == .revisedDegree && day <= $0.day }
            },
            rule(
                "D-LXS-15",
                "notification.demands",
                sv: "varje krav från IVO ska ha blivit en åtgärd",
                en: "each demand of the inspectorate must have become a measure"
            ) { found in
                found.matter?.ended != nil && found.matter?.verdict?.demands.contains { $0.measure == nil } == true
            },
            rule(
                "D-LXS-15",
                "notification.requests",
                sv: "varje begäran från IVO ska ha besvarats",
                en: "each request of the inspectorate must have been answered"
            ) { found in
                found.matter?.ended != nil && found.matter?.requests.contains { $0.answered == nil } == true
            },
            rule("D-LXS-15", "notification.number", sv: "IVO:s nummer saknas", en: "the matter has no number") {
                $0.matter?.number.map(isBlank) ?? false
            },
        ]
    }
}
