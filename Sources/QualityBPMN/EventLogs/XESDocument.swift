public import ProcessMaps

/// An event log as an XES file (IEEE 1849): the cases, and what the file says of the names in it (*XES-fil*).
///
/// The words of an event log have their attributes in the file: the name of a case and the activity of an event
/// `concept:name`, the time `time:timestamp`, the moment `lifecycle:transition`, who and in what role `org:resource` and
/// `org:role`. Where such an attribute is no text but a whole number, a number, a truth or an identity, its value is the
/// word, and the attribute is kept as well. All others are kept as they are, with what is told about them in turn.
public struct XESDocument: Sendable {
    /// A set of attributes with a meaning that others share (*tillägg*).
    public struct Extension: Hashable, Sendable, Codable {
        /// Its name.
        public var name: String
        /// What stands before the colon in the keys of its attributes.
        public var prefix: String
        /// The address of its definition, which is never looked up.
        public var address: String

        /// An extension.
        public init(name: String, prefix: String, address: String) {
            self.name = name
            self.prefix = prefix
            self.address = address
        }
    }

    /// The attributes that every case or every event is said to have, with the values that stand for absent ones.
    public struct Global: Hashable, Sendable, Codable {
        /// What has them: `trace` or `event`, as written.
        public var scope: String
        /// The attributes.
        public var attributes: [LogAttribute]

        /// Attributes that every case or every event has.
        public init(scope: String, attributes: [LogAttribute]) {
            self.scope = scope
            self.attributes = attributes
        }
    }

    /// A way to tell which events are of the same sort.
    public struct Classifier: Hashable, Sendable, Codable {
        /// Its name.
        public var name: String
        /// What it sorts: `trace` or `event`; `nil` where the file does not say, which means events.
        public var scope: String?
        /// The keys of the attributes that must be alike, as written: with spaces between them.
        public var keys: String

        /// A classifier.
        public init(name: String, scope: String? = nil, keys: String) {
            self.name = name
            self.scope = scope
            self.keys = keys
        }
    }

    /// The largest file that is read, in bytes.
    public static let maximumSize = XMLReader.maximumSize
    /// The deepest nesting of elements that is read.
    public static let maximumDepth = XMLReader.maximumDepth

    /// The cases.
    public var log: EventLog
    /// The extensions; the prefixes of those of the standard are used in keys.
    public var extensions: [Extension]
    /// What every case and every event has.
    public var globals: [Global]
    /// The ways to tell which events are of the same sort.
    public var classifiers: [Classifier]
    /// What was wrong in the file, in the order of its lines; at most 1,000 and one that says that there is more.
    public let findings: [XESFinding]

    /// A new file for a log, in which events of the same activity are of the same sort.
    public init(_ log: EventLog) {
        self.init(
            log,
            extensions: XESKeys.standard,
            classifiers: [Classifier(name: "Activity", keys: XESKeys([]).name)]
        )
    }

    init(
        _ log: EventLog,
        extensions: [Extension],
        globals: [Global] = [],
        classifiers: [Classifier] = [],
        findings: [XESFinding] = []
    ) {
        self.log = log
        self.extensions = extensions
        self.globals = globals
        self.classifiers = classifiers
        self.findings = findings
    }

    /// A file, from its bytes in UTF-8, UTF-16, ISO-8859-1, ISO-8859-15 or Windows-1252.
    ///
    /// Times are read as the instants that they are; the offset that they are written with is not kept. What a log has no
    /// place for, and what is wrong but can be read, are ``findings``.
    ///
    /// - Throws: ``XMLReadingError`` where the bytes are no well-formed XML or no XES, hold a document type, or are larger
    ///   than ``maximumSize`` or nested deeper than ``maximumDepth``.
    public init(xml bytes: some Sequence<UInt8>) throws(XMLReadingError) {
        self = try XESReader.document(try XMLReader.tree(Array(bytes)))
    }

    /// The file, in UTF-8, with times in universal time.
    ///
    /// A file that is read from it has the same log. Times outside the years 1 to 9999 are written as the first and the
    /// last of them, and characters that XML does not know as U+FFFD.
    public func xml() -> [UInt8] {
        XESWriter.bytes(self)
    }
}
