"""Where sentences end in Indonesian news."""

from __future__ import annotations

import re

from index.article import Span

# Abbreviations of the press after which a full stop ends nothing (titles, degrees, law, address).
_ABBREVIATIONS = frozenset(
    (
        "no nr jl jln st dr drs dra ir prof hj h kh tgk s.h sh m.h mh s.sos s.ik s.i.k m.si m.a s.e "
        "s.t ph.d rp bpk sdr sdri kol kap mr mrs ms vol hal tgl kec kab kel ds dsn rt rw gg pol purn "
        "mayjen brigjen irjen komjen letjen jend dll dsb dkk cs co ltd inc pt cv tbk a.n u.p d.a "
        "s.d a.l jo alm almh pdt rd u.s"
    ).split()
)
_END = re.compile(r"""[.!?…]+["'”’»)\]]*(?=\s|$)|\n+""")
_LAST_WORD = re.compile(r"([^\s(\"“‘']+)$")


def sentences(text: str) -> list[Span]:
    """The spans of the sentences of ``text``, in order, without surrounding white space.

    A line end always ends a sentence. A full stop does not after an initial (``M. Fadil``), an
    abbreviation of the press (``No. 21``, ``Dr. X``), or before a lower-case word or a digit.
    """
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if match.group()[0] != "\n" and not _ends(text, match):
            continue
        _append(spans, text, start, match.end())
        start = match.end()
    _append(spans, text, start, len(text))
    return spans


def sentence_at(spans: list[Span], offset: int) -> Span | None:
    """The span among ``spans`` (sorted) that holds ``offset``, or None."""
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle][1] <= offset:
            low = middle + 1
        else:
            high = middle
    if low < len(spans) and spans[low][0] <= offset:
        return spans[low]
    return None


def _ends(text: str, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 40].lstrip(" ")
    if following[:1].islower():
        return False
    if match.group() != ".":
        return True
    word_match = _LAST_WORD.search(text, max(0, match.start() - 30), match.start())
    word = word_match.group(1) if word_match else ""
    if len(word) == 1 and word.isupper():
        return False
    return word.lower() not in _ABBREVIATIONS


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        begin = start + len(piece) - len(piece.lstrip())
        spans.append((begin, begin + len(stripped)))
