/// The icons of the notation, each in a square of 20 by 20.
enum PictureIcon {
    /// One path of an icon.
    struct Part {
        let data: String
        let paint: PicturePaint
    }

    private static let envelope = "M2 4.5H18V15.5H2Z"
    private static let flap = "M2 4.5L10 11L18 4.5"
    private static let back = "M10 4V16L2.5 10ZM17.5 4V16L10 10Z"
    private static let pentagon = "M10 2L18 8L15 17.5H5L2 8Z"
    private static let cross = "M8 2.5H12V8H17.5V12H12V17.5H8V12H2.5V8H8Z"
    private static let bars = "M5.5 3V17M10 3V17M14.5 3V17"

    /// The icon of an event: an outline where it is waited for, filled where it is made to happen.
    static func event(_ event: MapEvent) -> [Part] {
        guard let first = event.definitions.first else { return [] }
        let isThrown = event.position == .end || event.position == .intermediateThrow
        let paint = isThrown ? PicturePaint.solid : .icon
        guard event.definitions.count == 1 else {
            return [Part(data: event.needsAll && !isThrown ? cross : pentagon, paint: paint)]
        }
        switch first {
        case .message: return message(isFilled: isThrown)
        case .timer:
            let dial = "M10 1.8A8.2 8.2 0 1 1 9.99 1.8ZM10 1.8V4M10 16V18.2M1.8 10H4M16 10H18.2"
            return [Part(data: dial, paint: .light), Part(data: "M10.8 4.8L10 10L14 11.5", paint: .icon)]
        case .error: return [Part(data: "M3 16.5L7 4.5L11.5 10.5L17 3L13.2 15.5L8.3 9.8Z", paint: paint)]
        case .escalation: return [Part(data: "M10 2L16 17.5L10 11.5L4 17.5Z", paint: paint)]
        case .signal: return [Part(data: "M10 2.5L18 16.5H2Z", paint: paint)]
        case .conditional:
            return [
                Part(data: "M4 2H16V18H4Z", paint: .light),
                Part(data: "M6.5 5.5H13.5M6.5 8.5H13.5M6.5 11.5H13.5M6.5 14.5H13.5", paint: .icon),
            ]
        case .link: return [Part(data: "M2 7.5H10.5V4L18 10L10.5 16V12.5H2Z", paint: paint)]
        case .compensation: return [Part(data: back, paint: paint)]
        case .cancel:
            let data = "M5 2.5L10 7.5L15 2.5L17.5 5L12.5 10L17.5 15L15 17.5L10 12.5L5 17.5L2.5 15L7.5 10L2.5 5Z"
            return [Part(data: data, paint: paint)]
        case .terminate: return [Part(data: "M10 1.5A8.5 8.5 0 1 1 9.99 1.5Z", paint: .solid)]
        }
    }

    private static func message(isFilled: Bool) -> [Part] {
        isFilled
            ? [Part(data: "M2 3.8H18L10 10.2ZM2 6L10 12.4L18 6V16H2Z", paint: .solid)]
            : [Part(data: envelope, paint: .light), Part(data: flap, paint: .icon)]
    }

    /// The icon of a step: by whom or what it is done.
    static func task(_ kind: MapActivity.TaskKind) -> [Part] {
        switch kind {
        case .unspecified: return []
        case .user:
            return [
                Part(data: "M2.5 18C2.5 13.2 5.5 10.8 10 10.8S17.5 13.2 17.5 18Z", paint: .light),
                Part(data: "M10 2A4.2 4.2 0 1 1 9.99 2Z", paint: .light),
            ]
        case .manual:
            let hand =
                "M2 10.5L7.3 4.8C8.4 3.9 9.8 5.2 9 6.4L7.8 8H16.3A1.2 1.2 0 0 1 16.3 10.4H17.2A1.2 1.2 0 0 1 17.2 12.8"
                + "H16.4A1.2 1.2 0 0 1 16.4 15.1H15A1.1 1.1 0 0 1 15 17.3H6.5C3.8 17.3 2 15.6 2 13Z"
            return [Part(data: hand, paint: .light), Part(data: "M11 10.4H16M11 12.8H17M11 15.1H16", paint: .icon)]
        case .service:
            let teeth =
                "M10 1V4M10 16V19M1 10H4M16 10H19M3.6 3.6L5.8 5.8M14.2 14.2L16.4 16.4M16.4 3.6L14.2 5.8M5.8 14.2L3.6 16.4"
            return [
                Part(data: teeth, paint: .thick),
                Part(data: "M10 3.8A6.2 6.2 0 1 1 9.99 3.8Z", paint: .light),
                Part(data: "M10 7.4A2.6 2.6 0 1 1 9.99 7.4Z", paint: .light),
            ]
        case .send: return message(isFilled: true)
        case .receive: return message(isFilled: false)
        case .script:
            return [
                Part(data: "M6.5 2.5H17C12.5 7.5 18.5 12.5 14 17.5H3.5C8 12.5 2 7.5 6.5 2.5Z", paint: .light),
                Part(data: "M7 6H12.5M7.5 10H14M8 14H13.5", paint: .icon),
            ]
        case .businessRule:
            return [
                Part(data: "M2 3.5H18V16.5H2Z", paint: .light), Part(data: "M2 3.5H18V7.5H2Z", paint: .solid),
                Part(data: "M2 12H18M7 7.5V16.5", paint: .icon),
            ]
        }
    }

