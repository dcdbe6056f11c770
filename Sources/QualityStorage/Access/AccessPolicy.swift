public import QualityCore

/// Which role may do what with which records, as data (*behörighetstabell*, D-SEC-13); what no line gives is denied.
public struct AccessPolicy: Hashable, Sendable, Codable {
    /// A right to records of a kind. Whoever has any may know that such a record is there. Closed.
    public enum Right: String, Hashable, Sendable, Codable, CaseIterable {
        /// To know of a record.
        case know
        /// To read its facts, and count it.
        case facts
        /// To read the record, but for hidden fields.
        case payload
        /// To save a new one.
        case create
        /// To change it.
        case write
    }

    /// Which records of a kind a line is about. Closed.
    public enum Scope: String, Hashable, Sendable, Codable, CaseIterable {
        /// Those that the actor reported.
        case own
        /// Those that the actor has to do, and those that the assignment names.
        case assigned
        /// Those that the assignment names.
        case named
        /// Those of the units of the assignment.
        case units
        /// Those of the whole board.
        case board
    }

    /// A right to the register as a whole. Closed.
    public enum RegisterRight: String, Hashable, Sendable, Codable, CaseIterable {
        /// To read the journal, as far as the actor may know of its records.
        case journal
        /// To write an archive.
        case archive
        /// To bring an archive in.
        case restore
        /// To verify the journal.
        case verify
        /// To export everything about one person.
        case personExport
        /// To plan disposals, carry them out, and erase single records.
        case dispose
    }

    /// One line of the table.
    public struct Grant: Hashable, Sendable, Codable {
        /// The role.
        public var role: AccessRole
        /// The kinds; `nil` for every kind but the access log.
        public var kinds: Set<RecordKind>?
        /// Which records of them.
        public var scope: Scope
        /// What may be done.
        public var rights: Set<Right>
        /// What the actor does not see of a record that may be read.
        public var hidden: Set<ProtectedField>
        /// The legal bases that the line is about; `nil` for all.
        public var legalBases: Set<LegalBasis>?
        /// Whether someone who took part in the event is left out.
        public var excludesInvolved: Bool
        /// Whether the line holds in an emergency alone.
        public var underBreakGlass: Bool

        /// A line.
        public init(
            _ role: AccessRole,
            _ kinds: Set<RecordKind>?,
            _ scope: Scope,
            _ rights: Set<Right>,
            hiding hidden: Set<ProtectedField> = [],
            legalBases: Set<LegalBasis>? = nil,
            excludesInvolved: Bool = false,
            underBreakGlass: Bool = false
        ) {
            self.role = role
            self.kinds = kinds
            self.scope = scope
            self.rights = rights
            self.hidden = hidden
            self.legalBases = legalBases
            self.excludesInvolved = excludesInvolved
            self.underBreakGlass = underBreakGlass
        }
    }

    /// A right to the register as a whole, by role.
    public struct RegisterGrant: Hashable, Sendable, Codable {
        /// The role.
        public var role: AccessRole
        /// What may be done.
        public var rights: Set<RegisterRight>

        /// A line.
        public init(_ role: AccessRole, _ rights: Set<RegisterRight>) {
            self.role = role
            self.rights = rights
        }
    }

    /// The lines on records.
    public var grants: [Grant]
    /// The lines on the register.
    public var registerGrants: [RegisterGrant]
    /// The kinds that carry a legal basis, and so belong to a branch; others belong to all.
    public var branchKinds: Set<RecordKind>
    /// The kinds whose reading is logged.
    public var loggedKinds: Set<RecordKind>
    /// The kinds that are never counted, such as drafts.
    public var uncountedKinds: Set<RecordKind>
    /// The purposes for which everything about one person may be exported.
    public var exportPurposes: Set<AccessPurpose>

    /// A table.
    public init(
        grants: [Grant],
        registerGrants: [RegisterGrant],
        branchKinds: Set<RecordKind>,
        loggedKinds: Set<RecordKind>,
        uncountedKinds: Set<RecordKind>,
        exportPurposes: Set<AccessPurpose>
    ) {
        self.grants = grants
        self.registerGrants = registerGrants
        self.branchKinds = branchKinds
        self.loggedKinds = loggedKinds
        self.uncountedKinds = uncountedKinds
        self.exportPurposes = exportPurposes
    }
}
