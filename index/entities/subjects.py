"""Who a word of speech belongs to: the name after it, or its subject before it."""

from __future__ import annotations

import re

from index.entities.attribution import words
from index.entities.candidates import Candidates, Named
from index.entities.described import AGAIN, NOBODY, Descriptions, Referent, of_person

# How far a name may stand from the word of speech: a long office fits in between.
_REACH = 140
_SENTENCE_REACH = 260
_APPOSITION = re.compile(r"\s?[,(]")
_NAME_AFTER = re.compile(r"\s[A-Z][a-z]+\s[A-Z][a-z]")
_BEING = re.compile(r"\s?,?\s?(?:yang|selaku|sebagai)\s")
_DEFINITE = re.compile(r"(?:^|\s)(?:itu|ini|tersebut)\s*,?\s*$")
_CAPITAL = re.compile(r"(?<![\w(.])[A-Z][\w'’-]*")
# Capitalised words that are no name of somebody: what a preposition of place governs.
_PLACED = re.compile(r"\b(?i:di|ke|dari|pada)\s(?:[A-Z][\w.'’-]*[\s,]{0,2})+")
# A subject begins so near the head of its sentence, behind an office or an adverb.
_TOPIC = 40
_MARK = re.compile(r"[\"“”„«»]")
_THAT_ONE = re.compile(r"\s(?:itu|ini|tersebut)(?!\w)")
# A name at the end of a clause that no preposition of place governs.
_UNKNOWN_SUBJECT = re.compile(
    r"(?:^|(?:^|\s)(?!(?:di|ke|dari|pada)\s)[a-z][\w-]*\s)"
    r"([A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*){0,3})$"
)
_TO_DEFINITE = re.compile(r"\s[^,.]{3,100}?\s(?:itu|ini|tersebut)(?!\w)")
_WORDS = re.compile(r"[\w'’-]+")
_ONE_NAME = re.compile(r"[A-Z][a-z'’-]+")
_UNKNOWN_AFTER = re.compile(r"\s([A-Z][\w'’-]+)(?=[\s.,;]|$)(?!\s[A-Z])")


