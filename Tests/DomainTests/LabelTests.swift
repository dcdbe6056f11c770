#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import QualityCore
import TestSupport
import Testing

@Suite("A value set that a form shows")
struct LabelTests {
    /// English words that are also the stored name.
    private static let alike: Set<String> = [
        "same", "changed", "wider", "days", "weeks", "months", "persons", "submissions", "viewpoints", "immediately",
        "speedily", "practice", "assessment", "awareness", "notification", "receipt",
    ]

    @Test("is in the list of this test", arguments: Sources.modules)
    func isListed(module: String) throws {
        let listed = ValueSet.all.map(\.name)
        for name in try Sources.labelledTypes(of: module) {
            #expect(listed.contains { $0 == name || $0.hasSuffix(".\(name)") }, "\(name) is not in the list")
        }
    }

    @Test("names every value in both languages, in words of its own", arguments: ValueSet.all)
    func labels(set: ValueSet) {
        #expect(!set.values.isEmpty)
        for value in set.values {
            for text in [value.label.swedish, value.label.english] {
                #expect(!text.isBlank, "\(set.name).\(value.raw)")
                #expect(text != value.raw || Self.alike.contains(text), "\(set.name).\(value.raw)")
            }
            #expect(
                value.label.swedish != value.label.english || Self.alike.contains(value.label.swedish),
                "\(set.name).\(value.raw)"
            )
        }
    }
}

extension ValueSet: CustomTestStringConvertible {
    var testDescription: String { name }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
