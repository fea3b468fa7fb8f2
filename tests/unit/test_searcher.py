"""Searching the index: the same articles as a slow reader finds, in the right order."""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Callable
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.article import (
    Agency,
    Annotations,
    Article,
    Law,
    Mention,
    Person,
    Place,
)
from index.errors import Cancelled
from index.language.stems import stem
from index.language.tokens import tokens
from index.search.nodes import (
    And,
    Everything,
    FigureCondition,
    Fuzzy,
    Near,
    Node,
    Not,
    Nothing,
    OneFigure,
    Or,
    Period,
    Phrase,
    Prefix,
    Published,
    Tag,
    Word,
)
from index.search.query import parse
from index.search.searcher import Searcher
from index.search.writing import IndexBusy, IndexUnusable, create_index, open_index, write_articles


def article(
    number: int,
    body: str,
    *,
    title: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    captions: tuple[str, ...] = (),
    annotations: Annotations | None = None,
) -> Article:
    return Article(
        id=f"{number:04d}", path="p", source_id=None, url=None, title=title, outlet=outlet,
        published=published, place=None, author=None, body=body, captions=captions,
        annotations=annotations or Annotations(),
    )  # fmt: skip


class Answers:
    """A resolver with fixed answers."""

    def figures(self, condition: FigureCondition) -> set[str]:
        return {"0001", "9999"} if condition.measure == "victims" else set()

    def periods(self, condition: Period) -> set[str]:
        return {"0002"}

    def one_figure(self, condition: OneFigure) -> set[str]:
        return {"0003"} if condition.conditions[0].measure == "victims" else set()

    def tagged(self, condition: Tag) -> set[str]:
        return {"0001", "0002"} if condition.name == "penting" else set()


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Searcher]:
    def make(*articles: Article) -> Searcher:
        create_index(tmp_path / "index")
        write_articles(tmp_path / "index", articles)
        return Searcher(tmp_path / "index", Answers())

    return make


def ids(searcher: Searcher, query: str, **options: object) -> list[str]:
    found = searcher.search(parse(query), **options)  # type: ignore[arg-type]
    if not options:
        assert found.total == len(found.ids) == searcher.count(parse(query))
    return [identifier.lstrip("0") for identifier in found.ids]


# The oracle: what each node means, said of one text at a time.


def _places(node: Word | Prefix | Fuzzy, text: str) -> set[int]:
    found = set()
    for token in tokens(text):
        if isinstance(node, Word):
            whole = next(iter(tokens(node.text))).text
            fits = token.text == whole or (not node.exact and stem(token.text) == stem(whole))
        elif isinstance(node, Prefix):
            fits = token.text.startswith(node.pattern[:-1])
        else:
            fits = token.text[0] == node.text[0] and _edits(token.text, node.text) <= node.distance
        if fits:
            found.add(token.position)
    return found


def _edits(a: str, b: str) -> int:
    rows = {(i, j): max(i, j) for i in range(len(a) + 1) for j in range(len(b) + 1) if not i * j}
    for i, j in product(range(1, len(a) + 1), range(1, len(b) + 1)):
        ways = [rows[i - 1, j] + 1, rows[i, j - 1] + 1, rows[i - 1, j - 1] + (a[i - 1] != b[j - 1])]
        if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
            ways.append(rows[i - 2, j - 2] + 1)
        rows[i, j] = min(ways)
    return rows[len(a), len(b)]


def _spans(node: Word | Prefix | Fuzzy | Phrase, text: str) -> set[tuple[int, int]]:
    if isinstance(node, Phrase):
        ways = product(*(_ways(item) for item in node.items))
        found = set()
        for way in ways:
            places = [_places(item, text) for items in way for item in items]
            for choice in product(*places):
                rising = all(a < b for a, b in pairwise(choice))
                if rising and choice[-1] - choice[0] - len(choice) + 1 <= node.slop:
                    found.add((choice[0], choice[-1]))
        return found
    found = {(place, place) for place in _places(node, text)}
    if isinstance(node, Word) and len(_ways(node)) > 1:
        found |= _spans(Phrase(_ways(node)[1]), text)
    return found


