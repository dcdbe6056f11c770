extension QualityReport {
    /// A part of the report under a heading of its own, listed in the contents (*avsnitt*).
    public struct Section: Hashable, Sendable {
        /// The anchor of the section on the page: letters, digits and hyphens, unique in the report.
        public let id: String
        /// The heading.
        public let title: String
        /// What stands under the heading, in reading order.
        public let blocks: [Block]

        /// A section with an anchor, a heading and its content.
        public init(id: String, title: String, blocks: [Block]) {
            self.id = id
            self.title = title
            self.blocks = blocks
        }
    }
}
