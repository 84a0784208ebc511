"""How books, articles and records are cited, described and measured by the Russian standards."""
