import LexSarah
import QualityCore
import TestSupport
import Testing

/// A case on its way through drawn acts.
struct LexSarahWalk: Walker {
    private var acts: LexSarahActs
    private(set) var record: LexSarahCase
    private(set) var broken: Set<String>

    init(seed: UInt64, law: Law) throws {
        acts = LexSarahActs(seed: seed, law: law)
        record = try acts.begin()
        broken = breaches(record)
    }

    mutating func step(trying name: String?) throws -> String? {
        let before = record
        let act = name.flatMap(LexSarahActs.Act.init) ?? acts.next(after: before)
        do {
            try acts.perform(act, on: &record)
        } catch is RuleViolation {
            // Of many notes or answers at once, those before the refused one stand.
            guard record != before, act == .notes || act == .answers else { return nil }
        }
        broken = breaches(record)
        if !record.reports.starts(with: before.reports, by: { $0.id == $1.id }) { broken.insert("a report is lost") }
        if !record.decisions.starts(with: before.decisions) { broken.insert("a decision is lost") }
        if record.rounds.count < before.rounds.count { broken.insert("an investigation is lost") }
        if before.notified != nil, record.notified != before.notified { broken.insert("a notification is lost") }
        if record.daysToClose.contains(where: { $0 < 0 }) { broken.insert("closed before it began") }
        if !record.taskChecks.starts(with: before.taskChecks) { broken.insert("a finding on conflict is lost") }
        if isPartial(after: act) { broken.insert("D-SEC-4") }
        return act.rawValue
    }

    /// Whether someone in conflict of interest has just investigated or decided, or still has the investigation.
    private func isPartial(after act: LexSarahActs.Act) -> Bool {
        let doer: PersonReference? =
            switch act {
            case .assign: record.assignments.last?.person
            case .begin, .reopen: record.rounds.last?.begun.value?.person
            case .end: record.rounds.last?.endedBy?.value?.person
            case .propose: record.proposal?.by.person
            case .decide, .revise: record.decisions.last?.by.value?.person
            case .involve: record.investigator
            default: nil
            }
        let decides = act == .decide || act == .revise
        let found = record.taskChecks.last {
            $0.clearance.person == doer && $0.task == (decides ? .decide : .investigate)
        }
        // What came to light after an exception does not undo it.
        if act == .involve, let found, found.clearance.isOverridden { return false }
        return Impartiality.isBroken(
            by: doer,
            among: record.involvement,
            allowedBy: found?.clearance.override,
            listed: record.conflictExceptions
        )
    }
}