def _ways(item: Word | Prefix) -> list[tuple[Word | Prefix, ...]]:
    if isinstance(item, Prefix):
        return [(item,)]
    parts = tuple(Word(token.text, True) for token in tokens(item.text) if token.part)
    return [(item,), parts] if len(parts) > 1 and "/" not in item.text else [(item,)]


def _in_text(node: Node, text: str) -> bool:
    if isinstance(node, Near):
        left = {span for one in node.left for span in _spans(one, text)}
        right = {span for one in node.right for span in _spans(one, text)}
        return any(
            max(b[0] - a[1], a[0] - b[1]) <= node.distance and (node.left != node.right or a != b)
            for a in left
            for b in right
        )
    assert isinstance(node, Word | Prefix | Fuzzy | Phrase)
    if isinstance(node, Prefix) and len(start := node.pattern[:-1]) >= 3:
        # On its own, a beginning may be that of a stem; in phrases words stand as printed.
        return any(
            token.text.startswith(start) or stem(token.text).startswith(start)
            for token in tokens(text)
        )
    return bool(_spans(node, text))


def holds(node: Node, item: Article) -> bool:
    if isinstance(node, And):
        return all(holds(child, item) for child in node.children)
    if isinstance(node, Or):
        return any(holds(child, item) for child in node.children)
    if isinstance(node, Not):
        return not holds(node.child, item)
    if isinstance(node, Everything | Nothing):
        return isinstance(node, Everything)
    if isinstance(node, Published):
        day = item.published
        if node.undated or day is None:
            return node.undated and day is None
        return (node.low or "") <= day <= (node.high or "9999")
    texts = {"title": [item.title or ""], "body": [item.body, *item.captions]}
    assert isinstance(node, Word | Prefix | Fuzzy | Phrase | Near)
    wanted = texts[node.field] if node.field else texts["title"] + texts["body"]
    return any(_in_text(node, text) for text in wanted)


_WORDS = st.sampled_from(
    ["tunda", "menunda", "penundaan", "paspor", "orang", "orang-orang", "non-prosedural",
     "nonprosedural", "non", "prosedural", "21/2007", "pelaku", "melakukan", "a", "Jum'at"]
)  # fmt: skip
_TEXTS = st.lists(_WORDS, max_size=7).map(" ".join)
_ARTICLES = st.lists(
    st.tuples(_TEXTS, _TEXTS, _TEXTS, st.sampled_from([None, "2024-02-03", "2024-03-01"])),
    min_size=1,
    max_size=5,
)
_LEAVES = st.one_of(
    _WORDS,
    _WORDS.map("={}".format),
    st.sampled_from(["tund*", "p*", "paspr~1", "menuda~2", "published:2024-02", "published:none"]),
    st.tuples(_WORDS, _WORDS).map('"{0[0]} {0[1]}"'.format),
    st.tuples(_WORDS, _WORDS).map('"{0[0]} {0[1]}"~2'.format),
    st.tuples(_WORDS, _WORDS).map("({0[0]} NEAR/2 {0[1]})".format),
    _WORDS.map("title:{}".format),
    st.tuples(_WORDS, _WORDS).map('body:"{0[0]} {0[1]}"'.format),
)
_QUERIES = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("({0[0]} {0[1]})".format),
        st.tuples(inner, inner).map("({0[0]} OR {0[1]})".format),
        inner.map("NOT {}".format),
    ),
    max_leaves=5,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(_ARTICLES, st.lists(_QUERIES, min_size=12, max_size=12))
