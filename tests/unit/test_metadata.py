"""What is known of an article beside its text, which source is believed, and where it stood."""

from __future__ import annotations

from datetime import date

import pytest

from index.article import Credit, Origin, ReadArticle, SourceRecord
from index.reading import read_article
from index.reading.believed import believed
from index.reading.dateline import find_outlet_dateline, read_dateline
from index.reading.news_day import date_in_text
from index.reading.place_names import known_place, place_name
from index.reading.published import date_line
from tests.watch import comes_to_an_end

FIRST = (
    "Petugas imigrasi di pelabuhan itu menunda keberangkatan dua belas orang yang diduga akan "
    "bekerja di luar negeri tanpa dokumen yang sah."
)
TITLE = "Imigrasi Tunda Keberangkatan Dua Belas Calon Pekerja"


LONG = (
    "Petugas menunda keberangkatan dua belas orang yang diduga akan bekerja tanpa dokumen, kata "
    "kepala kantor imigrasi setempat."
)


def read(text: str, **fields: object) -> ReadArticle:
    article = read_article(SourceRecord(path="2025-01-01 Judul.txt", text=text, **fields))  # type: ignore[arg-type]
    assert article is not None
    return article


def origins(article: ReadArticle) -> dict[str, str]:
    return {origin.field: origin.where for origin in article.origins}


@pytest.mark.parametrize(
    ("line", "place", "outlet"),
    [
        ("KUPANG, KOMPAS.com - Isi", "Kupang", "KOMPAS.com"),
        ("Batam (ANTARA) - Isi", "Batam", "ANTARA"),
        ("Kuta, Bali (ANTARA News) - Isi", "Kuta", "ANTARA News"),
        ("JAKARTA, 20/5 (ANTARA) - Isi", "Jakarta", "ANTARA"),
        ("KUALA LUMPUR, Malaysia (AP) — Isi", "Kuala Lumpur", "AP"),
        ("JAKARTA -- Isi", "Jakarta", None),
        ("REPUBLIKA.CO.ID, JAKARTA -- Isi", "Jakarta", "REPUBLIKA.CO.ID"),
        ("Jakarta, CNN Indonesia - - Isi", "Jakarta", "CNN Indonesia"),
        ("BANGKALAN,BANGSAONLINE.com- Isi", "Bangkalan", "BANGSAONLINE.com"),
        ("jpnn.com - JAKARTA - Isi", "Jakarta", "jpnn.com"),
        ("KRJogja.com - Yogyakarta - Isi", "Yogyakarta", "KRJogja.com"),
        ("VIVA – Isi", None, "VIVA"),
        ("SURABAYA | Isi", "Surabaya", None),
        ("PONTIANAK, SP - Isi", "Pontianak", "SP"),
        ("JAKARTA/BATAM, KOMPAS.com - Isi", "Jakarta/Batam", "KOMPAS.com"),
        ("DKI JAKARTA, KOMPAS.com - Isi", "DKI Jakarta", "KOMPAS.com"),
        ("Lampung Utara, Lampung – Isi", "Lampung Utara", None),
        ("Jakarta, Selasa (20/5/2025) – Isi", "Jakarta", None),
        ("MYANMAR– Isi", "Myanmar", None),
        ("JAKARTA, KOMPAS.com Isi", "Jakarta", "KOMPAS.com"),
        ("JAKARTA - KOMPAS.com - Isi", "Jakarta", "KOMPAS.com"),
        ("Tim Redaksi JAKARTA, KOMPAS.com - Isi", "Jakarta", "KOMPAS.com"),
        ("KBRN, Jakarta: Isi", "Jakarta", "KBRN"),
        ("SURYA.co.id l LAMONGAN - Isi", "Lamongan", "SURYA.co.id"),
        ("Berita.com, JAKARTA-Isi", "Jakarta", "Berita.com"),
        ("Liputan6.com, Bandung Isi U-17", "Bandung", "Liputan6.com"),
        ("LESMO - Isi", "Lesmo", None),
    ],
)
def test_datelines(line: str, place: str | None, outlet: str | None) -> None:
    found = read_dateline(line)
    assert found is not None
    assert (found.place, found.outlet) == (place, outlet)
    assert line[found.end :].startswith("Isi")


