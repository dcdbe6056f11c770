/// A fact that a record holds, or that its source never held (*ej angivet*).
///
/// Beside a value and an empty value stands a third state: the source of the record had no place for the fact.
/// A record made here always states its facts; an imported one may have gaps, which are listed and never guessed.
public enum Stated<Value> {
    /// The fact as stated.
    case value(Value)
    /// The source, named by its format or system, held no such fact.
    case notStated(source: String)

    /// The fact, or `nil` where the source held none.
    public var value: Value? {
        switch self {
        case .value(let value): value
        case .notStated: nil
        }
    }
}

extension Stated: Equatable where Value: Equatable {}
extension Stated: Hashable where Value: Hashable {}
extension Stated: Sendable where Value: Sendable {}
extension Stated: Codable where Value: Codable {}
