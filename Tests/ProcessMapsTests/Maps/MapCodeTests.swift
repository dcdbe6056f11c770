import ProcessMaps
import QualityCore
import TestSupport
import Testing

@Suite("A process map written in code")
struct MapCodeTests {
    private static let support = ProcessMap("Verkställighet") {
        lane("Enhetschef") {
            start("Uppdrag kommer", .message(nil))
            step("Planera insatsen", .user).by(Made.id("r1")).reads("Beställning").writes("Plan")
            handOver("Genomförandeplan")
        }
        lane("Undersköterska") {
            step("Ge stöd").withoutRoutine(because: "står i planen")
                .on("En månad har gått", .timer(.duration("P1M")), isInterrupting: false) { end("Uppföljt") }
            choice("Räcker stödet?") {
                branch("ja", isDefault: true) { end("Insatsen är given") }
                branch("nej") {
                    handOver("Behov av ny plan")
                    lane("Enhetschef") { go(to: "planera-insatsen") }
                }
            }
        }
    }

    private func flows(_ map: ProcessMap) -> [String] {
        map.allProcesses.flatMap(\.body.sequenceFlows).map {
            "\($0.source) > \($0.target)" + ($0.name.isEmpty ? "" : ": \($0.name)")
        }
    }

    @Test("reads like the map: each part follows on the one before, and a lane comes back as often as the work does")
    func order() throws {
        let map = Self.support
        #expect(
            flows(map) == [
                "uppdrag-kommer > planera-insatsen",
                "planera-insatsen > ge-stöd: Genomförandeplan",
                "en-månad-har-gått > uppföljt",
                "ge-stöd > räcker-stödet",
                "räcker-stödet > insatsen-är-given: ja",
                "räcker-stödet > planera-insatsen: nej",
            ]
        )
        let body = try #require(map.processes.first).body
        #expect(body.lanes.map(\.name) == ["Enhetschef", "Undersköterska"])
        #expect(body.lanes.map(\.nodes.count) == [2, 5])
        let index = MapIndex(map)
        #expect(index.role(of: "ge-stöd") == "Undersköterska")
        #expect(index.boundaryEvents(of: "ge-stöd").map(\.name) == ["En månad har gått"])
        #expect(index.node("räcker-stödet")?.defaultFlow == "räcker-stödet-insatsen-är-given")
        #expect(index.node("planera-insatsen")?.activity?.routineNeed == .routines([Made.id("r1")]))
        #expect(body.dataAssociations.map(\.data) == [["beställning"], ["plan"]])
        #expect(index.duplicates.isEmpty)
    }

    @Test("lets the ways of a gateway meet again, but not those that have ended")
    func joins() {
        let map = ProcessMap("Ansökan") {
            start()
            parallel {
                branch { step("Ring") }
                branch { step("Skriv") }
            }
            whicheverFirst {
                branch {
                    event("Svar", .message(nil))
                    end("Klart")
                }
                branch { event("En vecka", .timer(.unspecified)) }
            }
            step("Ring", id: "igen")
            end()
        }
        #expect(
            flows(map) == [
                "start > gateway", "gateway > ring", "gateway > skriv", "ring > gateway-join",
                "skriv > gateway-join", "gateway-join > gateway-2", "gateway-2 > svar", "svar > klart",
                "gateway-2 > en-vecka", "en-vecka > igen", "igen > end",
            ]
        )
    }

    @Test("holds several parties, what passes between them, and sub-processes that stand beside the flow")
    func parties() throws {
        let map = ProcessMap("Hjälpmedel") {
            pool("Kommunen") {
                start("Behov")
                subProcess("Klagomål", .event) {
                    start("Klagomål kommer", .message(nil), isInterrupting: false)
                    end()
                }
                subProcess("Pröva ut") {
                    for name in ["Mät", "Prova"] { step(name) }
                }
                call("beställning", "Beställ")
                end()
            }
            pool("Regionen")
            message("Remiss", from: "beställ", to: "regionen")
        }
        #expect(map.processes.isEmpty)
        #expect(map.pools.map(\.name) == ["Kommunen", "Regionen"])
        #expect(map.pools.last?.process == nil)
        #expect(map.messageFlows.map(\.target) == ["regionen"])
        let index = MapIndex(map)
        #expect(index.scopes.map(\.id) == ["kommunen-process", "klagomål", "pröva-ut"])
        #expect(flows(map) == ["behov > pröva-ut", "pröva-ut > beställ", "beställ > end-2"])
        #expect(index.outgoing("mät").map(\.target) == ["prova"])
        #expect(index.container(of: "mät")?.parent == "kommunen-process")
        #expect(index.role(of: "mät") == "Kommunen")
        #expect(index.pool(of: "mät")?.id == "kommunen")
        #expect(index.pool(of: "regionen") == nil)
    }
}