def test_the_same_articles_as_the_definition(
    tmp_path_factory: pytest.TempPathFactory,
    texts: list[tuple[str, str, str, str | None]],
    queries: list[str],
) -> None:
    folder = tmp_path_factory.mktemp("oracle")
    articles = [
        article(number, body, title=title, captions=(caption,), published=day)
        for number, (title, body, caption, day) in enumerate(texts)
    ]
    create_index(folder)
    half = len(articles) // 2
    write_articles(folder, [article(0, "tunda paspor"), *articles[1 : half + 1]])
    write_articles(folder, [articles[0], *articles[half + 1 :]])  # a second segment, a change
    searcher = Searcher(folder)
    for query in queries:
        node = parse(query).node
        expected = {item.id for item in articles if holds(node, item)}
        for sort in ("relevance", "newest"):
            found = searcher.search(parse(query), sort=sort)
            assert set(found.ids) == expected, query
            assert found.total == len(found.ids) == len(expected)
    searcher.close()


def test_forms_of_a_word_are_found_and_its_own_form_comes_first(
    build: Callable[..., Searcher],
) -> None:
    searcher = build(
        article(1, "menunda paspor"), article(2, "penundaan paspor"), article(3, "lain")
    )
    assert ids(searcher, "penundaan") == ["2", "1"]
    assert ids(searcher, "=penundaan") == ["2"]


def test_a_word_in_the_title_counts_more(build: Callable[..., Searcher]) -> None:
    searcher = build(
        article(1, "imigrasi dan lain lain", title="Berita"),
        article(2, "dan lain lain lagi", title="Imigrasi"),
    )
    assert ids(searcher, "imigrasi") == ["2", "1"]
    assert ids(searcher, "judul:imigrasi") == ["2"]
    assert ids(searcher, "isi:imigrasi") == ["1"]


def test_a_prefix_is_ranked(build: Callable[..., Searcher]) -> None:
    searcher = build(article(1, "tunda " + "kata " * 30), article(2, "tundaan tunda tunda kata"))
    assert ids(searcher, "tund*") == ["2", "1"]


def test_accents_count_when_asked(build: Callable[..., Searcher]) -> None:
    searcher = build(article(1, "café"), article(2, "cafe"))
    assert sorted(ids(searcher, "café")) == ["1", "2"]
    assert ids(searcher, "=café") == ["1"]


def _mentioned(name: str) -> tuple[Mention, ...]:
    return (Mention("body", 0, len(name), name),)


def test_a_place_with_all_that_lies_in_it(build: Callable[..., Searcher]) -> None:
    kupang = Place("Kupang", _mentioned("Kupang"), "Nusa Tenggara Timur")
    village = Place("Sukorame", _mentioned("Sukorame"), "Gandus")
    myawaddy = Place("Myawaddy", _mentioned("Myawaddy"))
    searcher = build(
        article(1, "x", annotations=Annotations(places=(kupang,))),
        article(2, "y", annotations=Annotations(places=(village,))),
        article(3, "z", annotations=Annotations(places=(myawaddy,))),
    )
    assert ids(searcher, "tempat:ntt") == []
    assert ids(searcher, "tempat:ntt+") == ["1"]
    assert ids(searcher, "tempat:kupang+") == ["1"]
    assert ids(searcher, 'tempat:"nusa tenggara timur"+') == ["1"]
    assert ids(searcher, "tempat:palembang+,myawaddy") == ["2", "3"]
    assert ids(searcher, "tempat:sumatera+") == ["2"]
    assert sorted(ids(searcher, "tempat:indonesia+")) == ["1", "2"]
    assert sorted(ids(searcher, 'tempat:"asia tenggara"+')) == ["1", "2", "3"]
    assert ids(searcher, "tempat:burma+") == ["3"]


