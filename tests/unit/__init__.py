"""Pure units."""
