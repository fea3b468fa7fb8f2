"""The rules of the archive beside the packaged ones, and what every rule says of itself."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

import index.reading
from index.article import ReadArticle, SourceRecord
from index.reading import probing, read_article
from index.reading.boilerplate import Boilerplate, boilerplate
from index.reading.descriptions import describe_rule, described, in_code
from index.rules import RuleError
from tests.watch import comes_to_an_end

FIRST = "Petugas menunda keberangkatan dua belas orang yang diduga akan bekerja tanpa dokumen."
SECOND = "Mereka mengaku dijanjikan upah tinggi oleh seorang perekrut, kata kepala kantor itu."
CALL = "Mau tahu kabar perbatasan setiap pagi? Kabari kami di nomor ini"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "boilerplate.yaml"


def rules_of(file: Path, text: str) -> Boilerplate:
    file.write_text(text, encoding="utf-8")
    return boilerplate(file)


def read(text: str, rules: Boilerplate) -> ReadArticle:
    article = read_article(SourceRecord(path="a.txt", text=text, title="Judul"), rules=rules)
    assert article is not None
    return article


def test_a_line_rule_of_the_archive_takes_its_line_out(file: Path) -> None:
    text = f"{FIRST}\n{CALL}\n{SECOND}"
    assert CALL in read(text, boilerplate()).body
    rules = rules_of(file, "lines:\n  - {id: border-call, pattern: 'mau tahu kabar .*'}\n")
    article = read(text, rules)
    assert article.body == f"{FIRST}\n{SECOND}"
    assert [(piece.rule, piece.text) for piece in article.removed] == [("border-call", CALL)]


def test_an_inline_rule_of_the_archive_takes_its_piece_out(file: Path) -> None:
    rules = rules_of(
        file, "inline:\n  - {id: wire-mark, cue: '#kawat', pattern: '#kawat \\d{1,4}'}\n"
    )
    article = read(f"{FIRST} #KAWAT 12 {SECOND}", rules)
    assert article.body == f"{FIRST} {SECOND}"
    assert article.removed[0].rule == "wire-mark"


def test_an_ending_of_the_archive_ends_the_article(file: Path) -> None:
    rules = rules_of(file, "endings:\n  - {id: shop, pattern: 'toko kami'}\n")
    article = read(f"{FIRST}\n{SECOND}\nToko Kami\nKaus Perbatasan", rules)
    assert article.body == f"{FIRST}\n{SECOND}"
    assert {piece.rule for piece in article.removed} == {"shop"}


def test_the_packaged_rules_stay_beside_those_of_the_archive(file: Path) -> None:
    rules = rules_of(file, "lines:\n  - {id: border-call, pattern: 'mau tahu kabar .*'}\n")
    assert rules.ids == boilerplate().ids | {"border-call"}
    assert read(f"{FIRST}\nADVERTISEMENT\n{SECOND}", rules).body == f"{FIRST}\n{SECOND}"


def test_a_packaged_rule_is_switched_off(file: Path) -> None:
    text = f"{FIRST}\nADVERTISEMENT\n{SECOND}"
    assert "ADVERTISEMENT" in read(text, rules_of(file, "off: [advertisement]\n")).body


def test_a_rule_in_code_is_switched_off(file: Path) -> None:
    text = f"{FIRST} Baca juga: Polisi Tangkap Tiga Perekrut di Dumai\n{SECOND} (imi/nt)"
    rules = rules_of(file, "off: [related-inline, sign-off]\n")
    assert "Baca juga" in read(text, rules).body
    assert read(text, rules).body.endswith("(imi/nt)")
    assert "Baca juga" not in read(text, boilerplate()).body


def test_without_a_file_the_packaged_rules_hold(file: Path) -> None:
    assert boilerplate(file) is boilerplate()


def test_rules_are_read_again_only_when_the_file_changed(file: Path) -> None:
    first = rules_of(file, "lines:\n  - {id: border-call, pattern: 'satu'}\n")
    assert boilerplate(file) is first
    second = rules_of(file, "lines:\n  - {id: border-call, pattern: 'dua dua'}\n")
    os.utime(file, ns=(1, 1))
    assert boilerplate(file).line("dua dua") is not None
    assert second.line("dua dua") is not None
    assert first.line("dua dua") is None


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("lines:\n  - {id: a, pattern: '('}\n", 2, "no regular expression"),
        ("lines:\n  - {id: a}\n", 2, "'pattern' is missing"),
        (
            "lines:\n  - {id: a, pattern: 'x'}\n  - {id: b, pattern: x, extra: 1}\n",
            3,
            "unknown key",
        ),
        ("lines: satu\n", 1, "must be a list"),
        ("lines: [satu]\n", 1, "list of mappings"),
        ("line: []\n", 1, "unknown key"),
        ("off: [no-such-rule]\n", 1, "no packaged rule 'no-such-rule'"),
        ("off: sign-off\n", 1, "list of rule ids"),
        ("lines:\n  - {id: A B, pattern: 'x'}\n", 2, "words joined by"),
        ("lines:\n  - {id: a, pattern: 'x?'}\n", 2, "nothing at all"),
        ("lines:\n  - {id: a, pattern: 'x', longest: 5000}\n", 2, "must not exceed"),
        ("lines:\n  - {id: a, pattern: 'x', longest: ya}\n", 2, "number of characters"),
        ("inline:\n  - {id: a, pattern: 'xyz'}\n", 2, "'cue' is missing"),
        ("inline:\n  - {id: a, cue: x, pattern: 'xyz'}\n", 2, "three characters"),
        ("inline:\n  - {id: a, cue: xyz, pattern: 'xyz.*'}\n", 2, "has no bound"),
        ("lines:\n  - {id: a, pattern: '(a+)+b'}\n", 2, "repeats a repetition"),
        ("lines:\n  - {id: a, pattern: '(?:\\w*\\s?)*b'}\n", 2, "repeats a repetition"),
        ("lines:\n  - {id: a, pattern: '((a{1,50}){1,50}){1,50}'}\n", 2, "repeats a repetition"),
    ],
)
def test_a_wrong_rule_is_told_with_file_and_line(
    file: Path, text: str, line: int, reason: str
) -> None:
    with pytest.raises(RuleError, match=re.escape(reason)) as caught:
        rules_of(file, text)
    assert (caught.value.file, caught.value.line) == (str(file), line)


@pytest.mark.parametrize("pattern", ["(?:\\w+\\s)+ya", "(?:ab|cd){2,9}", "\\s*satu\\s*.*"])
def test_a_pattern_whose_repetitions_are_apart_is_taken(file: Path, pattern: str) -> None:
    assert rules_of(file, f"lines:\n  - {{id: a, pattern: '{pattern}'}}\n").ids


def test_patterns_of_the_archive_come_to_an_end(file: Path) -> None:
    rules = rules_of(
        file,
        "lines:\n  - {id: a, longest: 600, pattern: '.*a.*b.*c'}\n"
        "inline:\n  - {id: b, cue: aaa, pattern: 'a{1,200}b'}\n",
    )
    with comes_to_an_end():
        for text in ("a" * 50_000, "ab" * 300, "aab " * 10_000):
            read_article(SourceRecord(path="a", text=text), rules=rules)


@pytest.mark.parametrize(
    ("pattern", "held", "other"),
    [
        ("(?i)kabar perbatasan", "Kabar Perbatasan", "kabar"),
        ("(?P<q>c)(?P=q)d", "CCD", "cd"),
        ("D(i)ars\\1pkan", "Diarsipkan", "Diarsapkan"),
        ("(x)?kabar(?(1)y|z)", "kabarz", "kabary"),
    ],
)
@pytest.mark.parametrize("longest", [220, 600])
def test_flags_and_groups_of_a_rule_are_its_own(
    file: Path, pattern: str, held: str, other: str, longest: int
) -> None:
    rule = f"{{id: b, longest: {longest}, pattern: '{pattern}'}}"
    first = "{id: a, pattern: '(satu|dua) (tiga|empat)'}"
    rules = rules_of(file, f"lines:\n  - {first}\n  - {rule}\nendings:\n  - {first}\n  - {rule}\n")
    found = rules.line(held)
    assert (found.rule if found else None, rules.ending(held)) == ("b", "b")
    assert (rules.line(other), rules.ending(other)) == (None, None)
    assert rules.ending("satu empat") == "a"


ENDLESS = "(?:[a-z]|[a-z] |[A-Za-z]{2})*[0-9][0-9]!"


@pytest.mark.parametrize(
    "rules",
    [
        f"lines:\n  - {{id: a, pattern: '{ENDLESS}'}}\n",
        "lines:\n  - {id: a, longest: 600, pattern: '.*.*.*.*.*.*=x'}\n",
        f"endings:\n  - {{id: a, pattern: 'Toko kami {ENDLESS}'}}\n",
        "inline:\n  - {id: a, cue: kawat, pattern: '.kawat"
        + ENDLESS.replace("*", "{0,300}", 1)
        + "'}\n",
    ],
)
def test_a_rule_that_does_not_come_to_an_end_is_refused(
    file: Path, monkeypatch: pytest.MonkeyPatch, rules: str
) -> None:
    monkeypatch.setattr(probing, "SECONDS", 0.5)
    with pytest.raises(RuleError, match="takes too long") as caught:
        rules_of(file, rules)
    assert (caught.value.file, caught.value.line) == (str(file), 2)


def test_of_many_rules_the_one_that_does_not_end_is_named(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probing, "SECONDS", 3)
    good = "  - {id: a, pattern: 'kabar .*'}\n"
    rules = f"endings:\n{good}lines:\n{good}{good}  - {{id: b, pattern: '{ENDLESS}'}}\n{good}"
    with pytest.raises(RuleError, match="takes too long") as caught:
        rules_of(file, rules)
    assert caught.value.line == 6


def test_rules_that_cannot_be_tried_are_refused(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(file.parent / "nowhere"))
    with pytest.raises(RuleError, match="cannot be tried: No such file"):
        rules_of(file, "lines:\n  - {id: a, pattern: 'tidak dicoba'}\n")


def test_packaged_rules_are_not_tried(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(file.parent / "nowhere"))
    assert "advertisement" not in rules_of(file, "off: [advertisement]\n").ids


@pytest.mark.parametrize(
    "text", ["", "\n", "# lines:\n#   - {id: a}\n", "\ufeff  # satu\r\n\n# dua"]
)
def test_a_file_of_comments_is_an_empty_one(file: Path, text: str) -> None:
    assert rules_of(file, text) is boilerplate()


def test_every_rule_is_described_in_both_languages() -> None:
    folder = Path(index.reading.__file__).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    used = set(re.findall(r'Removed\(\s*"([^"]+)"', code))
    used |= set(re.findall(r'(?:rule|_LINE) = [^"\n]*"([a-z-]+)"', code))
    used |= set(re.findall(r'return "([a-z]+-[a-z-]+)"', (folder / "body.py").read_text("utf-8")))
    assert {"sign-off", "related-title", "dateline", "below-the-sign-off"} <= used
    assert boilerplate().ids | used | in_code() <= described()
    for identity in described():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", identity)
        english, indonesian = describe_rule(identity), describe_rule(identity, language="id")
        assert english
        assert indonesian
        assert english != indonesian


def test_rules_are_described_in_words() -> None:
    assert describe_rule("related-title") == "title of another article"
    assert describe_rule("related-title", language="id") == "judul artikel lain"
    assert describe_rule("related-title", language="fr") == "title of another article"
    assert describe_rule("border-call") == "border call"