@pytest.mark.parametrize(
    "line",
    [
        "Polisi - Isi",
        "Presiden - Isi",
        "ASEAN - Indonesia sepakat",
        "Malaysia - Indonesia sepakat",
        "Singapura - Malaysia sepakat",
        "Jakarta-Bandung - Isi",
        "RAZIA - Petugas melakukan razia",
        "PENANGKAPAN - Petugas datang",
        "RAPAT DAERAH - Bupati hadir",
        "Pasangan Budi - Siti menang",
        "Suara.com, Pelatih Timnas U-17 datang",
        "",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert read_dateline(line) is None


def test_a_dateline_inside_a_line_whose_ends_are_lost() -> None:
    found = find_outlet_dateline("Berita SurabayaSURYA.co.id | SURABAYA - Isi", 100)
    assert found is not None
    assert (found.place, found.outlet) == ("Surabaya", "SURYA.co.id")


@pytest.mark.parametrize(
    ("printed", "place"),
    [
        ("KAPUAS HULU", "Kapuas Hulu"),
        ("DKI JAKARTA", "DKI Jakarta"),
        ("Phnom Penh", "Phnom Penh"),
        ("RIO DE JANEIRO", "Rio de Janeiro"),
        ("COM. JAKARTA", "Jakarta"),
        (" , ", None),
        (None, None),
    ],
)
def test_capitals_of_places(printed: str | None, place: str | None) -> None:
    assert place_name(printed) == place


def test_known_places() -> None:
    assert all(map(known_place, ("Solo", "SOLO", "Kota Anu", "JAKARTA/BATAM", "Kamboja")))
    assert not any(map(known_place, ("ASEAN", "Polisi", "", " . ")))


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("2025-05-20", True),
        ("1945", True),
        ("1944-12-31", False),
        ("2026-07-20", True),
        ("2026-09-20", False),
        ("2031", False),
        ("nonsense", False),
    ],
)
def test_dates_that_are_believed(value: str, kept: bool) -> None:
    assert believed(value, date(2026, 7, 1)) == (value if kept else None)


def test_a_clock_that_has_stopped_makes_no_date_unbelievable() -> None:
    assert believed("2025-05-20", date(1970, 1, 1)) == "2025-05-20"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Selasa 20-05-2025,13:31 WIB", "2025-05-20T13:31:00+07:00"),
        ("Kompas.com - 20/05/2025, 13:31 WIB", "2025-05-20T13:31:00+07:00"),
        ("detikNews - Selasa, 20 Mei 2025 13:31 WIB", "2025-05-20T13:31:00+07:00"),
        (
            "Terbit: 20 Mei 2025 13:31 WIB | Diperbarui: 21 Mei 2025 14:00 WIB",
            "2025-05-20T13:31:00+07:00",
        ),
        ("Diperbarui: 21 Mei 2025 | Terbit: 20 Mei 2025", "2025-05-20"),
        ("Rapat pada 20 Mei 2025", None),
        ("Mei 2025", None),
        ("31 Februari 2025", None),
    ],
)
def test_lines_that_hold_a_date(line: str, value: str | None) -> None:
    assert date_line(line) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Itu benar, kata dia, Rabu (21/6/2023).", "2023-06-21"),
        ("Pada Senin (19/6/2023) ia pergi. Itu benar, Rabu (21/6/2023).", "2023-06-21"),
        ("Mereka pergi pada Senin (19/6/2023).", "2023-06-19"),
        ("Mereka pergi pada Senin 19 Juni 2023.", "2023-06-19"),
        ("Mereka akan pergi pada Senin 19 Juni 2023.", None),
        ("Mereka pergi, Senin (19/6/2023) lalu. Itu benar, Rabu (21/6/2023).", "2023-06-21"),
        (
            '"Itu benar," kata dia pada Rabu, 21 Juni 2023. Ia pergi, Kamis (22/6/2023).',
            "2023-06-21",
        ),
        ("Saat ditemui pada Rabu (21/6/2023) ia diam. Itu salah, Jumat (23/6/2023).", "2023-06-21"),
        (
            "Ia bilang bahwa korban pergi pada Senin (19/6/2023). Itu benar, Rabu (21/6/2023).",
            "2023-06-21",
        ),
        (
            "Mereka akan berangkat, Sabtu (24/6/2023). Itu benar, kata dia, Rabu (21/6/2023).",
            "2023-06-21",
        ),
        ("Hari ini, 21 Juni 2023, mereka pulang.", "2023-06-21"),
        ('"Itu benar," kata dia kepada wartawan (21/6/2023).', "2023-06-21"),
        ("Harga emas hari ini (21/6/2023) turun.", "2023-06-21"),
        ("Perempuan itu lahir (21/6/1990) di Batam.", None),
        ("Itu benar, Rabu (21/6/23).", "2023-06-21"),
        ("Itu benar, Rabu petang (21/6/2023).", "2023-06-21"),
        ("Itu benar, Rabu Kliwon (21/6/2023).", "2023-06-21"),
        ("Kabar yang tayang Jumat (22/8/2025) itu salah.", None),
        ("Itu benar, Rabu ( 21 / 6 / 2023 ).", "2023-06-21"),
        ("Itu benar, Rabu (21/6).", None),
        ("Itu benar, 21 Juni 2023.", None),
        ("Itu benar, Rabu (21/6/2093).", None),
    ],
)
def test_the_day_of_the_news_in_its_text(text: str, value: str | None) -> None:
    assert date_in_text(text) == value


