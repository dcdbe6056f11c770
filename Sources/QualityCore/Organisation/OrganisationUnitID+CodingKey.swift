extension OrganisationUnitID: CodingKeyRepresentable {}
