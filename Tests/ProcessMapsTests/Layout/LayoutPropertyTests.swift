import ProcessMaps
import TestSupport
import Testing

@Suite("Every map is laid out soundly")
struct LayoutPropertyTests {
    @Test("Maps in which anything is tied to anything", arguments: Seeds.some(400))
    func tangled(seed: UInt64) throws {
        let map = TangledMap.map(seed: seed, size: 3 + Int(seed % 12))
        let laidOut = try map.laidOut()
        #expect(LayoutProperties.faults(in: laidOut).isEmpty, "seed \(seed)")
        #expect(try map.laidOut() == laidOut, "seed \(seed)")
    }

    @Test("Maps of splits, joins and loops, disturbed", arguments: Seeds.some(60))
    func disturbed(seed: UInt64) throws {
        var random = RandomMap(seed: seed, size: 5 + Int(seed % 60))
        for _ in 0..<seed % 7 { random.disturb() }
        var map = random.map
        for place in map.processes[0].body.sequenceFlows.indices {
            map.processes[0].body.sequenceFlows[place].id = MapElementID("flow\(place)")
        }
        #expect(LayoutProperties.faults(in: try map.laidOut()).isEmpty, "seed \(seed)")
    }

    @Test("What is laid out is laid out again in the same way")
    func again() throws {
        for seed in Seeds.some(50) {
            let laidOut = try TangledMap.map(seed: seed, size: 8).laidOut()
            #expect(try laidOut.laidOut() == laidOut, "seed \(seed)")
        }
    }

    @Test("Maps that are wrong in any way are laid out soundly or refused by what is wrong")
    func drawn() {
        var laidOut = 0
        for seed in Seeds.some(300) {
            let map = DrawnMap.map(seed: seed)
            do throws(MapLayoutError) {
                let faults = LayoutProperties.faults(in: try map.laidOut())
                #expect(faults.isEmpty, "seed \(seed)")
                laidOut += 1
            } catch {
                #expect(!error.findings.isEmpty)
            }
        }
        #expect(laidOut > 0)
    }
}
