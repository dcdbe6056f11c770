/// How far walks go: sequences of drawn acts on records.
package enum Walks {
    /// How many sequences a walk has at least: 500, or 10,000 with `QUALITY_SIZE=full`.
    package static let sequences = TestSize.isFull ? 10_000 : 500

    /// How often each act is accepted at least.
    package static let enough = 100

    /// How many sequences a counter-example may take to be found.
    package static let patience = 2_000
}
