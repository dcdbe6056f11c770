extension Law {
    /// The Social Services Act of 2025, in force from 1 July 2025.
    static let socialServices2025: [Provision] = {
        let act = LawSource("SoL2025", "socialtjänstlagen (2025:400)", from: "2025-07-01", basis: .sol)
        return [
            act(
                .goodQuality,
                "5:1",
                "5 kap. 1–3 §§",
                .textRead,
                sv: "Ge insatser av god kvalitet och fortlöpande utveckla den.",
                en: "Give services of good quality and keep developing it.",
                by: [.operatorOfService]
            ),
            act(
                .contributeToQuality,
                "5:1-2",
                "5 kap. 1 § andra stycket",
                .textRead,
                sv: "Medverka till att insatserna är av god kvalitet.",
                en: "Contribute to services of good quality.",
                by: [.performer]
            ),
            act(
                .askProviders,
                "15:9",
                "15 kap. 9 §",
                .textRead,
                sv: "Begära de uppgifter från enskilda verksamheter som behövs för kvalitetssäkring.",
                en: "Ask private operators for the data that quality assurance needs.",
                by: [.board],
                to: [.privateOperator]
            ),
            act(
                .keepPrivateFile,
                "17:10",
                "17 kap. 10 §",
                .textRead,
                sv:
                    "Bevara en enskild verksamhets akt i fem år efter den sista anteckningen, sedan gallra eller lämna över.",
                en:
                    "Keep the file of a private operator five years after the last note, then dispose of it or hand it over.",
                deadline: .months(60),
                by: [.privateOperator]
            ),
            act(
                .reportChildConcern,
                "19:1",
                "19 kap. 1 §",
                .textRead,
                sv: "Anmäla genast till nämnden vid kännedom eller misstanke om att ett barn far illa.",
                en: "Tell the board at once on knowledge or suspicion that a child comes to harm.",
                deadline: .immediately,
                by: [.performer],
                to: [.board],
                selectedBy: .awareness
            ),
            act(
                .preventMisconduct,
                "27:1",
                "27 kap. 1 §",
                .textRead,
                sv: "Ha rutiner mot risker och missförhållanden i hela socialtjänsten.",
                en: "Have routines against risks and misconduct in all social services.",
                by: [.operatorOfService]
            ),
            act(
                .reportMisconduct,
                "27:2",
                "27 kap. 2 §",
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
                "27:3",
                "27 kap. 3 §",
                .textRead,
                sv:
                    "Informera dem som fullgör uppgifter om skyldigheten att medverka till god kvalitet och att rapportera.",
                en: "Inform those who perform tasks of the duties to contribute to good quality and to report.",
                by: [.operatorOfService],
                to: [.performer]
            ),
            act(
                .informBoardOfReport,
                "27:4",
                "27 kap. 4 §",
                .textRead,
                sv: "Informera den berörda nämnden om en rapport som en enskild verksamhet har fått.",
                en: "Inform the board concerned of a report that a private operator has received.",
                by: [.privateOperator],
                to: [.board],
                selectedBy: .receipt
            ),
            act(
                .investigateMisconduct,
                "27:5",
                "27 kap. 5 §",
                .textRead,
                sv: "Dokumentera och utreda det rapporterade och avhjälpa eller undanröja det.",
                en: "Document and investigate what was reported, and remedy or remove it.",
                deadline: .immediately,
                by: [.operatorOfService],
                selectedBy: .receipt
            ),
            act(
                .notifyMisconduct,
                "27:6",
                "27 kap. 6 §",
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
                "27:6-2",
                "27 kap. 6 §",
                .textRead,
                sv: "Informera den berörda nämnden om en anmälan som en enskild verksamhet har gjort.",
                en: "Inform the board concerned of a notification that a private operator has made.",
                by: [.privateOperator],
                to: [.board],
                selectedBy: .assessment
            ),
            act(
                .reportNotCarriedOut,
                "34:1",
                "34 kap. 1 §",
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
            act(
                .reportCarriedOut,
                "34:2",
                "34 kap. 2 §",
                .textRead,
                sv: "Anmäla dagen då ett rapporterat beslut verkställdes till IVO och revisorerna.",
                en: "Tell the inspectorate and the auditors the day on which a reported decision was carried out.",
                by: [.board],
                to: [.inspectorate, .auditors],
                selectedBy: .decisionOrInterruption
            ),
            act(
                .tellCouncilNotCarriedOut,
                "34:3",
                "34 kap. 3 §",
                .known,
                sv: "Lämna statistik utan personuppgifter om ej verkställda beslut till fullmäktige, varje kvartal.",
                en: "Give the council statistics without persons on decisions not carried out, each quarter.",
                by: [.board],
                to: [.council],
                selectedBy: .decisionOrInterruption
            ),
            act(
                .reportForOtherMunicipality,
                "34:4",
                "34 kap. 4 §",
                .textRead,
                sv: "Rapportera på begäran även som vistelsekommun, till IVO och fullmäktige.",
                en: "Report on request as the municipality of stay too, to the inspectorate and the council.",
                by: [.board],
                to: [.inspectorate, .council],
                selectedBy: .decisionOrInterruption
            ),
        ]
    }()
}
