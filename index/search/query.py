"""The query language: text to nodes, with diagnostics; it never raises and never guesses."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from index.article import Span
from index.language.tokens import fold
from index.results import Diagnostic
from index.search.joining import any_of, side_of, without_field
from index.search.leaves import BELOW, FIELDS, WITH_LINES, LeafError, leaf, perhaps, phrase
from index.search.nodes import (
    Everything,
    Near,
    Node,
    Nothing,
    ParsedQuery,
    Saved,
    conjunction,
    disjunction,
    negation,
)
from index.search.printing import print_query
from index.search.scanning import Budget, Refused, SavedSearches, Scanner
from index.search.widening import Widening, as_printed

LONGEST_QUERY = 2_000
DEEPEST_NESTING = 32

_FIELD = re.compile(r"([^\W\d]\w*):(?!//)")
_NEAR_WITHOUT_NUMBER = 10
_CHUNK = re.compile(r"[^\s()\"|]+")
_CHUNK_OF_LIST = re.compile(r"(?:[^\s()\"|,]|(?<=\d),(?=\d))+")
_ITEM_OF_LIST = re.compile(r"[^\s()\"|,]+")
_SIGN = re.compile(r"\s*[-!][^\s)]")
_SLOP = re.compile(r"~(\d{0,3})")
# In these fields a comma between digits belongs to a number.
_DECIMAL = frozenset((None, "title", "body", "figure"))


def parse(
    text: str,
    *,
    any_words: bool = False,
    saved: SavedSearches | None = None,
    exact: bool = False,
) -> ParsedQuery:
    """``text`` as a query.

    ``any_words`` joins words that stand beside each other by OR instead of AND (filters still
    narrow). ``exact`` takes every word as printed: no other form of it, nothing that means the
    same. ``saved`` gives the text of a saved search, or None. Never raises; what cannot be
    understood is said in diagnostics, and a fatal one makes the query find nothing. Longer
    than 2,000 characters, deeper than 32 brackets or more than 100 clauses is fatal.
    """
    parsed = _parse(text, any_words, saved, (), Budget())
    if exact:
        node = as_printed(parsed.node)
        return replace(parsed, node=node, understood=print_query(node))
    return _as_meant(parsed, any_words)


def _parse(
    text: str,
    any_words: bool,
    saved: SavedSearches | None,
    inside: tuple[str, ...],
    budget: Budget,
) -> ParsedQuery:
    reader = _Reader(text, any_words, saved, inside, budget)
    if len(text) > LONGEST_QUERY:
        reader.say(f"a query has {LONGEST_QUERY} characters at most", (0, len(text)), True)
        node: Node = Nothing()
    else:
        try:
            node = reader.read()
        except Refused:
            node = Nothing()
    if any(diagnostic.fatal for diagnostic in reader.diagnostics):
        node = Nothing()
    return ParsedQuery(text, node, print_query(node), tuple(reader.diagnostics), reader.complete)


def _as_meant(parsed: ParsedQuery, any_words: bool) -> ParsedQuery:
    """``parsed`` with what means the same as its words."""
    widening = Widening(any_words)
    widened = widening.widened(parsed.node)
    if not widening.expansions and not widening.offers:
        return parsed
    offers = tuple(Diagnostic(message, *span) for message, span in widening.offers)
    return replace(
        parsed, widened=widened, expansions=tuple(widening.expansions),
        diagnostics=(*parsed.diagnostics, *offers),
    )  # fmt: skip


class _Reader(Scanner):
    """A recursive descent over one query; every character is looked at once or twice."""

    def read(self) -> Node:
        found: list[Node] = []
        while True:
            node = self._alternatives()
            if node is not None:
                found.append(node)
            self._skip()
            if self.at >= len(self.text):
                break
            self.say("a bracket is closed that was not opened", (self.at, self.at + 1))
            self.at += 1
        if found:
            return conjunction(found)
        return Nothing() if self.text.strip() and self.complete else Everything()

    # Operators, the loosest first.

    def _alternatives(self) -> Node | None:
        found: list[Node] = []
        while True:
            node = self._sequence()
            if node is not None:
                found.append(node)
            operator = self._operator()
            if operator is None or operator.group() not in ("OR", "|", "||"):
                break
            if node is None:
                self.say("nothing stands before the OR", operator.span())
            self.at = operator.end()
            if self._at_end():
                self._unfinished(f"nothing stands after {operator.group()}", operator.span())
                break
        return disjunction(found) if found else None

    def _sequence(self) -> Node | None:
        parts: list[Node] = []
        joined = False
        beside: list[bool] = []
        while not self._at_end():
            operator = self._operator()
            if operator is not None and operator.group() in ("OR", "|", "||"):
                break
            if operator is not None and operator.group() in ("AND", "&&"):
                self.at = operator.end()
                if not parts:
                    self.say("nothing stands before the AND", operator.span())
                elif self._at_end():
                    self._unfinished("nothing stands after AND", operator.span())
                joined = True
                continue
            node = self._signed()
            if node is not None:
                parts.append(node)
                beside.append(not joined)
            joined = False
        if not parts:
            return None
        return any_of(parts, beside) if self.any_words else conjunction(parts)

    def _signed(self) -> Node | None:
        negative = False
        signed = False
        while not self._at_end():
            operator = self._operator()
            if operator is not None and operator.group() == "NOT":
                self.at = operator.end()
                negative, signed = not negative, True
                if self._at_end():
                    self._unfinished("nothing stands after NOT", operator.span())
                continue
            sign = self.text[self.at]
            following = self.text[self.at + 1 : self.at + 2]
            if sign in "-!+" and following and not following.isspace() and following != ")":
                self.at += 1
                if sign != "+":
                    negative, signed = not negative, True
                continue
            break
        if signed and (self._at_end() or self._is_joining()):
            return None
        node = self._nearby()
        return negation(node) if node is not None and negative else node

    def _is_joining(self) -> bool:
        operator = self._operator()
        return operator is not None and not operator.group().startswith("NEAR")

    def _nearby(self) -> Node | None:
        start = self.at
        left = self._primary()
        found: list[Node] = []
        while True:
            self._skip()
            operator = self._operator()
            if operator is None or not operator.group().startswith("NEAR"):
                break
            self.at = operator.end()
            if self._at_end():
                where = "after" if left is not None else "before and after"
                self._unfinished(f"nothing stands {where} {operator.group()}", operator.span())
                break
            right = self._unsigned()
            if left is None or right is None:
                self.say("NEAR needs a word on either side", operator.span())
                left = left or right
                continue
            distance = int(operator.group(2) or _NEAR_WITHOUT_NUMBER)
            found.append(self._near(left, right, max(distance, 1), (start, self.at)))
            left = right
        return conjunction(found) if found else left

    def _unsigned(self) -> Node | None:
        sign = _SIGN.match(self.text, self.at)
        if sign or self._is_joining():
            self._fatal(
                "NEAR stands between words or phrases, or an OR of these", (self.at, self.at + 1)
            )
        return self._primary()

    def _near(self, left: Node, right: Node, distance: int, span: Span) -> Node:
        sides = [side_of(left), side_of(right)]
        fields = {word.field for side in sides for word in side or ()} - {None}
        if any(side is None for side in sides):
            self._fatal("NEAR stands between words or phrases, or an OR of these", span)
        if len(fields) > 1:
            self._fatal("the two sides of NEAR must stand in one field", span)
        bare = [tuple(without_field(word) for word in side or ()) for side in sides]
        return Near(bare[0], bare[1], distance, fields.pop() if fields else None, span)

    # What stands between operators.

    def _primary(self) -> Node | None:
        self._skip()
        if self.at >= len(self.text):
            return None
        character = self.text[self.at]
        if character == "(":
            return self._group()
        operator = self._operator()
        if character == ")" or (operator is not None and operator.group().startswith("NEAR")):
            return None
        name = _FIELD.match(self.text, self.at)
        if name:
            return self._field(name)
        return self._value(in_list=self.field not in (None, "title", "body"))

    def _group(self) -> Node | None:
        start = self.at
        self.depth += 1
        if self.depth > DEEPEST_NESTING:
            self._fatal(f"brackets go {DEEPEST_NESTING} deep at most", (start, start + 1))
        self.at += 1
        node = self._alternatives()
        self._skip()
        if self.at < len(self.text):
            self.at += 1
            if node is None:
                self.say("nothing stands between the brackets", (start, self.at))
        else:
            self._unfinished("a bracket is still open", (start, start + 1))
        self.depth -= 1
        return node

    def _field(self, match: re.Match[str]) -> Node | None:
        typed = match.group(1)
        name = FIELDS.get(fold(typed))
        self.at = match.end()
        if name is None:
            self._fatal(
                f"there is no field {typed[:40]}{perhaps(fold(typed), FIELDS)}", match.span()
            )
        self._skip()
        if self.at >= len(self.text) or self.text[self.at] == ")" or self._is_joining():
            self._unfinished(f"{typed}: waits for a value and was left out", match.span())
            return None
        outer, self.field = self.field, name
        try:
            if self.text[self.at] == "(":
                return self._group()
            return self._value(in_list=True)
        finally:
            self.field = outer

    def _value(self, *, in_list: bool) -> Node | None:
        """One value, or several parted by commas, which any of may hold."""
        found: list[Node] = []
        while True:
            node = self._single(in_list)
            if node is not None:
                found.append(node)
            if not in_list or self.text[self.at : self.at + 1] != ",":
                break
            self.at += 1
            following = self.text[self.at : self.at + 1]
            if not following or following.isspace() or following in "()|":
                break
        return disjunction(found) if found else None

    def _single(self, in_list: bool) -> Node | None:
        start = self.at
        exact = self.text[start] == "=" and self.field in (None, "title", "body")
        if exact:
            self.at += 1
        if self.text[self.at : self.at + 1] == '"':
            return self._quoted(start)
        pattern = _CHUNK
        if in_list:
            pattern = _CHUNK_OF_LIST if self.field in _DECIMAL else _ITEM_OF_LIST
        chunk = pattern.match(self.text, self.at)
        if chunk is None:
            self.at = max(self.at, start + (0 if exact else self.text[start] != ","))
            return None
        self.at = chunk.end()
        if self.field is None and not exact:
            self._warn_of_operator(chunk.group(), chunk.span())
        return self._leaf(chunk.group(), (start, self.at), quoted=False, exact=exact)

    def _quoted(self, start: int) -> Node | None:
        begin = self.at + 1
        end = self.text.find('"', begin)
        if end < 0:
            end = len(self.text)
            self._unfinished("a quote is still open", (start, start + 1))
        self.at = min(end + 1, len(self.text))
        slop = _SLOP.match(self.text, self.at)
        if slop:
            self.at = slop.end()
        raw = self.text[begin:end]
        if self.field in WITH_LINES and self.text[self.at : self.at + 1] == BELOW:
            self.at += 1
            raw += BELOW
        if slop and self.field in (None, "title", "body"):
            self._count((start, self.at))
            return self._guarded(
                lambda: phrase(
                    raw, int(slop.group(1) or 0), self.field, (start, self.at), self.say
                ),
                (start, self.at),
            )
        return self._leaf(raw, (start, self.at), quoted=True, exact=False)

    def _leaf(self, raw: str, span: Span, *, quoted: bool, exact: bool) -> Node | None:
        self._count(span)
        if self.field == "query":
            return self._saved(raw, span)
        return self._guarded(
            lambda: leaf(self.field, raw, quoted=quoted, exact=exact, span=span, say=self.say),
            span,
        )

    def _guarded(self, make: Callable[[], Node | None], span: Span) -> Node | None:
        try:
            return make()
        except LeafError as error:
            self.say(str(error), span, True)
            return None

    def _saved(self, raw: str, span: Span) -> Node | None:
        name = raw.strip()
        if name in self.inside:
            self._fatal(f"the saved search {name[:40]} calls itself", span)
        text = self.saved(name) if self.saved else None
        if text is None:
            self._fatal(f"there is no saved search {name[:40]}", span)
        if len(self.inside) >= DEEPEST_NESTING:
            self._fatal(f"saved searches go {DEEPEST_NESTING} deep at most", span)
        inner = _parse(text or "", False, self.saved, (*self.inside, name), self.budget)
        for diagnostic in inner.diagnostics:
            self.say(f"in query:{name[:40]}: {diagnostic.message}", span, diagnostic.fatal)
        if not inner.complete and isinstance(inner.node, Everything):
            self._fatal(f"query:{name[:40]} says nothing to search for", span)
        return Saved(name, inner.node, span)
