import ProcessMaps
import QualityCore
import TestSupport
import Testing

@Suite("A process map as text")
struct MapTextTests {
    private static let example = """
        map verkställighet "Verkställighet"

        message beställning "Beställning"

        pool kommunen "Kommunen"
          process kommunen-process "Kommunen"
            lane enhetschef "Enhetschef"
              holds uppdrag bekräfta planera
            lane undersköterska "Undersköterska"
              holds ge-stöd för-sent räcker klart
            start uppdrag "Uppdrag kommer" message=beställning
            step planera "Planera insatsen" user
              about "Tillsammans med den enskilde."
              about ""
              about "Se \\"planen\\"."
              routines r1 r2
            step bekräfta "Bekräfta beställningen" send=beställning
            step ge-stöd "Ge stöd" repeats=loop
              no-routine "står i planen"
            border för-sent "En månad har gått" of=ge-stöd beside duration="P1M"
            choice räcker "Räcker stödet?" default=räcker-klart
            end klart "Insatsen är given"
            flow uppdrag -> planera
            flow planera -> ge-stöd "Genomförandeplan"
            flow ge-stöd -> räcker
            flow räcker -> klart "ja"
            flow räcker -> planera "nej" id=om if="stödet räcker inte"
            object plan-object "Plan"
            reference plan "Plan" of=plan-object state="utkast"
            writes planera plan
            note n1 "Minst en gång\\nom året"
            tie n1 -- planera

        pool regionen "Regionen"

        flow regionen -> uppdrag "Remiss" message=beställning

        diagram verkställighet
          shape kommunen 0,0,800,300.5 horizontal
          edge om 10,20 30,20 30,40 label=12,5,40,14

        """

    @Test("is the same again when it is read and written")
    func identity() throws {
        let map = try ProcessMap(text: Self.example)
        #expect(map.text == Self.example)
        #expect(try ProcessMap(text: map.text) == map)
        let index = MapIndex(map)
        #expect(index.node("planera")?.documentation == "Tillsammans med den enskilde.\n\nSe \"planen\".")
        #expect(index.outgoing("räcker").map(\.id) == ["räcker-klart", "om"])
        #expect(index.role(of: "ge-stöd") == "Undersköterska")
        #expect(index.element("n1")?.name == "Minst en gång\nom året")
    }

    @Test("may be written with comments, blank lines, another indentation and any line ends")
    func free() throws {
        let written = Self.example.split(separator: "\n").map { line in
            let spaces = line.prefix { $0 == " " }
            return spaces + spaces + line.dropFirst(spaces.count) + "   # så här\r\n"
        }
        let map = try ProcessMap(text: "\u{FEFF}# Karta\r" + written.joined(separator: "\n"))
        #expect(map.text == Self.example)
    }

    @Test("loses nothing of any map, in words and in stored records", arguments: Seeds.some(400))
    func wholeMap(seed: UInt64) throws {
        let map = DrawnMap.map(seed: seed)
        let text = map.text
        let read = try ProcessMap(text: text)
        #expect(read == map)
        #expect(read.text.unicodeScalars.elementsEqual(text.unicodeScalars))
        #expect(try JSON.roundTrip(map) == map)
    }

