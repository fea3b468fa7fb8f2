"""The outlet that an article's surroundings name: copyright lines, reprints, itself."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from index.article import Removed
from index.reading.outlets import is_publisher, known_outlet, outlet_named

_LONGEST = 600
_CUES = ("©", "copyright", "hak cipta", "tayang di", "terbit di", "dimuat di", "sumber")
_DOMAIN = r"[A-Za-z][\w-]*(?:\.[\w-]+){0,2}\.(?i:com?|co\.id|id|net|news|tv|org|info|asia|online)\b"
_NAME = r"[A-Za-z][\w&.-]*(?:\s[A-Z][\w&.-]*){0,4}"
_COPYRIGHT = re.compile(
    r"(?:©|(?i:copyright|hak cipta))"
    r"(?:\s|©|\([cC]\)|(?i:by|milik|pada|oleh)\b|[-–,:@]|(?:19|20)\d\d)*"
    rf"(?:(?i:pt\b\.?)\s)?(?P<name>{_DOMAIN}|{_NAME})"
)
_PRINTED = re.compile(
    r"(?i:artikel|berita|tulisan) ini\s(?:\w+\s){0,4}?"
    r"(?i:tayang|terbit|dimuat|ditayangkan|diterbitkan)"
    rf"\s(?:\w+\s)?(?i:di|pada|oleh)\s(?i:laman\s|portal\s|situs\s)?(?P<name>{_DOMAIN}|{_NAME})"
)
_CHECKERS = re.compile(r"Tim (?i:pemeriksa fakta)\s(?P<name>[A-Z][\w.]*)")
_REPORTED_FOR = re.compile(
    r"(?i:laporan|liputan)\s(?i:wartawan|reporter|kontributor|jurnalis|koresponden)?\s?"
    rf"(?P<name>{_DOMAIN}|{_NAME})"
)
_TOLD_TO = (
    "kepada ",
    "diterima ",
    "dihubungi ",
    "ditemui ",
    "dikonfirmasi ",
    "antauan ",
    "dilihat ",
)
# Others quote an outlet so; detikcom means itself (520 of 530 articles of the press, 2026).
_QUOTED_BY_DETIK = (
    "dikutip detik",
    "dihimpun detik",
    "dilansir detik",
    "Dikutip detik",
    "Dihimpun detik",
    "Dilansir detik",
)
_TOLD_NAME = re.compile(
    r"(?:(?:tim|redaksi|wartawan|reporter|awak|media|oleh)\s){0,2}"
    r"(?P<name>[A-Za-z][\w-]*(?:\.[\w-]+)*(?:\s[A-Z][\w.-]*){0,2})"
)
_SEARCHED = 20_000
# Who adapts an article says so first; what follows is the other outlet's.
_ADAPTED = re.compile(
    r"(?i:disadur|disarikan|dinukil|diterjemahkan) (?i:dari|oleh) "
    r"(?:(?i:artikel|berita|laporan|tulisan|laman|situs)\s)?(?:[A-Z]\w+\s){0,3}?"
    rf"(?P<name>{_DOMAIN}|detik\w+)"
)
_FIRST_WORDS = 200
# Names that are nothing but an outlet's: with a domain's ending, detikcom's sections, a few more.
_NAMED = re.compile(
    r"\b(?:detik[A-Za-z]\w*|[A-Z]\w*\.(?:com|co\.id|co|id)|CNN ?Indonesia(?:\.com)?|Okezone"
    r"|SINDOnews|IDN Times)\b"
)
_QUOTING = re.compile(
    r"(?:kutip|lansir|sadur|nukil|berita(?:kan)?|lapor(?:an|kan)|tayang di|dimuat di|sumber)\w*\s?"
    r"(?:dari|oleh|:)?\s?(?:laman |situs )?$",
    re.IGNORECASE,
)
# Without one of them nothing is named, and to look for them is cheaper.
_NAME_CUES = ("detik", ".co", ".id", "CNN", "Okezone", "SINDOnews", "IDN Times")
_MOST_NAMED = 40
_SOURCE = re.compile(rf"(?i:^|[|(\s])(?i:sumber|source)\s?:\s?(?P<name>{_DOMAIN}|{_NAME})")


def outlet_below(removed: Iterable[Removed]) -> str | None:
    """The outlet that the lines around an article name, or None.

    A copyright line counts before ``Artikel ini telah tayang di ... dengan judul``, which names the
    first of those that printed it, and that before ``Sumber: ...``. Of copyright lines and sources
    only a known outlet or a domain counts, for companies and photographers stand there too.
    """
    pieces = [piece.text[:_LONGEST] for piece in removed if _has_cue(piece.text)]
    for pattern in (_COPYRIGHT, _PRINTED, _SOURCE):
        for text in pieces:
            for match in pattern.finditer(text):
                outlet = _outlet(match["name"], text)
                if outlet and not (pattern is _SOURCE and is_publisher(outlet)):
                    return outlet
    return None


def outlet_reported_for(removed: Iterable[Removed]) -> str | None:
    """The outlet of a by-line (``Laporan Wartawan Tribun Jakarta, Siti Aminah``), or None."""
    for piece in removed:
        match = _REPORTED_FOR.search(piece.text[:_LONGEST]) if piece.rule == "byline" else None
        outlet = _outlet(match["name"], piece.text) if match else None
        if outlet:
            return outlet
    return None


def outlet_speaking(body: str) -> str | None:
    """The name by which an outlet speaks of itself in its article, as printed, or None.

    ``ujarnya kepada detikNews``, ``dalam keterangan yang diterima Tribun Jatim``, and the beginning
    of a check of facts: ``Tim Pemeriksa Fakta Mafindo (TurnBackHoax) menelusuri ...``. Only listed
    Indonesian outlets count, for foreign ones are quoted like that.
    """
    if (match := _CHECKERS.match(body)) and known_outlet(match["name"]):
        return match["name"]
    cues = (*_TOLD_TO, *(cue.removesuffix("detik") for cue in _QUOTED_BY_DETIK if cue in body))
    found = (_told(body, cue, "" if cue in _TOLD_TO else "detik") for cue in cues)
    speaking = next((name for name in found if name), None) or _named(body[:_SEARCHED])
    if speaking is None or (adapted := _adapted(body)) is None:
        return speaking
    known = known_outlet(speaking)
    return None if known and known[0] == adapted else speaking


def _adapted(body: str) -> str | None:
    """The listed outlet of which an article says at its beginning that it is adapted, or None."""
    match = _ADAPTED.search(body, 0, _FIRST_WORDS)
    known = known_outlet(match["name"]) if match else None
    return known[0] if known else None


def _named(body: str) -> str | None:
    """The one outlet that an article names without quoting it, as printed, or None.

    Who writes ``pantauan detikcom`` or ``dirangkum Okezone`` is that outlet (1,170 of 1,178
    articles of six outlets); who names two might be neither.
    """
    if not any(cue in body for cue in _NAME_CUES):
        return None
    named: dict[str, str] = {}
    for mention in itertools.islice(_NAMED.finditer(body), _MOST_NAMED):
        known = known_outlet(mention.group())
        if known is None or is_publisher(known[0]):
            continue
        if not _QUOTING.search(body, max(0, mention.start() - 40), mention.start()):
            named.setdefault(known[0], mention.group())
    return next(iter(named.values())) if len(named) == 1 else None


def _told(body: str, cue: str, start: str = "") -> str | None:
    """The first listed outlet whose name stands right behind ``cue``, as printed, or None.

    Its name begins with ``start``.
    """
    at = body.find(cue, 0, _SEARCHED)
    while at >= 0:
        match = _TOLD_NAME.match(body, at + len(cue))
        words = match["name"].rstrip(".").split() if match else []
        if words and (words[0][0].isupper() or words[0].startswith("detik") or "." in words[0]):
            for length in range(len(words), 0, -1):
                name = " ".join(words[:length])
                if not name.startswith(start):
                    continue
                if (known := known_outlet(name)) and not is_publisher(known[0]):
                    return name
        at = body.find(cue, at + 1, _SEARCHED)
    return None


def _has_cue(text: str) -> bool:
    lowered = text[:_LONGEST].lower()
    return any(cue in lowered for cue in _CUES)


def _outlet(name: str, text: str) -> str | None:
    words = name.split()
    # "ANTARA 2024", "Kompas Cyber Media (Kompas Gramedia ...)": the longest known beginning.
    for length in range(len(words), 0, -1):
        if found := known_outlet(" ".join(words[:length])):
            return found[0]
    return outlet_named(words[0], text) if "." in words[0].strip(".") else None
