/// What is asked of a register: one case for each public request, named as it is.
public enum StoreRequest: String, Hashable, Sendable, Codable, CaseIterable {
    /// Makes the store ready.
    case prepare
    /// Lets go of the store.
    case close
    /// How far the journal has come.
    case head
    /// Writes changes.
    case commit
    /// Does an act on a record that the actor may see in part.
    case perform
    /// Holds records against those that are saved.
    case compare
    /// Reads one record.
    case record
    /// Reads all records of a type.
    case records
    /// Reads every state of a record.
    case history
    /// Reads the facts of a kind.
    case facts
    /// Reads a page of facts.
    case page
    /// Counts.
    case counts
    /// Tells which links can be followed.
    case links
    /// Reads commits.
    case journal
    /// Follows commits.
    case changes
    /// Writes an archive.
    case archive
    /// Brings an archive in.
    case restore
    /// Verifies the journal.
    case verify
    /// Sends a file.
    case attach
    /// Reads a file.
    case bytes
    /// Exports everything about one person.
    case export
    /// Tells what retention rules would dispose of.
    case disposalPlan
    /// Carries out a disposal.
    case dispose
    /// Erases one record.
    case erase
    /// Reads what was disposed of.
    case disposals
}
