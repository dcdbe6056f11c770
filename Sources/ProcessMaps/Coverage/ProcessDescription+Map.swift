import QualityCore

extension ProcessDescription {
    /// What is wrong in the map and not accepted; empty without a map.
    var unresolvedFindings: [MapFinding] {
        map?.unresolvedFindings(steps: steps.value ?? []) ?? []
    }

    /// What each step needs: those listed, by the map where the list does not tell, then those of the map alone.
    ///
    /// `nil` where neither list nor map tells of any steps; a step of the map without an answer that someone has accepted
    /// is left out.
    var routineNeeds: [(step: ProcessStep.ID, need: Stated<ProcessStep.RoutineNeed>?)]? {
        guard steps.value != nil || map != nil else { return nil }
        let listed = steps.value ?? []
        let drawn = (map.map { MapIndex($0.map).nodes } ?? []).compactMap { node in
            node.activity.map { (step: ProcessStep.ID(node.id), need: $0.routineNeed.map(Stated.value)) }
        }
        let answers = Dictionary(drawn) { first, _ in first }
        let known = Set(listed.map(\.id))
        let lacking = Set(unresolvedFindings.filter { $0.kind == .noRoutine }.map { ProcessStep.ID($0.element) })
        return listed.map { step in
            let isTold = step.routineNeed.map { $0.value?.isAnswered != false } ?? false
            return (step.id, isTold ? step.routineNeed : answers[step.id] ?? step.routineNeed)
        }
            + drawn.filter {
                !known.contains($0.step) && ($0.need?.value?.isAnswered == true || lacking.contains($0.step))
            }
    }
}

extension ProcessStep.ID {
    /// The code of the step that a node of a map is.
    init(_ node: MapElementID) {
        self.init(rawValue: node.rawValue)
    }
}

/// Which processes have which map in force on a day.
struct MapsInForce {
    /// A map as people know it again: a file may use an identity that many files use.
    private struct Key: Hashable {
        let names: [String]

        init(_ map: ProcessMap) {
            names = [map.id.rawValue, map.name] + map.allProcesses.flatMap { [$0.id.rawValue, $0.name] }
        }
    }

    private let processes: [Key: [RecordID<CareProcess>]]

    init(_ all: [CareProcess], on day: CalendarDate) {
        let pairs = all.compactMap { process in
            process.versions.inForce(on: day)?.content.map.map { (Key($0.map), [process.id]) }
        }
        processes = Dictionary(pairs, uniquingKeysWith: +)
    }

    func others(than process: RecordID<CareProcess>, with map: ProcessMap?) -> [RecordID<CareProcess>] {
        map.flatMap { processes[Key($0)] }?.filter { $0 != process } ?? []
    }
}
