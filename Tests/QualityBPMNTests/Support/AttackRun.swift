import Foundation

/// A run of damaged files through the program `MapWorker`, which is started again behind each input that ends it.
struct AttackRun: Sendable {
    struct Fault: Sendable {
        let text: String
        /// Where the input is kept.
        let file: URL?
    }

    private let seed: UInt64
    private let folders: [String]
    private(set) var attacked = 0
    private(set) var imported = 0
    private(set) var faults: [Fault] = []
    /// The highest multiple of its size that a large input took in memory.
    private(set) var memory = 0
    /// The longest time that an input took of a processor, in milliseconds.
    private(set) var time = 0

    init(seed: UInt64, numbers: Range<Int>, folders: [String]) {
        self.seed = seed
        self.folders = folders
        var first = numbers.lowerBound
        while first < numbers.upperBound, faults.count < 100 {
            first = run(first..<numbers.upperBound)
        }
    }

    /// Runs until the end or until an input ends the process; the number to go on with.
    private mutating func run(_ numbers: Range<Int>) -> Int {
        var last: Int?
        var isDone = false
        let task = ["attack", "\(seed)", "\(numbers.lowerBound)", "\(numbers.upperBound)"]
        let status = Self.run(task + folders) { line in
            let words = line.split(separator: " ", maxSplits: 2)
            switch words.first {
            case "begin": last = Int(words[1])
            case "read": imported += 1
            case "fault": faults.append(fault(String(words[2]), Int(words[1]) ?? 0))
            case "done":
                isDone = true
                memory = max(memory, Int(words[1]) ?? 0)
                time = max(time, Int(words[2]) ?? 0)
            default: faults.append(Fault(text: line, file: nil))
            }
        }
        if isDone, status == 0 {
            attacked += numbers.count
            return numbers.upperBound
        }
        guard let last else {
            faults.append(Fault(text: "MapWorker ended with \(status) before it began", file: nil))
            return numbers.upperBound
        }
        faults.append(fault(status == SIGALRM ? "hangs" : "ends the process with \(status)", last))
        attacked += last + 1 - numbers.lowerBound
        return last + 1
    }

    private func fault(_ text: String, _ number: Int) -> Fault {
        let folder = FileManager.default.temporaryDirectory.appending(path: "damaged-maps")
        let file = folder.appending(path: "\(seed)-\(number).bpmn")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        let handle = try? FileHandle(forWritingTo: file)
        let status = Self.run(["show", "\(seed)", "\(number)"] + folders, output: handle)
        return Fault(text: "input \(number): \(text)", file: status == 0 ? file : nil)
    }

    private static func run(
        _ arguments: [String],
        output: FileHandle? = nil,
        line read: (String) -> Void = { _ in }
    ) -> Int32 {
        let process = Process()
        // The program lies beside the tests.
        process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "MapWorker")
        process.arguments = arguments
        let pipe = Pipe()
        if let output { process.standardOutput = output } else { process.standardOutput = pipe }
        guard (try? process.run()) != nil else { return -1 }
        var rest = Data()
        while output == nil, case let piece = pipe.fileHandleForReading.availableData, !piece.isEmpty {
            rest.append(piece)
            guard let end = rest.lastIndex(of: UInt8(ascii: "\n")) else { continue }
            for line in rest[..<end].split(separator: UInt8(ascii: "\n")) {
                read(String(decoding: line, as: UTF8.self))
            }
            rest = Data(rest[rest.index(after: end)...])
        }
        process.waitUntilExit()
        return process.terminationStatus
    }
}
