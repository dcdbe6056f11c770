extension ProcessMap {
    /// A map written in code, in the order of work.
    ///
    /// Each part follows on the one before; a ``lane(_:id:_:)`` says who does what stands in it, and comes back as often as
    /// the work does. An identity that is not given is made of the name, in lower case and with `-` for what is neither
    /// letter nor digit (`"Utred behov"` becomes `utred-behov`), and with a number where it is taken already.
    ///
    ///     let map = ProcessMap("Verkställighet") {
    ///         lane("Enhetschef") {
    ///             start("Uppdrag kommer")
    ///             step("Planera insatsen", .user)
    ///             handOver("Genomförandeplan")
    ///         }
    ///         lane("Undersköterska") {
    ///             step("Ge stöd")
    ///             choice("Räcker stödet?") {
    ///                 branch("ja") { end("Insatsen är given") }
    ///                 branch("nej") { go(to: "planera-insatsen") }
    ///             }
    ///         }
    ///     }
    ///
    /// - Parameters:
    ///   - name: the name of the map and of the process that is in no pool.
    ///   - id: the identity of the map; made of the name unless given.
    ///   - parts: what is in the map.
    public init(_ name: String, id: MapElementID? = nil, @MapBuilder _ parts: () -> [MapPart]) {
        var assembler = MapAssembler(name: name, id: id)
        assembler.assemble(parts())
        self = assembler.finished
    }
}
