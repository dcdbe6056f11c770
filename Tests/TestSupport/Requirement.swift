package import Testing

extension Trait where Self == Tag.List {
    /// Tags a test or a suite, and all tests in it, with the requirements that it specifies, such as `D-LXS-6`.
    package static func requirement(_ ids: String...) -> Self {
        var list: Self = .tags()
        list.tags = ids.map(Tag.init(requirement:))
        return list
    }
}

extension Tag {
    fileprivate init(requirement id: String) {
        guard let tag = Tag(codingKey: TextKey(stringValue: id)) else {
            preconditionFailure("no tag can be made of \(id)")
        }
        self = tag
    }
}

private struct TextKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) {
        self.stringValue = stringValue
    }

    init?(intValue: Int) {
        nil
    }
}