def test_the_order_in_which_dates_are_believed() -> None:
    page = f"{TITLE}\nRabu, 21 Mei 2025 10:15 WITA\n{FIRST}\n"
    page += f"{FIRST[:-1]}, kata dia, Kamis (22/5/2025)."
    url = "https://kabarpulau.com/2025/05/20/judul"
    article = read(page, published="2025-05-19", url=url)
    assert (article.published, origins(article)["published"]) == ("2025-05-19", "record")
    article = read(page, url=url)
    assert (article.published, origins(article)["published"]) == ("2025-05-20", "url")
    article = read(page)
    assert article.published == "2025-05-21T10:15:00+08:00"
    assert origins(article)["published"] == "header"
    article = read(page.replace("Rabu, 21 Mei 2025 10:15 WITA\n", ""))
    assert (article.published, origins(article)["published"]) == ("2025-05-22", "text")
    article = read(FIRST)
    assert article.published is None
    assert "published" not in origins(article)


def test_a_finer_time_of_the_same_day_is_taken() -> None:
    page = f"{TITLE}\nRabu, 21 Mei 2025 10:15 WIB\n{FIRST}"
    article = read(page, published="2025-05-21")
    assert article.published == "2025-05-21T10:15:00+07:00"
    url = "https://www.suara.com/news/2025/05/21/072048/judul"
    article = read(FIRST, published="2025-05-21", url=url)
    assert article.published == "2025-05-21T07:20:00+07:00"
    assert origins(article)["published"] == "url"
    assert read(page, published="2025-05-20").published == "2025-05-20"
    assert read(FIRST, published="Mei 2025").published == "2025-05"


def test_a_record_with_an_impossible_date_gives_way() -> None:
    url = "https://kabarpulau.com/2025/05/20/judul"
    assert read(FIRST, published="31/02/2025", url=url).published == "2025-05-20"
    assert read(FIRST, published="2093-01-01", url=url).published == "2025-05-20"


def test_what_the_text_alone_tells() -> None:
    article = read(
        "Tim detikcom - detikNews\nSelasa, 20 Mei 2025 13:31 WIB\n"
        f"Batam - {FIRST}\nPenulis: Siti Aminah | Editor: Budi Santoso"
    )
    assert (article.outlet, article.section, article.place) == ("detikcom", "news", "Batam")
    assert article.author == "Siti Aminah"
    assert article.credits == (Credit("author", "Siti Aminah"), Credit("editor", "Budi Santoso"))
    assert article.body == FIRST
    assert article.title is None
    assert origins(article) == {
        "outlet": "header",
        "published": "header",
        "place": "dateline",
        "author": "by-line",
    }


