extension Law {
    /// The same law with a provision added, or put in the place of the one with the same name (D-LAW-4).
    public func setting(_ provision: Provision) -> Law {
        var changed = provisions
        if let index = changed.firstIndex(where: { $0.id == provision.id }) {
            changed[index] = provision
        } else {
            changed.insert(provision, at: 0)
        }
        return copy(provisions: changed)
    }

    /// The same law with another deadline for one provision; unchanged where no provision has the name.
    public func setting(deadline: Provision.Deadline?, of id: Provision.ID) -> Law {
        guard let old = provisions.first(where: { $0.id == id }) else { return self }
        return setting(
            Provision(
                duty: old.duty,
                citation: old.citation,
                validity: old.validity,
                ground: old.ground,
                id: old.id,
                basis: old.basis,
                text: old.text,
                deadline: deadline,
                actors: old.actors,
                receivers: old.receivers,
                selectedBy: old.selectedBy
            )
        )
    }

    /// The same law with an exception for duties that are open on a day of change.
    public func setting(_ transition: Transition) -> Law {
        copy(transitions: transitions + [transition])
    }

    /// The same law with a value list added or replaced.
    public func setting(_ list: ValueList) -> Law {
        copy(lists: lists.filter { $0.id != list.id } + [list])
    }

    /// The value list of a name; `nil` where the law has none.
    public subscript(list id: ValueList.ID) -> ValueList? {
        lists.first { $0.id == id }
    }

    /// The provision of a name; `nil` where the law has none.
    public subscript(_ id: Provision.ID) -> Provision? {
        provisions.first { $0.id == id }
    }

    /// What an older provision became, with how much of it the newer one is.
    public func successors(of id: Provision.ID) -> [Correspondence] {
        correspondences.filter { $0.older == id }
    }

    /// What a newer provision was before.
    public func predecessors(of id: Provision.ID) -> [Correspondence] {
        correspondences.filter { $0.newer == id }
    }
}
