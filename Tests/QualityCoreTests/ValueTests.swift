import QualityCore
import TestSupport
import Testing

@Suite("A fact that a source may not hold")
struct StatedTests {
    @Test("keeps a value, an empty value and a gap apart")
    func threeStates() throws {
        let facts: [Stated<String>] = [
            .value("text"), .value(""), .notStated(source: "csv"), .notStated(source: "xml"),
        ]
        #expect(Set(facts).count == 4)
        #expect(facts.map(\.value) == ["text", "", nil, nil])
        #expect(try JSON.roundTrip(facts) == facts)
    }

    @Test(
        "has a stored form that names the state",
        arguments: [
            (#"{"value":{"_0":"text"}}"#, Stated<String>.value("text")),
            (#"{"notStated":{"source":"csv"}}"#, Stated<String>.notStated(source: "csv")),
        ]
    )
    func stored(text: String, fact: Stated<String>) throws {
        #expect(try JSON.value(from: text) == fact)
        #expect(try JSON.text(fact) == text)
    }

    @Test(
        "is not decoded from neither or both states",
        arguments: [
            "{}", #"{"value":{"_0":"a"},"notStated":{"source":"csv"}}"#, #"{"notStated":{}}"#, #""text""#,
        ]
    )
    func refused(text: String) {
        #expect(throws: DecodingError.self) { try JSON.value(Stated<String>.self, from: text) }
    }
}

@Suite("A risk estimate", .requirement("D-RSK-1"))
struct RiskEstimateTests {
    @Test("has the product of its levels as its value", arguments: 1...4, 1...4)
    func product(severity: Int, probability: Int) throws {
        let estimate = try #require(RiskEstimate(severity: severity, probability: probability))
        #expect(estimate.value == severity * probability)
        #expect(try JSON.roundTrip(estimate) == estimate)
    }

    @Test("has no value while a level is not assessed", arguments: 1...4)
    func partial(level: Int) throws {
        for estimate in [
            RiskEstimate(severity: level, probability: nil), RiskEstimate(severity: nil, probability: level),
        ] {
            let known = try #require(estimate)
            #expect(known.value == nil)
            #expect(try JSON.roundTrip(known) == known)
        }
    }

    @Test(
        "has levels from 1 through 4, and at least one",
        arguments: [
            (0, 1), (5, 1), (1, 0), (1, 5), (-1, 1), (Int.max, 4), (nil, nil), (nil, 0), (5, nil),
        ] as [(Int?, Int?)]
    )
    func refused(severity: Int?, probability: Int?) {
        #expect(RiskEstimate(severity: severity, probability: probability) == nil)
        let fields = [("severity", severity), ("probability", probability)]
        let text = fields.compactMap { name, level in level.map { "\"\(name)\":\($0)" } }.joined(separator: ",")
        #expect(throws: DecodingError.self) { try JSON.value(RiskEstimate.self, from: "{\(text)}") }
    }
}

@Suite("A text in every language")
struct LocalizedTextTests {
    @Test("has a wording for each language", arguments: zip(Language.allCases, ["avvikelse", "deviation"]))
    func wording(language: Language, expected: String) {
        #expect(LocalizedText(sv: "avvikelse", en: "deviation")(language) == expected)
    }

    @Test("is stored under the codes of its languages")
    func stored() throws {
        let text = LocalizedText(sv: "enhet", en: "unit")
        #expect(try JSON.text(text) == #"{"en":"unit","sv":"enhet"}"#)
        #expect(try JSON.roundTrip(text) == text)
        #expect(throws: DecodingError.self) { try JSON.value(LocalizedText.self, from: #"{"sv":"enhet"}"#) }
        #expect(Language.allCases.map(\.rawValue) == ["sv", "en"])
    }
}
