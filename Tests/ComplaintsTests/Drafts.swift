import Complaints
import QualityCore
import TestSupport

let law = Law.swedish

func signed(_ date: String) -> Signature { signed(day(date)) }

func signed(_ date: CalendarDate) -> Signature { Signature("h1", title: "handläggare", on: date) }

let lexSarah = RecordReference(kind: RecordKind(rawValue: "lexSarahCase"), id: "lxs:1")

extension Complaint.Receipt {
    /// A receipt without a fault, of which a test changes one thing.
    static func draft(
        sender: ComplaintSender = .relative,
        contact: Complaint.Contact = .reachable("Vid grinden 3"),
        wish: Complaint.AnswerWish = .wanted,
        words: String = "Maten var kall.",
        subject: Complaint.Subject = .operation,
        legalBases: [LegalBasis] = [.sol],
        concerns: [PersonReference] = ["p1"]
    ) -> Complaint.Receipt {
        Complaint.Receipt(
            receivedBy: .value("h1"),
            sender: .value(sender),
            contact: .value(contact),
            wish: .value(wish),
            words: .value(words),
            subject: .value(subject),
            legalBases: .value(legalBases),
            concerns: .value(concerns)
        )
    }
}

extension ComplaintAnswer {
    static func draft(
        on date: String = "2024-03-14",
        words: String = "Vi har bytt vagnar.",
        measures: Measures = .planned("Nya vagnar."),
        explanation: String? = nil,
        adaptation: Consideration? = nil,
        withheld: String? = nil
    ) -> ComplaintAnswer {
        ComplaintAnswer(
            on: TestSupport.day(date),
            author: .value("h1"),
            words: .value(words),
            measures: .value(measures),
            explanation: explanation.map(Stated.value),
            adaptation: adaptation.map(Stated.value),
            withheld: withheld
        )
    }
}

extension ComplaintTheme {
    static func draft(
        _ number: String = "1",
        matter: String = "Besöksförbudet",
        reason: String = "Pandemin",
        opened: String = "2024-03-01",
        answer: ComplaintAnswer? = nil
    ) throws -> ComplaintTheme {
        guard let id = RecordID<ComplaintTheme>("tema:" + number) else { preconditionFailure("an identity is refused") }
        return try ComplaintTheme(
            id: id,
            unit: "N",
            matter: matter,
            reason: reason,
            opened: signed(opened),
            answer: answer
        )
    }
}

extension Complaint {
    /// A submission without a fault, of which a test changes one thing.
    static func draft(
        _ receipt: Receipt? = nil,
        received: CalendarDate = day("2024-03-07"),
        channel: Stated<SubmissionChannel> = .value(.deviationSystem),
        sender: Stated<String> = .value("Anhörig"),
        viewpoints: [Viewpoint] = [.draft(.dissatisfaction)],
        answered: CalendarDate? = nil,
        policy: ComplaintPolicy? = .standard
    ) throws -> Complaint {
        guard let id = RecordID<Complaint>("syn:1") else { preconditionFailure("an identity is refused") }
        return try Complaint(
            id: id,
            unit: "U1",
            received: received,
            channel: channel,
            sender: sender,
            viewpoints: viewpoints,
            answered: answered,
            receipt: receipt ?? .notStated(source: "csv"),
            policy: policy
        )
    }

    /// A submission that someone handles since the day after receipt.
    static func handled(_ receipt: Receipt = .draft()) throws -> Complaint {
        var complaint = try Complaint.draft(receipt)
        if !receipt.needsNoAnswer { try complaint.acknowledge(by: signed("2024-03-08"), under: law) }
        try complaint.beginHandling(by: "h2", signed: signed("2024-03-08"), under: law)
        return complaint
    }
}

extension Viewpoint {
    static func draft(_ kind: ViewpointKind, _ category: String = "treatment") -> Viewpoint {
        Viewpoint(kind: kind, category: .value(CategoryCode(rawValue: category)))
    }
}

/// Rule and field of all breaches.
func breaches(_ record: some QualityRecord) -> Set<Refusal> {
    Set(record.violations(under: law).map { Refusal($0) })
}
