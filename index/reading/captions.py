"""Lines that belong to a photograph: its caption, and who took it."""

from __future__ import annotations

import re

_CREDIT = re.compile(
    r"(?:[A-Za-z][\w-]*(?:\.[\w-]+){1,3}|ANTARA(?: FOTO)?|AFP|AP|Reuters|EPA)\s?/\s?"
    r"(?P<author>[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,4})"
)
_AGENCIES = frozenset({"afp", "ap", "reuters", "epa", "antara", "antara foto"})
_CUE = re.compile(
    r"\((?:kiri|kanan|tengah|kedua dari (?:kiri|kanan)|dari kiri|ist(?:imewa)?)\)"
    r"|\((?:foto|dok\.?|dokumentasi|antara|afp|getty|shutterstock|reuters|ilustrasi)\b[^)]{0,80}\)\s*$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:Foto|FOTO|Dok\.|Dokumentasi|Keterangan [Ff]oto|Caption)\s?:?\s"
    r"|(?:Shutterstock|SHUTTERSTOCK|Freepik|FREEPIK|Unsplash|Pixabay|iStock|Getty Images|Instagram"
    r"|ANTARA FOTO|AFP|Reuters|REUTERS|AP Photo|Istimewa)\s?/"
    r"|[A-Za-z][\w-]*\.(?:com|co\.id|id|COM|CO\.ID|ID)/\s?[A-Z]"
    r"|(?:Ilustrasi|ILUSTRASI)\b"
)
_SHOUTED_LEAD = re.compile(r"[A-Z][A-Z0-9 ,./&'’-]{5,60}[A-Z0-9] [-–—] \S")
# "... (29/11/2023). ANTARA FOTO/Raisan Al Farisi/nym." closes nothing but a caption.
_CREDIT_BEHIND = re.compile(
    r"[.)\s](?:ANTARA(?: FOTO)?|AFP|REUTERS|Reuters|AP(?: Photo)?|EPA)\s?/\s?"
    r"[A-Z][\w.'’ -]{2,40}(?:/\w{2,12}){0,2}\.?$"
)
_LONGEST_LEAD = 300
# "KOMPAS.com/NAME Petugas ..., Senin (1/2/2024). ": a caption that a paragraph is glued to.
_CREDITED = re.compile(
    r"(?:ANTARA FOTO|AFP|Reuters|REUTERS|Istimewa|[A-Za-z][\w-]*\.(?:com|co\.id|COM|CO\.ID))\s?/\s?"
    r"[A-Z][^\n]{20,300}?\(?\d{1,2}(?:/\d{1,2}/| [A-Z][a-z]+ )\d{4}\)?\.(?=\s?[A-Z“\"])"
)


def photo_credit(line: str) -> tuple[bool, str | None]:
    """Whether the whole line names a photograph's source, and the photographer if it is a person.

    ``TRIBUNPONTIANAK.CO.ID/TRI PANDITO WIBOWO`` gives ``"Tri Pandito Wibowo"``.
    """
    if len(line) > 100 or "/" not in line:
        return False, None
    match = _CREDIT.fullmatch(line.strip("()[] "))
    if match is None:
        return False, None
    return True, None if line.partition("/")[0].strip().lower() in _AGENCIES else match["author"]


def caption_end(line: str) -> int:
    """Where the caption ends with whose credit a long line begins; 0 if it begins with none.

    Such a caption ends with the day on which the photograph was taken.
    """
    if len(line) <= _LONGEST_LEAD or "/" not in line[:40]:
        return 0
    match = _CREDITED.match(line)
    return match.end() if match else 0


def is_caption(line: str, *, above_the_article: bool) -> bool:
    """Whether a line is the caption of a photograph.

    ``above_the_article`` widens the rules to marks that running text may carry as well, such as
    ``(kiri)`` or a lead in capitals.
    """
    if len(line) > 600:
        return False
    if len(line) <= _LONGEST_LEAD and _LEAD.match(line):
        return True
    if "/" in line and _CREDIT_BEHIND.search(line, max(0, len(line) - 90)):
        return True
    if not above_the_article:
        return False
    return _CUE.search(line) is not None or _SHOUTED_LEAD.match(line) is not None