/// What holds in every case made here, written a second time from the requirements.
private func breaches(_ found: LexSarahCase) -> Set<String> {
    func blank(_ text: String?) -> Bool { text?.contains { !$0.isWhitespace } != true }
    func open(_ answer: Consideration?) -> Bool {
        switch answer {
        case nil: true
        case .yes: false
        case .no(let reason): blank(reason)
        }
    }
    var broken: Set<String> = []
    func must(_ rule: String, _ holds: Bool) { if !holds { broken.insert(rule) } }
    for report in found.reports {
        must("D-LXS-1", !blank(report.reporter.value?.role))
        must("D-LXS-1", report.receipt.value?.receiver == found.operatedBy.value)
        if case .anonymousSource(let person, _)? = report.reporter.value {
            must("D-LXS-1", person == report.receipt.value?.person)
        }
        if case .oral(let written)? = report.receipt.value?.form {
            must("D-LXS-1", written.person == report.receipt.value?.person)
        }
    }
    if case .notApplicable(let reason)? = found.remedy.value { must("D-LXS-3", !blank(reason)) }
    for measure in found.remedyMeasures { must("D-LXS-3", !blank(measure.what) && !blank(measure.by.title)) }
    must("D-LXS-13", found.legalBases.value?.isEmpty == false && found.concerned.value != .persons([]))
    for round in found.rounds {
        for entry in round.entries { must("D-LXS-4", !blank(entry.note.text) && !blank(entry.note.author.title)) }
        for entry in round.entries { must("D-LXS-4", !blank(entry.note.source)) }
        guard round.ended != nil else { continue }
        must("D-LXS-3", !round.entries.isEmpty)
        if round.ended == found.rounds.last?.ended, round.scope?.value == .stance, found.phase == .decided {
            must("D-LXS-4", found.decisions.last?.degree == .noMisconduct)
        }
        if round.scope?.value == .full { must("D-LXS-4", Set(round.entries.map(\.topic)).count >= 7) }
    }
    for addition in found.additions { must("D-LXS-4", !blank(addition.text) && !blank(addition.source)) }
    if found.rounds.last?.ended != nil {
        for question in PersonAnswers.Question.allCases {
            must("D-LXS-14", !open(found.answers.value?.considerations[question]))
        }
        switch found.answers.value?.police {
        case nil: must("D-LXS-14", false)
        case .made(_, let text)?, .notMade(let text)?: must("D-LXS-14", !blank(text))
        }
    }
    if let proposal = found.proposal { must("D-LXS-13", !blank(proposal.motivation)) }
    for decision in found.decisions {
        must("D-LXS-5", !blank(decision.motivation.value) && !blank(decision.delegation.value))
        must("D-LXS-13", decision.by.value?.person != decision.proposedBy.value?.person)
        let isRisk = decision.degree == .tangibleRisk || decision.degree == .tangibleRiskOfSerious
        must("D-LXS-2", decision.degree == .noMisconduct || decision.grounds.value?.affected.isEmpty == false)
        let outcome = decision.grounds.value?.outcome
        if decision.degree == .noMisconduct {
            must("D-LXS-2", outcome != .threatOrConsequences && outcome != .risk([.obvious, .concrete]))
        } else if !isRisk {
            must("D-LXS-2", outcome == .threatOrConsequences)
        }
        if isRisk { must("D-LXS-2", decision.grounds.value?.outcome == .risk([.obvious, .concrete])) }
    }
    if !found.decisions.isEmpty { must("D-LXS-10", !found.categories.isEmpty) }
    if let joining = found.joining { must("D-LXS-11", !blank(joining.reason)) }
    if let matter = found.matter {
        must("D-LXS-7", matter.notifier.value == found.operatedBy.value)
        if let number = matter.number { must("D-LXS-15", !blank(number)) }
        if matter.ended != nil {
            must("D-LXS-15", matter.requests.allSatisfy { $0.answered != nil })
            must("D-LXS-15", matter.verdict?.demands.allSatisfy { $0.measure != nil } ?? true)
        }
    }
    if case .no(let reason)? = found.suspicion { must("D-LXS-6", !blank(reason)) }
    guard found.phase == .closed, let decision = found.decisions.last else { return broken }
    let isSerious = decision.degree == .serious || decision.degree == .tangibleRiskOfSerious
    var wasSuspected = false
    if case .yes? = found.suspicion { wasSuspected = true }
    if isSerious || wasSuspected { must("D-LXS-6", found.matter != nil) }
    if let matter = found.matter {
        must("D-LXS-6", matter.investigationSent != nil)
        if !isSerious { must("D-LXS-15", matter.supplements.contains { $0.kind == .revisedDegree }) }
    }
    for report in found.reports { must("D-LXS-11", !open(report.answer)) }
    if found.operatedBy.value == .privateOperator {
        must(
            "D-LXS-7",
            Set(found.reports.map(\.id)).allSatisfy { id in
                found.boardInformed.contains { $0.matter == .report(id) }
            }
        )
    }
    return broken
}

@Suite(
    "Any sequence of acts on a Lex Sarah case",
    .long,
    .requirement("D-LXS-1", "D-LXS-2", "D-LXS-3", "D-LXS-4", "D-LXS-5", "D-LXS-6", "D-LXS-7", "D-LXS-10"),
    .requirement("D-LXS-11", "D-LXS-13", "D-LXS-14", "D-LXS-15", "D-SEC-4")
)
struct LexSarahWalkTests {
    private static var walk: Walk<LexSarahWalk> {
        Walk(
            acts: LexSarahActs.Act.allCases.map(\.rawValue),
            phases: LexSarahPhase.allCases.map(\.rawValue),
            steps: 80,
            start: LexSarahWalk.init
        )
    }

    @Test("reaches no state that breaks an invariant", arguments: Seeds.some(1))
    func holds(seed: UInt64) throws { try Self.walk.verify(seed: seed) }

    @Test("breaks the invariant of a rule that is switched off", arguments: Seeds.some(1))
    func needed(seed: UInt64) throws { try Self.walk.verifyRulesAreNeeded(seed: seed) }
}
