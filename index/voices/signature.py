"""The keys under which a body is filed, so that bodies that share most shingles share a key.

MinHash of Rensa (Rust, MIT, no dependencies): the whole body in bands of three values, by which
two bodies with Jaccard 0.7 meet at a chance of 0.9999999 and with 0.5 at 0.996; and the opening on
its own, by which an article meets its first page or its shortened copy, however short that is.
"""

from __future__ import annotations

import hashlib
import struct
from array import array
from functools import cache

from index.voices.texts import COMPARED, Text, read_text

_ROWS = 3
_BODY_VALUES, _BODY_BANDS = 128, 42
_OPENING_VALUES, _OPENING_BANDS = 32, 10
# Shingles of the opening that is filed on its own.
_OPENING = 60
_SEED = 1
_PROBE = " ".join(f"kata{number} ke {number % 7}" for number in range(200))


def keys(text: Text) -> array[int]:
    """The keys (32 bits each) of ``text``, the same on every machine.

    Bodies that share none are no copies of each other, at the odds given above; one that is too
    short to be compared has none.
    """
    if text.length < COMPARED:
        return array("I")
    body = _bands(text.shingles, _BODY_VALUES, _BODY_BANDS, b"body")
    opening = _bands(text.shingles[:_OPENING], _OPENING_VALUES, _OPENING_BANDS, b"opening")
    return array("I", sorted({*body, *opening}))


@cache
def scheme() -> str:
    """A name for the way keys are made: keys of another scheme cannot be compared with ours.

    It holds the keys of a fixed text, so that any change of the library or of our own shows,
    whether or not somebody thought of a version number.
    """
    from importlib.metadata import version

    found = keys(read_text(_PROBE))
    packed = struct.pack(f"<{len(found)}I", *found)
    probe = hashlib.blake2b(packed, digest_size=8).hexdigest()
    return f"rensa {version('rensa').rpartition('.')[0]} r-minhash {probe}"


def _bands(shingles: array[int], values: int, bands: int, kind: bytes) -> list[int]:
    # Loaded with the first article that is added: reading an archive does not need it.
    from rensa import RMinHash

    sketch = RMinHash(values, _SEED)
    sketch.update([shingle.to_bytes(4, "little") for shingle in shingles])
    row = sketch.digest()
    return [_key(kind, band, row[band * _ROWS : (band + 1) * _ROWS]) for band in range(bands)]


def _key(kind: bytes, band: int, row: list[int]) -> int:
    packed = struct.pack(f"<B{_ROWS}I", band, *row)
    return int.from_bytes(hashlib.blake2b(packed, digest_size=4, person=kind).digest(), "little")
