"""Records: what people write, read with places and turned into frozen models of the kinds."""
