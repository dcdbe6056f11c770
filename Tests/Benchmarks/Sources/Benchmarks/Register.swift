import QualityCore
import QualityStorage

/// A register to count in: nine revisions of ten are of new records, the rest are changes of earlier ones.
enum Register {
    static let units = (0..<40).map { "enhet-\($0)" }
    static let kinds = ["complaint", "deviation", "lexSarahCase"]
    static let statuses = ["closed", "decided", "handled", "reported"]
    static let categories = (0..<20).map { "kategori-\($0)" }
    static let bases = ["hsl", "lss", "sol"]

    /// Fills a store by commits of a thousand writes.
    static func fill(_ store: some StorageBackend, revisions: Int) async throws {
        let commits = revisions / 1_000
        let new = commits - commits / 10
        for number in 0..<commits {
            let isNew = number < new
            let writes = (0..<1_000).map { place in
                let record = (isNew ? number : number - new) * 1_000 + place
                return write(
                    record,
                    draw: UInt64(number * 1_000 + place),
                    isNew ? .absent : .version(CommitNumber(rawValue: Int64(number - new + 1)))
                )
            }
            _ = try await store.commit(Specimen.commit(writes))
        }
    }

    private static func write(
        _ record: Int,
        draw: UInt64,
        _ precondition: CommitRequest.Precondition
    ) -> CommitRequest.Write {
        var random = Mixer(state: draw)
        let reported = Int32(18_993 + random.below(1_461))
        let facts = RecordFacts(
            unit: OrganisationUnitID(rawValue: units[random.below(units.count)]),
            occurred: random.below(10) == 0 ? nil : CalendarDate(daysSince1970: reported - Int32(random.below(30))),
            reported: CalendarDate(daysSince1970: reported),
            status: statuses[random.below(statuses.count)],
            observations: (0...random.below(2)).map { _ in
                RecordFacts.Observation(codes: [
                    .category: [CategoryCode(rawValue: categories[random.below(categories.count)])],
                    .legalBasis: [CategoryCode(rawValue: bases[random.below(bases.count)])],
                ])
            }
        )
        return CommitRequest.Write(
            reference: RecordReference(
                kind: RecordKind(rawValue: kinds[record % kinds.count]),
                id: Specimen.id(record)
            ),
            precondition: precondition,
            schemaVersion: 1,
            payload: payload,
            facts: SealedFacts(facts, salt: Specimen.salts.facts)
        )
    }

    private static let payload = SealedPayload(
        SealedPayload.Content(bytes: Array(repeating: 7, count: 100), words: SearchWords(of: "fall")),
        salt: Specimen.salts.payload
    )
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Mixer {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ (value >> 31)) % UInt64(bound))
    }
}
