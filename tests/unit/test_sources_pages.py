# ruff: noqa: E501  (pages keep the lines that they have)
"""Pages in the manner of the portals: the article comes out whole, and nothing else does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from index.article import Origin, SourceRecord
from index.sources import read_sources

PARAGRAPHS = (
    "Petugas Imigrasi Kelas I Batam menunda keberangkatan sembilan warga negara Indonesia yang "
    "diduga akan bekerja secara nonprosedural di Kamboja, Senin (12/5/2025).",
    "Kepala Seksi Pemeriksaan, Rahmat Hidayatullah, mengatakan kesembilan orang itu tidak dapat "
    "menjelaskan tujuan perjalanan mereka ketika diwawancarai di pelabuhan.",
    '"Mereka mengaku hendak berlibur, tetapi tidak membawa tiket pulang dan tidak tahu nama hotel," '
    "kata Rahmat kepada wartawan di Pelabuhan Batam Centre.",
    "Dari pemeriksaan awal, dua di antaranya pernah bekerja di perusahaan penipuan daring di "
    "Sihanoukville dan pulang pada akhir tahun lalu dengan biaya keluarga.",
    "Perkara itu kini ditangani Polresta Barelang. Polisi mencari seorang perempuan berinisial LK "
    "yang diduga merekrut para korban lewat media sosial.",
    "Para korban dititipkan di rumah singgah dinas sosial sambil menunggu kepulangan ke daerah "
    "asal masing-masing.",
)
CAPTION = "Petugas memeriksa paspor calon penumpang di Pelabuhan Batam Centre"
TITLE = "Imigrasi Batam Tunda Keberangkatan Sembilan WNI ke Kamboja"
OTHERS = (
    "Harga Cabai di Pasar Induk Naik Dua Kali Lipat",
    "Timnas Putri Menang Telak di Laga Uji Coba",
    "Gempa Guncang Pesisir Selatan, Warga Berlarian",
    "Jadwal Kapal Cepat Tambahan Selama Libur Panjang",
    "Resep Kue Basah Kegemaran Keluarga",
)


def paragraphs(start: int = 0, end: int = len(PARAGRAPHS)) -> str:
    return "\n".join(f"<p>{each}</p>" for each in PARAGRAPHS[start:end])


def listed(kind: str = "li") -> str:
    return "".join(
        f'<{kind}><a href="/berita/{number}"><img src="t.jpg"><h3>{title}</h3></a>'
        f'<span class="date">{number} jam yang lalu</span></{kind}>'
        for number, title in enumerate(OTHERS)
    )


DETIK = f"""<!DOCTYPE html><html lang="id-ID"><head><meta charset="utf-8">
<title>{TITLE}</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="detiknews">
<meta property="og:url" content="https://news.detik.com/berita/d-7911223/imigrasi-batam-tunda">
<meta name="dtk:articleid" content="7911223"><meta name="dtk:namakanal" content="detikNews">
<meta name="dtk:author" content="Sinta Maharani"><meta name="dtk:editor" content="Yusuf Wibisana">
<meta name="dtk:publishdate" content="2025/05/12 14:05:21">
<link rel="canonical" href="https://news.detik.com/berita/d-7911223/imigrasi-batam-tunda">
<script>dataLayer.push({{"title": "MENU RAHASIA"}});</script><style>.x{{color:red}}</style></head>
<body><nav class="nav"><ul><li><a href="/">Home</a></li><li><a href="/jatim">Jatim</a></li>
<li><a href="/foto">Foto News</a></li></ul></nav>
<div class="container"><div class="breadcrumb"><a href="/">detikNews</a> <a href="/b">Berita</a></div>
<article class="detail"><div class="detail__header"><h1 class="detail__title">{TITLE}</h1>
<div class="detail__author">Sinta Maharani - <span>detikNews</span></div>
<div class="detail__date">Senin, 12 Mei 2025 14:05 WIB</div></div>
<div class="share-box"><a href="#">Facebook</a><a href="#">Twitter</a><a href="#">WhatsApp</a></div>
<div class="detail__media"><figure class="detail__media-image"><img src="a.jpg" alt="x">
<figcaption class="detail__media-caption">Foto: {CAPTION} (dok. Imigrasi)</figcaption></figure></div>
<div class="detail__body itp_bodycontent_wrapper"><div class="detail__body-text itp_bodycontent">
<strong>Batam</strong> - {paragraphs(0, 3)}
<div class="clearfix"></div><div class="parallaxindetail scrollpage"><p>ADVERTISEMENT</p>
<p>SCROLL TO CONTINUE WITH CONTENT</p></div>
{paragraphs(3)}
</div></div>
<div class="detail__body-tag"><a href="/tag/imigrasi">imigrasi</a><a href="/tag/tppo">tppo</a></div>
</article>
<div class="list-content"><h2>Berita Terkait</h2><ul>{listed()}</ul></div>
<aside class="sidebar"><h3>Berita Terpopuler</h3><ol>{listed()}</ol></aside>
<div id="komentar" class="comment-box"><h3>Komentar</h3><p>Semoga pelakunya lekas tertangkap ya min,
kasihan keluarganya menunggu di kampung.</p></div></div>
<footer><p>Copyright @ 2025 detikcom. All right reserved</p></footer></body></html>"""

KOMPAS = f"""<!doctype html><html><head><meta charset="utf-8">
<title>{TITLE} Halaman all - Kompas.com</title>
<meta name="content_PublishedDate" content="2025-05-12 14:05:21">
<meta name="content_author" content="Kontributor Batam, Sinta Maharani">
<meta name="content_editor" content="Yusuf Wibisana"><meta name="content_category" content="regional">
<meta property="og:title" content="{TITLE} Halaman all - Kompas.com">
<meta property="og:site_name" content="KOMPAS.com">
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",
"mainEntityOfPage":{{"@type":"WebPage","@id":"https://regional.kompas.com/read/2025/05/12/1405/tunda"}},
"headline":"{TITLE}","datePublished":"2025-05-12T14:05:21+07:00","author":[{{"@type":"Person",
"name":"Sinta Maharani"}}],"editor":{{"@type":"Person","name":"Yusuf Wibisana"}},
"publisher":{{"@type":"Organization","name":"Kompas.com"}}}}</script></head>
<body><header class="header"><div class="nav"><a href="/">News</a><a href="/tren">Tren</a></div></header>
<div class="container"><h1 class="read__title">{TITLE}</h1>
<div class="read__time">Kompas.com - 12/05/2025, 14:05 WIB</div>
<div class="social--inline"><a>Bagikan</a><a>Salin tautan</a></div>
<div class="photo"><div class="photo__wrap"><img src="x.jpg"></div>
<div class="photo__caption">{CAPTION}<span class="photo__author">(KOMPAS.COM/SINTA M)</span></div></div>
<div class="read__content"><div class="clearfix">
<p><strong>BATAM, KOMPAS.com</strong> - {PARAGRAPHS[0]}</p>{paragraphs(1, 3)}
<p><strong>Baca juga: <a class="inner-link-baca-juga" href="/x">{OTHERS[0]}</a></strong></p>
<div class="kompasidRec"></div>{paragraphs(3)}</div></div>
<div class="tag"><h3>Tag</h3><ul><li><a href="/t">imigrasi</a></li><li><a href="/u">tppo</a></li></ul></div>
<div class="article__box related"><h2>Terkini Lainnya</h2>{listed("div")}</div>
<div class="most__wrap"><h3>Terpopuler</h3>{listed("div")}</div>
<div class="comment"><p>Komentar sepenuhnya menjadi tanggung jawab komentator seperti diatur UU ITE.
</p></div></div><footer>Copyright 2008 - 2025 PT. Kompas Cyber Media.</footer></body></html>"""

TRIBUN = f"""<!DOCTYPE html><html><head><title>{TITLE} - Tribunbatam.id</title>
<meta name="author" content="Sinta Maharani">
<meta property="article:published_time" content="2025-05-12T14:05:21+07:00">
<meta property="og:title" content="{TITLE} - Tribunbatam.id"><meta property="article:section" content="Batam">
<meta property="og:url" content="https://batam.tribunnews.com/2025/05/12/imigrasi-batam-tunda">
<meta property="og:site_name" content="Tribunbatam.id"></head>
<body><div id="topmenu"><ul><li><a href="/">Home</a></li><li><a href="/b">Bisnis</a></li></ul></div>
<div id="article" class="content"><h1 id="arttitle">{TITLE}</h1>
<div id="penulis">Penulis: <a href="#">Sinta Maharani</a> | Editor: <a href="#">Yusuf Wibisana</a></div>
<div class="sharecount"><span>A+</span><span>A-</span><a>Facebook</a></div>
<div id="artimg"><div class="ovh imgfull_div"><img src="p.jpg">
<div class="caption-foto caption">TRIBUNBATAM.ID/SINTA MAHARANI {CAPTION}</div></div></div>
<div class="side-article txt-article multi-fontsize"><p><strong>TRIBUNBATAM.id, BATAM -</strong>
{PARAGRAPHS[0]}</p>{paragraphs(1, 4)}
<p class="baca"><strong>Baca juga: <a href="/z">{OTHERS[1]}</a></strong></p>{paragraphs(4)}
<p>(<em>Tribunbatam.id/Sinta Maharani</em>)</p></div>
<div class="tagcloud"><a href="/tag/x">imigrasi Batam</a></div>
<div class="bacajuga"><h4>Baca Juga</h4><ul>{listed()}</ul></div></div>
<div id="sidebar"><h3>Berita Populer</h3><ul>{listed()}</ul></div>
<div class="fb-comments">KOMENTAR</div></body></html>"""

ANTARA = f"""<!DOCTYPE html><html><head><title>{TITLE} - ANTARA News Kepulauan Riau</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Antara News">
<script type="application/ld+json">[{{"@type":"BreadcrumbList","itemListElement":[]}},
{{"@context":"https://schema.org","@type":["NewsArticle"],"headline":"{TITLE}","url":
"https://kepri.antaranews.com/berita/9911/imigrasi-batam-tunda","datePublished":"2025-05-12T07:05:21Z",
"author":{{"@type":"Person","name":"Sinta Maharani"}},"editor":"Yusuf Wibisana","articleSection":"Hukum",
"publisher":{{"@type":"Organization","name":"ANTARA News"}}}}]</script></head>
<body><header><ul class="menu"><li><a href="/">Beranda</a></li><li><a href="/h">Hukum</a></li></ul></header>
<main><div class="wrap__article-detail"><div class="wrap__article-detail-title"><h1>{TITLE}</h1></div>
<div class="wrap__article-detail-info"><span>Senin, 12 Mei 2025 14:05 WIB</span></div>
<div class="wrap__article-detail-image"><figure><img src="f.jpg">
<figcaption>{CAPTION}. ANTARA/Sinta Maharani</figcaption></figure></div>
<div class="wrap__article-detail-content post-content"><p>Batam (ANTARA) - {PARAGRAPHS[0]}</p>
{paragraphs(1)}<p class="text-muted mt-2 small">Pewarta : Sinta Maharani<br>Editor: Yusuf Wibisana<br>
Copyright © ANTARA 2025</p></div>
<div class="blockquote"><p>Dilarang keras mengambil konten untuk AI tanpa izin tertulis.</p></div>
<div class="wrap__article-tags"><a href="/tag/tppo">tppo</a></div></div>
<div class="related"><h4>Berita Terkait</h4>{listed("article")}</div></main>
<aside><h4>Terpopuler</h4>{listed("article")}</aside></body></html>"""

WORDPRESS = f"""<!DOCTYPE html><html><head><title>{TITLE} | Suara Pesisir</title>
<meta property="og:site_name" content="Suara Pesisir"><meta property="og:title" content="{TITLE}">
<meta property="article:published_time" content="2025-05-12T07:05:21+00:00">
<link rel="canonical" href="https://suarapesisir.example/imigrasi-batam-tunda/">
<script type="application/ld+json" class="yoast-schema-graph">{{"@context":"https://schema.org","@graph":[
{{"@type":"Article","@id":"https://suarapesisir.example/imigrasi-batam-tunda/#article","headline":
"{TITLE}","author":{{"@id":"https://suarapesisir.example/#/person/1"}},"publisher":{{"@id":
"https://suarapesisir.example/#organization"}},"datePublished":"2025-05-12T07:05:21+00:00",
"articleSection":["Hukum"],"mainEntityOfPage":{{"@id":"https://suarapesisir.example/imigrasi-batam-tunda/"}}}},
{{"@type":"Organization","@id":"https://suarapesisir.example/#organization","name":"Suara Pesisir"}},
{{"@type":"Person","@id":"https://suarapesisir.example/#/person/1","name":"Sinta Maharani"}}]}}</script>
</head><body class="single"><header id="masthead"><nav class="main-navigation"><ul>
<li><a href="/">Beranda</a></li><li><a href="/redaksi">Redaksi</a></li></ul></nav></header>
<div id="primary"><main><article class="post type-post"><header class="entry-header">
<h1 class="entry-title">{TITLE}</h1><div class="entry-meta"><time class="entry-date published"
datetime="2025-05-12T14:05:21+07:00">12 Mei 2025</time></div></header>
<div class="entry-content"><div class="wp-caption aligncenter"><img src="w.jpg">
<p class="wp-caption-text">{CAPTION}</p></div>
<p><strong>BATAM</strong> – {PARAGRAPHS[0]}</p>{paragraphs(1, 5)}
<blockquote><p>{PARAGRAPHS[5]}</p></blockquote>
<div class="sharedaddy sd-sharing-enabled"><h3>Bagikan ini:</h3><ul><li><a>Twitter</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Terkait</h3>{listed("div")}</div></div></article>
<div id="comments" class="comments-area"><h2>2 komentar</h2><ol class="comment-list"><li class="comment">
<p>Mantap infonya, terima kasih banyak sudah berbagi berita ini kepada kami semua.</p></li></ol>
<div class="comment-respond"><h3>Tinggalkan Balasan</h3></div></div></main></div>
<aside class="widget-area"><h2>Pos-pos Terbaru</h2><ul>{listed()}</ul></aside>
<footer>Bangga bertenaga WordPress</footer></body></html>"""

BLOGSPOT = f"""<html><head><title>Kabar Pesisir: {TITLE}</title>
<meta content='blogger' name='generator'/>
<link href='http://kabarpesisir.blogspot.example/2025/05/imigrasi-batam.html' rel='canonical'/></head>
<body><div id='header'><h1 class='title'>Kabar Pesisir</h1></div>
<div class='tabs section'><ul><li><a href='/'>Beranda</a></li><li><a href='/p/hubungi.html'>Hubungi</a></li>
</ul></div><div id='main'><div class='post hentry'><h3 class='post-title entry-title'>{TITLE}</h3>
<div class='post-body entry-content'><table class="tr-caption-container"><tbody><tr><td>
<img src="b.jpg"/></td></tr><tr><td class="tr-caption" style="text-align: center;">{CAPTION}</td></tr>
</tbody></table>{"<br /><br />".join(PARAGRAPHS)}<div style='clear: both;'></div></div>
<div class='post-footer'>Diposting oleh <span class='post-author vcard'><span class='fn' itemprop='author'>
Sinta Maharani</span></span> di <a class='timestamp-link' href='#' rel='bookmark'><abbr class='published'
title='2025-05-12T14:05:00+07:00'>14.05</abbr></a><div class='post-share-buttons'>
<a>Kirimkan Ini lewat Email</a></div></div></div>
<div class='comments' id='comments'><h4>1 komentar:</h4><p>Nice info gan, jangan lupa kunjungi balik blog
saya ya, banyak berita menarik di sana.</p></div></div>
<div id='sidebar'><div class='widget PopularPosts'><h2>Entri Populer</h2><ul>{listed()}</ul></div>
<div class='widget BlogArchive'><h2>Arsip Blog</h2><ul><li>Mei 2025 (4)</li></ul></div></div></body></html>"""


@dataclass(frozen=True)
class Page:
    html: str
    published: str
    outlet: str
    author: str = "Sinta Maharani"
    editor: str | None = None
    section: str | None = None
    url: str = ""
    origins: tuple[tuple[str, str], ...] = ()


PAGES = {
    "detik": Page(
        DETIK, "2025/05/12 14:05:21", "detiknews", editor="Yusuf Wibisana", section="detikNews",
        url="https://news.detik.com/berita/d-7911223/imigrasi-batam-tunda",
        origins=(("title", "Open Graph"), ("published", "meta"), ("outlet", "Open Graph"),
                 ("url", "Open Graph"), ("author", "meta"), ("editor", "meta"), ("section", "meta")),
    ),
    "kompas": Page(
        KOMPAS, "2025-05-12T14:05:21+07:00", "Kompas.com", editor="Yusuf Wibisana",
        section="regional", url="https://regional.kompas.com/read/2025/05/12/1405/tunda",
        origins=(("title", "JSON-LD"), ("published", "JSON-LD"), ("outlet", "JSON-LD"),
                 ("url", "JSON-LD"), ("author", "JSON-LD"), ("editor", "JSON-LD"),
                 ("section", "meta")),
    ),
    "tribun": Page(
        TRIBUN, "2025-05-12T14:05:21+07:00", "Tribunbatam.id", section="Batam",
        url="https://batam.tribunnews.com/2025/05/12/imigrasi-batam-tunda",
        origins=(("title", "Open Graph"), ("published", "Open Graph"), ("outlet", "Open Graph"),
                 ("url", "Open Graph"), ("author", "meta"), ("section", "Open Graph")),
    ),
    "antara": Page(
        ANTARA, "2025-05-12T07:05:21Z", "ANTARA News", editor="Yusuf Wibisana", section="Hukum",
        url="https://kepri.antaranews.com/berita/9911/imigrasi-batam-tunda",
        origins=(("title", "JSON-LD"), ("published", "JSON-LD"), ("outlet", "JSON-LD"),
                 ("url", "JSON-LD"), ("author", "JSON-LD"), ("editor", "JSON-LD"),
                 ("section", "JSON-LD")),
    ),
    "wordpress": Page(
        WORDPRESS, "2025-05-12T07:05:21+00:00", "Suara Pesisir", section="Hukum",
        url="https://suarapesisir.example/imigrasi-batam-tunda/",
        origins=(("title", "JSON-LD"), ("published", "JSON-LD"), ("outlet", "JSON-LD"),
                 ("url", "JSON-LD"), ("author", "JSON-LD"), ("section", "JSON-LD")),
    ),
    "blogspot": Page(
        BLOGSPOT, "2025-05-12T14:05:00+07:00", "Kabar Pesisir",
        url="http://kabarpesisir.blogspot.example/2025/05/imigrasi-batam.html",
        origins=(("title", "title"), ("published", "time"), ("outlet", "title"),
                 ("url", "canonical link"), ("author", "byline")),
    ),
}  # fmt: skip


def read(tmp_path: Path, html: str) -> SourceRecord:
    path = tmp_path / "page.html"
    path.write_text(html, encoding="utf-8")
    (found,) = read_sources([path])
    assert isinstance(found, SourceRecord)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_the_article_comes_out_whole_and_in_order(tmp_path: Path, name: str) -> None:
    text = read(tmp_path, PAGES[name].html).text
    places = [text.find(paragraph) for paragraph in PARAGRAPHS]
    assert -1 not in places
    assert places == sorted(places)
    assert [text.count(paragraph) for paragraph in PARAGRAPHS] == [1] * len(PARAGRAPHS)
    # Every paragraph begins on a line of its own, but for the dateline before the first.
    lines = text.split("\n")
    for paragraph in PARAGRAPHS[1:]:
        assert paragraph in lines


@pytest.mark.parametrize("name", PAGES)
def test_no_menu_box_comment_or_script_comes_with_it(tmp_path: Path, name: str) -> None:
    text = read(tmp_path, PAGES[name].html).text
    baca = {"kompas": OTHERS[0], "tribun": OTHERS[1]}.get(name)
    for other in OTHERS:
        assert text.count(other) == (other == baca), other
    for word in ("Beranda", "Home", "Redaksi", "RAHASIA", "color", "lekas tertangkap", "Mantap",
                 "Nice info", "Facebook", "Twitter", "Komentar sepenuhnya", "Arsip Blog",
                 "Cyber Media", "All right", "jam yang lalu", "Bagikan", "Tinggalkan"):  # fmt: skip
        assert word not in text, word


@pytest.mark.parametrize("name", PAGES)
def test_captions_stand_apart_and_first(tmp_path: Path, name: str) -> None:
    lines = read(tmp_path, PAGES[name].html).text.split("\n")
    held = [number for number, line in enumerate(lines) if CAPTION in line]
    assert held == [0]
    assert lines[0].startswith("Foto: ")


@pytest.mark.parametrize("name", PAGES)
def test_metadata_is_the_page_s_own_and_says_where_it_stood(tmp_path: Path, name: str) -> None:
    page = PAGES[name]
    record = read(tmp_path, page.html)
    assert record.title == TITLE
    assert record.published == page.published
    assert (record.outlet, record.author) == (page.outlet, page.author)
    assert (record.editor, record.section, record.url) == (page.editor, page.section, page.url)
    assert record.origins == tuple(Origin(*pair) for pair in page.origins)


@pytest.mark.parametrize(
    ("title", "heading", "headline"),
    [
        (f"{TITLE} Halaman all - Kompas.com", "", TITLE),
        (f"{TITLE} Halaman 2", "", TITLE),
        (f"{TITLE} Halaman 2 - Contoh.com", TITLE, TITLE),
        (f"{TITLE} Page 3 | Contoh.com", "", TITLE),
        (f"{TITLE} - Halaman 2 - Kompas.com", "", TITLE),
        ("Nama Korban Ada di Berkas Halaman 2", "Nama Korban Ada di Berkas Halaman 2",
         "Nama Korban Ada di Berkas Halaman 2"),
        ("Polisi Sita Buku Tebal 300 Halaman - Kompas.com", "",
         "Polisi Sita Buku Tebal 300 Halaman"),
    ],
)  # fmt: skip
def test_the_number_of_a_page_is_no_part_of_the_title(
    tmp_path: Path, title: str, heading: str, headline: str
) -> None:
    html = f"<html><head><title>{title}</title></head><body><h1>{heading}</h1>{paragraphs()}</body>"
    assert read(tmp_path, html).title == headline
