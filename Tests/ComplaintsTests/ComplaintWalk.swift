import Complaints
import QualityCore
import TestSupport

/// A submission under random acts, judged by what is written of complaints and not by the rules of the record.
struct ComplaintWalk: Walker {
    enum Act: String, CaseIterable {
        case acknowledge, begin, assign, misconduct, denyAppeal, passOn, handOver, join, answer, answerByTheme, close
        case closeUnanswered, link, complete, completeAnswer, cancel, involve
    }

    private var complaint: Complaint
    private var dice: Draws
    private let law: Law
    private let theme: ComplaintTheme
    private let words: Stated<String>
    private var isPartial = false
    private static let people: [PersonReference] = ["h1", "h2", "h3", "chief"]

    init(seed: UInt64, under law: Law) throws {
        var dice = Draws(seed: seed)
        self.law = law
        theme = try ComplaintTheme.draft(
            answer: .draft(on: "2024-03-01", explanation: "x", adaptation: .no(reason: "x"))
        )
        while true {
            let isGap = dice.below(6) == 0
            let made = try Complaint.draft(
                isGap ? nil : Self.receipt(&dice),
                viewpoints: [.draft(.dissatisfaction, Self.text(&dice))],
                answered: isGap && dice.below(2) == 0 ? day("2024-03-08") : nil,
                policy: dice.below(8) == 0 ? nil : .standard
            )
            guard made.violations(under: law).isEmpty else { continue }
            complaint = made
            words = made.receipt.words
            self.dice = dice
            return
        }
    }

    private static func receipt(_ dice: inout Draws) -> Complaint.Receipt {
        .draft(
            sender: dice.pick([.recipient, .relative, .staff, .authority]),
            contact: dice.below(4) == 0 ? .anonymous : .reachable("x"),
            wish: dice.below(4) == 0 ? .notWanted : .wanted,
            words: dice.below(10) == 0 ? " " : "x",
            subject: dice.below(3) == 0 ? .decision : .operation,
            legalBases: dice.pick([[.sol], [.hsl], [.sol, .hsl], [.sol, .hsl], []])
        )
    }

    private static func text(_ dice: inout Draws) -> String { dice.below(6) == 0 ? " " : "x" }

    var record: Complaint { complaint }

    var broken: Set<String> { isPartial ? ["D-SEC-4"] : fault.map { [$0] } ?? [] }

    mutating func step(trying name: String?) -> String? {
        let likely = dice.below(3) == 0 ? Act.allCases : Self.likely[complaint.phase] ?? Act.allCases
        let act = name.flatMap(Act.init) ?? dice.pick(likely)
        let date = dice.later(day(complaint.phase == .received ? "2024-03-06" : "2024-03-08"), 0...12)
        let last = complaint.ending?.day ?? complaint.answered ?? complaint.handling?.began.day ?? date
        let signature = Signature(
            dice.pick(Self.people),
            title: "chef",
            on: dice.below(4) == 0 ? date : max(date, last)
        )
        var changed = complaint
        let refused = refusal { try Self.perform(act, on: &changed, signature, theme, &dice, law) }
        guard refused == nil, changed != complaint || Self.mayChangeNothing.contains(act) else {
            return nil
        }
        complaint = changed
        isPartial = isPartial(after: act)
        return act.rawValue
    }

    private static let mayChangeNothing: Set<Act> = [.complete, .link, .assign, .involve]

    /// Whether someone in conflict of interest has just been given the submission or has answered or closed it.
    private func isPartial(after act: Act) -> Bool {
        let doer: PersonReference?
        switch (act, complaint.ending) {
        case (.begin, _), (.assign, _): doer = complaint.handling?.handler
        case (.answer, _), (.answerByTheme, _): doer = complaint.answer?.author.value
        case (.closeUnanswered, .closed(let signature, _)?): doer = signature.person
        default: return false
        }
        return Impartiality.isBroken(
            by: doer,
            among: complaint.involvement,
            allowedBy: complaint.clearances.last { $0.person == doer }?.override,
            listed: complaint.conflictExceptions
        )
    }

    private static func override(_ dice: inout Draws, on day: CalendarDate) -> ConflictOverride? {
        guard dice.below(3) == 0 else { return nil }
        return ConflictOverride(reason: text(&dice), by: Signature(dice.pick(people), title: "chef", on: day))
    }

    private static let likely: [ComplaintPhase: [Act]] = [
        .received: [.acknowledge, .begin, .misconduct, .denyAppeal, .join, .passOn],
        .acknowledged: [.begin, .misconduct, .denyAppeal], .joinedToTheme: [.answerByTheme, .closeUnanswered],
        .underHandling: [.answer, .answer, .answer, .closeUnanswered, .handOver, .join, .assign, .passOn, .involve],
        .answered: [.close, .complete, .completeAnswer],
    ]

