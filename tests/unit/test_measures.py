"""Measures: every key of the contract in several wordings, and how a clause tells of a count."""

from __future__ import annotations

import pytest

from index.article import BODY, TITLE, Figure
from index.figures import find_figures
from index.figures.measures import measures


def _figures(body: str, title: str | None = None) -> tuple[Figure, ...]:
    return find_figures(
        title, body, published="2025-06-20", people=(), agencies=(), places=(), quotes=()
    )


# Active, passive, nominal, linked and headline wordings; "|" parts a headline from the body.
WORDINGS = {
    "passport_deferred": [
        "Kantor itu menunda penerbitan 120 paspor sejak Mei.",
        "Sebanyak 303 permohonan paspor ditangguhkan karena diduga akan bekerja secara ilegal.",
        "Penundaan penerbitan paspor terhadap calon pekerja mencapai 540 pemohon.",
        "Paspor yang ditunda penerbitannya berjumlah 88 buku.",
        "Imigrasi Tunda 45 Paspor CPMI|Isi berita tanpa angka.",
    ],
    "passport_rejected": [
        "Petugas menolak 371 permohonan paspor.",
        "Ada 60 paspor yang ditolak penerbitannya.",
        "Penolakan permohonan paspor sebanyak 90 orang dilakukan tahun ini.",
        "Pembatalan paspor dilakukan terhadap 15 orang.",
    ],
    "departure_deferred": [
        "Keberangkatan 141 orang ditunda di bandara.",
        "Petugas mencegah 32 calon pekerja migran ilegal.",
        "Imigrasi menggagalkan keberangkatan 20 WNI ke Kamboja.",
        "Sebanyak 17 CPMI nonprosedural gagal berangkat.",
        "Pencegahan keberangkatan terhadap 55 orang dilakukan.",
        "Sebanyak 141 orang mengalami penundaan keberangkatan.",
        "Tim mengamankan 24 calon pekerja migran yang hendak berangkat ke Malaysia.",
        "Imigrasi Gagalkan 12 Calon PMI ke Malaysia|Isi berita tanpa angka.",
    ],
    "entry_refused": [
        "Imigrasi menolak masuk 1.822 WNA.",
        "Sebanyak 30 warga asing ditolak masuk ke Indonesia.",
        "Penolakan kedatangan terhadap 44 WNA terjadi di bandara.",
        "Petugas menolak 21 orang asing yang hendak masuk ke Indonesia.",
    ],
    "passports_issued": [
        "Imigrasi menerbitkan 4.838.581 paspor.",
        "Paspor yang diterbitkan berjumlah 1.200 buku.",
        "Sebanyak 700 paspor elektronik diterbitkan oleh kantor itu.",
        "Penerbitan paspor mencapai 900 buku.",
    ],
    "admin_sanction": [
        "TAK dijatuhkan kepada 2.041 WNA.",
        "Sebanyak 77 orang asing dikenai tindakan administratif keimigrasian.",
        "Tindakan administratif keimigrasian berjumlah 190 tindakan.",
        "Sebanyak 84 WNA dikenakan sanksi administratif keimigrasian.",
    ],
    "deportation": [
        "Imigrasi mendeportasi 1.503 orang asing.",
        "Sebanyak 33 WNA dideportasi ke negara asalnya.",
        "Pendeportasian terhadap 12 warga negara asing dilakukan malam itu.",
        "Imigrasi Deportasi 9 WNA|Isi berita tanpa angka.",
    ],
    "detention": [
        "Sebanyak 23 tindakan pendetensian dilakukan.",
        "Rudenim itu dihuni 80 deteni.",
        "Sebanyak 14 WNA didetensi di sana.",
        "Sebanyak 19 orang ditempatkan di ruang detensi.",
        "Rudenim Pekanbaru menampung 71 pengungsi.",
    ],
    "travel_ban": [
        "Penangkalan terhadap 8.695 orang dilakukan.",
        "Sebanyak 40 orang dicegah ke luar negeri.",
        "Lembaga itu mencegah lima orang bepergian ke luar negeri.",
        "Nama 25 orang masuk daftar cekal.",
    ],
    "pro_justitia": [
        "Ada 267 kasus projustisia.",
        "Sebanyak 31 WNA diproses secara pro justitia.",
        "Tindakan pro-yustisia dikenakan terhadap 12 orang.",
    ],
    "border_crossings": [
        "Jumlah perlintasan mencapai 46.735.310 orang.",
        "Tercatat 12.000 pelintas di pos lintas batas negara.",
        "Sebanyak 5.000 orang melintas di PLBN itu.",
    ],
    "reports_received": [
        "Polri menerima 494 laporan polisi.",
        "Serikat itu menerima 2.456 pengaduan.",
        "Sebanyak 60 aduan masuk ke layanan itu.",
        "Pengaduan yang masuk berjumlah 120 laporan.",
        "Sebanyak 15 orang melapor ke polisi.",
        "Satgas menerima 37 laporan dari masyarakat.",
        "Kedutaan menerima aduan dari 75 warga.",
    ],
    "cases_uncovered": [
        "Polda itu mengungkap 25 kasus TPPO.",
        "Sebanyak sembilan kasus TPPO diungkap polisi.",
        "Pengungkapan 12 kasus itu dilakukan selama sebulan.",
        "Polda Bongkar 7 Kasus Perdagangan Orang|Isi berita tanpa angka.",
    ],
    "suspects": [
        "Satgas menetapkan 212 orang sebagai tersangka.",
        "Sebanyak 34 orang ditetapkan sebagai tersangka.",
        "Tersangka yang ditangkap berjumlah 21 orang.",
        "Penetapan 12 tersangka diumumkan hari ini.",
        "Polisi Tangkap 3 Tersangka TPPO|Isi berita tanpa angka.",
        "Dua pria menganiaya seorang warga.",
        "Sebanyak empat orang masih buron.",
        "Polisi meringkus lima pria pengeroyok.",
    ],
    "victims": [
        "Petugas menyelamatkan 127 orang dari rumah itu.",
        "Korban yang diselamatkan sebanyak 824 orang.",
        "Sebanyak 12 perempuan diperdagangkan ke luar negeri.",
        "Penyelamatan 17 ABK dilakukan kemarin.",
        "Sindikat itu memperdagangkan ratusan orang.",
        "Satgas Selamatkan 30 Korban TPPO|Isi berita tanpa angka.",
        "Kini korbannya berjumlah 12 orang.",
        "Tiga siswa sekolah itu menjadi korban.",
    ],
    "case_stage": [
        "Sebanyak 83 kasus masuk tahap penyelidikan.",
        "Perkara yang sudah P-21 ada empat kasus.",
        "Ada 19 berkas perkara yang dilimpahkan ke kejaksaan.",
    ],
    "repatriation": [
        "Sebanyak 130 WNI sudah dipulangkan.",
        "Pemerintah memulangkan 84 WNI dari Myanmar.",
        "Pemulangan 46 WNI berlangsung pada 21 Februari.",
        "Kemlu Pulangkan 54 WNI dari Kamboja|Isi berita tanpa angka.",
        "Repatriasi terhadap 1.829 orang telah dilakukan.",
        "Sebanyak 34 ribu pekerja migran akan kembali ke tanah air.",
    ],
    "scam_cases": [
        "Lebih dari 10.000 WNI terlibat dalam online scam.",
        "Tercatat 5.111 kasus penipuan daring.",
        "Kementerian itu menangani 900 kasus WNI terkait online scam.",
    ],
    "protection_requests": [
        "LPSK menerima 398 permohonan perlindungan.",
        "Sebanyak 294 pemohon sudah mendapat perlindungan dari LPSK.",
        "Ada 120 orang yang mengajukan perlindungan ke LPSK.",
        "Sebanyak 550 korban mengajukan permohonan perlindungan.",
    ],
    "restitution": [
        "LPSK memfasilitasi 439 permohonan restitusi.",
        "Restitusi yang dibayarkan mencapai Rp7.488.725.925.",
    ],
    "deaths": [
        "Sebanyak 1.937 pekerja migran meninggal dunia.",
        "Kecelakaan itu menewaskan 12 orang.",
        "Korban tewas berjumlah delapan orang.",
        "Jenazah 14 pekerja migran tiba di bandara.",
        "Ada 124 peti jenazah yang tiba tahun itu.",
    ],
    "seized": [
        "Polisi menyita 14 paspor dan 13 unit ponsel.",
        "Barang bukti yang diamankan berupa 20 unit ponsel.",
        "Sebanyak 12 laptop disita penyidik.",
    ],
    "sentence": [
        "Terdakwa divonis delapan tahun penjara.",
        "Jaksa menuntut terdakwa dengan pidana 10 tahun penjara.",
    ],
    "change": [
        "Deportasi meningkat 75,19 persen dibandingkan tahun lalu.",
        "Lonjakan kasus mencapai 638 persen.",
        "Pertumbuhan ekonomi mencapai 5,1 persen.",
        "Langkah itu mengurangi risiko hingga 24 persen.",
    ],
    "share": [
        "Sebanyak 73,64 persen dari total TAK berupa deportasi.",
        "Sekitar 60 persen pekerja adalah perempuan.",
    ],
    "population": [
        "Terdapat 17.212 WNI yang menetap di Kamboja.",
        "Tahun 2020 ada 2.330 orang yang lapor diri.",
        "Ada sekitar 150 ribu orang Indonesia yang bekerja di Kamboja.",
        "Jumlah PMI di Taiwan mencapai 300 ribu orang.",
        "Layanan itu tersedia bagi 360 ribu PMI di Taiwan.",
        "Ribuan pengungsi tinggal di Aceh.",
    ],
    "persons": [
        "Polisi menangkap 30 orang di rumah itu.",
        "Sebanyak 5.000 pekerja migran menghadiri konser itu.",
        "Korban bersama empat orang temannya datang dari Kuta.",
        "Polisi mengerahkan 200 personel.",
        "Sekitar 70 WNI di Taiwan mengikuti lomba.",
    ],
    "money": ["Korban membayar Rp4,5 juta.", "Kerugian negara mencapai USD 2,7 miliar."],
    "other": [
        "Kami punya 185 desa binaan.",
        "Ada tujuh kasus positif virus corona di kota itu.",
        "Suku bunga acuan berada di level 5,75 persen.",
        "Tarif impor sebesar 19 persen berlaku bulan depan.",
        "Tercatat 14 kejadian cuaca ekstrem.",
    ],
}


