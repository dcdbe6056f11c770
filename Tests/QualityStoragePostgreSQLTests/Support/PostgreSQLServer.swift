#if PostgreSQL
import Foundation

/// A server of the tests' own in a folder of its own, stopped and removed when the test process ends in whatever way.
final class PostgreSQLServer: Sendable {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    let folder: String
    let port: Int
    private let programs: String
    private let lifeline: Lifeline

    /// The server that most tests share; started by the first.
    static func shared() throws -> PostgreSQLServer {
        try started.get()
    }

    private static let started = Result { try PostgreSQLServer() }

    init() throws {
        programs = try Self.findPrograms()
        folder = "/tmp/quality-postgresql-\(String(UInt64.random(in: 0...UInt64.max), radix: 36))"
        port = Int.random(in: 20_000...60_000)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        if getuid() == 0 { try Shell.run("chown", ["postgres", folder]) }
        lifeline = try Lifeline(
            """
            trap '' INT TERM HUP; cd /; cat >/dev/null
            '\(programs)/pg_ctl' -D '\(folder)/data' -m immediate stop; rm -rf '\(folder)'
            """
        )
        try Self.asUser(
            programs + "/initdb",
            ["-D", folder + "/data", "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        )
        let settings = """
            listen_addresses = '127.0.0.1'
            port = \(port)
            unix_socket_directories = '\(folder)'
            max_connections = 60
            shared_buffers = 32MB
            """
        try Self.asUser("/bin/sh", ["-c", "printf '%s\\n' \"$0\" >> '\(folder)/data/postgresql.conf'", settings])
        try start()
        try shell("CREATE ROLE quality LOGIN")
        try shell("CREATE DATABASE quality OWNER quality")
    }

    /// Where the server is reached through its socket.
    func url(role: String = "quality", database: String = "quality") -> String {
        "postgresql:///\(database)?host=\(folder)&port=\(port)&user=\(role)"
    }

    func start() throws {
        // The last children of a killed server may take a moment to go.
        for attempt in 1...20 {
            do {
                try Self.asUser(
                    programs + "/pg_ctl",
                    ["-D", folder + "/data", "-l", folder + "/log", "-w", "-t", "60", "start"]
                )
                return
            } catch  where attempt < 20 {
                usleep(250_000)
            }
        }
    }

    func stop(_ mode: String = "fast") throws {
        try Self.asUser(programs + "/pg_ctl", ["-D", folder + "/data", "-m", mode, "stop"])
    }

    /// Kills the first process of the server, as a machine short of memory does.
    func kill() throws {
        let file = try String(contentsOfFile: folder + "/data/postmaster.pid", encoding: .utf8)
        guard let line = file.split(separator: "\n").first, let process = Int32(line) else {
            throw Failure(description: "no process in postmaster.pid")
        }
        _ = Foundation.kill(process, SIGKILL)
    }

    /// Runs statements as a shell does, by default of a superuser, and returns the rows without headings.
    @discardableResult
    func shell(_ sql: String, role: String = "postgres", database: String? = nil) throws -> String {
        let database =
            database ?? (sql.hasPrefix("CREATE DATABASE") || sql.hasPrefix("CREATE ROLE") ? "postgres" : "quality")
        let text = try Shell.run(
            programs + "/psql",
            ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", sql, url(role: role, database: database)]
        )
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Has another session run a statement in a transaction that stays open, and returns when it has.
    func hold(_ sql: String) async throws {
        Thread.detachNewThread { _ = try? self.shell("BEGIN; \(sql); SELECT pg_sleep(600)") }
        while try shell("SELECT count(*) FROM \(Self.sleepers(sql))") == "0" {
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Ends the sessions that hold something whose name the text is.
    func release(_ name: String) throws {
        try shell("SELECT pg_terminate_backend(pid) FROM \(Self.sleepers(name))")
    }

    private static func sleepers(_ text: String) -> String {
        let literal = "'" + text.replacingOccurrences(of: "'", with: "''") + "'"
        return "pg_stat_activity WHERE wait_event = 'PgSleep' AND strpos(query, \(literal)) > 0"
    }

    /// The server refuses to run as root.
    private static func asUser(_ program: String, _ arguments: [String]) throws {
        if getuid() == 0 {
            try Shell.run("runuser", ["-u", "postgres", "--", program] + arguments, keepsOutput: false)
        } else {
            try Shell.run(program, arguments, keepsOutput: false)
        }
    }

    private static func findPrograms() throws -> String {
        let manager = FileManager.default
        let known = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let versions = ((try? manager.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? [])
            .sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }
            .map { "/usr/lib/postgresql/\($0)/bin" }
        for folder in known + versions
        where ["initdb", "pg_ctl", "psql"].allSatisfy({ manager.isExecutableFile(atPath: folder + "/" + $0) }) {
            return folder
        }
        throw Failure(
            description: "no PostgreSQL server: install the package 'postgresql', or say where it is on the PATH"
        )
    }
}

/// A child that does something when this process ends, however it ends: it reads from a pipe that then breaks.
private final class Lifeline: @unchecked Sendable {
    private let pipe = Pipe()
    private let child = Process()

    init(_ script: String) throws {
        // No other child may hold the writing end.
        _ = fcntl(pipe.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        let command = ["/bin/sh", "-c", script]
        child.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        child.arguments = getuid() == 0 ? ["runuser", "-u", "postgres", "--"] + command : command
        child.standardInput = pipe.fileHandleForReading
        child.standardOutput = FileHandle.nullDevice
        child.standardError = FileHandle.nullDevice
        try child.run()
    }

    deinit {
        try? pipe.fileHandleForWriting.close()
    }
}

enum Shell {
    /// One child at a time is started, so that none holds a pipe of another.
    private static let lock = NSLock()

    /// Runs a program to its end and returns what it printed; throws unless it ends well.
    ///
    /// `Process` would wait for every grandchild, and so for a server that is to outlive its starter.
    @discardableResult
    static func run(_ program: String, _ arguments: [String], keepsOutput: Bool = true) throws -> String {
        var ends: [Int32] = [-1, -1]
        var child: pid_t = 0
        let code = lock.withLock { () -> Int32 in
            guard pipe(&ends) == 0 else { return errno }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            defer { close(ends[1]) }
            #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            #else
            var actions = posix_spawn_file_actions_t()
            #endif
            posix_spawn_file_actions_init(&actions)
            defer { posix_spawn_file_actions_destroy(&actions) }
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
            for stream in [1, 2] as [Int32] {
                if keepsOutput {
                    posix_spawn_file_actions_adddup2(&actions, ends[1], stream)
                } else {
                    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
                }
            }
            let texts = ([program] + arguments).map { strdup($0) } + [nil]
            defer { for text in texts { free(text) } }
            return posix_spawnp(&child, program, &actions, nil, texts, environ)
        }
        defer { if ends[0] >= 0 { close(ends[0]) } }
        guard code == 0 else { throw PostgreSQLServer.Failure(description: "\(program) does not start: \(code)") }
        let output = FileHandle(fileDescriptor: ends[0], closeOnDealloc: false).readDataToEndOfFile()
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let text = String(decoding: output, as: UTF8.self)
        guard status == 0 else {
            throw PostgreSQLServer.Failure(description: "\(program) ended with \(status >> 8): \(text)")
        }
        return text
    }
}
#endif
