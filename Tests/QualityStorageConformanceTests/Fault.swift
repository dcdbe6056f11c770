/// One way in which an adapter can be wrong; the comment of each group says where the fault sits.
enum Fault: String, CaseIterable {
    // Opening and closing.
    case prepareErases, closeIgnored, closeTwiceThrows, closeLeavesWaiters, reopeningForgets
    // Commits.
    case halfBatch, refusedTakesNumber, journalLags, receiptRepeats, versionIsConstant, batchCut, lastWriterWins
    case cancelledCommitMade, cancelledReadCloses
    // Contents.
    case payloadCutAtNUL, emptyPayloadLost, payloadCutAtMegabyte, wordsLost, emptyCodesDropped, factsOfPrevious
    case schemaVersionShort, namesCut, daysBefore1970Lost, textsTrimmed, kindIgnored
    // Idempotency.
    case keyIgnored, keyForgotten, keyGlobal, refusedKeyTaken, keyCanonical, redactionKeyIgnored
    // Reading and orders.
    case unknownRecordThrows, allRevisions, historyTurned, historyUnpaged, payloadAlways, versionReused
    case orderFoldsCase, missingLast, descendingKeepsTies, tiesByVersion, versionAsText, conflictUnnamed
    // Pages and earlier days.
    case cursorInclusive, limitOffByOne, nextAlways, cursorByDayOnly, cursorMustExist, asOfIgnoredOnLaterPages
    case limitOverflows, asOfIgnored, asOfOffByOne, asOfZeroIsNow, asOfLaterRefused, headAtExclusive, emptyHeadThrows
    // Journal and chain.
    case journalGap, journalInclusive, entriesReversed, saltsLost, successionLost, reasonTrimmed, unchained
    case receiptDigestZero, timeBackwards, timesRounded
    // Tenants.
    case tenantsIgnored, tenantLeakInCounts, tenantsFoldCase, attachmentsGlobal
    // Redaction.
    case redactionKeepsHistory, tombstoneFactsLost, erasedLinksLost, redactionErasesAll, erasedStillFound
    case halfRedaction, tombstoneIsAbsent, redactionOneByOne, redactionUnchecked
    // Waits.
    case deadlineFirst, waitNeverWakes, waitWakesOne, waitIgnoresDeadline, waitReturnsAtDeadline
    case waitIgnoresCancellation
    // Texts and filters.
    case canonicalIdentities, canonicalFilter, canonicalCounts, caseFolded, wordsFoldDiacritics, wordsAsPatterns
    case wordsAny, emptyAnyIsEverything, emptySetIsEverything, firstKindOnly, unitsAsSubtree, statusAsPrefix
    case firstObservationOnly, dayRangeHalfOpen, openRangeTakesMissing, nullLogic, daysAreOccurred, nestingCut
    case manyValuesRefused
    // Counts.
    case zeroRow, unitForStatus, monthsByOtherDay, missingKeysDropped, codesCountedTwice, observationsAsRecords
    case bareRecordsDropped, keysCut, countsIgnoreFilter, countsIgnoreAsOf, recordsPairObservations
    // Attachments and requests.
    case pieceCut, piecesWrapAround, pieceConflictsIgnored, resentPieceRefused, attachmentsUnchecked
    case emptyAttachmentRefused, attachmentOutlivesRecord, requestsUnchecked

