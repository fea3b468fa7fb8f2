"""What one can say is wrong about an entry of the sidebar, and the correction that says it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.correction import NAMED_KINDS, Correction
from tui.entries import Entry, Kind


class Need(StrEnum):
    """What has to be typed: nothing, another name, or one of the printed forms."""

    NOTHING = "nothing"
    NAME = "name"
    FORM = "form"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be done about an entry; ``to`` is the kind that it is retyped to.

    Its words stand in the catalogue under ``correction.ID``.
    """

    id: str
    operation: str
    need: Need = Need.NOTHING
    to: str | None = None


_REJECT = Choice("reject", "reject")
_RENAME = Choice("rename", "rename", Need.NAME)
_MERGE = Choice("merge", "merge", Need.NAME)
_ALIAS = Choice("alias", "alias", Need.FREE)
_ROLE = Choice("role", "role", Need.FREE)
_SPLIT = Choice("split", "split", Need.FORM)
_REJECT_FORM = Choice("reject_form", "reject", Need.FORM)


def choices(entry: Entry) -> tuple[Choice, ...]:
    """What can be done about ``entry``; a number can only be rejected, a speaker renamed."""
    if entry.kind is Kind.SPEAKER:
        return (_RENAME, _MERGE) if entry.field else ()
    if entry.kind is Kind.FIGURE:
        return (_REJECT,)
    if entry.kind is Kind.LAW:
        return _REJECT, _RENAME, _MERGE, _ALIAS
    retyped = tuple(
        Choice(f"retype_{kind}", "retype", to=kind) for kind in NAMED_KINDS if kind != entry.field
    )
    role = (_ROLE,) if entry.kind is Kind.PERSON else ()
    return (_RENAME, _MERGE, _REJECT, _REJECT_FORM, _SPLIT, _ALIAS, *role, *retyped)


def subject(entry: Entry) -> str:
    """The name by which a correction knows the entry: of a number, the text as it is printed."""
    if entry.kind is Kind.FIGURE:
        return next((mention.form for mention in entry.mentions), entry.label)
    return entry.value


def forms(entry: Entry) -> tuple[str, ...]:
    """How the entry is printed in the article, each form once."""
    return tuple(dict.fromkeys(mention.form for mention in entry.mentions))


def correction(entry: Entry, choice: Choice, typed: str, article: str | None) -> Correction | None:
    """The correction that ``choice`` with what was ``typed`` says; None while a name is missing.

    It holds for ``article``, or for all where that is None.
    """
    typed = " ".join(typed.split())
    if choice.need is not Need.NOTHING and not typed:
        return None
    articles = (article,) if article is not None else ()
    form, to = None, choice.to
    if choice.operation == "alias" or choice.need is Need.FORM:
        form = typed
    elif choice.need is not Need.NOTHING:
        to = typed
    return Correction(choice.operation, entry.field, subject(entry), form, to, articles)
