/// Hides persons while a record is encoded: every reference but some is written as `•••`.
public struct PersonMask: Hashable, Sendable {
    /// The persons who are not hidden.
    public let shown: Set<PersonReference>

    /// What a hidden reference is written as.
    public static let mark = "•••"

    /// The entry of an encoder's `userInfo` that holds a mask.
    public static let key: CodingUserInfoKey = {
        guard let key = CodingUserInfoKey(rawValue: "QualityCore.PersonMask") else {
            preconditionFailure("the name of the key is refused")
        }
        return key
    }()

    /// A mask of all persons but some.
    public init(allBut shown: Set<PersonReference>) {
        self.shown = shown
    }
}

extension PersonReference {
    /// Reads the stored form.
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the stored form, or the mark of a ``PersonMask`` in the encoder's `userInfo`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let mask = encoder.userInfo[PersonMask.key] as? PersonMask, !mask.shown.contains(self) {
            try container.encode(PersonMask.mark)
        } else {
            try container.encode(rawValue)
        }
    }
}
