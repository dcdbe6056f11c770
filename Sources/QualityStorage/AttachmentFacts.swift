public import QualityCore

/// The name under which the bytes of an attachment lie in a store: opaque, and of one tenant.
public struct AttachmentID: RawRepresentable, Hashable, Sendable, Codable {
    /// The name as stored.
    public let rawValue: String

    /// An attachment by its stored name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

/// What a record says of a file that belongs to it (*bilaga*); the bytes are kept apart, in pieces.
public struct AttachmentFacts: Hashable, Sendable, Codable {
    /// Where the bytes lie.
    public let id: AttachmentID
    /// The name of the file; may hold personal data.
    public let name: String
    /// The media type, such as `application/pdf`.
    public let mediaType: String
    /// The number of bytes.
    public let size: Int64
    /// The digest of the bytes.
    public let digest: ContentDigest

    /// What is said of a file.
    public init(id: AttachmentID, name: String, mediaType: String, size: Int64, digest: ContentDigest) {
        self.id = id
        self.name = name
        self.mediaType = mediaType
        self.size = size
        self.digest = digest
    }
}

/// A run of an attachment's bytes, on its way in or out.
public struct AttachmentPiece: Hashable, Sendable {
    /// The tenant that the attachment belongs to.
    public var tenant: TenantID
    /// The attachment.
    public var id: AttachmentID
    /// The place of the piece, from 0 without gaps.
    public var index: Int
    /// The bytes, at least one.
    public var bytes: [UInt8]

    /// A piece.
    public init(tenant: TenantID, id: AttachmentID, index: Int, bytes: [UInt8]) {
        self.tenant = tenant
        self.id = id
        self.index = index
        self.bytes = bytes
    }
}
