import QualityCore
import TestSupport
import Testing

@Suite("A classification", .requirement("D-LAW-5"))
struct ClassificationTests {
    private static func code(_ text: String) -> CategoryCode { CategoryCode(rawValue: text) }

    private static func version(
        _ id: String,
        _ validity: Validity = .always,
        _ codes: String...
    ) throws -> ClassificationVersion {
        try ClassificationVersion(
            id: id,
            validity: validity,
            categories: codes.map { text in
                let parts = text.split(separator: "<").map(String.init)
                return ClassificationVersion.Category(
                    id: code(parts[0]),
                    parent: parts.count > 1 ? code(parts[1]) : nil,
                    label: LocalizedText(sv: "Namn \(parts[0])", en: "Name \(parts[0])")
                )
            }
        )
    }

    private static func mapping(_ from: String, _ to: String, _ moves: (String, String)...) -> Classification.Mapping {
        Classification.Mapping(
            from: from,
            to: to,
            moves: moves.map { Classification.Move(from: code($0.0), to: code($0.1)) }
        )
    }

    /// Three versions: a rename, a merger into a new code, a merger into a kept code, a split, a new and an ended code.
    private static func sample() throws -> Classification {
        try Classification(
            id: "sample",
            versions: [
                version(
                    "1",
                    Validity(from: nil, through: day("2019-12-31")) ?? .always,
                    "kept",
                    "old",
                    "x",
                    "y",
                    "big",
                    "gone",
                    "p",
                    "q"
                ),
                version(
                    "2",
                    Validity(from: day("2020-01-01"), through: day("2021-12-31")) ?? .always,
                    "kept",
                    "new",
                    "xy",
                    "big1",
                    "big2",
                    "added",
                    "q"
                ),
                version(
                    "3",
                    Validity(from: day("2022-01-01")) ?? .always,
                    "kept",
                    "newest",
                    "xy",
                    "big1",
                    "added",
                    "r"
                ),
            ],
            mappings: [
                mapping(
                    "1",
                    "2",
                    ("old", "new"),
                    ("x", "xy"),
                    ("y", "xy"),
                    ("big", "big1"),
                    ("big", "big2"),
                    ("p", "q")
                ),
                mapping("2", "3", ("new", "newest"), ("q", "r")),
            ]
        )
    }

    @Test(
        "reads a code under another version",
        arguments: [
            ("kept", "3", "kept"), ("kept", "1", "kept"),
            ("old", "2", "new"), ("old", "3", "newest"), ("old", "1", "old"),
            ("newest", "2", "new"), ("newest", "1", "old"), ("new", "1", "old"),
            ("x", "2", "xy"), ("y", "3", "xy"), ("added", "3", "added"), ("big1", "1", "big"), ("r", "2", "q"),
        ]
    )
    func translates(from: String, to: String, expected: String) throws {
        #expect(try Self.sample().translate(Self.code(from), to: to) == Self.code(expected))
    }

    @Test(
        "reads no code where several became one, one became several, or none leads there",
        arguments: [
            ("xy", "1"), ("big", "2"), ("big", "3"), ("big2", "3"), ("added", "1"), ("gone", "2"), ("r", "1"),
            ("unknown", "2"), ("kept", "4"),
        ]
    )
    func untranslatable(from: String, to: String) throws {
        #expect(try Self.sample().translate(Self.code(from), to: to) == nil)
    }

    @Test("keeps an unlisted name in every version and moves it with the category it was put under")
    func unlisted() throws {
        let sample = try Self.sample()
        for version in ["1", "2", "3"] {
            #expect(sample.translate(CategoryCode(unlisted: "Nyckel"), to: version) == CategoryCode(unlisted: "Nyckel"))
        }
        let filed = CategoryCode(unlisted: "Nyckel", under: Self.code("old"))
        #expect(sample.translate(filed, to: "3") == CategoryCode(unlisted: "Nyckel", under: Self.code("newest")))
        let lost = CategoryCode(unlisted: "Nyckel", under: Self.code("gone"))
        #expect(sample.translate(lost, to: "3") == lost)
    }

