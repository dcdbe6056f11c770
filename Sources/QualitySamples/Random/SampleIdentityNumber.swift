/// Text in the form of a personal identity number that nobody has or had: born in the 1880s, with a wrong check digit.
enum SampleIdentityNumber {
    static func draw(_ random: inout SeededGenerator) -> String {
        let year = 80 + random.draw(below: 10)
        let birth = two(year) + two(random.draw(1...12)) + two(random.draw(1...28))
        let serial = String(String(1_000 + random.draw(1...999)).dropFirst())
        let wrong = (checkDigit(of: birth + serial) + 1 + random.draw(below: 9)) % 10
        let last = serial + String(wrong)
        return switch random.draw(below: 3) {
        case 0: "18\(birth)-\(last)"
        case 1: "18\(birth)\(last)"
        default: "\(birth)+\(last)"
        }
    }

    private static func two(_ number: Int) -> String {
        (number < 10 ? "0" : "") + String(number)
    }

    private static func checkDigit(of digits: String) -> Int {
        var sum = 0
        for (index, byte) in digits.utf8.enumerated() {
            let product = Int(byte - UInt8(ascii: "0")) * (index.isMultiple(of: 2) ? 2 : 1)
            sum += product / 10 + product % 10
        }
        return (10 - sum % 10) % 10
    }
}
