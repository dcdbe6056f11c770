import QualityCore
import QualitySamples
import Synchronization

/// A clock that counts and salts that repeat, for registers that must come out alike.
final class Ticks: Sendable {
    private let state: Mutex<(generator: SeededGenerator, seconds: Int64)>

    init(seed: UInt64) {
        state = Mutex((SeededGenerator(seed: seed), 0))
    }

    func now() -> Timestamp {
        state.withLock { state in
            state.seconds += 1
            return Timestamp(microsecondsSince1970: state.seconds * 1_000_000)
        }
    }

    func salt() -> [UInt8] {
        state.withLock { state in (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &state.generator) } }
    }
}