    @Test(
        "files events of a day under the newest version in force, else under the oldest",
        arguments: [
            ("2019-12-31", "1"), ("2020-01-01", "2"), ("2021-12-31", "2"), ("2022-01-01", "3"), ("2999-01-01", "3"),
        ]
    )
    func versionOfDay(date: String, expected: String) throws {
        #expect(try Self.sample().version(on: day(date)).id == expected)
        let gap = try Classification(
            id: "gap",
            versions: [
                Self.version("1", Validity(from: day("2020-01-01"), through: day("2020-12-31")) ?? .always, "a"),
                Self.version("2", Validity(from: day("2020-07-01"), through: day("2020-12-31")) ?? .always, "a"),
            ]
        )
        #expect(gap.version(on: day("2020-06-30")).id == "1")
        #expect(gap.version(on: day("2020-07-01")).id == "2")
        #expect(gap.version(on: day("2021-06-30")).id == "1")
    }

    @Test("is found by the name of a version")
    func versionByName() throws {
        let sample = try Self.sample()
        #expect(sample[version: "2"]?.id == "2")
        #expect(sample[version: "4"] == nil)
    }

    @Test("survives its stored form; absent mappings are none")
    func stored() throws {
        let sample = try Self.sample()
        #expect(try JSON.roundTrip(sample) == sample)
        let version = try JSON.text(Self.version("1", .always, "a"))
        let read = try JSON.value(Classification.self, from: #"{"id":"c","versions":[\#(version)]}"#)
        #expect(read.mappings.isEmpty)
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let field: String
        let versions: [[String]]
        var names = ["1", "2", "3"]
        var mappings: [Classification.Mapping] = []
    }

    private static let faults = [
        Fault(testDescription: "no version", field: "versions", versions: []),
        Fault(
            testDescription: "two versions of one name",
            field: "versions",
            versions: [["a"], ["a"]],
            names: ["1", "1"]
        ),
        Fault(
            testDescription: "an unknown version",
            field: "mappings",
            versions: [["a"], ["b"]],
            mappings: [mapping("1", "9", ("a", "b"))]
        ),
        Fault(
            testDescription: "a mapping backwards",
            field: "mappings",
            versions: [["a"], ["b"]],
            mappings: [mapping("2", "1", ("b", "a"))]
        ),
        Fault(
            testDescription: "a mapping to itself",
            field: "mappings",
            versions: [["a"], ["b"]],
            mappings: [mapping("1", "1", ("a", "a"))]
        ),
        Fault(
            testDescription: "a mapping past a version",
            field: "mappings",
            versions: [["a"], ["a"], ["b"]],
            mappings: [mapping("1", "3", ("a", "b"))]
        ),
        Fault(
            testDescription: "a mapping from the last",
            field: "mappings",
            versions: [["a"]],
            mappings: [mapping("1", "2", ("a", "b"))]
        ),
        Fault(
            testDescription: "two mappings of one pair",
            field: "mappings",
            versions: [["a"], ["b"]],
            mappings: [mapping("1", "2", ("a", "b")), mapping("1", "2")]
        ),
        Fault(
            testDescription: "a move from an unknown code",
            field: "moves",
            versions: [["a"], ["b"]],
            mappings: [mapping("1", "2", ("x", "b"))]
        ),
        Fault(
            testDescription: "a move to an unknown code",
            field: "moves",
            versions: [["a"], ["b"]],
            mappings: [mapping("1", "2", ("a", "a"))]
        ),
    ]

    @Test("refuses what does not hang together, in memory and from a file", arguments: faults)
    func refused(fault: Fault) throws {
        let versions = try zip(fault.names, fault.versions).map { name, codes in
            try ClassificationVersion(
                id: name,
                validity: .always,
                categories: codes.map { .init(id: Self.code($0), label: LocalizedText(sv: $0, en: $0)) }
            )
        }
        let made = #expect(throws: RuleViolation.self) {
            try Classification(id: "c", versions: versions, mappings: fault.mappings)
        }
        let text = try #"{"id":"c","versions":\#(JSON.text(versions)),"mappings":\#(JSON.text(fault.mappings))}"#
        let decoded = #expect(throws: RuleViolation.self) { try JSON.value(Classification.self, from: text) }
        #expect(made == decoded)
        #expect(made.map(Refusal.init) == Refusal("D-LAW-5", fault.field))
        #expect(made?.record == RecordReference(kind: RecordKind(rawValue: "classification"), id: "c"))
    }

