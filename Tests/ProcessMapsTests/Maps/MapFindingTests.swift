import ProcessMaps
import QualityCore
import TestSupport
import Testing

@Suite("The checks of a process map", .requirement("D-PRO-5"))
struct MapFindingTests {
    /// A sound process; a case leaves out a line, changes one or adds some.
    private static let sound = [
        "lane l1 \"Handläggare\"", "  holds start a g b c j", "lane l2 \"Chef\"", "  holds d slut",
        "start start", "step a \"Utred\"", "  routines r1", "parallel g", "step b \"Ring\"", "  routines r3",
        "step c \"Skriv\"", "  no-routine \"mall finns\"", "parallel j", "step d \"Besluta\"", "  routines r2",
        "end slut",
        "flow start -> a", "flow a -> g", "flow g -> b", "flow g -> c", "flow b -> j", "flow c -> j",
        "flow j -> d \"Förslag\"", "flow d -> slut",
    ]

    private static func map(_ lines: [String], _ beside: [String] = []) throws -> ProcessMap {
        try ProcessMap(text: (["map m", "process p"] + lines.map { "  " + $0 } + beside).joined(separator: "\n"))
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var instead: [String: String] = [:]
        var with: [String] = []
        var beside: [String] = []
        let found: [MapFinding]
    }