@pytest.mark.parametrize(
    ("measure", "text"), [(key, text) for key, texts in WORDINGS.items() for text in texts]
)
def test_every_measure_in_its_wordings(measure: str, text: str) -> None:
    title, _, body = text.rpartition("|")
    assert {figure.measure for figure in _figures(body, title or None)} == {measure}


def test_no_measure_is_left_without_a_wording() -> None:
    assert WORDINGS.keys() == measures().keys


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # An object keeps its verb, whatever another verb says of another object.
        ("Serangan itu merenggut 400 nyawa dan membuat 125 ribu orang mengungsi.",
         ["deaths", "persons"]),
        ("Kecelakaan itu menewaskan 12 orang dan melukai 30 orang.", ["deaths", "victims"]),
        ("Tiga orang tewas dan lima orang luka-luka.", ["deaths", "victims"]),
        # Whoever does a deed is not who it is done to.
        ("Tiga pria menipu 30 orang.", ["suspects", "victims"]),
        ("Sebanyak 30 orang ditipu oleh dua orang.", ["victims", "suspects"]),
        ("Sebanyak 20 petugas menyelamatkan 40 orang.", ["persons", "victims"]),
        # A predicate behind a list is that of all its members.
        ("Sebanyak 15 pria dan 21 wanita ditemukan meninggal dunia.", ["deaths", "deaths"]),
        # Parts share the measure of their whole, but what they are called is their own.
        ("Polisi menangkap 25 pelaku, terdiri dari 13 pria dan 12 wanita.", ["suspects"] * 3),
        ("Ada 50 orang, terdiri dari 20 korban dan 30 tersangka.",
         ["persons", "victims", "suspects"]),
        ("Dari 44 orang tersangka itu, 30 orang ditahan.", ["suspects", "suspects"]),
        ("Ada 6.000 korban di sana. Sekitar 3.900 di antaranya berasal dari Anu.",
         ["victims", "victims"]),
        # A comparison compares like with like.
        ("Jumlah itu naik dari 12 korban menjadi 30 orang.", ["victims", "victims"]),
        # A noun for a deed or a part elsewhere in the clause is another part of it.
        ("Penyidik menggeledah 10 rumah untuk mencari barang bukti.", ["other"]),
        ("Dua pemuda dibawa ke depan adik korban.", ["persons"]),
        ("Kasus itu memuat penganiayaan yang dilakukan enam oknum.", ["suspects"]),
        ("Pencabulan terhadap belasan anak terungkap.", ["victims"]),
        # A level that something falls from or to is no fall.
        ("Angka stunting turun dari 37,2 persen menjadi 30,2 persen.", ["share", "share"]),
        ("Angka stunting turun 7 persen menjadi 30,2 persen.", ["change", "share"]),
        ("Pertumbuhan ekonomi naik dari 4,9 persen menjadi 5,1 persen.", ["change", "change"]),
        # A people counted per place; an event at a place; residents who are moved.
        ("Terdapat 1.162 WNI di Suriah, dengan 29 WNI berada di Aleppo dan 6 WNI di Hama.",
         ["population"] * 3),
        ("Di Lebanon ada 216 WNI.", ["population"]),
        ("Pesawat itu menjemput 245 WNI di Wuhan.", ["persons"]),
        ("Sebanyak 200 ribu penduduk dievakuasi.", ["persons"]),
        ("Rumah sakit itu melayani 4 juta penduduk.", ["population"]),
        # Who stands behind an offence in the passive commits it; a nearer verb has its own object.
        ("Pemuda itu dikeroyok lima orang.", ["suspects"]),
        ("Mereka menewaskan 1.200 orang dan menyandera 250 warga.", ["deaths", "victims"]),
        # The companions of a victim, and the others, are not the victims.
        ("Korban bersama temannya yang berjumlah enam orang hendak pulang.", ["persons"]),
        ("Sebanyak 580 orang terluka, dan sembilan lainnya masih hilang.", ["victims", "persons"]),
        # An event of a people is no population, but a number of residents is.
        ("Lebih dari 60.000 migran tiba di Yaman.", ["persons"]),
        ("Jumlah PMI di Saudi, yang pernah mencapai 2 juta orang, kini hanya 100 ribu orang.",
         ["population", "population"]),
        ("Program itu menyasar total penduduk 4.985.944 jiwa.", ["population"]),
        # A few who are somewhere are no population.
        ("Ada 4 WNI yang berada di Kapal Anu.", ["persons"]),
        # Who survives is not dead, and who is evacuated at home is not brought home.
        ("Kecelakaan itu menewaskan 38 orang dan 29 orang lainnya selamat.",
         ["deaths", "persons"]),
        ("Tim mengevakuasi 500 penumpang kereta.", ["persons"]),
        ("Tim mengevakuasi 500 WNI dari Sudan.", ["repatriation"]),
        # What dies is people, though nobody has listed the noun.
        ("Sebanyak 11 pendaki tewas di gunung itu.", ["deaths"]),
        ("Lokasi para korban adalah muara dari dua aliran sungai.", ["other"]),
        # The kin of a victim are none.
        ("Bantuan diterima 22 keluarga korban.", ["persons"]),
    ],
)  # fmt: skip
def test_measures_by_the_clause(body: str, expected: list[str]) -> None:
    assert [figure.measure for figure in _figures(body)] == expected


