import Foundation
import QualityAnalysis
import QualityCore

/// The reference deviations as facts, with the board's organisation and classification.
struct ReferenceRecords {
    private struct Board: Decodable {
        struct Classifications: Decodable { let deviations: Classification }

        let organisation: Organisation
        let classifications: Classifications
    }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Examples/AnnualReport/Resources")

    let organisation: Organisation
    let classification: Classification
    var facts: [RecordFacts] = []

    init() throws {
        let board = try JSONDecoder().decode(
            Board.self,
            from: Data(contentsOf: Self.folder.appendingPathComponent("board.json"))
        )
        organisation = board.organisation
        classification = board.classifications.deviations
        let text = try String(
            contentsOf: Self.folder.appendingPathComponent("deviations-2017-2020.csv"),
            encoding: .utf8
        )
        let units = Dictionary(organisation.units.map { ($0.name, $0.id) }) { first, _ in first }
        let lines = text.split(whereSeparator: \.isNewline)
        let heads = lines[0].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        func column(_ name: String) -> Int { heads.firstIndex { $0.hasSuffix(name) } ?? 0 }
        let places = (
            day: column("Händelsedatum"), reported: column("Rapporterad"), unit: column("Enhet"),
            operation: column("Verksamhet"), category: column("Kategori"), heading: column("Rubrik")
        )
        for line in lines.dropFirst() {
            let fields = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            let day = CalendarDate(fields[places.day])
            let version = classification.version(on: day ?? .earliest)
            let category = version.category(named: fields[places.category])
            let heading = version.category(named: fields[places.heading], under: category?.id)
            facts.append(
                RecordFacts(
                    unit: units[fields[places.unit]] ?? OrganisationUnitID(rawValue: fields[places.operation]),
                    occurred: day,
                    reported: CalendarDate(fields[places.reported]),
                    status: "closed",
                    observations: [
                        RecordFacts.Observation(codes: [.category: [heading ?? category].compactMap { $0?.id }])
                    ]
                )
            )
        }
    }

    func table() throws -> ObservationTable {
        try ObservationTable(facts, countedBy: .occurred, dimensions: [.category])
    }

    var names: AnalysisNames { AnalysisNames(classification: classification, organisation: organisation) }

    /// The operations, which the board's report is divided by.
    var operations: CountAxis {
        .units { [organisation] unit in [organisation.ancestor(of: unit, at: .operation)?.id ?? unit] }
    }

    static func year(_ year: Int) throws -> CalendarPeriod {
        guard let period = CalendarPeriod(year: year) else { throw Missing() }
        return period
    }

    struct Missing: Error {}

    /// The category at the top that a record was filed under.
    func category(_ record: RecordFacts) -> String? {
        record.observations.first?.codes[.category]?.first.flatMap { classification.versions[0].topCategory(of: $0) }?
            .id
            .rawValue
    }
}
