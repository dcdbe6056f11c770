public import QualityCore

extension Complaint {
    /// What is required of every submission beside its structure.
    public static var rules: [RecordRule<Complaint>] {
        receiptRules + misconductRules + healthCareRules + deadlineRules + handlingRules + conflictRules
    }

    private static func rule(
        _ id: String,
        _ field: String,
        duty: Provision.Duty? = .receiveComplaints,
        sv swedish: String,
        en english: String,
        isBroken: @escaping @Sendable (Complaint) -> Bool
    ) -> RecordRule<Complaint> {
        RecordRule(
            id,
            field: field,
            duty: duty,
            message: LocalizedText(sv: swedish, en: english),
            basis: { $0.basis },
            selectedBy: { $0.received },
            isBroken: { complaint, _ in isBroken(complaint) }
        )
    }

    private static var receiptRules: [RecordRule<Complaint>] {
        [
            rule("D-CMP-1", "receipt.words", sv: "orden ska återges", en: "the words must be kept") {
                $0.receipt.words.isBlank
            },
            rule(
                "D-CMP-2",
                "viewpoints.category",
                sv: "synpunkten ska ha en kategori",
                en: "a viewpoint needs a category"
            ) {
                $0.viewpoints.contains { $0.category.value?.rawValue.allSatisfy(\.isWhitespace) == true }
            },
            rule("D-CMP-7", "receipt.legalBases", sv: "minst ett lagrum krävs", en: "a legal basis is required") {
                $0.receipt.legalBases.value?.isEmpty == true
            },
        ]
    }

    private static var misconductRules: [RecordRule<Complaint>] {
        [
            rule(
                "D-CMP-1",
                "misconduct",
                duty: .reportMisconduct,
                sv: "det ska prövas om texten berättar om ett missförhållande",
                en: "whether the text tells of a misconduct must be considered"
            ) {
                switch $0.misconduct {
                case nil: $0.receipt.sender.value?.performsTasks == true && $0.isBeyondAcknowledgement
                case .no(let reason): reason.allSatisfy(\.isWhitespace)
                case .yes: false
                }
            },
            rule(
                "D-CMP-1",
                "links",
                duty: .reportMisconduct,
                sv: "en uppgift om missförhållande från den som utför uppgifter är en lex Sarah-rapport",
                en: "a misconduct told by someone who performs tasks is a Lex Sarah report"
            ) {
                guard case .yes = $0.misconduct, $0.receipt.sender.value?.performsTasks == true else { return false }
                return !$0.links.contains { $0.kind == lexSarahKind }
            },
            rule(
                "D-CMP-5",
                "appealDenial",
                duty: .receiveAppeal,
                sv: "det ska prövas om inlämningen är ett överklagande",
                en: "whether the submission is an appeal must be considered"
            ) {
                $0.asksAboutAppeal && $0.isBeyondAcknowledgement
                    || $0.appealDenial?.motivation.allSatisfy(\.isWhitespace) == true
            },
            rule(
                "D-CMP-5",
                "receipt.subject",
                duty: .receiveAppeal,
                sv: "bara det som gäller ett beslut kan vara ett överklagande",
                en: "only what is about a decision can be an appeal"
            ) {
                guard case .passedOn = $0.ending else { return false }
                return $0.receipt.subject.value == .operation
            },
        ]
    }

    private static var healthCareRules: [RecordRule<Complaint>] {
        [
            rule(
                "D-CMP-3",
                "answer.explanation",
                duty: .answerPatientComplaint,
                sv: "svaret ska förklara vad som hänt",
                en: "the answer must explain what happened"
            ) { $0.receipt.isHealthCareComplaint && $0.answer?.explainsNothing == true },
            rule(
                "D-CMP-3",
                "answer.adaptation",
                duty: .answerPatientComplaint,
                sv: "svaret ska anpassas till personens förutsättningar",
                en: "the answer must be suited to the person's ability"
            ) { $0.receipt.isHealthCareComplaint && $0.answer?.lacksAdaptation == true },
            rule(
                "D-CMP-3",
                "ending.receiver",
                duty: .handOverComplaint,
                sv: "det ska anges vem som fått ärendet",
                en: "who has got it must be told"
            ) {
                guard case .handedOver(let handOver) = $0.ending else { return false }
                return handOver.receiver.allSatisfy(\.isWhitespace)
            },
            rule(
                "D-CMP-3",
                "ending.senderTold",
                duty: .handOverComplaint,
                sv: "det ska anges om avsändaren fått veta",
                en: "whether the sender was told must be answered"
            ) {
                guard case .handedOver(let handOver) = $0.ending else { return false }
                return switch handOver.senderTold {
                case nil: true
                case .no(let reason): reason.allSatisfy(\.isWhitespace)
                case .yes: false
                }
            },
        ]
    }

    private static var deadlineRules: [RecordRule<Complaint>] {
        [
            rule(
                "D-CMP-4",
                "deadlines",
                duty: nil,
                sv: "nämndens tider ska gälla när svar önskas och är möjligt",
                en: "the board's times run where an answer is wanted and possible"
            ) { $0.receipt.clockRuns && $0.deadlines == nil },
            rule(
                "D-CMP-4",
                "deadlines",
                duty: nil,
                sv: "ingen tid löper när svar inte önskas eller är möjligt",
                en: "no time runs where no answer is wanted or possible"
            ) { $0.receipt.needsNoAnswer && $0.deadlines != nil },
        ]
    }

    private static var handlingRules: [RecordRule<Complaint>] {
        [
            rule("D-CMP-7", "handling.handler", sv: "handläggare krävs", en: "a handler is required") {
                $0.handling?.handler.rawValue.allSatisfy(\.isWhitespace) == true
            },
            rule("D-CMP-7", "answer.words", sv: "svaret ska återges", en: "the answer must be kept") {
                $0.answer?.words.isBlank == true
            },
            rule("D-CMP-7", "answer.measures", sv: "åtgärderna ska beskrivas", en: "the measures must be told") {
                guard case .value(.planned(let text)) = $0.answer?.measures else { return false }
                return text.allSatisfy(\.isWhitespace)
            },
            rule(
                "D-CMP-7",
                "ending.unanswered",
                sv: "skälet att inte svara stämmer inte med inlämningen",
                en: "the reason for no answer does not agree with the submission"
            ) { complaint in
                guard case .closed(_, let reason?) = complaint.ending else { return false }
                return switch reason {
                case .notWanted: complaint.receipt.wish.value != .notWanted
                case .anonymous: complaint.receipt.contact.value != .anonymous
                case .secrecy(let ground): ground.allSatisfy(\.isWhitespace)
                }
            },
        ]
    }

    /// The act under which its rules are cited: health law speaks of patients and relatives alone.
    private var basis: LegalBasis? {
        if receipt.isHealthCareComplaint { return .hsl }
        return receipt.legalBases.value?.first { $0 == .sol || $0 == .lss } ?? .sol
    }

    static let lexSarahKind = RecordKind(rawValue: "lexSarahCase")

    /// Whether handling has begun or is past, so that what decides the way must be known.
    private var isBeyondAcknowledgement: Bool {
        switch phase {
        case .received, .acknowledged, .cancelled: false
        case .underHandling, .answered, .closed, .handedOver, .passedOnAsAppeal, .joinedToTheme: !isBareImport
        }
    }

    /// Whether another system answered it and nothing has been done here.
    private var isBareImport: Bool { course.isImported && handling == nil && ending == nil }
}