def test_names(build: Callable[..., Searcher]) -> None:
    kemlu = Agency("Kementerian Luar Negeri", _mentioned("Kemlu"))
    kanim = Agency(
        "Kantor Imigrasi Batam", _mentioned("Imigrasi Batam"), parent="Direktorat Jenderal Imigrasi"
    )
    person = Person("Agus Andrianto", _mentioned("Agus"), role="Menteri Imigrasi")
    law = Law("UU 21/2007", _mentioned("Undang-Undang Nomor 21 Tahun 2007"), ("2", "10"))
    searcher = build(
        article(
            1, "x", outlet="Detik.com", annotations=Annotations(agencies=(kemlu,), laws=(law,))
        ),
        article(
            2, "y", outlet="Kompas", annotations=Annotations(agencies=(kanim,), people=(person,))
        ),
        article(3, "z"),
    )
    assert ids(searcher, "lembaga:imigrasi") == ["2"]
    assert ids(searcher, 'lembaga:"Kementerian Luar Negeri"') == ["1"]
    assert ids(searcher, "lembaga:kemlu") == ["1"]
    assert ids(searcher, 'lembaga:"direktorat jenderal imigrasi"') == []
    assert ids(searcher, 'lembaga:"direktorat jenderal imigrasi"+') == ["2"]
    assert ids(searcher, "lembaga:ditjenim+,kemlu") == ["1", "2"]
    assert ids(searcher, "lembaga:kemenimipas+") == ["2"]
    assert ids(searcher, "lembaga:polri+") == []
    assert ids(searcher, "lembaga:imig*") == ["2"]
    assert ids(searcher, 'tokoh:"agus andrianto" peran:menteri') == ["2"]
    assert sorted(ids(searcher, "sumber:detik,kompas")) == ["1", "2"]
    assert ids(searcher, "sumber:detik.com") == ["1"]
    assert ids(searcher, "uu:21/2007") == ["1"]
    assert ids(searcher, 'uu:"UU Nomor 21 Tahun 2007"') == ["1"]
    assert ids(searcher, "pasal:10") == ["1"]
    assert ids(searcher, "-sumber:*") == ["3"]
    inside = searcher.search(parse('lembaga:"luar negeri"'))
    assert inside.total == 1
    assert any("names that contain it" in note.message for note in inside.diagnostics)


def test_an_outlet_is_found_by_its_beginning(build: Callable[..., Searcher]) -> None:
    names = ("detikcom", "TribunPontianak.co.id", "CNN Indonesia", "Kompas.com", "Harian Jawa-Pos")
    searcher = build(*(article(number, "x", outlet=name) for number, name in enumerate(names, 1)))
    for query, found in {
        "detik": "1", "detik.com": "1", "Detik*": "1", "tribun": "2", "tribunpontianak.co": "2",
        "cnn": "3", "cnnindonesia": "3", "cnn-indo": "3", "indonesia": "3", "kompas.com": "4",
        "kompascom": "4", "jawapos": "5", "jawa-pos": "5", "harianjawa": "5", '"kompas.com"': "4",
        '"indonesia"': "3", '"CNN Indonesia"': "3",
    }.items():  # fmt: skip
        assert ids(searcher, f"outlet:{query}") == [found], query
    for query in ("etik", "pontianak", "nindonesia", '"detik"', '"kompascom"', '"cnn indo"'):
        assert ids(searcher, f"outlet:{query}") == [], query
    assert sorted(ids(searcher, "outlet:detik,kompas")) == ["1", "4"]
    assert len(ids(searcher, "outlet:*")) == len(names)


def test_advice_on_names(build: Callable[..., Searcher]) -> None:
    kemlu = Agency("Kementerian Luar Negeri", _mentioned("Kemlu"))
    notes = Annotations(agencies=(kemlu,))
    searcher = build(
        article(1, "penyelundupan paspor", outlet="detikcom", annotations=notes),
        article(2, "paspor", title="korban", outlet="CNN Indonesia"),
    )
    for query, said in {
        "outlet:zzz": "zzz stands in no outlet",
        "sumber:zz*": "zz* stands in no outlet",
        "lembaga:xyz": "xyz stands in no agency",
        "uu:22/2007": "22/2007 stands in no law",
        "lembaga:kemlo": "kemlo stands in no agency; perhaps kemlu?",
        "lembaga:kementrian": "kementrian stands in no agency; perhaps kementerian?",
        'lembaga:"kementrian luar negeri"':
            "kementrian luar negeri stands in no agency; perhaps kementerian luar negeri?",
        "outlet:detikcmo": "detikcmo stands in no outlet; perhaps detikcom?",
        "outlet:dteik": "dteik stands in no outlet; perhaps detikcom?",
        "outlet:cnnindonsia": "cnnindonsia stands in no outlet; perhaps cnnindonesia?",
        "penyelundop~1": "penyelundop~1 stands in no article",
        "zzzz~1": "zzzz~1 stands in no article",
        "paspr~1 judul:pasppr~1": "pasppr~1 stands in no title",
        "outlet:zzz paspor": "zzz stands in no outlet",
    }.items():  # fmt: skip
        (note,) = searcher.search(parse(query)).diagnostics
        assert note.message == said
        assert note.end > note.start
    both = searcher.search(parse("outlet:zzz OR lembaga:zzz")).diagnostics
    assert [note.message for note in both] == [
        "zzz stands in no outlet", "zzz stands in no agency",
    ]  # fmt: skip
    assert searcher.search(parse("-outlet:zzz outlet:detik")).diagnostics == ()


