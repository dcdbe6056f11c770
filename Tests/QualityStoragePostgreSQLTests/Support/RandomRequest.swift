#if PostgreSQL
import QualityCore
import QualitySamples
import QualityStorage

/// One request of a random sequence.
enum RandomRequest {
    case commit(CommitRequest)
    case redact(RedactionRequest)
    case revisions(RevisionRequest)
    case counts(CountRequest)
    case journal(JournalRequest)
    case head(TenantID, Timestamp?)
    case attach(AttachmentPiece)
    case attachment(TenantID, AttachmentID, Int)
}

/// What a store said to a request, in a form that two stores can be compared by.
enum Answer: Equatable {
    case receipt(CommitReceipt)
    case page(RevisionPage)
    case counts(CountTable)
    case journal(JournalPage)
    case head(JournalHead)
    case piece([UInt8]?)
    case done
    case refusal(StorageError.Code, RecordReference?, CommitNumber?)
}

extension StorageBackend {
    func answer(_ request: RandomRequest) async -> Answer {
        do throws(StorageError) {
            switch request {
            case .commit(let request): return .receipt(try await commit(request))
            case .redact(let request): return .receipt(try await redact(request))
            case .revisions(let request): return .page(try await revisions(request))
            case .counts(let request): return .counts(try await counts(request))
            case .journal(let request): return .journal(try await journal(request))
            case .head(let tenant, let time): return .head(try await head(of: tenant, at: time))
            case .attach(let piece):
                try await attach(piece)
                return .done
            case .attachment(let tenant, let id, let piece):
                return .piece(try await attachment(id, of: tenant, piece: piece)?.bytes)
            }
        } catch {
            return .refusal(error.code, error.record, error.currentVersion)
        }
    }
}

/// Draws requests that often fit what the store holds, and now and then do not.
struct RequestDice {
    var generator: SeededGenerator
    /// The newest version of each record, as far as the dice know.
    private var versions: [String: [String: Int64]] = [:]
    private var pieces: [String: Int] = [:]
    private var clock: Int64 = 0

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    private static let ids = ["", "a", "a\u{1}", "ab", "b", "B", "å", "a\u{30a}", "z", "𝒳"]
    private static let codes = ["", "fall", "läkemedel", "\"", "\\n", "\n", "å", "a\u{30a}"]
    private static let dimensions = ["category", "degree", "\"\u{2}", "å"]

    mutating func next() -> RandomRequest {
        let tenant = TenantID(rawValue: pick(["t", "", "u"]))
        switch roll(24) {
        case 0: return .head(tenant, chance(2) ? nil : Timestamp(microsecondsSince1970: Int64(roll(60)) - 5))
        case 1..<9: return .commit(commit(tenant, isRedaction: false))
        case 9: return .redact(RedactionRequest(commit(tenant, isRedaction: true)))
        case 10, 11:
            let number = CommitNumber(rawValue: Int64(roll(30)) - 1)
            let limit = pick([1, 2, 100, .max, 0])
            return .journal(JournalRequest(tenant: tenant, after: number, limit: limit, includesPayload: chance(2)))
        case 12:
            let id = pick(["x", "y", "å"])
            let known = pieces[tenant.rawValue + id, default: 0]
            let index = chance(4) ? roll(3) : known
            if index == known { pieces[tenant.rawValue + id] = known + 1 }
            return .attach(
                AttachmentPiece(
                    tenant: tenant,
                    id: AttachmentID(rawValue: id),
                    index: index,
                    bytes: [UInt8(roll(2)), UInt8(index)]
                )
            )
        case 13: return .attachment(tenant, AttachmentID(rawValue: pick(["x", "y", "å", "x\u{0}"])), roll(3))
        case 14..<17:
            let keys = (0..<roll(4)).map { _ in key() }
            return .counts(
                CountRequest(
                    tenant: tenant,
                    filter: filter(2),
                    measure: pick([.records, .observations]),
                    by: keys,
                    asOf: asOf()
                )
            )
        default:
            return .revisions(
                RevisionRequest(
                    tenant: tenant,
                    selection(),
                    order: order(),
                    after: chance(2) ? cursor() : nil,
                    asOf: asOf(),
                    limit: pick([1, 2, 3, 1_000, .max, 0]),
                    includesPayload: chance(2)
                )
            )
        }
    }

    private mutating func roll(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
    private mutating func chance(_ count: Int) -> Bool { roll(count) == 0 }
    private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[roll(elements.count)] }

