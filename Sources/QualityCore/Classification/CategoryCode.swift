/// The stable code of a category, unique in its classification and never used again for another meaning (*kategorikod*).
public struct CategoryCode: RawRepresentable, Hashable, Sendable, Codable {
    /// The code as stored.
    public let rawValue: String

    /// A category by its code.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The code of a name that no classification of the board knows, so that what it stands on is kept and counted.
    ///
    /// A name with six digits or more may hold an identity number: it is masked as a whole.
    ///
    /// - Parameters:
    ///   - name: the name as the source had it.
    ///   - parent: the listed category that the source put it under; `nil` for none.
    public init(unlisted name: String, under parent: CategoryCode? = nil) {
        rawValue = UnlistedName.code(name, under: parent?.rawValue)
    }

    /// The name as the source had it, when no classification knows it; `nil` for a listed category.
    public var unlistedName: String? { UnlistedName(rawValue)?.name }

    /// The listed category that the source put an unlisted one under; `nil` for none and for a listed category.
    public var unlistedParent: CategoryCode? { UnlistedName(rawValue)?.parent.map(CategoryCode.init(rawValue:)) }
}

extension CategoryCode: Comparable {
    /// Orders from the first or lowest to the last or highest.
    public static func < (left: CategoryCode, right: CategoryCode) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension CategoryCode: ExpressibleByStringLiteral {
    /// Written out in code by its stored form.
    public init(stringLiteral rawValue: String) {
        self.init(rawValue: rawValue)
    }
}
