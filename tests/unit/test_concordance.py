"""Keyword in context: what stands before and behind a match."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.article import BODY, Article, Mention
from index.concordance import concordance


def article(body: str) -> Article:
    return Article("a1", "a.txt", None, None, None, None, None, None, None, body)


def mention(body: str, word: str) -> Mention:
    start = body.index(word)
    return Mention(BODY, start, start + len(word), word)


def test_a_line_has_whole_words_on_both_sides() -> None:
    body = "Petugas imigrasi di pelabuhan itu menunda keberangkatan tujuh orang calon pekerja."
    (line,) = concordance(article(body), [mention(body, "menunda")], context=20)
    assert (line.left, line.match, line.right) == (
        "di pelabuhan itu", "menunda", "keberangkatan tujuh",
    )  # fmt: skip


def test_what_is_short_is_there_to_its_ends() -> None:
    body = "Mereka menunda."
    (line,) = concordance(article(body), [mention(body, "menunda")], context=20)
    assert (line.left, line.right) == ("Mereka", ".")


def test_paragraphs_run_on_in_a_line() -> None:
    body = "Satu\n\ndua tiga\nempat"
    (line,) = concordance(article(body), [mention(body, "dua tiga")])
    assert (line.left, line.match, line.right) == ("Satu", "dua tiga", "empat")


@given(st.text(alphabet="ab \n", max_size=80), st.data())
def test_context_is_text_of_the_article(body: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, len(body)))
    context = data.draw(st.integers(1, 30))
    (line,) = concordance(article(body), [Mention(BODY, start, end, body[start:end])], context)
    before, after = " ".join(body[:start].split()), " ".join(body[end:].split())
    assert before.endswith(line.left)
    assert after.startswith(line.right)
    assert max(len(line.left), len(line.right)) <= context
