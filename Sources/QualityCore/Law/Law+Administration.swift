extension Law {
    /// Acts on administration, municipalities and personal data that the quality work leans on.
    static let administration: [Provision] = {
        let procedure = LawSource("FL", "förvaltningslagen (2017:900)", from: "2018-07-01")
        let municipal = LawSource("KL", "kommunallagen (2017:725)", from: "2018-01-01")
        let protection = LawSource("GDPR", "dataskyddsförordningen (EU) 2016/679", from: "2018-05-25")
        return [
            procedure(
                .impartiality,
                "16-18",
                "16–18 §§",
                .textRead,
                sv: "Inte handlägga ärenden där man är jävig.",
                en: "Not handle matters in which one is partial.",
                by: [.authority]
            ),
            procedure(
                .writeDown,
                "27",
                "27 §",
                .textRead,
                sv: "Anteckna uppgifter som lämnas muntligt, när och av vem.",
                en: "Write down what is told orally, when and by whom.",
                by: [.authority],
                selectedBy: .receipt
            ),
            procedure(
                .documentDecision,
                "31",
                "31 §",
                .textRead,
                sv: "Låta ett skriftligt beslut visa dag, innehåll, vem som beslutade, föredrog och medverkade.",
                en: "Let a written decision show day, content, who decided, presented and took part.",
                by: [.authority]
            ),
            procedure(
                .receiveAppeal,
                "43",
                "43 §",
                .textRead,
                sv: "Ta emot överklagandet som den myndighet som har beslutat.",
                en: "Take in the appeal as the authority that decided.",
                by: [.authority],
                selectedBy: .receipt
            ),
            procedure(
                .appealInTime,
                "44",
                "44 §",
                .textRead,
                sv: "Överklaga inom tre veckor från den dag man fick del av beslutet.",
                en: "Appeal within three weeks of the day one had notice of the decision.",
                deadline: .days(21),
                by: [.person],
                to: [.authority]
            ),
            procedure(
                .handOverAppeal,
                "45",
                "45 §",
                .textRead,
                sv: "Pröva om överklagandet kom i tid och lämna det annars vidare.",
                en: "Test whether the appeal came in time, and else hand it on.",
                by: [.authority],
                selectedBy: .receipt
            ),
            municipal(
                .impartialityOfMembers,
                "6:28",
                "6 kap. 28 §",
                .textRead,
                sv: "Inte handlägga ärenden där man är jävig, som förtroendevald i en nämnd.",
                en: "Not handle matters in which one is partial, as an elected member of a board.",
                by: [.board]
            ),
            municipal(
                .impartialityOfEmployees,
                "7:4",
                "7 kap. 4 §",
                .textRead,
                sv: "Inte handlägga ärenden där man är jävig, som anställd i kommunen.",
                en: "Not handle matters in which one is partial, as an employee of the municipality.",
                by: [.performer]
            ),
            municipal(
                .delegate,
                "6:37",
                "6 kap. 37 §",
                .textRead,
                sv: "Uppdra åt någon att besluta på nämndens vägnar.",
                en: "Delegate the right to decide on behalf of the board.",
                by: [.board]
            ),
            municipal(
                .delegateToEmployee,
                "7:5",
                "7 kap. 5 §",
                .textRead,
                sv: "Uppdra åt en anställd att besluta på nämndens vägnar.",
                en: "Delegate the right to decide on behalf of the board to an employee.",
                by: [.board]
            ),
            municipal(
                .keepToBoard,
                "6:38",
                "6 kap. 38 §",
                .textRead,
                sv: "Inte delegera de ärenden som nämnden själv ska besluta i.",
                en: "Not delegate the matters that the board must decide itself.",
                by: [.board]
            ),
            municipal(
                .reportUrgentDecision,
                "6:39",
                "6 kap. 39 §",
                .textRead,
                sv: "Anmäla brådskande beslut vid nästa sammanträde.",
                en: "Tell the next meeting of urgent decisions.",
                by: [.board],
                to: [.board]
            ),
            municipal(
                .reportDelegatedDecisions,
                "6:40",
                "6 kap. 40 §",
                .textRead,
                sv: "Anmäla delegerade beslut i den omfattning som nämnden har bestämt.",
                en: "Tell the board of delegated decisions, in the extent it has decided.",
                by: [.board],
                to: [.board]
            ),
            municipal(
                .reportEmployeeDecisions,
                "7:8",
                "7 kap. 8 §",
                .textRead,
                sv: "Anmäla anställdas delegerade beslut i den omfattning som nämnden har bestämt.",
                en: "Tell the board of decisions delegated to employees, in the extent it has decided.",
                by: [.board],
                to: [.board]
            ),
            municipal(
                .followUpProviders,
                "10:8",
                "10 kap. 8 §",
                .textRead,
                sv: "Kontrollera och följa upp privata utförare.",
                en: "Control and follow up private providers.",
                by: [.board],
                to: [.privateOperator]
            ),
            protection(
                .notifyDataBreach,
                "33",
                "artikel 33",
                .known,
                sv: "Anmäla en personuppgiftsincident inom 72 timmar från kännedom.",
                en: "Notify a personal-data breach within 72 hours of awareness.",
                deadline: .hours(72),
                by: [.authority],
                to: [.dataProtectionAuthority],
                selectedBy: .awareness
            ),
        ]
    }()
}
