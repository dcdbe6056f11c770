import Testing

/// That the comparison of the golden files fails whenever it should.
@Suite("The comparison of golden files")
struct GoldenHarnessTests {
    private enum Adapter: GoldenAdapter {
        static let file = "file"
        static let inputKeys: Set = ["x"]
        static let rules = [
            GoldenRule(["n"], .exact), GoldenRule(["mean", "*"], .measure), GoldenRule(["p"], .probability),
            GoldenRule(["bound"], .measure),
        ]
        static func output(of golden: GoldenCase) throws -> GoldenTree {
            [
                "n": 3, "mean": [1.5, 0, nil], "p": 1e-200, "flag": true, "text": "a", "none": [],
                "bound": .number(.infinity),
            ]
        }
    }

    private static let json = """
        {"method": "m", "cases": [{"name": "c", "input": {"x": [1, 2.5]}, "output":
        {"n": 3, "mean": [1.5, 0.0, null], "p": 1e-200, "flag": true, "text": "a", "none": [], "bound": "Infinity"}}]}
        """

    private static func faults(_ json: String) throws -> [String] {
        let file = try GoldenFile(name: "file", tree: GoldenParser.tree(of: Array(json.utf8)))
        return GoldenReport(file, by: Adapter.self).faults
    }

    @Test("Equal values are met")
    func equal() throws {
        #expect(try Self.faults(Self.json) == [])
        #expect(try Self.faults(Self.json.replacing("1.5,", with: "1.500000000001,")) == [])
    }

    @Test(
        "Any other value, key or shape fails",
        arguments: [
            ("\"n\": 3", "\"n\": 3.0000001"), ("1.5,", "1.50000000001,"), ("0.0,", "1e-11,"), ("null]", "0]"),
            ("null]", "null, 1]"), ("0.0, null", "0.0"), ("1e-200", "1.00000001e-200"), ("1e-200", "0"),
            ("true", "false"), ("\"text\": \"a\"", "\"text\": \"b\""), ("\"Infinity\"", "\"NaN\""),
            ("\"Infinity\"", "1e308"), ("\"none\": []", "\"none\": [1]"), ("\"none\": []", "\"none\": {}"),
            ("\"none\": [], ", ""), ("\"n\": 3", "\"n\": 3, \"more\": 1"), ("\"x\"", "\"y\""),
            ("\"n\": 3", "\"n\": \"3\""),
            ("\"n\": 3", "\"n\": [3]"), ("\"mean\": [1.5, 0.0, null]", "\"mean\": 1.5"),
        ]
    )
    func other(part: String, replacement: String) throws {
        let changed = Self.json.replacing(part, with: replacement)
        #expect(changed != Self.json)
        #expect(try !Self.faults(changed).isEmpty)
    }

    @Test("What is given where the other program stopped is not superfluous")
    func stopped() throws {
        let json = #"{"method": "m", "cases": [{"name": "c", "input": {"x": [1]}, "output": {"error": "e"}}]}"#
        #expect(try Self.faults(json) == ["c: error is missing"])
    }

    @Test(
        "A file that is not as the README says is not read",
        arguments: [
            ("\"name\": \"c\"", "\"name\": \"c\", \"extra\": 1"), ("\"cases\"", "\"case\""), ("1.5,", "1.5,,"),
            ("\"n\": 3", "\"n\": 3, \"n\": 3"), ("\"n\": 3", "\"n\": nan"), ("}]}", "}]"), ("}]}", "}]}}"),
        ]
    )
    func shape(part: String, replacement: String) {
        #expect(throws: (any Error).self) { try Self.faults(Self.json.replacing(part, with: replacement)) }
    }

    @Test(
        "Numbers keep every bit",
        arguments: [0.1, 1e-300, Double.leastNonzeroMagnitude, 1.7976931348623157e308, 0.30000000000000004]
    )
    func digits(number: Double) throws {
        #expect(try GoldenParser.tree(of: Array("[\(number)]".utf8)) == [.number(number)])
    }

    @Test("Texts keep every character")
    func texts() throws {
        let tree = try GoldenParser.tree(of: Array(#"{"a\u0062\n\"": "Ωå\ud83d\ude00/\/"}"#.utf8))
        #expect(tree == ["ab\n\"": "Ωå😀//"])
    }
}
