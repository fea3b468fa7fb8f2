"""The one door, room by room: ``index.archive.Archive`` is made of these."""
