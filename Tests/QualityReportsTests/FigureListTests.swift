import Foundation
import QualityReports
import Testing

struct FigureListTests {
    private func object(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test func `JSON names every figure with its value, meaning and source`() throws {
        let list = SampleReport.report.figureList()
        let root = try object(list.json())
        #expect(root["title"] as? String == "Kvalitetsberättelse 2020")
        #expect(root["language"] as? String == "sv")
        let entries = try #require(root["figures"] as? [[String: Any]])
        #expect(entries.map { $0["id"] as? String } == SampleReport.report.figures.map(\.id))
        let first = entries[0]
        #expect(first["value"] as? Int == 2480)
        #expect(first["unit"] as? String == "count")
        let source = try #require(first["source"] as? [String: Any])
        #expect(source["query"] as? String == "deviation by occurred year × category")
        #expect(source["position"] as? Int == 4711)
    }

    @Test func `An absent figure is null with its reason, never zero`() throws {
        let entries = try #require(
            try object(SampleReport.report.figureList().json())["figures"] as? [[String: Any]]
        )
        let absent = try #require(entries.first { $0["id"] as? String == "deviations-Smitta-2017" })
        #expect(absent["value"] is NSNull)
        #expect(absent["absent"] as? String == "kategorin fanns inte före 2020")
        let verdict = try #require(entries.first { $0["id"] as? String == "g1-word" })
        #expect(verdict["value"] as? String == "Uppnått")
        #expect(verdict["absent"] == nil)
    }

    @Test func `Equal lists give equal bytes that read back`() throws {
        let list = SampleReport.report.figureList()
        let bytes = try list.json()
        #expect(try bytes == SampleReport.report.figureList().json())
        let read = try JSONDecoder().decode(QualityReport.FigureList.self, from: Data(bytes))
        #expect(read.figures.map(\.id) == list.figures.map(\.id))
        #expect(try read.json() == bytes)
        #expect(String(decoding: bytes, as: UTF8.self).contains("Vårdtagare-/brukarfrågor"), "slashes stay")
    }
}
