import Foundation
import ProcessMaps
import QualityBPMN

/// Reads, checks and writes damaged files, and tells what goes wrong.
struct MapAttack: Sendable {
    /// The time that one input may take of a processor, in seconds: others may be at work on the machine.
    static let limit = 2.0
    /// The seconds after which an input is taken to have hung.
    static let patience: UInt32 = 20
    /// The memory that one input may take, as a multiple of its size.
    static let memoryFactor = 20
    /// What any input may take: the system hands out pages, not bytes.
    static let memoryFloor = 256 << 10

    let files: [[UInt8]]
    let seed: UInt64

    func run(_ numbers: Range<Int>) {
        let mutator = MapMutator(files: files, seed: seed)
        var memory = ProcessMemory()
        // What is made once for all inputs is no part of what one of them takes.
        for file in files.prefix(3) { _ = try? work(file) }
        // The highest multiple of its size that an input took, of those so large that it tells something.
        var most = 0
        var longest = 0.0
        for number in numbers {
            let input = mutator.input(number)
            MapWorker.say("begin \(number)")
            memory.begin()
            alarm(Self.patience)
            let begun = processorTime
            let found = try? work(input)
            let time = processorTime - begun
            longest = max(longest, time)
            if time > Self.limit { MapWorker.say("fault \(number) takes \(time) s") }
            if let taken = memory.taken {
                if taken > Self.memoryFactor * input.count + Self.memoryFloor {
                    MapWorker.say("fault \(number) memory: \(taken) bytes for \(input.count)")
                }
                if input.count >= Self.memoryFloor / Self.memoryFactor { most = max(most, taken / input.count) }
            }
            guard let found else { continue }
            MapWorker.say("read \(number)")
            alarm(Self.patience)
            for fault in faults(of: found) { MapWorker.say("fault \(number) \(fault)") }
        }
        MapWorker.say("done \(most) \(Int(longest * 1_000))")
    }

    /// The time that this process has had of a processor, in seconds.
    private var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private enum Found {
        case map(BPMNDocument)
        case log(XESDocument)
    }

    /// What a program does with a file.
    private func work(_ input: [UInt8]) throws(XMLReadingError) -> Found {
        do {
            let document = try BPMNDocument(xml: input)
            _ = document.map.findings()
            var changed = document
            if let laidOut = try? document.map.laidOut() { changed.map = laidOut } else { changed.map.name += "!" }
            _ = changed.xml()
            return .map(document)
        } catch {
            guard error.problem == .otherFormat else { throw error }
        }
        let document = try XESDocument(xml: input)
        _ = DirectlyFollowsGraph(document.log)
        _ = document.xml()
        return .log(document)
    }

    private func faults(of found: Found) -> [String] {
        switch found {
        case .map(let document): return faults(of: document)
        case .log(let document):
            guard let again = try? XESDocument(xml: document.xml()) else { return ["export: not read again"] }
            return again.log == document.log && again.findings.isEmpty ? [] : ["export: another log"]
        }
    }

    /// What is wrong with how a map is written again, as a file and as text.
    private func faults(of document: BPMNDocument) -> [String] {
        var faults: [String] = []
        let map = document.map
        let again = try? BPMNDocument(xml: document.xml())
        if again == nil { faults.append("export: not read again") }
        if let again, again.map != map { faults.append("export: another map") }
        if let again, again.findings.map(\.problem) != document.findings.map(\.problem) {
            faults.append("export: other findings")
        }
        if (try? BPMNDocument(xml: BPMNDocument(map).xml())) == nil { faults.append("new file: not read") }
        let text = map.text
        do {
            let read = try ProcessMap(text: text)
            if read != map { faults.append("text: another map") }
            if read.text != text { faults.append("text: another text") }
        } catch {
            faults.append("text: \(error)")
        }
        if let laidOut = try? map.laidOut() {
            var changed = document
            changed.map = laidOut
            let again = try? BPMNDocument(xml: changed.xml())
            if again == nil { faults.append("layout: not read again") }
            if let again, document.findings.isEmpty, again.map != laidOut { faults.append("layout: another map") }
        }
        _ = map.soundness(states: 1_000)
        return faults
    }
}
