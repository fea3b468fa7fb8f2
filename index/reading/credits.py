"""Who worked on an article: names and roles from record fields, by-lines and sign-off boxes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.article import Credit
from index.reading.outlets import known_outlet
from index.reading.person_names import (
    no_name,
    office_in,
    pen_name,
    person_name,
    without_addresses,
)
from index.text import clean_line

AUTHORS = ("author", "reporter")
_ROLES = {
    "author": "penulis|ditulis oleh|oleh|author|authors|writer|written by|by|teks|naskah|narasi",
    "reporter": "reporter|pewarta|wartawan|jurnalis|koresponden|peliput|tim liputan",
    "contributor": "kontributor|contributor|kontri",
    "editor": "editor|edit[eio]r|editors|redaktur|penyunting|copy editor|penyelaras|disunting oleh"
    "|diedit oleh|edited by|redaktur pelaksana",
    "translator": "penerjemah|alih bahasa|diterjemahkan oleh|translator|translated by",
    "photographer": "fotografer|pewarta foto|juru foto|foto oleh|photographer|foto|kamerawan",
    # Not people, but their labels end the names before them.
    "": "sumber|source|copyright|uploader|upload|publisher|penerbit|produser|desain|infografis"
    "|tags?|topik|baca juga|tayang|diterbitkan|tanggal|published|update[dr]?",
}
_ROLE_OF = {word: role for role, words in _ROLES.items() for word in words.split("|")}
_WORDS = "|".join(sorted((w for w in _ROLE_OF if "[" not in w and "?" not in w), key=len)[::-1])
# "Penulis: ", also glued to the name before it: "Siti AminahEditor: ".
_LABEL = re.compile(
    rf"(?:(?<![A-Za-z])|(?<=[a-z.)])(?=[A-Z]))(?P<word>(?i:{_WORDS}|edit[eio]r|tags?|update[dr]?))"
    r"(?:\s?/\s?(?P<second>(?i:editor|penulis|reporter|fotografer|foto)))?\s?[:;]\s?"
)
# "Laporan Wartawan Tribun Jakarta, Siti Aminah", "Oleh Siti Aminah": a label without a colon.
_REPORT = re.compile(
    r"(?:(?<=^)|(?<=[\s(\"“]))(?i:laporan|liputan)\s?"
    r"(?P<word>(?i:wartawan|reporter|kontributor|jurnalis|koresponden|tim|khusus|langsung))?"
    r"(?:\s(?i:khusus|langsung))?\s?[:;,]?\s(?=[A-Za-z(])"
)
_BARE = re.compile(r"\W*(?P<word>(?i:oleh|penulis|by|reporter|pewarta|kontributor))\s+(?=[A-Z])")
# Where names end: what a page prints behind them.
_END = re.compile(
    r"©|(?i:\bcopyright\b)|\b(?i:artikel|berita|tulisan)\sini\b|\b(?i:dilarang|terbit|diterbitkan"
    r"|baca juga|hak cipta)\b|\s\b(?:PT|CV)\b\.?\s|[\]\n]|\)(?=[^|,;/]|$)"
    r"|\b(?i:senin|selasa|rabu|kamis|jum.at|sabtu|minggu),?\s\(?\d|\b\d{1,2}\s(?i:jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des)"
    r"|\s[-–—]{1,2}(?:\s|$)"
)
_SEPARATORS = re.compile(
    r"\s*(?:[|;•·/\\&,]|\s(?:dan|and|serta|bersama)\s|:(?=\s)|\s(?:dari|di|from)\s.*)\s*"
)
_ROLE_WORD = re.compile(rf"(?P<word>(?i:{_WORDS}))\b(?P<rest>.*)")
# "ANTARA FOTO/Siti Aminah/abc", "KOMPAS.com/SITI AMINAH", "(Foto: Siti Aminah/detikcom)".
_PHOTOGRAPH = re.compile(
    r"(?:(?:ANTARA(?: FOTO)?|AFP|AP|Reuters|REUTERS|EPA"
    r"|[A-Za-z][\w-]*\.(?:com|co\.id|id|COM|CO\.ID|ID))"
    r"\s?/\s?|(?<![A-Za-z])(?i:foto)\s?(?:oleh)?\s?:\s?)"
    # Shouted, or with capitals and then a mark: behind other names the caption may go on.
    r"(?P<name>[A-Z][A-Z.'’]+(?![a-z])(?: [A-Z][A-Z.'’]*(?![a-z])){1,4}"
    r"|[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){1,4}(?=\s?[/)\]|;]|\.?\s*$))"
)
_LONGEST = 400


def credits_in(text: str) -> list[Credit]:
    """The credits of a by-line or sign-off box, in order, each once.

    ``(Penulis: X | Editor: Y)``, ``Pewarta: XEditor: Y``, ``Laporan Wartawan Tribun Jakarta, X``,
    ``Oleh X dan Y``. Outlets, places, degrees, addresses and role words are no names.
    """
    text = text[:_LONGEST]
    labels = [(match.start(), match.end(), _role(match["word"])) for match in _LABEL.finditer(text)]
    report = _REPORT.search(text) if "apor" in text.lower() or "iput" in text.lower() else None
    if report and not any(
        start <= report.end() and report.start() < end for start, end, _ in labels
    ):
        labels.append((report.start(), report.end(), _role(report["word"] or "reporter")))
    if not labels and (bare := _BARE.match(text)):
        labels.append((bare.start(), bare.end(), _role(bare["word"])))
    labels.sort()
    found: list[Credit] = []
    for number, (_, start, role) in enumerate(labels):
        end = labels[number + 1][0] if number + 1 < len(labels) else len(text)
        if role:
            found.extend(_named(text[start:end], role))
    return list(dict.fromkeys(found))


def credits_said(said: str | None, role: str = "author") -> list[Credit]:
    """The credits of a record's own field, whose names have ``role`` unless a label says else."""
    text = clean_line(said)[:_LONGEST].strip("[]{}\"' ") if said else ""
    if not text:
        return []
    first = _LABEL.search(text)
    if first is None and (bare := _BARE.match(text)):
        return list(dict.fromkeys(_named(text[bare.end() :], _role(bare["word"]) or role)))
    if first is None and _REPORT.match(text):
        return credits_in(text)
    before = _named(text[: first.start()] if first else text, role)
    return list(dict.fromkeys((*before, *(credits_in(text[first.start() :]) if first else ()))))


