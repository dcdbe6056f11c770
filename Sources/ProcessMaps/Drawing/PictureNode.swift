/// An activity, an event or a gateway.
struct PictureNode {
    private static let markerSize = 14.0
    private let node: MapNode
    private let shape: MapDiagram.Shape
    private let isExpanded: Bool
    private let hasCounts: Bool
    private var bounds: MapBounds { shape.bounds }

    init(node: MapNode, shape: MapDiagram.Shape, isExpanded: Bool, hasCounts: Bool) {
        self.node = node
        self.shape = shape
        self.isExpanded = isExpanded
        self.hasCounts = hasCounts
    }

    /// The shape, its icons, and the name of an activity; events and gateways have theirs beside them.
    var parts: [String] {
        switch node.kind {
        case .activity(let activity): parts(of: activity)
        case .event(let event): parts(of: event)
        case .gateway(let gateway): parts(of: gateway)
        }
    }

    private func parts(of activity: MapActivity) -> [String] {
        let kind = activity.subProcess?.kind
        let paint: PicturePaint =
            switch activity.kind {
            case .task: .step
            case .call: .call
            case .subProcess: kind == .event ? .eventSubProcess : isExpanded ? .subProcess : .step
            }
        var parts = [PictureShape.rect(bounds, radius: 9, paint)]
        if kind == .transaction { parts.append(PictureShape.rect(bounds.inset(3.5), radius: 6, .icon)) }
        let icon = cornerIcon(of: activity)
        if !icon.isEmpty {
            let center = MapPoint(x: bounds.x + 14, y: bounds.y + 13)
            parts.append(PictureShape.icon(icon, at: center, size: 16))
        }
        let isCall = if case .call = activity.kind { !isExpanded } else { false }
        let isCollapsed = isCall || (kind != nil && !isExpanded)
        let markers = PictureIcon.markers(of: activity, isCollapsed: isCollapsed)
        let step = Self.markerSize + 4
        let first = bounds.center.x - Double(markers.count - 1) * step / 2
        for (place, marker) in markers.enumerated() {
            let center = MapPoint(x: first + Double(place) * step, y: bounds.maxY - Self.markerSize / 2 - 3)
            parts.append(PictureShape.icon(marker, at: center, size: Self.markerSize))
        }
        parts.append(name(hasIcon: !icon.isEmpty, hasMarker: !markers.isEmpty))
        return parts
    }

    private func cornerIcon(of activity: MapActivity) -> [PictureIcon.Part] {
        switch activity.kind {
        case .task(let kind): return PictureIcon.task(kind)
        case .subProcess(let inside) where inside.kind == .event && !isExpanded:
            let start = inside.body.nodes.lazy.compactMap(\.event).first { $0.isStart }
            return start.map(PictureIcon.event) ?? []
        case .call, .subProcess: return []
        }
    }

    private func name(hasIcon: Bool, hasMarker: Bool) -> String {
        if isExpanded {
            let measure = TextMeasure(size: 12, isBold: true)
            let lines = measure.lines(of: node.name, width: max(bounds.width - 24, 20), most: 2).lines
            return PictureShape.text(lines, x: bounds.x + 12, top: bounds.y + 5, anchor: "start", measure)
        }
        let measure = TextMeasure.plain
        let bottom = bounds.maxY - (hasMarker ? Self.markerSize + 4 : 2)
        let width = max(bounds.width - 10, 16)
        func fitted(from top: Double, indent: Double = 0) -> (lines: [String], isCut: Bool) {
            let room = max(Int((bottom - top) / measure.lineHeight), 1)
            return measure.lines(of: node.name, width: width, indent: indent, most: room)
        }
        func top(of count: Int, from upper: Double) -> Double {
            max(upper, upper + (bottom - upper - Double(count) * measure.lineHeight) / 2)
        }
        var upper = bounds.y + (hasCounts ? 10 : 3)
        var lines = fitted(from: upper)
        let clear = bounds.y + 21
        let iconWidth = 34.0
        if hasIcon, let widest = lines.lines.first.map(measure.width), widest > width - iconWidth,
            top(of: lines.lines.count, from: upper) < clear
        {
            // Below the icon if there is room for all of it, else beside the icon.
            let lower = fitted(from: clear)
            if !lower.isCut || lines.isCut { upper = clear }
            lines = lower.isCut && !lines.isCut ? fitted(from: upper, indent: iconWidth) : lower
        }
        let start = top(of: lines.lines.count, from: upper)
        return PictureShape.text(lines.lines, x: bounds.center.x, top: start, measure)
    }

    private func parts(of event: MapEvent) -> [String] {
        let center = bounds.center
        let radius = min(bounds.width, bounds.height) / 2
        var parts: [String] = []
        switch event.position {
        case .start(let stops): parts.append(PictureShape.circle(center, radius, stops ? .start : .startBeside))
        case .end: parts.append(PictureShape.circle(center, radius - 1, .end))
        case .intermediateCatch, .intermediateThrow, .boundary:
            let isBeside = if case .boundary(_, false) = event.position { true } else { false }
            let paint = isBeside ? PicturePaint.intermediateBeside : .intermediate
            parts.append(PictureShape.circle(center, radius, paint))
            parts.append(PictureShape.circle(center, radius - 3.5, paint))
        }
        let icon = PictureIcon.event(event)
        if !icon.isEmpty { parts.append(PictureShape.icon(icon, at: center, size: radius * 1.06)) }
        return parts
    }

    private func parts(of gateway: MapGateway) -> [String] {
        let center = bounds.center
        let corners = [
            MapPoint(x: center.x, y: bounds.y), MapPoint(x: bounds.maxX, y: center.y),
            MapPoint(x: center.x, y: bounds.maxY), MapPoint(x: bounds.x, y: center.y),
        ]
        var parts = [PictureShape.polygon(corners, .gateway)]
        let marker = PictureIcon.gateway(gateway, isMarkerVisible: shape.isMarkerVisible ?? true)
        if !marker.isEmpty {
            let size = min(bounds.width, bounds.height) * 0.54
            parts.append(PictureShape.icon(marker, at: center, size: size))
        }
        return parts
    }
}
