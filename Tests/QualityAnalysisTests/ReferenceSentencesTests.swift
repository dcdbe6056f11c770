import Foundation
import QualityAnalysis
import QualityCore
import QualitySamples
import QualityStatistics
import TestSupport
import Testing

@Suite("What is said of the reference records of 2020")
struct ReferenceSentencesTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/Analysis")

    @Test("The sentences are the golden ones", arguments: Language.allCases)
    func golden(language: Language) throws {
        let sentences = try ReferenceSentences(ReferenceRecords()).all.map { $0.text(language) }
        let file = Self.folder.appendingPathComponent("sentences-2020.\(language.rawValue).txt")
        if ProcessInfo.processInfo.environment["QUALITY_RECORD_SENTENCES"] != nil {
            try (sentences.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
        }
        let golden = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(sentences == golden)
    }

    static func line(_ code: CategoryCode, _ comparison: PeriodComparison) throws -> PeriodComparison.Line {
        try #require(comparison[.category(code)])
    }

    @Test("The fall in Fall is shown and stands whatever is left out, and is called no improvement")
    func fall() throws {
        let said = try ReferenceSentences(ReferenceRecords())
        let line = try Self.line("fall", said.comparison)
        #expect(line.earlier == 1238 && line.later == 931)
        #expect(line.verdict == .lower && line.sensitivity?.survives == true)
        let percent = try #require(line.contrast?.percentChange)
        #expect(abs(percent - -24.798) < 0.001)
        #expect(said.comparison.carriers.first?.subject == .category("fall"))
        #expect(said.comparison.sentences(said.names).contains { $0.claim == .caution && $0.subject == .whole })
        for sentence in said.all {
            #expect(!sentence.text(.swedish).contains("förbättrats") && !sentence.text(.english).contains("improved"))
        }
    }

    @Test("The heading that belongs elsewhere is named with what it does to both categories")
    func heading() throws {
        let records = try ReferenceRecords()
        let said = try ReferenceSentences(records)
        let filed = { (year: Int) in
            records.facts.count {
                $0.occurred?.year == year
                    && $0.observations[0].codes[.category] == ["brukarfragor.ej-signerat"]
            }
        }
        for (code, sign) in [("brukarfragor", -1), ("lakemedel", 1)] as [(CategoryCode, Int)] {
            let line = try Self.line(code, said.comparison)
            let recoding = try #require(line.recoding)
            let move = try #require(recoding.moves.first)
            #expect(move.from == "brukarfragor" && move.to == "lakemedel" && move.version == "2021")
            #expect(move.earlier == filed(2019) && move.later == filed(2020) && move.later > 0)
            let other = try #require(recoding.readings.first { $0.version == "2021" })
            #expect(other.later == (line.later ?? 0) + sign * filed(2020))
        }
        #expect(try Self.line("fall", said.comparison).recoding?.finding == Recoding.Finding.none)
    }

    @Test("Vårdkedjeproblematik rose from 2017 with its uncertainty, and no category shows a trend")
    func chain() throws {
        let said = try ReferenceSentences(ReferenceRecords())
        let line = try Self.line("vardkedja", said.fromFirst)
        let interval = try #require(line.contrast?.interval)
        #expect(line.earlier == 19 && line.later == 41 && line.verdict == .higher)
        #expect(interval.lower > 1 && interval.lower < 1.5 && interval.upper > 3)
        #expect(try Self.line("vardkedja", said.comparison).verdict == .withinChance)
        #expect(said.series[.category("vardkedja")]?.counts == [19, 23, 39, 41])
        #expect(said.series[.category("smitta")]?.counts == [nil, nil, nil, 5])
        for (subject, series) in said.series {
            #expect(series.trendShortage() != nil)
            #expect(series.sentence(of: subject, said.names).claim == .refusal)
        }
    }

    @Test("Daily activities went from 90 to 105, which may be chance; infections did not exist before")
    func others() throws {
        let said = try ReferenceSentences(ReferenceRecords())
        let daily = try #require(said.comparison[.unit("ASI")])
        #expect(daily.earlier == 90 && daily.later == 105 && daily.verdict == .withinChance)
        let infections = try Self.line("smitta", said.comparison)
        #expect(infections.earlier == nil && infections.later == 5)
        #expect(infections.verdict == .notComparable(.noSuchCategory))
    }

    /// What is changed in the records, with the sentence of its subject that must then be another.
    enum Variant: CaseIterable {
        case fallUnchanged, headingGone, chainDoubled, dailyDoubled, chainFlat

        var subject: AnalysisSubject {
            switch self {
            case .fallUnchanged: .category("fall")
            case .headingGone: .category("brukarfragor")
            case .chainDoubled, .chainFlat: .category("vardkedja")
            case .dailyDoubled: .unit("ASI")
            }
        }

        func change(_ records: inout ReferenceRecords, _ random: inout QualitySamples.SeededGenerator) {
            switch self {
            case .fallUnchanged: repeatSome(&records, 307, &random) { $0.occurred?.year == 2020 && $1 == "fall" }
            case .headingGone:
                records.facts.removeAll { $0.observations[0].codes[.category] == ["brukarfragor.ej-signerat"] }
            case .chainDoubled: repeatSome(&records, 60, &random) { $0.occurred?.year == 2020 && $1 == "vardkedja" }
            case .chainFlat: repeatSome(&records, 22, &random) { $0.occurred?.year == 2017 && $1 == "vardkedja" }
            case .dailyDoubled:
                repeatSome(&records, 105, &random) { record, _ in
                    record.occurred?.year == 2020 && record.unit.rawValue.hasPrefix("ASI")
                }
            }
        }

        private func repeatSome(
            _ records: inout ReferenceRecords,
            _ count: Int,
            _ random: inout QualitySamples.SeededGenerator,
            _ isChosen: (RecordFacts, String?) -> Bool
        ) {
            let chosen = records.facts.filter { isChosen($0, records.category($0)) }
            for _ in 0..<count { records.facts += chosen.randomElement(using: &random).map { [$0] } ?? [] }
        }
    }

    @Test("Where the facts differ other sentences are said, and none without support", arguments: Variant.allCases)
    func variants(variant: Variant) throws {
        let original = try ReferenceSentences(ReferenceRecords())
        for seed in Seeds.some(2) {
            print("Variant \(variant), seed \(seed)")
            var random = QualitySamples.SeededGenerator(seed: seed)
            var records = try ReferenceRecords()
            variant.change(&records, &random)
            let said = try ReferenceSentences(records)
            let texts = { (sentences: ReferenceSentences) in
                sentences.all.filter { $0.subject == variant.subject }.map { $0.text(.swedish) }
            }
            #expect(texts(said) != texts(original))
            switch variant {
            case .fallUnchanged: #expect(said.comparison[variant.subject]?.verdict == .withinChance)
            case .chainDoubled, .dailyDoubled: #expect(said.comparison[variant.subject]?.verdict == .higher)
            case .chainFlat: #expect(said.fromFirst[variant.subject]?.verdict == .withinChance)
            case .headingGone:
                #expect(said.comparison[variant.subject]?.recoding?.finding == Recoding.Finding.none)
                #expect(!said.all.contains { $0.text(.swedish).contains("Ej signerat") })
            }
            try Self.support(said.comparison, records, seed)
            for sentence in said.all {
                let swedish = sentence.text(.swedish)
                #expect(!swedish.contains("trend") || sentence.claim == .refusal, "\(swedish)")
                #expect(!swedish.contains("vad slumpen förklarar") || sentence.claim == .difference, "\(swedish)")
            }
        }
    }

    /// Every difference that is said has the counts of the records, their direction and more than Poisson noise.
    static func support(_ comparison: PeriodComparison, _ records: ReferenceRecords, _ seed: UInt64) throws {
        for line in comparison.lines {
            guard let earlier = line.earlier, let later = line.later else { continue }
            let counts = [2019, 2020].map { year in
                records.facts.count { record in
                    guard record.occurred?.year == year else { return false }
                    return switch line.subject {
                    case .whole: true
                    case .category(let code): records.category(record) == code.rawValue
                    case .unit(let unit):
                        records.organisation.ancestor(of: record.unit, at: .operation)?.id == unit
                    }
                }
            }
            #expect([earlier, later] == counts, "seed \(seed), \(line.subject)")
            let distance = abs(Double(later - earlier)) / Double(max(1, later + earlier)).squareRoot()
            switch line.verdict {
            case .higher: #expect(later > earlier && distance > 1.9, "seed \(seed), \(line.subject)")
            case .lower: #expect(later < earlier && distance > 1.9, "seed \(seed), \(line.subject)")
            case .withinChance: #expect(distance < 4, "seed \(seed), \(line.subject)")
            case .tooLittleData, .notComparable: #expect(later + earlier < 30, "seed \(seed), \(line.subject)")
            }
        }
    }
}
