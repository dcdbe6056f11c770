import Foundation

/// Packages of others that do a task on the same data, in a process of their own that times itself.
///
/// `Tests/Scripts/bench` installs them; the script `Tests/Benchmarks/peers` has the tasks.
final class Peers {
    /// That the process says nothing that can be read.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let task: String
    private let process: ChildProcess
    private let input = Pipe()
    private var unread: [UInt8] = []

    /// What each way of each package found, by its name.
    let results: [String: [Double]]

    /// Starts the process, whose data are files of a folder.
    init(_ task: String, in folder: Folder) throws {
        guard let python = ProcessInfo.processInfo.environment["PEERS"] else {
            throw Failure(description: "no python with the peers in PEERS; run Tests/Scripts/bench")
        }
        self.task = task
        process = try ChildProcess(
            python,
            ["Tests/Benchmarks/peers", task, folder.path],
            input: input.fileHandleForReading.fileDescriptor,
            output: .standard
        )
        try input.fileHandleForReading.close()
        let line = try Self.line(of: process, &unread, task)
        results = try JSONDecoder().decode([String: [Double]].self, from: line)
    }

    /// The seconds of the quickest run of each way, which is repeated for so many seconds, by the name of the way.
    func times(_ budget: Double) throws -> [String: Double] {
        try input.fileHandleForWriting.write(contentsOf: Data("\(budget)\n".utf8))
        return try JSONDecoder().decode([String: Double].self, from: Self.line(of: process, &unread, task))
    }

    /// Ends the process.
    func end() throws {
        try input.fileHandleForWriting.close()
        process.wait()
    }

    private static func line(of process: ChildProcess, _ unread: inout [UInt8], _ task: String) throws -> Data {
        while true {
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                let line = Data(unread[..<end])
                unread.removeFirst(end + 1)
                return line
            }
            let bytes = process.read()
            guard !bytes.isEmpty else { throw Failure(description: "the peers of '\(task)' ended, see above") }
            unread += bytes
        }
    }

    /// One row for each way of the packages, which must find the same as this one does.
    ///
    /// - Parameters:
    ///   - task: the name of the task in the script.
    ///   - name: what was done.
    ///   - budget: the seconds that each side repeats it for in a turn, at least once; the quickest run counts.
    ///   - own: does it here.
    ///   - numbers: what it found, in the order of the script.
    static func compare<Found>(
        _ task: String,
        _ name: String,
        goal: Double,
        turns: Int,
        budget: Double,
        in folder: Folder,
        own: () throws -> Found,
        numbers: (Found) throws -> [Double]
    ) throws -> [Comparison] {
        let peers = try Peers(task, in: folder)
        let found = try numbers(own())
        for (way, result) in peers.results { try check("\(name), \(way)", found, result) }
        var comparisons = peers.results.mapValues { _ in Comparison("", per: "") }
        for way in comparisons.keys {
            comparisons[way] = Comparison("\(name), beside \(way)", per: "all", goal: goal)
        }
        for turn in 0..<turns {
            let others = turn.isMultiple(of: 2) ? nil : try peers.times(budget)
            let clock = ContinuousClock()
            let end = clock.now + .seconds(budget)
            var best = Duration.seconds(1_000)
            repeat {
                let start = clock.now
                let result = try own()
                best = min(best, clock.now - start)
                withExtendedLifetime(result) {}
            } while clock.now < end
            for (way, seconds) in try others ?? peers.times(budget) {
                comparisons[way]?.add(own: best / .seconds(1), other: seconds)
            }
        }
        try peers.end()
        return comparisons.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Throws unless two lists are equal but for the last digits of what is no whole number.
    private static func check(_ name: String, _ own: [Double], _ other: [Double]) throws {
        try Inequality.check("\(name), numbers", own.count, other.count)
        for (place, pair) in zip(own, other).enumerated() where abs(pair.0 - pair.1) > 1e-10 * abs(pair.1) {
            throw Inequality(description: "\(name), at \(place): \(pair.0) is not \(pair.1)")
        }
    }
}

extension Folder {
    /// Writes numbers as the machine holds them.
    func write<Number>(_ numbers: [Number], to name: String) throws {
        try numbers.withUnsafeBytes { try Data($0).write(to: URL(filePath: file(name))) }
    }
}
