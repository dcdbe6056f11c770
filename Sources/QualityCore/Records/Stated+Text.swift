extension Stated where Value == String {
    /// Whether a text is stated but says nothing; a gap that a source left is not.
    public var isBlank: Bool {
        value?.allSatisfy(\.isWhitespace) == true
    }
}
