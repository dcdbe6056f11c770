/// One version of a classification: a tree of categories in the order in which they are shown (*version av indelning*).
public struct ClassificationVersion: Hashable, Sendable, Identifiable {
    /// One category of a version (*kategori*).
    public struct Category: Hashable, Sendable, Codable, Identifiable, Labelled {
        /// The stable code.
        public let id: CategoryCode
        /// The category above, of which this is a heading; `nil` at the top.
        public let parent: CategoryCode?
        /// The name that people read.
        public let label: LocalizedText
        /// The days on which events can be filed here; outside them a count is absent, not 0.
        public let validity: Validity

        /// A category of a classification.
        public init(
            id: CategoryCode,
            parent: CategoryCode? = nil,
            label: LocalizedText,
            validity: Validity = .always
        ) {
            self.id = id
            self.parent = parent
            self.label = label
            self.validity = validity
        }
    }

    /// The name of the version, such as `2021`.
    public let id: String
    /// The days on which events are filed under this version.
    public let validity: Validity
    /// All categories, parents before their headings.
    public let categories: [Category]
    private let positions: [CategoryCode: Int]

    /// A version from its categories.
    ///
    /// - Throws: ``RuleViolation`` with rule `D-LAW-5` when two categories share a code, a code holds a question mark, or a
    ///   parent does not stand before its headings.
    public init(id: String, validity: Validity, categories: [Category]) throws(RuleViolation) {
        var positions: [CategoryCode: Int] = [:]
        for (index, category) in categories.enumerated() {
            if let parent = category.parent, positions[parent] == nil {
                throw .classification(
                    id,
                    field: "parent",
                    sv: "en rubrik står före sin kategori",
                    en: "a heading stands before its parent"
                )
            }
            guard category.id.unlistedName == nil else {
                throw .classification(
                    id,
                    field: "id",
                    sv: "en kod får inte innehålla frågetecken",
                    en: "a code must not hold a question mark"
                )
            }
            guard positions.updateValue(index, forKey: category.id) == nil else {
                throw .classification(
                    id,
                    field: "id",
                    sv: "koden finns på två kategorier",
                    en: "the code stands on two categories"
                )
            }
        }
        self.id = id
        self.validity = validity
        self.categories = categories
        self.positions = positions
    }

    /// The category with a code, or `nil` if the version has none.
    public subscript(_ code: CategoryCode) -> Category? {
        positions[code].map { categories[$0] }
    }

    /// The categories at the top, in order.
    public var topCategories: [Category] {
        categories.filter { $0.parent == nil }
    }

    /// The category at the top that a code belongs to, itself included; `nil` for a code of no category here.
    ///
    /// An unlisted heading belongs to the listed category that it was put under.
    public func topCategory(of code: CategoryCode) -> Category? {
        var category = self[code.unlistedParent ?? code]
        while let parent = category?.parent {
            category = self[parent]
        }
        return category
    }

    /// The category with a name in Swedish below a parent, letters of either case alike; `nil` if there is none.
    public func category(named name: String, under parent: CategoryCode? = nil) -> Category? {
        let folded = name.lowercased()
        return categories.first { $0.parent == parent && $0.label.swedish.lowercased() == folded }
    }
}

extension ClassificationVersion: Codable {
    private enum CodingKeys: String, CodingKey { case id, validity, categories }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(String.self, forKey: .id),
            validity: container.decode(Validity.self, forKey: .validity),
            categories: container.decode([Category].self, forKey: .categories)
        )
    }

    /// Encodes the stored form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(validity, forKey: .validity)
        try container.encode(categories, forKey: .categories)
    }
}

extension RuleViolation {
    static func classification(
        _ id: String,
        field: String,
        sv swedish: String,
        en english: String
    ) -> RuleViolation {
        RuleViolation(
            rule: "D-LAW-5",
            record: RecordReference(kind: RecordKind(rawValue: "classification"), id: id),
            field: field,
            message: LocalizedText(sv: swedish, en: english)
        )
    }
}
