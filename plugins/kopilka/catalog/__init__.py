"""The frozen graph of a bank, its facets, and the rules that look at it."""
