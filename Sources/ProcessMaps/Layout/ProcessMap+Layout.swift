extension ProcessMap {
    /// The map laid out anew, from left to right within its pools and lanes, with diagrams in place of those it has.
    ///
    /// One diagram shows all pools, and beside them the processes in no pool that have lanes and exchange messages; each
    /// other process has a diagram of its own, as has a sub-process that the old diagrams show closed. A message between
    /// diagrams is not drawn. The same map is always laid out in the same way. Sizes are those that modellers use.
    ///
    /// - Throws: ``MapLayoutError`` where a flow leads nowhere or over the border of a process, a node is in several lanes,
    ///   an event is on the border of nothing, a link has not one counterpart, or two elements have the same identity.
    public func laidOut() throws(MapLayoutError) -> ProcessMap {
        let index = MapIndex(self)
        let obstacles = index.obstacles()
        guard obstacles.isEmpty else { throw MapLayoutError(obstacles) }
        var map = self
        map.diagrams = LayoutDrawing.diagrams(of: self, index)
        return map
    }
}
