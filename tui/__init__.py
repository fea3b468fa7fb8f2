"""The faces of the archive: the command line and the interface."""
