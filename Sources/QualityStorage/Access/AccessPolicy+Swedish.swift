import QualityCore

extension AccessPolicy {
    /// The default roles of the library (D-SEC-13); practice rather than law, and a board's own decision to keep.
    ///
    /// The reporter's name is hidden from the unit. That is no promise of secrecy: in a public body it can be released
    /// on request unless OSL 26:5 or another ground applies (D-SEC-14).
    public static let swedish = AccessPolicy(
        grants: people + people.compactMap(ownDrafts) + programs,
        registerGrants: [
            RegisterGrant(.registrar, [.personExport, .dispose]),
            RegisterGrant(.auditor, [.journal, .verify]),
            RegisterGrant(.administrator, [.verify]),
            RegisterGrant(.archiveProgram, [.journal, .archive, .restore, .verify, .dispose]),
        ],
        branchKinds: [deviation, complaint, lexSarah],
        loggedKinds: cases.union(drafts(of: cases)),
        uncountedKinds: drafts(of: cases.union(guidance).union(work)),
        exportPurposes: [.personRequest, .supervision]
    )

    private static let deviation = RecordKind(rawValue: "deviation")
    private static let complaint = RecordKind(rawValue: "complaint")
    private static let complaintTheme = RecordKind(rawValue: "complaintTheme")
    private static let lexSarah = RecordKind(rawValue: "lexSarahCase")
    private static let processTree = RecordKind(rawValue: "processTree")
    private static let unexecutedDecision = RecordKind(rawValue: "unexecutedDecision")
    private static let cases: Set<RecordKind> = [deviation, complaint, complaintTheme, lexSarah, unexecutedDecision]
    private static let guidance: Set<RecordKind> = [
        processTree, RecordKind(rawValue: "process"), RecordKind(rawValue: "routine"),
        RecordKind(rawValue: "selfCheckTemplate"),
    ]
    private static let work: Set<RecordKind> = Set(
        [
            "measure", "riskAnalysis", "selfCheck", "selfCheckPlan", "providerFollowUp", "jointAnalysis",
            "externalReview", "situationReport", "userSurvey", "goal", "boardDecision",
        ].map(RecordKind.init(rawValue:))
    )

    private static let see: Set<Right> = [.know, .facts, .payload]
    private static let handle: Set<Right> = [.know, .facts, .payload, .create, .write]
    /// What a manager loses when a case is taken over (D-SEC-3).
    private static let takenOver: Set<ProtectedField> = [
        .reporter, .concerned, .statements, .investigation, .assessment,
    ]

    private static let people = peopleOfUnits + peopleOfCases + peopleOfFigures

    private static let peopleOfUnits: [Grant] = [
        Grant(.reporter, [deviation], .own, [.know, .payload, .create], hiding: [.investigation, .assessment]),
        Grant(
            .reporter,
            [lexSarah],
            .own,
            [.know, .payload, .create],
            hiding: [.reporter, .concerned, .statements, .investigation, .assessment]
        ),
        Grant(.reporter, guidance, .board, see),
        Grant(.unitManager, [deviation, complaint, complaintTheme], .units, handle, hiding: [.reporter]),
        Grant(
            .unitManager,
            [lexSarah],
            .units,
            [.know, .payload, .create, .write],
            hiding: takenOver,
            excludesInvolved: true
        ),
        Grant(.unitManager, work.union([unexecutedDecision]), .units, handle),
        Grant(.unitManager, guidance, .board, see),
        Grant(.unitManager, cases, .board, [.know, .payload], hiding: [.reporter], underBreakGlass: true),
        Grant(.provider, [deviation, complaint], .units, handle, hiding: [.reporter]),
        Grant(.provider, work, .units, handle),
        Grant(.provider, guidance, .board, see),
    ]

    private static let peopleOfCases: [Grant] = [
        Grant(.lexSarahReceiver, [lexSarah], .units, handle),
        Grant(.lexSarahReceiver, [deviation, complaint], .units, see, hiding: [.reporter]),
        Grant(.investigator, cases, .assigned, [.know, .facts, .payload, .write], excludesInvolved: true),
        Grant(.investigator, work, .units, handle),
        Grant(.investigator, guidance, .board, see),
        Grant(.investigator, cases, .board, [.know, .payload], hiding: [.reporter], underBreakGlass: true),
        Grant(
            .decider,
            cases,
            .units,
            [.know, .facts, .payload, .write],
            hiding: [.reporter],
            excludesInvolved: true
        ),
        Grant(.decider, work, .units, handle),
        Grant(.medicallyResponsible, [deviation, complaint], .units, handle, legalBases: [.hsl]),
        Grant(.medicallyResponsible, work, .units, see),
        Grant(.medicallyResponsible, guidance, .board, handle),
        Grant(
            .medicallyResponsible,
            [deviation],
            .board,
            [.know, .payload],
            hiding: [.reporter],
            legalBases: [.hsl],
            underBreakGlass: true
        ),
        Grant(.sociallyResponsible, cases, .units, [.know, .facts], legalBases: [.sol, .lss]),
        Grant(.sociallyResponsible, cases, .assigned, see, legalBases: [.sol, .lss]),
        Grant(.sociallyResponsible, work, .units, handle),
        Grant(.sociallyResponsible, guidance, .board, handle),
        Grant(.registrar, [complaint, lexSarah], .board, [.know, .create]),
    ]

    private static let peopleOfFigures: [Grant] = [
        Grant(.processOwner, cases.subtracting([lexSarah]), .units, [.know, .facts]),
        Grant(.processOwner, work, .units, handle),
        Grant(.processOwner, guidance, .board, handle),
        Grant(.analyst, cases.union(work).union(guidance), .units, [.know, .facts]),
        Grant(.boardMember, cases.union(work).union(guidance), .board, [.know, .facts]),
        Grant(.boardMember, cases, .named, [.know, .payload], hiding: [.reporter]),
        Grant(.boardMember, work.union(guidance), .board, see),
        Grant(.auditor, cases.union(work), .named, [.know, .payload], hiding: [.reporter]),
        Grant(.auditor, guidance.union([AccessLogEntry.kind]), .board, see),
    ]

    /// Whoever saves new records of some kinds fills in drafts of them, which nobody else reads.
    private static func ownDrafts(_ grant: Grant) -> Grant? {
        guard grant.rights.contains(.create), let kinds = grant.kinds else { return nil }
        return Grant(grant.role, drafts(of: kinds), .own, [.know, .payload, .create, .write])
    }

    private static func drafts(of kinds: Set<RecordKind>) -> Set<RecordKind> {
        Set(kinds.subtracting([processTree]).map(\.draft))
    }

    private static let programs: [Grant] = [
        Grant(.importProgram, nil, .board, [.know, .facts, .create, .write]),
        Grant(.readingProgram, nil, .board, see),
        Grant(.archiveProgram, nil, .board, [.know]),
        Grant(.archiveProgram, [AccessLogEntry.kind], .board, [.know]),
    ]
}
