#if canImport(Darwin) || canImport(Glibc) || canImport(Musl)
import Foundation

/// A process that inherits its three streams and nothing else, so that it keeps no pipe of another open.
package final class ChildProcess: Sendable {
    /// A program that could not be started.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// What of its output is kept for this process to read.
    package enum Output: Sendable {
        case nothing
        /// The standard output; errors go where those of this process go.
        case standard
        case everything
    }

    private let id: pid_t
    private let output: Int32

    /// `input`: what it reads; nothing by default.
    package init(_ program: String, _ arguments: [String], input: Int32? = nil, output: Output) throws {
        var ends: [Int32] = [-1, -1]
        if output != .nothing {
            guard pipe(&ends) == 0 else { throw Failure(description: "no pipe: \(errno)") }
        }
        defer { if ends[1] >= 0 { close(ends[1]) } }
        var child: pid_t = 0
        let code = Self.spawn(program, arguments, input, output, ends[1], &child)
        guard code == 0 else {
            if ends[0] >= 0 { close(ends[0]) }
            throw Failure(description: "\(program) does not start: \(code)")
        }
        id = child
        self.output = ends[0]
    }

    deinit {
        if output >= 0 { close(output) }
    }

    /// Waits for output; empty when there will be no more.
    package func read() -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Foundation.read(output, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            return Array(buffer.prefix(max(0, count)))
        }
    }

    /// Waits for all output that is left.
    package func readToEnd() -> [UInt8] {
        guard output >= 0 else { return [] }
        var bytes: [UInt8] = []
        while true {
            let next = read()
            guard !next.isEmpty else { return bytes }
            bytes += next
        }
    }

    /// Ends it as a loss of power would.
    package func kill() {
        _ = Foundation.kill(id, SIGKILL)
    }

    /// Waits for its end, once, and returns its status as the system gives it.
    @discardableResult
    package func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        return status
    }

    private static func spawn(
        _ program: String,
        _ arguments: [String],
        _ input: Int32?,
        _ output: Output,
        _ end: Int32,
        _ child: inout pid_t
    ) -> Int32 {
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        var attributes: posix_spawnattr_t?
        #else
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        switch output {
        case .nothing:
            for stream in [1, 2] as [Int32] {
                posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
            }
        case .standard: posix_spawn_file_actions_adddup2(&actions, end, 1)
        case .everything:
            for stream in [1, 2] as [Int32] { posix_spawn_file_actions_adddup2(&actions, end, stream) }
        }
        #if canImport(Darwin)
        posix_spawn_file_actions_addinherit_np(&actions, 2)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_CLOEXEC_DEFAULT))
        #else
        for descriptor in 3..<1_024 as Range<Int32> { posix_spawn_file_actions_addclose(&actions, descriptor) }
        #endif
        let texts = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for text in texts { free(text) } }
        return posix_spawnp(&child, program, &actions, &attributes, texts, environ)
    }
}

/// Runs work that blocks on a thread of its own, so that it holds up no task.
package func blocking<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: work()) }
    }
}
#endif
