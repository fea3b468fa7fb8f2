"""Markdown: records as they stand in a report, each with its source in a footnote."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from tui.check_wording import record_words
from tui.output.readable import first_words
from tui.output.records import Record

# What Markdown or the HTML in it would read as more than text (CommonMark 0.31, 2.4 and 6.6).
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~$^&])")
_LINE_START = re.compile(r"^(\s*)(#|[-+=](?=\s|[-+=]|$)|\d{1,9}[.)](?=\s|$))")
_LINK = re.compile(r"https?://[^\s<>()\"'\\]+")
_EXCERPT = 200


class Markdown:
    """Writes records as Markdown; ``whole`` gives articles with their full text.

    The text of articles can do nothing: what Markdown would read as markup is escaped. The
    footnote of an article stands below the first record that it gives.
    """

    def __init__(self, kind: str, *, whole: bool) -> None:
        self._kind, self._whole = kind, whole
        self._noted: set[str] = set()
        self._first = True

    def format(self, record: Record) -> str:
        """The record as text that ends in a line end."""
        text = _LAYOUTS[self._kind](self, record)
        first, self._first = self._first, False
        head = _TABLES.get(self._kind, "") if first else ""
        listed = self._kind in _TABLES or self._kind in _LISTS
        gap = "" if first or listed else "\n"
        return f"{gap}{head}{text}{self._note(record)}\n"

    def _note(self, record: Record) -> str:
        article = record.get("article")
        if article is None or article in self._noted:
            return ""
        self._noted.add(article)
        # A list or a table goes on below its footnote.
        return f"\n\n[^{article}]: {_source(record, article)}\n"

    def _article(self, record: Record) -> str:
        title = escaped(record.get("title") or first_words(_text_of(record)))
        parts = [f"## {title}", _source(record, record["id"], title=False)]
        parts += [f"*{escaped(caption)}*" for caption in record.get("captions") or ()]
        if self._whole or self._kind == "text":
            parts += [escaped(each) for each in _text_of(record).split("\n") if each.strip()]
        else:
            parts.append(escaped(record.get("snippet") or first_words(record["body"], _EXCERPT)))
        return "\n\n".join(parts)

    def _entity(self, record: Record) -> str:
        role = f", {escaped(record['role'])}" if record["role"] else ""
        pasal = f" pasal {escaped(', '.join(record['articles']))}" if record["articles"] else ""
        name = f"**{escaped(record['name'])}**{pasal}{role}"
        return f"- {name} ({record['kind']}, {record['count']}){_mark(record)}"

    def _summary(self, record: Record) -> str:
        dates = " to ".join(dict.fromkeys(filter(None, (record["first"], record["last"]))))
        cells = (record["kind"], record["name"], record["articles"], record["mentions"], dates)
        return f"| {' | '.join(escaped(str(cell)) for cell in cells)} |"

    def _figure(self, record: Record) -> str:
        facts = (record["measure"], record["period"], record["place"], record["speaker"])
        known = ", ".join(escaped(str(fact)) for fact in facts if fact)
        sentence = escaped(record["sentence"] or "")
        line = f"- **{escaped(record['text'])}** ({known}): {sentence}{_mark(record)}"
        warnings = (
            f"\n    - {escaped(record_words(check))}"
            for check in record.get("checks", ())
            if check["severity"] != "none"
        )
        return line + "".join(warnings)

    def _total(self, record: Record) -> str:
        facts = (record["measure"], record["source"], record["place"])
        known = ", ".join(escaped(fact) for fact in facts if fact)
        value = f"{record['value']:,} {record['unit']}"
        counted = ", ".join(
            f"{escaped(row['text'])} ({escaped(row['period'])})" for row in record["counted"]
        )
        return f"- **{escaped(value)}** ({known}): {counted}"

    def _quote(self, record: Record) -> str:
        lines = "\n> ".join(escaped(each) for each in record["text"].split("\n"))
        said = f"> {lines}" if record.get("indirect") else f"> “{lines}”"
        return f"{said}\n>\n> — {escaped(record['speaker'] or '?')}{_mark(record)}"

    def _hit(self, record: Record) -> str:
        match = f"**{escaped(record['match'])}**"
        line = f"{escaped(record['left'])} {match} {escaped(record['right'])}"
        return f"- … {line.strip()} …{_mark(record)}"

    def _month(self, record: Record) -> str:
        cells = (record["query"], record["month"] or "undated", record["hits"], record["articles"])
        words = " | ".join(escaped(str(cell)) for cell in cells)
        return f"| {words} | {record['share']:.2%} |"

    def _explanation(self, record: Record) -> str:
        lines = [f"{record['total']} articles: {escaped(record['understood'])}", ""]
        for clause in record["clauses"]:
            words = [f"{escaped(word)} {count}" for word, count in clause["words"].items()]
            forms = f" ({', '.join(words)})" if len(words) > 1 else ""
            indent = "  " * clause["depth"]
            lines.append(f"{indent}- {escaped(clause['clause'])}: {clause['hits']}{forms}")
        return "\n".join(lines)

    def _line(self, record: Record) -> str:
        return f"- {escaped(str(next(iter(record.values()))))}"


def escaped(text: str) -> str:
    """``text`` on one line, so that Markdown prints it as it is."""
    line = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _LINE_START.sub(lambda match: f"{match[1]}{_guarded(match[2])}", line)


def _guarded(start: str) -> str:
    # "1." is a list, "1\." is not; "#" and "-" take the stroke before them.
    return f"{start[:-1]}\\{start[-1]}"


def _mark(record: Record) -> str:
    return f" [^{record['article']}]"


def _text_of(record: Record) -> str:
    return str(record.get("body") or record.get("text") or "")


def _source(record: Record, identifier: str, *, title: bool = True) -> str:
    """Outlet, title, date, address and id: what a reader needs to find the article again."""
    facts = [record.get("outlet"), record.get("published"), record.get("place")]
    words = [escaped(str(fact)) for fact in facts if fact]
    if title and record.get("title"):
        words.insert(1 if record.get("outlet") else 0, f"“{escaped(record['title'])}”")
    link = _LINK.fullmatch(record.get("url") or "")
    if link:
        words.append(f"<{link[0]}>")
    return ", ".join((*words, f"`{identifier}`"))


_TABLES: Mapping[str, str] = {
    "series": "| query | month | hits | articles | share |\n| --- | --- | ---: | ---: | ---: |\n",
    "summaries": "| kind | name | articles | mentions | dates |\n"
    "| --- | --- | ---: | ---: | --- |\n",
}
_LISTS = ("ids", "paths", "urls", "entities", "figures", "totals", "hits")

_LAYOUTS: Mapping[str, Callable[[Markdown, Record], str]] = {
    "articles": Markdown._article,
    "text": Markdown._article,
    "entities": Markdown._entity,
    "summaries": Markdown._summary,
    "figures": Markdown._figure,
    "totals": Markdown._total,
    "quotes": Markdown._quote,
    "speech": Markdown._quote,
    "hits": Markdown._hit,
    "series": Markdown._month,
    "explanation": Markdown._explanation,
    "ids": Markdown._line,
    "paths": Markdown._line,
    "urls": Markdown._line,
}
