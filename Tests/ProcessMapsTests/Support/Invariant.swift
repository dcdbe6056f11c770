import ProcessMaps
import QualityCore
import TestSupport

/// The invariants of D-PRO-1 to D-PRO-3 and D-PRO-7, written a second time and judged after every act.
enum Invariant {
    static func broken(in process: CareProcess) -> String? {
        let approved = process.versions.versions.filter { $0.state.approval != nil }
        for version in approved {
            let text = version.content
            for field in [text.purpose, text.start, text.end] where blank(field.value ?? "") {
                return "a text is blank"
            }
            if text.inputs.value?.contains(where: { !blank($0) }) != true { return "no inputs" }
            if text.outputs.value?.contains(where: { !blank($0) }) != true { return "no outputs" }
            if text.roles.value?.contains(where: { !blank($0.rawValue) }) != true { return "no roles" }
            guard let steps = text.steps.value, !steps.isEmpty else { return "no steps" }
            for step in steps {
                if blank(step.name) { return "a step without name" }
                if blank(step.role?.rawValue ?? "") { return "a step without role" }
                switch step.routineNeed?.value {
                case .routines(let routines)? where !routines.isEmpty: break
                case .none(let reason)? where !blank(reason): break
                default: return "a step without routine"
                }
            }
            if text.coOperationInside == nil || text.coOperationOutside == nil { return "co-operation not answered" }
            if let signed = version.state.approval?.approver.value?.day,
                blank(process.owners.owner(on: signed)?.value?.title ?? "")
            {
                return "approved without owner"
            }
        }
        if !approved.isEmpty, process.operations.value?.isEmpty ?? true { return "no operation" }
        if !approved.isEmpty, blank(process.name) { return "no name" }
        return brokenVersions(process.versions)
    }

    static func broken(in routine: Routine) -> String? {
        for version in routine.versions.versions where version.state != .draft {
            if blank(version.content.instruction.value ?? "") { return "no instruction" }
            if blank(version.content.responsible.value ?? "") { return "nobody responsible" }
        }
        for one in routine.acknowledgements {
            guard let approval = routine.versions[one.number]?.state.approval else { return "a draft acknowledged" }
            if let signed = approval.approver.value?.day, one.day < signed { return "acknowledged before approval" }
        }
        let pairs = routine.acknowledgements.map { "\($0.number) \($0.person.rawValue)" }
        if Set(pairs).count != pairs.count { return "acknowledged twice" }
        return brokenVersions(routine.versions)
    }

    private static func brokenVersions<Content>(_ history: VersionHistory<Content>) -> String? {
        for version in history.versions {
            guard let approval = version.state.approval else { continue }
            guard let approver = approval.approver.value, !blank(approver.title) else { return "no approver" }
            if blank(approval.reason.value ?? "") { return "no reason" }
            guard let review = approval.reviewBy.value, review >= approval.validFrom else { return "no review day" }
            if approval.validFrom < approver.day { return "valid before approval" }
            if approval.reviews.contains(where: { blank($0.conclusion) }) { return "a review without conclusion" }
            if let withdrawal = version.state.withdrawal {
                if blank(withdrawal.reason.value ?? "") { return "withdrawn without reason" }
                if let signed = withdrawal.signature.value?.day, withdrawal.lastDay < signed {
                    return "withdrawn backwards"
                }
            }
        }
        for date in stride(from: 0, through: 60, by: 1).compactMap({ day("2020-01-01").adding(days: $0) }) {
            let valid = history.versions.filter { history.status(of: $0.number, on: date)?.isInForce == true }
            if valid.count > 1 { return "two versions in force" }
            if valid.first != history.inForce(on: date) { return "status and force differ" }
        }
        return nil
    }

    private static func blank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}
