import QualityCore

extension LexSarahCase {
    static var investigationRules: [RecordRule<LexSarahCase>] {
        [
            rule(
                "D-LXS-3",
                "notes",
                duty: .investigateMisconduct,
                sv: "varje rapport utreds, om så bara till ett kort ställningstagande",
                en: "every report is investigated, if only to a short stance"
            ) { found in found.rounds.contains { $0.scope?.value != nil && $0.entries.isEmpty } },
            rule(
                "D-LXS-4",
                "notes",
                duty: .investigateMisconduct,
                sv: "utredningen besvarar alla sina frågor",
                en: "the investigation answers all its questions"
            ) { found in
                found.rounds.contains { round in
                    let answered = Set(round.entries.map(\.topic))
                    return round.scope?.value == .full
                        && InvestigationTopic.allCases.contains { $0.isRequired && !answered.contains($0) }
                }
            },
            rule(
                "D-LXS-4",
                "notes.text",
                duty: .investigateMisconduct,
                sv: "varje anteckning har text, källa och upprättare med titel",
                en: "every entry has text, source and author with title"
            ) { found in
                (found.rounds.flatMap(\.entries).map(\.note) + found.additions)
                    .contains { isBlank($0.text) || isBlank($0.source) || isBlank($0.author.title) }
            },
            rule(
                "D-LXS-4",
                "decision.degree",
                sv: "ett kort ställningstagande räcker bara för ej missförhållande",
                en: "a short stance is enough for no misconduct only"
            ) { found in
                guard found.phase == .decided || found.phase == .closed else { return false }
                return found.rounds.last?.scope?.value == .stance && found.decision?.by.value != nil
                    && found.decision?.degree != .noMisconduct
            },
        ] + personRules
    }

    private static var personRules: [RecordRule<LexSarahCase>] {
        PersonAnswers.Question.allCases.map { question in
            rule(
                "D-LXS-14",
                "answers.\(question.rawValue)",
                sv: "en fråga om den enskilde är obesvarad",
                en: "a question about the person concerned is unanswered"
            ) { found in found.investigationEnded != nil && found.answers.value?.isUnanswered(question) == true }
        } + [
            rule(
                "D-LXS-14",
                "answers.police",
                sv: "polisanmälan är inte övervägd",
                en: "a police report is not considered"
            ) { found in found.investigationEnded != nil && found.answers.value?.isPoliceUnanswered == true }
        ]
    }

    static var decisionRules: [RecordRule<LexSarahCase>] {
        [
            rule(
                "D-LXS-5",
                "decision.motivation",
                sv: "varje bedömning ska motiveras",
                en: "every degree needs a motivation"
            ) { found in found.decisions.contains { $0.motivation.isBlank } },
            rule(
                "D-LXS-5",
                "decision.delegation",
                sv: "ange med stöd av vilken delegation beslutet fattas",
                en: "say under which delegation it is decided"
            ) { found in found.decisions.contains { $0.delegation.isBlank } },
            rule(
                "D-LXS-2",
                "decision.grounds.affected",
                sv: "ange om liv, säkerhet, fysisk eller psykisk hälsa berörs",
                en: "say whether life, safety, physical or mental health is affected"
            ) { found in
                found.decisions.contains { decision in
                    decision.grounds.value.map { !$0.affectsEnough(for: decision.degree) } ?? false
                }
            },
            rule(
                "D-LXS-2",
                "decision.grounds.outcome",
                sv: "följden stämmer inte med bedömningen; en påtaglig risk är uppenbar och konkret",
                en: "the outcome does not fit the degree; a tangible risk is obvious and concrete"
            ) { found in
                found.decisions.contains { decision in
                    decision.grounds.value.map { !$0.outcomeFits(decision.degree) } ?? false
                }
            },
            rule("D-LXS-10", "categories", sv: "minst en kategori krävs", en: "at least one category is required") {
                $0.decision?.by.value != nil && $0.categories.isEmpty
            },
            rule(
                "D-LXS-13",
                "decision.by",
                sv: "en annan än utredaren beslutar",
                en: "another than the investigator decides"
            ) { found in
                found.decisions.contains { decision in
                    guard let decider = decision.by.value?.person else { return false }
                    return decision.proposedBy.value?.person == decider
                }
            },
        ]
    }
}
