extension ProcessMap {
    /// The map as text that a person can write and compare line by line; nothing of the map is lost.
    ///
    /// <doc:MapAsText> tells how it is written.
    public var text: String { MapTextWriter(self).text }

    /// A map from its text.
    ///
    /// Of a text that ``text`` has written, the map has the same text again. Indentation, the order of different kinds of
    /// elements, comments and blank lines are free, and not kept.
    ///
    /// - Throws: ``MapTextError`` for the first fault, with its line and column.
    public init(text: String) throws(MapTextError) {
        self = try MapTextParser.map(text)
    }
}

extension ProcessMap: Codable {
    /// Decodes the stored form, which is the text of the map.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            try self.init(text: container.decode(String.self))
        } catch let error as MapTextError {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
        }
    }

    /// Encodes the stored form, which is the text of the map.
    ///
    /// - Throws: `EncodingError` for a map that is nested deeper than ``maximumDepth``.
    public func encode(to encoder: any Encoder) throws {
        let writer = MapTextWriter(self)
        guard writer.depth <= MapTextParser.depthLimit else {
            throw EncodingError.invalidValue(
                self,
                EncodingError.Context(codingPath: encoder.codingPath, debugDescription: "the map is nested too deep")
            )
        }
        var container = encoder.singleValueContainer()
        try container.encode(writer.text)
    }
}
