"""What checks of figures show, in Indonesian."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, str]] = {
    "check.parts.agrees": "Rinciannya berjumlah {expected}.",
    "check.parts.incomplete": "Rinciannya hanya berjumlah {expected}, yang tercetak {printed}.",
    "check.parts.exceeds": (
        "Rinciannya berjumlah {expected}, di atas {printed}: mungkin saling beririsan."
    ),
    "check.share.agrees": "Jumlah-jumlahnya memberi {expected}.",
    "check.share.differs": "Jumlah-jumlahnya memberi {expected}, yang tercetak {printed}.",
    "check.change.agrees": "Kedua nilainya memberi {expected}.",
    "check.change.differs": "Kedua nilainya memberi {expected}, yang tercetak {printed}.",
    "check.headline.absent": "Judul menyebut {printed}, isi berita tidak.",
    "check.headline.differs": "Judul menyebut {printed}, isi berita menyebut {first}.",
    "check.same_number.differs": (
        "{printed} di sini menghitung satu hal dan di tempat lain hal yang berbeda: {first}."
    ),
    "check.reports.agrees": "{others} naskah lain juga memberitakannya.",
    "check.reports.grows": "Pada waktu lain diberitakan {first}: hitungannya masih berjalan.",
    "check.reports.differs": "Di tempat lain diberitakan {first} untuk hari-hari yang sama.",
    "check.reports.miscopied": (
        "Di tempat lain diberitakan {first}: salah satunya mungkin salah kutip."
    ),
    "check.reports.redated": "Angka yang sama diberitakan untuk kurun lain: {period}.",
    "check.reports.renamed": "Angka yang sama diberitakan untuk hal lain: {first}.",
    "check.reports.revised": "Sumber yang sama juga memberitakan {first}, pada hari lain.",
}
