import QualityCore

extension Complaint {
    private enum CodingKeys: String, CodingKey {
        case id, unit, received, channel, sender, viewpoints, answered, course
    }

    /// Decodes the stored form; refuses what the initialiser and the acts refuse.
    ///
    /// Version 1 held no course: an answer had a day alone, and all else is read as a gap.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let course: Course
        if let stored = try container.decodeIfPresent(Course.self, forKey: .course) {
            course = stored
        } else {
            let source = "complaint version 1"
            var old = Course(receipt: .notStated(source: source))
            if let day = try container.decodeIfPresent(CalendarDate.self, forKey: .answered) {
                old.answer = ComplaintAnswer(on: day, notStatedBy: source)
                old.isImported = true
            }
            course = old
        }
        try self.init(
            id: container.decode(RecordID<Complaint>.self, forKey: .id),
            unit: container.decode(OrganisationUnitID.self, forKey: .unit),
            received: container.decode(CalendarDate.self, forKey: .received),
            channel: container.decode(Stated<SubmissionChannel>.self, forKey: .channel),
            sender: container.decode(Stated<String>.self, forKey: .sender),
            viewpoints: container.decode([Viewpoint].self, forKey: .viewpoints),
            course: course
        )
    }

    /// Encodes the stored form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(unit, forKey: .unit)
        try container.encode(received, forKey: .received)
        try container.encode(channel, forKey: .channel)
        try container.encode(sender, forKey: .sender)
        try container.encode(viewpoints, forKey: .viewpoints)
        try container.encode(course, forKey: .course)
    }
}