    /// The checks that must find the fault; others may.
    var caughtBy: [String] {
        switch self {
        case .prepareErases: ["prepare-is-repeatable"]
        case .closeIgnored:
            ["closed-store-refuses-writes", "closed-store-refuses-reads", "closed-store-refuses-preparing"]
        case .closeTwiceThrows: ["close-is-repeatable"]
        case .closeLeavesWaiters: ["close-ends-waits"]
        case .reopeningForgets: ["data-survive-reopening"]
        case .halfBatch: ["commit-is-atomic"]
        case .refusedTakesNumber: ["refused-commit-takes-no-number"]
        case .journalLags: ["commit-shows-everywhere"]
        case .receiptRepeats: ["numbers-start-at-one", "concurrent-commits-have-no-gaps"]
        case .versionIsConstant: ["version-is-commit-number"]
        case .batchCut: ["ten-thousand-writes"]
        case .lastWriterWins:
            [
                "absent-refuses-known-records", "version-refuses-older-versions", "version-refuses-unknown-records",
                "version-refuses-later-versions", "concurrent-commits-lose-no-update", "tenants-share-no-preconditions",
            ]
        case .versionReused: ["version-is-never-reused"]
        case .conflictUnnamed: ["conflict-names-the-version"]
        case .cancelledCommitMade: ["cancelled-commit-writes-nothing"]
        case .cancelledReadCloses: ["cancelled-reader-harms-nothing"]
        case .payloadCutAtNUL: ["payload-bytes-are-kept"]
        case .emptyPayloadLost: ["payload-may-be-empty"]
        case .payloadCutAtMegabyte: ["payload-may-be-large"]
        case .wordsLost: ["words-and-attachments-are-kept"]
        case .emptyCodesDropped: ["facts-are-kept"]
        case .factsOfPrevious: ["facts-follow-the-newest-revision"]
        case .schemaVersionShort: ["schema-version-is-kept"]
        case .namesCut: ["long-names-are-kept"]
        case .daysBefore1970Lost: ["days-of-all-years-are-kept"]
        case .textsTrimmed: ["texts-are-kept"]
        case .kindIgnored: ["kinds-have-their-own-identities"]
        case .keyIgnored: ["same-key-gives-first-receipt", "key-outlives-later-commits"]
        case .keyForgotten: ["key-outlives-later-commits"]
        case .keyGlobal: ["keys-belong-to-a-tenant"]
        case .refusedKeyTaken: ["refused-commit-leaves-its-key"]
        case .keyCanonical: ["keys-are-told-apart-by-bytes"]
        case .redactionKeyIgnored: ["redaction-honours-its-key"]
        case .unknownRecordThrows: ["unknown-record-is-an-empty-page"]
        case .allRevisions: ["newest-gives-one-revision-a-record"]
        case .historyTurned: ["history-is-oldest-first"]
        case .historyUnpaged: ["history-comes-in-pages"]
        case .payloadAlways: ["payload-comes-when-asked-for", "journal-payload-when-asked-for"]
        case .orderFoldsCase: ["identity-order-is-bytewise"]
        case .missingLast: ["missing-days-come-first"]
        case .descendingKeepsTies: ["descending-is-exact-reverse"]
        case .tiesByVersion: ["equal-days-stand-by-identity"]
        case .versionAsText: ["version-order-is-by-number"]
        case .cursorInclusive: ["cursor-is-exclusive"]
        case .limitOffByOne: ["page-holds-its-limit"]
        case .nextAlways: ["last-page-says-so"]
        case .cursorByDayOnly: ["pages-join-to-the-whole"]
        case .cursorMustExist: ["pages-resume-anywhere"]
        case .asOfIgnoredOnLaterPages: ["pages-are-stable-under-writes"]
        case .limitOverflows: ["largest-limit-is-taken"]
        case .asOfIgnored: ["as-of-reads-what-was-known", "count-heeds-as-of"]
        case .asOfOffByOne: ["as-of-reads-what-was-known", "random-commands-agree"]
        case .asOfZeroIsNow: ["as-of-zero-is-empty"]
        case .asOfLaterRefused: ["as-of-later-is-now"]
        case .headAtExclusive: ["head-at-an-instant"]
        case .emptyHeadThrows: ["head-of-nothing-is-empty"]
        case .journalGap: ["journal-is-ascending-and-gapless"]
        case .journalInclusive: ["journal-resumes-after-any-commit"]
        case .entriesReversed: ["journal-entries-are-in-byte-order"]
        case .saltsLost: ["journal-keeps-seals"]
        case .successionLost: ["journal-names-the-next-revision"]
        case .reasonTrimmed: ["journal-keeps-who-when-and-why"]
        case .unchained: ["digest-chains-commits"]
        case .receiptDigestZero: ["receipt-holds-the-digest", "receipt-follows-the-request"]
        case .timeBackwards: ["time-never-runs-backwards"]
        case .timesRounded: ["times-before-1970-are-kept"]
        case .tenantsIgnored:
            [
                "tenants-share-no-records", "tenants-share-no-counts", "tenants-share-no-journal",
                "tenants-share-no-attachments", "wait-is-for-one-tenant",
            ]
        case .tenantLeakInCounts: ["tenants-share-no-counts"]
        case .tenantsFoldCase: ["tenants-are-told-apart-by-bytes"]
        case .attachmentsGlobal: ["tenants-share-no-attachments"]
        case .redactionKeepsHistory: ["redaction-erases-earlier-revisions"]
        case .tombstoneFactsLost: ["tombstone-keeps-its-facts"]
        case .erasedLinksLost: ["digests-outlive-redaction"]
        case .redactionErasesAll: ["redaction-spares-other-records"]
        case .erasedStillFound: ["erased-words-find-nothing", "erased-revisions-are-not-queried"]
        case .halfRedaction: ["redaction-is-atomic"]
        case .tombstoneIsAbsent: ["disposed-record-is-not-absent"]
        case .redactionOneByOne: ["redaction-takes-several-records"]
        case .redactionUnchecked: ["redaction-needs-the-current-version"]
        case .deadlineFirst: ["wait-ends-when-ahead"]
        case .waitNeverWakes: ["wait-wakes-on-commit"]
        case .waitWakesOne: ["wait-wakes-everyone"]
        case .waitIgnoresDeadline: ["wait-keeps-its-deadline", "wait-past-deadline-ends"]
        case .waitReturnsAtDeadline: ["wait-keeps-its-deadline"]
        case .waitIgnoresCancellation: ["cancelled-wait-ends"]
        case .canonicalIdentities: ["identities-differ-by-normal-form"]
        case .canonicalFilter: ["statuses-differ-by-normal-form", "codes-differ-by-normal-form"]
        case .canonicalCounts: ["counts-differ-by-normal-form"]
        case .caseFolded: ["case-tells-names-apart"]
        case .wordsFoldDiacritics: ["words-are-alike-in-all-forms"]
        case .wordsAsPatterns: ["words-are-whole"]
        case .wordsAny: ["words-are-all-required"]
        case .emptyAnyIsEverything: ["filter-all-and-any-of-none"]
        case .emptySetIsEverything: ["filter-by-empty-set-is-nothing"]
        case .firstKindOnly: ["filter-by-kind"]
        case .unitsAsSubtree: ["filter-by-unit"]
        case .statusAsPrefix: ["filter-by-status"]
        case .firstObservationOnly: ["filter-by-codes"]
        case .dayRangeHalfOpen: ["filter-by-days-is-inclusive"]
        case .openRangeTakesMissing: ["missing-day-is-outside"]
        case .nullLogic: ["negation-takes-missing-days", "random-queries-agree"]
        case .daysAreOccurred: ["each-day-field-has-its-filter"]
        case .nestingCut: ["filters-nest"]
        case .manyValuesRefused: ["filters-take-many-values"]
        case .zeroRow: ["count-without-keys-is-a-total"]
        case .unitForStatus: ["count-by-kind-unit-and-status"]
        case .monthsByOtherDay: ["count-by-day-month-and-year"]
        case .missingKeysDropped: ["count-keeps-missing-days", "count-of-empty-codes-is-missing"]
        case .codesCountedTwice: ["count-of-records-takes-codes-once", "random-counts-agree"]
        case .observationsAsRecords: ["count-of-observations-takes-each"]
        case .bareRecordsDropped: ["count-without-observations"]
        case .keysCut: ["count-by-eight-keys"]
        case .countsIgnoreFilter: ["count-heeds-its-filter"]
        case .countsIgnoreAsOf: ["count-heeds-as-of"]
        case .recordsPairObservations: ["count-pairs-codes-of-two-dimensions"]
        case .pieceCut: ["attachment-comes-back-in-pieces"]
        case .piecesWrapAround: ["attachment-ends-with-nothing"]
        case .pieceConflictsIgnored:
            ["piece-out-of-turn-is-refused", "piece-is-never-replaced", "named-attachment-takes-no-piece"]
        case .resentPieceRefused: ["piece-sent-again-is-harmless"]
        case .attachmentsUnchecked: ["attachment-has-one-record", "attachment-must-be-whole"]
        case .emptyAttachmentRefused: ["attachment-may-be-empty"]
        case .attachmentOutlivesRecord: ["attachment-is-erased-with-its-record"]
        case .requestsUnchecked:
            [
                "page-of-nothing-is-refused", "nine-keys-are-refused", "empty-commit-is-refused",
                "two-writes-of-a-record-are-refused", "names-with-nul-are-refused", "long-names-are-refused",
                "tombstone-belongs-to-redaction", "piece-out-of-bounds-is-refused",
            ]
        }
    }
}
