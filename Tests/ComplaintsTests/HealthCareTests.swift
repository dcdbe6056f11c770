import Complaints
import QualityCore
import TestSupport
import Testing

@Suite("A complaint about health care", .requirement("D-CMP-3"))
struct HealthCareTests {
    struct Case: Sendable {
        let bases: [LegalBasis]
        let sender: ComplaintSender
        let isBound: Bool
    }

    @Test(
        "from a patient or someone close is told what happened",
        arguments: [
            Case(bases: [.hsl], sender: .recipient, isBound: true),
            Case(bases: [.sol, .hsl], sender: .relative, isBound: true),
            Case(bases: [.sol], sender: .recipient, isBound: false),
            Case(bases: [.hsl], sender: .authority, isBound: false),
        ]
    )
    func explanation(_ example: Case) throws {
        let suited = Consideration.yes(signed("2024-03-14"))
        let receipt = Complaint.Receipt.draft(sender: example.sender, legalBases: example.bases)
        func answered(_ answer: ComplaintAnswer) throws -> Refusal? {
            var complaint = try Complaint.handled(receipt)
            return refusal { try complaint.answer(answer, under: law) }
        }
        let unexplained = example.isBound ? Refusal("D-CMP-3", "answer.explanation") : nil
        let unsuited = example.isBound ? Refusal("D-CMP-3", "answer.adaptation") : nil
        #expect(try answered(.draft(explanation: "Dosen glömdes.", adaptation: suited)) == nil)
        #expect(try answered(.draft(adaptation: suited)) == unexplained)
        #expect(try answered(.draft(explanation: " ", adaptation: suited)) == unexplained)
        #expect(try answered(.draft(adaptation: suited, withheld: "25 kap. 1 § OSL")) == nil)
        #expect(try answered(.draft(adaptation: suited, withheld: " ")) == unexplained)
        #expect(try answered(.draft(explanation: "Dosen glömdes.")) == unsuited)
        #expect(try answered(.draft(explanation: "Dosen glömdes.", adaptation: .no(reason: ""))) == unsuited)
    }

    @Test("can be handed over to whom it belongs, and then is not answered")
    func handedOver() throws {
        let told = Consideration.yes(signed("2024-03-08"))
        func handed(to receiver: String, told: Consideration?) throws -> Refusal? {
            var complaint = try Complaint.draft(.draft(sender: .recipient, legalBases: [.hsl]))
            let handOver = Complaint.HandOver(to: receiver, by: signed("2024-03-08"), senderTold: told)
            let refused = refusal { try complaint.handOver(handOver, under: law) }
            #expect(complaint.phase == (refused == nil ? .handedOver : .received))
            #expect(complaint.answered == nil && complaint.facts.dueOn == (refused == nil ? nil : day("2024-03-11")))
            return refused
        }
        #expect(try handed(to: "Regionen", told: told) == nil)
        #expect(try handed(to: "Regionen", told: .no(reason: "Anonym")) == nil)
        #expect(try handed(to: " ", told: told) == Refusal("D-CMP-3", "ending.receiver"))
        #expect(try handed(to: "Regionen", told: nil) == Refusal("D-CMP-3", "ending.senderTold"))
        #expect(try handed(to: "Regionen", told: .no(reason: " ")) == Refusal("D-CMP-3", "ending.senderTold"))
    }
}
