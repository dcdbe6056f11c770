import ProcessMaps
import QualityCore

/// Writes an event log as bytes, in UTF-8.
struct XESWriter {
    private let keys: XESKeys
    private var bytes: [UInt8] = []
    private var depth = 1

    static func bytes(_ document: XESDocument) -> [UInt8] {
        var writer = XESWriter(keys: XESKeys(document.extensions))
        writer.write(document)
        return writer.bytes
    }

    private init(keys: XESKeys) {
        self.keys = keys
    }

    private mutating func write(_ document: XESDocument) {
        bytes += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
        bytes += "<log xes.version=\"1849-2016\" xes.features=\"nested-attributes\"".utf8
        bytes += " xmlns=\"http://www.xes-standard.org/\">\n".utf8
        for item in document.extensions {
            write("extension", [("name", item.name), ("prefix", item.prefix), ("uri", item.address)])
        }
        for global in document.globals {
            open("global", [("scope", global.scope)])
            for attribute in global.attributes { write(attribute) }
            close("global")
        }
        for classifier in document.classifiers {
            let scope = classifier.scope.map { [("scope", $0)] } ?? []
            write("classifier", [("name", classifier.name)] + scope + [("keys", classifier.keys)])
        }
        let log = document.log
        write(keys.name, log.name, unlessIn: log.attributes)
        for attribute in log.attributes { write(attribute) }
        for item in log.cases { write(item) }
        bytes += "</log>\n".utf8
    }

    private mutating func write(_ item: LoggedCase) {
        open("trace")
        write(keys.name, item.id, unlessIn: item.attributes, isDemanded: true)
        for attribute in item.attributes { write(attribute) }
        for event in item.events {
            open("event")
            write(keys.name, event.activity, unlessIn: event.attributes, isDemanded: true)
            if let time = event.time, !isTold(time, in: event.attributes) {
                write("date", [("key", keys.time), ("value", XESTime.text(time))])
            }
            if let moment = event.moment {
                write(keys.moment, moment.rawValue, unlessIn: event.attributes, isDemanded: true)
            }
            write(keys.resource, event.resource, unlessIn: event.attributes)
            write(keys.role, event.role, unlessIn: event.attributes)
            for attribute in event.attributes { write(attribute) }
            close("event")
        }
        close("trace")
    }

    /// Writes a word of the log; an empty one only where it is demanded or another attribute would be taken for it.
    private mutating func write(
        _ key: String,
        _ text: String,
        unlessIn attributes: [LogAttribute],
        isDemanded: Bool = false
    ) {
        let others = attributes.filter { $0.key == key && $0.value.word != nil }
        if let first = others.first(where: { $0.value.text != nil }) {
            // Only what is told about a text keeps it among the attributes when it is read.
            guard first.value.text != text || first.attributes.isEmpty else { return }
        } else if others.first?.value.word == text {
            return
        }
        if isDemanded || !text.isEmpty || !others.isEmpty { write("string", [("key", key), ("value", text)]) }
    }

    /// Whether the time of an event is told by the first attribute with its key, which says more about it.
    private func isTold(_ time: Timestamp, in attributes: [LogAttribute]) -> Bool {
        for attribute in attributes where attribute.key == keys.time {
            if case .time(let told) = attribute.value { return told == time && !attribute.attributes.isEmpty }
        }
        return false
    }

    private mutating func write(_ attribute: LogAttribute) {
        let key = ("key", attribute.key)
        let (name, value): (String, String?) =
            switch attribute.value {
            case .text(let text): ("string", text)
            case .time(let time): ("date", XESTime.text(time))
            case .integer: ("int", attribute.value.word)
            case .number: ("float", attribute.value.word)
            case .truth: ("boolean", attribute.value.word)
            case .identity(let text): ("id", text)
            case .list: ("list", nil)
            }
        let head = [key] + (value.map { [("value", $0)] } ?? [])
        guard case .list(let values) = attribute.value else {
            guard !attribute.attributes.isEmpty else { return write(name, head) }
            open(name, head)
            for inner in attribute.attributes { write(inner) }
            return close(name)
        }
        open(name, head)
        open("values")
        for inner in values { write(inner) }
        close("values")
        for inner in attribute.attributes { write(inner) }
        close(name)
    }

    private mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
        begin(name, attributes)
        bytes += ">\n".utf8
        depth += 1
    }

    private mutating func close(_ name: String) {
        depth -= 1
        indent()
        bytes += "</\(name)>\n".utf8
    }

    private mutating func write(_ name: String, _ attributes: [(String, String)]) {
        begin(name, attributes)
        bytes += "/>\n".utf8
    }

    private mutating func begin(_ name: String, _ attributes: [(String, String)]) {
        indent()
        bytes.append(UInt8(ascii: "<"))
        bytes += name.utf8
        for (name, value) in attributes {
            bytes.append(UInt8(ascii: " "))
            bytes += name.utf8
            bytes += "=\"".utf8
            XMLWriter.escape(value, inAttribute: true, to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private mutating func indent() {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * min(depth, 16)))
    }
}
