public import QualityCore

extension ProviderFollowUp {
    /// What is required of every follow-up of a provider.
    public static var rules: [RecordRule<ProviderFollowUp>] {
        [
            rule("requests", sv: "en begäran är obesvarad", en: "a request is outstanding") {
                $0.phase == .closed && $0.requests.contains { $0.outcome == nil }
            },
            rule("requests.what", sv: "det ska framgå vad som begärs", en: "what is asked for must be stated") {
                $0.requests.contains { $0.what.isBlank }
            },
            rule(
                "requests.reason",
                sv: "att avstå från begärda uppgifter kräver skäl",
                en: "giving up what was asked for takes a reason"
            ) { $0.requests.contains(where: \.lacksReason) },
            rule("told.what", sv: "det ska framgå vad som kontrollerats", en: "what was checked must be stated") {
                $0.told.contains { $0.what.isBlank }
            },
            rule(
                "boardChecks",
                sv: "nämndens egen kontroll krävs, eller skäl till att ingen gjorts",
                en: "a check of the board's own is required, or a reason why there is none"
            ) { $0.phase == .closed && $0.boardChecks.isEmpty && ($0.noBoardCheckReason?.isBlank ?? true) },
            rule("boardChecks.kind", sv: "posten är ingen egenkontroll", en: "the record is no self-check") {
                $0.boardChecks.contains { $0.kind != SelfCheck.kind }
            },
            rule("conclusion", sv: "en slutsats krävs", en: "a conclusion is required") {
                $0.phase == .closed && ($0.conclusion?.isBlank ?? true)
            },
        ]
    }

    /// The duty of the board to control and follow up private providers (KL 10 kap. 8 §).
    private static let duty = Provision.Duty(rawValue: "followUpProviders")

    private static func rule(
        _ field: String,
        sv swedish: String,
        en english: String,
        isBroken: @escaping @Sendable (ProviderFollowUp) -> Bool
    ) -> RecordRule<ProviderFollowUp> {
        RecordRule(
            "D-SLF-11",
            field: field,
            duty: duty,
            message: LocalizedText(sv: swedish, en: english),
            selectedBy: { $0.period.last }
        ) { followUp, _ in isBroken(followUp) }
    }

    /// What holds of every follow-up, however it came to be.
    func check() throws(RuleViolation) {
        guard requests.map(\.number) == Array(1..<requests.count + 1), requests.allSatisfy(\.isInOrder) else {
            throw violation(
                "D-SLF-11",
                field: "requests",
                sv: "uppgifter kan inte komma eller vara väntade före begäran",
                en: "data can neither come nor be due before they are asked for"
            )
        }
        guard told.allSatisfy({ check in check.done.map { $0 <= check.told } ?? true }) else {
            throw violation(
                "D-SLF-11",
                field: "told",
                sv: "en egenkontroll kan inte redovisas före den gjorts",
                en: "a check cannot be told of before it was done"
            )
        }
        guard Set(boardChecks).count == boardChecks.count else {
            throw violation(
                "D-SLF-11",
                field: "boardChecks",
                sv: "kontrollen finns redan",
                en: "the check is linked already"
            )
        }
        guard closings.areInOrder(from: period.first) else {
            throw violation(
                "D-SLF-11",
                field: "closings",
                sv: "dagarna ska följa på varandra och återöppning ha skäl",
                en: "the days must follow on each other and reopening have a reason"
            )
        }
    }

    /// Unit, days, status and codes of the record; due on the first due day of an outstanding request.
    public var facts: RecordFacts {
        RecordFacts(
            unit: unit,
            occurred: period.first,
            reported: closings.first?.closed.day,
            dueOn: requests.filter { $0.outcome == nil }.map(\.dueOn).min(),
            status: phase.rawValue,
            observations: [RecordFacts.Observation(codes: [:])]
        )
    }
}

extension ProviderFollowUp.Phase: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .open: LocalizedText(sv: "Pågår", en: "Under way")
        case .closed: LocalizedText(sv: "Avslutad", en: "Closed")
        }
    }
}
