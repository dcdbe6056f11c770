import QualityCore
import QualityStorage

/// A store under test with what checks ask of it; every name it uses belongs to one check.
struct Probe: Sendable {
    let store: any StorageBackend
    let subject: StorageCheck.Subject
    let name: String

    /// The tenant of the check.
    var tenant: TenantID { tenant("") }

    /// Another tenant of the same check.
    func tenant(_ suffix: String) -> TenantID {
        TenantID(rawValue: "\(subject.prefix)-\(subject.seed)-\(name)\(suffix)")
    }

    /// A generator of its own for each check of a run.
    var dice: Dice {
        Dice(seed: name.utf8.reduce(subject.seed) { $0 &* 31 &+ UInt64($1) })
    }
}

/// A small repeatable generator: SplitMix64.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }

    mutating func roll(_ count: Int) -> Int {
        Int.random(in: 0..<count, using: &self)
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[roll(elements.count)]
    }
}

// MARK: - What is expected

extension Probe {
    func expect(_ condition: Bool, _ message: @autoclosure () -> String) throws(StorageCheckFailure) {
        guard condition else { throw StorageCheckFailure(.requirement, message()) }
    }

    func equal<Value: Equatable>(_ found: Value, _ expected: Value, _ what: String) throws(StorageCheckFailure) {
        guard found == expected else { throw StorageCheckFailure(.requirement, "\(what): not as expected") }
    }

    func equal(_ found: Int, _ expected: Int, _ what: String) throws(StorageCheckFailure) {
        guard found == expected else {
            throw StorageCheckFailure(.requirement, "\(what): \(found) instead of \(expected)")
        }
    }

    func equal(_ found: Int?, _ expected: Int, _ what: String) throws(StorageCheckFailure) {
        guard let found else { throw StorageCheckFailure(.requirement, "\(what): none instead of \(expected)") }
        try equal(found, expected, what)
    }

    /// That a request is refused with a code; returns the error.
    @discardableResult
    func refuses<Value>(
        _ code: StorageError.Code,
        _ what: String,
        _ request: () async throws(StorageError) -> Value
    ) async throws(StorageCheckFailure) -> StorageError {
        do {
            _ = try await request()
        } catch {
            guard error.code == code else {
                throw StorageCheckFailure(
                    .error(error.code),
                    "\(what): refused with another code than \(code.rawValue)"
                )
            }
            return error
        }
        throw StorageCheckFailure(.requirement, "\(what): not refused with \(code.rawValue)")
    }

    /// The outcome of a request that may never end; a failure when it has not ended in twice the time of one
    /// that ends late.
    func ending<Value: Sendable>(
        _ what: String,
        _ request: @escaping @Sendable () async throws(StorageError) -> Value
    ) async throws(StorageCheckFailure) -> Result<Value, StorageError> {
        let limit = subject.patience * 2
        let answer = await firstAnswer(within: limit) { () async -> Result<Value, StorageError> in
            do throws(StorageError) { return .success(try await request()) } catch { return .failure(error) }
        }
        guard let answer else { throw StorageCheckFailure(.requirement, "\(what): still waiting after \(limit)") }
        return answer
    }
}

/// Whether two texts have the same bytes; `==` takes both forms of `å` for one.
func same(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
}

/// Whether two facts have the same bytes.
func same(_ left: RecordFacts?, _ right: RecordFacts?) -> Bool {
    func bytes(_ facts: RecordFacts?) -> [UInt8] {
        var bytes = CanonicalBytes("facts")
        bytes.append(facts) { $0.append($1) }
        return bytes.bytes
    }
    return bytes(left) == bytes(right)
}
