# ruff: noqa: E501  (pages keep the lines that they have)
"""Web pages: encodings, metadata and its order, hostile pages, and life without the extra."""

from __future__ import annotations

import json
import socket
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Problem, SourceRecord
from index.sources import read_sources
from index.sources.html import MISSING, NO_ARTICLE, TOO_ODD, read_html
from index.sources.lines import EMPTY
from index.sources.page_titles import part_outlet

FIRST = "Petugas menunda keberangkatan sembilan orang yang diduga akan bekerja di luar negeri."
SECOND = "Mereka mengaku hendak berlibur, tetapi tidak membawa tiket pulang ke Indonesia – katanya."
BODY = f"<article><p>{FIRST}</p><p>{SECOND}</p></article>"


def page(head: str = "", body: str = BODY) -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def linked(**node: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def read(html: str | bytes) -> SourceRecord:
    (found,) = list(read_html(html.encode() if isinstance(html, str) else html, "a.html"))
    assert isinstance(found, SourceRecord), found
    return found


def where(record: SourceRecord) -> dict[str, str]:
    return {origin.field: origin.where for origin in record.origins}


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml", "a.txt", "a", "a.php", "a.xml"])
@pytest.mark.parametrize(
    "start",
    [
        "<!DOCTYPE html>",
        "\ufeff  \n<!doctype HTML PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x.dtd'>",
        "<?xml version='1.0' encoding='utf-8'?>\n<!-- saved --><!DOCTYPE html>",
        "",
    ],
)
def test_a_page_is_known_by_its_name_or_its_beginning(
    tmp_path: Path, name: str, start: str
) -> None:
    path = tmp_path / name
    path.write_text(f"{start}<html><body>{BODY}</body></html>", encoding="utf-8")
    (found,) = read_sources([path])
    assert isinstance(found, SourceRecord)
    assert found.text == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize("text", ["<htmlx> teks", "teks <html>", "< html>", "<p>teks</p>"])
def test_text_with_a_tag_is_no_page(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text)
    assert list(read_sources([path])) == [SourceRecord(str(path), text)]


@pytest.mark.parametrize(
    "data",
    [
        page("<meta charset=utf-8>").encode(),
        page().encode("utf-16"),
        page().encode("utf-16-le"),
        page("<meta charset='windows-1252'>").encode("cp1252"),
        page("<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>").encode("cp1252"),
        # What a page declares is wrong where it is UTF-8 without a flaw.
        page("<meta charset='iso-8859-1'>").encode(),
        page("<meta charset='utf-7'>").encode(),
        page("<meta charset='windows-1251'>", BODY.replace("–", "Б")).encode("cp1251"),
    ],
)  # fmt: skip
def test_encodings_that_are_declared_or_certain(data: bytes) -> None:
    assert read(data).text.replace("Б", "–") == f"{FIRST}\n{SECOND}"


def test_an_encoding_that_is_guessed_is_said() -> None:
    problem, found = read_html(page("<meta charset='zlib_codec'>").encode("cp1252"), "a.html")
    assert problem == Problem("a.html", "is not UTF-8; read as Windows-1252")
    assert isinstance(found, SourceRecord)
    assert SECOND in found.text


JSON_LD = {
    "@type": "NewsArticle",
    "headline": "Judul satu",
    "datePublished": "2025-01-01T10:00:00+07:00",
    "author": {"@type": "Person", "name": "Siti Aminah"},
    "publisher": {"name": "Satu"},
    "url": "https://satu.example/berita",
}
OPEN_GRAPH = """<meta property="og:title" content="Judul dua"><meta property="og:site_name"
content="Dua"><meta property="article:published_time" content="2025-02-02">
<meta property="article:author" content="https://facebook.example/siti">
<meta property="og:url" content="https://dua.example/berita">"""
META = """<meta name="author" content="Budi Santoso"><meta name="publisher" content="Tiga">
<meta name="pubdate" content="2025-03-03"><meta name="title" content="Judul tiga">"""
REST = """<title>Judul empat | Empat News</title><link rel="canonical"
href="https://empat.example/berita">"""


def test_the_order_of_origins() -> None:
    time = f'<h1>Judul lima</h1><time datetime="2025-05-05">lama</time>{BODY}'
    head = linked(**JSON_LD) + OPEN_GRAPH + META + REST
    record = read(page(head, time))
    assert (record.title, record.published, record.outlet) == (
        "Judul satu", "2025-01-01T10:00:00+07:00", "Satu",
    )  # fmt: skip
    assert set(where(record).values()) == {"JSON-LD"}
    record = read(page(OPEN_GRAPH + META + REST, time))
    assert (record.title, record.published, record.outlet, record.url) == (
        "Judul dua", "2025-02-02", "Dua", "https://dua.example/berita",
    )  # fmt: skip
    # A profile's address is no name.
    assert (record.author, where(record)["author"]) == ("Budi Santoso", "meta")
    record = read(page(META + REST, time))
    assert (record.title, record.published, record.outlet) == ("Judul tiga", "2025-03-03", "Tiga")
    assert (record.url, where(record)["url"]) == ("https://empat.example/berita", "canonical link")
    record = read(page(REST, time))
    assert (record.title, where(record)["title"]) == ("Judul empat | Empat News", "title")
    assert (record.published, where(record)["published"]) == ("2025-05-05", "time")
    record = read(page("", time))
    assert (record.title, where(record)["title"]) == ("Judul lima", "heading")


@pytest.mark.parametrize(
    "block",
    [
        [JSON_LD],
        {"@graph": [{"@type": "Organization", "name": "X"}, JSON_LD]},
        {"@type": "WebPage", "name": "no", "mainEntity": {"a": [JSON_LD]}},
        [{"@type": "ItemList", "itemListElement": []}, {**JSON_LD, "@type": ["Thing", "Article"]}],
        {**JSON_LD, "@type": "https://schema.org/NewsArticle", "author": "Siti Aminah"},
        {**JSON_LD, "author": ["Siti Aminah"], "headline": "Judul  satu\n"},
        {"@graph": [{**JSON_LD, "author": {"@id": "#s"}}, {"@id": "#s", "name": "Siti Aminah"}]},
        [{"@type": "WebPage", "datePublished": JSON_LD["datePublished"]},
         {key: value for key, value in JSON_LD.items() if key != "datePublished"}],
    ],
)  # fmt: skip
def test_every_form_of_json_ld(block: object) -> None:
    for text in (json.dumps(block), f"<!-- {json.dumps(block)} -->", json.dumps(block) + ";"):
        record = read(page(f'<script type="application/ld+json">{text}</script>'))
        assert (record.title, record.author, record.outlet) == ("Judul satu", "Siti Aminah", "Satu")
        assert (record.url, record.published) == (JSON_LD["url"], JSON_LD["datePublished"])


def test_of_several_articles_that_of_the_page_counts() -> None:
    other = {**JSON_LD, "headline": "Lain", "url": "https://satu.example/lain"}
    head = linked(**other) + linked(**JSON_LD)
    canonical = '<link rel="canonical" href="https://satu.example/berita">'
    assert read(page(head + canonical)).title == "Judul satu"


def test_values_that_are_none_are_passed_over() -> None:
    node = {**JSON_LD, "datePublished": "kemarin?", "author": "Admin", "url": "https://satu.example/",
            "publisher": {"name": "PT Satu Media Nusantara"}}  # fmt: skip
    record = read(page(linked(**node) + OPEN_GRAPH + META))
    assert (record.published, record.author, record.outlet, record.url) == (
        "2025-02-02", "Budi Santoso", "Dua", "https://dua.example/berita",
    )  # fmt: skip


def test_what_only_the_page_shows() -> None:
    body = """<h1>Judul lima berita</h1><div class="tanggal">Selasa, 20 Mei 2025 | 13:31 WIB</div>
    <span class="author">Siti Aminah</span>"""
    record = read(page("<title>Judul lima berita - Lima News</title>", body + BODY))
    assert (record.published, where(record)["published"]) == (
        "Selasa, 20 Mei 2025 | 13:31 WIB",
        "page",
    )
    assert (record.author, where(record)["author"]) == ("Siti Aminah", "byline")
    assert (record.title, record.outlet) == ("Judul lima berita", "Lima News")
    saved = "<!-- saved from url=(0042)https://lima.example/berita/1 -->" + page()
    assert (read(saved).url, where(read(saved))["url"]) == (
        "https://lima.example/berita/1",
        "saved page",
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Judul - Kompas.com", ("Judul", "Kompas.com")),
        ("Judul Halaman all - Kompas.com", ("Judul", "Kompas.com")),
        ("Judul - Halaman 2 - Suara Kita", ("Judul", "Suara Kita")),
        ("Judul | Republika", ("Judul", "Republika")),
        ("Judul - Nasional Tempo.co", ("Judul", "Nasional Tempo.co")),
        ("TPPO di Batam - Empat Tersangka Ditahan", ("TPPO di Batam - Empat Tersangka Ditahan", None)),
        ("Suara Kita - Judul", ("Judul", "Suara Kita")),
        ("Kasus TPPO di Batam Diusut - Koran X", ("Kasus TPPO di Batam Diusut", "Koran X")),
        ("Blog X: Kasus TPPO di Batam Diusut", ("Kasus TPPO di Batam Diusut", "Blog X")),
        ("", ("", None)),
        (" - | - ", None),
    ],
)  # fmt: skip
def test_titles_are_parted_from_outlets(
    title: str, expected: tuple[str, str | None] | None
) -> None:
    found = part_outlet(title, {"suarakita"}, ["Kasus TPPO di Batam Diusut"])
    assert expected is None or found == expected


