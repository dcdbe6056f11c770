import ProcessMaps
import QualityCore
import TestSupport
import Testing

@Suite("A process map for other drawing programs")
struct MapGraphTextTests {
    private static let support = ProcessMap("Verkställighet \"A\"") {
        pool("Kommunen") {
            lane("Enhetschef") {
                start("Uppdrag")
                step("Planera <b> & \"följ\" #upp; 100 % \\n", .user, id: "plan")
                subProcess("Ge stöd", id: "ge") { step("Hälsa") }
                choice("Räcker?", id: "val") {
                    branch("ja", isDefault: true) { end("Klart", id: "klart") }
                    branch("nej") { go(to: "plan") }
                }
            }
        }
        pool("Regionen")
        message("Remiss", from: "regionen", to: "plan")
    }

    @Test("is a flowchart of Mermaid with roles as frames")
    func mermaid() {
        let graph = Self.support.mermaid(overlay: MapOverlay(.risks, ["plan": 2]), language: .swedish)
        #expect(
            graph.text == """
                flowchart LR
                  accTitle: Verkställighet #34;A#34;
                  subgraph n1["Kommunen"]
                    subgraph n2["Enhetschef"]
                      n3(["Uppdrag"])
                      n4["Planera #60;b#62; #38; #34;följ#34; #35;upp#59; 100 #37; #92;n<br/>(aktivitet med systemstöd)<br/>Risker 2"]
                      subgraph n5["Ge stöd<br/>(delprocess)"]
                        n6["Hälsa"]
                      end
                      n7{"Räcker?<br/>(val av en väg)"}
                      n8(["Klart"])
                    end
                  end
                  subgraph n9["Regionen"]
                  end
                  n3 --> n4
                  n4 --> n5
                  n5 --> n7
                  n7 -->|"ja (annars)"| n8
                  n7 -->|"nej"| n4
                  n9 -.->|"Remiss"| n4
                  classDef role fill:#eef3f5,stroke:#5a666d,color:#1c2529
                  classDef ends stroke-width:3px
                  class n1,n2,n5,n9 role
                  class n8 ends

                """
        )
        #expect(graph.unsaid.isEmpty)
    }

    @Test("is a graph in DOT with roles as clusters")
    func dot() {
        let text = Self.support.dot(language: .swedish).text
        #expect(
            text.contains(
                "label=\"Planera <b> &amp; \\\"följ\\\"\\n#upp; 100 % \\\\n\\n(aktivitet med\\nsystemstöd)\"]"
            )
        )
        #expect(text.contains("  subgraph cluster_n1 {"))
        #expect(text.contains("    subgraph cluster_n2 {"))
        #expect(text.contains("  n4 -> n5 [lhead=cluster_n5]"))
        #expect(
            text.contains(
                "  n9 -> n4 [style=dashed arrowtail=odot arrowhead=empty dir=both ltail=cluster_n9 label=\"Remiss\"]"
            )
        )
        #expect(text.hasPrefix("digraph map {\n") && text.hasSuffix("\n}\n"))
    }

    @Test("has words without meaning to either language for any map", arguments: Seeds.some(200))
    func anyMap(seed: UInt64) {
        let map = DrawnMap.map(seed: seed)
        let mermaid = map.mermaid(language: .english)
        let dot = map.dot(language: .english)
        #expect(mermaid == map.mermaid(language: .english))
        #expect(mermaid.unsaid == dot.unsaid)
        var depth = 0
        for line in mermaid.text.split(separator: "\n") {
            let line = line.drop { $0 == " " }
            #expect(line.unicodeScalars.filter { $0 == "\"" }.count.isMultiple(of: 2))
            if line.hasPrefix("subgraph ") { depth += 1 }
            if line == "end" { depth -= 1 }
            #expect(depth >= 0)
        }
        #expect(depth == 0)
        var isQuoted = false
        var isEscaped = false
        var braces = 0
        for character in dot.text.unicodeScalars {
            if isQuoted {
                if character == "\n" { Issue.record("a line ends in quotation marks") }
                if character == "\"", !isEscaped { isQuoted = false }
                isEscaped = character == "\\" && !isEscaped
            } else if character == "\"" {
                isQuoted = true
            } else if character == "{" || character == "}" {
                braces += character == "{" ? 1 : -1
            }
        }
        #expect(!isQuoted && braces == 0)
    }

    @Test("tells what it cannot say")
    func unsaid() {
        var map = Self.support
        map.artifacts = [MapArtifact(id: "g", kind: .group(nil)), MapArtifact(id: "n", kind: .annotation("Obs"))]
        map.associations = [
            MapAssociation(id: "a", from: "n", to: "plan"), MapAssociation(id: "b", from: "n", to: "val-klart"),
            MapAssociation(id: "c", from: "n", to: "ingenstans"),
        ]
        map.pools.append(MapPool(id: "ge", name: "Igen"))
        let graph = map.mermaid(language: .swedish)
        let expected: [(MapElementID, MapGraphText.Reason)] = [
            ("ge", .doubledIdentity), ("g", .frame), ("b", .lineToLine), ("c", .missingEnd),
        ]
        #expect(graph.unsaid.map(\.element) == expected.map(\.0))
        #expect(graph.unsaid.map(\.reason) == expected.map(\.1))
        #expect(graph.text.contains(" -.- n4"))
        #expect(graph.text.contains("[\"Igen\"]"))
    }
}
