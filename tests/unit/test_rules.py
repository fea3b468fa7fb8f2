"""Rule files say where they are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.rules import RuleError, check_keys, load_rules


def written(folder: Path, text: str) -> Path:
    path = folder / "rules.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_entries_know_their_line(tmp_path: Path) -> None:
    rules = load_rules(written(tmp_path, "# why\nagencies:\n  - name: A\n  - name: B\n"))
    assert [entry.line for entry in rules["agencies"]] == [3, 4]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: [1, 2\nb: 3\n", 2, "expected"),
        ("- just\n- a list\n", 1, "mapping"),
        ("a: 1\na: 2\n", 2, "twice"),
        ("a: !!python/object:os.system x\n", 1, "could not determine"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    with pytest.raises(RuleError, match=words) as caught:
        load_rules(written(tmp_path, text))
    assert str(caught.value).startswith(f"rules.yaml:{line}: ")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="cannot be read"):
        load_rules(tmp_path / "nowhere.yaml")


def test_unknown_and_missing_keys_are_refused(tmp_path: Path) -> None:
    entry = load_rules(written(tmp_path, "\nname: A\nnmae: B\n"))
    with pytest.raises(RuleError, match=r"rules.yaml:2: unknown key 'nmae'"):
        check_keys("rules.yaml", entry, ["name"])
    with pytest.raises(RuleError, match="'role' is missing"):
        check_keys("rules.yaml", entry, ["name", "role"], ["nmae"])
