"""Records as pages: our Markdown, Russian typography, safe HTML, and the templates of the pages."""