    @Test(
        "names the line and the column of its first fault",
        arguments: [
            ("", 1, 1, .noMap), ("# bara", 1, 1, .noMap), ("\n  process p", 2, 3, .noMap),
            ("map", 1, 4, .incomplete), ("map m \"Karta", 1, 7, .openText), ("map m \"\\q\"", 1, 8, .escape),
            ("map m \"\\u{110000}\"", 1, 8, .escape), ("map m \"\\", 1, 8, .escape),
            ("map å \"å\" x", 1, 11, .unexpected),
            ("map m\n\tprocess p", 2, 1, .tab), ("map m\nlane l", 2, 1, .keyword),
            ("map m\n\"process\" p", 2, 1, .keyword),
            ("map m\nprocess p\n  step", 3, 7, .incomplete),
            ("map m\nprocess p\n  step s\n step t", 4, 2, .indentation),
            ("map m\nprocess p\n  step s user manual", 3, 15, .unexpected),
            ("map m\nprocess p\n  step s user=x", 3, 10, .unexpected),
            ("map m\nprocess p\n  step s send=x send", 3, 17, .unexpected),
            ("map m\nprocess p\n  step s repeats=ofta", 3, 10, .unexpected),
            ("map m\nprocess p\n  step s =x", 3, 10, .unexpected),
            ("map m\nprocess p\n  step s default=", 3, 18, .incomplete),
            ("map m\nprocess p\n  step s\n    step t", 4, 5, .keyword),
            ("map m\nprocess p\n  step s\n    routines å", 4, 14, .routine),
            ("map m\nprocess p\n  flow a b", 3, 10, .incomplete), ("map m\nprocess p\n  border b", 3, 11, .incomplete),
            ("map m\nprocess p\n  reads a d x=1", 3, 13, .unexpected),
            ("map m\npool p\n  process a\n  process b", 4, 3, .secondProcess),
            ("map m\ndiagram m\n  shape a 1,2,3", 3, 11, .number),
            ("map m\ndiagram m\n  shape a 1,2,3,nan", 3, 11, .number),
            ("map m\ndiagram m\n  edge a 1,2 3,4 label=1", 3, 18, .number),
            ("map m\nnote n \"x\"\n  about \"y\"", 3, 3, .keyword),
        ] as [(String, Int, Int, MapTextError.Problem)]
    )
    func faults(text: String, line: Int, column: Int, problem: MapTextError.Problem) {
        #expect(throws: MapTextError(line: line, column: column, problem)) { try ProcessMap(text: text) }
    }

    @Test("is read or refused in whole however it is damaged", arguments: Seeds.some(100))
    func damaged(seed: UInt64) {
        var draws = Draws(seed: seed)
        let text = Array((draws.happens(percent: 50) ? Self.example : DrawnMap.map(seed: seed).text).utf8)
        for _ in 0..<30 {
            var bytes = text
            for _ in 0...draws.below(3) {
                let place = draws.below(bytes.count)
                switch draws.below(4) {
                case 0: bytes[place] = UInt8(truncatingIfNeeded: draws.next())
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + draws.below(30)))
                case 2:
                    bytes.insert(
                        contentsOf: draws.pick(["\"", "\n", "  ", "\\", "=", "\t", "\u{301}"]).utf8,
                        at: place
                    )
                default: bytes.insert(contentsOf: bytes[draws.below(place + 1)...place], at: place)
                }
                if bytes.isEmpty { return }
            }
            let damaged = String(decoding: bytes, as: UTF8.self)
            let lines = damaged.split { $0.isNewline }.count + damaged.count { $0.isNewline }
            do throws(MapTextError) {
                let map = try ProcessMap(text: damaged)
                #expect((try? ProcessMap(text: map.text)) == map)
            } catch {
                #expect((1...lines + 1).contains(error.line) && error.column >= 1)
            }
        }
    }

    @Test("is read to the deepest nesting that maps may have, and refused beyond it")
    func depth() throws {
        func nested(_ levels: Int) -> ProcessMap {
            var lane = MapLane(id: "l")
            for _ in 1..<ProcessMap.maximumDepth { lane = MapLane(id: "l", lanes: [lane]) }
            var body = MapBody(lanes: [lane])
            for _ in 0..<levels {
                body = MapBody(nodes: [MapNode(id: "s", kind: .activity(MapActivity(.subProcess(.init(body: body)))))])
            }
            return ProcessMap(id: "m", pools: [MapPool(id: "p", process: MapProcess(id: "q", body: body))])
        }
        let deepest = nested(ProcessMap.maximumDepth)
        #expect(try ProcessMap(text: deepest.text) == deepest)
        let deeper = nested(2 * ProcessMap.maximumDepth)
        #expect(throws: MapTextError.self) { try ProcessMap(text: deeper.text) }
        #expect(throws: EncodingError.self) { try JSON.text(deeper) }
    }

    @Test("tells what is wrong in both languages", arguments: MapTextError.Problem.allCases)
    func labels(problem: MapTextError.Problem) {
        let error = MapTextError(line: 3, column: 5, problem)
        #expect(error.description == "line 3, column 5: \(problem.label(.english))")
        #expect(error.message(.swedish).hasPrefix("rad 3, kolumn 5: "))
        #expect(problem.label(.swedish) != problem.label(.english))
    }
}
