"""The pages of the catalogue: planned as values, drawn one at a time."""