    /// The markers along the lower border of an activity, from left to right.
    static func markers(of activity: MapActivity, isCollapsed: Bool) -> [[Part]] {
        var markers: [[Part]] = []
        switch activity.repetition {
        case .loop?:
            markers.append([
                Part(data: "M6.2 16.6A7.4 7.4 0 1 1 12 17.2", paint: .icon),
                Part(data: "M1.8 16.8L6.8 17.4L6.4 12.2", paint: .icon),
            ])
        case .parallel?: markers.append([Part(data: bars, paint: .thick)])
        case .sequential?: markers.append([Part(data: "M3 5.5H17M3 10H17M3 14.5H17", paint: .thick)])
        case nil: break
        }
        if isCollapsed {
            markers.append([
                Part(data: "M2 2H18V18H2Z", paint: .light), Part(data: "M10 5V15M5 10H15", paint: .icon),
            ])
        }
        if activity.subProcess?.kind == .adHoc {
            let wave = "M2 12.5C4 7 6.5 6.5 10 9.5S15.5 12.5 18 7.5C16.5 14 13.5 14.5 10 11.8S4.5 9 2 12.5Z"
            markers.append([Part(data: wave, paint: .solid)])
        }
        if activity.isForCompensation { markers.append([Part(data: back, paint: .icon)]) }
        return markers
    }

    /// Three upright bars: several of the kind.
    static let several = [Part(data: bars, paint: .thick)]

    /// The marker inside a gateway; none for an exclusive one that is drawn without.
    static func gateway(_ gateway: MapGateway, isMarkerVisible: Bool) -> [Part] {
        switch gateway {
        case .exclusive: isMarkerVisible ? [Part(data: "M5.5 5L14.5 15M14.5 5L5.5 15", paint: .thick)] : []
        case .inclusive: [Part(data: "M10 3.5A6.5 6.5 0 1 1 9.99 3.5Z", paint: .thick)]
        case .parallel: [Part(data: "M10 3V17M3 10H17", paint: .thick)]
        case .complex: [Part(data: "M10 3V17M3 10H17M5 5L15 15M15 5L5 15", paint: .thick)]
        case .eventBased(let use):
            [Part(data: "M10 0.5A9.5 9.5 0 1 1 9.99 0.5Z", paint: .icon)]
                + (use == .waits ? [Part(data: "M10 2.3A7.7 7.7 0 1 1 9.99 2.3Z", paint: .icon)] : [])
                + [
                    use == .beginsWithAll
                        ? Part(data: "M8.8 4.5H11.2V8.8H15.5V11.2H11.2V15.5H8.8V11.2H4.5V8.8H8.8Z", paint: .icon)
                        : Part(data: "M10 4.8L15 8.6L13.1 14.4H6.9L5 8.6Z", paint: .icon)
                ]
        }
    }

    /// The arrow of information that comes into or goes out of a process.
    static func data(_ kind: MapData.Kind) -> [Part] {
        let arrow = "M2 7.5H10.5V4L18 10L10.5 16V12.5H2Z"
        return switch kind {
        case .input: [Part(data: arrow, paint: .icon)]
        case .output: [Part(data: arrow, paint: .solid)]
        default: []
        }
    }
}
