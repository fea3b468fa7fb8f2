"""What kind of line a line is: prose, a headline, a list item, a sign-off, a name."""

from __future__ import annotations

import re

from index.reading.words import words

_SENTENCE_END = re.compile(r"""[.!?…:;,]["'”’)\]]*\s*$|["”’]\s*$""")
_SENTENCE_STOP = re.compile(r"""[.!?]["'”’)\]]*\s*$""")
_ITEM = re.compile(r"(?:[-•*–·▪►●]|\(?\d{1,3}[.)]|[a-z][.)])\s")
# (imi/nt) [yat] (*) (Adb) (far/vys): behind the end of a sentence, at the end of a paragraph.
_SIGN_OFF = re.compile(
    r"(?:(?P<stop>[.!?…\"”’'])\s*(?P<sign>(?:[(\[](?:\*{1,9}|[a-z]{2,5}\d{0,2}"
    r"|(?<=[.!?…\"”][(\[])[a-z]{6,8}|(?<=[.!?…\"”]\s[(\[])[a-z]{6,8}|[A-Z][a-z]{1,5}"
    r"|[A-Z][a-z]{2,14}(?: [A-Z][a-z]{1,14}){1,3}"
    r"|[A-Z][a-z]{1,14}(?: [A-Z][a-z]{1,14}){0,2}/[A-Za-z][A-Za-z.]{1,14}(?: [A-Z][a-z]{1,14}){0,2}"
    r"|[a-z]{2,4}(?:[/, ]{1,2}[a-z]{2,4}){1,3}|\*?/[a-z]{2,6}|\*\d|[^()]{3,40}/(?:bersambung|habis)"
    r"|[A-Z]{1,3}\d{0,3}|[A-Za-z0-9.]{2,14}(?:\s?[/|-]\s?[A-Za-z0-9. ]{2,18}){1,3}"
    r"|red(?:aksi)?|adv(?:ertorial)?)"
    r"[)\]]\.?\s?|(?<!\*)\*{1,9}(?!\w)\s?){1,2})"
    r"|(?<=[\w:)%+,])\s(?P<pair>\((?:[a-z]{2,5}(?:/[A-Za-z]{2,5}){1,3}"
    r"|[a-z]{2,4}(?:[/,] ?[a-z]{2,4}){1,3}|\*{1,9})\)\s?)"
    # Three letters behind a list or a table, which ends with no stop.
    r"|(?<=[\w:)%+,])\s?(?P<three>\((?!(?:red|sic|own|pp|kg|km|ha|cm)\))[a-z]{3}\)\s?))"
    r"(?P<tags>(?:[a-z0-9-]+(?: [a-z0-9-]+){0,39} ?)?)$"
)
# How every sign-off ends: most paragraphs do not, and that is cheaply told.
_MAY_SIGN_OFF = re.compile(r"[)\]*]\.?\s?[a-z0-9 -]*$")
# Without brackets: the desks and agencies of Deutsche Welle, "hp/vlz (dpa, afp)"; correspondents of
# VIVA, "Siti Aminah/Palu", "Laporan Siti Aminah - NTT".
_BARE_SIGN_OFF = re.compile(
    r"(?<=[.!?\"”])\s?(?:[a-z]{2,3}/[a-z]{2,4}(?:\s\((?:[A-Za-z]{2,9}[, ]{0,2}){1,5}\))?"
    r"|[A-Z][a-z]{1,14}(?: [A-Z][a-z]{1,14}){1,2}/[A-Z][A-Za-z]{1,14}(?: [A-Z][a-z]{2,14})?"
    r"|Laporan\s?:?\s[A-Z][a-z]{1,14}(?: [A-Z][a-z]{1,14}){1,2}"
    r"(?:\s?[-–/,]\s?[A-Z][A-Za-z ]{1,20})?)$"
)
_LONGEST_BARE = 70
_NAME = re.compile(r"[A-Z][a-z'’.]+(?: [A-Z][\w'’.]*){1,3}")
_WORD = re.compile(r"\w[\w'’-]*")


def is_prose(line: str) -> bool:
    """Whether a line reads as a paragraph: it ends as sentences end, or is too long for a title."""
    # A title cut short by its page ends in three dots.
    if len(line) < 25 or (len(line) < 120 and line.endswith(("...", "…"))):
        return False
    if line[-1] in "?!" and len(line) < 160 and is_title_case(line):
        return False
    return len(line) > 180 or (_SENTENCE_END.search(line) is not None and len(line.split()) > 4)


def is_sentence(line: str) -> bool:
    """Whether a line is a sentence of three words or more, however short, and no title."""
    return (
        _SENTENCE_STOP.search(line) is not None
        and not line.endswith("..")
        and len(line.split()) >= 3
        and not is_title_case(line)
    )


def is_item(line: str) -> bool:
    """Whether a line is an item of a list."""
    return _ITEM.match(line) is not None


def is_headline(line: str) -> bool:
    """Whether a line could be an article's own headline: a few words that end no sentence."""
    return (
        3 <= len(line.split()) <= 32
        and 18 <= len(line) <= 200
        and not line.endswith((".", ":", ";", ",", "…"))
        and (line[0].isupper() or line[0].isdigit() or line[0] in "\"“'‘[")
        and not line.endswith(("://",))
    )


def is_title_case(line: str) -> bool:
    """Whether nearly all words of a line but particles are capitalised."""
    particles = words().particles
    weighty = [word for word in _WORD.findall(line) if word.lower() not in particles]
    capitalised = sum(not word[0].islower() for word in weighty)
    return bool(weighty) and capitalised >= 0.85 * len(weighty)


def is_name(line: str) -> bool:
    """Whether a line is a person's name and nothing else."""
    return len(line) <= 50 and _NAME.fullmatch(line) is not None


def split_sign_off(paragraph: str) -> tuple[str, str | None]:
    """A paragraph without the sign-off at its end, and the sign-off (``(imi/nt)``, ``[yat]``)."""
    tail_start = max(0, len(paragraph) - 320)
    tail = paragraph[tail_start:]
    close = tail[-_LONGEST_BARE:]
    if ("/" in close or "Laporan" in close) and (bare := _BARE_SIGN_OFF.search(close)):
        at = len(paragraph) - len(close) + bare.start()
        return paragraph[:at].rstrip(), paragraph[at:].strip()
    if "(" not in tail and "*" not in tail and "[" not in tail:
        return paragraph, None
    if not _MAY_SIGN_OFF.search(paragraph, tail_start):
        return paragraph, None
    match = _SIGN_OFF.search(paragraph, tail_start)
    if match is None or (match["tags"] and "/" not in match.group()):
        return paragraph, None
    end = match.start() if match["pair"] or match["three"] else match.end("stop")
    return paragraph[:end].rstrip(), paragraph[end:].strip()


def content_words(text: str) -> set[str]:
    """The words of ``text`` of four letters and more that are no particles, in lower case."""
    found = {word for word in map(str.lower, _WORD.findall(text)) if len(word) >= 4}
    return found - words().particles


def same_words(first: str, second: str) -> bool:
    """Whether two lines say the same but for case, blanks and punctuation."""
    if first == second:
        return True
    letters, others = (filter(str.isalnum, line.lower()) for line in (first, second))
    # Most lines differ in their first letter, and the rest of them is not looked at.
    return next(letters, "") == next(others, "") and "".join(letters) == "".join(others)
