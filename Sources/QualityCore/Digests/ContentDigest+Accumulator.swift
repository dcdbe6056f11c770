extension ContentDigest {
    /// Takes bytes piece by piece and tells their digest, for content that is never whole in memory.
    public struct Accumulator: Sendable {
        private var state = InlineWords(
            0x6a09_e667,
            0xbb67_ae85,
            0x3c6e_f372,
            0xa54f_f53a,
            0x510e_527f,
            0x9b05_688c,
            0x1f83_d9ab,
            0x5be0_cd19
        )
        private var pending: [UInt8] = []
        private var count: UInt64 = 0

        /// No bytes yet.
        public init() {
            pending.reserveCapacity(64)
        }

        /// Takes more bytes.
        public mutating func append(_ content: some Sequence<UInt8>) {
            if content.withContiguousStorageIfAvailable({ append($0) }) == nil {
                Array(content).withUnsafeBufferPointer { append($0) }
            }
        }

        /// The digest of the bytes so far; more may follow.
        public var digest: ContentDigest {
            var last = self
            var padding: [UInt8] = [0x80]
            let zeros = (119 - Int(count % 64)) % 64
            padding.append(contentsOf: repeatElement(0, count: zeros))
            let bits = count &* 8
            for shift in stride(from: 56, through: 0, by: -8) {
                padding.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
            }
            last.append(padding)
            return ContentDigest(words: last.state)
        }

        private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
            count &+= UInt64(bytes.count)
            var position = 0
            if !pending.isEmpty {
                position = min(64 - pending.count, bytes.count)
                pending.append(contentsOf: bytes[..<position])
                guard pending.count == 64 else { return }
                pending.withUnsafeBufferPointer { Self.compress(&state, $0, at: 0) }
                pending.removeAll(keepingCapacity: true)
            }
            while bytes.count - position >= 64 {
                Self.compress(&state, bytes, at: position)
                position += 64
            }
            pending.append(contentsOf: bytes[position...])
        }

        private static func compress(_ state: inout InlineWords, _ block: UnsafeBufferPointer<UInt8>, at start: Int) {
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
                for index in 0..<16 {
                    let at = start + index * 4
                    schedule[index] =
                        UInt32(block[at]) << 24 | UInt32(block[at + 1]) << 16
                        | UInt32(block[at + 2]) << 8 | UInt32(block[at + 3])
                }
                for index in 16..<64 {
                    let early = schedule[index - 15]
                    let late = schedule[index - 2]
                    let first = early.rotated(7) ^ early.rotated(18) ^ (early >> 3)
                    let second = late.rotated(17) ^ late.rotated(19) ^ (late >> 10)
                    schedule[index] = schedule[index - 16] &+ first &+ schedule[index - 7] &+ second
                }
                var (a, b, c, d) = (state.a, state.b, state.c, state.d)
                var (e, f, g, h) = (state.e, state.f, state.g, state.h)
                constants.withUnsafeBufferPointer { constants in
                    for index in 0..<64 {
                        let sum = e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)
                        let choice = (e & f) ^ (~e & g)
                        let first = h &+ sum &+ choice &+ constants[index] &+ schedule[index]
                        let other = a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)
                        let majority = (a & b) ^ (a & c) ^ (b & c)
                        (h, g, f, e) = (g, f, e, d &+ first)
                        (d, c, b, a) = (c, b, a, first &+ other &+ majority)
                    }
                }
                state.add(a, b, c, d, e, f, g, h)
            }
        }
    }

    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}

/// Eight words of a digest's state, without a heap allocation.
struct InlineWords: Sendable {
    private(set) var a, b, c, d, e, f, g, h: UInt32

    init(
        _ a: UInt32,
        _ b: UInt32,
        _ c: UInt32,
        _ d: UInt32,
        _ e: UInt32,
        _ f: UInt32,
        _ g: UInt32,
        _ h: UInt32
    ) {
        (self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h) = (a, b, c, d, e, f, g, h)
    }

    mutating func add(
        _ a: UInt32,
        _ b: UInt32,
        _ c: UInt32,
        _ d: UInt32,
        _ e: UInt32,
        _ f: UInt32,
        _ g: UInt32,
        _ h: UInt32
    ) {
        self.a &+= a
        self.b &+= b
        self.c &+= c
        self.d &+= d
        self.e &+= e
        self.f &+= f
        self.g &+= g
        self.h &+= h
    }

    func forEach(_ body: (UInt32) -> Void) {
        for word in [a, b, c, d, e, f, g, h] { body(word) }
    }
}

extension UInt32 {
    fileprivate func rotated(_ count: UInt32) -> UInt32 { self >> count | self << (32 - count) }
}
