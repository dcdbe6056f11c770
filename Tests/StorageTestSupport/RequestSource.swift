import QualityCore
import QualitySamples
package import QualityStorage

/// Draws requests of which most are accepted: it looks into a store that has answered all so far.
package struct RequestSource {
    private static let kinds = ["k", "k\u{1}", "l"]
    private static let ids = ["", "a", "a\u{1}", "ab", "b", "B", "å", "a\u{30a}", "z", "𝒳"]
    private static let codes = ["", "c", "C", "c\"\\", "\\n", "\n", "å", "a\u{30a}", "\u{1f}", "d"]
    private static let words = ["fall", "Fall", "håll", "ha\u{30a}ll", "x1", "ൎ x", ""]
    private static let days: [Int32?] = [nil, nil, -400, -1, 0, 1, 30, 365, 366, 18_000]
    private static let dimensions = ["category", "\"d\"", "å"]
    private static let files = ["f", "g", "h"]
    private let known: InMemoryStorage
    private var generator: SeededGenerator

    package init(seed: UInt64, known: InMemoryStorage) {
        generator = SeededGenerator(seed: seed)
        self.known = known
    }

    package mutating func next() async throws -> RandomRequest {
        let tenant = TenantID(rawValue: pick(["t", "t", "t", "t", "u", ""]))
        switch Int.random(in: 0..<40, using: &generator) {
        case 0, 1:
            return .head(
                tenant,
                pick([nil, Timestamp(microsecondsSince1970: .random(in: -1_500...1_500, using: &generator))])
            )
        case 2..<16: return .commit(try await commit(tenant))
        case 16: return .redact(RedactionRequest(try await redaction(tenant)))
        case 17, 18:
            return .attach(
                AttachmentPiece(
                    tenant: tenant,
                    id: AttachmentID(rawValue: pick(Self.files)),
                    index: pick([0, 0, 1, -1]),
                    bytes: Array(repeating: pick([1, 1, 2]), count: pick([0, 1, 3, 3, 3]))
                )
            )
        case 19: return .attachment(AttachmentID(rawValue: pick(Self.files + ["f\u{0}"])), tenant, pick([-1, 0, 0, 1]))
        case 20..<24:
            return .journal(
                JournalRequest(
                    tenant: tenant,
                    after: CommitNumber(rawValue: pick([0, 0, 3, 9, 40])),
                    limit: pick([1, 2, 5, 100, 0]),
                    includesPayload: pick([true, false])
                )
            )
        case 24..<30:
            return .counts(
                CountRequest(
                    tenant: tenant,
                    filter: filter(3),
                    measure: pick([.records, .observations]),
                    by: (0..<pick([0, 1, 1, 2, 3])).map { _ in key() },
                    asOf: asOf()
                )
            )
        default: return .revisions(revisions(tenant))
        }
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &generator)]
    }

    private mutating func reference() -> RecordReference {
        RecordReference(kind: RecordKind(rawValue: pick(Self.kinds)), id: pick(Self.ids))
    }

    /// A record to ask for, now and then one that no store can hold.
    private mutating func asked() -> RecordReference {
        RecordReference(
            kind: RecordKind(rawValue: pick(Self.kinds + Self.kinds + ["k\u{0}", ""])),
            id: pick(Self.ids + Self.ids + ["a\u{0}b"])
        )
    }

    private mutating func asOf() -> CommitNumber? {
        pick([nil, nil, CommitNumber(rawValue: .random(in: -1...40, using: &generator)), CommitNumber(rawValue: .max)])
    }

    private mutating func day() -> CalendarDate? {
        pick(Self.days.map { $0.flatMap(CalendarDate.init(daysSince1970:)) } + [.earliest, .latest])
    }

    private mutating func facts() -> RecordFacts {
        RecordFacts(
            unit: OrganisationUnitID(rawValue: pick(["u1", "u2", "å", "a\u{30a}", ""])),
            occurred: day(),
            discovered: day(),
            reported: day(),
            dueOn: day(),
            status: pick(["open", "\"\\\u{1}", "stängd"]),
            observations: (0..<pick([0, 1, 1, 2])).map { _ in
                var codes: [CodeDimension: [CategoryCode]] = [:]
                for _ in 0..<pick([0, 1, 2]) {
                    codes[CodeDimension(rawValue: pick(Self.dimensions))] = (0..<pick([0, 1, 2])).map { _ in
                        CategoryCode(rawValue: pick(Self.codes))
                    }
                }
                return RecordFacts.Observation(codes: codes)
            }
        )
    }

    private mutating func salt() -> [UInt8] { (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) } }

    private mutating func write(_ tenant: TenantID, isRedaction: Bool) async throws -> CommitRequest.Write {
        let reference = reference()
        let saved = try await known.revisions(
            RevisionRequest(tenant: tenant, .record(reference), includesPayload: false)
        ).revisions.first
        var precondition: CommitRequest.Precondition = saved.map { .version($0.version) } ?? .absent
        if pick([false, false, false, false, false, true]) {
            precondition = pick([.absent, .version(CommitNumber(rawValue: 2))])
        }
        var content = SealedPayload.Content(
            bytes: Array(repeating: UInt8.random(in: 0...9, using: &generator), count: pick([0, 1, 5_000])),
            words: SearchWords(of: (0..<pick([0, 1, 3])).map { _ in pick(Self.words) })
        )
        if pick([false, false, false, true]) {
            let size: Int64 = pick([0, 3, 3, 6])
            content.attachments = [
                AttachmentFacts(
                    id: AttachmentID(rawValue: pick(Self.files)),
                    name: "å \"n\"\u{0}\n",
                    mediaType: "text/plain",
                    size: size,
                    digest: ContentDigest(of: Array(repeating: 1, count: Int(size)))
                )
            ]
        }
        return CommitRequest.Write(
            reference: reference,
            precondition: precondition,
            schemaVersion: pick([0, 1, 2]),
            payload: isRedaction ? nil : SealedPayload(content, salt: salt()),
            facts: SealedFacts(facts(), salt: salt())
        )
    }

    private mutating func commit(_ tenant: TenantID) async throws -> CommitRequest {
        var writes: [CommitRequest.Write] = []
        for _ in 0..<pick([0, 1, 1, 2, 3, 4]) { writes.append(try await write(tenant, isRedaction: false)) }
        let reasons = Array(repeating: ["r", "skäl \"\n", ""], count: 10).joined() + ["\u{0}"]
        return CommitRequest(
            tenant: tenant,
            writes: writes,
            actor: "tester",
            reason: pick(Array(reasons)),
            recordedAt: Timestamp(microsecondsSince1970: .random(in: -1_000...1_000, using: &generator)),
            idempotencyKey: pick([nil, nil, nil, "k\(Int.random(in: 0..<20, using: &generator))", "å", "a\u{30a}", ""])
        )
    }

    private mutating func redaction(_ tenant: TenantID) async throws -> CommitRequest {
        var writes: [CommitRequest.Write] = []
        for _ in 0..<pick([0, 1, 1, 2]) { writes.append(try await write(tenant, isRedaction: true)) }
        return CommitRequest(
            tenant: tenant,
            writes: writes,
            actor: "tester",
            reason: "redaction",
            recordedAt: Timestamp(microsecondsSince1970: .random(in: -1_000...1_000, using: &generator))
        )
    }

    private mutating func key() -> CountRequest.Key {
        let field = pick(DayField.allCases)
        return pick([
            .kind, .unit, .status, .day(field), .month(field), .year(field),
            .code(CodeDimension(rawValue: pick(Self.dimensions + ["none", "\u{0}"]))),
        ])
    }

    private mutating func filter(_ depth: Int) -> Filter {
        let isLeaf = depth == 0
        switch Int.random(in: isLeaf ? 3..<10 : 0..<10, using: &generator) {
        case 0: return .all((0..<pick([0, 1, 2, 3])).map { _ in filter(depth - 1) })
        case 1: return .any((0..<pick([0, 1, 2, 3])).map { _ in filter(depth - 1) })
        case 2: return .not(filter(depth - 1))
        case 3:
            return .kinds(pick([["k"], ["k", "l"], [], ["k\u{1}"]].map { Set($0.map(RecordKind.init(rawValue:))) }))
        case 4:
            return .units(
                Set(
                    (0..<pick([0, 1, 2])).map { _ in OrganisationUnitID(rawValue: pick(["u1", "u2", "å", "", "\u{0}"]))
                    }
                )
            )
        case 5:
            return .statuses(Set((0..<pick([0, 1, 2])).map { _ in pick(["open", "\"\\\u{1}", "stängd", "o\u{0}"]) }))
        case 6:
            return .codes(
                CodeDimension(rawValue: pick(Self.dimensions + ["\u{0}"])),
                Set((0..<pick([0, 1, 2])).map { _ in CategoryCode(rawValue: pick(Self.codes + ["\u{0}"])) })
            )
        case 7, 8: return .days(pick(DayField.allCases), from: day(), through: day())
        default: return .words(SearchWords(of: pick(Self.words)))
        }
    }

    private mutating func revisions(_ tenant: TenantID) -> RevisionRequest {
        let selection: RevisionRequest.Selection =
            switch pick([0, 0, 0, 1, 2]) {
            case 0: .newest(pick([.everything, filter(3), filter(3)]))
            case 1: .record(asked())
            default: .history(asked())
            }
        let cursor = RevisionCursor(
            reference: asked(),
            version: CommitNumber(rawValue: .random(in: 0...30, using: &generator)),
            day: day()
        )
        return RevisionRequest(
            tenant: tenant,
            selection,
            order: RevisionRequest.Order(
                pick([.identity, .version, .day(pick(DayField.allCases))]),
                isDescending: pick([true, false])
            ),
            after: pick([nil, cursor]),
            asOf: asOf(),
            limit: pick([0, 1, 2, 3, 1_000, 1_000, .max]),
            includesPayload: pick([true, false])
        )
    }
}