    private static let examples: [Example] = [
        Example(testDescription: "a sound map", found: []),
        Example(
            testDescription: "a step that nothing leads to",
            with: ["step x \"X\"", "  routines r1", "lane l3 \"Chef\"", "  holds x", "flow x -> d"],
            found: [MapFinding(.unreachable, in: "x")]
        ),
        Example(
            testDescription: "a step after which nothing follows",
            with: ["lane l3 \"Chef\"", "  holds x", "step x \"X\"", "  routines r1", "flow d -> x"],
            found: [MapFinding(.deadEnd, in: "x")]
        ),
        Example(
            testDescription: "steps that go round for ever",
            with: [
                "lane l3 \"Chef\"", "  holds x y", "step x \"X\"", "  routines r1", "step y \"Y\"", "  routines r1",
                "flow d -> x", "flow x -> y", "flow y -> x",
            ],
            found: [MapFinding(.neverEnds, in: "x"), MapFinding(.neverEnds, in: "y")]
        ),
        Example(
            testDescription: "no start",
            instead: ["start start": "", "flow start -> a": "", "  holds start a g b c j": "  holds a g b c j"],
            found: [MapFinding(.noStart, in: "p")]
        ),
        Example(
            testDescription: "no end",
            instead: ["end slut": "", "flow d -> slut": "", "  holds d slut": "  holds d"],
            found: [MapFinding(.noEnd, in: "p")]
        ),
        Example(
            testDescription: "ways at the same time that each end by themselves",
            instead: ["flow c -> j": "flow c -> slut2 \"brev\""],
            with: ["end slut2"],
            found: [MapFinding(.neverJoins, in: "g")]
        ),
        Example(
            testDescription: "ways at the same time that meet without waiting",
            instead: ["parallel j": "choice j"],
            found: [MapFinding(.neverJoins, in: "g")]
        ),
        Example(
            testDescription: "one way that is joined as if all had been taken",
            instead: ["parallel g": "choice g"],
            found: [MapFinding(.standstill, in: "j")]
        ),
        Example(
            testDescription: "a way past the others to what ends",
            with: ["flow a -> d \"Bråttom\""],
            found: [MapFinding(.leftOver, in: "slut")]
        ),
        Example(
            testDescription: "two ways at once to one step",
            with: ["flow a -> b"],
            found: [MapFinding(.doubled, in: "b")]
        ),
        Example(
            testDescription: "an end that stops ever more rounds, which nobody can count",
            instead: ["flow d -> slut": "flow d -> k", "end slut": "end slut terminate"],
            with: ["lane l3 \"Chef\"", "  holds k", "parallel k", "flow k -> d", "flow k -> slut"],
            found: [MapFinding(.neverJoins, in: "k"), MapFinding(.notDecided, in: "p")]
        ),
        Example(
            testDescription: "a step in no lane",
            instead: ["  holds start a g b c j": "  holds start a g b j"],
            found: [MapFinding(.noRole, in: "c")]
        ),
        Example(
            testDescription: "steps without routine, without reason and without name",
            instead: [
                "  routines r2": "", "  no-routine \"mall finns\"": "", "step b \"Ring\"": "step b",
                "  routines r3": "  routines",
            ],
            found: [
                MapFinding(.noRoutine, in: "c"), MapFinding(.noRoutine, in: "d"), MapFinding(.unnamedStep, in: "b"),
                MapFinding(.noRoutine, in: "b"),
            ]
        ),
        Example(
            testDescription: "a hand-over without a name",
            instead: ["flow j -> d \"Förslag\"": "flow j -> d \" \""],
            found: [MapFinding(.unnamedHandOver, in: "j-d")]
        ),
        Example(
            testDescription: "flows to nowhere and a default that is no flow",
            instead: ["parallel g": "choice g default=borta", "parallel j": "choice j"],
            with: ["flow d -> borta"],
            found: [MapFinding(.unknownReference, in: "g"), MapFinding(.unknownReference, in: "d-borta")]
        ),
        Example(
            testDescription: "steps that send and wait for what is no message of the map",
            instead: [
                "step a \"Utred\"": "step a \"Utred\" receive=känd", "step b \"Ring\"": "step b \"Ring\" send=okänd",
            ],
            beside: ["message känd \"Rapport\""],
            found: [MapFinding(.unknownReference, in: "b")]
        ),
        Example(
            testDescription: "two elements with one identity",
            with: ["note a \"a\""],
            found: [MapFinding(.doubledIdentity, in: "a")]
        ),
        Example(
            testDescription: "a node in two lanes",
            with: ["lane l3 \"Chef\"", "  holds a"],
            found: [MapFinding(.inSeveralLanes, in: "a")]
        ),
        Example(
            testDescription: "flows to a start and from an end",
            with: ["flow slut -> d id=x", "flow a -> start id=y"],
            found: [MapFinding(.flowPastEnds, in: "x"), MapFinding(.flowPastEnds, in: "y")]
        ),
        Example(
            testDescription: "links to none and to two",
            with: [
                "lane l3 \"Handläggare\"", "  holds k k2 k3 i", "milestone k link=A", "milestone k2 link=B",
                "event k3 link=B", "event i link=B", "flow a -> k", "flow a -> k2", "flow k3 -> b", "flow i -> b",
            ],
            found: [
                MapFinding(.deadEnd, in: "k"), MapFinding(.unmatchedLink, in: "k"),
                MapFinding(.unmatchedLink, in: "k2"),
                MapFinding(.unmatchedLink, in: "k3"), MapFinding(.unmatchedLink, in: "i"),
            ]
        ),
        Example(
            testDescription: "an event on the border of a gateway",
            with: ["border x of=g timer", "flow x -> j"],
            found: [MapFinding(.wrongHost, in: "x")]
        ),
        Example(
            testDescription: "messages without name, to nowhere and within a party",
            beside: [
                "pool q \"Q\"", "  process q-process", "    step e \"E\"", "      routines r1", "    start f",
                "    end h",
                "    flow f -> e", "    flow e -> h", "flow q -> d id=m1", "flow q -> borta \"Brev\" id=m2",
                "flow e -> q \"Brev\" id=m3",
            ],
            found: [
                MapFinding(.unnamedHandOver, in: "m1"), MapFinding(.unknownReference, in: "m2"),
                MapFinding(.messageInsidePool, in: "m3"),
            ]
        ),
        Example(
            testDescription: "a flow out of a sub-process",
            instead: [
                "step c \"Skriv\"": "subprocess c \"Skriv\"",
                "  no-routine \"mall finns\"": """
                  start c1
                    step c2 "Rita"
                      routines r1
                    end c3
                    flow c1 -> c2
                    flow c2 -> c3
                """,
            ],
            with: ["flow c2 -> d \"Bild\""],
            found: [MapFinding(.crossesBorder, in: "c2-d")]
        ),
        Example(
            testDescription: "what stands beside the flow, which is not asked to be reached",
            with: [
                "lane l3 \"Handläggare\"", "  holds u e2 s h", "step u \"Ångra\" compensates", "  routines r1",
                "border e2 of=a compensation", "subprocess s \"Klagomål\" event", "  start s1 message beside",
                "  end s2",
                "  flow s1 -> s2", "subprocess h \"Hjälp\" adHoc", "  step h1 \"Läs\"", "    routines r1",
                "  step h2 \"Skriv\"", "    routines r1", "flow a -> h", "flow h -> j",
            ],
            found: []
        ),
    ]

