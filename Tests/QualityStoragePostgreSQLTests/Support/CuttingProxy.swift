#if PostgreSQL
import Foundation

/// Stands between a store and a server, and cuts the connection when the server says that it has committed.
final class CuttingProxy: @unchecked Sendable {
    private let lock = NSLock()
    private let listener: Int32
    private let target: Int
    private var cuts = 0
    let port: Int

    init(to target: Int) throws {
        self.target = target
        let listener = socket(AF_INET, Self.stream, 0)
        self.listener = listener
        var address = Self.address(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, address, &length) == 0
            }
        }
        guard isBound else { throw PostgreSQLServer.Failure(description: "no port for the proxy") }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in accept() }
    }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// Cuts at the next so many answers to a `COMMIT`, which the client then never sees.
    func cutNextCommits(_ count: Int) {
        lock.withLock { cuts = count }
    }

    private func takeCut() -> Bool {
        lock.withLock {
            guard cuts > 0 else { return false }
            cuts -= 1
            return true
        }
    }

    private func accept() {
        while true {
            let client = Foundation.accept(listener, nil, nil)
            guard client >= 0 else { return }
            let server = socket(AF_INET, Self.stream, 0)
            var address = Self.address(UInt16(target))
            _ = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            Thread.detachNewThread { self.pass(from: client, to: server) { _ in false } }
            Thread.detachNewThread {
                self.pass(from: server, to: client) { bytes in
                    bytes.range(of: Data("COMMIT\0".utf8)) != nil && self.takeCut()
                }
            }
        }
    }

    private func pass(from source: Int32, to target: Int32, until isEnd: (Data) -> Bool) {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(source, &buffer, buffer.count)
            guard count > 0, !isEnd(Data(buffer[..<count])) else { break }
            guard send(target, buffer, count, Int32(MSG_NOSIGNAL)) == count else { break }
        }
        shutdown(source, Int32(SHUT_RDWR))
        shutdown(target, Int32(SHUT_RDWR))
    }

    static let stream = Int32(SOCK_STREAM.rawValue)

    static func address(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return address
    }
}
#endif
