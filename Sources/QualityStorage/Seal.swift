public import QualityCore

/// A salted digest of something that can be erased while its digest stays in the chain.
///
/// The salt goes with what it salts, so that a short text cannot be guessed back from the digest.
public struct Seal: Hashable, Sendable {
    /// Sixteen random bytes.
    public let salt: [UInt8]
    /// SHA-256 of salt and content.
    public let digest: ContentDigest

    /// A seal as a store kept it.
    public init(salt: [UInt8], digest: ContentDigest) {
        self.salt = salt
        self.digest = digest
    }

    /// Sixteen bytes from the system's generator.
    public static func randomSalt() -> [UInt8] {
        (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    }

    /// Seals a payload with what is erased with it: its words and its attachments.
    ///
    /// - Parameters:
    ///   - payload: the encoded record, its words and its attachments.
    ///   - salt: sixteen random bytes that nothing else uses.
    public init(_ payload: SealedPayload.Content, salt: [UInt8]) {
        var content = CanonicalBytes("payload 1")
        content.append(salt)
        content.append(payload.bytes)
        content.append(Int64(payload.words.words.count))
        for word in payload.words.words { content.append(word) }
        content.append(Int64(payload.attachments.count))
        for attachment in payload.attachments {
            content.append(attachment.id.rawValue)
            content.append(attachment.name)
            content.append(attachment.mediaType)
            content.append(attachment.size)
            content.append(attachment.digest)
        }
        self.init(salt: salt, digest: ContentDigest(of: content.bytes))
    }

    /// Seals facts.
    ///
    /// - Parameters:
    ///   - facts: the facts of a record.
    ///   - salt: sixteen random bytes that nothing else uses.
    public init(_ facts: RecordFacts, salt: [UInt8]) {
        var content = CanonicalBytes("facts 1")
        content.append(salt)
        content.append(facts)
        self.init(salt: salt, digest: ContentDigest(of: content.bytes))
    }
}

/// An encoded record with all that is erased with it, and its seal.
public struct SealedPayload: Hashable, Sendable {
    /// What the seal covers.
    public struct Content: Hashable, Sendable {
        /// The encoded record.
        public var bytes: [UInt8]
        /// The words by which it is found.
        public var words: SearchWords
        /// What is attached to it.
        public var attachments: [AttachmentFacts]

        /// An encoded record.
        public init(bytes: [UInt8], words: SearchWords = SearchWords(of: []), attachments: [AttachmentFacts] = []) {
            self.bytes = bytes
            self.words = words
            self.attachments = attachments
        }
    }

    /// The encoded record, its words and its attachments.
    public let content: Content
    /// The seal of the content.
    public let seal: Seal

    /// Seals content.
    public init(_ content: Content, salt: [UInt8]) {
        self.content = content
        seal = Seal(content, salt: salt)
    }

    /// A payload and its seal as a store kept them, whether they agree or not.
    public init(stored content: Content, seal: Seal) {
        self.content = content
        self.seal = seal
    }
}

/// Facts and their seal.
public struct SealedFacts: Hashable, Sendable {
    /// The facts of a record.
    public let facts: RecordFacts
    /// The seal of the facts.
    public let seal: Seal

    /// Seals facts.
    public init(_ facts: RecordFacts, salt: [UInt8]) {
        self.facts = facts
        seal = Seal(facts, salt: salt)
    }

    /// Facts and their seal as a store kept them, whether they agree or not.
    public init(stored facts: RecordFacts, seal: Seal) {
        self.facts = facts
        self.seal = seal
    }
}