def photographers_in(caption: str) -> list[Credit]:
    """Who took the photograph of a caption: ``ANTARA FOTO/X/abc``, ``(Foto: X)``, ``(A.com/X)``."""
    if "/" not in caption and "oto" not in caption.lower():
        return []
    said = (match["name"] for match in _PHOTOGRAPH.finditer(caption[-_LONGEST:]))
    # "Foto: Petugas Imigrasi Batam.": what the photograph shows.
    nobody = (no_name, known_outlet, lambda name: office_in(name) == 0)
    names = (None if any(of(name) for of in nobody) else person_name(name) for name in said)
    return [Credit("photographer", name) for name in names if name]


def author_name(said: str | None) -> str | None:
    """The names of a field or by-line joined by commas, or None if it names nobody.

    A pen name that is not spelt as names are (``rizky123``) stays as printed.
    """
    if not said:
        return None
    found = credits_said(said)
    if names := names_of(found, tuple(_ROLES)):
        return names
    return None if found else pen_name(clean_line(said))


def names_of(credits: Iterable[Credit], roles: tuple[str, ...] = AUTHORS) -> str | None:
    """The names of those with one of ``roles``, joined by commas, or None."""
    return ", ".join(dict.fromkeys(each.name for each in credits if each.role in roles)) or None


def _role(word: str) -> str:
    lowered = word.lower()
    if lowered in _ROLE_OF:
        return _ROLE_OF[lowered]
    if lowered.startswith("edit"):
        return "editor"
    return "reporter" if lowered in ("tim", "khusus", "langsung") else ""


def _named(text: str, role: str) -> list[Credit]:
    if end := _END.search(text):
        text = text[: end.start()]
    found: list[Credit] = []
    for part in _SEPARATORS.split(without_addresses(text)):
        said = part.strip(" .()[]\"'“”*")
        # "Kontributor Manado, Siti Aminah": the place goes, and what follows has that role.
        while (label := _ROLE_WORD.match(said)) and _role(label["word"]):
            role, said = _role(label["word"]), label["rest"].strip(" .")
        if role == "photographer" and said[:1].islower():
            # "Foto: petugas memeriksa paspor": what the photograph shows.
            break
        if not said or no_name(said) or known_outlet(said):
            continue
        if office_in(said) == 0:
            # "X, Mahasiswa Perbankan, Universitas Y": what follows tells who X is.
            break
        if name := person_name(said):
            found.append(Credit(role, name))
    return found
