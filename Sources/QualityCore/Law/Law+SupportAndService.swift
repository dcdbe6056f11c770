extension Law {
    /// The Act on Support and Service for Persons with Certain Functional Impairments, beside both Social Services Acts.
    static let supportAndService: [Provision] = {
        let name = "lagen (1993:387) om stöd och service till vissa funktionshindrade"
        let act = LawSource("LSS", name, from: "2011-07-01", basis: .lss)
        let undated = LawSource("LSS", name, from: nil, basis: .lss)
        let regulation = LawSource("LexSarahRegulation", "föreskrifterna om Lex Sarah", from: "2011-07-01")
        return [
            undated(
                .keepPrivateFile,
                "23g",
                "23 g §",
                .textRead,
                sv:
                    "Bevara en enskild verksamhets akt i fem år efter den sista anteckningen, sedan gallra eller lämna över.",
                en:
                    "Keep the file of a private operator five years after the last note, then dispose of it or hand it over.",
                deadline: .months(60),
                by: [.privateOperator]
            ),
            act(
                .contributeToQuality,
                "24a",
                "24 a §",
                .textRead,
                sv: "Medverka till att insatserna är av god kvalitet.",
                en: "Contribute to services of good quality.",
                by: [.performer]
            ),
            act(
                .reportMisconduct,
                "24b",
                "24 b §",
                .textRead,
                sv: "Rapportera genast ett missförhållande eller en påtaglig risk för ett.",
                en: "Report a misconduct, or a tangible risk of one, at once.",
                deadline: .immediately,
                by: [.performer],
                to: [.board, .privateOperator, .stateAgency],
                selectedBy: .awareness
            ),
            act(
                .informPerformers,
                "24c",
                "24 c §",
                .textRead,
                sv:
                    "Informera dem som fullgör uppgifter om skyldigheten att medverka till god kvalitet och att rapportera.",
                en: "Inform those who perform tasks of the duties to contribute to good quality and to report.",
                by: [.operatorOfService],
                to: [.performer]
            ),
            act(
                .informBoardOfReport,
                "24d",
                "24 d §",
                .textRead,
                sv: "Informera den berörda nämnden om en rapport som en enskild verksamhet har fått.",
                en: "Inform the board concerned of a report that a private operator has received.",
                by: [.privateOperator],
                to: [.board],
                selectedBy: .receipt
            ),
            act(
                .investigateMisconduct,
                "24e",
                "24 e §",
                .textRead,
                sv: "Dokumentera och utreda det rapporterade och avhjälpa eller undanröja det.",
                en: "Document and investigate what was reported, and remedy or remove it.",
                deadline: .withoutDelay,
                by: [.operatorOfService],
                selectedBy: .receipt
            ),
            act(
                .notifyMisconduct,
                "24f",
                "24 f §",
                .textRead,
                sv:
                    "Anmäla ett allvarligt missförhållande eller en påtaglig risk för ett snarast till IVO, med utredningen.",
                en:
                    "Notify a serious misconduct, or a tangible risk of one, to the inspectorate as soon as possible, with the investigation.",
                deadline: .asSoonAsPossible,
                by: [.operatorOfService],
                to: [.inspectorate],
                selectedBy: .assessment
            ),
            act(
                .informBoardOfNotification,
                "24f-2",
                "24 f §",
                .textRead,
                sv: "Informera den berörda nämnden om en anmälan som en enskild verksamhet har gjort.",
                en: "Inform the board concerned of a notification that a private operator has made.",
                by: [.privateOperator],
                to: [.board],
                selectedBy: .assessment
            ),
            undated(
                .followOnMisconductRules,
                "24g",
                "24 g §",
                .known,
                sv: "Paragrafen följer på Lex Sarah-bestämmelserna; ändrad genom 2025:416 och 2025:1494.",
                en: "The paragraph follows on those of Lex Sarah; amended by 2025:416 and 2025:1494."
            ),
            undated(
                .reportNotCarriedOut,
                "28f",
                "28 f §",
                .textRead,
                sv:
                    "Rapportera gynnande beslut som inte har verkställts inom tre månader till IVO och revisorerna, varje kvartal.",
                en:
                    "Report favourable decisions not carried out within three months to the inspectorate and the auditors, each quarter.",
                deadline: .months(3),
                by: [.board],
                to: [.inspectorate, .auditors],
                selectedBy: .decisionOrInterruption
            ),
            undated(
                .reportCarriedOut,
                "28g",
                "28 g §",
                .textRead,
                sv: "Anmäla dagen då ett rapporterat beslut verkställdes till IVO och revisorerna.",
                en: "Tell the inspectorate and the auditors the day on which a reported decision was carried out.",
                by: [.board],
                to: [.inspectorate, .auditors],
                selectedBy: .decisionOrInterruption
            ),
            undated(
                .tellCouncilNotCarriedOut,
                "28h",
                "28 h §",
                .known,
                sv: "Lämna statistik utan personuppgifter om ej verkställda beslut till fullmäktige, varje kvartal.",
                en: "Give the council statistics without persons on decisions not carried out, each quarter.",
                by: [.board],
                to: [.council],
                selectedBy: .decisionOrInterruption
            ),
            undated(
                .reportForOtherMunicipality,
                "28i",
                "28 i §",
                .textRead,
                sv: "Rapportera på begäran även som vistelsekommun, till IVO och fullmäktige.",
                en: "Report on request as the municipality of stay too, to the inspectorate and the council.",
                by: [.board],
                to: [.inspectorate, .council],
                selectedBy: .decisionOrInterruption
            ),
            regulation(
                .completeNotification,
                "complete",
                "kompletteringsfristen i",
                .known,
                sv: "Lämna in utredningen senast två månader efter en anmälan som gjordes utan den.",
                en: "Hand in the investigation at the latest two months after a notification made without it.",
                deadline: .months(2),
                by: [.operatorOfService],
                to: [.inspectorate],
                selectedBy: .notification
            ),
        ]
    }()
}
