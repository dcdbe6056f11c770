import QualityCore

/// Why a map is not laid out: what is wrong in it that no drawing could show truly (*kan inte ritas*).
public struct MapLayoutError: Error, Hashable, Sendable {
    /// What is wrong, in the order of the elements; at least one.
    public let findings: [MapFinding]

    /// The findings that stand in the way.
    public init(_ findings: [MapFinding]) {
        self.findings = findings
    }
}

extension MapLayoutError: CustomStringConvertible {
    /// Each finding by the identity of its element, in English.
    public var description: String {
        findings.map { "\($0.element): \($0.kind.label.english)" }.joined(separator: "; ")
    }
}

extension MapIndex {
    /// What is wrong in the map and would be hidden, or be told wrongly, by a drawing.
    func obstacles() -> [MapFinding] {
        var found = findings().filter { finding in
            switch finding.kind {
            case .doubledIdentity, .crossesBorder, .inSeveralLanes, .wrongHost, .unmatchedLink: true
            case .unknownReference: element(finding.element)?.isFlow == true
            default: false
            }
        }
        for case .messageFlow(let flow) in elements where ![flow.source, flow.target].allSatisfy(canSend) {
            let finding = MapFinding(.unknownReference, in: flow.id)
            if !found.contains(finding) { found.append(finding) }
        }
        return found
    }

    private func canSend(_ id: MapElementID) -> Bool {
        switch element(id) {
        case .node, .pool, nil: true
        default: false
        }
    }
}

extension MapElement {
    fileprivate var isFlow: Bool {
        switch self {
        case .sequenceFlow, .messageFlow: true
        default: false
        }
    }
}
