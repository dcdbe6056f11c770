package import QualityCore

/// One record on its way through drawn acts, good and bad ones in any order.
package protocol Walker {
    associatedtype Record: QualityRecord

    /// The record as the acts have left it.
    var record: Record { get }

    /// Where the record stands.
    var phase: String { get }

    /// The requirements that the record or its way there breaks, judged without the rules of the record.
    var broken: Set<String> { get }

    /// Tries the act asked for, else a drawn one; gives its name where it was accepted.
    mutating func step(trying name: String?) throws -> String?
}

extension Walker {
    package var phase: String { record.facts.status }
}
