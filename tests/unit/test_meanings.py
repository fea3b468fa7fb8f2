"""What means the same is searched too, and said; as printed it can be had."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import Archive
from index.entities.ancestors import filed_name
from index.search.meanings import meanings
from index.search.nodes import And, Everything, Not, Or, Phrase, Word
from index.search.query import parse

TEXTS = {
    "singkatan": "Polisi membongkar jaringan TPPO di pelabuhan itu.",
    "panjang": "Tersangka dijerat pasal tindak pidana perdagangan orang kemarin.",
    "lama": "BNP2TKI memulangkan sejumlah pekerja dari luar negeri.",
    "baru": "KP2MI memulangkan sejumlah pekerja dari luar negeri.",
    "palang": "PMI menyalurkan darah ke rumah sakit daerah.",
    "asing": "Kasus human trafficking kembali diungkap petugas.",
    "terpisah": "Orang itu bekerja di bidang perdagangan sayur.",
}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    source = tmp_path / "source"
    source.mkdir()
    for name, text in TEXTS.items():
        (source / f"{name}.txt").write_text(f"{text}\n" * 3, encoding="utf-8")
    with Archive.create(tmp_path / "archive") as opened:
        opened.add([source])
        yield opened


def found(archive: Archive, query: str, *, exact: bool = False) -> set[str]:
    hits = archive.search(query, exact=exact).hits
    return {Path(article.path).stem for article in archive.articles(hit.id for hit in hits)}


OFFENCE = {"singkatan", "panjang", "asing"}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("tppo", OFFENCE),
        ("TPPO", OFFENCE),
        ("=tppo", {"singkatan"}),
        ("tindak pidana perdagangan orang", OFFENCE),
        ('"tindak pidana perdagangan orang"', OFFENCE),
        ('"jaringan tindak pidana perdagangan orang"', {"singkatan"}),
        ('"pasal tppo"', {"panjang"}),
        ("perdagangan orang", {*OFFENCE, "terpisah"}),
        ("human trafficking", OFFENCE),
        ("tersangka NEAR/5 tppo", {"panjang"}),
        ("kp2mi", {"lama", "baru"}),
        ("lembaga:bnp2tki", {"lama", "baru"}),
        ("pmi", {"palang"}),
        ("judul:tppo", set()),
        ("pekerja -bp2mi", {"terpisah"}),
    ],
)
def test_one_meaning_is_found_by_any_of_its_forms(
    archive: Archive, query: str, names: set[str]
) -> None:
    assert found(archive, query) == names


def test_as_printed_nothing_else_is_searched(archive: Archive) -> None:
    assert found(archive, "tppo", exact=True) == {"singkatan"}
    assert found(archive, "perdagangan orang", exact=True) == {"panjang", "terpisah"}
    assert found(archive, "memulangkan", exact=True) == {"lama", "baru"}
    assert found(archive, "dipulangkan", exact=True) == set()


def test_what_was_added_is_said(archive: Archive) -> None:
    (expansion,) = archive.search("kp2mi").expansions
    assert expansion.typed == "kp2mi"
    assert "BP2MI (2020-02..2024-10-20)" in expansion.forms
    assert (expansion.start, expansion.end) == (0, 5)


def test_what_matched_by_its_meaning_is_marked(archive: Archive) -> None:
    (hit,) = [h for h in archive.search("tppo").hits if "human" in h.snippet.text]
    assert {hit.snippet.text[start:end] for start, end in hit.snippet.marks} == {
        "human trafficking"
    }


def test_a_word_of_two_meanings_is_offered_both_and_forced_to_none() -> None:
    parsed = parse("pmi")
    assert parsed.sought == Word("pmi")
    assert any("palang merah" in each.message for each in parsed.diagnostics)


@pytest.mark.parametrize("query", ["tppo", "tindak pidana perdagangan orang", '"korban tppo"'])
def test_what_was_understood_is_what_was_typed(query: str) -> None:
    parsed = parse(query)
    assert parse(parsed.understood).node == parsed.node
    assert parsed.sought != parsed.node


def test_words_that_mean_nothing_else_stay_as_they_are() -> None:
    for query in ("", "korban", "korban -lpsk2", '"korban jiwa"', "korb*", "korban~1"):
        parsed = parse(query)
        assert parsed.sought == parsed.node, query
    assert parse("").sought == Everything()


def test_a_form_inside_a_longer_one_is_not_taken_for_itself() -> None:
    sought = parse("tindak pidana perdagangan orang").sought
    assert isinstance(sought, Or)
    assert isinstance(sought.children[0], And)
    assert len(sought.children[0].children) == 4


def test_an_exclusion_takes_the_whole_meaning_out() -> None:
    sought = parse("-tppo").sought
    assert isinstance(sought, Not)
    assert Phrase(tuple(Word(word, True) for word in ("perdagangan", "orang"))) in (
        sought.child.children if isinstance(sought.child, Or) else ()
    )


def test_every_renamed_body_is_one_that_the_lexicon_knows() -> None:
    for words in meanings().renamed:
        assert filed_name(" ".join(words)) is not None, words


def test_every_clause_is_explained_with_its_hits(archive: Archive) -> None:
    told = archive.explain("tppo -palang")
    assert told.total == 3
    by_text = {clause.text: clause for clause in told.clauses}
    assert by_text["tppo"].hits == 1
    assert by_text['"human trafficking"'].hits == 1
    assert by_text["palang"].depth == 2
    assert told.expansions[0].typed == "tppo"
    assert archive.explain("nama:tak").failed
    assert archive.explain("").total == len(TEXTS)
