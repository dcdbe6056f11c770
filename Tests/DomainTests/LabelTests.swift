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

    @Test("is in the list of this test, whichever module declares it")
    func isListed() throws {
        for module in try Sources.modules {
            let listed = ValueSet.all.filter { $0.module == module }.map(\.name)
            let declared = try Sources.labelledTypes(of: module)
            for name in declared {
                #expect(listed.contains { $0 == name || $0.hasSuffix(".\(name)") }, "\(module).\(name)")
            }
            #expect(declared.count == listed.count, "\(module)")
        }
        #expect(Set(ValueSet.all.map { "\($0.module).\($0.name)" }).count == ValueSet.all.count)
        print("\(ValueSet.all.count) value sets, \(ValueSet.all.map(\.values.count).reduce(0, +)) values")
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
