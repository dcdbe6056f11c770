/// How the cases of one golden file become calls of the product.
protocol GoldenAdapter: Sendable {
    /// The name of the file without `.json`.
    static var file: String { get }

    /// Every key that an object within `input` and `params` of a case may have.
    static var inputKeys: Set<String> { get }

    /// The tolerances of the numbers of the output; the first whose pattern fits counts. A number without one fails.
    static var rules: [GoldenRule] { get }

    /// What the product gives, in the shape of the golden output and without the leaves that are listed.
    static func output(of golden: GoldenCase) throws -> GoldenTree
}

/// Every adapter.
let goldenAdapters: [any GoldenAdapter.Type] = [
    Golden01.self, Golden02.self, Golden02b.self, Golden02c.self, Golden03.self, Golden03b.self, Golden04.self,
    Golden05.self, Golden05b.self, Golden05c.self, Golden06.self, Golden07.self, Golden08.self, Golden09.self,
    Golden09b.self, Golden10.self,
]
