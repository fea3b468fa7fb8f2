"""What is known of each token of a part: which agency, place or name covers it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress

from index.entities.found import Found
from index.entities.places import Site
from index.entities.tokens import Tokens


class Marks:
    """The tokens of a part with the agencies and places found in it, by token.

    ``doubtful`` are runs of words that may be a name, which nothing beside them gives away;
    ``capitalised`` are the keys of the words that stand capitalised inside a sentence.
    """

    def __init__(self, tokens: Tokens, agencies: Iterable[Found], places: Iterable[Site]) -> None:
        self.tokens = tokens
        self.agencies = tuple(agencies)
        self.sites = tuple(places)
        size = len(tokens)
        self._agency: list[Found | None] = [None] * size
        self._site: list[Site | None] = [None] * size
        self.office = [False] * size
        self.name = [False] * size
        self.doubtful: list[tuple[int, int]] = []
        self.capitalised = frozenset(
            tokens.keys[at]
            for at in compress(range(size), tokens.capital)
            if not tokens.initial[at] and not tokens.headline[at]
        )
        for found in self.agencies:
            for at in range(found.start, found.end):
                self._agency[at] = found
        for site in self.sites:
            for at in range(site.start, site.end):
                if self._agency[at] is None:
                    self._site[at] = site

    def agency(self, at: int) -> Found | None:
        """The agency that covers token ``at``."""
        return self._agency[at] if 0 <= at < len(self._agency) else None

    def site(self, at: int) -> Site | None:
        """The place that covers token ``at`` where no agency does."""
        return self._site[at] if 0 <= at < len(self._site) else None

    def reach(self, at: int) -> int:
        """The end of the agency or sure place that covers token ``at``, else ``at``."""
        if not 0 <= at < len(self._agency):
            return at
        found = self._agency[at]
        if found is not None and (not found.hidden or self.tokens.capital[at]):
            return found.end
        site = self._site[at]
        return site.end if site is not None and site.sure else at

    def taken(self, at: int) -> bool:
        """Whether token ``at`` belongs to an agency, to a phrase, or to a sure place."""
        found = self._agency[at]
        if found is not None and not found.weak:
            return True
        site = self._site[at]
        return site is not None and site.sure

    def mark_name(self, start: int, end: int) -> None:
        """Records that the tokens ``start:end`` are a person's name."""
        self.name[start:end] = [True] * (end - start)

    def mark_office(self, start: int, end: int) -> None:
        """Records that the tokens ``start:end`` are an office."""
        self.office[start:end] = [True] * (end - start)
