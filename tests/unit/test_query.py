"""The query language."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.search.nodes import (
    And,
    Everything,
    FigureCondition,
    Fuzzy,
    Name,
    Near,
    Not,
    Nothing,
    OneFigure,
    Or,
    Period,
    Phrase,
    Prefix,
    Published,
    Saved,
    Tag,
    Word,
)
from index.search.query import parse
from tests.watch import comes_to_an_end

_SAVED = {"lama": "korban OR saksi", "diri": "query:diri", "a": "query:b x", "b": "query:a"}.get

_VICTIMS = FigureCondition("victims", 9, None, True)
_SUSPECTS = FigureCondition("suspects")
_2023 = Period("2023-01-01", "2023-12-31")
_2024 = Period("2024-01-01", "2024-12-31")


def _phrase(text: str, slop: int = 0, field: str | None = None) -> Phrase:
    return Phrase(tuple(Word(word, True) for word in text.split()), slop, field)


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("perdagangan orang", And((Word("perdagangan"), Word("orang")))),
        ('"Penundaan penerbitan paspor"', _phrase("penundaan penerbitan paspor")),
        ("“perdagangan orang”", _phrase("perdagangan orang")),
        ("lpsk OR ppatk", Or((Word("lpsk"), Word("ppatk")))),
        ("lpsk | ppatk", Or((Word("lpsk"), Word("ppatk")))),
        ("(a OR b) c", And((Or((Word("a"), Word("b"))), Word("c")))),
        ("a OR b c", Or((Word("a"), And((Word("b"), Word("c")))))),
        ("korban -lpsk", And((Word("korban"), Not(Word("lpsk"))))),
        ("korban NOT lpsk", And((Word("korban"), Not(Word("lpsk"))))),
        ("-lpsk", Not(Word("lpsk"))),
        ("NOT NOT a", Word("a")),
        ("non-prosedural", Word("non-prosedural")),
        ("tund*", Prefix("tund*")),
        ("penyelup~1", Fuzzy("penyelup", 1)),
        ('"a b"~5', _phrase("a b", 5)),
        ("a NEAR/5 b", Near((Word("a"),), (Word("b"),), 5)),
        ("a NEAR/5 (b OR c)", Near((Word("a"),), (Word("b"), Word("c")), 5)),
        ("=Kata", Word("kata", True)),
        ("judul:Cegah", Word("cegah", field="title")),
        ("isi:(a b)", And((Word("a", field="body"), Word("b", field="body")))),
        ("title:(a NEAR/2 b)", Near((Word("a"),), (Word("b"),), 2, "title")),
        ("outlet:detik,kompas", Or((Name("outlet", ("detik",)), Name("outlet", ("kompas",))))),
        (
            'lembaga:"Kementerian Luar Negeri"',
            Name("agency", ("kementerian", "luar", "negeri"), True),
        ),
        ("lembaga:polri+", Name("agency", ("polri",), below=True)),
        ('lembaga:"polda ntt"+', Name("agency", ("polda", "ntt"), True, below=True)),
        ("lembaga:pol*+", Name("agency", ("pol",), False, True, True)),
        ("tempat:ntt+", Name("place", ("ntt",), below=True)),
        ("tokoh:budi+", Name("person", ("budi",))),
        ("sumber:detik.com", Name("outlet", ("detikcom",))),
        ("sumber:Jawa-Pos*", Name("outlet", ("jawapos",), False, True)),
        ('sumber:"detik.com"', Name("outlet", ("detik", "com"), True)),
        ("tokoh:agus.andrianto", Name("person", ("agus", "andrianto"), True)),
        ("uu:21/2007", Name("law", ("21/2007",))),
        ('law:"Undang-Undang Nomor 21 Tahun 2007"', Name("law", ("uu", "21/2007"), True)),
        ("pasal:2,10", Or((Name("article", ("2",)), Name("article", ("10",))))),
        ("offence:TPPO", Name("offence", ("tppo",))),
        ("tag:Penting", Tag("penting")),
        ("published:2024", Published("2024-01-01", "2024-12-31")),
        ("terbit:2024-02", Published("2024-02-01", "2024-02-29")),
        ("published:2024-01..2024-03", Published("2024-01-01", "2024-03-31")),
        ("published:..2024-03", Published(None, "2024-03-31")),
        ("published:2024-01..", Published("2024-01-01", None)),
        ("published:maret-2024", Published("2024-03-01", "2024-03-31")),
        ('published:"5 Mei 2024"', Published("2024-05-05", "2024-05-05")),
        ("published:>2024", Published("2025-01-01", None)),
        ("published:none", Published(undated=True)),
        ("periode:2023..2024-06", Period("2023-01-01", "2024-06-30")),
        ("figure:victims>100", FigureCondition("victims", 100, None, True)),
        ("angka:tersangka=7", FigureCondition("suspects", 7, 7)),
        ("figure:passport_deferred:100..500", FigureCondition("passport_deferred", 100, 500)),
        ("angka:korban", FigureCondition("victims")),
        ("figure:*", FigureCondition()),
        ("figure:share>=75,19", FigureCondition("share", 75.19)),
        ("figure:>5.000", FigureCondition(None, 5000, None, True)),
        ("angka:korban>9 periode:2023", OneFigure((_VICTIMS,), ((_2023,),))),
        ("periode:2023 AND angka:korban>9", OneFigure((_VICTIMS,), ((_2023,),))),
        (
            "angka:korban>9 periode:2023 kapal",
            And((OneFigure((_VICTIMS,), ((_2023,),)), Word("kapal"))),
        ),
        (
            "angka:korban>9,tersangka periode:2023,2024",
            OneFigure((_VICTIMS, _SUSPECTS), ((_2023, _2024),)),
        ),
        (
            "angka:korban>9 angka:tersangka periode:2023",
            And((OneFigure((_VICTIMS,), ((_2023,),)), OneFigure((_SUSPECTS,), ((_2023,),)))),
        ),
        (
            "(angka:korban>9 periode:2023) (angka:tersangka periode:2024)",
            And((OneFigure((_VICTIMS,), ((_2023,),)), OneFigure((_SUSPECTS,), ((_2024,),)))),
        ),
        ("angka:korban>9 -periode:2023", And((_VICTIMS, Not(_2023)))),
        ("angka:korban>9 OR periode:2023", Or((_VICTIMS, _2023))),
        ("NOT (angka:korban>9 periode:2023)", Not(OneFigure((_VICTIMS,), ((_2023,),)))),
        ("periode:2023 periode:2024", And((_2023, _2024))),
        ("query:lama", Saved("lama", Or((Word("korban"), Word("saksi"))))),
        ("3.541", Word("3541")),
        ("Jum'at", Word("jumat")),
        ("WNI/PMI", _phrase("wni pmi")),
        ("", Everything()),
        ("*", Everything()),
        ("  ", Everything()),
    ],
)
def test_what_a_query_means(text: str, node: object) -> None:
    parsed = parse(text, saved=_SAVED)
    assert parsed.node == node
    assert not parsed.failed
    assert parsed.complete
    assert parse(parsed.understood, saved=_SAVED).node == node


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("foo:bar", "no field foo"),
        ("lembga:imigrasi", "perhaps lembaga"),
        ("published:kapan", "no date"),
        ("published:2024-13", "no month 13"),
        ("published:2024-02-30", "no day 30"),
        ("published:2024..2023", "after"),
        ("figure:foo>1", "no measure foo"),
        ("figure:korbn>1", "perhaps korban"),
        ("figure:victims>banyak", "no number"),
        ("*dagang", "begin with"),
        ("query:tidak_ada", "no saved search"),
        ("query:diri", "calls itself"),
        ("query:a", "calls itself"),
        ("a NEAR/3 -b", "NEAR stands between"),
        ("title:a NEAR/3 body:b", "one field"),
        ("(" * 40 + "a" + ")" * 40, "32 deep"),
        ("a " * 101, "100 clauses"),
        ("a" * 2001, "2000 characters"),
    ],
)
def test_a_wrong_query_finds_nothing_and_says_why(text: str, said: str) -> None:
    parsed = parse(text, saved=_SAVED)
    assert parsed.failed
    assert parsed.node == Nothing()
    assert any(said in diagnostic.message and diagnostic.fatal for diagnostic in parsed.diagnostics)


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("(korban", Word("korban")),
        ('"korban tewas', _phrase("korban tewas")),
        ("korban AND", Word("korban")),
        ("korban OR", Word("korban")),
        ("korban NOT", Word("korban")),
        ("korban outlet:", Word("korban")),
        ("korban NEAR/3", Word("korban")),
        ("outlet:", Everything()),
        ("(", Everything()),
        ("NOT", Everything()),
        ("OR", Everything()),
        ("NEAR/5", Everything()),
        ("(NEAR/5)", Everything()),
        ("-NEAR", Everything()),
        ("NEAR/5 NEAR/5", Everything()),
        ("korban OR NEAR/5", Word("korban")),
    ],
)
def test_a_query_that_is_still_typed(text: str, node: object) -> None:
    parsed = parse(text)
    assert parsed.node == node
    assert not parsed.complete
    assert parsed.diagnostics
    assert not parsed.failed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("NEAR/5", "nothing stands before and after NEAR/5"),
        ("korban NEAR/5", "nothing stands after NEAR/5"),
        ("korban outlet:(NEAR)", "nothing stands before and after NEAR"),
        ("NEAR/5 korban", "NEAR needs a word on either side"),
        ("korban NEAR/5 NEAR/5 saksi", "NEAR needs a word on either side"),
    ],
)
def test_near_without_its_words(text: str, said: str) -> None:
    messages = [diagnostic.message for diagnostic in parse(text).diagnostics]
    assert said in messages
    assert not any("read as a word" in message for message in messages)


def test_near_in_small_letters_is_a_word() -> None:
    (diagnostic,) = parse("korban near/5 saksi").diagnostics
    assert "the operator is NEAR/5" in diagnostic.message


def test_a_saved_search_that_says_nothing_is_not_every_article() -> None:
    for text in ("query:x", "-query:x", "korban OR query:x"):
        assert parse(text, saved={"x": "outlet:"}.get).failed
    assert not parse("query:x", saved={"x": "*"}.get).failed


@pytest.mark.parametrize(
    "text",
    [
        "!!!",
        "()",
        '""',
        "... ?",
        ")",
        "AND",
        "-",
        "NOT AND",
        "outlet:()",
        'outlet:""',
        "outlet:...",
    ],
)
def test_what_says_nothing_finds_nothing(text: str) -> None:
    parsed = parse(text)
    assert parsed.node == Nothing()
    assert parsed.diagnostics


@pytest.mark.parametrize("word", ["or", "and", "not", "atau", "dan", "bukan", "ATAU"])
def test_an_operator_in_small_letters_is_a_word(word: str) -> None:
    parsed = parse(f"korban {word} saksi")
    assert parsed.node == And((Word("korban"), Word(word.lower()), Word("saksi")))
    assert any("read as a word" in diagnostic.message for diagnostic in parsed.diagnostics)


def test_any_words() -> None:
    parsed = parse("korban paspor outlet:detik -lpsk", any_words=True)
    assert parsed.understood == "(korban OR paspor) AND outlet:detik AND NOT lpsk"


def test_saved_searches_share_the_number_of_clauses() -> None:
    searches = {"s0": "a b"} | {f"s{n}": f"query:s{n - 1} query:s{n - 1}" for n in range(1, 30)}
    with comes_to_an_end():
        assert parse("query:s29", saved=searches.get).failed


def test_a_diagnostic_tells_where() -> None:
    (diagnostic,) = parse("korban foo:bar").diagnostics
    assert (diagnostic.start, diagnostic.end) == (7, 11)


_PIECES = st.sampled_from(
    [
        "a", "OR", "|", "AND", "NOT", "-", "(", ")", '"', "*", "~1", "~", "NEAR/2", "=", ":", ",",
        "title:", "outlet:", "published:", "2024", "..", "figure:", "victims>3", "tag:", "x-y",
        "query:lama", "1.000", "75,1", "é", "'", "/", " ", " ", " ", "korban", "orang-orang", "uu:",
    ]
)  # fmt: skip


@settings(max_examples=400)
@given(st.one_of(st.text(), st.lists(_PIECES, max_size=20).map("".join)))
@example("TAG::*")
def test_any_text_is_answered_and_what_was_understood_can_be_typed(text: str) -> None:
    with comes_to_an_end():
        parsed = parse(text, saved=_SAVED)
    assert parse(parsed.understood, saved=_SAVED).node == parsed.node
    if isinstance(parsed.node, Everything) and parsed.complete:
        assert not text.strip() or "*" in text  # nothing else means every article
    for diagnostic in parsed.diagnostics:
        assert 0 <= diagnostic.start <= diagnostic.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "(a ",
        "-",
        '"',
        "a ",
        "NOT ",
        "a|",
        "x:",
        "*",
        "a*",
        "=",
        "~",
        "outlet:",
        ",",
        "NEAR/5 ",
        "a NEAR/5 ",
    ],
)
def test_hostile_queries_are_answered_at_once(piece: str) -> None:
    with comes_to_an_end():
        parse((piece * 2000)[:2000])
        parse(piece * 5000)


def test_parsing_needs_no_engine() -> None:
    code = (
        "import sys, index.search.query as q; q.parse('korban \"a b\" outlet:x published:2024');"
        "print([m for m in ('whoosh', 'Sastrawi', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("text", "low", "high", "holds"),
    [
        ("figure:victims>100", 100, None, True),
        ("figure:victims>100", 100, 100, False),
        ("figure:victims>=100", 100, 100, True),
        ("figure:victims<100", None, 100, True),
        ("figure:victims=7", 7, 7, True),
        ("figure:victims:5..9", 10, 99, False),
        ("figure:victims", None, None, True),
    ],
)
def test_which_figures_satisfy(text: str, low: float, high: float, holds: bool) -> None:
    condition = parse(text).node
    assert isinstance(condition, FigureCondition)
    assert condition.holds(low, high) is holds
