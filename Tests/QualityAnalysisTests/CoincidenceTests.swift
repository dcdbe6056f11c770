import QualityAnalysis
import QualityCore
import QualitySamples
import QualityStatistics
import TestSupport
import Testing

@Suite("Records that may tell of the same event")
struct CoincidenceTests {
    static let deviation = RecordKind(rawValue: "deviation")
    static let complaint = RecordKind(rawValue: "complaint")

    static func record(
        _ id: String,
        _ kind: RecordKind = deviation,
        unit: OrganisationUnitID = "A",
        day: CalendarDate?,
        reported: CalendarDate? = nil,
        codes: [CodeDimension: [CategoryCode]] = [.category: ["K1"]],
        status: String = "reported"
    ) -> ReferencedFacts {
        ReferencedFacts(
            RecordReference(kind: kind, id: id),
            RecordFacts(
                unit: unit,
                occurred: day,
                reported: reported,
                status: status,
                observations: [RecordFacts.Observation(codes: codes)]
            )
        )
    }

    /// Records of units, categories and days drawn at random.
    static func random(_ seed: UInt64, _ count: Int, units: Int = 5, days: Int = 365) throws -> [ReferencedFacts] {
        var random = QualitySamples.SeededGenerator(seed: seed)
        let first = try ReferenceRecords.year(2019).first
        return (0..<count).map { number in
            record(
                "\(number)",
                [deviation, complaint][Int.random(in: 0...3, using: &random) / 3],
                unit: PlannedRecords.unit(Int.random(in: 0..<units, using: &random)),
                day: first.adding(days: Int.random(in: 0..<days, using: &random)),
                codes: [.category: [CategoryCode(rawValue: "K\(Int.random(in: 0..<3, using: &random))")]]
            )
        }
    }

    static func search(
        _ records: [ReferencedFacts],
        _ change: (inout RecordCoincidences.Question) -> Void = { _ in }
    ) throws -> RecordCoincidences {
        var question = RecordCoincidences.Question()
        change(&question)
        return try #require(try RecordCoincidences.search(records, question).result)
    }

    @Test("The pairs are those of comparing every record with every other", arguments: Seeds.some(10))
    func naive(seed: UInt64) throws {
        print("Pairs, seed \(seed)")
        let records = try Self.random(seed, 250, days: 120)
        let found = try Self.search(records) { $0.mostPartners = 1_000 }
        var expected: Set<Set<RecordReference>> = []
        var (duplicates, related) = (0, 0)
        for (index, one) in records.enumerated() {
            for other in records[(index + 1)...] {
                let (first, second) = (one.facts, other.facts)
                guard first.unit == second.unit, let day = first.occurred, let later = second.occurred,
                    first.observations[0].codes == second.observations[0].codes
                else { continue }
                let isSameKind = one.reference.kind == other.reference.kind
                guard abs(day.days(to: later)) <= (isSameKind ? 0 : 3) else { continue }
                expected.insert([one.reference, other.reference])
                if isSameKind { duplicates += 1 } else { related += 1 }
            }
        }
        #expect(Set(found.pairs.map { [$0.first, $0.second] }) == expected)
        #expect(found.duplicateCount == duplicates && found.relatedCount == related && found.omittedCount == 0)
        #expect(found.pairs.map(\.chance) == found.pairs.map(\.chance).sorted())
        let few = try Self.search(records) { $0.mostPartners = 1 }
        #expect(few.duplicateCount == duplicates && few.relatedCount == related)
        #expect(few.pairs.count + few.omittedCount == duplicates + related)
    }

    @Test("Records on random days seldom show more pairs than chance gives")
    func calibration() throws {
        let seeds = Seeds.some(200)
        let shown = try seeds.count { try Self.search(Self.random($0, 300)).verdict == .moreThanChance }
        print("More pairs than chance in \(shown) of \(seeds.count)")
        #expect(Double(shown) <= 0.05 * Double(seeds.count) + 4 * (0.05 * 0.95 * Double(seeds.count)).squareRoot())
    }

