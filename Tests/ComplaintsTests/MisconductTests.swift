import Complaints
import QualityCore
import TestSupport
import Testing

@Suite("A submission by anyone", .requirement("D-CMP-1"))
struct MisconductTests {
    @Test("has words, and keeps them")
    func words() throws {
        #expect(breaches(try Complaint.draft(.draft(words: " "))) == [Refusal("D-CMP-1", "receipt.words")])
        #expect(breaches(try Complaint.draft(.draft(words: "a"))).isEmpty)
        var complaint = try Complaint.draft(.draft())
        #expect(
            refusal { try complaint.complete(.draft(words: "Annat."), policy: .standard, under: law) }
                == Refusal("D-CMP-1", "receipt.words")
        )
        #expect(refusal { try complaint.complete(.draft(), policy: .standard, under: law) } == nil)
    }

    @Test("may be anonymous, and then gets no acknowledgement and no clock")
    func anonymous() throws {
        var complaint = try Complaint.draft(.draft(contact: .anonymous))
        #expect(breaches(complaint).isEmpty && complaint.deadlines == nil)
        #expect(
            refusal { try complaint.acknowledge(by: signed("2024-03-08"), under: law) }
                == Refusal("D-CMP-7", "acknowledged")
        )
    }

    @Test("is asked about misconduct if who performs tasks sent it", arguments: ComplaintSender.standard)
    func asked(sender: ComplaintSender) throws {
        var complaint = try Complaint.draft(.draft(sender: sender))
        try complaint.acknowledge(by: signed("2024-03-08"), under: law)
        let refused = refusal { try complaint.beginHandling(by: "h2", signed: signed("2024-03-08"), under: law) }
        #expect(refused == (sender.performsTasks ? Refusal("D-CMP-1", "misconduct") : nil))
        guard sender.performsTasks else { return }
        try complaint.considerMisconduct(.no(reason: "Gäller städningen."), under: law)
        #expect(refusal { try complaint.beginHandling(by: "h2", signed: signed("2024-03-08"), under: law) } == nil)
    }

    @Test("becomes a Lex Sarah report that it points at, if staff tell of a misconduct")
    func report() throws {
        var complaint = try Complaint.draft(.draft(sender: .staff))
        let yes = Consideration.yes(signed("2024-03-08"))
        let deviation = RecordReference(kind: RecordKind(rawValue: "deviation"), id: "avv:1")
        let missing = Refusal("D-CMP-1", "links")
        #expect(refusal { try complaint.considerMisconduct(yes, under: law) } == missing)
        #expect(refusal { try complaint.considerMisconduct(yes, report: deviation, under: law) } == missing)
        #expect(complaint.misconduct == nil && complaint.links.isEmpty)
        #expect(refusal { try complaint.considerMisconduct(yes, report: lexSarah, under: law) } == nil)
        #expect(complaint.links == [lexSarah] && complaint.phase == .received)
        let no = Consideration.no(reason: "Ändå inte.")
        #expect(refusal { try complaint.considerMisconduct(no, under: law) } == Refusal("D-CMP-1", "misconduct"))
        var other = try Complaint.draft(.draft(sender: .relative))
        #expect(refusal { try other.considerMisconduct(yes, under: law) } == nil)
    }

    @Test("needs a reason why there is no misconduct")
    func reason() throws {
        var complaint = try Complaint.draft(.draft(sender: .staff))
        let blank = Consideration.no(reason: " ")
        #expect(refusal { try complaint.considerMisconduct(blank, under: law) } == Refusal("D-CMP-1", "misconduct"))
        #expect(refusal { try complaint.considerMisconduct(.no(reason: "Städ."), under: law) } == nil)
    }

    @Test("shows nobody how to reach the sender")
    func protected() {
        let contact = Complaint.Contact.reachable("Vid grinden 3")
        var text = ""
        dump(Complaint.Receipt.draft(contact: contact).contact, to: &text)
        text += "\(contact) \(String(reflecting: contact)) \(Complaint.Receipt.draft(contact: contact))"
        #expect(!text.contains("grinden"))
    }

    @Test("names senders and channels in both languages")
    func labels() {
        for label in ComplaintSender.standard.map(\.label) + SubmissionChannel.standard.map(\.label) {
            #expect(label(.swedish) != label(.english))
        }
    }
}
