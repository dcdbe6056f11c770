public import QualityStorage

/// Why an adapter does not meet a requirement; holds numbers and names of requirements, never data of a record.
public struct StorageCheckFailure: Error, Hashable, Sendable {
    /// How the check failed.
    public enum Reason: Hashable, Sendable {
        /// The store answered otherwise than the requirement says.
        case requirement
        /// The store refused, with this code, what it has to do.
        case error(StorageError.Code)
        /// The check did not end in time.
        case timeLimit
    }

    /// How the check failed.
    public let reason: Reason
    /// What was found, in English.
    public let message: String

    init(_ reason: Reason, _ message: String) {
        self.reason = reason
        self.message = message
    }
}

extension StorageCheckFailure: CustomStringConvertible {
    /// What was found, and the code of the error where there is one.
    public var description: String {
        if case .error(let code) = reason { "\(message): \(code.rawValue)" } else { message }
    }
}
