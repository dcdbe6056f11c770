import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Reads a picture or a list as any XML reader does.
final class PictureReader: NSObject, XMLParserDelegate {
    struct Element {
        let name: String
        let attributes: [String: String]
        /// What lies around it, from the outermost.
        let path: [Int]
        var text = ""
    }

    private(set) var elements: [Element] = []
    private var open: [Int] = []

    private override init() {}

    /// The elements in the order of the text; `nil` for text that is not well-formed.
    static func elements(_ xml: String) -> [Element]? {
        let reader = PictureReader()
        let parser = XMLParser(data: Data(xml.utf8))
        parser.delegate = reader
        return parser.parse() && parser.parserError == nil ? reader.elements : nil
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.append(Element(name: name, attributes: attributes, path: open))
        open.append(elements.count - 1)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if let last = open.last { elements[last].text += string }
    }
}

extension [PictureReader.Element] {
    /// The elements inside the one at a place.
    func inside(_ place: Int) -> [PictureReader.Element] {
        filter { $0.path.contains(place) }
    }

    /// The elements with an attribute.
    func with(_ attribute: String) -> [PictureReader.Element] {
        filter { $0.attributes[attribute] != nil }
    }

    /// The first element with a value of an attribute, and what is inside it.
    func group(_ attribute: String, _ value: String) -> [PictureReader.Element] {
        guard let place = firstIndex(where: { $0.attributes[attribute] == value }) else { return [] }
        return [self[place]] + inside(place)
    }

    /// The lines of text, as a reader sees them.
    var lines: [String] {
        filter { $0.name == "tspan" }.map(\.text)
    }
}
