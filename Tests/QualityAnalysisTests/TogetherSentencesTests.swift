import Foundation
import Improvements
import QualityAnalysis
import QualityCore
import QualityStatistics
import Testing

/// Deviations, complaints and Lex Sarah of the reference records of 2020, by operation and theme.
struct ReferenceTogether {
    private struct Board: Decodable {
        struct Classifications: Decodable {
            let deviations: Classification
            let complaints: Classification
            let lexSarah: Classification
        }

        let organisation: Organisation
        let classifications: Classifications
    }

    let overview: JointOverview
    let names: AnalysisNames

    init(leavingOut operation: String? = nil) throws {
        let board = try JSONDecoder().decode(
            Board.self,
            from: Data(contentsOf: ReferenceRecords.folder.appendingPathComponent("board.json"))
        )
        let records = try ReferenceRecords()
        let complaints = try Self.facts(
            "complaints-2020.csv",
            (day: "Inkommen", categories: "Kategori"),
            board.classifications.complaints
        ) { $0["Typ"] != "Beröm" && (operation == nil || $0["Verksamhet"] != operation) }
        let cases = try Self.facts(
            "lex-sarah-2019-2020.csv",
            (day: "Rapporterad", categories: "Kategorier"),
            board.classifications.lexSarah
        ) { _ in true }
        let organisation = board.organisation
        var question = JointOverview.Question(try ReferenceRecords.year(2020), try Self.crosswalk())
        question.units = .units { unit in [organisation.ancestor(of: unit, at: .operation)?.id ?? unit] }
        question.listed = organisation.units.filter { $0.level == .operation }.map(\.id)
        let reading = try ClassificationReading(board.classifications.deviations, under: "2017")
        let sources = [
            SourceRecords(.deviations, try records.table(), reading: reading),
            SourceRecords(.complaints, try Self.table(complaints)), SourceRecords(.lexSarah, try Self.table(cases)),
        ]
        overview = try #require(try JointOverview.of(sources, question).result)
        names = records.names
    }

    private static func table(_ facts: [RecordFacts]) throws -> ObservationTable {
        try ObservationTable(facts, countedBy: .reported, dimensions: [.category])
    }

    static func crosswalk() throws -> ThemeCrosswalk {
        try ThemeCrosswalk(
            [
                ThemeCrosswalk.Theme("treatment", LocalizedText(sv: "Bemötande", en: "Treatment")),
                ThemeCrosswalk.Theme("service", LocalizedText(sv: "Utförande", en: "Delivery of service")),
                ThemeCrosswalk.Theme("safety", LocalizedText(sv: "Säkerhet", en: "Safety")),
                ThemeCrosswalk.Theme("violence", LocalizedText(sv: "Våld och övergrepp", en: "Violence and abuse")),
                ThemeCrosswalk.Theme(
                    "rights",
                    LocalizedText(sv: "Rättssäkerhet och information", en: "Rights and information")
                ),
            ],
            [
                .deviations: [
                    "fall": "safety", "lakemedel": "safety", "mtp": "safety", "smitta": "safety",
                    "vardkedja": "service", "vardkedja.information": "rights", "brukarfragor.ej-utford": "service",
                    "brukarfragor.ej-signerat": "safety", "brukarfragor.bemotande": "treatment",
                    "brukarfragor.hot-vald": "violence",
                ],
                .complaints: [
                    "bemotande": "treatment", "yrkeskunnande": "service", "tillganglighet": "service",
                    "information": "rights",
                ],
                .lexSarah: [
                    "bemotande": "treatment", "insats": "service", "fysisk-miljo": "safety",
                    "overgrepp-brukare": "violence", "overgrepp-personal": "violence", "ekonomiskt": "violence",
                    "rattssakerhet": "rights",
                ],
            ]
        )
    }

    /// The rows of a file, those with one number together as the observations of one record.
    private static func facts(
        _ file: String,
        _ heads: (day: String, categories: String),
        _ classification: Classification,
        where isMeant: ([String: String]) -> Bool
    ) throws -> [RecordFacts] {
        let url = ReferenceRecords.folder.appendingPathComponent(file)
        let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
        let names = lines[0].split(separator: ";", omittingEmptySubsequences: false).map {
            $0.hasSuffix("Diarienummer") ? "Diarienummer" : String($0)
        }
        var facts: [String: RecordFacts] = [:]
        var order: [String] = []
        for line in lines.dropFirst() {
            let fields = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            let row = Dictionary(uniqueKeysWithValues: zip(names, fields))
            guard isMeant(row), let number = row["Diarienummer"], let day = CalendarDate(row[heads.day] ?? "") else {
                continue
            }
            let codes = (row[heads.categories] ?? "").split(separator: "|").map { name in
                classification.version(on: day).category(named: String(name))?.id
                    ?? CategoryCode(unlisted: String(name))
            }
            let observation = RecordFacts.Observation(codes: [.category: codes])
            if facts[number] == nil { order.append(number) }
            facts[
                number,
                default: RecordFacts(
                    unit: OrganisationUnitID(rawValue: row["Verksamhet"] ?? ""),
                    reported: day,
                    status: "closed",
                    observations: []
                )
            ].observations.append(observation)
        }
        return order.compactMap { facts[$0] }
    }
}

@Suite("What is said of the reference sources of 2020 together")
struct TogetherSentencesTests {
    @Test("The sentences are the golden ones", arguments: Language.allCases)
    func golden(language: Language) throws {
        let together = try ReferenceTogether()
        let sentences = together.overview.sentences(together.names).map { $0.text(language) }
        let file = ReferenceSentencesTests.folder.appendingPathComponent("together-2020.\(language.rawValue).txt")
        if ProcessInfo.processInfo.environment["QUALITY_RECORD_SENTENCES"] != nil {
            try (sentences.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
        }
        let golden = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(sentences == golden)
    }

    @Test("An operation whose complaints are taken away is named as having none")
    func variant() throws {
        let original = try ReferenceTogether()
        #expect(!original.overview.silences.contains { $0.unit == "VSU" && $0.source == .complaints })
        let without = try ReferenceTogether(leavingOut: "VSU")
        let silence = try #require(without.overview.silences.first { $0.unit == "VSU" && $0.source == .complaints })
        #expect(silence.count == 399 && silence.reporting == .deviations)
        #expect(without.overview.sentences(without.names) != original.overview.sentences(original.names))
    }
}