def test_what_the_database_answers(build: Callable[..., Searcher]) -> None:
    searcher = build(article(1, "a b"), article(2, "a"), article(3, "a"))
    assert ids(searcher, "figure:victims>3") == ["1"]
    assert sorted(ids(searcher, "a -angka:korban")) == ["2", "3"]
    assert sorted(ids(searcher, "period:2024 OR figure:victims")) == ["1", "2"]
    assert sorted(ids(searcher, "tag:penting")) == ["1", "2"]
    assert ids(searcher, "tag:lain") == []


def test_dates_at_their_precision(build: Callable[..., Searcher]) -> None:
    searcher = build(
        article(1, "x", published="2024-03-05T10:00:00+07:00"),
        article(2, "x", published="2024-03"),
        article(3, "x", published="2024"),
        article(4, "x"),
    )
    assert sorted(ids(searcher, "published:2024")) == ["1", "2", "3"]
    assert sorted(ids(searcher, "published:2024-03")) == ["1", "2"]
    assert ids(searcher, "published:2024-03-05") == ["1"]
    assert ids(searcher, "published:none") == ["4"]
    assert ids(searcher, "published:2024-04..") == []


def test_orders(build: Callable[..., Searcher]) -> None:
    searcher = build(
        article(1, "x", title="Beta", published="2024-01-01", outlet="b"),
        article(2, "x", title="alfa", published="2025-01-01", outlet="b"),
        article(3, "x", outlet="a"),
        article(4, "x", title="Alfa", published="2025-01-01"),
    )
    assert ids(searcher, "x", sort="newest") == ["2", "4", "1", "3"]
    assert ids(searcher, "x", sort="oldest") == ["1", "2", "4", "3"]
    assert ids(searcher, "x", sort="title") == ["2", "4", "1", "3"]
    assert ids(searcher, "x", sort="outlet") == ["3", "2", "1", "4"]
    assert ids(searcher, "*") == ["2", "4", "1", "3"]
    with pytest.raises(ValueError, match="no order"):
        ids(searcher, "x", sort="best")


def test_pages_put_together_are_the_whole(build: Callable[..., Searcher]) -> None:
    searcher = build(*(article(n, "korban " * (n % 4 + 1) + "lain " * (n % 3)) for n in range(30)))
    for sort in ("relevance", "newest", "title"):
        whole = ids(searcher, "korban", sort=sort)
        pages = [ids(searcher, "korban", sort=sort, limit=7, offset=at) for at in range(0, 30, 7)]
        assert [one for page in pages for one in page] == whole
    assert searcher.search(parse("korban"), limit=0).total == 30


def test_a_failed_query_finds_nothing(build: Callable[..., Searcher]) -> None:
    searcher = build(article(1, "bar"))
    assert ids(searcher, "foo:bar") == []
    assert ids(searcher, "NOT *") == []


def test_advice(build: Callable[..., Searcher]) -> None:
    searcher = build(article(1, "imigrasi menunda paspor"), article(2, "korban"))
    (note,) = searcher.search(parse("imigrsi")).diagnostics
    assert "imigrsi stands in no article; perhaps imigrasi?" in note.message
    assert (note.start, note.end) == (0, 7)
    notes = searcher.search(parse("paspor korban")).diagnostics
    assert any("1 without paspor" in note.message for note in notes)
    notes = searcher.search(parse("paspor published:1990")).diagnostics
    assert any("published:1990 finds no article" in note.message for note in notes)
    assert searcher.search(parse("paspor")).diagnostics == ()


