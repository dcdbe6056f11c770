extension Law {
    /// SOSFS 2011:9, the management system for systematic quality work; known from quotations.
    static let qualityRegulation: [Provision] = {
        let regulation = LawSource("SOSFS2011:9", "SOSFS 2011:9", from: "2012-01-01")
        return [
            regulation(
                .manage,
                "3",
                "3 kap.",
                .known,
                sv: "Ha ett ledningssystem, med ansvar fördelat på uppgifterna.",
                en: "Have a management system, with someone who answers for each task.",
                by: [.operatorOfService]
            ),
            regulation(
                .mapProcesses,
                "4:2-6",
                "4 kap. 2–6 §§",
                .known,
                sv: "Identifiera, beskriva och fastställa processer, aktiviteter och rutiner, och samverka.",
                en: "Identify, describe and lay down processes, activities and routines, and co-operate.",
                by: [.operatorOfService]
            ),
            regulation(
                .analyseRisks,
                "5:1",
                "5 kap. 1 §",
                .known,
                sv: "Fortlöpande bedöma risken för händelser som kan medföra brister.",
                en: "Continuously estimate the risk of events that may mean faults.",
                by: [.operatorOfService]
            ),
            regulation(
                .selfCheck,
                "5:2",
                "5 kap. 2 §",
                .known,
                sv: "Följa upp och utvärdera den egna verksamheten.",
                en: "Follow up and evaluate one's own operation.",
                by: [.operatorOfService]
            ),
            regulation(
                .receiveComplaints,
                "5:3",
                "5 kap. 3 §",
                .known,
                sv: "Ta emot och utreda klagomål och synpunkter.",
                en: "Receive and investigate complaints and viewpoints.",
                by: [.operatorOfService]
            ),
            regulation(
                .compile,
                "5:6",
                "5 kap. 6 §",
                .known,
                sv: "Sammanställa och analysera rapporter, klagomål och synpunkter tillsammans.",
                en: "Compile and analyse reports, complaints and viewpoints together.",
                by: [.operatorOfService]
            ),
            regulation(
                .improve,
                "5:7-8",
                "5 kap. 7–8 §§",
                .known,
                sv: "Vidta de åtgärder som behövs och förbättra processer och rutiner.",
                en: "Take the measures that are needed and improve processes and routines.",
                by: [.operatorOfService]
            ),
            regulation(
                .document,
                "7:1",
                "7 kap. 1 §",
                .known,
                sv: "Dokumentera kvalitetsarbetet, årligen i en kvalitetsberättelse.",
                en: "Document the quality work, each year in a quality report.",
                by: [.operatorOfService],
                selectedBy: .endOfYear
            ),
        ]
    }()
}
