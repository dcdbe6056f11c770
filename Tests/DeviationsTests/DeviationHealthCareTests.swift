import Deviations
import QualityCore
import TestSupport
import Testing

@Suite("A deviation in health care")
struct DeviationHealthCareTests {
    /// A case in health care of which the closing asks for nothing more than the test takes away.
    private func ready(
        _ injury: CareInjuryAnswer.Injury? = .no,
        serious: CareInjuryAnswer.Seriousness = .no,
        isSeen: Bool = true,
        bases: [LegalBasis] = [.hsl]
    ) throws -> Deviation {
        var deviation = try Deviation.followedUp(legalBases: bases)
        try deviation.answerReporter(.given(sign()), under: .swedish)
        if let injury {
            try deviation.answerCareInjury(
                CareInjuryAnswer(injury: injury, seriousness: serious, motivation: "Bedömt", by: sign()),
                under: .swedish
            )
        }
        if isSeen { try deviation.recordReview(as: .nurse, by: sign(), under: .swedish) }
        return deviation
    }

    private func closing(_ deviation: Deviation) -> Refusal? {
        var copy = deviation
        return refusal { try copy.close(by: sign(), under: healthCareLaw) }
    }

    @Test("answers the question of care injury before it closes", .requirement("D-HSL-1"))
    func question() throws {
        #expect(closing(try ready(nil)) == Refusal("D-HSL-1", "careInjury"))
        #expect(closing(try ready(.no)) == nil)
        #expect(closing(try ready(nil, bases: [.sol])) == nil)
        var deviation = try ready(nil)
        for (injury, serious, motivation, field) in [
            (.no, .no, " ", "careInjury.motivation"), (.no, .yes, "Bedömt", "careInjury.seriousness"),
        ] as [(CareInjuryAnswer.Injury, CareInjuryAnswer.Seriousness, String, String)] {
            #expect(
                refusal {
                    try deviation.answerCareInjury(
                        CareInjuryAnswer(injury: injury, seriousness: serious, motivation: motivation, by: sign()),
                        under: .swedish
                    )
                } == Refusal("D-HSL-1", field)
            )
        }
    }

    @Test("is investigated where there could have been an injury", .requirement("D-HSL-1"))
    func investigated() throws {
        var deviation = try ready(.couldHaveBeen)
        #expect(closing(deviation) == Refusal("D-HSL-1", "investigation"))
        try deviation.tellAllOfInvestigation()
        #expect(closing(deviation) == nil)
    }

    @Test("cites the Patient Safety Act", .requirement("D-HSL-1"))
    func citation() throws {
        var deviation = try ready(nil)
        let violation = try #require(throws: RuleViolation.self) {
            try deviation.close(by: sign(), under: healthCareLaw)
        }
        #expect(violation.citation == "3 kap. 3 § patientsäkerhetslagen (2010:659)")
    }

    @Test("tells the patient of an injury, all of it, or why not", .requirement("D-HSL-2"))
    func information() throws {
        var deviation = try ready(.yes)
        try deviation.tellAllOfInvestigation()
        #expect(closing(deviation) == Refusal("D-HSL-2", "injuryInformation"))
        let all = InjuryInformation.Item.allCases
        let faulty: [(InjuryInformation, String)] = [
            (.given(.patient, items: [.event], by: sign(), notedInRecord: .yes(sign())), "injuryInformation.items"),
            (
                .given(.patient, items: all, by: sign(), notedInRecord: .no(reason: " ")),
                "injuryInformation.notedInRecord"
            ),
            (.notGiven(.secrecy, reason: "", by: sign()), "injuryInformation.reason"),
        ]
        for (information, field) in faulty {
            #expect(
                refusal { try deviation.recordInformation(information, under: .swedish) } == Refusal("D-HSL-2", field)
            )
        }
        let sound: [InjuryInformation] = [
            .given(.patient, items: all, by: sign(), notedInRecord: .yes(sign())),
            .given(.relativeAsPatientCannot, items: all, by: sign(), notedInRecord: .no(reason: "Sekretess")),
            .notGiven(.secrecy, reason: "25 kap. 6 § OSL", by: sign()),
        ]
        for information in sound {
            var told = deviation
            try told.recordInformation(information, under: .swedish)
            #expect(closing(told) == nil)
        }
    }

    @Test("is seen by someone medically responsible", .requirement("D-HSL-3"))
    func seen() throws {
        let unseen = try ready(isSeen: false)
        #expect(closing(unseen) == Refusal("D-HSL-3", "nurseReviews"))
        #expect(closing(try ready(isSeen: true)) == nil)
        #expect(DeviationWorklists([unseen], asOf: day("2024-04-01")).unseenInHealthCare == [unseen])
        #expect(DeviationWorklists([try ready()], asOf: day("2024-04-01")).unseenInHealthCare.isEmpty)
    }

    @Test("plans a measure that is not taken at once", .requirement("D-HSL-3"))
    func timePlan() throws {
        for (bases, timing, field) in [
            ([.hsl], nil, "measures.timing"), ([.sol], nil, nil), ([.hsl], .atOnce, nil),
            ([.hsl], .by(day("2024-06-01")), nil),
        ] as [([LegalBasis], MeasureLink.Timing?, String?)] {
            var deviation = try Deviation.decided(legalBases: bases)
            try deviation.linkMeasure(measure, meeting: [DeviationCause.ID(rawValue: 0)], under: .swedish)
            let refused = refusal {
                try deviation.approveMeasure(measure, doer: "doer", timing: timing, by: sign(), under: .swedish)
            }
            #expect(refused == field.map { Refusal("D-HSL-3", $0) })
        }
    }

    @Test("is tried under Lex Maria where an injury was or could have been serious", .requirement("D-LXS-12"))
    func lexMaria() throws {
        var deviation = try ready(.couldHaveBeen, serious: .yes)
        try deviation.tellAllOfInvestigation()
        #expect(closing(deviation) == Refusal("D-LXS-12", "lexMaria"))
        #expect(DeviationWorklists([deviation], asOf: day("2024-04-01")).openLexMaria == [deviation])
        try deviation.openLexMaria(by: sign(), under: .swedish)
        #expect(closing(deviation) == nil, "the deviation does not wait for the track")
        var mild = try ready(.couldHaveBeen, serious: .no)
        try mild.tellAllOfInvestigation()
        #expect(closing(mild) == nil)
    }

    @Test("has a track of its own with decider, decision, notification and days", .requirement("D-LXS-12"))
    func track() throws {
        var deviation = try Deviation.draft(legalBases: .value([.hsl]))
        #expect(
            refusal { try deviation.notifyLexMaria(by: sign(), withInvestigation: true, under: .swedish) }
                == Refusal("D-LXS-12", "lexMaria")
        )
        try deviation.openLexMaria(by: sign(), under: .swedish)
        try deviation.receiveSuspicion(in: lexSarahCase, by: sign(), under: .swedish)
        #expect(
            refusal { try deviation.decideLexMaria(.notify, motivation: " ", by: sign(), under: .swedish) }
                == Refusal("D-LXS-12", "lexMaria.decisions")
        )
        try deviation.decideLexMaria(.notify, motivation: "Allvarlig", by: sign("mas"), under: .swedish)
        #expect(
            refusal {
                try deviation.notifyLexMaria(
                    by: sign("mas", "2024-03-09"),
                    withInvestigation: true,
                    under: .swedish
                )
            } == Refusal("D-LXS-12", "lexMaria")
        )
        try deviation.notifyLexMaria(by: sign("mas", "2024-03-11"), withInvestigation: false, under: .swedish)
        #expect(DeviationWorklists([deviation], asOf: day("2024-04-01")).lexMariaInvestigationsNotSent == [deviation])
        try deviation.sendLexMariaInvestigation(on: day("2024-04-20"), under: .swedish)
        #expect(DeviationWorklists([deviation], asOf: day("2024-05-01")).lexMariaInvestigationsNotSent.isEmpty)
        #expect(deviation.phase == .reported && deviation.lexMaria?.decision?.by.person == "mas")
        var social = try Deviation.draft(legalBases: .value([.sol]))
        #expect(
            refusal { try social.openLexMaria(by: sign(), under: .swedish) } == Refusal("D-LXS-12", "lexMaria")
        )
    }

    @Test("is not decided under Lex Maria by someone involved", .requirement("D-SEC-4"))
    func conflict() throws {
        var deviation = try Deviation.draft(legalBases: .value([.hsl]))
        try deviation.openLexMaria(by: sign(), under: .swedish)
        try deviation.recordInvolvement(of: Involvement(involved: ["mas"]), by: sign(), under: .swedish)
        #expect(
            refusal { try deviation.decideLexMaria(.notify, motivation: "a", by: sign("mas"), under: .swedish) }
                == Refusal("D-SEC-4", "lexMaria.decisions")
        )
        try deviation.decideLexMaria(.notify, motivation: "a", by: sign("mar"), under: .swedish)
    }
}
