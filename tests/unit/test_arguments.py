"""The command line says what it means, or what is wrong with it."""

from __future__ import annotations

import pytest

from tui.arguments import VERBS, parse


def test_words_without_a_verb_are_a_query() -> None:
    options = parse(["perdagangan", "orang"])
    assert (options.verb, options.words) == (None, ["perdagangan", "orang"])


def test_a_query_may_be_named_like_a_verb() -> None:
    options = parse(["-q", "status"])
    assert (options.verb, options.query, options.words) == (None, "status", [])


def test_two_dashes_make_a_verb_a_query() -> None:
    assert parse(["--", "status"]).words == ["status"]


@pytest.mark.parametrize("verb", sorted(VERBS.keys() - {"tag"}))
def test_options_may_stand_before_the_verb(verb: str) -> None:
    needed = {"add": ["x"], "show": ["1"], "remove": ["x"], "correct": ["list"]}
    rest = needed.get(verb, [])
    options = parse(["--archive", "search", verb, *rest])
    assert (options.verb, options.archive) == (verb, "search")


def test_a_dash_reads_ids() -> None:
    assert parse(["-"]).words == ["-"]


def test_an_exclusion_with_words_is_a_query() -> None:
    assert parse(["search", "--", "-lpsk"]).words == ["-lpsk"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "--emit", "everything"],
        ["search", "--format", "xml"],
        ["search", "--limit", "-1"],
        ["search", "--limit", "many"],
        ["--no-such-option"],
        ["add"],
        ["show"],
        ["tag", "--", "x"],
        ["tag", "+penting"],
        ["status", "--format", "csv"],
    ],
)
def test_wrong_use_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parse(arguments)
    assert caught.value.code == 2
    streams = capsys.readouterr()
    assert "tppo-tui" in streams.err
    assert not streams.out


def test_tags_are_told_from_options() -> None:
    options = parse(["tag", "--archive", "a", "+penting", "-lama", "--", "korban", "-lpsk"])
    assert (options.add, options.drop) == (["penting"], ["lama"])
    assert (options.words, options.archive) == (["korban", "-lpsk"], "a")


@pytest.mark.parametrize("arguments", [["--help"], *([verb, "--help"] for verb in VERBS)])
def test_help_is_printed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parse(arguments)
    assert caught.value.code == 0
    assert "usage: tppo-tui" in capsys.readouterr().out


def test_the_interface_counts_voices_unless_told_otherwise() -> None:
    assert parse(["korban"]).voices
    assert not parse(["--no-voices", "korban"]).voices
    assert not parse(["search", "korban"]).voices
    assert parse(["search", "--voices", "korban"]).voices


@pytest.mark.parametrize(
    "arguments", [["--archive", "a", "correct", "list"], ["correct", "list", "--archive", "a"]]
)
def test_the_archive_may_stand_on_both_sides_of_a_correction(arguments: list[str]) -> None:
    options = parse(arguments)
    assert (options.verb, options.action, options.archive) == ("correct", "list", "a")
