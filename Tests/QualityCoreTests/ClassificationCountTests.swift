import QualityCore
import TestSupport
import Testing

/// Counts under any version of a classification, made only of what `Classification` says.
@Suite("Counts under a classification", .requirement("D-LAW-5"))
struct ClassificationCountTests {
    private static func version(
        _ id: String,
        from: String? = nil,
        through: String? = nil,
        _ categories: [(code: String, from: String?)]
    ) throws -> ClassificationVersion {
        try ClassificationVersion(
            id: id,
            validity: Validity(from: from.map(day), through: through.map(day)) ?? .always,
            categories: categories.map {
                ClassificationVersion.Category(
                    id: CategoryCode(rawValue: $0.code),
                    label: LocalizedText(sv: "namn \($0.code)", en: "name \($0.code)"),
                    validity: Validity(from: $0.from.map(day)) ?? .always
                )
            }
        )
    }

    /// From 2020 to 2021 `fall` becomes `fall.indoors`, and `infection` is new from 2020-03-01 (*smitta*).
    private static func classification(isMapped: Bool = true) throws -> Classification {
        let move = Classification.Move(from: "fall", to: "fall.indoors")
        return try Classification(
            id: "deviation",
            versions: [
                version("2020", through: "2020-12-31", [("fall", nil), ("dose", nil), ("infection", "2020-03-01")]),
                version("2021", from: "2021-01-01", [("fall.indoors", nil), ("dose", nil), ("infection", nil)]),
            ],
            mappings: isMapped ? [Classification.Mapping(from: "2020", to: "2021", moves: [move])] : []
        )
    }

    private static let events: [(day: String, code: String)] = [
        ("2020-02-01", "fall"), ("2020-05-01", "fall"), ("2020-05-02", "infection"), ("2020-12-31", "dose"),
        ("2021-01-01", "fall.indoors"), ("2021-03-01", "dose"),
    ]

    /// The count of a category in a period: absent where no day of it could be filed there.
    private static func count(
        _ code: CategoryCode,
        in period: CalendarPeriod,
        under version: String,
        of classification: Classification
    ) throws -> Int? {
        let validity = try #require(classification[version: version]?[code]?.validity)
        guard validity.overlaps(period) else { return nil }
        return events.count { event in
            period.contains(day(event.day))
                && classification.translate(CategoryCode(rawValue: event.code), to: version) == code
        }
    }

    private static func period(_ first: String, _ last: String) throws -> CalendarPeriod {
        try #require(CalendarPeriod(first: day(first), last: day(last)))
    }

    @Test("move with a code that moves, on the day that the versions change")
    func move() throws {
        let classification = try Self.classification()
        #expect(classification.version(on: day("2020-12-31")).id == "2020")
        #expect(classification.version(on: day("2021-01-01")).id == "2021")
        #expect(classification.translate("fall", to: "2021") == "fall.indoors")
        #expect(classification.translate("fall.indoors", to: "2020") == "fall")
        #expect(try Self.classification(isMapped: false).translate("fall", to: "2021") == nil, "no move, no code")
    }

    @Test(
        "are the same under either version",
        arguments: [("fall", "2020", 3), ("fall.indoors", "2021", 3), ("dose", "2020", 2), ("dose", "2021", 2)]
    )
    func reproducible(code: CategoryCode, version: String, expected: Int) throws {
        let both = try Self.period("2020-01-01", "2021-12-31")
        let classification = try Self.classification()
        #expect(try Self.count(code, in: both, under: version, of: classification) == expected)
        let stored = try JSON.roundTrip(classification)
        #expect(try Self.count(code, in: both, under: version, of: stored) == expected, "also from its stored form")
    }

    @Test("leave out, and do not guess, what moved without a mapping")
    func unmapped() throws {
        let both = try Self.period("2020-01-01", "2021-12-31")
        let unmapped = try Self.classification(isMapped: false)
        #expect(try Self.count("fall.indoors", in: both, under: "2021", of: unmapped) == 1)
        let lost = Self.events.filter { unmapped.translate(CategoryCode(rawValue: $0.code), to: "2021") == nil }
        #expect(lost.map(\.code) == ["fall", "fall"], "what is lost can be listed")
    }

    @Test(
        "of a category that did not exist are missing, not 0",
        arguments: [
            ("2020-01-01", "2020-02-29", nil), ("2020-01-01", "2020-03-01", 0), ("2020-03-01", "2020-04-30", 0),
            ("2020-04-01", "2020-05-31", 1),
        ] as [(String, String, Int?)]
    )
    func missing(first: String, last: String, expected: Int?) throws {
        let period = try Self.period(first, last)
        #expect(try Self.count("infection", in: period, under: "2020", of: Self.classification()) == expected)
    }

    @Test("cannot rest on a mapping with a code of neither version; its neighbour stands")
    func refused() throws {
        let sound = try Self.classification()
        let stray = Classification.Move(from: "fall", to: "slip")
        let mapping = Classification.Mapping(from: "2020", to: "2021", moves: [stray])
        #expect(
            refusal { _ = try Classification(id: "deviation", versions: sound.versions, mappings: [mapping]) }
                == Refusal("D-LAW-5", "moves")
        )
        #expect(
            refusal { _ = try Classification(id: "deviation", versions: sound.versions, mappings: sound.mappings) }
                == nil
        )
    }
}
