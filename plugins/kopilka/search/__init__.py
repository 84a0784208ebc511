"""The Russian search: analysis of words, the index, what the browser needs to read it."""
