"""Where the name of a village, a street or a building begins and ends."""

from __future__ import annotations

from index.entities.bodies import lexicon
from index.entities.gazetteer import gazetteer
from index.entities.tokens import Tokens
from index.entities.vocabulary import vocabulary

DAYS = frozenset(["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "ahad"])
_NUMBERS = frozenset(["no", "nomor", "nomer", "km", "blok", "rt", "rw", "lantai", "kav"])
_LONGEST = {"dropped": 3, "kept": 3, "streets": 5, "buildings": 5}
_BEFORE_TAIL = 6
_ARTICLES = frozenset(["al", "an", "as", "ar", "at", "az", "el", "ad", "asy", "nurul"])


def name_after(tokens: Tokens, at: int, kind: str) -> int:
    """The end of the name that begins at token ``at`` behind a head of ``kind``; ``at`` if none.

    In the names of streets and buildings stand ranks, courtesies and initials with their stops.
    """
    end = at
    count = 0
    while end < len(tokens) and count < _LONGEST.get(kind, 3):
        if _belongs(tokens, end, kind, first=count == 0):
            end += 1
            count += 1
            continue
        joined = _joined(tokens, end, kind) if count else 0
        if not joined:
            break
        end += joined
    while end > at and not tokens.words[end - 1][0].isalnum():
        end -= 1
    generic = gazetteer().words.generic
    return at if all(key in generic for key in tokens.keys[at:end]) else end


def name_before(tokens: Tokens, at: int) -> int:
    """The start of the capitalised run that ends before token ``at``; ``at`` itself if none."""
    start = at
    never, inside = vocabulary().never, gazetteer().words.inside
    while start > 0 and at - start < _BEFORE_TAIL:
        before = start - 1
        key = tokens.keys[before]
        if tokens.capital[before] and (key not in never or key in inside):
            start = before
        elif (
            tokens.words[before] == "."
            and start < at
            and before
            and len(tokens.words[before - 1]) == 1
            and tokens.capital[before - 1]
        ):
            start = before - 1
        else:
            break
    # A sentence or the name of somebody does not open the name of a building.
    while start < at and vocabulary().ranks.starts(tokens.keys[start]):
        start += 1
    return start


def _belongs(tokens: Tokens, at: int, kind: str, *, first: bool) -> bool:
    if not tokens.capital[at]:
        return False
    key, words = tokens.keys[at], vocabulary()
    if key in words.never and key not in gazetteer().words.inside:
        return False
    if (key in DAYS and first and kind == "dropped") or key in _NUMBERS:
        return False
    inner = gazetteer().words.heads.longest(tokens, at) if not first else None
    if inner is not None and inner[1] in ("regions", "dropped") and tokens.is_capital(inner[0]):
        # Another place begins: Kecamatan A Kota B, Jalan C Desa D.
        return False
    if kind in ("streets", "buildings"):
        # Behind the name of a house, that of its body is another one (Aula A Universitas B),
        # and of a hall its house (Aula Hotel C).
        head = gazetteer().words.heads.longest(tokens, at)
        if head is not None and head[1] == "buildings":
            return False
        return first or not lexicon().heads.starts(key)
    if len(tokens.words[at]) == 1 and not first:
        return False
    return first or not (key in words.honorifics or words.offices.starts(key))


def _joined(tokens: Tokens, at: int, kind: str) -> int:
    """How many tokens at ``at`` join a name: *Al-Hikmah*, *Shangri-La*, *Jend. Sudirman*."""
    if not tokens.is_capital(at + 1):
        return 0
    word = tokens.words[at]
    if word == "-":
        tight = tokens.touches(at) and tokens.touches(at + 1)
        if tight and gazetteer().spots.longest(tokens, at + 1) is not None:
            # From one place to another: Stasiun Gambir-Yogyakarta.
            return 0
        return 1 if tight or tokens.keys[at - 1] in _ARTICLES else 0
    if word == "." and kind in ("streets", "buildings") and tokens.touches(at):
        short = len(tokens.words[at - 1]) <= 4 and not tokens.initial[at + 1]
        return 1 if len(tokens.words[at - 1]) == 1 or short else 0
    return 0
