"""Articles in, hits out: everything of the archive that needs no screen."""
