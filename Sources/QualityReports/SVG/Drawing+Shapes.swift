import QualityCore

extension Drawing.Paint {
    /// A bar or swatch with its fill and its pattern over it.
    func rect(x: String, y: Double, width: String, height: Double, in chart: String) -> String {
        let place =
            "x=\"\(x)\" y=\"\(Drawing.number(y))\" width=\"\(width)\" height=\"\(Drawing.number(height))\""
        let isPale = fill != Drawing.strong
        let outline = isPale ? " stroke=\"#56717e\" stroke-width=\"1\"" : ""
        let filled = "<rect \(place) fill=\"\(fill)\"\(outline)/>"
        guard let pattern else { return filled }
        return filled + "<rect \(place) fill=\"url(#\(MarkupText.escaped(chart))-\(pattern.rawValue))\"/>"
    }
}

extension Drawing {
    /// Words of a drawing: names of series and categories, which are heads of the figures.
    static func label(_ words: String, x: String, y: Double, size: Double, anchor: String) -> String {
        "<text class=\"head\" x=\"\(x)\" y=\"\(number(y))\" font-size=\"\(number(size))\" "
            + "text-anchor=\"\(anchor)\">\(MarkupText.escaped(words))</text>"
    }

    /// A figure of a drawing.
    static func value(
        _ figure: QualityReport.Figure,
        x: String,
        dx: Double = 0,
        y: Double,
        anchor: String,
        room: String = "",
        isStrong: Bool = true,
        in language: Language
    ) -> String {
        let isMuted = figure.value.isAbsent || !isStrong
        let names = ["value", room, figure.value.isAbsent ? "absent" : ""].filter { !$0.isEmpty }
        let shift = dx == 0 ? "" : " dx=\"\(number(dx))\""
        return "<text class=\"\(names.joined(separator: " "))\" data-figure=\"\(MarkupText.escaped(figure.id))\" "
            + "data-value=\"\(MarkupText.escaped(figure.value.machineForm ?? ""))\" x=\"\(x)\"\(shift) y=\"\(number(y))\" "
            + "text-anchor=\"\(anchor)\" paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"3\" "
            + "stroke-linejoin=\"round\"\(isMuted ? " fill=\"\(muted)\"" : "")>"
            + "\(MarkupText.escaped(figure.shown(in: language)))</text>"
    }

    /// The class of a label that shows only in a drawing at least so wide; `nil` where it never does.
    static func room(for width: Double) -> String? {
        switch width {
        case ...300: ""
        case ...480: "from-medium"
        case ...640: "from-wide"
        case ...760: "from-widest"
        default: nil
        }
    }

    /// Words broken into lines of at most a width, two lines at most; the second ends in an ellipsis if cut.
    static func lines(of words: String, width limit: Double, size: Double) -> [String] {
        var lines: [String] = []
        for word in words.split(separator: " ").map(String.init) {
            if let last = lines.last, width(of: last + " " + word, size: size) <= limit {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(word)
            }
        }
        guard lines.count > 2 else { return lines }
        return [lines[0], lines[1] + " …"]
    }

    /// The values of a series' figures, with nothing below zero; absent values are `nil`.
    static func lengths(of figures: [QualityReport.Figure]) -> [Double?] {
        figures.map { figure in figure.value.number.map { max(0, $0) } }
    }
}
