"""Which articles carry the same text: signatures, likeness of two texts, and groups of copies.

Pure: nothing here knows where articles are kept. ``index.store.copies`` keeps the results.
"""
