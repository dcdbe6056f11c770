#if PostgreSQL
import Foundation

#if canImport(StorageTestSupport)
import StorageTestSupport
#endif

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
        port = try Self.freePort()
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
            max_connections = 500
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
        // The last children of a killed server may take a while to go.
        for attempt in 1...1_000 {
            do {
                try Self.asUser(
                    programs + "/pg_ctl",
                    ["-D", folder + "/data", "-l", folder + "/log", "-w", "-t", "600", "start"]
                )
                return
            } catch  where attempt < 1_000 {
                usleep(250_000)
            }
        }
    }

    func stop(_ mode: String = "fast") throws {
        try Self.asUser(programs + "/pg_ctl", ["-D", folder + "/data", "-t", "600", "-m", mode, "stop"])
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
        Thread.detachNewThread { _ = try? self.shell("BEGIN; \(sql); SELECT pg_sleep(36000)") }
        while try shell("SELECT count(*) FROM \(Self.sleepers(sql))") == "0" {
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Ends the sessions that hold something whose name the text is, and returns when they have.
    func release(_ name: String) throws {
        try shell("SELECT pg_terminate_backend(pid, 600000) FROM \(Self.sleepers(name))")
    }

    /// Changes a setting, or with `nil` changes it back, and returns when every session works by it.
    func set(_ name: String, to value: String?) async throws {
        let old = try shell("SHOW \(name)")
        try shell(value.map { "ALTER SYSTEM SET \(name) = \($0)" } ?? "ALTER SYSTEM RESET \(name)")
        try shell("SELECT pg_reload_conf()")
        while try shell("SHOW \(name)") == old { try await Task.sleep(for: .milliseconds(50)) }
    }

    private static func sleepers(_ text: String) -> String {
        let literal = "'" + text.replacingOccurrences(of: "'", with: "''") + "'"
        return "pg_stat_activity WHERE wait_event = 'PgSleep' AND strpos(query, \(literal)) > 0"
    }

    /// A port that nobody listens on, below those that the system gives to outgoing connections.
    private static func freePort() throws -> Int {
        for port in (15_000..<30_000 as Range<UInt16>).shuffled().prefix(100) {
            let socket = socket(AF_INET, CuttingProxy.stream, 0)
            defer { close(socket) }
            var address = CuttingProxy.address(port)
            let isFree = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
                }
            }
            if isFree { return Int(port) }
        }
        throw Failure(description: "no free port")
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
private final class Lifeline: Sendable {
    private let latch: Int32
    private let child: ChildProcess

    init(_ script: String) throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw PostgreSQLServer.Failure(description: "no pipe: \(errno)") }
        // No other child may hold the writing end.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        latch = ends[1]
        defer { close(ends[0]) }
        let command = ["/bin/sh", "-c", script]
        child =
            if getuid() == 0 {
                try ChildProcess("runuser", ["-u", "postgres", "--"] + command, input: ends[0], output: .nothing)
            } else {
                try ChildProcess("/bin/sh", ["-c", script], input: ends[0], output: .nothing)
            }
    }

    deinit {
        close(latch)
    }
}

enum Shell {
    /// Runs a program to its end and returns what it printed; throws unless it ends well.
    ///
    /// `Process` would wait for every grandchild, and so for a server that is to outlive its starter.
    @discardableResult
    static func run(_ program: String, _ arguments: [String], keepsOutput: Bool = true) throws -> String {
        let child = try ChildProcess(program, arguments, output: keepsOutput ? .everything : .nothing)
        let text = String(decoding: child.readToEnd(), as: UTF8.self)
        let status = child.wait()
        guard status == 0 else {
            throw PostgreSQLServer.Failure(description: "\(program) ended with \(status >> 8): \(text)")
        }
        return text
    }
}
#endif
