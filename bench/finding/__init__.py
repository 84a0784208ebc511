"""How fast the search and the facets are in a browser, over a large bank."""
