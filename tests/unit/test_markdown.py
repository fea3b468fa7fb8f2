"""Records as Markdown: what articles hold stays text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.unit.test_output import ARTICLE, whole
from tui.output.markdown import Markdown, escaped
from tui.output.records import KINDS, records

PLAIN = {"paragraph_open", "text", "paragraph_close"}


def rendered(markdown: str) -> list[tuple[str, str]]:
    """The blocks and inline pieces that a reader of Markdown makes of it."""
    return [
        (child.type, child.content)
        for token in MarkdownIt().parse(markdown)
        for child in (token.children or [token])
    ]


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1))
def test_escaped_text_is_read_as_that_text(text: str) -> None:
    words = " ".join(text.split())
    pieces = rendered(escaped(text))
    assert {kind for kind, _ in pieces} <= PLAIN
    assert "".join(content for _, content in pieces).strip() == words.strip()


@pytest.mark.parametrize(
    "text", ["# a", "- a", "+ a", "1. a", "2) a", "> a", "---", "===", "<b>", "[a](javascript:x)",
             "![x](y)", "&lt;", "`a`", "*a*", "~~a~~", "| a |"],
)  # fmt: skip
def test_nothing_of_an_article_is_markup(text: str) -> None:
    assert {kind for kind, _ in rendered(escaped(text))} == PLAIN


def test_a_source_is_noted_once() -> None:
    markdown = Markdown("figures", whole=False)
    printed = "".join(markdown.format(record) for record in records("figures", ARTICLE, whole))
    assert printed.count(f"[^{ARTICLE.id}]: ") == 1
    assert printed.count(f" [^{ARTICLE.id}]\n") == 2


def test_an_address_that_is_none_is_no_link() -> None:
    (record,) = records("articles", ARTICLE, whole)
    good = {**record, "url": "https://example.org/a?b=1"}
    bad = {**record, "url": "javascript:alert(1)"}
    assert "<https://example.org/a?b=1>" in Markdown("articles", whole=True).format(good)
    assert "javascript" not in Markdown("articles", whole=True).format(bad)


@pytest.mark.parametrize("kind", [*KINDS, "speech"])
def test_every_kind_can_be_printed(kind: str) -> None:
    markdown = Markdown(kind, whole=True)
    for record in records(kind, ARTICLE, whole):
        assert markdown.format(record).endswith("\n")
