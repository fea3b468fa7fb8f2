"""Taking articles in: source -> raw text -> cleaned article -> annotations -> database."""

from index.ingest.annotating import LONGEST_ANNOTATED, annotate
from index.ingest.identity import fingerprint, source_key
from index.ingest.rereading import reread
from index.ingest.running import Ingest

__all__ = [
    "LONGEST_ANNOTATED",
    "Ingest",
    "annotate",
    "fingerprint",
    "reread",
    "source_key",
]
