"""Benchmarks: what the bank costs beside its peers, measured with one command: `python -m bench`."""
