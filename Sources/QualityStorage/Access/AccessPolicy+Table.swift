import QualityCore

extension AccessPolicy {
    /// The table as Markdown, a line for each role and group of kinds: what a board decides on and an auditor asks for.
    public var markdown: String {
        var lines = ["| role | kinds | which | rights | hidden |", "|---|---|---|---|---|"]
        for grant in grants {
            let kinds = grant.kinds.map { Self.list($0.map(\.rawValue)) } ?? "every kind but the access log"
            var which = grant.scope.rawValue
            if let bases = grant.legalBases { which += ", " + Self.list(bases.map(\.rawValue)) }
            if grant.excludesInvolved { which += ", not when involved" }
            if grant.underBreakGlass { which += ", in an emergency" }
            let rights = Right.allCases.filter(grant.rights.contains).map(\.rawValue).joined(separator: ", ")
            let hidden = Self.list(grant.hidden.map(\.rawValue))
            lines.append("| \(grant.role.rawValue) | \(kinds) | \(which) | \(rights) | \(hidden) |")
        }
        for grant in registerGrants {
            let rights = RegisterRight.allCases.filter(grant.rights.contains).map(\.rawValue).joined(separator: ", ")
            lines.append("| \(grant.role.rawValue) | the register | | \(rights) | |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func list(_ names: [String]) -> String {
        names.sorted().joined(separator: ", ")
    }
}
