#if PostgreSQL
/// A statement with its values: the text is made of pieces of the program alone, so that no value is ever read as text.
struct Query {
    private(set) var text: String
    private(set) var parameters: [Parameter]
    /// Whether the text is one of a few, so that the server keeps it prepared.
    let isKept: Bool

    /// A statement that is used again and again.
    init(_ text: StaticString, _ parameters: [Parameter] = []) {
        self.text = text.description
        self.parameters = parameters
        isKept = true
    }

    /// A statement to be put together.
    init(building text: StaticString) {
        self.text = text.description
        parameters = []
        isKept = false
    }

    mutating func append(_ piece: StaticString) {
        text += piece.description
    }

    mutating func append(_ value: Parameter) {
        parameters.append(value)
        text += "$\(parameters.count)"
    }

    mutating func append(_ column: Column) {
        append(column.name)
    }

    /// A column of `revisions AS r`, or another expression on it.
    struct Column {
        let name: StaticString
    }
}
#endif
