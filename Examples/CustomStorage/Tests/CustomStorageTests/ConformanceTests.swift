import CustomStorage
import QualityStorage
import QualityStorageConformance
import Testing

private let shelf = ListStorage.Shelf()

@Test("The list meets each requirement on a store", arguments: StorageCheck.all)
func requirement(_ check: StorageCheck) async throws {
    let subject = StorageCheck.Subject(
        reopen: { store in (store as? ListStorage)?.reopened() ?? ListStorage(on: shelf) },
        makeStore: { ListStorage(on: shelf) }
    )
    try await check.run(subject)
}
