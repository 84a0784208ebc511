"""The data that scripts of the site read: cards, texts, facets, the search index, as classic scripts."""