    @Test("name each element that is wrong and what is wrong with it", arguments: examples)
    func finding(example: Example) throws {
        for line in example.instead.keys { try #require(Self.sound.contains(line), "\(line)") }
        let lines = Self.sound.map { example.instead[$0] ?? $0 }
        let map = try Self.map(lines + example.with, example.beside)
        #expect(Set(map.findings()) == Set(example.found))
        #expect(map.findings().count == example.found.count)
        let index = MapIndex(map)
        for finding in example.found {
            let message = finding.message(in: index)
            #expect(message.swedish.hasSuffix(finding.kind.label.swedish))
            #expect(message.swedish != message.english)
        }
    }

    @Test("tell by what way tokens come to a fault, and after how many states nobody knows")
    func evidence() throws {
        func message(of description: String) throws -> LocalizedText {
            let example = try #require(Self.examples.first { $0.testDescription.hasPrefix(description) })
            let map = try Self.map(Self.sound.map { example.instead[$0] ?? $0 } + example.with)
            let finding = try #require(map.findings().last { $0.evidence != nil })
            #expect(try JSON.roundTrip(finding) == finding && JSON.roundTrip(finding).evidence == nil)
            return finding.message(in: MapIndex(map))
        }
        #expect(
            try message(of: "one way").english
                == "Gateway “j”: the case can stand still here (start → Utred → g → Ring)"
        )
        #expect(try message(of: "a way past").swedish.hasSuffix("(start → Utred → Besluta → slut)"))
        #expect(try message(of: "ways at the same time that meet").swedish.contains("aldrig igen (start → Utred → g"))
        #expect(try message(of: "an end that stops").english.hasSuffix("(after 10000 states)"))
    }

    @Test("have an example of each kind of finding")
    func examplesOfAll() {
        #expect(Set(Self.examples.flatMap(\.found).map(\.kind)) == Set(MapFinding.Kind.allCases))
    }

    @Test("take role and routines from the step of the same identity in the list of the process")
    func listed() throws {
        let map = try Self.map(["start s", "step a \"A\"", "end e", "flow s -> a", "flow a -> e"])
        #expect(map.findings() == [MapFinding(.noRole, in: "a"), MapFinding(.noRoutine, in: "a")])
        #expect(map.findings(steps: [Made.step("a")]).isEmpty)
        #expect(map.findings(steps: [Made.step("a", role: nil)]) == [MapFinding(.noRole, in: "a")])
        #expect(map.findings(steps: [Made.step("a", need: nil)]) == [MapFinding(.noRoutine, in: "a")])
        #expect(map.findings(steps: [Made.step("a", need: .notStated(source: "gammal"))]).isEmpty)
    }

    @Test("name elements of the map alone, each finding once, of any map", arguments: Seeds.some(200))
    func anyMap(seed: UInt64) {
        let map = DrawnMap.map(seed: seed)
        let index = MapIndex(map)
        let findings = map.findings()
        #expect(Set(findings).count == findings.count)
        #expect(findings.allSatisfy { index.element($0.element) != nil })
        #expect(findings == MapIndex(map).findings())
    }

    @Test("are of a tangle of a thousand steps in less than a second", arguments: Seeds.some(2))
    func tangles(seed: UInt64) {
        var longest = 0.0
        for number in 0..<12 {
            let other: MapGateway = number.isMultiple(of: 2) ? .exclusive() : .inclusive()
            var map = RandomMap(seed: seed &+ UInt64(number), size: 600, gateways: [.parallel, other])
            for _ in 0..<number { map.disturb() }
            let made = map.map
            longest = max(longest, ProcessorTime.seconds { _ = made.findings() })
        }
        print("Checks: seed \(seed), 12 tangles of up to a thousand steps, the longest took \(longest) s")
        #expect(longest < 1)
    }

    @Test("are of a thousand steps in less than a second")
    func large() {
        let map = ProcessMap("Stor") {
            lane("Handläggare") {
                start()
                for number in 0..<200 {
                    parallel {
                        branch { step("Ring \(number)").withoutRoutine(because: "känt") }
                        branch { step("Skriv \(number)").withoutRoutine(because: "känt") }
                    }
                    choice("Mer \(number)?") {
                        branch("ja") { step("Gör \(number)").withoutRoutine(because: "känt") }
                        branch("nej")
                    }
                }
                end()
            }
        }
        #expect(MapIndex(map).nodes.count > 1_000)
        var findings: [MapFinding] = []
        let time = ProcessorTime.seconds { findings = map.findings() }
        #expect(findings.isEmpty)
        #expect(time < 1, "\(time) s")
    }
}
