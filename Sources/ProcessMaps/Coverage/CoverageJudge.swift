import QualityCore

/// Judges one aspect of one process on a day; `nil` is the verdict that the records do not tell.
struct CoverageJudge {
    let routines: [RecordID<Routine>: Routine]
    let staff: [StaffMember]?
    let organisation: Organisation
    let evidence: ManagementEvidence
    let day: CalendarDate
    let settings: ManagementCoverage.Settings
    let maps: MapsInForce

    func verdict(on aspect: CoverageAspect, of process: CareProcess) -> [CoverageFinding]? {
        let version = process.versions.inForce(on: day)
        return switch aspect {
        case .owner: owner(of: process)
        case .steps: version.map { steps(of: $0.content, in: process.id) } ?? [.notApproved]
        case .routines: version.map { routines(of: $0.content) } ?? [.notApproved]
        case .review: version.map(review) ?? [.notApproved]
        case .riskAnalysis: riskAnalysis(of: process.id, version: version)
        case .selfChecks: evidence.entries[process.id]?.selfChecks.value.map(selfChecks)
        case .deviations:
            evidence.entries[process.id]?.deviations.value.map {
                $0.done < $0.all ? [.deviationsNotAnalysed($0.all - $0.done)] : []
            }
        case .measures:
            evidence.entries[process.id]?.measures.value.map {
                $0.done < $0.all ? [.measuresNotEvaluated($0.all - $0.done)] : []
            }
        case .coOperation: version.map { coOperation(of: $0.content) } ?? [.notApproved]
        case .acknowledgements: version.map { acknowledgements(of: $0.content) } ?? [.notApproved]
        }
    }

    func ageOfRiskAnalysis(of process: CareProcess) -> Int? {
        guard case .newest(let analysed)? = evidence.entries[process.id]?.riskAnalysis.value else { return nil }
        return analysed.days(to: day)
    }

    private func owner(of process: CareProcess) -> [CoverageFinding]? {
        switch process.owners.owner(on: day) {
        case .none: [.noOwner]
        case .some(.value): []
        case .some(.notStated): nil
        }
    }

    private func steps(
        of content: ProcessDescription,
        in process: RecordID<CareProcess>
    ) -> [CoverageFinding]? {
        guard content.steps.value != nil || content.map != nil else { return nil }
        var findings: [CoverageFinding] = content.missing.contains(.steps) ? [.noSteps] : []
        for finding in content.unresolvedFindings {
            switch finding.kind {
            case .noRole: findings.append(.stepWithoutRole(ProcessStep.ID(finding.element)))
            case .noRoutine: break
            default: findings.append(.mapFinding(finding))
            }
        }
        return findings + maps.others(than: process, with: content.map?.map).map(CoverageFinding.mapInForceElsewhere)
    }

    private func routines(of content: ProcessDescription) -> [CoverageFinding]? {
        guard let needs = content.routineNeeds else { return nil }
        var findings: [CoverageFinding] = []
        var isUnknown = false
        var judged: Set<RecordID<Routine>> = []
        for (step, need) in needs {
            switch need {
            case .some(.notStated): isUnknown = true
            case .some(.value(.routines(let needed))) where !needed.isEmpty:
                for id in needed {
                    guard let routine = routines[id], let version = routine.versions.inForce(on: day) else {
                        findings.append(.routineNotInForce(id, step: step))
                        continue
                    }
                    guard judged.insert(id).inserted else { continue }
                    if version.content.responsible.isBlank { findings.append(.routineWithoutResponsibility(id)) }
                    if routine.versions.status(of: version.number, on: day) == .dueForReview {
                        findings.append(.routinePastReview(id))
                    }
                }
            case .some(.value(let need)) where need.isAnswered: break
            default: findings.append(.stepWithoutRoutine(step))
            }
        }
        return findings.isEmpty && isUnknown ? nil : findings
    }

    private func review(of version: DocumentVersion<ProcessDescription>) -> [CoverageFinding]? {
        guard let by = version.state.approval?.reviewBy(asOf: day) else { return [.noReviewDay] }
        return by < day ? [.pastReview(since: by)] : []
    }

    private func riskAnalysis(
        of process: RecordID<CareProcess>,
        version: DocumentVersion<ProcessDescription>?
    ) -> [CoverageFinding]? {
        switch evidence.entries[process]?.riskAnalysis.value {
        case nil: return nil
        case .some(.none): return [.noRiskAnalysis]
        case .newest(let analysed)?:
            var findings: [CoverageFinding] = []
            if let approval = version?.state.approval,
                case let approved = approval.approver.value?.day ?? approval.validFrom, analysed < approved
            {
                findings.append(.riskAnalysisOlderThanVersion(days: analysed.days(to: approved)))
            }
            if let limit = settings.riskAnalysisMaximumAge, analysed.days(to: day) > limit {
                findings.append(.riskAnalysisTooOld(days: analysed.days(to: day) - limit))
            }
            return findings
        }
    }

    private func selfChecks(_ checks: ManagementEvidence.SelfChecks) -> [CoverageFinding] {
        if checks.expected == 0 { return [.noSelfChecks] }
        return checks.missed > 0 ? [.selfChecksMissed(checks.missed)] : []
    }

    private func coOperation(of content: ProcessDescription) -> [CoverageFinding]? {
        var findings: [CoverageFinding] = []
        if content.missing.contains(.coOperationInside) { findings.append(.coOperationInsideNotDescribed) }
        if content.missing.contains(.coOperationOutside) { findings.append(.coOperationOutsideNotDescribed) }
        let isUnknown = content.gaps.contains(.coOperationInside) || content.gaps.contains(.coOperationOutside)
        return findings.isEmpty && isUnknown ? nil : findings
    }

    private func acknowledgements(of content: ProcessDescription) -> [CoverageFinding]? {
        guard let staff, let needs = content.routineNeeds else { return nil }
        var seen: Set<RecordID<Routine>> = []
        return needs.flatMap { _, need -> [RecordID<Routine>] in
            if case .routines(let needed)? = need?.value { needed } else { [] }
        }
        .compactMap { id in
            guard seen.insert(id).inserted, let routine = routines[id] else { return nil }
            let persons = routine.missingAcknowledgements(of: staff, in: organisation, asOf: day).count
            return persons > 0 ? .notAcknowledged(id, persons: persons) : nil
        }
    }
}
