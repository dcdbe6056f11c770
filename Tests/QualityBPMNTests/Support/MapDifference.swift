import ProcessMaps

/// Says where two maps that should be equal are not; shorter than both of them in the message of a test.
enum MapDifference {
    static func first(_ one: ProcessMap, _ other: ProcessMap) -> String? {
        if one == other { return nil }
        if one.name != other.name || one.id != other.id || one.documentation != other.documentation {
            return "\(one.id) \(one.name) for \(other.id) \(other.name)"
        }
        if one.diagrams != other.diagrams { return "the diagrams differ" }
        let (ones, others) = (MapIndex(one).elements, MapIndex(other).elements)
        for (one, other) in zip(ones, others) where one != other {
            if let body = one.body, let otherBody = other.body {
                if body == otherBody { return "\(one.name) for \(other.name)" }
                continue
            }
            return "\(one) for \(other)"
        }
        return "\(ones.count) for \(others.count) elements"
    }
}

extension MapElement {
    fileprivate var body: MapBody? {
        switch self {
        case .node(let node): node.body
        case .process(let process): process.body
        case .pool(let pool): pool.process?.body
        default: nil
        }
    }
}