class Subjects:
    """Finds whom the words of speech of one body name."""

    def __init__(self, candidates: Candidates, descriptions: Descriptions) -> None:
        self._body = candidates.body
        self._candidates = candidates
        self._bounds = candidates.bounds
        self._descriptions = descriptions

    def following(self, offset: int, last: str | None, *, source: bool = False) -> Referent:
        """Who is named after ``offset`` as the speaker: behind an office, in the same sentence.

        ``source`` tells of *menurut* and its like, behind which a thing may stand as well (*menurut
        data itu*).
        """
        body, rules = self._body, words()
        limit = self._bounds.end(offset, offset + _REACH)
        stop = rules.stop.search(body, offset, limit)
        if stop:
            limit = stop.start()
        near = self._candidates.within(offset, limit)
        for number, named in enumerate(near):
            following = near[number + 1] if number + 1 < len(near) else None
            if not named.person:
                if rules.head.fullmatch(body, offset, named.start) and not (
                    _NAME_AFTER.match(body, named.end) or (following and following.person)
                ):
                    return Referent(named.name)
                continue
            head = body[max(offset, named.start - 24) : named.start]
            if rules.relation.search(head) and _THAT_ONE.match(body, named.end):
                return AGAIN
            return Referent(self._of_two(named, following, head))
        return self._unnamed(offset, limit, near, last, source=source)

    def _of_two(self, named: Named, following: Named | None, head: str) -> str | None:
        """Which of two names beside each other speaks: kin and counsel speak for another."""
        body, rules = self._body, words()
        beside = following is not None and following.person and (
            body[named.end : following.start].strip() == ","
        )  # fmt: skip
        if rules.relation.search(head):
            return following.name if beside and following else None
        if beside and following and rules.representative.search(head):
            return following.name
        return named.name

    def _unnamed(
        self, offset: int, limit: int, near: list[Named], last: str | None, *, source: bool
    ) -> Referent:
        """The speaker of a statement after which no person's name is known."""
        body = self._body
        text = body[offset:limit].split(",")[0]
        definite = _TO_DEFINITE.match(body, offset, self._bounds.end(offset, offset + _REACH))
        meant = self._descriptions.meant(definite[0] if definite else text, last)
        if meant is not None:
            return meant
        if definite:
            spoken = definite[0].split()
            if spoken[0].lower() in words().body_nouns:
                return Referent(self._candidates.last_body(offset))
            return NOBODY if source else AGAIN
        nickname = _UNKNOWN_AFTER.match(body, offset)
        if nickname:
            return Referent(self._candidates.nickname(nickname[1]))
        if not of_person(_WORDS.findall(text.lower())):
            return NOBODY
        if near:
            # "seorang juru bicara X": nobody is named, the body speaks.
            named, end = near[-1], offset + len(text.rstrip(' .”"'))
            lead = body[offset : named.start]
            if named.end >= end and not _CAPITAL.search(lead):
                return Referent(named.name)
        return Referent(self._in_apposition(limit))

    def _in_apposition(self, limit: int) -> str | None:
        """The name behind a long office (*juru bicara terkait penanganan wabah, Budi, ...*).

        So is the one that a person is called by (*pria yang akrab disapa Budi*).
        """
        body = self._body
        end = self._bounds.end(limit, limit + _REACH)
        for named in self._candidates.within(limit, end):
            if named.person and words().called.search(
                body, max(limit, named.start - 12), named.start
            ):
                return named.name
            if named.person:
                beside = body[max(limit, named.start - 2) : named.start] == ", "
                return named.name if beside and body[named.end : named.end + 1] in ",. (" else None
        return None

    def preceding(self, offset: int, last: str | None, *, inner: bool) -> Referent:
        """Who is the subject of the verb at ``offset``, in its sentence.

        ``inner`` tells that the sentence has a verb with a subject before it: then only a subject
        right before this one counts.
        """
        body, rules = self._body, words()
        start = self._bounds.start(max(0, offset - _SENTENCE_REACH), offset)
        near = [one for one in self._candidates.within(start, offset) if one.end <= offset]
        clause = self._bare(start, offset)
        for named in reversed(near[-3:]):
            if rules.to_verb.fullmatch(body, named.end, offset):
                if self._is_head(named, start):
                    return Referent(self._with_body(named, near, start))
                # "Ketua X mengatakan": the person who holds that office, else nobody known.
                return self._descriptions.meant(_last_phrase(clause), last) or NOBODY
        if rules.pronoun.search(clause):
            return AGAIN
        if inner or clause.endswith(" yang"):
            behind = [one for one in near if body[one.end : offset].strip(" ,") == "yang"]
            return Referent(behind[0].name if behind else None)
        definite = _DEFINITE.search(clause) is not None
        persons = [one for one in near if one.person]
        if definite and (found := self._defined(clause, start, persons, last)):
            return found
        unknown = _UNKNOWN_SUBJECT.search(clause)
        if unknown and not any(one.end > start + unknown.start(1) for one in near):
            # "ketika Rangga mengatakan": no other name of the sentence is the subject.
            meant = self._descriptions.meant(unknown[1], last)
            return meant or Referent(self._candidates.nickname(unknown[1].rpartition(" ")[2]))
        if persons:
            return Referent(self._main(persons, start))
        # An office that has no name (*Menlu mengatakan*), then a body.
        phrase = _last_phrase(clause)
        meant = self._descriptions.meant(phrase, last)
        if meant is not None:
            return meant
        if _ONE_NAME.fullmatch(phrase):
            return Referent(self._candidates.nickname(phrase))
        return Referent(self._body_before(near, offset))

    def _with_body(self, named: Named, near: list[Named], start: int) -> str:
        """The subject where a body is named last: *Budi, Direktur, X Indonesia, mengatakan*."""
        if named.person:
            return named.name
        for one in near:
            if one.person and self._body[one.end : one.end + 1] == "," and self._main([one], start):
                return one.name
        return named.name

    def _is_head(self, named: Named, start: int) -> bool:
        """Whether a name right before a verb is its subject and no part of a longer phrase."""
        body, rules = self._body, words()
        head = body[max(0, named.start - 24) : named.start]
        if rules.relation.search(head):
            return False
        phrase = body[start : named.start].rpartition(",")[2]
        if not named.person:
            return not rules.office.search(head) and " sebagai " not in phrase
        # "Tim yang menyelidiki kasus X menyebut": the team does, but "pria yang disapa X" is X.
        relative = phrase.rfind(" yang ")
        return (
            relative < 0
            or bool(rules.called.search(f"{phrase} ", relative))
            or bool([one for one in self._candidates.within(start, named.start) if one.person])
        )

    def topic(self, offset: int) -> str | None:
        """The one person with whom the sentence before the one of ``offset`` begins.

        *Budi berkunjung ke sana. Ia berharap ...*: the pronoun means the subject before it. Only
        within a paragraph, and nobody who seldom speaks.
        """
        body = self._body
        floor = max(body.rfind("\n", 0, offset) + 1, offset - 2 * _SENTENCE_REACH)
        start = self._bounds.start(floor, offset)
        if start <= floor or _MARK.search(body, floor, offset):
            return None
        before = self._bounds.start(floor, start - 1)
        persons = [one for one in self._candidates.within(before, start) if one.person]
        names = {one.name for one in persons}
        if len(names) != 1 or persons[0].silent or persons[0].start > before + _TOPIC:
            return None
        if words().governed.search(body, before, persons[0].start):
            return None
        return persons[0].name

    def _bare(self, start: int, offset: int) -> str:
        """The text from ``start`` to the verb without the adverbs right before the verb."""
        text = self._body[start:offset].rstrip()
        adverbs = words().to_verb
        while " " in text:
            head, _, word = text.rpartition(" ")
            if not adverbs.fullmatch(f" {word} ") or not word.strip(","):
                break
            text = head
        return text

    def _defined(
        self, clause: str, start: int, persons: list[Named], last: str | None
    ) -> Referent | None:
        """Whom a phrase that ends in *itu* or *ini* before the verb means."""
        for named in persons:
            if _BEING.match(self._body, named.end):
                return Referent(named.name)
        phrase = _last_phrase(clause)
        meant = self._descriptions.meant(phrase, last)
        if meant is not None or not persons:
            return meant
        # "mantan ketua partai itu" with a name in an adverbial before it.
        return None

    def _main(self, persons: list[Named], start: int) -> str | None:
        """The subject among the persons of a sentence: the one that nothing governs."""
        body, rules = self._body, words()
        free = [
            one for one in persons
            if not rules.governed.search(body, max(start, one.start - 50), one.start)
            and not rules.relation.search(body, max(0, one.start - 24), one.start)
        ]  # fmt: skip
        names = list(dict.fromkeys(one.name for one in free))
        if len(names) == 1:
            return names[0]
        # "Budi Wibowo, Kepala Polda Anu, mengatakan": the first is the subject.
        if free and _APPOSITION.match(body, free[0].end):
            return free[0].name
        return None

    def _body_before(self, near: list[Named], offset: int) -> str | None:
        """The one body before the verb, if no unknown name stands between them."""
        names = {one.name for one in near}
        if len(names) != 1:
            return None
        named = near[-1]
        between = words().dated.sub("", _PLACED.sub("", self._body[named.end : offset]))
        head = self._body[max(0, named.start - 24) : named.start]
        if _CAPITAL.search(between) or words().governed.search(head):
            return None
        return named.name

    def source(self, offset: int) -> str | None:
        """A name that begins within a short office after a source word (*data*)."""
        for named in self._candidates.within(offset, offset + 60):
            gap = self._body[offset : named.start]
            if not re.search(r"[.,\n]", gap) and (named.person or len(gap.split()) <= 2):
                return named.name
        return None


def _last_phrase(clause: str) -> str:
    """The subject phrase at the end of a clause: what follows the last comma."""
    return clause.rstrip(" ,").rpartition(",")[2].strip()