def test_no_text_falls_back_to_what_the_page_has() -> None:
    text = f"{FIRST}\n\n<p>{SECOND}</p>"
    empty = page(linked(**JSON_LD, articleBody=text), "<div id=app></div>")
    assert read(empty).text == f"{FIRST}\n{SECOND}"
    nested = "<div>" * 600 + "<nav><p>Menu dengan banyak kata di dalamnya ini</p></nav>" + BODY
    assert read(page("", nested)).text == f"{FIRST}\n{SECOND}"
    many = BODY + "<i></i>" * 21_000
    assert read(page("", many)).text == f"{FIRST}\n{SECOND}"


def test_captions_of_other_articles_stay_out() -> None:
    figure = "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>"
    body = f"""<main><div>{figure.format("Petugas di pelabuhan")}</div><div class=isi>{BODY}</div>
    <div class="related-posts">{figure.format("Pasar pagi yang ramai")}</div></main>
    <aside>{figure.format("Iklan sepatu murah sekali")}</aside>
    <a href=/x>{figure.format("Berita yang lain lagi")}</a>"""
    assert read(page("", body)).text == f"Foto: Petugas di pelabuhan\n{FIRST}\n{SECOND}"


def test_lists_of_links_stay_out_and_lists_of_words_stay_in() -> None:
    links = "".join(f"<li><a href=/{n}>Judul berita lain nomor {n}</a></li>" for n in range(4))
    own = "<ul><li>Sembilan orang ditunda di pelabuhan</li><li>Dua orang <a href=/x>ditahan</a></li></ul>"
    body = BODY.replace("</article>", f"{own}<ul>{links}</ul></article>")
    assert read(page("", body)).text == (
        f"{FIRST}\n{SECOND}\n- Sembilan orang ditunda di pelabuhan\n- Dua orang ditahan"
    )


