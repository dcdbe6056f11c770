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
    /// A name with six digits or more may hold an identity number: its digits are masked.
    public init(unlisted name: String) {
        let digits = name.unicodeScalars.count { $0.properties.numericType == .decimal }
        let masked =
            digits < 6
            ? name
            : String(
                String.UnicodeScalarView(
                    name.unicodeScalars.map { $0.properties.numericType == .decimal ? "•" : $0 }
                )
            )
        rawValue = Self.unlistedMark + masked
    }

    /// The name as the source had it, when no classification knows it; `nil` for a listed category.
    public var unlistedName: String? {
        rawValue.hasPrefix(Self.unlistedMark) ? String(rawValue.dropFirst(Self.unlistedMark.count)) : nil
    }

    private static let unlistedMark = "?"
}

extension CategoryCode: Comparable {
    public static func < (left: CategoryCode, right: CategoryCode) -> Bool {
        left.rawValue < right.rawValue
    }
}
