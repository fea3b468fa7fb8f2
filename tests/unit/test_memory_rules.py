"""The rules of the memory of names: what is packaged, what an archive may say, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.entities.memory_rules import memory_rules, memory_words
from index.rules import RuleError


def test_the_packaged_rules_are_whole() -> None:
    rules = memory_rules()
    assert rules.recall is not None
    assert rules.filing is not None
    assert rules.recall.texts > 1  # one article alone proves nothing
    assert {"office", "speech"} <= memory_words().cues
    assert memory_words().cues.isdisjoint({"initials", "learned", "memory"})
    assert memory_words().offices.isdisjoint({"korban", "tersangka", "saksi", "anggota"})


def test_an_archive_says_what_is_otherwise(tmp_path: Path) -> None:
    own = tmp_path / "memory.yaml"
    assert memory_rules(own) == memory_rules()
    own.write_text("filing: off\n", encoding="utf-8")
    assert memory_rules(own).filing is None
    assert memory_rules(own).recall == memory_rules().recall
    own.write_text("recall: {texts: 5, kinds: 1, often: 9, share: 1, case: 0}\n", encoding="utf-8")
    found = memory_rules(own).recall
    assert found is not None
    assert (found.texts, found.kinds, found.often, found.share, found.case) == (5, 1, 9, 1.0, 0.0)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("recall: yes\n", r"memory.yaml:1: 'recall' must be off"),
        ("recall: {texts: 2}\n", "'case' is missing"),
        ("filing: {texts: 0, share: 0.5, days: 3}\n", "'texts' must be a whole number"),
        ("filing: {texts: 1, share: 2, days: 3}\n", "'share' must be a number from 0"),
        ("cues: [office]\n", "unknown key 'cues'"),
    ],
)
def test_what_is_no_rule_is_refused_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    own = tmp_path / "memory.yaml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError, match=message):
        memory_rules(own)
