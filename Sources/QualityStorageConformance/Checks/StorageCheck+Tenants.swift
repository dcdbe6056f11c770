import QualityCore
import QualityStorage

extension StorageCheck {
    static let tenants = [
        StorageCheck("tenants-share-no-records", "No request for revisions sees a record of another tenant.") { probe in
            let (own, other) = try await probe.saveForTwo()
            for tenant in [own, other] {
                let status = tenant == own ? "own" : "other"
                for selection in [
                    RevisionRequest.Selection.newest(.everything), .record(RecordReference("same")),
                    .history(RecordReference("same")),
                ] {
                    let found = try await probe.revisions(selection, tenant: tenant)
                    try probe.equal(found.map { $0.facts?.status }, [status], "statuses of a tenant")
                }
            }
            let none = try await probe.revisions(.newest(.everything), tenant: probe.tenant("-none"))
            try probe.equal(none.count, 0, "records of a tenant without any")
        },
        StorageCheck("tenants-share-no-counts", "No count holds a record of another tenant.") { probe in
            let (own, other) = try await probe.saveForTwo()
            try await probe.equal(probe.counts(by: [.status], tenant: own), [["own"]: 1], "counts")
            try await probe.equal(probe.counts(by: [.status], tenant: other), [["other"]: 1], "counts")
            try await probe.equal(probe.counts(by: [], tenant: probe.tenant("-none")), [:], "counts of nothing")
        },
        StorageCheck("tenants-share-no-journal", "Each tenant has a journal, numbers and a head of its own.") { probe in
            let (own, other) = try await probe.saveForTwo()
            for tenant in [own, other] {
                try await probe.equal(probe.journal(tenant: tenant).map(\.cover.number.rawValue), [1], "numbers")
                try await probe.equal(probe.head(tenant: tenant).number.rawValue, 1, "number of the head")
                try await probe.expectSound(tenant)
            }
            let heads = [try await probe.head(tenant: own), try await probe.head(tenant: other)]
            try probe.expect(heads[0].digest != heads[1].digest, "two tenants have one digest")
            try await probe.equal(probe.journal(tenant: probe.tenant("-none")).count, 0, "journal of nothing")
        },
        StorageCheck("tenants-share-no-preconditions", "A version of one tenant is not there for another.") { probe in
            let first = try await probe.save([("a", RecordFacts())])
            let error = try await probe.refuses(.conflict, "record of another tenant") {
                () async throws(StorageError) in
                try await probe.commit(.init(RecordReference("a"), .version(first)), tenant: probe.tenant("-2"))
            }
            try probe.equal(error.currentVersion, nil, "version told to another tenant")
            try await probe.refuses(.conflict, "redaction by another tenant") { () async throws(StorageError) in
                try await probe.redact(.tombstone(RecordReference("a"), .version(first)), tenant: probe.tenant("-2"))
            }
            try await probe.equal(probe.newest("a").standing, .kept, "standing")
        },
        StorageCheck("tenants-share-no-attachments", "No tenant reads or adds to an attachment of another.") { probe in
            let id = AttachmentID(rawValue: "file")
            try await probe.attach(id, [[1, 2]])
            let other = probe.tenant("-2")
            let seen = try await probe.store.attachment(id, of: other, piece: 0)
            try probe.expect(seen == nil, "a piece of another tenant")
            try await probe.store.attach(AttachmentPiece(tenant: other, id: id, index: 0, bytes: [3]))
            try await probe.equal(probe.store.attachment(id, of: probe.tenant, piece: 0)?.bytes, [1, 2], "own piece")
            try await probe.equal(probe.store.attachment(id, of: other, piece: 0)?.bytes, [3], "other piece")
        },
        StorageCheck("tenants-are-told-apart-by-bytes", "Tenants are told apart by case and by normal form.") { probe in
            let names = ["-A", "-a", "-\u{e5}", "-a\u{30a}", "-a "]
            for name in names {
                try await probe.commit(.init(RecordReference("same")), tenant: probe.tenant(name))
            }
            for name in names {
                try await probe.equal(probe.head(tenant: probe.tenant(name)).number.rawValue, 1, "number of the head")
                let found = try await probe.revisions(.newest(.everything), tenant: probe.tenant(name))
                try probe.equal(found.count, 1, "records of a tenant")
            }
        },
    ]
}

extension Probe {
    /// The same record in two tenants, with another status in each.
    fileprivate func saveForTwo() async throws -> (own: TenantID, other: TenantID) {
        let other = tenant("-2")
        try await commit(.init(RecordReference("same"), facts: RecordFacts(status: "own")))
        try await commit(.init(RecordReference("same"), facts: RecordFacts(status: "other")), tenant: other)
        return (tenant, other)
    }
}
