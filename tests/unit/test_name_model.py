"""The learned judge of runs that no rule explains: what it adds, and what it may cost."""

from __future__ import annotations

from importlib.resources import files

from index.entities.agencies import find_agencies
from index.entities.marks import Marks
from index.entities.name_model import BUCKETS, FILE, features, score, weights, word_score
from index.entities.places import find_sites
from index.entities.tokens import tokenize
from index.entities.who import find_names

TWO_MEGABYTES = 2 * 1024 * 1024


def marked(text: str) -> Marks:
    tokens = tokenize("body", text)
    return Marks(tokens, find_agencies(tokens), find_sites(tokens))


def test_the_packed_model_is_small_and_whole() -> None:
    packed = files("index.entities").joinpath("lexicon").joinpath(FILE).read_bytes()
    assert len(packed) < TWO_MEGABYTES
    assert len(weights()) == BUCKETS


def test_a_name_without_any_cue_is_found() -> None:
    found = find_names(None, "Petugas lalu memulangkan Suryatmoko Hadiwinoto ke rumahnya.", [])
    assert [person.name for person in found.people] == ["Suryatmoko Hadiwinoto"]


def test_what_looks_like_no_name_is_left() -> None:
    found = find_names(None, "Golden Visa Platinum diberikan kepada mereka.", [])
    assert found.people == ()


def test_a_name_scores_higher_than_a_thing_in_the_same_place() -> None:
    name = marked("Mereka menemui Hendrik Johansen di sana.")
    thing = marked("Mereka menemui Golden Platinum di sana.")
    assert score(name, 2, 4) > score(thing, 2, 4)
    assert word_score(name, 2, 4) > word_score(thing, 2, 4)


def test_features_are_the_same_every_time() -> None:
    marks = marked("Mereka menemui Hendrik Johansen di sana.")
    assert list(features(marks, 2, 4)) == list(features(marks, 2, 4))