def test_a_count_keeps_the_measure_of_the_headline() -> None:
    figures = _figures("Rombongan 34 orang itu tiba pagi tadi.", "Imigrasi Deportasi 34 WNA")
    assert [(figure.part, figure.measure) for figure in figures] == [(BODY, "deportation")]


def test_a_headline_runs_on_from_its_noun_to_its_verb() -> None:
    figures = _figures("Isi berita tanpa angka.", "Dua Pemuda Lampung Perkosa Remaja Putri")
    assert [figure.measure for figure in figures] == ["suspects"]


def test_a_count_takes_up_the_people_of_the_sentence_before() -> None:
    figures = _figures("Para korban dibawa ke rumah aman. Jumlahnya 12 orang.")
    assert [figure.measure for figure in figures] == ["victims"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Satgas menetapkan 212 orang sebagai tersangka.", "sebagai tersangka"),
        ("Sebanyak 130 WNI sudah dipulangkan.", "dipulangkan"),
        ("Rapat itu dihadiri 40 orang.", "dihadiri"),
        ("Di sana ada 40 orang.", "orang"),
        ("Harganya Rp40.000.", "Rp40.000"),
    ],
)
def test_a_measure_says_from_which_words_it_is_read(body: str, words: str) -> None:
    (figure,) = _figures(body)
    assert [
        body[reason.start : reason.end] for reason in figure.reasons if reason.field == "measure"
    ] == [words]


def test_reasons_stand_in_the_part_of_the_figure() -> None:
    title, body = "Imigrasi Deportasi 34 WNA", "Yang pulang 34 orang, dua di antaranya anak."
    for figure in _figures(body, title):
        text = {BODY: body, TITLE: title}[figure.part]
        for reason in figure.reasons:
            assert 0 <= reason.start < reason.end <= len(text)
