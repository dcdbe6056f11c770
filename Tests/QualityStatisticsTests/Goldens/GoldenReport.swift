/// What the comparison of one golden file found.
struct GoldenReport: Sendable {
    let file: String
    var cases = 0
    var leaves = 0
    var listed = 0
    /// Leaves that were held against ours, met or not.
    var compared: [Leaf] = []
    var faults: [String] = []
    /// The positions in ``ListedLeaves/all`` of the entries that a leaf stands on.
    var entries: Set<Int> = []

    /// A leaf that was compared, and the whole of what it was compared in.
    struct Leaf: Sendable {
        let golden: GoldenCase
        let ours: GoldenTree
        let path: GoldenPath
        let value: GoldenTree
        let tolerance: GoldenTolerance?
    }

    /// The report of a file, by the adapter of it.
    init(_ file: GoldenFile, by adapter: any GoldenAdapter.Type) {
        self.file = file.name
        cases = file.cases.count
        for golden in file.cases {
            let unknown = golden.input.keys.union(golden.params.keys).subtracting(adapter.inputKeys).sorted()
            if !unknown.isEmpty { faults.append("\(golden.name): unknown keys of the input: \(unknown)") }
            do {
                compare(golden, with: try adapter.output(of: golden), rules: adapter.rules)
            } catch {
                leaves += golden.output.leaves.count
                faults.append("\(golden.name): \(error)")
            }
        }
    }

    /// The report of a single case.
    init(_ golden: GoldenCase, ours: GoldenTree, file: String, rules: [GoldenRule]) {
        self.file = file
        cases = 1
        compare(golden, with: ours, rules: rules)
    }

    private mutating func compare(_ golden: GoldenCase, with ours: GoldenTree, rules: [GoldenRule]) {
        var comparison = Comparison(golden: golden, ours: ours, file: file, rules: rules)
        comparison.compare(golden.output, ours, at: [])
        leaves += comparison.leaves
        listed += comparison.listed
        compared += comparison.compared
        entries.formUnion(comparison.entries)
        faults += comparison.faults.map { "\(golden.name): \($0)" }
    }
}

/// A walk through a golden tree and ours at once.
private struct Comparison {
    let golden: GoldenCase
    let ours: GoldenTree
    let rules: [GoldenRule]
    let listing: [(position: Int, pattern: GoldenPath)]
    var leaves = 0
    var listed = 0
    var compared: [GoldenReport.Leaf] = []
    var faults: [String] = []
    var entries: Set<Int> = []
    private var sizes: [GoldenTolerance.Scale: Double] = [:]

    init(golden: GoldenCase, ours: GoldenTree, file: String, rules: [GoldenRule]) {
        self.golden = golden
        self.ours = ours
        self.rules = rules
        listing = ListedLeaves.all.enumerated().filter { $0.element.file == file }.map {
            ($0.offset, $0.element.pattern)
        }
    }

    private mutating func isListed(_ path: GoldenPath) -> Bool {
        guard let entry = listing.first(where: { $0.pattern.matches(path) }) else { return false }
        entries.insert(entry.position)
        return true
    }

    /// `ours` is `nil` where ours has nothing at the path.
    mutating func compare(_ golden: GoldenTree, _ ours: GoldenTree?, at path: GoldenPath) {
        switch (golden, ours) {
        case (.object(let golden), .object(let ours)):
            for (key, value) in golden { compare(value, ours[key], at: path + [key]) }
            // A program that stopped says nothing against what ours gives.
            for key in ours.keys where golden[key] == nil && golden["error"] == nil { superfluous(path + [key]) }
        case (.list(let golden), .list(let ours)):
            for (index, value) in golden.enumerated() {
                compare(value, index < ours.count ? ours[index] : nil, at: path + [String(index)])
            }
            for index in ours.indices.dropFirst(golden.count) { superfluous(path + [String(index)]) }
        case (.object(let object), _):
            if let ours { fault(path, "is \(ours) and not an object") }
            if object.isEmpty, ours == nil, !isListed(path) { fault(path, "is missing") }
            for (key, value) in object { compare(value, nil, at: path + [key]) }
        case (.list(let list), _):
            if let ours { fault(path, "is \(ours) and not a list") }
            if list.isEmpty, ours == nil, !isListed(path) { fault(path, "is missing") }
            for (index, value) in list.enumerated() { compare(value, nil, at: path + [String(index)]) }
        default:
            leaves += 1
            compareLeaf(golden, ours, at: path)
        }
    }

    private mutating func compareLeaf(_ golden: GoldenTree, _ ours: GoldenTree?, at path: GoldenPath) {
        guard !isListed(path) else {
            listed += 1
            if ours != nil { fault(path, "is listed and yet there") }
            return
        }
        guard let ours else { return fault(path, "is missing") }
        let tolerance = rules.first { $0.pattern.matches(path) }?.tolerance
        compared.append(
            GoldenReport.Leaf(golden: self.golden, ours: self.ours, path: path, value: golden, tolerance: tolerance)
        )
        guard case .number(let expected) = golden, case .number(let value) = ours else {
            if golden != ours { fault(path, "is \(ours) and not \(golden)") }
            return
        }
        guard let tolerance else { return fault(path, "has no tolerance") }
        if !accepts(value, for: expected, tolerance) { fault(path, "is \(value) and not \(expected)") }
    }

    private mutating func accepts(_ value: Double, for expected: Double, _ tolerance: GoldenTolerance) -> Bool {
        if value == expected || (value.isNaN && expected.isNaN) { return true }
        guard value.isFinite, expected.isFinite else { return false }
        if case .simulated(let theirs, let ours) = tolerance {
            return abs(value - expected) <= GoldenTolerance.margin(of: expected, theirs: theirs, ours: ours)
        }
        guard case .within(let relative, let scale) = tolerance else { return false }
        let size = sizes[scale] ?? golden.size(of: scale)
        sizes[scale] = size
        return abs(value - expected) <= relative * abs(expected) + size
    }

    private mutating func superfluous(_ path: GoldenPath) {
        fault(path, "is not in the golden file")
    }

    private mutating func fault(_ path: GoldenPath, _ what: String) {
        faults.append("\(path.joined(separator: " / ")) \(what)")
    }
}
