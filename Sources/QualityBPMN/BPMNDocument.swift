public import ProcessMaps

/// A process map as a BPMN 2.0 file: the map to read and change, and all else that the file holds (*BPMN-fil*).
///
/// The file stands behind the map. What ``xml()`` writes is the file with the map's changes: elements that are gone from
/// the map are gone, changed ones are changed, new ones stand where the schema has them, and everything that a map has
/// no place for is where it was. <doc:DescriptiveElements> lists what a map made in code is written as.
public struct BPMNDocument: Sendable {
    /// The largest file that is read, in bytes.
    public static let maximumSize = XMLReader.maximumSize
    /// The deepest nesting of elements that is read.
    public static let maximumDepth = XMLReader.maximumDepth

    /// The map. What is changed in it is written.
    public var map: ProcessMap
    /// What was wrong in the file, in its order; at most 1,000 and one that says that there is more.
    public let findings: [BPMNFinding]
    private let tree: XMLTree
    /// The map as it was read.
    private let original: ProcessMap
    private let trace: BPMNTrace

    /// A new file for a map.
    public init(_ map: ProcessMap) {
        self.map = map
        findings = []
        tree = BPMNDocument.empty
        let reading = BPMNReader.read(tree, from: tree.root)
        original = reading.map
        trace = reading.trace
    }

    /// A file, from its bytes in UTF-8, UTF-16, ISO-8859-1, ISO-8859-15 or Windows-1252.
    ///
    /// Faults in what the file says of the map are ``findings``; the rest is read.
    ///
    /// - Throws: ``XMLReadingError`` where the bytes are no well-formed XML or no BPMN 2.0, hold a document type, or are
    ///   larger than ``maximumSize`` or nested deeper than ``maximumDepth``.
    public init(xml bytes: some Sequence<UInt8>) throws(XMLReadingError) {
        tree = try XMLReader.tree(Array(bytes))
        let root = tree.root
        guard tree.local(root, in: BPMNVocabulary.model) == "definitions" else {
            throw XMLReadingError(line: tree.line(of: root), .otherFormat)
        }
        let reading = BPMNReader.read(tree, from: root)
        map = reading.map
        original = reading.map
        trace = reading.trace
        findings = reading.findings
    }

    /// The file with the map as it is now, in UTF-8.
    ///
    /// While the map is as it was read, all elements are too. Once it has changed, elements without identity get the one
    /// that they have in the map. A new identity that XML does not allow (`"1 a"`) is written as one that it does,
    /// everywhere in the same way; one that is empty is written as one that nothing has.
    ///
    /// A file has inputs before outputs, both before other information, and in a node what it reads before what it writes.
    /// In that order it is read again, whatever the order of the map was.
    public func xml() -> [UInt8] {
        guard map != original else { return XMLWriter.bytes(tree) }
        return XMLWriter.bytes(BPMNPatcher.patched(tree, original, trace, to: map))
    }

    private static var empty: XMLTree {
        let text = """
            <definitions xmlns="\(BPMNVocabulary.model)" xmlns:bpmndi="\(BPMNVocabulary.diagram)" \
            xmlns:dc="\(BPMNVocabulary.common)" xmlns:di="\(BPMNVocabulary.interchange)" \
            targetNamespace="\(BPMNVocabulary.own)" exporter="QualityManagement"/>
            """
        return (try? XMLReader.tree(Array(text.utf8))) ?? XMLTree(bytes: [])
    }
}
