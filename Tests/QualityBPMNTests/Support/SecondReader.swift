import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// What a document holds, element by element, as Foundation's parser reads it: a second opinion on ours.
final class SecondReader: NSObject, XMLParserDelegate {
    struct Element: Hashable {
        let namespace: String
        let local: String
        let attributes: [String: String]
        /// The place of the element around it in the list; -1 for none.
        let parent: Int
        /// The text directly inside, without what is white space only.
        var text = ""

        var id: String { attributes["id"] ?? "" }
    }

    static let model = "http://www.omg.org/spec/BPMN/20100524/MODEL"

    private(set) var elements: [Element] = []
    private var open: [Int] = []

    static func elements(_ bytes: [UInt8]) throws -> [Element] {
        let parser = XMLParser(data: Data(bytes))
        parser.shouldProcessNamespaces = true
        let reader = SecondReader()
        parser.delegate = reader
        guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
        return reader.elements.map { element in
            var element = element
            if element.text.allSatisfy(\.isWhitespace) { element.text = "" }
            return element
        }
    }

    func parser(
        _ parser: XMLParser,
        didStartElement elementName: String,
        namespaceURI: String?,
        qualifiedName qName: String?,
        attributes attributeDict: [String: String]
    ) {
        elements.append(
            Element(
                namespace: namespaceURI ?? "",
                local: elementName,
                // The parser hands over some references as they are written.
                attributes: attributeDict.mapValues { $0.replacing("&#38;", with: "&").replacing("&#60;", with: "<") },
                parent: open.last ?? -1
            )
        )
        open.append(elements.count - 1)
    }

    func parser(
        _ parser: XMLParser,
        didEndElement elementName: String,
        namespaceURI: String?,
        qualifiedName qName: String?
    ) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if let last = open.last { elements[last].text += string }
    }

    func parser(_ parser: XMLParser, foundCDATA CDATABlock: Data) {
        // The parser leaves the ends of lines in such a block as they are written, which no parser should.
        let text = String(decoding: CDATABlock, as: UTF8.self)
        if let last = open.last {
            elements[last].text += text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        }
    }
}
