"""Records for a reader at a terminal."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Mapping

from tui.check_wording import record_words
from tui.output.records import Record

_BOLD, _DIM, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"
INDENT = "    "
# Of each list of a summary; the other formats have them whole.
_LISTED = 6
# Enough of an id to name an article by, in nearly every archive.
_SHORT_ID = 8
# The length of a bar that stands for all articles of a month.
_BAR = 40


class Readable:
    """Writes records as short paragraphs; ``colour`` adds bold and dim, nothing else.

    ``whole`` prints articles with their full text, else with the first words or the snippet.
    """

    def __init__(self, kind: str, *, width: int, colour: bool, whole: bool) -> None:
        self._kind, self._width, self._colour, self._whole = kind, width, colour, whole
        self._first = True

    def format(self, record: Record) -> str:
        """The record as text that ends in a line end."""
        text = _LAYOUTS[self._kind](self, record)
        gap = "" if self._first or self._kind not in ("articles", "text") else "\n"
        self._first = False
        return f"{gap}{text}\n"

    def _strong(self, text: str) -> str:
        return f"{_BOLD}{text}{_RESET}" if self._colour and text else text

    def _faint(self, text: str) -> str:
        return f"{_DIM}{text}{_RESET}" if self._colour and text else text

    def _wrapped(self, text: str) -> str:
        lines = [
            textwrap.fill(
                paragraph,
                max(self._width, 40),
                initial_indent=INDENT,
                subsequent_indent=INDENT,
                break_long_words=False,
                break_on_hyphens=False,
            )
            for paragraph in text.split("\n")
        ]
        return "\n".join(lines)

    def _heading(self, record: Record) -> str:
        facts = (record.get("published"), record.get("outlet"), record.get("place"))
        byline = " · ".join(str(fact) for fact in facts if fact)
        title = record.get("title") or first_words(record.get("body") or record.get("text") or "")
        identifier = record.get("id") or record.get("article")
        lead = self._faint(f"{identifier}  {byline}".rstrip())
        return f"{self._strong(title)}\n{lead}"

    def _article(self, record: Record) -> str:
        parts = [self._heading(record)]
        if self._whole:
            parts += [self._wrapped(caption) for caption in record["captions"]]
            parts.append(self._wrapped(record["body"]))
        else:
            parts.append(self._wrapped(record.get("snippet") or first_words(record["body"], 200)))
        return "\n".join(parts)

    def _text(self, record: Record) -> str:
        return f"{self._heading(record)}\n\n{record['text']}"

    def _entity(self, record: Record) -> str:
        role = f" ({record['role']})" if record["role"] else ""
        pasal = f" pasal {', '.join(record['articles'])}" if record["articles"] else ""
        forms = [form for form in record["forms"] if form != record["name"]]
        also = f" [{', '.join(forms)}]" if forms else ""
        name = self._strong(record["name"])
        gone = " - rejected" if record["layer"] == "rejected" else ""
        whence = " - known from other articles" if record["from_memory"] else ""
        return f"{record['kind']:<8}{record['count']:>4}  {name}{pasal}{role}{also}{whence}{gone}"

    def _summary(self, record: Record) -> str:
        dates = " to ".join(dict.fromkeys(filter(None, (record["first"], record["last"]))))
        count = f"{record['articles']:>6} {'article ' if record['articles'] == 1 else 'articles'}"
        lines = [
            f"{record['kind']:<8}{count}  {self._strong(record['name'])}  {self._faint(dates)}"
        ]
        forms = [f"{form} {count}" for form, count in record["forms"].items()]
        roles = [held["role"] for held in record["roles"]]
        beside = [f"{each['name']} {each['articles']}" for each in record["with"]]
        figures = [f"{measure} {count}" for measure, count in record["figures"].items()]
        listed = {"as": forms, "roles": roles, "with": beside, "figures": figures}
        if record["parent"]:
            lines.append(f"{INDENT}under   {record['parent']}")
        for label, words in listed.items():
            if words and words != [f"{record['name']} {record['mentions']}"]:
                more = "" if len(words) <= _LISTED else f", {len(words) - _LISTED} more"
                lines.append(f"{INDENT}{label:<8}{', '.join(words[:_LISTED])}{more}")
        return "\n".join(lines)

    def _figure(self, record: Record) -> str:
        facts = (record["measure"], record["period"], record["place"], record["speaker"])
        known = " · ".join(str(fact) for fact in facts if fact)
        origin = self._faint(f"{record['article']}  {record['published'] or ''}".rstrip())
        sentence = self._wrapped(record["sentence"] or "")
        lines = [f"{self._strong(record['text'])} — {known}  {origin}", sentence]
        for check in record.get("checks", ()):
            if check["severity"] != "none":
                lines.append(self._warning(check, record["sentence"]))
        return "\n".join(lines)

    def _warning(self, check: Record, own: str | None) -> str:
        """What a check warns of, and the sentences of the other figures but for its ``own``."""
        lines = [f"{INDENT}! {record_words(check)}"]
        told = [own]
        for other in check["with"]:
            if other["sentence"] and other["sentence"] not in told:
                told.append(other["sentence"])
                source = " · ".join(filter(None, (other["outlet"], other["published"])))
                lines.append(self._wrapped(f"“{other['sentence']}” {source}"))
        return "\n".join(lines)

    def _hit(self, record: Record) -> str:
        """The line of a concordance: the matches stand below each other, as far as they fit."""
        origin = f"{record['article'][:_SHORT_ID]} {(record['published'] or '')[:10]:<10}"
        match = record["match"]
        room = self._width - len(origin) - 4
        side = max((room - min(len(match), room // 3)) // 2, 10)
        left = " ".join(_fitted(record["left"].split()[::-1], side)[::-1])
        right = " ".join(_fitted(record["right"].split(), max(room - side - len(match), 0)))
        return f"{self._faint(origin)}  {left:>{side}} {self._strong(match)} {right}".rstrip()

    def _explanation(self, record: Record) -> str:
        lines = [f"{record['total']:>7}  {self._strong(record['understood'])}"]
        for clause in record["clauses"]:
            words = [f"{word} {count}" for word, count in clause["words"].items()]
            shown = ", ".join(words[:_LISTED])
            more = f", {len(words) - _LISTED} more" if len(words) > _LISTED else ""
            # A word that stands for itself alone has been told by its own number.
            forms = f"  {self._faint(shown + more)}" if len(words) > 1 else ""
            label = {"all": "all of", "any": "any of", "none": "not"}.get(clause["kind"])
            text = label or clause["clause"]
            lines.append(f"{clause['hits']:>7}  {'  ' * clause['depth']}{text}{forms}")
        for each in record["expansions"]:
            lines.append(f"{'also':>7}  {each['typed']}: {'; '.join(each['forms'])}")
        for each in record["diagnostics"]:
            lines.append(f"{'note':>7}  {each['message']}")
        return "\n".join(lines)

    def _month(self, record: Record) -> str:
        bar = "█" * round(record["share"] * _BAR) or ("▏" if record["hits"] else "")
        numbers = f"{record['hits']:>7} of {record['articles']:>7}  {record['share']:>7.2%}"
        return f"{record['month'] or 'undated':<8}{numbers}  {bar}".rstrip()

    def _total(self, record: Record) -> str:
        """A sum, the figures that it counts, and how many it leaves out for which reason."""
        measure = record["measure"].replace("_", " ")
        place = f" · {record['place']}" if record["place"] else ""
        value = f"{record['value']:,} {record['unit']}"
        lines = [f"{self._strong(value)} — {measure} · {record['source']}{place}"]
        for row in record["counted"]:
            origin = " ".join(filter(None, (row["article"], row["outlet"])))
            lines.append(f"{INDENT}{row['period']:<24}{row['text']}  {self._faint(origin)}")
        reasons = Counter(row["reason"] for row in record["left_out"])
        if reasons:
            told = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items()))
            lines.append(f"{INDENT}left out: {told}")
        return "\n".join(lines)

    def _quote(self, record: Record) -> str:
        speaker = self._strong(record["speaker"] or "?")
        return f"{speaker}  {self._faint(record['article'])}\n{self._wrapped(record['text'])}"

    def _speech(self, record: Record) -> str:
        speaker = self._strong(record["speaker"] or "?")
        origin = self._faint(" · ".join(filter(None, (record["cue"], record["article"]))))
        text = record["text"] if record["indirect"] else f"“{record['text']}”"
        return f"{speaker}  {origin}\n{self._wrapped(text)}"

    def _line(self, record: Record) -> str:
        return str(next(iter(record.values())))


def _fitted(words: list[str], width: int) -> list[str]:
    """As many of ``words`` from the first on as fit in ``width`` characters, parted by spaces."""
    taken = 0
    for number, word in enumerate(words):
        taken += len(word) + bool(number)
        if taken > width:
            return words[:number]
    return words


def first_words(text: str, length: int = 80) -> str:
    """The start of ``text`` in whole words, at most ``length`` characters."""
    return textwrap.shorten(text[: length * 4], length, placeholder=" …") if text else ""


_LAYOUTS: Mapping[str, Callable[[Readable, Record], str]] = {
    "articles": Readable._article,
    "text": Readable._text,
    "entities": Readable._entity,
    "summaries": Readable._summary,
    "figures": Readable._figure,
    "totals": Readable._total,
    "hits": Readable._hit,
    "series": Readable._month,
    "explanation": Readable._explanation,
    "quotes": Readable._quote,
    "speech": Readable._speech,
    "ids": Readable._line,
    "paths": Readable._line,
    "urls": Readable._line,
}
