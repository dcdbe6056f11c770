/// What is drawn of a map, each thing in its grid: what the stages of a layout hand on to each other.
///
/// A grid has rows and columns, at most one thing in each cell. Between the columns, and above and below each row, run
/// channels for lines. Pools and lanes are bands of whole rows; a sub-process whose inside is drawn is a thing with a
/// grid of its own.
struct LayoutModel {
    /// Something that stands in a cell, or on the border of what does.
    struct Item {
        enum Shape { case activity, event, gateway, data, note, group }

        let id: MapElementID
        let shape: Shape
        /// What is written beside it, or in it.
        let text: String
        let grid: Int
        /// The innermost band.
        let band: Int
        var size: LayoutSize
        /// The activity on whose border it stands.
        var host: Int?
        /// How far to the right of the middle of its host it stands.
        var offset = 0
        /// Whether it stands on the upper border of its host.
        var isAtTop = false
        /// The grid of what is inside.
        var inside: Int?
        /// Whether it is a sub-process whose inside is drawn here, or elsewhere; `nil` for all else.
        var isExpanded: Bool?
        var row = 0
        var column = 0
    }

    /// A pool, a lane, or rows that are in neither.
    struct Band {
        enum Kind { case whole, pool, closedPool, lane, rest }

        let id: MapElementID?
        let kind: Kind
        let name: String
        let parent: Int?
        var children: [Int] = []
        var rows = 0..<0
    }

    struct Grid {
        /// The diagram that it is drawn in.
        let plane: Int
        /// The sub-process around it on the same plane.
        let owner: Int?
        var bands: [Band] = [Band(id: nil, kind: .whole, name: "", parent: nil)]
        var items: [Int] = []
        var columns = 1
        var rows = 0
    }

    struct Plane {
        let element: MapElementID
        /// The sub-process whose inside it shows.
        let owner: Int?
        var grids: [Int] = []
    }

    /// A line from one thing to another.
    struct Link {
        enum Kind { case flow, message, association, data }

        let id: MapElementID
        let kind: Kind
        let name: String
        let source: End
        let target: End

        /// What it ties together.
        struct Pair: Hashable {
            let source: End
            let target: End
        }

        var pair: Pair { Pair(source: source, target: target) }
    }

    enum End: Hashable {
        case item(Int)
        case band(grid: Int, band: Int)
        case link(Int)
    }

    var items: [Item] = []
    var grids: [Grid] = []
    var planes: [Plane] = []
    var links: [Link] = []
    /// The activities and gateways of each scope, with the links between them.
    var scopes: [LayoutScope] = []
    /// The events on the border of each item, in the order of the map.
    var borders: [Int: [Int]] = [:]

    /// The leaves of the bands of a grid, from top to bottom.
    func leaves(of grid: Int) -> [Int] {
        let bands = grids[grid].bands
        var found: [Int] = []
        var waiting = [0]
        while let band = waiting.popLast() {
            if bands[band].children.isEmpty { found.append(band) }
            waiting += bands[band].children.reversed()
        }
        return found
    }

    /// The bands of a grid, each before those inside it.
    func bandsFromOutside(of grid: Int) -> [Int] {
        let bands = grids[grid].bands
        var found: [Int] = []
        var waiting = [0]
        while let band = waiting.popLast() {
            found.append(band)
            waiting += bands[band].children.reversed()
        }
        return found
    }
}

/// The nodes of a process or sub-process that have cells, and what leads from one to another.
struct LayoutScope {
    struct Edge {
        /// Places in `nodes`.
        let source: Int
        let target: Int
        /// The line that is drawn for it, where one is.
        let link: Int?
        /// The event on the border of the source that it leaves.
        let border: Int?
        /// Whether it leads back to what came before.
        var isBack = false
    }

    let grid: Int
    var nodes: [Int] = []
    var edges: [Edge] = []
    /// Whether a flow begins there.
    var begins: [Bool] = []
}
