/// A value that a form or a report shows under a name of its own in each language.
public protocol Labelled {
    /// The name that people read.
    var label: LocalizedText { get }
}
