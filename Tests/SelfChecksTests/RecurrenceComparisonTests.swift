import Foundation
import QualityCore
import SelfChecks
import TestSupport
import Testing

/// Every form of rule from every day of 2023 to 2030 against python-dateutil; in the short run from drawn days.
@Suite("Recurrence compared with python-dateutil", .requirement("D-SLF-6"))
struct RecurrenceComparison {
    /// One rule with what python-dateutil makes of it; days are numbers since 1970.
    struct Line: Decodable {
        let rrule: String
        let most: Int
        let horizon: Int32
        let time: String?
        let starts: [Int32]
        let days: [[Int32]]
    }

    private static let chunks = 8

    @Test(
        "Every form of rule gives the same days from every start",
        arguments: 0..<chunks,
        TestSize.isFull ? [0] : Seeds.some(1)
    )
    func grid(chunk: Int, seed: UInt64) throws {
        let python = try Python(importing: "dateutil.rrule")
        var rules = 0
        var cases = 0
        let draw = TestSize.isFull ? [] : ["\(seed)", "2"]
        let status = try python.run("recurrence-cases", ["\(chunk)", "\(Self.chunks)"] + draw) { text in
            let line = try JSONDecoder().decode(Line.self, from: text)
            rules += 1
            cases += try Self.compare(line)
        }
        try #require(status == 0, "the script of cases fails")
        let size = TestSize.isFull ? "from every start" : "seed \(seed)"
        print("Recurrence comparison: chunk \(chunk), \(rules) rules, \(cases) starts compared, \(size)")
        #expect(rules > 60 && cases >= (TestSize.isFull ? 400 : 2) * rules)
    }

    /// The number of starts compared; only the first that differs is recorded.
    static func compare(_ line: Line) throws -> Int {
        let rule = try RecurrenceRule(line.rrule)
        try #require(line.starts.count == line.days.count)
        let time = line.time.map { RecurrenceMoment("20230101T\($0.filter { $0 != ":" })") } ?? nil
        for (number, expected) in zip(line.starts, line.days) {
            let day = try #require(CalendarDate(daysSince1970: number))
            let clock = time?.description.dropFirst(8) ?? ""
            let start = try #require(RecurrenceMoment(RecurrenceMoment(day).description + clock))
            let found = rule.occurrences(from: start).lazy.map(\.day.daysSince1970)
                .prefix { $0 <= line.horizon }.prefix(line.most)
            guard !found.elementsEqual(expected) else { continue }
            Issue.record("\(line.rrule) from \(start): \(Array(found)) for \(expected)")
            break
        }
        return line.starts.count
    }
}
