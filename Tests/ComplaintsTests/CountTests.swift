import Complaints
import QualityCore
import TestSupport
import Testing

@Suite("The counts of submissions", .requirement("D-CMP-2"))
struct CountTests {
    private static func submission(_ kinds: [ViewpointKind], concerns: [PersonReference] = []) throws -> Complaint {
        try Complaint.draft(.draft(concerns: concerns), viewpoints: kinds.map { .draft($0) })
    }

    @Test("can be 50 submissions with 4 praises and 47 dissatisfactions")
    func moreViewpoints() throws {
        var all = try (0..<46).map { _ in try Self.submission([.dissatisfaction]) }
        all += try (0..<3).map { _ in try Self.submission([.praise]) }
        all.append(try Self.submission([.praise, .dissatisfaction]))
        let tally = ComplaintTally(all)
        #expect(tally[.submissions] == 50 && tally[.viewpoints] == 51)
        #expect(tally.kinds == [.praise: 4, .dissatisfaction: 47])
    }

    @Test("can be 120 submissions and 171 viewpoints, never without their names")
    func names() throws {
        var all = try (0..<69).map { _ in try Self.submission([.praise]) }
        all += try (0..<51).map { _ in try Self.submission([.praise, .question]) }
        let tally = ComplaintTally(all)
        #expect(tally.counts.map(\.description).prefix(3) == ["120 inlämningar", "171 synpunkter", "0 personer"])
        #expect(tally.counts[1].text(.english) == "171 viewpoints")
        #expect(tally.kinds.values.reduce(0, +) == tally[.viewpoints])
    }

    @Test("count a person once and say how many submissions state none")
    func persons() throws {
        let all = try [
            Self.submission([.praise], concerns: ["p1", "p2"]), Self.submission([.praise], concerns: ["p2"]),
            Complaint.draft(),
        ]
        #expect(ComplaintTally(all)[.persons] == 2)
        #expect(ComplaintTally(all)[.submissionsWithoutPersons] == 1)
    }

    @Test("leave cancelled ones on a line of their own")
    func cancelled() throws {
        var twice = try Self.submission([.praise])
        let reason = refusal { try twice.cancel(by: signed("2024-03-08"), reason: " ", under: law) }
        #expect(reason == Refusal("D-DEV-10", "ending.reason"))
        try twice.cancel(by: signed("2024-03-08"), reason: "Dubblett", under: law)
        let tally = ComplaintTally([twice, try Self.submission([.praise])])
        #expect(tally[.submissions] == 1 && tally[.viewpoints] == 1 && tally[.cancelledSubmissions] == 1)
        #expect(twice.facts.status == "cancelled")
    }

    @Test("need one category for each viewpoint")
    func category() throws {
        let blank = try Complaint.draft(.draft(), viewpoints: [.draft(.praise), .draft(.praise, " ")])
        #expect(breaches(blank) == [Refusal("D-CMP-2", "viewpoints.category")])
        #expect(breaches(try Complaint.draft(.draft(), viewpoints: [.draft(.praise), .draft(.praise)])).isEmpty)
    }
}
