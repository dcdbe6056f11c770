import QualityCore
import SelfChecks
import TestSupport
import Testing

@Suite("A template of self-checks", .requirement("D-SLF-5"))
struct SelfCheckTemplateTests {
    let law = Law.swedish

    func template(_ versions: [SelfCheckTemplate.Version] = []) throws -> SelfCheckTemplate {
        try SelfCheckTemplate(id: .draft("mall"), unit: "N", title: "Aktgranskning", versions: versions)
    }

    @Test("publishes the next version and replaces none")
    func publishing() throws {
        var template = try template([.draft()])
        #expect(
            refusal { try template.publish(.draft(text: "Annat"), under: law) } == Refusal("D-SLF-5", "versions")
        )
        #expect(refusal { try template.publish(.draft(number: 3), under: law) } == Refusal("D-SLF-5", "versions"))
        #expect(
            refusal { try template.publish(.draft(of: "annan", number: 2), under: law) }
                == Refusal("D-SLF-5", "versions")
        )
        #expect(
            refusal { try template.publish(.draft(number: 2, approved: "2024-11-30"), under: law) }
                == Refusal("D-SLF-5", "versions.approved")
        )
        #expect(
            refusal { try template.publish(.draft(number: 2, text: " "), under: law) }
                == Refusal("D-SLF-5", "questions.text")
        )
        try template.publish(.draft(number: 2, approved: "2025-06-01"), under: law)
        #expect(template.version(on: day("2024-11-30")) == nil)
        #expect(template.version(on: day("2025-05-31"))?.number == 1)
        #expect(template.version(on: day("2025-06-01"))?.number == 2)
        #expect(try JSON.roundTrip(template) == template)
        try template.withdraw(by: signed("2025-12-31"), under: law)
        #expect(template.version(on: day("2025-12-31")) == nil)
        #expect(refusal { try template.publish(.draft(number: 3), under: law) } == Refusal("D-SLF-5", "phase"))
    }

    @Test("asks questions with codes of their own")
    func questions() throws {
        #expect(
            refusal { _ = try SelfCheckTemplate.Version.draft(codes: []) } == Refusal("D-SLF-5", "questions")
        )
        for codes in [["A", "A"], [" "]] as [[QuestionCode]] {
            #expect(
                refusal { _ = try SelfCheckTemplate.Version.draft(codes: codes) }
                    == Refusal("D-SLF-5", "questions.code")
            )
        }
        #expect(refusal { _ = try SelfCheckTemplate.Version.draft(number: 0) } == Refusal("D-SLF-5", "number"))
        #expect(try SelfCheckTemplate.Version.draft(codes: ["A", "B"])["B"]?.code == "B")
        #expect(try SelfCheckTemplate.Version.draft(codes: ["A"])["B"] == nil)
    }

    @Test("leaves finished occasions, and those with answers, untouched by a new version")
    func finished() throws {
        let second = try SelfCheckTemplate.Version.draft(number: 2, codes: ["A", "E"])
        var closed = try SelfCheck.closed()
        let before = closed
        #expect(refusal { try closed.adopt(second, under: law) } == Refusal("D-SLF-5", "version"))
        #expect(closed == before)
        var begun = try SelfCheck.draft()
        try begun.answer("A", .yes, under: law)
        #expect(refusal { try begun.adopt(second, under: law) } == Refusal("D-SLF-5", "version"))
        try begun.withdrawAnswer(to: "A", under: law)
        try begun.adopt(second, under: law)
        #expect(begun.version == second)
        #expect(refusal { try begun.adopt(.draft(), under: law) } == Refusal("D-SLF-5", "version"))
    }
}
