extension Involvement {
    private enum CodingKeys: String, CodingKey { case involved, superiors }

    private struct Line: Codable {
        let person: PersonReference
        let superior: PersonReference
    }

    /// Decodes the stored form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let involved = try container.decode([PersonReference].self, forKey: .involved)
        let lines = try container.decode([Line].self, forKey: .superiors)
        self.init(
            involved: Set(involved),
            superiors: Dictionary(lines.map { ($0.person, $0.superior) }) { _, last in last }
        )
    }

    /// Encodes the stored form in a fixed order, so that the same people give the same bytes.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(involved.sorted { $0.rawValue < $1.rawValue }, forKey: .involved)
        try container.encode(
            superiors.map { Line(person: $0.key, superior: $0.value) }.sorted {
                $0.person.rawValue < $1.person.rawValue
            },
            forKey: .superiors
        )
    }
}
