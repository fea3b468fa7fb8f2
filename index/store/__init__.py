"""The database of record."""
