/// What was done at once about an event, or that nothing was (*omedelbar åtgärd*). Closed.
public enum ImmediateAction: Hashable, Sendable, Codable {
    /// Nothing was done.
    case nothing
    /// What was done, in the reporter's words.
    case taken(String)
}