    @Test("accepts the nearest sound mapping")
    func accepted() throws {
        let versions = try [Self.version("1", .always, "a"), Self.version("2", .always, "b")]
        #expect(throws: Never.self) {
            try Classification(id: "c", versions: versions, mappings: [Self.mapping("1", "2", ("a", "b"))])
        }
    }

    @Suite("version", .requirement("D-LAW-5", "D-LXS-10"))
    struct Versions {
        private static func tree() throws -> ClassificationVersion {
            try version("1", .always, "care", "dose<care", "night<dose", "other", "dose2<other")
        }

        @Test(
            "knows its categories, the top ones and the top of each",
            arguments: [
                ("care", "care"), ("dose", "care"), ("night", "care"), ("dose2", "other"), ("x", nil),
                ("care?Nyckel", "care"),
                ("dose?Nyckel", "care"), ("?Nyckel", nil),
            ] as [(String, String?)]
        )
        func top(of text: String, expected: String?) throws {
            let version = try Self.tree()
            #expect(version.topCategory(of: code(text))?.id.rawValue == expected)
            #expect(version.topCategories.map(\.id.rawValue) == ["care", "other"])
        }

        @Test("finds a category by its Swedish name below a parent, letters of either case alike")
        func named() throws {
            let version = try Self.tree()
            #expect(version.category(named: "NAMN care")?.id == code("care"))
            #expect(version.category(named: "namn Dose", under: code("care"))?.id == code("dose"))
            #expect(version.category(named: "Namn dose") == nil)
            #expect(version.category(named: "Namn dose", under: code("other")) == nil)
        }

        @Test(
            "refuses a code on two categories, a heading before its parent and the form of an unlisted code",
            arguments: [
                (["a", "b", "a"], "id"), (["a<b", "b"], "parent"), (["a<a"], "parent"), (["a", "b<x"], "parent"),
                (["?a"], "id"), (["a", "a?b"], "id"),
            ]
        )
        func refused(codes: [String], field: String) throws {
            let categories = codes.map { text in
                let parts = text.split(separator: "<").map(String.init)
                return ClassificationVersion.Category(
                    id: code(parts[0]),
                    parent: parts.count > 1 ? code(parts[1]) : nil,
                    label: LocalizedText(sv: text, en: text)
                )
            }
            let made = #expect(throws: RuleViolation.self) {
                try ClassificationVersion(id: "v", validity: .always, categories: categories)
            }
            #expect(made.map(Refusal.init) == Refusal("D-LAW-5", field))
            let text = try #"{"id":"v","validity":{},"categories":\#(JSON.text(categories))}"#
            let decoded = #expect(throws: RuleViolation.self) { try JSON.value(ClassificationVersion.self, from: text) }
            #expect(made == decoded)
        }

        @Test("accepts the same heading below two parents, under codes of their own")
        func accepted() throws {
            let version = try Self.tree()
            #expect(version.categories.count == 5)
            #expect(try JSON.roundTrip(version) == version)
        }
    }

    @Suite("code", .requirement("D-LAW-5", "D-SEC-6"))
    struct Codes {
        @Test(
            "of a name that no list knows keeps the name, masked from six digits on",
            arguments: [
                ("Nyckel", nil, "?Nyckel"), ("Rum 12345", nil, "?Rum 12345"), ("Rum 123456", nil, "?•••"),
                ("18880312-1234", "care", "care?•••"), ("1 2 3 4 5 6", nil, "?•••"),
                ("１２３４５６", nil, "?•••"), ("٨٨٠٣١٢", nil, "?•••"), ("", nil, "?"), ("Vad?", nil, "?Vad?"),
            ] as [(String, String?, String)]
        )
        func unlisted(name: String, parent: String?, stored: String) throws {
            let made = CategoryCode(unlisted: name, under: parent.map(code))
            #expect(made.rawValue == stored)
            #expect(made.unlistedName == String(stored.drop { $0 != "?" }.dropFirst()))
            #expect(made.unlistedParent == parent.map(code))
            #expect(try JSON.roundTrip([made]) == [made])
        }

        @Test("of a listed category has no unlisted name")
        func listed() {
            #expect(code("care.dose").unlistedName == nil && code("care.dose").unlistedParent == nil)
            #expect([code("b"), code("a")].sorted() == [code("a"), code("b")])
        }
    }
}
