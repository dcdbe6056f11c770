import QualityCore
import QualityStorage

extension Dice {
    /// One request of a random sequence.
    enum Command: Sendable {
        case commit(CommitRequest)
        case redact(CommitRequest)
        case attach(AttachmentPiece)
        case read(RevisionRequest)
        case count(CountRequest)
        case head(Timestamp)
    }

    /// What came of it.
    enum Outcome: Equatable, Sendable {
        case receipt(CommitReceipt)
        case page(RevisionPage)
        case counts(CountTable)
        case head(JournalHead)
        case refused(StorageError.Code, CommitNumber?)
        case done
    }

    mutating func day() -> CalendarDate? {
        roll(4) == 0 ? nil : CalendarDate(year: 2024 + roll(3), month: 1 + roll(12), day: 1 + roll(3))
    }

    mutating func facts() -> RecordFacts {
        let pools: [CodeDimension: [CategoryCode]] = [
            .category: ["a", "b", "c", "\u{e5}", "a\u{30a}"], .channel: ["phone", "letter"], .degree: ["a", "b"],
        ]
        let dimensions: [CodeDimension] = [.category, .channel, .degree]
        let observations = (0..<roll(4)).map { _ in
            var codes: [CodeDimension: [CategoryCode]] = [:]
            for dimension in dimensions where roll(3) > 0 {
                codes[dimension] = (0..<roll(3)).map { _ in pick(pools[dimension] ?? []) }
            }
            return RecordFacts.Observation(codes: codes)
        }
        return RecordFacts(
            unit: OrganisationUnitID(rawValue: pick(["ks", "ks.north", "ks.south", "KS"])),
            occurred: day(),
            discovered: day(),
            reported: day(),
            dueOn: day(),
            status: pick(["open", "closed", "", "\u{e5}", "a\u{30a}"]),
            observations: observations
        )
    }

    mutating func some(of texts: [String]) -> [String] {
        var chosen: [String] = []
        for text in texts where roll(2) == 0 { chosen.append(text) }
        return chosen
    }

    mutating func words() -> SearchWords {
        SearchWords(of: (0..<roll(4)).map { _ in pick(["fall", "fallskada", "natt", "p\u{e5}", "pa"]) })
    }

    mutating func write(
        _ reference: RecordReference,
        _ precondition: CommitRequest.Precondition
    ) -> CommitRequest.Write {
        let bytes = (0..<roll(20)).map { _ in UInt8(roll(256)) }
        return CommitRequest.Write(
            reference,
            precondition,
            facts: facts(),
            content: SealedPayload.Content(bytes: bytes, words: words())
        )
    }

    mutating func filter(depth: Int) -> Filter {
        switch roll(depth > 0 ? 9 : 6) {
        case 0: return .kinds(Set(some(of: ["complaint", "deviation", "x"]).map { RecordKind(rawValue: $0) }))
        case 1: return .units(Set(some(of: ["ks", "ks.north", "KS"]).map { OrganisationUnitID(rawValue: $0) }))
        case 2: return .statuses(Set(some(of: ["open", pick(["\u{e5}", "a\u{30a}"]), ""])))
        case 3:
            let codes = some(of: ["a", "b", pick(["\u{e5}", "a\u{30a}"]), "phone"])
            return .codes(pick([.category, .channel, .degree]), Set(codes.map { CategoryCode(rawValue: $0) }))
        case 4: return .days(pick(DayField.allCases), from: day(), through: day())
        case 5: return .words(words())
        case 6: return .not(filter(depth: depth - 1))
        case 7: return .all((0..<roll(4)).map { _ in filter(depth: depth - 1) })
        default: return .any((0..<roll(4)).map { _ in filter(depth: depth - 1) })
        }
    }

    mutating func key() -> CountRequest.Key {
        switch roll(7) {
        case 0: .kind
        case 1: .unit
        case 2: .status
        case 3: .day(pick(DayField.allCases))
        case 4: .month(pick(DayField.allCases))
        case 5: .year(pick(DayField.allCases))
        default: .code(pick([.category, .channel, .degree]))
        }
    }

    /// Any command, good or bad, on few records, so that it often meets what earlier ones left.
    mutating func command(_ probe: Probe, newest: CommitNumber) -> Command {
        let kind = roll(12)
        if kind == 9 {
            return .read(
                RevisionRequest(
                    tenant: probe.tenant,
                    pick([.newest(filter(depth: 2)), .history(RecordReference("\(roll(8))"))]),
                    order: .init(pick(RevisionRequest.Order.Key.some), isDescending: roll(2) == 0),
                    asOf: roll(2) == 0 ? nil : CommitNumber(rawValue: Int64(roll(Int(newest.rawValue) + 2))),
                    limit: 1 + roll(6),
                    includesPayload: roll(2) == 0
                )
            )
        }
        if kind == 10 {
            return .count(
                CountRequest(
                    tenant: probe.tenant,
                    filter: filter(depth: 1),
                    measure: pick(CountRequest.Measure.allCases),
                    by: [key(), key()]
                )
            )
        }
        if kind == 11 { return .head(Timestamp(microsecondsSince1970: Int64(roll(300)))) }
        if kind == 8 {
            let id = AttachmentID(rawValue: "file \(roll(2))")
            return .attach(AttachmentPiece(tenant: probe.tenant, id: id, index: roll(3), bytes: [UInt8(roll(2))]))
        }
        let isRedaction = kind == 7
        let writes = Array(0..<8).shuffled(using: &self).prefix(roll(4)).map { id in
            let reference = RecordReference("\(id)")
            let version = CommitNumber(rawValue: max(1, newest.rawValue - Int64(roll(6))))
            let precondition = roll(3) == 0 ? CommitRequest.Precondition.absent : .version(version)
            return isRedaction
                ? CommitRequest.Write.tombstone(reference, precondition, facts: facts())
                : write(reference, precondition)
        }
        let key = roll(4) == 0 ? "key \(roll(12))" : nil
        let request = probe.request(writes, key: key, at: Int64(roll(300)))
        return isRedaction ? .redact(request) : .commit(request)
    }
}