def test_a_source_tells_where_its_fields_stood() -> None:
    article = read(
        FIRST,
        title=TITLE,
        author="Siti Aminah",
        editor="Budi",
        section="Nasional",
        outlet="kabarpulau.com",
        origins=(Origin("title", "Open Graph"), Origin("author", "JSON-LD")),
    )
    assert origins(article) == {"title": "Open Graph", "author": "JSON-LD", "outlet": "record"}
    assert article.section == "nasional"
    assert article.credits == (Credit("author", "Siti Aminah"), Credit("editor", "Budi"))


def test_somebody_is_credited_once() -> None:
    article = read(f"{FIRST}\nReporter: Siti Aminah", author="Siti Aminah")
    assert article.credits == (Credit("author", "Siti Aminah"),)
    assert article.author == "Siti Aminah"


@pytest.mark.parametrize(
    "piece", ["A", "A-", "A, ", "Jakarta ", "JAKARTA/", "1/1/", "Senin (1", "B.co "]
)
def test_long_repetitions_come_to_an_end(piece: str) -> None:
    line = piece * (200_000 // len(piece))
    with comes_to_an_end():
        read_dateline(line)
        find_outlet_dateline(line, 260)
        date_line(line)
        date_in_text(line)


@pytest.mark.parametrize("behind", ["", f"\n{LONG}\n{LONG}"])
@pytest.mark.parametrize(
    ("line", "place", "outlet", "rest"),
    [
        ("Jakarta - Polisi menangkap tiga orang.", "Jakarta", None,
         "Polisi menangkap tiga orang."),
        ("BATAM, KOMPAS.com - Polisi membongkar jaringan.", "Batam", "KOMPAS.com",
         "Polisi membongkar jaringan."),
        ('Medan - "Mereka sudah pulang."', "Medan", None, '"Mereka sudah pulang."'),
    ],
)  # fmt: skip
def test_a_dateline_before_a_short_sentence(
    line: str, place: str, outlet: str | None, rest: str, behind: str
) -> None:
    for article in (read(line + behind), read(f"Tiga Orang Ditangkap Polisi\n{line}{behind}")):
        assert (article.place, article.outlet) == (place, outlet)
        assert article.body.removeprefix("Tiga Orang Ditangkap Polisi\n") == rest + behind


@pytest.mark.parametrize(
    "title",
    [
        "Polri - Kejagung Bahas TPPO",
        "Batam - Polisi Tangkap Tiga Orang",
        "Batam - Polisi Tangkap Tiga Orang!",
        "Jakarta - Johor: Jalur Lama Para Perekrut...",
        "Jakarta - Tangerang",
    ],
)
def test_the_first_words_of_a_title_are_no_dateline(title: str) -> None:
    article = read(f"{title}\n{LONG}")
    assert article.place is None
    assert title in (article.title or "", *article.body.split("\n"))


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Antrean masih panjang menurut pantauan CNNIndonesia.com di lokasi.", "CNN Indonesia"),
        ("Tiga cara itu dirangkum Okezone agar mudah dibaca semua orang.", "Okezone.com"),
        ("Dilansir detikINET dari sebuah media asing, gim itu ditunda.", "detikcom"),
        ("Kabar itu dikutip dari Liputan6.com pada Senin oleh petugas.", None),
        ("Hal itu ditulis Liputan6.com dan CNNIndonesia.com di laman masing-masing.", None),
        ("SURYA.co.id I Petugas menunda keberangkatan dua belas orang kemarin.", "SURYA.co.id"),
        ("REPUBLIKA.CO.ID, TANGERANG Petugas menunda keberangkatan dua orang.", "REPUBLIKA.CO.ID"),
    ],
)
def test_an_outlet_that_names_itself_is_known(text: str, outlet: str | None) -> None:
    article = read_article(SourceRecord(path="a.txt", text=text))
    assert article is not None
    assert article.outlet == outlet


def test_the_day_on_which_a_text_is_quoted_is_that_of_the_news() -> None:
    text = (
        "Kata kepala kantor itu dikutip pada Sabtu, 15 November 2025. Aturan itu ada, katanya, "
        "Sabtu, 20 September 2025."
    )
    article = read_article(SourceRecord(path="a.txt", text=text))
    assert article is not None
    assert article.published == "2025-11-15"
