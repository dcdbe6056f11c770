public import QualityCore

/// How far the management system covers the processes on a day: what is in place, missing or unknown (*täckning*).
public struct ManagementCoverage: Hashable, Sendable {
    /// The board's own limits.
    public struct Settings: Hashable, Sendable, Codable {
        /// The highest age of a risk analysis, in days; `nil` for no limit.
        public var riskAnalysisMaximumAge: Int?

        /// Limits; by default no risk analysis is older than a year.
        public init(riskAnalysisMaximumAge: Int? = 365) {
            self.riskAnalysisMaximumAge = riskAnalysisMaximumAge
        }
    }

    /// Whether something is in place. Closed.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is in place.
        case inPlace
        /// It is missing, in whole or in part.
        case missing
        /// The records do not tell.
        case unknown
    }

    /// One aspect of one process.
    public struct Row: Hashable, Sendable, Codable {
        /// The process.
        public let process: RecordID<CareProcess>
        /// The aspect.
        public let aspect: CoverageAspect
        /// Whether it is in place.
        public let state: State
        /// What is missing; empty unless the state says so.
        public let findings: [CoverageFinding]
        /// The age of the newest risk analysis in days; `nil` for other aspects and where there is none.
        public let age: Int?
        /// The provision in force on the day that asks for it; `nil` where the law that was passed in has none.
        public let citation: String?
        /// How firm that provision is; `nil` where there is none.
        public let ground: Provision.Ground?
    }

    /// How many processes of a kind in an operation have come how far.
    public struct Progress: Hashable, Sendable, Codable {
        /// The kind of process.
        public let kind: ProcessKind
        /// The operation; `nil` for processes whose operations are not known.
        public let operation: OrganisationUnitID?
        /// Identified on the day or earlier.
        public let identified: Int
        /// Of them, with steps laid down in a draft or a version in force.
        public let mapped: Int
        /// Of them, with a version in force.
        public let approved: Int
    }

    /// A row for each process and aspect, processes in the order given.
    public let rows: [Row]
    /// Counts per kind and operation; a process of two operations is in both.
    public let progress: [Progress]

    /// What is missing, row by row.
    public var missing: [Row] { rows.filter { $0.state == .missing } }

    /// The rows of a process.
    public subscript(process: RecordID<CareProcess>) -> [Row] { rows.filter { $0.process == process } }

    /// The coverage of the processes that were identified by a day, as of that day.
    ///
    /// - Parameters:
    ///   - processes: the processes.
    ///   - routines: the routines that their steps name.
    ///   - staff: those who are to acknowledge routines; `nil` where nobody knows who they are.
    ///   - organisation: the organisation in which they work.
    ///   - evidence: what other records show.
    ///   - day: the day.
    ///   - law: the provisions to cite.
    ///   - settings: the board's limits.
    public init(
        of processes: [CareProcess],
        routines: [Routine],
        staff: [StaffMember]?,
        in organisation: Organisation,
        evidence: ManagementEvidence,
        asOf day: CalendarDate,
        under law: Law,
        settings: Settings = Settings()
    ) {
        let known = processes.filter { $0.identified <= day }
        let judge = CoverageJudge(
            routines: Dictionary(routines.map { ($0.id, $0) }) { _, last in last },
            staff: staff,
            organisation: organisation,
            evidence: evidence,
            day: day,
            settings: settings,
            maps: MapsInForce(known, on: day)
        )
        rows = known.flatMap { process in
            CoverageAspect.allCases.map { aspect in
                let verdict = judge.verdict(on: aspect, of: process)
                let provision = law.provision(for: aspect.duty, on: day)
                return Row(
                    process: process.id,
                    aspect: aspect,
                    state: verdict.map { $0.isEmpty ? .inPlace : .missing } ?? .unknown,
                    findings: verdict ?? [],
                    age: aspect == .riskAnalysis ? judge.ageOfRiskAnalysis(of: process) : nil,
                    citation: provision?.citation,
                    ground: provision?.ground
                )
            }
        }
        progress = Self.progress(of: known, asOf: day)
    }

    private static func progress(of processes: [CareProcess], asOf day: CalendarDate) -> [Progress] {
        var groups: [(kind: ProcessKind, operation: OrganisationUnitID?)] = []
        for process in processes {
            for operation in Self.operations(of: process)
            where !groups.contains(where: { $0.kind == process.processKind && $0.operation == operation }) {
                groups.append((process.processKind, operation))
            }
        }
        return groups.map { group in
            let members = processes.filter {
                $0.processKind == group.kind && Self.operations(of: $0).contains(group.operation)
            }
            return Progress(
                kind: group.kind,
                operation: group.operation,
                identified: members.count,
                mapped: members.count { $0.isMapped(on: day) },
                approved: members.count { $0.versions.inForce(on: day) != nil }
            )
        }
    }

    private static func operations(of process: CareProcess) -> [OrganisationUnitID?] {
        let operations = process.operations.value ?? []
        return operations.isEmpty ? [nil] : operations
    }
}

extension CareProcess {
    fileprivate func isMapped(on day: CalendarDate) -> Bool {
        [versions.inForce(on: day), versions.draft].contains { version in
            guard let content = version?.content else { return false }
            let isDrawn = content.map?.map.allProcesses.contains { !$0.body.nodes.isEmpty }
            return isDrawn == true || content.steps.value?.isEmpty == false
        }
    }
}
