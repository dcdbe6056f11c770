import ProcessMaps
import QualitySamples
import Testing

@Suite("A sample process map")
struct SampleMapTests {
    @Test("of deviation handling is sound, without findings, and says who does each step by which routine")
    func deviationHandling() {
        let map = ProcessMap.deviationHandling
        #expect(map.findings().isEmpty)
        #expect(map.soundness().isSound)
        #expect(map.pools.first?.process?.body.lanes.count == 4)
    }
}
