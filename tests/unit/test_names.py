"""Agencies, people and places in sentences written for these tests."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Mention
from index.entities.who import Names, find_names
from tests.watch import comes_to_an_end


def names(body: str, title: str | None = None) -> Names:
    return find_names(title, body, [])


def agencies(body: str) -> list[str]:
    return [agency.name for agency in names(body).agencies]


def people(body: str) -> list[str]:
    return [person.name for person in names(body).people]


def places(body: str) -> list[str]:
    return [place.name for place in names(body).places]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Menurut data Kementerian Luar Negeri (Kemlu), jumlahnya naik.",
            ["Kementerian Luar Negeri"],
        ),
        (
            "Pegawai Kantor Wilayah Kemenkumham Kalsel hadir.",
            ["Kanwil Kemenkumham Kalimantan Selatan"],
        ),
        ("Laporan itu diterima Imigrasi Batam.", ["Kantor Imigrasi Batam"]),
        ("Mereka dijemput KBRI di Phnom Penh.", ["KBRI Phnom Penh"]),
        ("Berkasnya ada di Satreskrim Polres Sambas.", ["Satreskrim Polres Sambas"]),
        ("Ia dibawa ke Ditreskrimum Polda NTT.", ["Ditreskrimum Polda Nusa Tenggara Timur"]),
        (
            "Kementerian Imigrasi dan Kemasyarakatan hadir.",
            ["Kementerian Imigrasi dan Pemasyarakatan"],
        ),
        ("Kepolisian Singapura menyita rumah itu.", ["Kepolisian Singapura"]),
        ("Ia direkrut PT Bahtera Jaya Makmur di Tegal.", ["PT Bahtera Jaya Makmur"]),
        ("Yayasan Rumah Harapan mendampingi mereka.", ["Yayasan Rumah Harapan"]),
        (
            "Surat itu dari Disnakertrans Provinsi Jawa Barat.",
            ["Disnakertrans Jawa Barat"],
        ),
        (
            "Direktorat Jenderal Perhubungan Udara setuju.",
            ["Direktorat Jenderal Perhubungan Udara"],
        ),
    ],
)
def test_agencies_are_filed_under_their_names(body: str, expected: list[str]) -> None:
    assert agencies(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Petugas imigrasi dan polisi memeriksa paspor.",
        "Kata Menteri Luar Negeri, kabar itu benar.",
        "Kapolres Bogor membenarkan kabar itu.",
        "Warga Negara Indonesia itu korban Tindak Pidana Perdagangan Orang.",
        "Kabar itu dilansir AFP dan CNN Indonesia.",
        "Program Desa Binaan Imigrasi diperluas.",
    ],
)
def test_generic_words_offices_media_and_programmes_are_no_agencies(body: str) -> None:
    assert agencies(body) == []


def test_ambiguous_acronyms_need_their_context() -> None:
    assert agencies("Seorang PMI ilegal dipulangkan.") == []
    assert agencies("Relawan PMI mengantar kantong darah.") == ["Palang Merah Indonesia"]


def test_an_acronym_stands_for_what_the_article_defines() -> None:
    found = names("Lembaga Pendamping Buruh Pesisir (LPBP) berdiri. Menurut LPBP, ada tiga kasus.")
    assert [(agency.name, agency.count) for agency in found.agencies] == [
        ("Lembaga Pendamping Buruh Pesisir", 3)
    ]


def test_a_bare_head_is_the_unit_that_the_article_names() -> None:
    found = names("Ia melapor ke Polres Sambas. Penyidik Polres lalu memeriksa saksi.")
    assert [(agency.name, agency.forms) for agency in found.agencies] == [
        ("Polres Sambas", ("Polres Sambas", "Polres"))
    ]


def test_an_office_keeps_its_class_unless_the_article_names_it_without() -> None:
    found = names("Kantor Imigrasi Kelas II TPI Batulicin buka, lalu tutup.")
    assert [agency.name for agency in found.agencies] == ["Kantor Imigrasi Kelas II TPI Batulicin"]
    found = names("Kantor Imigrasi Kelas II TPI Batulicin buka. Lalu pihak Imigrasi tutup.")
    assert [agency.name for agency in found.agencies] == ["Kantor Imigrasi Batulicin"]
    found = names("Kantor Imigrasi Kelas II TPI Bukitmawar buka. Kini Imigrasi Bukitmawar tutup.")
    assert [agency.name for agency in found.agencies] == ["Kantor Imigrasi Bukitmawar"]
    found = names("Kantor Imigrasi Kelas II TPI Batulicin buka. Kantor Imigrasi Batulicin ramai.")
    assert [agency.name for agency in found.agencies] == ["Kantor Imigrasi Batulicin"]
    assert found.agencies[0].parent == "Direktorat Jenderal Imigrasi"
    assert found.agencies[0].curated
    assert agencies("Ia ditahan di Rutan Kelas IIB Bangli.") == ["Rutan Bangli"]


@pytest.mark.parametrize(
    ("body", "name", "role"),
    [
        ("Kapolres Sambas AKBP Raka Wiguna menolak.", "Raka Wiguna", "Kapolres Sambas"),
        ("Menurut Menteri Luar Negeri Dara Kusuma, benar.", "Dara Kusuma", "Menteri Luar Negeri"),
        ("Tarsan Wijoyo, Ketua Migrant CARE, hadir.", "Tarsan Wijoyo", "Ketua Migrant CARE"),
        ("Kata Plt Dirjen Imigrasi Bram Sakti, ya.", "Bram Sakti", "Plt Dirjen Imigrasi"),
        ("Mantan Perdana Menteri Singapura Tan Wei Keong datang.", "Tan Wei Keong",
         "Mantan Perdana Menteri Singapura"),
        ("Polisi menangkap tersangka berinisial SS (37).", "SS", "tersangka"),
        ("Kata Direktur Utama BXI Tarsan Wijoyo, ya.", "Tarsan Wijoyo", "Direktur Utama BXI"),
        ("Korban bernama Sulastri binti Karto pulang.", "Sulastri binti Karto", None),
        ("Letnan Jenderal SOK Vanna datang.", "Sok Vanna", None),
    ],
)  # fmt: skip
def test_people_and_their_roles(body: str, name: str, role: str | None) -> None:
    found = names(body).people
    assert [person.name for person in found] == [name]
    if role is not None:
        assert found[0].role == role


@pytest.mark.parametrize(
    "body",
    [
        "Selasa, Kami Bertemu Dengan Mereka.",
        "Dia mengatakan hal itu di Jakarta.",
        "Direktur Penyuluhan, Pelayanan, dan Hubungan Masyarakat hadir.",
        "Surat Izin Mengemudi (SIM) miliknya disita.",
        "Korban TPPO dan pekerja migran pulang.",
    ],
)
def test_what_is_no_name(body: str) -> None:
    assert people(body) == []


def test_short_forms_join_the_full_name_wherever_they_stand() -> None:
    found = find_names(
        "Tarsan Minta Desa Lindungi Pekerja Migran",
        "Kepala Desa Karangsari, Tarsan Wijoyo, hadir. Kemudian Tarsan pulang.",
        ["Tarsan Wijoyo (kiri)."],
    )
    assert [(person.name, person.forms, person.count) for person in found.people] == [
        ("Tarsan Wijoyo", ("Tarsan", "Tarsan Wijoyo"), 4)
    ]
    assert [mention.part for mention in found.people[0].mentions] == [
        "title", "body", "body", "caption:0",
    ]  # fmt: skip


def test_a_list_of_initials_shares_its_part() -> None:
    found = names("Penyidik menahan dua tersangka berinisial AM (25) dan RS (31).").people
    assert [(person.name, person.role) for person in found] == [
        ("AM", "tersangka"), ("RS", "tersangka"),
    ]  # fmt: skip


def test_places_stand_outside_agencies_offices_and_documents() -> None:
    assert places("Kantor Imigrasi Batam dan Kapolda Riau menahan WNI asal Kabupaten Sambas.") == [
        "Sambas"
    ]
    assert places("Ia ke Kalbar, lalu Entikong, lalu Malaysia.") == [
        "Kalimantan Barat", "Entikong", "Malaysia",
    ]  # fmt: skip
    assert places("Warga Desa Karangsari tiba di Bandara Soetta.") == [
        "Karangsari", "Bandara Soekarno-Hatta",
    ]  # fmt: skip


def test_the_place_of_the_dateline_comes_first() -> None:
    found = find_names(None, "Ia tiba di Kuching.", [], place="KAPUAS HULU")
    assert [(place.name, place.count) for place in found.places] == [
        ("Kapuas Hulu", 1), ("Kuching", 1),
    ]  # fmt: skip


def test_an_ordinary_word_is_a_place_only_where_something_says_so() -> None:
    assert places("Malang benar nasibnya.") == []
    assert places("Ia lahir di Malang.") == ["Malang"]


def _check(found: Names, parts: dict[str, str]) -> None:
    spans: dict[str, list[tuple[int, int]]] = {}
    order = list(parts)
    for kind in (found.agencies, found.people, found.places):
        for entity in kind:
            mentions: tuple[Mention, ...] = entity.mentions
            assert list(mentions) == sorted(
                mentions, key=lambda mention: (order.index(mention.part), mention.start)
            )
            for mention in mentions:
                assert parts[mention.part][mention.start : mention.end] == mention.form
                assert mention.form
                spans.setdefault(mention.part, []).append((mention.start, mention.end))
    for taken in spans.values():
        taken.sort()
        assert all(one[1] <= other[0] for one, other in pairwise(taken))


_WORDS = [
    "Kantor",
    "Imigrasi",
    "Kanwil",
    "Kemenkumham",
    "Kalsel",
    "Polda",
    "NTT",
    "Polres",
    "Batam",
    "Budi",
    "Santoso",
    "Agus",
    ",",
    ".",
    "(",
    ")",
    "37",
    "kata",
    "Menteri",
    "Luar",
    "Negeri",
    "dan",
    "Kota",
    "Desa",
    "AM",
    "tersangka",
    "berinisial",
    "alias",
    "Plt",
    "bin",
    "Satreskrim",
    "DPP",
    "Partai",
    "Golkar",
    "\n",
    "-",
    '"',
    "Bapak",
    "AKBP",
    "Ketua",
    "Yayasan",
    "Kasih",
    "PT",
    "SOK",
    "Kelas",
    "II",
    "TPI",
    "Indonesia",
    "Malang",
    "RI",
]


@settings(max_examples=150)
@given(
    st.lists(st.sampled_from(_WORDS), max_size=40),
    st.lists(st.sampled_from(_WORDS), max_size=10),
    st.text(max_size=60),
)
def test_any_text_keeps_the_laws_of_spans(words: list[str], title: list[str], text: str) -> None:
    parts = {"title": " ".join(title), "body": " ".join(words), "caption:0": text}
    _check(find_names(parts["title"], parts["body"], [text], place=text), parts)


@pytest.mark.parametrize(
    "piece",
    ["Aa ", "Plt ", "DPP ", "A.", "Kantor Imigrasi ", "Agus Salim ", '"', "1", "Budi alias "],
)
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    find_names(None, "x", [])
    with comes_to_an_end():
        find_names(None, piece * (20_000 // max(1, piece.count(" "))), [])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Rapat Badan Legislasi (Baleg) DPR RI selesai.", ["Badan Legislasi DPR RI"]),
        ("Ia melapor ke Kedutaan Indonesia di Malaysia.", ["KBRI Kuala Lumpur"]),
        ("Sumber dari kepolisian Myanmar membantah.", ["Kepolisian Myanmar"]),
        ("Lalu polisi Kamboja menggeledah ruko.", []),
        ("Kementerian Sosial Jepang menolak.", ["Kementerian Sosial Jepang"]),
        ("Ia dibantu Sonoma Coastal Legal Aid Network.", ["Sonoma Coastal Legal Aid Network"]),
        ("Sembako dari PT Bank Negara Indonesia (Persero) Tbk.", ["Bank Negara Indonesia"]),
        ("Data Lembaga IMF berbeda.", ["International Monetary Fund"]),
        ("Kuliah di Universitas Padjadjaran. Di Unpad ia lulus.", ["Universitas Padjadjaran"]),
        ("Kata Kadiv Humas Polri Brigjen Raka Wiguna, ya.", []),
        ("Kata Kepala Dinas Sosial Kabupaten Cilacap Raka Wiguna, ya.", []),
        ("Menurut Komisioner Bea Cukai dan Perlindungan Perbatasan, ya.", []),
        ("Kartu itu dari Tanjung Balai Asahan.", []),
    ],
)  # fmt: skip
def test_longer_and_foreign_names_of_bodies(body: str, expected: list[str]) -> None:
    assert agencies(body) == expected


def test_a_body_in_an_office_counts_where_it_is_named_elsewhere() -> None:
    found = names("Polri menahan dua orang. Kata Kadiv Humas Polri Raka Wiguna, benar.").agencies
    assert [(agency.name, agency.count) for agency in found] == [("Polri", 2)]


def test_a_ministry_is_the_foreign_one_where_only_that_is_named() -> None:
    found = names("Kementerian Luar Negeri China menolak. Kementerian Luar Negeri lalu diam.")
    assert [(agency.name, agency.count) for agency in found.agencies] == [
        ("Kementerian Luar Negeri China", 2)
    ]
    both = names("Kementerian Luar Negeri China menolak. Kemlu lalu diam.").agencies
    assert len(both) == 2


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Kata Menlu Dara LP Kusuma, benar. Lalu Dara pulang.", ["Dara LP Kusuma"]),
        ("Presiden Raka Wiguna (Rawi) hadir. Rawi lalu pulang.", ["Raka Wiguna"]),
        ("Pernyataan juru bicara ABCD, Tarsan Wijoyo, ditolak.", ["Tarsan Wijoyo"]),
        ("Hal itu diungkap Corporate Secretary BNI Kiryono dalam rilis.", ["Kiryono"]),
        ("Ia kalahkan dua lawannya, Andro Kumo serta Kurt Sli.", ["Andro Kumo", "Kurt Sli"]),
        ("Benar, ungkap keponakan Tumang, Lina saat ditemui.", ["Lina"]),
        ("Ia pulang, kata Sulastro. Kabar itu dari Dewo Sulastro sendiri.", ["Dewo Sulastro"]),
        ("Di Solo Zorin Mamdino menang. Kini Mamdino berjanji, kata warga.", ["Zorin Mamdino"]),
        ("Para ABK kapal Lung Xang 629 pulang. Mereka dari Lung Xang itu.", []),
        ("Lihat https://contoh.id/KataBudi dan bit.ly/NamaBudi di sana.", []),
    ],
)  # fmt: skip
def test_full_names_win_and_things_are_no_people(body: str, expected: list[str]) -> None:
    assert people(body) == expected


def test_roles_of_a_list_stay_with_their_names() -> None:
    found = names(
        "Acara dihadiri Direktur Migrant CARE Raka Wiguna, Kepala Dinas Sosial Kabupaten Cilacap "
        "Kosasi, dan Ketua Tim Penggerak PKK Kabupaten Cilacap Teti Rahayuni."
    ).people
    assert [(person.name, person.role) for person in found] == [
        ("Raka Wiguna", "Direktur Migrant CARE"),
        ("Kosasi", "Kepala Dinas Sosial Kabupaten Cilacap"),
        ("Teti Rahayuni", "Ketua Tim Penggerak PKK Kabupaten Cilacap"),
    ]


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("Korban bernama Raka Wiguna, seorang pekerja migran yang jatuh.", "pekerja migran"),
        ("Seorang WNA Singapura berinisial ZJ ikut.", "WNA Singapura"),
        ("Seorang model cantik asal Serbia bernama Vara Kravo pergi.", "model asal Serbia"),
    ],
)
def test_what_somebody_is_without_an_office(body: str, role: str) -> None:
    assert [person.role for person in names(body).people] == [role]


def test_a_list_of_initials_goes_on_without_the_word() -> None:
    found = people("Polisi memburu WNA berinisial AG beserta kawannya yakni SG, WG dan KO.")
    assert found == ["AG", "SG", "WG", "KO"]


def test_a_side_of_a_city_is_a_place_of_its_own() -> None:
    assert places("Rumah itu di Semarang Barat.") == ["Semarang Barat"]
    assert places("Ia lahir di Minsk, Belarusia, lalu ke Saint Petersburg.") == [
        "Minsk", "Belarus", "Saint Petersburg",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["(ABC) " * 40000, "https://" * 20000, "Aa of " * 30000, "a." * 90000 + "/", "Corp " * 40000],
)
def test_new_rules_take_linear_time(text: str) -> None:
    with comes_to_an_end():
        find_names(None, text, [])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Tim itu dari Biro Hukum Kemnaker.", ["Biro Hukum Kementerian Ketenagakerjaan"]),
        ("Data Inspektorat Jenderal Kemenkumham hilang.",
         ["Inspektorat Jenderal Kementerian Hukum dan Hak Asasi Manusia"]),
        ("Mereka dibawa ke Mapolrestabes Medan.", ["Polrestabes Medan"]),
        ("Menurut kepolisian Filipina, benar.", ["Kepolisian Nasional Filipina"]),
        ("Mereka ditahan di rumah detensi imigrasi (Rudenim) di Belawan.",
         ["Rumah Detensi Imigrasi Belawan"]),
        ("Ia lapor ke KBRI di Kuwait.", ["KBRI Kuwait"]),
        ("Rapat digelar di Gedung Dewan Pers, Jakarta.", []),
        ("Putusan Dewan Keamanan (PBB, red) ditolak.", ["Dewan Keamanan PBB"]),
        ("Senator dari Partai Demokrat itu mengkritik Trump.", ["Partai Demokrat Amerika Serikat"]),
        ("Kader Partai Demokrat hadir.", ["Partai Demokrat"]),
        ("Hakim Pengadilan Negeri Surabaya membebaskan dia.", ["Pengadilan Negeri Surabaya"]),
        ("Ia bekerja di perusahaan Sinar Bahari Raya.", ["Sinar Bahari Raya"]),
        ("Saham PT Tbk itu naik.", []),
        ("Data Kedutaan Besar China di Thailand ada.", ["Kedutaan Besar China di Thailand"]),
        ("Data Dinas Tenaga Kerja dan Transmigrasi Jawa Barat dan Disnakertrans Jabar sama.",
         ["Dinas Tenaga Kerja dan Transmigrasi Jawa Barat"]),
        ("Surat dari Ditjen Imigrasi Lampung tiba.",
         ["Kantor Wilayah Direktorat Jenderal Imigrasi Lampung"]),
        ("Ada perusahaan PT. Shunda di sana.", ["PT Shunda"]),
        ("Ia naik pesawat Cambodia Airways.", ["Cambodia Airways"]),
        ("Polres Blitar Kota menahan dia.", ["Polres Blitar Kota"]),
        ("Pemprov DKI Jakarta setuju.", ["Pemerintah Provinsi DKI Jakarta"]),
        ("Surat dari Pemkab Bangkalan tiba.", ["Pemerintah Kabupaten Bangkalan"]),
        ("Kegiatan itu diikuti SMP Negeri 3 Atambua.", ["SMP Negeri 3 Atambua"]),
        ("Sidang di Pengadilan Negeri Tindak Pidana Korupsi (Tipikor) Surabaya.",
         ["Pengadilan Tipikor Surabaya"]),
    ],
)  # fmt: skip
def test_units_divisions_buildings_and_namesakes(body: str, expected: list[str]) -> None:
    assert agencies(body) == expected


def test_imigrasi_alone_is_the_office_or_the_directorate_that_is_meant() -> None:
    def forms(body: str) -> list[tuple[str, int]]:
        return [(agency.name, agency.count) for agency in names(body).agencies]

    assert forms("Ia minta Imigrasi dan Polda Bali tegas.") == [
        ("Direktorat Jenderal Imigrasi", 1), ("Polda Bali", 1),
    ]  # fmt: skip
    assert forms("Kantor Imigrasi Palu sepi. Lalu pihak Imigrasi buka.") == [
        ("Kantor Imigrasi Palu", 2)
    ]
    assert forms("Imigrasi bukan hal baru di sana.") == []


def test_short_names_that_an_article_defines() -> None:
    def counts(body: str) -> list[tuple[str, int]]:
        return [(agency.name, agency.count) for agency in names(body).agencies]

    assert counts("Badan Pengkajian Karya (Bapeka) rapat. Lalu Bapeka pergi.") == [
        ("Badan Pengkajian Karya", 3)
    ]
    assert counts("Saham PT Sumber Raya Tbk atau Sumra naik. Kini Sumra untung.") == [
        ("PT Sumber Raya Tbk", 3)
    ]
    assert counts("Bank Sentral Amerika Serikat (AS) diam. Dolar AS naik.") == [
        ("Bank Sentral Amerika Serikat", 1)
    ]


def test_an_unlisted_name_is_found_again_in_the_headline() -> None:
    found = names("Kepala SD Muhammadiyah Sapan hadir. Kata SD Muhammadiyah Sapan, ya.",
                  "SD Muhammadiyah Sapan Gelar Acara Besar").agencies  # fmt: skip
    assert [(agency.name, agency.count) for agency in found] == [("SD Muhammadiyah Sapan", 3)]


def test_units_stand_below_the_unit_of_their_province() -> None:
    def parents(body: str) -> list[str | None]:
        return [agency.parent for agency in names(body).agencies]

    assert parents("Ia melapor ke Polres Sambas.") == ["Polda Kalimantan Barat"]
    assert parents("Ia melapor ke Polres Metro Bekasi.") == ["Polda Metro Jaya"]
    assert parents("Dinas Sosial Kabupaten Cilacap hadir.") == ["Pemerintah Kabupaten Cilacap"]
    assert parents("Berkasnya ada di Satreskrim Polres Sambas.") == ["Polres Sambas"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ia hadir di Kantor MUI Kota Kupang.", ["MUI Kota Kupang"]),
        ("Rapat Forum Koordinasi Pimpinan Daerah (Forkopimda) dan Gugus Tugas Bahari Raya usai.",
         ["Forum Koordinasi Pimpinan Daerah", "Gugus Tugas Bahari Raya"]),
        ("Kata Menteri Koordinator Bidang Hukum, Hak Asasi Manusia, Imigrasi, dan Pemasyarakatan"
         " Dara Kusuma, ya.", []),
        ("Pemain sinetron Ikatan Bahari itu viral.", []),
        ("Duel Selangoria FC usai.", ["Selangoria FC"]),
        ("Ia kerja di perusahaan BUMN.", []),
        ("Ia bermain untuk klub Premier League.", []),
        ("Ia dibawa ke Rutan Kelas II B Bangli.", ["Rutan Bangli"]),
        ("Laporan Dewan Pengawas KPK terbit.", ["Dewan Pengawas KPK"]),
        ("Ia ditangkap Reskrim Polda Bali.", ["Reskrim Polda Bali"]),
        ("Warga dibantu Brimob Polda Bali.", ["Satbrimob Polda Bali"]),
        ("Itu kata NCB Interpol Indonesia dan Interpol Beijing.",
         ["NCB Interpol Indonesia", "Interpol Beijing"]),
        ("Ini kebijakan forkopimda Gresik.", ["Forkopimda Gresik"]),
        ("Mereka singgah di Gereja Bebek Bukit Sari.", []),
        ("Direktorat Penempatan Luar Negeri Kemlu mencatat.",
         ["Direktorat Penempatan Luar Negeri", "Kementerian Luar Negeri"]),
    ],
)  # fmt: skip
def test_bodies_beside_offices_works_and_other_bodies(body: str, expected: list[str]) -> None:
    assert agencies(body) == expected
