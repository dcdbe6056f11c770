import ProcessMaps
import QualityCore
import TestSupport
import Testing

@Suite("The process tree", .requirement("D-PRO-4"))
struct ProcessTreeTests {
    private static func process(_ text: String) -> RecordID<CareProcess> { Made.id(text) }

    /// a with b (with d) and c; e beside a.
    private static func tree() throws -> ProcessTree {
        var tree = try ProcessTree(id: Made.id("t"), unit: "N")
        for (child, parent) in [("a", nil), ("b", "a"), ("c", "a"), ("d", "b"), ("e", nil)] as [(String, String?)] {
            try tree.add(process(child), under: parent.map(process))
        }
        return tree
    }

    @Test("puts no process under itself or one of its parts", arguments: ["a", "b", "d"])
    func cycles(parent: String) throws {
        var tree = try Self.tree()
        let before = tree
        #expect(
            refusal { try tree.move(Self.process("a"), under: Self.process(parent)) } == Refusal("D-PRO-4", "parent")
        )
        #expect(tree == before)
        #expect(refusal { try tree.move(Self.process("a"), under: Self.process("e")) } == nil)
    }

    @Test("moves a process with all its parts, to the place asked for")
    func move() throws {
        var tree = try Self.tree()
        try tree.move(Self.process("b"), under: nil, before: Self.process("e"))
        #expect(tree.children(of: nil) == ["a", "b", "e"].map(Self.process))
        #expect(tree.children(of: Self.process("b")) == [Self.process("d")])
        #expect(tree.ancestors(of: Self.process("d")) == [Self.process("b")])
        #expect(
            refusal { try tree.move(Self.process("c"), under: nil, before: Self.process("d")) }
                == Refusal("D-PRO-4", "sibling")
        )
        #expect(refusal { try tree.move(Self.process("x"), under: nil) } == Refusal("D-PRO-4", "process"))
        #expect(try JSON.roundTrip(tree) == tree)
    }

    @Test("has each process once and loses no part by removal")
    func addAndRemove() throws {
        var tree = try Self.tree()
        #expect(refusal { try tree.add(Self.process("b"), under: Self.process("e")) } == Refusal("D-PRO-4", "process"))
        #expect(refusal { try tree.add(Self.process("f"), under: Self.process("x")) } == Refusal("D-PRO-4", "parent"))
        #expect(refusal { try tree.add(Self.process("f"), under: Self.process("f")) } == Refusal("D-PRO-4", "parent"))
        #expect(refusal { try tree.add(Self.process("f"), under: Self.process("e")) } == nil)
        #expect(refusal { try tree.remove(Self.process("b")) } == Refusal("D-PRO-4", "children"))
        #expect(refusal { try tree.remove(Self.process("d")) } == nil)
        #expect(refusal { try tree.remove(Self.process("b")) } == nil)
    }

    @Test("is refused from a file when it is none")
    func decoded() throws {
        let text = try JSON.text(Self.tree()).replacing(#"{"process":"a"}"#, with: #"{"parent":"d","process":"a"}"#)
        let refused = #expect(throws: RuleViolation.self) { try JSON.value(ProcessTree.self, from: text) }
        #expect(refused.map(Refusal.init) == Refusal("D-PRO-4", "parent"))
    }
}
