"""The verbs as whole processes: what they print where, and with which exit code."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.terminal import PROGRAM

Run = Callable[..., "subprocess.CompletedProcess[str]"]
SAMPLE_WORDS = "sample of five articles"


@pytest.fixture
def run(tmp_path: Path, sample_folder: Path) -> Run:
    def call(
        *arguments: str, given: str = "", archive: Path | None = sample_folder
    ) -> subprocess.CompletedProcess[str]:
        named = ["--archive", str(archive)] if archive else []
        return subprocess.run(
            [*PROGRAM, *named, *arguments],
            input=given, capture_output=True, text=True, cwd=tmp_path, timeout=300,
        )  # fmt: skip

    return call


def lines(done: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_search_prints_json_lines_in_a_pipe(run: Run) -> None:
    done = run("search", "perdagangan orang")
    assert done.returncode == 0
    assert {record["schema"] for record in lines(done)} == {"article/1"}
    assert done.stderr == ""


def test_a_search_without_a_hit_prints_nothing(run: Run) -> None:
    done = run("search", "zzzzzz")
    assert (done.returncode, done.stdout) == (1, "")


@pytest.mark.parametrize(
    ("query", "named"), [("foo:bar", "foo"), ("published:kapan-kapan", "kapan-kapan")]
)
def test_a_bad_query_is_wrong_use(run: Run, query: str, named: str) -> None:
    done = run("search", query)
    assert (done.returncode, done.stdout) == (2, "")
    assert named in done.stderr


def test_limit_and_offset_page_through_the_same_order(run: Run) -> None:
    every = run("search", "", "--emit", "ids").stdout.split()
    paged = [
        identifier
        for offset in range(0, 6, 2)
        for identifier in run(
            "search", "", "--emit", "ids", "--limit", "2", "--offset", str(offset)
        ).stdout.split()
    ]
    assert len(every) == 5
    assert paged == every


@pytest.mark.parametrize("kind", ["ids", "paths", "urls"])
def test_lines_may_end_in_nul(run: Run, kind: str) -> None:
    done = run("search", "", "--emit", kind, "-0")
    assert "\n" not in done.stdout
    assert done.stdout.count("\0") == (0 if kind == "urls" else 5)


def test_paths_lead_back_to_the_sources(run: Run) -> None:
    for path in run("search", "", "--emit", "paths").stdout.splitlines():
        assert Path(path).is_file()


def test_csv_opens_with_a_header(run: Run) -> None:
    done = run("search", "", "--emit", "figures", "--format", "csv")
    assert done.stdout.startswith("text,low,high,unit,what,measure,period,place,speaker,")


def test_hits_are_the_words_that_matched_in_context(run: Run) -> None:
    found = lines(run("search", "penundaan", "--emit", "hits"))
    assert {record["schema"] for record in found} == {"hit/1"}
    bodies = {record["id"]: str(record["body"]) for record in lines(run("search", "penundaan"))}
    assert {record["article"] for record in found} == set(bodies)
    for record in found:
        if record["part"] == "body":
            body = bodies[record["article"]]
            match = body[record["start"] : record["end"]]  # type: ignore[misc]
            assert " ".join(match.split()) == record["match"]
            assert str(record["match"]) in str(record["sentence"])


def test_hits_stand_below_each_other_for_people(run: Run) -> None:
    printed = run("search", "penundaan", "--emit", "hits", "--format", "text").stdout.splitlines()
    places = {line.lower().index("penunda") for line in printed if "penunda" in line.lower()}
    assert len(printed) > 3
    assert len(places) < len(printed)


def test_a_series_has_the_share_of_each_month(run: Run) -> None:
    found = lines(run("search", "tppo", "--emit", "series"))
    assert {record["schema"] for record in found} == {"series/1"}
    hits = lines(run("search", "tppo"))
    assert sum(int(str(record["hits"])) for record in found) == len(hits)
    assert all(record["share"] <= 1 for record in found)  # type: ignore[operator]


@pytest.mark.parametrize("kind", ["hits", "series"])
def test_without_a_query_there_are_no_hits_to_print(run: Run, kind: str) -> None:
    done = run("show", "3a24", "--emit", kind)
    assert (done.returncode, done.stdout) == (2, "")
    assert "needs a query" in done.stderr


def test_markdown_ends_in_sources(run: Run) -> None:
    done = run("search", "angka:*", "--emit", "figures", "--format", "md")
    assert done.stdout.startswith("- **")
    assert "\n[^" in done.stdout


def test_a_search_explains_itself(run: Run) -> None:
    (told,) = lines(run("search", "--explain", "tppo penundaan"))
    assert told["schema"] == "explanation/1"
    clauses = told["clauses"]
    assert isinstance(clauses, list)
    penundaan = next(clause for clause in clauses if clause["clause"] == "penundaan")
    assert "penundaan" in penundaan["words"]
    assert run("search", "--explain", "foo:bar").returncode == 2
    assert "all of" in run("search", "--explain", "tppo penundaan", "--format", "text").stdout


def test_words_can_be_taken_as_printed(run: Run) -> None:
    assert int(run("count", "menunda").stdout) > int(run("count", "--exact", "menunda").stdout)


def test_entities_of_some_kinds_only(run: Run) -> None:
    every = lines(run("search", "", "--emit", "entities"))
    some = lines(run("search", "", "--emit", "entities", "--kind", "person,offence"))
    assert {record["kind"] for record in some} == {"person", "offence"}
    assert some == [record for record in every if record["kind"] in ("person", "offence")]


def test_a_summary_has_each_entity_once_over_all_articles(run: Run) -> None:
    each = lines(run("search", "", "--emit", "entities", "--kind", "agency"))
    summed = lines(run("search", "", "--emit", "entities", "--kind", "agency", "--summary"))
    names = [record["name"] for record in each]
    assert {record["schema"] for record in summed} == {"entity-summary/1"}
    assert sorted(record["name"] for record in summed) == sorted(set(names))  # type: ignore[type-var]
    assert all(record["articles"] == names.count(record["name"]) for record in summed)


@pytest.mark.parametrize(
    "options",
    [
        ("--emit", "ids", "--summary"),
        ("--kind", "agency"),
        ("--emit", "entities", "--kind", "lembaga"),
    ],
)
def test_entity_options_that_mean_nothing_are_wrong_use(run: Run, options: tuple[str, ...]) -> None:
    done = run("search", "tppo", *options)
    assert (done.returncode, done.stdout) == (2, "")


def test_show_prints_what_is_asked_for_and_names_what_is_not_there(run: Run) -> None:
    identifier = run("search", "lubok", "--emit", "ids").stdout.strip()
    done = run("show", "ffffffffffffffff", identifier[:8], "--emit", "text", "--format", "text")
    assert done.returncode == 0
    assert "Lubok Antu" in done.stdout
    assert "ffffffffffffffff" in done.stderr
    assert run("show", "ffffffffffffffff").returncode == 1


def test_show_reads_ids_from_stdin(run: Run) -> None:
    ids = run("search", "", "--emit", "ids").stdout
    done = run("show", "-", "--emit", "ids", given=ids)
    assert done.stdout == ids


def test_count_prints_a_number_a_query(run: Run) -> None:
    assert run("count").stdout == "5\n"
    assert run("count", "", "zzzzzz").stdout == "5\n0\n"


def test_batches_are_led_by_their_query(run: Run) -> None:
    assert run("count", "--batch", given="lubok\n\nzzzzzz\n").stdout == "1\tlubok\n0\tzzzzzz\n"
    done = run("search", "--batch", "--emit", "ids", given="lubok\n")
    assert done.stdout.startswith("lubok\t")
    done = run("search", "--batch", given="lubok\n")
    assert next(iter(lines(done)[0].items())) == ("query", "lubok")


def test_any_joins_words_by_or(run: Run) -> None:
    assert run("search", "lubok zzzzzz", "--emit", "ids").returncode == 1
    assert run("search", "--any", "lubok", "zzzzzz", "--emit", "ids").returncode == 0


def test_status_counts_articles_dates_and_problems(run: Run) -> None:
    status = json.loads(run("status", "--format", "json").stdout)
    assert status["articles"] == 5
    assert (status["first"], status["last"]) == ("2023-06-21", "2025-08-26")
    assert status["problems"] == []


def test_check_finds_nothing_wrong(run: Run) -> None:
    done = run("check")
    assert done.returncode == 0, done.stderr


def test_without_an_archive_the_sample_is_opened_and_said(run: Run) -> None:
    done = run("count", archive=None)
    assert done.stdout == "5\n"
    assert SAMPLE_WORDS in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert run("tag", "+x", "--", "lubok", archive=None).returncode == 2


@pytest.mark.parametrize("verb", [["search", "x"], ["count"], ["status"], ["show", "1"], ["check"]])
def test_a_named_folder_that_is_no_archive_is_an_error(
    run: Run, tmp_path: Path, verb: list[str]
) -> None:
    done = run(*verb, archive=tmp_path / "nowhere")
    assert (done.returncode, done.stdout) == (2, "")
    assert "not an archive" in done.stderr


def test_add_makes_the_archive_and_again_adds_nothing(run: Run, tmp_path: Path) -> None:
    archive, folder = tmp_path / "archive", tmp_path / "articles"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(
            f"Jakarta - Polisi menangkap {number + 2} tersangka perdagangan orang di Batam.\n"
        )
    first = run("add", str(folder), archive=archive)
    assert first.returncode == 0, first.stderr
    assert "3 added, 0 updated, 0 unchanged" in first.stderr
    assert first.stdout == ""
    again = run("add", str(folder), archive=archive)
    assert "0 added, 0 updated, 3 unchanged" in again.stderr
    (folder / "1.txt").write_text(
        "Jakarta - Polisi menangkap 3 tersangka perdagangan orang, membebaskan korban di Batam.\n"
    )
    assert "0 added, 1 updated, 2 unchanged" in run("add", str(folder), archive=archive).stderr
    assert run("count", "membebaskan", archive=archive).stdout == "1\n"
    assert run("count", archive=archive).stdout == "3\n"


def test_two_pipes_bring_two_articles(run: Run, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    for number in (1, 2):
        record = {"id": "1", "title": f"Judul {number}", "body": f"Isi pipa {number} lain sekali."}
        done = run("add", "-", given=json.dumps(record) + "\n", archive=archive)
        assert "1 added, 0 updated" in done.stderr
    assert run("count", archive=archive).stdout == "2\n"


def test_a_slip_of_the_finger_makes_no_archive(run: Run, tmp_path: Path) -> None:
    done = run("add", "/nowhere/at/all", archive=tmp_path / "archive")
    assert done.returncode == 2
    assert "does not exist" in done.stderr
    assert not (tmp_path / "archive").exists()
    assert run("add", "", archive=tmp_path / "archive").returncode == 2


@pytest.mark.parametrize("query", ["outlet:", "(", "NOT", "OR", ""])
def test_nothing_is_changed_by_a_query_that_says_nothing(
    run: Run, tmp_path: Path, query: str
) -> None:
    archive, text = tmp_path / "archive", tmp_path / "a.txt"
    text.write_text("Jakarta - Imigrasi menunda keberangkatan lima orang.\n")
    run("add", str(text), archive=archive)
    assert run("remove", "--yes", "--", query, archive=archive).returncode == 2
    assert run("tag", "+x", "--", query, archive=archive).returncode == 2
    if query:
        assert run("search", "--", query, archive=archive).returncode == 2
    assert run("count", archive=archive).stdout == "1\n"


def test_an_exclusion_needs_no_dashes_before_it(run: Run) -> None:
    every = int(run("count", "tppo").stdout)
    assert int(run("count", "tppo -lubok").stdout) == every - 1
    done = run("search", "tppo", "-lubok", "--emit", "ids")
    assert len(done.stdout.split()) == every - 1


def test_numbers_beyond_counting_are_taken_for_all(run: Run) -> None:
    assert len(run("search", "", "--emit", "ids", "--limit", "9" * 30).stdout.split()) == 5
    assert run("search", "", "--offset", "9" * 30).returncode == 1


def test_a_damaged_database_is_told_in_words(run: Run, tmp_path: Path) -> None:
    archive, folder = tmp_path / "archive", tmp_path / "in"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.txt").write_text(f"Jakarta - Imigrasi menunda {number} paspor. " * 40)
    run("add", str(folder), archive=archive)
    database = archive / "archive.sqlite"
    content = database.read_bytes()
    middle = len(content) // 4096 // 4 * 4096
    database.write_bytes(content[:middle] + b"\xa5" * (len(content) - middle))
    for verb in (["search", ""], ["status"], ["check"], ["add", str(folder)], ["count", "paspor"]):
        done = run(*verb, archive=archive)
        assert "Traceback" not in done.stderr, verb
        assert done.returncode in (0, 2), (verb, done.stderr)
    assert run("check", archive=archive).returncode == 2


def test_problems_leave_the_list_when_they_are_mended(run: Run, tmp_path: Path) -> None:
    archive, source = tmp_path / "archive", tmp_path / "records.jsonl"
    source.write_text('{"body": "Satu berita utuh."}\nbukan json\n')
    run("add", str(source), archive=archive)
    assert (
        len(json.loads(run("status", "--format", "json", archive=archive).stdout)["problems"]) == 1
    )
    source.write_text('{"body": "Satu berita utuh."}\n{"body": "Berita lain lagi."}\n')
    run("add", str(source), archive=archive)
    assert json.loads(run("status", "--format", "json", archive=archive).stdout)["problems"] == []


def test_records_come_from_stdin(run: Run, tmp_path: Path) -> None:
    given = "".join(
        json.dumps(record) + "\n"
        for record in (
            {"id": 7, "title": "Judul", "content": "Isi berita satu.", "published": "2024-05-06"},
            {"headline": "Lain", "text": "Isi berita dua.", "source": "detik.com"},
        )
    )
    archive = tmp_path / "archive"
    assert run("add", "-", given=given, archive=archive).returncode == 0
    found = {record["title"]: record for record in lines(run("search", "", archive=archive))}
    assert found["Judul"]["source_id"] == "7"
    assert found["Judul"]["published"] == "2024-05-06"
    assert str(found["Lain"]["path"]).endswith("#2")


def test_bad_input_is_one_problem_each_and_the_rest_goes_in(run: Run, tmp_path: Path) -> None:
    folder, archive = tmp_path / "in", tmp_path / "archive"
    folder.mkdir()
    good = "Jakarta - Imigrasi menunda keberangkatan lima orang.\n"
    (folder / "good.txt").write_text(good)
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "latin.txt").write_bytes(
        b"Jakarta - Caf\xe9 di Batam diduga menampung korban; na\xefve, d\xe9j\xe0 vu.\n"
    )
    (folder / "broken.txt").write_bytes(
        ("Korban “dijanjikan” gaji. " * 9).encode() + b"\xff rusak\n"
    )
    (folder / "long.txt").write_bytes(b"a" * 50_000_000)
    (folder / "records.jsonl").write_text('{"body": "Satu berita utuh."}\n{"body": \nbukan json\n')
    (folder / "loop").symlink_to(folder)
    done = run("add", str(folder), archive=archive)
    assert done.returncode == 0
    for name in ("binary.txt", "empty.txt", "latin.txt", "broken.txt", "long.txt", "loop"):
        said = [line for line in done.stderr.splitlines() if f"/{name}:" in line]
        assert len(said) == 1, (name, done.stderr)
    assert sum("records.jsonl" in line for line in done.stderr.splitlines()) == 2
    kept = json.loads(run("status", "--format", "json", archive=archive).stdout)["problems"]
    assert len(kept) == 8
    assert run("count", archive=archive).stdout == "4\n"
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("damage", ["missing", "empty", "garbled", "truncated", "stateless"])
def test_a_damaged_index_is_rebuilt_with_a_word(run: Run, tmp_path: Path, damage: str) -> None:
    archive = tmp_path / "archive"
    text = tmp_path / "a.txt"
    text.write_text("Jakarta - Imigrasi menunda keberangkatan lima orang.\n")
    run("add", str(text), archive=archive)
    index = archive / "index"
    for file in list(index.iterdir()):
        if damage == "missing" or (damage == "stateless" and file.suffix == ".json"):
            file.unlink()
        elif file.suffix != ".json" and file.is_file():
            content = file.read_bytes()
            if damage == "empty":
                file.write_bytes(b"")
            elif damage == "garbled":
                file.write_bytes(b"\xff" * len(content))
            elif damage == "truncated":
                file.write_bytes(content[: len(content) // 2])
    done = run("count", "tunda", archive=archive)
    assert done.stdout == "1\n", done.stderr
    assert "Traceback" not in done.stderr
    assert "rebuilding" in done.stderr


def test_tags_are_searched_and_taken_off(run: Run, tmp_path: Path) -> None:
    archive, text = tmp_path / "archive", tmp_path / "a.txt"
    text.write_text("Jakarta - Imigrasi menunda keberangkatan lima orang.\n")
    run("add", str(text), archive=archive)
    assert run("tag", "+penting", "--", "imigrasi", archive=archive).returncode == 0
    (record,) = lines(run("search", "tag:penting", archive=archive))
    assert record["tags"] == ["penting"]
    run("tag", "-penting", "--", "*", archive=archive)
    assert run("count", "tag:penting", archive=archive).stdout == "0\n"


def test_remove_asks_first(run: Run, tmp_path: Path) -> None:
    archive, text = tmp_path / "archive", tmp_path / "a.txt"
    text.write_text("Jakarta - Imigrasi menunda keberangkatan lima orang.\n")
    run("add", str(text), archive=archive)
    assert run("remove", "imigrasi", archive=archive).returncode == 2
    assert run("count", archive=archive).stdout == "1\n"
    assert run("remove", "--yes", "imigrasi", archive=archive).returncode == 0
    assert run("count", "imigrasi", archive=archive).stdout == "0\n"


HEAVY = {"textual", "rich", "whoosh", "yaml", "Sastrawi", "numpy"}


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (["--help"], set()),
        (["search", "--help"], set()),
        (["status"], set()),
        (["search", "", "--emit", "ids"], {"yaml"}),
        (["search", "imigrasi", "--emit", "ids"], {"whoosh", "yaml", "Sastrawi"}),
    ],
)
def test_nothing_heavy_is_loaded_that_is_not_needed(
    sample_folder: Path, arguments: list[str], allowed: set[str]
) -> None:
    code = (
        "import sys\nfrom tui.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [PROGRAM[0], "-c", code, "--archive", str(sample_folder), *arguments],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = set(done.stderr.splitlines()[-1].split())
    assert not loaded & HEAVY - allowed
