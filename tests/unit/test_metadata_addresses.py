"""Web addresses in canonical form, and the day and minute that they tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading.addresses import canonical_url, date_of_url, minute_of_url
from tests.watch import comes_to_an_end


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTPS://WWW.A.ID:443/Satu#atas", "https://www.a.id/Satu"),
        ("http://a.id:8080/b", "http://a.id:8080/b"),
        ("https://a.id/b?utm_source=x&id=2&fbclid=3&gclid=4", "https://a.id/b?id=2"),
        ("https://a.id/b?page=all&single=1", "https://a.id/b"),
        ("https://a.id/b?page=2", "https://a.id/b?page=2"),
        ("https://a.id/?m=1", "https://a.id/"),
        ("https://a.id/b/amp", "https://a.id/b"),
        ("https://a.id/amp/b/", "https://a.id/b/"),
        ("https://a.id/ampas/b", "https://a.id/ampas/b"),
        ("https://m.antaranews.com/berita/1/b", "https://www.antaranews.com/berita/1/b"),
        ("https://amp.tribunnews.com/b", "https://www.tribunnews.com/b"),
        ("https://m.kabarpulau.com/b", "https://m.kabarpulau.com/b"),
        ("https://www-a-id.cdn.ampproject.org/c/s/www.a.id/b", "https://www.a.id/b"),
        ("https://www.google.com/amp/s/www.a.id/b", "https://www.a.id/b"),
        ("http://kmp.im/AGIBMe", "http://kmp.im/AGIBMe"),
        ("www.a.id/b", "https://www.a.id/b"),
        ("kemlu.go.id/b", "https://kemlu.go.id/b"),
        ("artikel.html", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("ftp://a.id/b", None),
        ("https://siapa:rahasia@a.id/b", None),
        ("https://a.id:99999/b", None),
        ("https://a..id/b", None),
        ("https://", None),
        ("https://a.id/" + "b" * 3000, None),
        (None, None),
    ],
)
def test_canonical_addresses(url: str | None, canonical: str | None) -> None:
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.id/read/2025/11/04/1234/judul", "2025-11-04"),
        ("https://a.id/read/20181213/12/869375/judul", "2018-12-13"),
        ("https://a.id/nasional/20250809141428-20-1/judul", "2025-08-09"),
        ("https://a.id/berita/15/08/25/ntmqg8-judul", "2015-08-25"),
        ("https://a.id/2025-11-04/judul", "2025-11-04"),
        ("https://a.id/2025/02/31/judul", None),
        ("https://a.id/d-8168136/judul-2025", None),
        (None, None),
    ],
)
def test_days_of_addresses(url: str | None, day: str | None) -> None:
    assert date_of_url(url) == day


@pytest.mark.parametrize(
    ("url", "minute"),
    [
        ("http://www.kompas.com/tren/read/2025/11/04/202600870/j", "2025-11-04T20:26:00+07:00"),
        ("https://regional.kompas.com/read/2019/02/06/21333331/j", "2019-02-06T21:33:00+07:00"),
        ("https://www.suara.com/news/2018/01/31/072048/j", "2018-01-31T07:20:00+07:00"),
        ("https://jabar.sindonews.com/read/8377/1/judul-1562321239", "2019-07-05T17:07:00+07:00"),
        ("https://a.id/read/2025/11/04/202600870/judul", None),
        ("https://www.suara.com/news/2018/01/31/993048/judul", None),
    ],
)
def test_minutes_of_addresses(url: str, minute: str | None) -> None:
    assert minute_of_url(url) == minute


@given(st.text(max_size=80), st.sampled_from(["", "https://", "http://m.detik.com/", "www."]))
def test_nothing_raises(text: str, head: str) -> None:
    found = canonical_url(head + text)
    assert found is None or found.startswith(("http://", "https://"))
    date_of_url(head + text)
    minute_of_url(head + text)


@pytest.mark.parametrize("piece", ["/", "/amp", "?a=", "&a", "1/", "a."])
def test_long_repetitions_come_to_an_end(piece: str) -> None:
    with comes_to_an_end():
        canonical_url("https://a.id/" + piece * (200_000 // len(piece)))
        date_of_url("https://a.id/" + piece * (200_000 // len(piece)))
