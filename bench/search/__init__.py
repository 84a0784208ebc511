"""How good the search is: documents, graded queries, and the engines it is compared with."""
