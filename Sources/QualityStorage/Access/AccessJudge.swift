import QualityCore

/// What an access may do under a policy at one instant: the one check that every request goes through.
struct AccessJudge {
    fileprivate struct Line {
        let grant: AccessPolicy.Grant
        let assignment: RoleAssignment
        let filter: Filter
        /// The filter for a record that the assignment names.
        let namedFilter: Filter?
    }

    private let lines: [Line]
    private let registerRights: Set<AccessPolicy.RegisterRight>
    let isGlassBroken: Bool

    init(_ access: StoreAccess, under policy: AccessPolicy, at instant: Timestamp) {
        let isGlassBroken = access.breakGlass.map { glass in
            instant < glass.until && !glass.reason.allSatisfy(\.isWhitespace)
        }
        self.isGlassBroken = isGlassBroken ?? false
        var lines: [Line] = []
        for assignment in access.roles {
            for grant in policy.grants
            where grant.role == assignment.role && (!grant.underBreakGlass || isGlassBroken == true) {
                lines.append(Line(grant, assignment, access, policy))
            }
        }
        self.lines = lines
        let roles = Set(access.roles.map(\.role))
        registerRights = policy.registerGrants.reduce(into: []) { rights, grant in
            if roles.contains(grant.role) { rights.formUnion(grant.rights) }
        }
    }

    var isEmpty: Bool { lines.isEmpty && registerRights.isEmpty }

    var mayWriteAnything: Bool { lines.contains { !$0.grant.rights.isDisjoint(with: [.create, .write]) } }

    func holds(_ right: AccessPolicy.RegisterRight) -> Bool { registerRights.contains(right) }

    /// Whether some line gives a right to some records of a kind, or of any.
    func mayHold(_ right: AccessPolicy.Right, of kind: RecordKind? = nil) -> Bool {
        lines.contains { line in line.grant.rights.contains(right) && (kind.map(line.covers) ?? true) }
    }

    /// Whether a right holds for one record.
    func admits(_ right: AccessPolicy.Right, _ record: RecordReference, _ facts: RecordFacts) -> Bool {
        lines.contains { ($0.grant.rights.contains(right) || right == .know) && $0.admits(record, facts) }
    }

    /// What is hidden of one record from someone with a right; `nil` without the right.
    func hidden(
        _ right: AccessPolicy.Right,
        _ record: RecordReference,
        _ facts: RecordFacts
    ) -> Set<ProtectedField>? {
        var hidden: Set<ProtectedField>?
        for line in lines where line.grant.rights.contains(right) && line.admits(record, facts) {
            hidden = hidden?.intersection(line.grant.hidden) ?? line.grant.hidden
        }
        return hidden
    }

    /// Whether a right holds for every record of a kind, and nothing of it is hidden.
    func isUnrestricted(_ right: AccessPolicy.Right, of kind: RecordKind) -> Bool {
        lines.contains { line in
            line.grant.rights.contains(right) && line.covers(kind) && line.isUnrestricted
        }
    }

    /// Which records a right holds for, as far as they say so themselves.
    ///
    /// `leavesOutRecused`: leaves out whole kinds with records that the actor is recused from, because a filter names no
    /// record. `seesTexts`: only lines that hide no text.
    func filter(_ right: AccessPolicy.Right, leavesOutRecused: Bool = true, seesTexts: Bool = false) -> Filter {
        var filters: [Filter] = []
        for line in lines where line.grant.rights.contains(right) {
            if seesTexts, !line.grant.rights.contains(.payload) || !line.grant.hidden.isSubset(of: [.reporter]) {
                continue
            }
            let recused = Set(line.assignment.recused.map(\.kind))
            filters.append(
                leavesOutRecused && !recused.isEmpty ? .all([line.filter, .not(.kinds(recused))]) : line.filter
            )
        }
        return filters.count == 1 ? filters[0] : .any(filters)
    }
}

extension AccessJudge.Line {
    fileprivate init(
        _ grant: AccessPolicy.Grant,
        _ assignment: RoleAssignment,
        _ access: StoreAccess,
        _ policy: AccessPolicy
    ) {
        self.grant = grant
        self.assignment = assignment
        var common: [Filter] = [grant.kinds.map { .kinds($0) } ?? .not(.kinds([AccessLogEntry.kind]))]
        var bases = assignment.legalBases.map { $0.union(access.crossing?.legalBases ?? []) }
        if let own = grant.legalBases { bases = bases?.intersection(own) ?? own }
        if let bases {
            let codes = Set(bases.map { CategoryCode(rawValue: $0.rawValue) })
            common.append(.any([.not(.kinds(policy.branchKinds)), .codes(.legalBasis, codes)]))
        }
        let code = access.person.map { CategoryCode(rawValue: $0.rawValue) }
        if grant.excludesInvolved, let code { common.append(.not(.codes(.involved, [code]))) }
        let scope: Filter? =
            switch grant.scope {
            case .own: code.map { .codes(.reporter, [$0]) } ?? .nothing
            case .assigned: code.map { .codes(.assigned, [$0]) } ?? .nothing
            case .named: .nothing
            case .units: assignment.units.map { .units($0) }
            case .board: nil
            }
        filter = .all(common + [scope].compactMap(\.self))
        namedFilter = [.assigned, .named].contains(grant.scope) ? .all(common) : nil
    }

    fileprivate func covers(_ kind: RecordKind) -> Bool {
        grant.kinds?.contains(kind) ?? (kind != AccessLogEntry.kind)
    }

    fileprivate func admits(_ record: RecordReference, _ facts: RecordFacts) -> Bool {
        guard !assignment.recused.contains(record) else { return false }
        let isNamed = namedFilter != nil && assignment.cases.contains(record)
        return (isNamed ? namedFilter ?? filter : filter).accepts(
            record.kind,
            facts: facts,
            words: SearchWords(of: [])
        )
    }

    fileprivate var isUnrestricted: Bool {
        let isEverywhere = grant.scope == .board || grant.scope == .units && assignment.units == nil
        return isEverywhere && grant.hidden.isEmpty && grant.legalBases == nil && assignment.legalBases == nil
            && !grant.excludesInvolved && assignment.recused.isEmpty && !grant.underBreakGlass
    }
}
