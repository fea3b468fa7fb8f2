"""From a source's text to a clean article: the five samples, and each rule by its shape."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import seeds
from index.article import Credit, Origin, ReadArticle, SourceRecord
from index.reading import read_article
from index.reading.addresses import canonical_url, date_of_url
from index.reading.boilerplate import boilerplate
from index.reading.captions import photo_credit
from index.reading.cleaning import parted, readable
from index.reading.credits import author_name
from index.reading.dateline import read_dateline
from index.reading.outlets import outlet_named, outlet_of_url
from index.sources import read_sources
from tests.watch import comes_to_an_end

SAMPLES = Path(seeds.__file__).parent
GOLD: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "gold" / "seeds.yaml").read_text(encoding="utf-8")
)

FIRST = (
    "Petugas imigrasi di pelabuhan itu menunda keberangkatan dua belas orang yang diduga akan "
    "bekerja di luar negeri tanpa dokumen yang sah."
)
SECOND = (
    "Mereka mengaku dijanjikan upah tinggi oleh seorang perekrut yang mereka kenal lewat media "
    "sosial, kata kepala kantor setempat."
)
THIRD = '"Kami akan memeriksa perekrut itu dalam waktu dekat," ujarnya.'


def read(text: str, **fields: str) -> ReadArticle:
    article = read_article(SourceRecord(path="a.txt", text=text, **fields))
    assert article is not None
    return article


def page(*lines: str) -> str:
    return "\n\n".join(lines)


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["file"])
def test_samples(gold: dict[str, Any]) -> None:
    (record,) = (item for item in read_sources([SAMPLES / gold["file"]]))
    assert isinstance(record, SourceRecord)
    article = read_article(record)
    assert article is not None
    published = gold["published"]
    if isinstance(published, datetime):
        assert article.published is not None
        assert datetime.fromisoformat(article.published).timestamp() == published.timestamp()
        assert article.published.endswith("+07:00")
    else:
        assert article.published == str(published)
    for field in ("title", "outlet", "place", "author"):
        assert getattr(article, field) == gold[field], field
    assert article.captions == ((gold["caption"],) if gold["caption"] else ())
    assert article.body.startswith(gold["body_starts"])
    assert article.body.endswith(gold["body_ends"])
    everything = "\n".join((article.title or "", article.body, *article.captions))
    assert [mark for mark in gold["boilerplate"] if mark in everything] == []
    assert "\n\n" not in article.body


@pytest.mark.parametrize("number", range(5))
def test_samples_lose_no_paragraph_but_boilerplate(number: int) -> None:
    path = SAMPLES / GOLD[number]["file"]
    article = read(path.read_text(encoding="utf-8"))
    whole = "\n".join((article.body, article.title or "", *article.captions))
    for line in path.read_text(encoding="utf-8").splitlines():
        words = " ".join(line.replace("\xa0", " ").split())
        if len(words) > 120:
            assert words[60:100] in whole


def test_a_page_around_an_article_goes() -> None:
    article = read(
        page(
            "Beranda",
            "Beranda > Nasional > Hukum",
            "Trending",
            "Imigrasi Tunda Keberangkatan Dua Belas Calon Pekerja",
            "Kamis, 6 Maret 2025 | 09:15 WIB",
            "Penulis: Siti Aminah",
            "Editor: Budi",
            "Bagikan:",
            "BATAM, KabarPulau.com - " + FIRST,
            "Baca juga: Polisi Tangkap Perekrut Pekerja di Dumai",
            "ADVERTISEMENT",
            SECOND,
            "[Gambas:Video 20detik]",
            THIRD + " (sta/bud)",
            "Berita Terkait",
            "Warga Desa Sebelah Gelar Panen Raya",
            "Tinggalkan Komentar",
            "Copyright © 2025 KabarPulau.com. All Rights Reserved",
        )
    )
    assert article.title == "Imigrasi Tunda Keberangkatan Dua Belas Calon Pekerja"
    assert article.published == "2025-03-06T09:15:00+07:00"
    assert (article.author, article.place, article.outlet) == (
        "Siti Aminah",
        "Batam",
        "KabarPulau.com",
    )
    assert article.body == "\n".join((FIRST, SECOND, THIRD))
    assert {"related-line", "advertisement", "embed", "sign-off", "dateline"} <= {
        piece.rule for piece in article.removed
    }


def test_an_article_without_marks_stays_whole() -> None:
    text = "\n".join((FIRST, "Modus Perekrutan", SECOND, "1. Paspor", "2. Visa", THIRD))
    assert read(text, title="Judul").body == text


def test_a_heading_that_speaks_of_the_text_stays() -> None:
    heading = "Perekrut Menjanjikan Upah Tinggi di Luar Negeri"
    assert heading in read(page(FIRST, heading, SECOND), title="Judul").body


def test_a_title_of_another_article_between_paragraphs_goes() -> None:
    other = "Mahasiswa Gelar Lomba Perahu Hias Sambut Hari Jadi Kota"
    assert other not in read(page(FIRST, other, SECOND), title="Judul").body


def test_a_mark_of_the_tail_does_not_cut_prose_behind_it() -> None:
    article = read(page(FIRST, "Berita Terkait", SECOND, THIRD), title="Judul")
    assert article.body == "\n".join((FIRST, SECOND, THIRD))


def test_the_record_wins_over_the_text() -> None:
    article = read(
        "JAKARTA, KOMPAS.com - " + FIRST,
        title="Judul dari Catatan",
        published="Fri, 31 Jan 2025 10:00:00 +0700",
        outlet="detik",
        url="https://news.detik.com/berita/d-1/judul?utm_source=x&id=2#atas",
        author="Penulis: Siti Aminah | Editor: Budi",
    )
    assert article == ReadArticle(
        title="Judul dari Catatan",
        body=FIRST,
        outlet="detikcom",
        published="2025-01-31T10:00:00+07:00",
        place="Jakarta",
        author="Siti Aminah",
        url="https://news.detik.com/berita/d-1/judul?id=2",
        removed=article.removed,
        section="news",
        credits=(Credit("author", "Siti Aminah"), Credit("editor", "Budi")),
        origins=(
            Origin("title", "record"),
            Origin("outlet", "record"),
            Origin("published", "record"),
            Origin("place", "dateline"),
            Origin("author", "record"),
            Origin("url", "record"),
        ),
    )


def test_a_title_that_the_body_repeats_is_not_repeated() -> None:
    article = read(
        page("Imigrasi tunda dua belas orang", FIRST), title="Imigrasi Tunda Dua Belas Orang"
    )
    assert article.body == FIRST


@pytest.mark.parametrize("text", ["", " \n ", "Advertisement\n\n[img.1]", "...", "12 / 5"])
def test_nothing_left(text: str) -> None:
    assert read_article(SourceRecord(path="a", text=text)) is None


@pytest.mark.parametrize(
    ("line", "place", "outlet"),
    [
        ("KAPUAS HULU, UNCAK .com - Isi", "Kapuas Hulu", "UNCAK .com"),
        ("Liputan6.com, Jakarta - Isi", "Jakarta", "Liputan6.com"),
        ("Jakarta (ANTARA) - Isi", "Jakarta", "ANTARA"),
        ("SURYA.co.id | SURABAYA - Isi", "Surabaya", "SURYA.co.id"),
        ("Jakarta, CNN Indonesia -- Isi", "Jakarta", "CNN Indonesia"),
        ("KOMPAS.com -Isi", None, "KOMPAS.com"),
        ("JAKARTA, KOMPAS.com – Isi", "Jakarta", "KOMPAS.com"),
        ("KONTAN.CO.ID - JAKARTA. Isi", "Jakarta", "KONTAN.CO.ID"),
        ("WASHINGTON DC, KOMPAS.com - Isi", "Washington DC", "KOMPAS.com"),
        ("Phnom Penh - Isi", "Phnom Penh", None),
        ("TANJUNG PINANG – Isi", "Tanjung Pinang", None),
    ],
)
def test_datelines(line: str, place: str | None, outlet: str | None) -> None:
    found = read_dateline(line)
    assert found is not None
    assert (found.place, found.outlet, line[found.end :].removeprefix("Isi")) == (place, outlet, "")


@pytest.mark.parametrize(
    "line",
    [
        "Indonesia - Malaysia sepakat menjaga perbatasan",
        "Petugas menunda dua orang - kata dia",
        "Batam - ",
        "TPPO adalah kejahatan",
        "Menurut Kompas.com, Jakarta sepi",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert read_dateline(line) is None


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("pergi ke Jakarta.Dia bilang", "pergi ke Jakarta. Dia bilang"),
        ("pada 2024.Dia bilang", "pada 2024. Dia bilang"),
        ("orang (TPPO).Dia bilang", "orang (TPPO). Dia bilang"),
        ("katanya.Namun, ia pulang", "katanya. Namun, ia pulang"),
        ('pulang."Kami tahu," katanya', 'pulang. "Kami tahu," katanya'),
        ("apt. Ani, S.Farm.Apt dan Dr.Ir.Budi", "apt. Ani, S.Farm.Apt dan Dr.Ir.Budi"),
        ("berkas laporan.Pdf dan foto.Jpg itu", "berkas laporan.Pdf dan foto.Jpg itu"),
        ("di Batam dan Riau1. Korban2. Pelaku", "di Batam dan Riau 1. Korban 2. Pelaku"),
        ("yaitu: 1. Korban di Riau2. Pelaku", "yaitu: 1. Korban di Riau 2. Pelaku"),
        ("sembuh dari Covid19. Ia pulang", "sembuh dari Covid19. Ia pulang"),
        ("orang (imigran).Dia bilang", "orang (imigran). Dia bilang"),
        ("itu.“Kami tahu", "itu. “Kami tahu"),
        ("itu,” katanya.”Dia", "itu,” katanya.” Dia"),
        ('itu."Kami tahu," katanya', 'itu. "Kami tahu," katanya'),
        ('"Kami tahu itu."Dia pergi', '"Kami tahu itu." Dia pergi'),
        ("benar?Dia bilang", "benar? Dia bilang"),
        ("di detik.com dan Kompas.Com saja", "di detik.com dan Kompas.Com saja"),
        ("lihat https://a.id/satu.Dua ya", "lihat https://a.id/satu.Dua ya"),
        ("Budi, S.Sos, M.Hum dan M. Ali", "Budi, S.Sos, M.Hum dan M. Ali"),
        ("58.307 orang, pukul 10.15 WIB", "58.307 orang, pukul 10.15 WIB"),
    ],
)
def test_glued_sentences(glued: str, apart: str) -> None:
    assert parted(glued) == apart


def test_mojibake_is_undone_only_where_it_is_certain() -> None:
    assert readable("â€œKafÃ© iniâ€\x9d") == "“Kafé ini”"
    assert readable("SÃO PAULO – Kafé") == "SÃO PAULO – Kafé"


@pytest.mark.parametrize(
    "title",
    [
        "Baca juga: Polisi Tangkap Tiga Perekrut Pekerja di Dumai",
        "Baca Juga : Polisi Tangkap Tiga Perekrut Pekerja di Dumai",
        "BACA JUGA: Mengapa Banyak Warga Tertipu Lowongan Kerja?",
        "(Baca: polisi tangkap tiga perekrut)",
        "Baca: Polisi Tangkap Tiga Perekrut Pekerja di Dumai",
    ],
)
@pytest.mark.parametrize(
    "following",
    [
        "Menurut dia, korban dijanjikan gaji tinggi.",
        "Namun, korban tidak pernah menerima gaji.",
        "“Kami masih mencari perekrut yang membawa mereka ke sana,” katanya.",
        "Hal itu disampaikan kepala kantor pada Senin.",
    ],
)
def test_titles_inside_a_paragraph_go_and_the_sentence_stays(title: str, following: str) -> None:
    article = read(f"{FIRST} {title} {following} {SECOND}", title="Judul")
    assert article.body == f"{FIRST} {following} {SECOND}"


def test_where_a_title_ends_is_uncertain_its_last_words_stay() -> None:
    article = read(
        f"{FIRST} Baca juga: Rapat Perlindungan Pekerja Migran Digelar di Batam "
        f"Menteri Luar Negeri Budi mengatakan hal lain. {SECOND}",
        title="Judul",
    )
    assert "Menteri Luar Negeri Budi mengatakan hal lain." in article.body
    assert "Baca juga" not in article.body
    assert "Rapat Perlindungan Pekerja" not in article.body


def test_baca_juga_without_its_link_takes_nothing_with_it() -> None:
    article = read(f"{FIRST} Baca JugaSementara itu, korban sudah pulang. {SECOND}", title="J")
    assert "Sementara itu, korban sudah pulang." in article.body
    assert "Baca" not in article.body


@pytest.mark.parametrize(
    "sign",
    [
        "(imi/nt)",
        "[yat]",
        "(*)",
        "(Adb)",
        "*",
        "(far/vys) imigrasi tppo batam",
        "(K24)",
        "(Siti Aminah)",
        "*****",
    ],
)
def test_sign_offs(sign: str) -> None:
    assert read(f"{FIRST}\n{THIRD} {sign}", title="Judul").body == f"{FIRST}\n{THIRD}"


@pytest.mark.parametrize(
    "end", ["perdagangan orang (TPPO).", "ke Malaysia (Johor).", "(lihat tabel)."]
)
def test_brackets_that_are_no_sign_off(end: str) -> None:
    assert read(f"{FIRST}\n{SECOND[:-1]} {end}", title="Judul").body.endswith(end)


@pytest.mark.parametrize(
    "line",
    [
        "Simak Video 'Imigrasi Tunda Dua Belas Orang':",
        'Tonton juga video "Imigrasi Tunda Dua Belas Orang" di sini:',
        "SCROLL TO CONTINUE WITH CONTENT",
        "A post shared by Kabar (@kabar)",
        "Cek Berita dan Artikel yang lain di Google News",
        "Editor: Budi Santoso",
        "Halaman 1 2 Selanjutnya",
        "window.location.href = 'https://a.id';",
        "---",
    ],
)
def test_lines_of_the_page(line: str) -> None:
    article = read(page(FIRST, line, SECOND), title="Judul")
    assert article.body == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga bagaimana korban bisa pulang, kata dia, sebelum berangkat.",
        "Video itu ditonton ribuan orang dalam sehari.",
        "Ikuti prosedur yang sah, pesan kepala kantor itu.",
        "Kategori itu mencakup anak dan perempuan, katanya.",
        "Berita itu tidak benar, kata juru bicara kementerian.",
        "Editor film itu menjadi korban penipuan daring.",
        "Tidak ada komentar dari kepolisian hingga berita ini ditulis.",
        "Pelanggaran hak cipta itu dilaporkan ke kepolisian pada Senin.",
        "Warga dapat cek kabar lewat saluran WhatsApp kementerian.",
        "Lihat video itu, warga langsung melapor ke polisi.",
        "Halaman kantor imigrasi dipenuhi warga sejak pagi.",
    ],
)
def test_sentences_that_begin_like_lines_of_the_page_stay(line: str) -> None:
    assert line in read(page(FIRST, line, SECOND), title="Judul").body.split("\n")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Penulis : Redaksi", "Redaksi"),
        ("SITI AMINAH", "Siti Aminah"),
        ("By Siti Aminah - Kabar", "Siti Aminah"),
        ("Siti Aminah, Kompas.com", "Siti Aminah"),
        ("Siti Aminah, Budi", "Siti Aminah, Budi"),
        ("Olehman Siti", "Olehman Siti"),
        ("-", None),
        ("admin", None),
        (None, None),
    ],
)
def test_authors(said: str | None, name: str | None) -> None:
    assert author_name(said) == name


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://A.id/b?utm_source=x&fbclid=1&page=2#c", "https://a.id/b?page=2"),
        ("https://a.id/b?q=%C3%A9&r", "https://a.id/b?q=%C3%A9&r"),
        ("javascript:alert(1)", None),
        ("http://[", None),
        ("", None),
    ],
)
def test_urls(url: str, canonical: str | None) -> None:
    assert canonical_url(url) == canonical


def test_dates_of_urls() -> None:
    assert date_of_url("https://a.id/read/2025/11/04/1234/judul") == "2025-11-04"
    assert date_of_url("https://a.id/nasional/20250809141428-20-1/judul") == "2025-08-09"
    assert date_of_url("https://a.id/d-8168136/judul") is None


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("detik", "detikcom"),
        ("news.detik.com", "detikcom"),
        ("KOMPAS", "KOMPAS.com"),
        ("TRIBUNPONTIANAK.CO.ID", "TribunPontianak.co.id"),
        ("UNCAK .com", "Uncak.com"),
        ("lenterabanua.com", "lenterabanua.com"),
        ("Koran Kampung", "Koran Kampung"),
        ("unknown", None),
        ("", None),
    ],
)
def test_outlets(name: str, canonical: str | None) -> None:
    assert outlet_named(name) == canonical


def test_an_unknown_outlet_is_spelt_as_the_text_spells_it() -> None:
    assert outlet_named("KABARPULAU.COM", "kepada KabarPulau.com, Senin") == "KabarPulau.com"
    assert outlet_of_url("https://www.kabarpulau.com/a") == "kabarpulau.com"
    assert outlet_of_url("https://jogja.tribunnews.com/a") == "TribunJogja.com"


def test_photo_credits() -> None:
    assert photo_credit("TRIBUNX.CO.ID/SITI AMINAH") == (True, "SITI AMINAH")
    assert photo_credit("ANTARA FOTO/Siti Aminah") == (True, None)
    assert photo_credit("Petugas/pekerja datang.") == (False, None)


def test_rules_of_a_page_are_known_by_id() -> None:
    match = boilerplate().line("Penulis : Redaksi")
    assert match is not None
    assert (match.rule, match.author) == ("byline", "Redaksi")
    assert boilerplate().line(FIRST) is None


ODD = st.sampled_from(
    [
        *(
            "Baca juga: ",
            "Berita Terkait\n",
            "JAKARTA, A.com - ",
            "(imi/nt)",
            "\n",
            ".",
            '"',
            "“",
            " ",
        ),
        *(
            "Judul Panjang Sekali Ini Memang",
            FIRST,
            "Penulis: ",
            "Foto: ",
            "\\",
            "(",
            "[",
            "A",
            "5/6",
        ),
    ]
)
FIELD = st.one_of(st.none(), st.text(max_size=30))


@given(st.one_of(st.text(), st.lists(ODD).map("".join)), FIELD, FIELD, FIELD, FIELD, FIELD)
def test_nothing_raises(
    text: str,
    title: str | None,
    published: str | None,
    outlet: str | None,
    url: str | None,
    author: str | None,
) -> None:
    article = read_article(SourceRecord("a", text, None, title, published, outlet, url, author))
    if article is not None:
        assert article.body
        assert all(line and line == line.strip() for line in article.body.split("\n"))


@pytest.mark.parametrize(
    "piece",
    ["a", "1", '"', "A ", "A. ", "Baca juga: A ", "Aa Bb - ", "(", ". (", "a b-", "a. (b/c) ab "],
)
def test_long_repetitions_take_no_time(piece: str) -> None:
    with comes_to_an_end():
        read_article(SourceRecord("a", piece * (200_000 // len(piece))))


def test_a_call_in_brackets_goes_whole() -> None:
    call = "(Simak juga video wawancara: Budi Wibowo (1): Pola kerja berubah di Kanal TV)"
    article = read(f"{FIRST} {call} {SECOND}", title="J")
    assert "Simak" not in article.body
    assert "Kanal TV" not in article.body
    assert FIRST in article.body
    assert SECOND in article.body


def test_a_subject_that_the_text_has_named_ends_a_title_in_it() -> None:
    subject = "Pasar Murah Bank Anu Ramadhan 1439 H"
    title = "Budi Akan Tangkap 100 Orang Paling Nakal di Sana Kalau Jadi Lurah"
    article = read(f"Warga datang ke {subject}. Baca: {title} {subject} digelar di desa itu.",
                   title="J")  # fmt: skip
    # The last words of the title may stay, for they might be the article's.
    assert article.body.startswith(f"Warga datang ke {subject}. ")
    assert article.body.endswith(f"{subject} digelar di desa itu.")
    assert "Tangkap 100 Orang" not in article.body


def test_mojibake_is_mended_line_by_line_and_not_without_end() -> None:
    assert readable("Kata â€œpulangâ€\x9d saja") == "Kata \u201cpulang\u201d saja"
    with comes_to_an_end():
        readable("â€" * 100_000)
        readable("Ã© â€™ \n" * 30_000)


def test_many_short_lines_take_little_time() -> None:
    with comes_to_an_end():
        read_article(SourceRecord(path="x", text="a\n" * 30_000))


@pytest.mark.parametrize(
    "title", ["Polisi Tangkap Tiga Orang", 'Kata Polisi soal Tiga Orang Itu: "Sudah Dipulangkan"']
)
@pytest.mark.parametrize("body", ["Polisi menangkap tiga orang.", page(FIRST, SECOND)])
def test_a_title_that_leads_the_body_goes(tmp_path: Path, title: str, body: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: '{title}'\n---\n\n# {title}\n\n{body}\n", encoding="utf-8")
    (record,) = read_sources([path])
    assert isinstance(record, SourceRecord)
    printed = SourceRecord(path="a", text=f"{title.upper()}!\n{body}", title=title)
    for said in (record, printed):
        article = read_article(said)
        assert article is not None
        assert (article.title, article.body) == (title, body.replace("\n\n", "\n"))
        assert [piece.rule for piece in article.removed] == ["title-line"]


def test_a_body_that_is_only_its_title_stays() -> None:
    assert read("Polisi Tangkap Tiga Orang", title="Polisi Tangkap Tiga Orang").body
