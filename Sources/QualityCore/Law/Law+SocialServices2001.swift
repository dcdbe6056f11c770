extension Law {
    /// The Social Services Act of 2001, in force through 30 June 2025.
    static let socialServices2001: [Provision] = {
        let act = LawSource(
            "SoL2001",
            "socialtjänstlagen (2001:453)",
            from: "2002-01-01",
            through: "2025-06-30",
            basis: .sol
        )
        let undated = LawSource(
            "SoL2001",
            "socialtjänstlagen (2001:453)",
            from: nil,
            through: "2025-06-30",
            basis: .sol
        )
        return [
            act(
                .goodQuality,
                "3:3",
                "3 kap. 3 §",
                .textRead,
                sv: "Ge insatser av god kvalitet och fortlöpande utveckla den.",
                en: "Give services of good quality and keep developing it.",
                by: [.operatorOfService]
            ),
            undated(
                .preventMisconduct,
                "3:3a",
                "3 kap. 3 a §",
                .textRead,
                sv: "Ha rutiner mot risker och missförhållanden i arbetet med barn och unga.",
                en: "Have routines against risks and misconduct in the work with children and young people.",
                by: [.board]
            ),
            undated(
                .keepPrivateFile,
                "7:6",
                "7 kap. 6 §",
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
                "14:1",
                "14 kap. 1 §",
                .textRead,
                sv: "Anmäla genast till nämnden vid kännedom eller misstanke om att ett barn far illa.",
                en: "Tell the board at once on knowledge or suspicion that a child comes to harm.",
                deadline: .immediately,
                by: [.performer],
                to: [.board],
                selectedBy: .awareness
            ),
            act(
                .contributeToQuality,
                "14:2",
                "14 kap. 2 §",
                .textRead,
                sv: "Medverka till att insatserna är av god kvalitet.",
                en: "Contribute to services of good quality.",
                by: [.performer],
                since: "2011-07-01"
            ),
            act(
                .reportMisconduct,
                "14:3",
                "14 kap. 3 §",
                .textRead,
                sv: "Rapportera genast ett missförhållande eller en påtaglig risk för ett.",
                en: "Report a misconduct, or a tangible risk of one, at once.",
                deadline: .immediately,
                by: [.performer],
                to: [.board, .privateOperator, .stateAgency],
                selectedBy: .awareness,
                since: "2011-07-01"
            ),
            act(
                .informPerformers,
                "14:4",
                "14 kap. 4 §",
                .textRead,
                sv:
                    "Informera dem som fullgör uppgifter om skyldigheten att medverka till god kvalitet och att rapportera.",
                en: "Inform those who perform tasks of the duties to contribute to good quality and to report.",
                by: [.operatorOfService],
                to: [.performer],
                since: "2011-07-01"
            ),
            act(
                .informBoardOfReport,
                "14:5",
                "14 kap. 5 §",
                .textRead,
                sv: "Informera den berörda nämnden om en rapport som en enskild verksamhet har fått.",
                en: "Inform the board concerned of a report that a private operator has received.",
                by: [.privateOperator],
                to: [.board],
                selectedBy: .receipt,
                since: "2011-07-01"
            ),
            act(
                .investigateMisconduct,
                "14:6",
                "14 kap. 6 §",
                .textRead,
                sv: "Dokumentera och utreda det rapporterade och avhjälpa eller undanröja det.",
                en: "Document and investigate what was reported, and remedy or remove it.",
                deadline: .withoutDelay,
                by: [.operatorOfService],
                selectedBy: .receipt,
                since: "2011-07-01"
            ),
            act(
                .notifyMisconduct,
                "14:7",
                "14 kap. 7 §",
                .textRead,
                sv:
                    "Anmäla ett allvarligt missförhållande eller en påtaglig risk för ett snarast till IVO, med utredningen.",
                en:
                    "Notify a serious misconduct, or a tangible risk of one, to the inspectorate as soon as possible, with the investigation.",
                deadline: .asSoonAsPossible,
                by: [.operatorOfService],
                to: [.inspectorate],
                selectedBy: .assessment,
                since: "2011-07-01"
            ),
            act(
                .informBoardOfNotification,
                "14:7-2",
                "14 kap. 7 §",
                .textRead,
                sv: "Informera den berörda nämnden om en anmälan som en enskild verksamhet har gjort.",
                en: "Inform the board concerned of a notification that a private operator has made.",
                by: [.privateOperator],
                to: [.board],
                selectedBy: .assessment,
                since: "2011-07-01"
            ),
            undated(
                .reportNotCarriedOut,
                "16:6f",
                "16 kap. 6 f §",
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
                "16:6g",
                "16 kap. 6 g §",
                .textRead,
                sv: "Anmäla dagen då ett rapporterat beslut verkställdes till IVO och revisorerna.",
                en: "Tell the inspectorate and the auditors the day on which a reported decision was carried out.",
                by: [.board],
                to: [.inspectorate, .auditors],
                selectedBy: .decisionOrInterruption
            ),
            undated(
                .tellCouncilNotCarriedOut,
                "16:6h",
                "16 kap. 6 h §",
                .textRead,
                sv: "Lämna statistik utan personuppgifter om ej verkställda beslut till fullmäktige, varje kvartal.",
                en: "Give the council statistics without persons on decisions not carried out, each quarter.",
                by: [.board],
                to: [.council],
                selectedBy: .decisionOrInterruption
            ),
            undated(
                .reportForOtherMunicipality,
                "16:6i",
                "16 kap. 6 i §",
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