    private mutating func commit(_ tenant: TenantID, isRedaction: Bool) -> CommitRequest {
        clock += Int64(roll(4)) - 1
        let ids = Set((0..<(chance(20) ? 0 : 1 + roll(4))).map { _ in Array(pick(Self.ids).utf8) })
        let kind = RecordKind(rawValue: pick(["k", "l"]))
        let writes = ids.sorted { $0.lexicographicallyPrecedes($1) }.map { bytes in
            let id = String(decoding: bytes, as: UTF8.self)
            let known = versions[tenant.rawValue + kind.rawValue, default: [:]][id]
            var write = CommitRequest.Write(
                reference: RecordReference(kind: kind, id: id),
                precondition: .absent,
                schemaVersion: roll(3),
                payload: isRedaction
                    ? nil
                    : SealedPayload(
                        SealedPayload.Content(
                            bytes: Array(repeating: UInt8(roll(256)), count: pick([0, 1, 5_000])),
                            words: SearchWords(of: pick(["", "fall", "ett fall Å", "å fallskada"])),
                            attachments: []
                        ),
                        salt: Seal.randomSalt()
                    ),
                facts: SealedFacts(facts(), salt: Seal.randomSalt())
            )
            if let known, !chance(12) { write.precondition = .version(CommitNumber(rawValue: known)) }
            if chance(40) { write.precondition = .version(CommitNumber(rawValue: Int64(roll(5)))) }
            return write
        }
        var request = CommitRequest.made(writes, tenant: tenant, at: clock)
        if chance(5) { request.idempotencyKey = pick(["k1", "k2", "å", "a\u{30a}", ""]) }
        if chance(30) { request.reason = "\u{0}" }
        if !request.writes.isEmpty, !isRedaction, chance(5) {
            let id = pick(["x", "y", "å", "none"])
            let content = request.writes[0].payload?.content
            let size = chance(6) ? 0 : Int64(2 * pieces[tenant.rawValue + id, default: 0])
            let facts = AttachmentFacts(
                id: AttachmentID(rawValue: id),
                name: "bilaga \"\u{0}\".pdf",
                mediaType: "application/pdf",
                size: size,
                digest: ContentDigest(of: [])
            )
            request.writes[0].payload = SealedPayload(
                SealedPayload.Content(
                    bytes: content?.bytes ?? [],
                    words: content?.words ?? SearchWords(of: []),
                    attachments: [facts]
                ),
                salt: Seal.randomSalt()
            )
        }
        return request
    }

    /// Tells the dice what a commit came to.
    mutating func note(_ request: RandomRequest, _ answer: Answer) {
        guard case .receipt(let receipt) = answer else { return }
        let commit: CommitRequest
        switch request {
        case .commit(let request): commit = request
        case .redact(let request): commit = request.commit
        default: return
        }
        for write in commit.writes {
            let group = commit.tenant.rawValue + write.reference.kind.rawValue
            versions[group, default: [:]][write.reference.id] = receipt.number.rawValue
        }
    }

    private mutating func facts() -> RecordFacts {
        RecordFacts(
            unit: OrganisationUnitID(rawValue: pick(["u", "ü", ""])),
            occurred: day(),
            discovered: day(),
            reported: day(),
            dueOn: day(),
            status: pick(["open", "stängd", "\""]),
            observations: (0..<roll(3)).map { _ in
                var codes: [CodeDimension: [CategoryCode]] = [:]
                for _ in 0..<roll(3) {
                    codes[CodeDimension(rawValue: pick(Self.dimensions))] = (0..<roll(3)).map { _ in
                        CategoryCode(rawValue: pick(Self.codes))
                    }
                }
                return RecordFacts.Observation(codes: codes)
            }
        )
    }

    private mutating func day() -> CalendarDate? {
        pick([nil, .earliest, .latest, CalendarDate(daysSince1970: Int32(roll(80)) + 18_000)])
    }

    private mutating func asOf() -> CommitNumber? {
        chance(2) ? nil : CommitNumber(rawValue: pick([-1, 0, Int64(roll(20)), .max]))
    }

    private mutating func reference() -> RecordReference {
        RecordReference(
            kind: RecordKind(rawValue: pick(["k", "l", "k\u{0}", "", "m"])),
            id: pick(Self.ids + ["a\u{0}b"])
        )
    }

    private mutating func selection() -> RevisionRequest.Selection {
        switch roll(5) {
        case 0: .record(reference())
        case 1: .history(reference())
        default: .newest(filter(3))
        }
    }

    private mutating func order() -> RevisionRequest.Order {
        let key: RevisionRequest.Order.Key = pick([.identity, .version, .day(pick(DayField.allCases))])
        return RevisionRequest.Order(key, isDescending: chance(2))
    }

    private mutating func cursor() -> RevisionCursor {
        RevisionCursor(reference: reference(), version: CommitNumber(rawValue: Int64(roll(20))), day: day())
    }

    private mutating func key() -> CountRequest.Key {
        let field = pick(DayField.allCases)
        let dimension = CodeDimension(rawValue: pick(Self.dimensions + ["\u{0}"]))
        return pick([.kind, .unit, .status, .day(field), .month(field), .year(field), .code(dimension)])
    }

    private mutating func filter(_ depth: Int) -> Filter {
        switch roll(depth > 0 ? 10 : 7) {
        case 0: .everything
        case 1: .kinds(Set([RecordKind(rawValue: pick(["k", "l\u{0}"])), RecordKind(rawValue: "m")]))
        case 2: .units([OrganisationUnitID(rawValue: pick(["u", "ü", "", "\u{0}"]))])
        case 3: .statuses(Set([pick(["open", "stängd", "\u{0}"])]))
        case 4:
            .codes(
                CodeDimension(rawValue: pick(Self.dimensions + ["\u{0}"])),
                Set((0..<roll(3)).map { _ in CategoryCode(rawValue: pick(Self.codes + ["\u{0}"])) })
            )
        case 5: .days(pick(DayField.allCases), from: day(), through: day())
        case 6: .words(SearchWords(of: pick(["", "fall", "Å fall", "skada"])))
        case 7: .not(filter(depth - 1))
        case 8: .all((0..<roll(3)).map { _ in filter(depth - 1) })
        default: .any((0..<roll(3)).map { _ in filter(depth - 1) })
        }
    }
}
#endif
