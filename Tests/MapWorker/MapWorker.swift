import Foundation

/// A process of its own that reads damaged files, for tests that see whether it crashes, hangs or takes too much memory.
///
/// `attack SEED FIRST END FOLDER…` attacks with a run of inputs and tells on its standard output which it begins and what
/// it found, a line each; `show SEED NUMBER FOLDER…` writes one input there. The files to damage are those below the
/// folders. A signal ends it when an input hangs.
@main
struct MapWorker {
    static func main() {
        var arguments = CommandLine.arguments.dropFirst()
        guard arguments.count >= 4, let task = arguments.popFirst(),
            let seed = arguments.popFirst().flatMap({ UInt64($0) }),
            let first = arguments.popFirst().flatMap({ Int($0) })
        else { fail("attack seed first end folder… | show seed number folder…") }
        switch task {
        case "attack":
            guard let end = arguments.popFirst().flatMap({ Int($0) }) else { fail("no end") }
            limitItself()
            let attack = MapAttack(files: files(below: Array(arguments)), seed: seed)
            // Code that recurses must do so on the small stacks that tasks have on some systems.
            let work = Thread {
                attack.run(first..<end)
                exit(0)
            }
            work.stackSize = 512 << 10
            work.start()
            while true { sleep(1_000) }
        case "show":
            let input = MapMutator(files: files(below: Array(arguments)), seed: seed).input(first)
            FileHandle.standardOutput.write(Data(input))
        default: fail("no such task: \(task)")
        }
    }

    /// Has the system end this process when it hangs or takes all memory, whatever the process that started it has set.
    private static func limitItself() {
        var signals = sigset_t()
        sigemptyset(&signals)
        pthread_sigmask(SIG_SETMASK, &signals, nil)
        #if canImport(Glibc)
        var limit = rlimit(rlim_cur: 2 << 30, rlim_max: 2 << 30)
        setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        #endif
    }

    private static func files(below folders: [String]) -> [[UInt8]] {
        var files: [[UInt8]] = []
        for folder in folders {
            let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
            for name in found.sorted() where [".bpmn", ".bpmn2", ".bpmn20.xml", ".xes"].contains(where: name.hasSuffix)
            {
                if let data = try? Data(contentsOf: URL(filePath: folder).appending(path: name)) {
                    files.append(Array(data))
                }
            }
        }
        guard !files.isEmpty else { fail("no files below \(folders)") }
        return files
    }

    /// Writes a line at once, past every buffer.
    static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = write(1, bytes, bytes.count)
    }

    static func fail(_ text: String) -> Never {
        say("error \(text)")
        exit(2)
    }
}
