import QualityCore
import QualityStorage

extension StorageCheck {
    static let contents = [
        StorageCheck("payload-bytes-are-kept", "A payload comes back byte for byte, NUL and invalid UTF-8 included.") {
            probe in
            let bytes = [0, 65, 0, 66] + Array(UInt8.min...UInt8.max) + [0xff, 0xfe, 0x80, 0]
            try await probe.roundTrip(SealedPayload.Content(bytes: bytes))
        },
        StorageCheck("payload-may-be-empty", "A payload of no bytes is kept as one, not as none.") { probe in
            try await probe.roundTrip(SealedPayload.Content(bytes: []))
            try await probe.equal(probe.newest("a").standing, .kept, "standing of an empty payload")
        },
        StorageCheck("payload-may-be-large", "A payload of 5,000,000 bytes comes back whole.", within: .seconds(600)) {
            probe in
            try await probe.commit(CommitRequest.Write(RecordReference("a"), payload: large))
            let bytes = try await probe.newest("a").payload?.bytes
            try probe.equal(bytes?.count, large.content.bytes.count, "bytes of a large payload")
            try probe.expect(bytes == large.content.bytes, "a large payload is changed")
        },
        StorageCheck("words-and-attachments-are-kept", "Words and attachments come back in the payload's content.") {
            probe in
            let attachment = AttachmentFacts(
                id: AttachmentID(rawValue: "empty"),
                name: "bild å \"1\".png",
                mediaType: "image/png",
                size: 0,
                digest: ContentDigest(of: [])
            )
            let words = SearchWords(of: "Fallskada i köket, rum 12")
            try await probe.roundTrip(
                SealedPayload.Content(bytes: [1], words: words, attachments: [attachment])
            )
        },
        StorageCheck("facts-are-kept", "Facts come back with every observation, code and empty list in its order.") {
            probe in
            var facts = RecordFacts(unit: "ks.north", occurred: "2026-01-02", reported: "2026-01-05", status: "open")
            facts.discovered = CalendarDate("2026-01-03")
            facts.dueOn = CalendarDate("2026-02-05")
            facts.observations = [
                .init(codes: [.category: ["z", "a", "z"], .legalBasis: []]), .init(codes: [:]),
                .init(codes: [.channel: ["phone"], .category: ["b"]]),
            ]
            try await probe.roundTrip(facts)
            facts.observations = []
            facts.status = ""
            try await probe.roundTrip(facts, id: "b")
        },
        StorageCheck("facts-follow-the-newest-revision", "Facts are those of the revision asked for, not of another.") {
            probe in
            var version = try await probe.save([("a", RecordFacts(status: "0"))])
            for number in 1...4 {
                let facts = RecordFacts(occurred: "2026-03-0\(number)", status: "\(number)")
                version = try await probe.commit(.init(RecordReference("a"), .version(version), facts: facts)).number
                try await probe.expect(same(probe.newest("a").facts, facts), "facts of another revision")
            }
            let statuses = try await probe.revisions(.history(RecordReference("a"))).map { $0.facts?.status }
            try probe.equal(statuses, ["0", "1", "2", "3", "4"], "facts of the history")
        },
        StorageCheck("schema-version-is-kept", "The schema version comes back, 0 and the largest number included.") {
            probe in
            for (id, version) in [("a", 0), ("b", 7), ("c", Int.max)] {
                let payload = SealedPayload(SealedPayload.Content(bytes: [1]), salt: Array(repeating: 7, count: 16))
                try await probe.commit(.init(RecordReference(id), schemaVersion: version, payload: payload))
                try await probe.equal(probe.newest(id).schemaVersion, version, "schema version")
            }
            try await probe.expectSound()
        },
        StorageCheck("long-names-are-kept", "Names of 512 bytes come back whole.") { probe in
            let name = String(repeating: "abcdefgh", count: 64)
            let reference = RecordReference(name, kind: name)
            let facts = RecordFacts(unit: name, status: name, codes: [.category: [CategoryCode(rawValue: name)]])
            try await probe.commit(.init(reference, facts: facts), key: name)
            let found = try await probe.revisions(.record(reference)).first
            try probe.expect(found?.reference == reference, "a long identity is changed")
            try probe.expect(same(found?.facts, facts), "long facts are changed")
            try await probe.equal(probe.journal().first?.cover.idempotencyKey, name, "long idempotency key")
        },
        StorageCheck("days-of-all-years-are-kept", "Days from 1900 to 2199, and those at both ends of time, are kept.")
        {
            probe in
            let days = [
                "0001-01-01", "1900-01-01", "1900-02-28", "1969-12-31", "1970-01-01", "2000-02-29", "2199-12-31",
            ]
            try await probe.save(days.reversed().map { ($0, RecordFacts(occurred: $0)) })
            let order = RevisionRequest.Order(.day(.occurred))
            let found = try await probe.revisions(.newest(.everything), order: order)
            try probe.equal(found.map { $0.facts?.occurred.map { "\($0)" } }, days, "days in order")
            let years = try await probe.counts(by: [.year(.occurred)])
            try probe.equal(years, Dictionary(days.map { ([String($0.prefix(4))], 1) }, uniquingKeysWith: +), "years")
        },
        StorageCheck("texts-are-kept", "Quotes, signs of patterns, line breaks and all planes of Unicode are kept.") {
            probe in
            let texts = [
                "it's", "say \"so\"", "100 %", "a_b", "a\\b", "line\nbreak", " spaces ", "åäö ÅÄÖ", "👩‍👩‍👧", "{\"a\":1}",
                "'; --", "$1 ?1 :a", "",
            ]
            for text in texts {
                let reference = RecordReference("id \(text)", kind: "kind \(text)")
                let facts = RecordFacts(unit: text, status: text, codes: [.category: [CategoryCode(rawValue: text)]])
                try await probe.commit(.init(reference, facts: facts))
                let found = try await probe.revisions(.record(reference)).first
                try probe.expect(found.map { same($0.reference.id, reference.id) } ?? false, "an identity is changed")
                try probe.expect(same(found?.facts, facts), "facts are changed")
                try await probe.equal(probe.revisions(.newest(.statuses([text]))).count, 1, "found by its text")
            }
            try await probe.expectSound()
        },
        StorageCheck("kinds-have-their-own-identities", "Records of two kinds with one identity are two records.") {
            probe in
            let records = ["complaint", "deviation", "lexSarah"].map { RecordReference("1", kind: $0) }
            try await probe.commit(.init(records[2]), .init(records[0], text: "c"), .init(records[1], text: "d"))
            try await probe.equal(probe.revisions(.newest(.everything)).map(\.reference), records, "records")
            try await probe.equal(probe.revisions(.record(records[1])).map(\.reference), [records[1]], "one record")
            try await probe.equal(probe.revisions(.history(records[0])).map(\.reference), [records[0]], "one history")
        },
    ]

    /// Made once: sealing takes longer than saving.
    private static let large: SealedPayload = {
        var dice = Dice(seed: 5)
        let words = (0..<625_000).map { _ in dice.next() }
        let bytes = words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
        return SealedPayload(SealedPayload.Content(bytes: bytes), salt: Array(repeating: 5, count: 16))
    }()
}

extension Probe {
    fileprivate func roundTrip(_ content: SealedPayload.Content) async throws {
        try await commit(.init(RecordReference("a"), content: content))
        let found = try await newest("a").payload
        try equal(found?.bytes, content.bytes, "payload")
        try equal(found?.words, content.words, "words")
        try equal(found?.attachments, content.attachments, "attachments")
        try await equal(journal().first?.entries.first?.payload?.content.bytes, content.bytes, "payload in the journal")
    }

    fileprivate func roundTrip(_ facts: RecordFacts, id: String = "a") async throws {
        try await commit(.init(RecordReference(id), facts: facts))
        try await expect(same(newest(id).facts, facts), "facts are changed")
        try await expect(same(journal().last?.entries.first?.facts?.facts, facts), "facts in the journal are changed")
        try await expectSound()
    }
}