    private static func perform(
        _ act: Act,
        on complaint: inout Complaint,
        _ signature: Signature,
        _ theme: ComplaintTheme,
        _ dice: inout Draws,
        _ law: Law
    ) throws {
        let consideration: Consideration? =
            switch dice.below(5) {
            case 0: nil
            case 1: .no(reason: text(&dice))
            default: .yes(signature)
            }
        let override = Self.override(&dice, on: signature.day)
        switch act {
        case .acknowledge: try complaint.acknowledge(by: signature, under: law)
        case .begin:
            let handler = dice.below(6) == 0 ? " " : dice.pick(people)
            try complaint.beginHandling(by: handler, signed: signature, override: override, under: law)
        case .assign:
            try complaint.assign(to: dice.below(6) == 0 ? " " : dice.pick(people), override: override, under: law)
        case .involve:
            let involved = dice.below(2) == 0 ? [] : Set([dice.pick(people)])
            try complaint.recordInvolvement(of: Involvement(involved: involved, superiors: ["h2": "chief"]), under: law)
        case .misconduct:
            guard let consideration else { return }
            try complaint.considerMisconduct(consideration, report: dice.below(3) == 0 ? nil : lexSarah, under: law)
        case .denyAppeal: try complaint.denyAppeal(by: signature, motivation: text(&dice), under: law)
        case .passOn:
            let verdict = dice.pick(Complaint.AppealReferral.Verdict.allCases)
            try complaint.passOn(Complaint.AppealReferral(verdict, to: "h3", by: signature), under: law)
        case .handOver:
            let handOver = Complaint.HandOver(to: text(&dice), by: signature, senderTold: consideration)
            try complaint.handOver(handOver, under: law)
        case .join: try complaint.join(theme, by: signature, under: law)
        case .answer:
            let answer = ComplaintAnswer.draft(
                on: signature.day.description,
                words: text(&dice),
                measures: dice.below(2) == 0 ? .nothing : .planned(text(&dice)),
                explanation: dice.below(3) == 0 ? nil : text(&dice),
                adaptation: consideration
            )
            try complaint.answer(answer, override: override, under: law)
        case .answerByTheme: try complaint.answer(with: theme, on: signature.day, override: override, under: law)
        case .close: try complaint.close(by: signature, under: law)
        case .closeUnanswered:
            let reason = dice.pick([Complaint.Unanswered.notWanted, .anonymous, .secrecy(ground: text(&dice))])
            try complaint.closeUnanswered(reason, by: signature, override: override, under: law)
        case .link: try complaint.link(to: lexSarah, under: law)
        case .complete: try complaint.complete(receipt(&dice), policy: .standard, under: law)
        case .completeAnswer:
            try complaint.completeAnswer(author: "h1", words: text(&dice), measures: .nothing, under: law)
        case .cancel:
            guard dice.below(2) == 0 else { return }
            try complaint.cancel(by: signature, reason: text(&dice), under: law)
        }
    }

    /// The first thing that is not as complaints must be; `nil` when all is.
    private var fault: String? {
        let receipt = complaint.receipt
        let isBlank = { (text: String?) in text?.allSatisfy(\.isWhitespace) == true }
        if complaint.viewpoints.contains(where: { isBlank($0.category.value?.rawValue) }) { return "D-CMP-2 category" }
        if receipt.legalBases.value == [] { return "D-CMP-7 legal bases" }
        if isBlank(receipt.words.value) { return "D-CMP-1 words" }
        if words.value != nil, receipt.words != words { return "D-CMP-1 words changed" }
        let isStaff = receipt.sender.value == .staff
        if case .no(let reason)? = complaint.misconduct, isBlank(reason) { return "D-CMP-1 reason" }
        if isBlank(complaint.appealDenial?.motivation) { return "D-CMP-5 motivation" }
        if case .yes = complaint.misconduct, isStaff, !complaint.links.contains(lexSarah) { return "D-CMP-1 report" }
        if isStaff, complaint.misconduct == nil, complaint.handling != nil { return "D-CMP-1 not asked" }
        let isPatient = receipt.sender.value == .recipient || receipt.sender.value == .relative
        if isPatient, receipt.legalBases.value?.contains(.hsl) == true, let answer = complaint.answer {
            guard let explanation = answer.explanation, !isBlank(explanation.value) else {
                return "D-CMP-3 explanation"
            }
            guard let adaptation = answer.adaptation else { return "D-CMP-3 adaptation" }
            if case .value(.no(let reason)) = adaptation, isBlank(reason) { return "D-CMP-3 adaptation" }
        }
        if case .handedOver(let handOver) = complaint.ending {
            if isBlank(handOver.receiver) || handOver.senderTold == nil { return "D-CMP-3 handed over" }
            if case .no(let reason)? = handOver.senderTold, isBlank(reason) { return "D-CMP-3 handed over" }
        }
        let hasClock = receipt.wish.value == .wanted && receipt.contact.value != .anonymous
        if hasClock != (complaint.deadlines != nil) { return "D-CMP-4 clock" }
        if receipt.subject.value == .decision, complaint.appealDenial == nil, complaint.handling != nil {
            guard complaint.phase == .passedOnAsAppeal || complaint.phase == .cancelled else {
                return "D-CMP-5 not asked"
            }
        }
        if complaint.phase == .passedOnAsAppeal, receipt.subject.value == .operation { return "D-CMP-5 no decision" }
        return courseFault(isBlank)
    }

    private func courseFault(_ isBlank: (String?) -> Bool) -> String? {
        let days = [
            complaint.received, complaint.acknowledged?.day, complaint.handling?.began.day, complaint.theme?.joined.day,
            complaint.answered, complaint.ending?.day,
        ].compactMap(\.self)
        if days != days.sorted() { return "D-CMP-7 order" }
        if isBlank(complaint.handling?.handler.rawValue) { return "D-CMP-7 handler" }
        if isBlank(complaint.answer?.words.value) { return "D-CMP-7 answer" }
        if case .value(.planned(let text))? = complaint.answer?.measures, isBlank(text) { return "D-CMP-7 measures" }
        guard case .closed(_, let reason) = complaint.ending, complaint.answer == nil else { return nil }
        return switch reason {
        case nil: "D-CMP-7 unanswered"
        case .notWanted: complaint.receipt.wish.value == .notWanted ? nil : "D-CMP-7 wanted"
        case .anonymous: complaint.receipt.contact.value == .anonymous ? nil : "D-CMP-7 known"
        case .secrecy(let ground): isBlank(ground) ? "D-CMP-7 ground" : nil
        }
    }
}
