import QualityAnalysis
import QualityCore
import Testing
import QualitySamples

@Suite("Versions of a classification as axes (D-LAW-5)")
struct ClassificationAxisTests {
    static func code(_ text: String) -> CategoryCode { CategoryCode(rawValue: text) }

    static func category(
        _ id: String,
        under parent: String? = nil,
        validity: Validity = .always
    ) -> ClassificationVersion.Category {
        ClassificationVersion.Category(
            id: code(id),
            parent: parent.map(code),
            label: LocalizedText(sv: id, en: id),
            validity: validity
        )
    }

    /// In 2021 the heading `fall` moves from care to safety, and `läkemedel` becomes `hälsa` below a new category.
    static func classification() throws -> Classification {
        let turn = CalendarDate(year: 2021, month: 1, day: 1)
        let headings = ["fall", "bemötande", "läkemedel"]
        return try Classification(
            id: "avvikelser",
            versions: [
                ClassificationVersion(
                    id: "2020",
                    validity: .always,
                    categories: [category("omsorg"), category("trygghet")]
                        + headings.map { category($0, under: "omsorg") } + [category("larm", under: "trygghet")]
                ),
                ClassificationVersion(
                    id: "2021",
                    validity: try #require(Validity(from: turn)),
                    categories: [
                        category("omsorg"), category("trygghet"), category("vård"),
                        category("bemötande", under: "omsorg"), category("fall", under: "trygghet"),
                        category("larm", under: "trygghet"), category("hälsa", under: "vård"),
                    ]
                ),
            ],
            mappings: [
                Classification.Mapping(
                    from: "2020",
                    to: "2021",
                    moves: [Classification.Move(from: code("läkemedel"), to: code("hälsa"))]
                )
            ]
        )
    }

    static let filed = [
        "omsorg", "trygghet", "fall", "bemötande", "läkemedel", "larm", "?Okänd", "omsorg?Ny rubrik",
        "läkemedel?Dos",
    ]

    static func facts(seed: UInt64) -> [RecordFacts] {
        var random = SeededGenerator(seed: seed)
        return (0..<150).map { _ in
            RecordFacts(
                unit: OrganisationUnitID(rawValue: "A"),
                occurred: RandomFacts.day(&random),
                status: "reported",
                observations: [
                    RecordFacts.Observation(codes: [
                        .category: filed.randomElement(using: &random).map { [code($0)] } ?? []
                    ])
                ]
            )
        }
    }

    /// The top categories of a version; a code that belongs to none stands for itself.
    static func axis(of classification: Classification, _ id: ClassificationVersion.ID) throws -> CountAxis {
        let version = try #require(classification[version: id])
        return .codes(.category) { filed in
            guard let code = classification.translate(filed, to: id) else { return [] }
            return [version.topCategory(of: code)?.id ?? code]
        }
    }

    @Test("Read under another version, totals stay and what moved is the count of its heading", arguments: 1...20)
    func moves(seed: UInt64) throws {
        print("Classification, seed \(seed)")
        let classification = try Self.classification()
        let table = try ObservationTable(Self.facts(seed: seed), countedBy: .occurred, dimensions: [.category])
        let earlier = table.count(.observations, by: try Self.axis(of: classification, "2020"), and: .years)
        let later = table.count(.observations, by: try Self.axis(of: classification, "2021"), and: .years)
        let headings = table.count(.observations, by: .codes(.category), and: .years)
        let key = { CountAxis.Key.code(Self.code($0)) }
        #expect(Set(earlier.columns) == Set(later.columns))
        for year in earlier.columns {
            let total = { (cross: CrossTable) in cross.rows.reduce(0) { $0 + cross[$1, year] } }
            let fall = headings[key("fall"), year]
            let medicine = headings[key("läkemedel"), year] + headings[key("läkemedel?Dos"), year]
            #expect(total(earlier) == total(later), "seed \(seed)")
            #expect(later[key("trygghet"), year] == earlier[key("trygghet"), year] + fall, "seed \(seed)")
            #expect(later[key("omsorg"), year] == earlier[key("omsorg"), year] - fall - medicine, "seed \(seed)")
            #expect(later[key("vård"), year] == medicine, "seed \(seed)")
            #expect(earlier[key("vård"), year] == 0, "seed \(seed)")
            #expect(later[key("?Okänd"), year] == headings[key("?Okänd"), year], "seed \(seed)")
        }
    }

    @Test("A code goes to the other version and back")
    func thereAndBack() throws {
        let classification = try Self.classification()
        for text in Self.filed {
            let there = try #require(classification.translate(Self.code(text), to: "2021"))
            #expect(classification.translate(there, to: "2020") == Self.code(text))
            #expect(classification.translate(Self.code(text), to: "2020") == Self.code(text))
        }
        #expect(classification.translate(Self.code("läkemedel"), to: "2021") == Self.code("hälsa"))
        #expect(classification.translate(Self.code("läkemedel?Dos"), to: "2021") == Self.code("hälsa?Dos"))
        #expect(classification.translate(Self.code("vård"), to: "2020") == nil)
        #expect(classification.translate(Self.code("fall"), to: "1999") == nil)
    }

    @Test("A mapping must join versions that follow on each other and name codes that they have")
    func badMappings() throws {
        let versions = try Self.classification().versions
        let bad: [(String, String, String, String)] = [
            ("2021", "2020", "hälsa", "läkemedel"), ("2020", "2020", "fall", "fall"),
            ("2020", "2022", "fall", "fall"), ("2020", "2021", "hälsa", "hälsa"),
            ("2020", "2021", "läkemedel", "läkemedel"),
        ]
        for (from, to, code, other) in bad {
            let move = Classification.Move(from: Self.code(code), to: Self.code(other))
            let mapping = Classification.Mapping(from: from, to: to, moves: [move])
            let error = #expect(throws: RuleViolation.self) {
                try Classification(id: "x", versions: versions, mappings: [mapping])
            }
            #expect(error?.rule == "D-LAW-5")
        }
        let empty = #expect(throws: RuleViolation.self) { try Classification(id: "x", versions: []) }
        #expect(empty?.rule == "D-LAW-5")
    }

    @Test("Whether a category can hold a count in a period is told by its validity, not by the count")
    func validity() throws {
        let day = { (year: Int, month: Int, day: Int) in
            try #require(CalendarDate(year: year, month: month, day: day))
        }
        let validity = try #require(Validity(from: day(2020, 7, 1), through: day(2021, 6, 30)))
        let category = Self.category("ny", validity: validity)
        for year in 2018...2023 {
            let period = try #require(CalendarPeriod(year: year))
            let overlaps = (0...period.first.days(to: period.last)).contains { offset in
                period.first.adding(days: offset).map(validity.contains) ?? false
            }
            #expect(category.validity.overlaps(period) == overlaps)
            #expect(overlaps == (2020...2021).contains(year))
        }
        let table = try ObservationTable(Self.facts(seed: 1), countedBy: .occurred, dimensions: [.category])
        let cross = table.count(.records, by: .codes(.category), and: .years)
        #expect(cross[.code(category.id), .year(2020)] == 0)
        #expect(!cross.rows.contains(.code(category.id)))
    }
}
