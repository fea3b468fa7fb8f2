"""Places: known ones, those that a word before them tells, lists, longer names, and hierarchy."""

from __future__ import annotations

import pytest

from index.entities.gazetteer import gazetteer, load_gazetteer
from index.entities.whereabouts import all_above, lies_in, places_above
from index.entities.who import find_names
from index.rules import load_rules, packaged
from tests.watch import comes_to_an_end

FOLDER = packaged("index.entities", "lexicon")


def places(text: str, title: str | None = None) -> list[str]:
    return [place.name for place in find_names(title, text, ()).places]


def parents(text: str) -> dict[str, str | None]:
    return {place.name: place.parent for place in find_names(None, text, ()).places}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mereka dibawa ke Musirawas Utara lalu ke Sumsel.",
         ["Musi Rawas Utara", "Sumatera Selatan"]),
        ("Korban asal Srilanka dan Hongkong.", ["Sri Lanka", "Hong Kong"]),
        ("Ia singgah di Negeri Jiran.", ["Malaysia"]),
        ("Ia ditahan di Gandus, Kota Palembang.", ["Gandus", "Palembang"]),
        ("Mereka tiba di Tanjungtiram, Batubara.", ["Tanjung Tiram", "Batu Bara"]),
        ("Rumah di Kecamatan Suka Mekar, Tirta Asih, Bumi Sari, hingga Nglipar Kidul terendam.",
         ["Suka Mekar", "Tirta Asih", "Bumi Sari", "Nglipar Kidul"]),
        ("Acara di Jalan Jenderal Sudirman, Jakarta.", ["Jalan Jenderal Sudirman", "Jakarta"]),
        ("Rapat di Hotel Mawar Batam.", ["Hotel Mawar", "Batam"]),
        ("Korban dirawat di RS Mawar Batam.", ["RS Mawar Batam"]),
        ("Mereka menginap di JW Mawar Hotel kemarin.", ["JW Mawar Hotel"]),
        ("Ia terbang ke Mawar International Airport.", ["Mawar International Airport"]),
        ("Ia tiba di Bandara Internasional Mawar.", ["Bandara Mawar"]),
        ("Ia lahir di Masjid Al-Hikmah.", ["Masjid Al-Hikmah"]),
        ("Pertemuan di Teluk Wangi, Jakarta.", ["Teluk Wangi", "Jakarta"]),
        ("Rapat di Gedung DPRD Bali.", ["Gedung DPRD Bali"]),
        ("Harga Batubara naik.", []),
        ("Polisi memeriksa aktor China bernama Wei.", ["China"]),
        ("Mereka berangkat ke Wanasobo kemarin.", ["Wanasobo"]),
        ("Mereka tiba di Kota Wanasobo kemarin.", ["Wanasobo"]),
        ("Ada kejadian di daerah Wanasobo kemarin.", ["Wanasobo"]),
        ("Pertempuran di Ukraina bagian Timur.", ["Ukraina"]),
        ("Mereka ke Terminal Keberangkatan Internasional.", []),
    ],
)  # fmt: skip
def test_names_and_heads(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Laga Liga Inggris digelar malam ini.",
        "Ia menghadiri Bandung Karnival sore ini.",
        "Semua demi Indonesia Emas.",
        "Warga suku Batak dan suku Timor hadir.",
        "Ia dosen Universitas Mawar Yogyakarta.",
        "Penyidik memeriksa Bupati nonaktif Bangkalan.",
        "Ia diundang oleh Museum Mawar Bandung.",
        "Malang nasibnya, ia ditipu.",
    ],
)
def test_a_place_inside_a_longer_name_is_none(text: str) -> None:
    assert places(text) == []


def test_a_place_where_an_office_is_held_is_one() -> None:
    assert places("Kata Duta Besar Myanmar di Dhaka, Aung Mawar, itu benar.") == ["Dhaka"]


def test_headlines_follow_the_text() -> None:
    text = "Laga Bali United digelar malam ini."
    assert places(text, "Susunan Pemain Bali United Malam Ini Lengkap") == []


def test_ri_opens_a_headline() -> None:
    assert places("Keduanya bertemu.", "RI Minta Filipina Pulangkan Buron") == [
        "Indonesia", "Filipina",
    ]  # fmt: skip


def test_a_name_given_with_its_head_is_known_later() -> None:
    (place,) = find_names(None, "Ia lahir di Desa Sukorame. Kini Sukorame ramai.", ()).places
    assert (place.name, place.count) == ("Sukorame", 2)


@pytest.mark.parametrize(
    ("name", "above"),
    [
        ("Kupang", ("Nusa Tenggara Timur", "Indonesia")),
        ("Phnom Penh", ("Kamboja",)),
        ("Poipet", ("Banteay Meanchey", "Kamboja")),
        ("Gandus", ("Palembang", "Sumatera Selatan", "Indonesia")),
        ("Bandara Soekarno-Hatta", ("Tangerang", "Banten", "Indonesia")),
        ("Jambi", ("Indonesia",)),
        ("Indonesia", ("Asia Tenggara",)),
        ("Tidak Ada", ()),
    ],
)
def test_what_a_place_lies_in(name: str, above: tuple[str, ...]) -> None:
    assert places_above(name) == above


def test_namesakes_have_in_common_what_they_lie_in() -> None:
    assert places_above("Banjar") == ("Indonesia",)
    assert places_above("Banjar", "Kalimantan Selatan") == ("Kalimantan Selatan", "Indonesia")


def test_islands_and_parts_of_the_world_hold_places_too() -> None:
    assert {"Jabodetabek", "Jawa", "Asia Tenggara"} <= set(all_above("Depok"))
    assert lies_in("Myawaddy", "Myanmar")


def test_the_text_settles_which_namesake_is_meant() -> None:
    assert parents("Ia lahir di Kecamatan Pacet, Kabupaten Mojokerto.")["Pacet"] == "Mojokerto"
    assert parents("Ia lahir di Banjar, Kalimantan Selatan.")["Banjar"] == "Kalimantan Selatan"
    assert parents("Ia lahir di Desa Sukorame, Kecamatan Gandus.")["Sukorame"] == "Gandus"


def test_every_place_has_a_line_to_a_state_or_a_part_of_the_world() -> None:
    known = gazetteer()
    for name, spot in known.names.items():
        if spot.kind not in ("region", "country"):
            assert places_above(name), name
    assert len(known.names) > 9000


def test_all_districts_of_all_regions_are_there() -> None:
    districts = load_rules(FOLDER / "districts.yaml")["districts"]
    assert len(districts) == 514
    assert sum(len(names.split(",")) for names in districts.values()) > 7200


def test_the_folder_is_read_whole() -> None:
    assert load_gazetteer(FOLDER).names.keys() == gazetteer().names.keys()


@pytest.mark.parametrize("piece", ["di Ab, ", "Desa Ab, ", "Ab Hotel ", "Jl. A. ", "Kec. Kota "])
def test_linear_on_hostile_text(piece: str) -> None:
    with comes_to_an_end():
        find_names(None, piece * (20_000 // len(piece)), ())
