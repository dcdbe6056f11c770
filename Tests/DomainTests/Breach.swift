import QualityCore
import TestSupport

/// An example of a broken rule: a committed payload with some places altered.
///
/// The examples stand in `Tests/Fixtures/Breaches`, one file a kind, and are written by hand when a rule is new.
struct Breach: Codable, Sendable {
    /// The rule that breaks.
    let rule: String
    /// The field that the rule names.
    let field: String
    /// Which of the payloads of the kind is altered, from 0.
    let payload: Int
    /// The new values by JSON pointer; `null` leaves a value out, `-` appends to a list.
    let edits: [String: JSONTree]

    /// The payload with its altered places; `nil` where a pointer leads nowhere.
    func altered(_ payloads: [JSONTree]) -> JSONTree? {
        guard payloads.indices.contains(payload) else { return nil }
        return edits.sorted { $0.key < $1.key }.reduce(payloads[payload]) { tree, edit in
            tree?.setting(edit.key.split(separator: "/").map(String.init), to: edit.value)
        }
    }
}