def test_changes_are_seen(build: Callable[..., Searcher], tmp_path: Path) -> None:
    searcher = build(article(1, "lama"), article(2, "tetap"))
    assert ids(searcher, "lama") == ["1"]
    write_articles(tmp_path / "index", [article(1, "baru menunda")], removed=["0002", "7777"])
    assert ids(searcher, "lama") == []
    assert ids(searcher, "baru") == ["1"]
    assert ids(searcher, "penundaan") == ["1"]
    assert ids(searcher, "*") == ["1"]


def test_ids_stay_unique(build: Callable[..., Searcher], tmp_path: Path) -> None:
    searcher = build(article(1, "satu"), article(1, "dua"))
    write_articles(tmp_path / "index", [article(1, "tiga")], removed=["0001"])
    write_articles(tmp_path / "index", [article(1, "tiga"), article(1, "empat")])
    assert ids(searcher, "*") == ["1"]
    assert ids(searcher, "tiga") == ["1"]


def test_an_error_while_writing_leaves_the_index_as_it_was(
    build: Callable[..., Searcher], tmp_path: Path
) -> None:
    searcher = build(article(1, "satu"))

    def broken() -> object:
        yield article(2, "dua")
        raise RuntimeError("source")

    with pytest.raises(RuntimeError, match="source"):
        write_articles(tmp_path / "index", broken())  # type: ignore[arg-type]
    assert ids(searcher, "*") == ["1"]
    write_articles(tmp_path / "index", [article(2, "dua")])
    assert sorted(ids(searcher, "*")) == ["1", "2"]


def test_a_search_can_be_taken_back(build: Callable[..., Searcher]) -> None:
    searcher = build(*(article(n, "korban") for n in range(5)))
    with pytest.raises(Cancelled):
        searcher.search(parse("korban"), cancelled=lambda: True)
    assert searcher.search(parse("korban")).total == 5


@pytest.mark.parametrize("harm", ["missing", "empty", "cut", "foreign", "junk"])
def test_a_damaged_index_is_told(tmp_path: Path, harm: str) -> None:
    folder = tmp_path / "index"
    if harm != "missing":
        create_index(folder)
        write_articles(folder, [article(n, "korban paspor") for n in range(20)])
        for file in folder.iterdir():
            if harm == "empty" or (harm == "junk" and file.suffix != ".toc"):
                file.write_bytes(b"" if harm == "empty" else os.urandom(3000))
            elif harm == "cut" and file.suffix != ".toc":
                file.write_bytes(file.read_bytes()[:100])
            elif harm == "foreign" and file.suffix == ".toc":
                file.write_bytes(pickle.dumps({"other": 1}))
    with pytest.raises(IndexUnusable):
        Searcher(folder).search(parse("korban"))


def test_a_folder_that_everybody_may_write_is_refused(tmp_path: Path) -> None:
    create_index(tmp_path / "index")
    (tmp_path / "index").chmod(0o777)
    with pytest.raises(IndexUnusable, match="everybody"):
        open_index(tmp_path / "index")


def test_two_writers_do_not_meet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.search.writing._WAIT", 0.2)
    create_index(tmp_path / "index")
    writer = open_index(tmp_path / "index").writer()
    with pytest.raises(IndexBusy):
        write_articles(tmp_path / "index", [article(1, "x")])
    writer.cancel()
    write_articles(tmp_path / "index", [article(1, "x")])


def test_threads_with_a_searcher_each(build: Callable[..., Searcher], tmp_path: Path) -> None:
    build(*(article(n, f"korban kata{n} paspor") for n in range(60)))
    wrong: list[object] = []

    def work() -> None:
        searcher = Searcher(tmp_path / "index")
        for number in range(60):
            if searcher.search(parse(f'"korban kata{number}"')).total != 1:
                wrong.append(number)
        searcher.close()

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
