/// One field of a form: where it is, what it is called, and which rule asks for it (*fält*).
public struct DraftField<Form>: Sendable {
    /// Where it is in the form.
    public let keyPath: any PartialKeyPath<Form> & Sendable
    /// Its stable name, which a problem tells.
    public let name: String
    /// The rule that asks for it; `nil` where it may be left out.
    public let rule: String?
    /// What it is called in a sentence, such as *the place*.
    public let label: LocalizedText
    /// Whether no record of the kind can be without it, whatever the law.
    public let isEssential: Bool
    /// The fields of the record whose breaches are told of this one, beside its own name.
    let covers: [String]
    private let saysNothing: @Sendable (Form) -> Bool

    private init<Value>(
        _ keyPath: any KeyPath<Form, Value?> & Sendable,
        _ name: String,
        _ rule: String?,
        _ label: LocalizedText,
        isEssential: Bool,
        refusesEmpty: Bool,
        covers: [String]
    ) {
        self.keyPath = keyPath
        self.name = name
        self.rule = rule
        self.label = label
        self.isEssential = isEssential
        self.covers = covers
        saysNothing = { form in
            guard let value = form[keyPath: keyPath] else { return true }
            if let text = value as? String { return text.allSatisfy(\.isWhitespace) }
            return refusesEmpty && (value as? any Collection)?.isEmpty == true
        }
    }

    /// A field that no record of the kind can be without, whatever the law.
    ///
    /// - Parameters:
    ///   - keyPath: where it is.
    ///   - name: its stable name.
    ///   - rule: the rule that asks for it.
    ///   - swedish: what it is called in a Swedish sentence.
    ///   - english: what it is called in an English sentence.
    ///   - refusesEmpty: whether an empty list counts as missing.
    ///   - covers: the fields of the record whose breaches are told of this one too.
    public static func essential<Value>(
        _ keyPath: any KeyPath<Form, Value?> & Sendable,
        _ name: String,
        _ rule: String,
        sv swedish: String,
        en english: String,
        refusesEmpty: Bool = false,
        covers: [String] = []
    ) -> DraftField {
        DraftField(
            keyPath,
            name,
            rule,
            LocalizedText(sv: swedish, en: english),
            isEssential: true,
            refusesEmpty: refusesEmpty,
            covers: covers
        )
    }

    /// A field that a rule asks for; a host that suspends the rule gets a gap in the record.
    ///
    /// Takes what ``essential(_:_:_:sv:en:refusesEmpty:covers:)`` takes.
    public static func required<Value>(
        _ keyPath: any KeyPath<Form, Value?> & Sendable,
        _ name: String,
        _ rule: String,
        sv swedish: String,
        en english: String,
        refusesEmpty: Bool = false,
        covers: [String] = []
    ) -> DraftField {
        DraftField(
            keyPath,
            name,
            rule,
            LocalizedText(sv: swedish, en: english),
            isEssential: false,
            refusesEmpty: refusesEmpty,
            covers: covers
        )
    }

    /// A field that may be left out.
    ///
    /// Takes what ``essential(_:_:_:sv:en:refusesEmpty:covers:)`` takes, but for a rule.
    public static func optional<Value>(
        _ keyPath: any KeyPath<Form, Value?> & Sendable,
        _ name: String,
        sv swedish: String,
        en english: String,
        covers: [String] = []
    ) -> DraftField {
        DraftField(
            keyPath,
            name,
            nil,
            LocalizedText(sv: swedish, en: english),
            isEssential: false,
            refusesEmpty: false,
            covers: covers
        )
    }

    /// That the field says nothing though a rule asks for it; `nil` where it is filled in or the rule suspended.
    func problem(of form: Form, under law: Law) -> DraftProblem? {
        guard let rule, isEssential || !law.suspendedRules.contains(rule), saysNothing(form) else { return nil }
        return DraftProblem(
            field: name,
            rule: rule,
            message: LocalizedText(sv: "\(label.swedish) krävs", en: "\(label.english) is required")
        )
    }

    /// How closely a field of the record belongs to this one: the length of the name that it begins with.
    func closeness(to recordField: String) -> Int? {
        ([name] + covers).filter { recordField == $0 || recordField.hasPrefix($0 + ".") }.map(\.utf8.count).max()
    }
}
