import QualityCore
import QualityStorage

/// The letter å as one scalar and as two.
private let composed = "\u{e5}"
private let decomposed = "a\u{30a}"

extension StorageCheck {
    static let texts = [
        StorageCheck("identities-differ-by-normal-form", "Both normal forms of a letter are two identities and kinds.")
        {
            probe in
            let records = [
                RecordReference(decomposed), RecordReference(composed), RecordReference("1", kind: decomposed),
                RecordReference("1", kind: composed),
            ]
            for (number, reference) in records.enumerated() {
                try await probe.commit(.init(reference, text: "\(number)"))
            }
            for (number, reference) in records.enumerated() {
                let found = try await probe.revisions(.record(reference))
                try probe.equal(found.first?.payload?.bytes, Array("\(number)".utf8), "payload by identity")
            }
            try await probe.equal(probe.found(.everything).count, 4, "records")
            let kinds = Filter.kinds([RecordKind(rawValue: composed)])
            try await probe.equal(probe.revisions(.newest(kinds)).map(\.version.rawValue), [4], "records by kind")
        },
        StorageCheck("statuses-differ-by-normal-form", "Filters tell both normal forms of statuses and units apart.") {
            probe in
            try await probe.save([
                ("1", RecordFacts(unit: composed, status: decomposed)),
                ("2", RecordFacts(unit: decomposed, status: composed)),
            ])
            try await probe.equal(probe.found(.statuses([composed])), ["2"], "found by status")
            try await probe.equal(probe.found(.statuses([decomposed])), ["1"], "found by status")
            let unit = Filter.units([OrganisationUnitID(rawValue: composed)])
            try await probe.equal(probe.found(unit), ["1"], "found by unit")
        },
        StorageCheck("codes-differ-by-normal-form", "Filters tell both normal forms of codes apart.") { probe in
            for (id, code) in [("1", composed), ("2", decomposed)] {
                try await probe.save([(id, RecordFacts(codes: [.category: [CategoryCode(rawValue: code)]]))])
            }
            let filter = Filter.codes(.category, [CategoryCode(rawValue: decomposed)])
            try await probe.equal(probe.found(filter), ["2"], "found by code")
        },
        StorageCheck("counts-differ-by-normal-form", "Counts keep both normal forms of a key apart.") { probe in
            for (id, text) in [("1", composed), ("2", decomposed), ("3", composed)] {
                let codes: [CategoryCode] = [CategoryCode(rawValue: text)]
                try await probe.save([(id, RecordFacts(status: text, codes: [.category: codes]))])
            }
            for key in [CountRequest.Key.status, .code(.category)] {
                let request = CountRequest(tenant: probe.tenant, filter: .everything, by: [key])
                let rows = try await probe.store.counts(request).rows
                try probe.equal(rows.map(\.count), [1, 2], "counts in byte order")
                try probe.expect(rows.first?.keys[0].map { same($0, decomposed) } ?? false, "the first key is changed")
            }
        },
        StorageCheck("case-tells-names-apart", "Identities, statuses and codes in two cases are two.") { probe in
            try await probe.save([
                ("a", RecordFacts(status: "open", codes: [.category: ["\u{e5}"]])),
                ("A", RecordFacts(status: "Open", codes: [.category: ["\u{c5}"]])),
            ])
            try await probe.equal(probe.found(.statuses(["open"])), ["a"], "found by status")
            try await probe.equal(probe.found(.codes(.category, ["\u{c5}"])), ["A"], "found by code")
            try await probe.equal(probe.newest("A").facts?.status, "Open", "status by identity")
            try await probe.equal(probe.counts(by: [.status]), [["open"]: 1, ["Open"]: 1], "counts")
        },
        StorageCheck("words-are-alike-in-all-forms", "A word is found in any case and in either normal form.") {
            probe in
            for (id, text) in [("1", "P\(composed) golvet"), ("2", "p\(decomposed) GOLVET"), ("3", "pa golvet")] {
                try await probe.saveWords(id, text)
            }
            for text in ["p\(composed)", "P\(decomposed)", "P\u{c5}"] {
                try await probe.equal(probe.found(.words(SearchWords(of: text))), ["1", "2"], "found by a word")
            }
            try await probe.equal(probe.found(.words(SearchWords(of: "pa"))), ["3"], "found without the ring")
        },
        StorageCheck("words-are-whole", "A word is found as a whole, never as a part of another.") { probe in
            try await probe.saveWords("1", "fall i hallen")
            try await probe.saveWords("2", "fallskada")
            for (text, expected) in [
                ("fall", ["1"]), ("fal", []), ("skada", []), ("all", []), ("i hallen", ["1"]), ("fallskada", ["2"]),
            ] {
                try await probe.equal(probe.found(.words(SearchWords(of: text))), expected, "found by whole words")
            }
        },
        StorageCheck("words-are-all-required", "Of several words each must be there; of none, every record is meant.") {
            probe in
            try await probe.saveWords("1", "fall kök natt")
            try await probe.saveWords("2", "fall natt")
            try await probe.saveWords("3", "")
            try await probe.equal(probe.found(.words(SearchWords(of: "natt fall"))), ["1", "2"], "two words")
            try await probe.equal(probe.found(.words(SearchWords(of: "natt kök"))), ["1"], "two words, one rare")
            try await probe.equal(probe.found(.words(SearchWords(of: []))), ["1", "2", "3"], "no words")
        },
    ]
}

extension Probe {
    fileprivate func saveWords(_ id: String, _ text: String) async throws {
        try await commit(
            .init(RecordReference(id), content: SealedPayload.Content(bytes: [1], words: SearchWords(of: text)))
        )
    }
}