HOSTILE = {
    "empty": "",
    "doctype": "<!DOCTYPE html>",
    "frames": page("", "<frameset><frame src=x></frameset>"),
    "deep": page("", "<div>" * 100_000 + BODY),
    "unclosed": page("", "<b><i><u>" * 3_000 + BODY),
    "attributes": page("", "<p " + " ".join(f"a{n}=1" for n in range(40_000)) + f">{FIRST}</p>"),
    "quotes": page("", '<a b="' * 100_000),
    "angles": page("", "<a " * 100_000 + "<" * 100_000),
    "comments": page("", "<!--" * 100_000 + BODY),
    "scripts": page("", "<script>" * 50_000 + BODY),
    "brackets": page(linked(a=1).replace("1", "[" * 100_000)) + BODY,
    "bomb": "<!DOCTYPE html [<!ENTITY a 'aaaa'>" + "".join(
        f"<!ENTITY a{n} '&a{n - 1};&a{n - 1};&a{n - 1};'>" for n in range(1, 40)) + "]>"
        + f"<html><body><p>&a39;</p>{BODY}",
    "outside": '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body>'
        f"<p>&x; {FIRST}</p><p>{SECOND}</p>",
    "letters": page("", "a" * 500_000),
    "blanks": " " * 500_000 + page("", " " * 500_000 + BODY),
    "separators": page("<title>" + "- | " * 50_000 + "</title>"),
    "spans": page("", "<span class=published title=2025>x</span>" * 20_000 + BODY),
    "boxes": page("", "<div class=widget>" * 300 + "<a href=x>abc</a>" * 5_000),
    "captions": page("", "<div class=caption>" * 200 + BODY),
    "entities": page("", "&x" * 100_000 + "&#99999999999;&#0;&#xd800;"),
    "cut": page()[:120],
    "surrogates": page("", "<p>\udc80\ud800</p>" + BODY).encode("utf-8", "surrogatepass").decode("latin-1"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_read_or_is_a_problem(name: str) -> None:
    found = list(read_html(HOSTILE[name].encode(), "a.html"))
    assert found
    for item in found:
        if isinstance(item, SourceRecord):
            assert "root:" not in item.text
            assert "aaaaaaaaaaaa" not in item.text or name == "letters"
        else:
            assert item.reason in (EMPTY, NO_ARTICLE, TOO_ODD)


def test_null_bytes_and_scripts_leave_no_trace() -> None:
    body = f"<scr\0ipt>rahasia()</script><p>{FIRST}\0</p><style>p{{}}</style><p>{SECOND}</p>"
    record = read(page("", body + "<noscript>rahasia</noscript><template>rahasia</template>"))
    assert record.text == f"{FIRST}\n{SECOND}"


def test_a_page_over_the_limit_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(page("", "x" * 10_000_001))
    (found,) = read_sources([path])
    assert isinstance(found, Problem)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(
    ["<p>", "</p>", "<div class='caption'>", "</div>", "<article>", "<figcaption>", "<a href=x>", "<!--",
     "-->", "<script type='application/ld+json'>", "</script>", '{"@type":"Article","author":[{}]}', "\0",
     "<title>", "</title>", "<meta name=date content=2025>", "<table>", "<br>", "&amp;", "kata kata ", "\n",
     "<time datetime=2025-01-01>", "<h1>", "</html>", "<", ">", '"', "é"]), max_size=40))  # fmt: skip
def test_any_soup_is_read(pieces: list[str]) -> None:
    for item in read_html(("<html>" + "".join(pieces)).encode(), "a.html"):
        assert item.path == "a.html"


@pytest.fixture
def no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)


@pytest.mark.usefixtures("no_extra")
def test_without_the_extra_each_page_says_what_to_install(tmp_path: Path) -> None:
    for name in ("a.html", "b.txt"):
        (tmp_path / name).write_text(page())
    (tmp_path / "c.txt").write_text("isi")
    found = list(read_sources([tmp_path]))
    assert [item.reason for item in found if isinstance(item, Problem)] == [MISSING, MISSING]
    assert "pip install 'tppo-tui[html]'" in MISSING
    assert isinstance(found[2], SourceRecord)


def test_nothing_is_fetched_and_nothing_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    head = '<base href="http://127.0.0.1:9/"><link rel=stylesheet href="http://127.0.0.1:9/a.css">'
    body = '<iframe src="http://127.0.0.1:9/"></iframe><img src="http://127.0.0.1:9/a.png">'
    read(page(head, body + BODY))
    list(read_html(page("", "<p>x</p>").encode(), "a.html"))
    assert capsys.readouterr() == ("", "")
