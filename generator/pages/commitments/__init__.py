"""The register of commitments, the deadlines in it, and what other pages show of it."""
