import ProcessMaps
import QualityCore
import TestSupport
import Testing

@Suite("The coverage of a process with a map", .requirement("D-PRO-5", "D-PRO-6"))
struct MapCoverageTests {
    private static let today = day("2021-06-01")

    private static func map(id: MapElementID? = nil) -> ProcessMap {
        ProcessMap("Planering", id: id) {
            start()
            step("Planera", id: "s1")
            lane("Handläggare") { step("Ring upp").by(Made.id("r2")) }
            step("Skriv")
            end("Klart")
        }
    }

    private static func process(_ map: CheckedMap?, id: String = "p") throws -> CareProcess {
        let plain = try Made.description()
        let description = try ProcessDescription(
            purpose: plain.purpose,
            start: plain.start,
            end: plain.end,
            inputs: plain.inputs,
            outputs: plain.outputs,
            roles: plain.roles,
            steps: plain.steps,
            coOperationInside: plain.coOperationInside,
            coOperationOutside: plain.coOperationOutside,
            map: map
        )
        return try Made.process(id).approved(description, on: "2021-01-01")
    }

    private static func findings(_ processes: CareProcess..., aspect: CoverageAspect) throws -> [CoverageFinding] {
        let routines = try ["r1", "r2"].map { try Made.routine($0).approved(on: "2021-01-01", reviewBy: "2021-12-31") }
        let coverage = ManagementCoverage(
            of: processes,
            routines: Array(routines),
            staff: nil,
            in: try Organisation([OrganisationUnit(id: "N", name: "Nämnd", level: .board, parent: nil)]),
            evidence: ManagementEvidence(),
            asOf: today,
            under: Made.law
        )
        return coverage[processes[0].id].filter { $0.aspect == aspect }.flatMap(\.findings)
    }

    @Test("counts steps of the map without role and routine, where the list of steps does not tell them")
    func steps() throws {
        let process = try Self.process(CheckedMap(Self.map()))
        #expect(try Self.findings(process, aspect: .steps) == [.stepWithoutRole("skriv")])
        #expect(try Self.findings(process, aspect: .routines) == [.stepWithoutRoutine("skriv")])
    }

    @Test("judges the routines that the map names as those of the list")
    func routines() throws {
        var map = Self.map()
        let step = try #require(map.processes[0].body.nodes.firstIndex { $0.id == "skriv" })
        let need = ProcessStep.RoutineNeed.routines([Made.id("r9")])
        map.processes[0].body.nodes[step].kind = .activity(MapActivity(routineNeed: need))
        let process = try Self.process(CheckedMap(map))
        #expect(try Self.findings(process, aspect: .routines) == [.routineNotInForce(Made.id("r9"), step: "skriv")])
    }

    @Test("counts what else is wrong in the map, until someone accepts it for a reason")
    func accepted() throws {
        var map = Self.map()
        map.processes[0].body.sequenceFlows.removeLast()
        let found = MapFinding(.deadEnd, in: "skriv")
        #expect(map.findings().contains(found))
        let open = try Self.findings(Self.process(CheckedMap(map)), aspect: .steps)
        #expect(open.contains(.mapFinding(found)))
        let all = try CheckedMap(map, accepted: map.findings().map { .init($0, reason: "pågår") })
        #expect(try Self.findings(Self.process(all), aspect: .steps).isEmpty)
        #expect(try Self.findings(Self.process(all), aspect: .routines).isEmpty)
        #expect(
            refusal { _ = try CheckedMap(map, accepted: [.init(found, reason: " ")]) }
                == Refusal("D-PRO-5", "map.accepted")
        )
        #expect(throws: RuleViolation.self) {
            try JSON.value(CheckedMap.self, from: JSON.text(all).replacing("pågår", with: " "))
        }
    }

    @Test("finds one map in force for two processes, on the days when it is")
    func twoValid() throws {
        let first = try Self.process(CheckedMap(Self.map()), id: "p")
        let second = try Self.process(CheckedMap(Self.map()), id: "q")
        let other = try Self.process(CheckedMap(Self.map(id: "annan")), id: "r")
        let found = CoverageFinding.mapInForceElsewhere(Made.id("q"))
        #expect(try Self.findings(first, second, other, aspect: .steps).contains(found))
        #expect(try !Self.findings(first, other, aspect: .steps).contains(found))
        var ended = second
        try ended.withdraw(
            1,
            by: Made.signature("2021-03-01"),
            reason: "dubblett",
            lastDay: day("2021-03-31"),
            under: Made.law
        )
        #expect(try !Self.findings(first, ended, aspect: .steps).contains(found))
    }

    @Test("is that of before for a stored process of the time without maps, and keeps a map that is stored")
    func stored() throws {
        let old: [CareProcess] = try JSON.fixture("Payloads/v1/process.json")
        #expect(old.allSatisfy { $0.versions.versions.allSatisfy { $0.content.map == nil } })
        let new: [CareProcess] = try JSON.fixture("Payloads/v2/process.json")
        #expect(new.count == old.count)
        let version = try #require(new[0].versions.versions.last)
        let drawn = try #require(version.content.map)
        #expect(MapIndex(drawn.map).node("ring")?.name == "Ring upp")
        #expect(drawn.unresolvedFindings(steps: version.content.steps.value ?? []).isEmpty)
        #expect(try JSON.roundTrip(new) == new)
        #expect(CareProcess.schemaVersion == 2)
    }
}