    @Test(
        "Records entered twice are more than chance and stand, those of one unit as its absence shows",
        arguments: Seeds.some(3)
    )
    func planted(seed: UInt64) throws {
        let records = try Self.random(seed, 400)
        func again(_ record: ReferencedFacts) -> ReferencedFacts {
            ReferencedFacts(RecordReference(kind: record.reference.kind, id: record.reference.id + "b"), record.facts)
        }
        let found = try Self.search(records + records.prefix(60).map(again))
        #expect(found.verdict == .moreThanChance && found.sensitivity.survives)
        #expect(found.duplicateCount >= 60 && Double(found.duplicateCount) > found.expectedDuplicates + 40)
        let one = try Self.search(records + records.filter { $0.facts.unit == "U2" }.map(again))
        let rest = try Self.search(records.filter { $0.facts.unit != "U2" })
        #expect(one.verdict == .moreThanChance)
        #expect(one.sensitivity.breaking.contains(.unit("U2")) == (rest.verdict != .moreThanChance))
    }

    @Test("A pair says what its records have in common and what not, and never who was involved")
    func reasons() throws {
        let day = try #require(CalendarDate("2020-03-03"))
        let persons = CodeDimension(rawValue: "person.involved")
        let codes: [CodeDimension: [CategoryCode]] = [
            .category: ["K1"], .legalBasis: ["SoL"], persons: ["p1"], .channel: ["mail"],
        ]
        var others = codes
        others[.channel] = ["phone"]
        let found = try Self.search([
            Self.record("1", day: day, reported: day, codes: codes),
            Self.record("2", day: day, reported: day, codes: others),
            Self.record("3", Self.complaint, day: day.adding(days: 2), codes: codes),
        ])
        let pair = try #require(found.pairs.first { $0.kind == .duplicate })
        #expect(pair.reasons == [.sameUnit, .sameDay, .sameCategories, .sameReportDay, .sameCodes(.legalBasis)])
        #expect(pair.differing == [.channel])
        #expect(pair.text(.swedish).contains("samma enhet, samma dag"))
        let related = found.pairs.filter { $0.kind == .related }
        #expect(related.count == 2)
        #expect(related.allSatisfy { $0.reasons.contains(.daysApart(2)) && $0.reasons.contains(.sameTheme("K1")) })
        #expect(!"\(found)".contains("p1"))
    }

    @Test("Cancelled records, other units and records without a day or category make no pair")
    func none() throws {
        let day = try #require(CalendarDate("2020-03-03"))
        let found = try Self.search([
            Self.record("1", day: day), Self.record("2", unit: "B", day: day),
            Self.record("3", day: day, status: "cancelled"), Self.record("4", day: nil),
            Self.record("5", day: day, codes: [:]), Self.record("6", day: day, codes: [.category: ["K2"]]),
        ])
        #expect(found.pairs.isEmpty && found.undatedCount == 1 && found.sample == 4)
        #expect(found.verdict == .tooLittleData)
        #expect(try RecordCoincidences.search([Self.record("1", day: day)]).result == nil)
        #expect(throws: AnalysisError.self) {
            var question = RecordCoincidences.Question()
            question.level = 1
            return try RecordCoincidences.search([], question)
        }
    }

    @Test("Kinds that name units and categories unlike are held together by place and theme")
    func themes() throws {
        let day = try #require(CalendarDate("2020-03-03"))
        let records = [
            Self.record("1", unit: "A/1", day: day),
            Self.record("2", Self.complaint, unit: "A", day: nil, reported: day, codes: [.category: ["bemötande"]]),
        ]
        #expect(try Self.search(records).pairs.isEmpty)
        let found = try Self.search(records) { question in
            question.place = { _ in "A" }
            question.theme = { _, _ in "treatment" }
        }
        #expect(found.pairs.map(\.reasons) == [[.sameUnit, .sameDay, .sameTheme("treatment")]])
    }

    @Test("Ten thousand records on one day are looked through without comparing them all")
    func crowd() throws {
        let day = try #require(CalendarDate("2020-03-03"))
        let records = (0..<10_000).map {
            Self.record("\($0)", [Self.deviation, Self.complaint][$0 % 2], day: day)
        }
        let found = try Self.search(records) { $0.mostPartners = 2 }
        #expect(found.duplicateCount == 2 * 5_000 * 4_999 / 2 && found.relatedCount == 5_000 * 5_000)
        #expect(found.pairs.count < 40_000)
    }

    @Test("Sentences say chance beside the number", arguments: Language.allCases)
    func sentences(language: Language) throws {
        let records = try Self.random(3, 400)
        let sentences = try Self.search(records).sentences(AnalysisNames())
        #expect(sentences[0].claim == .noDifference)
        #expect(sentences[0].text(language).contains(language == .swedish ? "slumpen väntas ge" : "chance is expected"))
        #expect(sentences.last?.claim == .caution)
    }
}
