"""Which body stands above a unit of a place: Polres Sambas < Polda Kalimantan Barat < Polri."""

from __future__ import annotations

from index.entities.bodies import Unit, lexicon
from index.entities.gazetteer import gazetteer

_GOVERNMENTS = {
    "kabupaten": "Pemerintah Kabupaten",
    "kab": "Pemerintah Kabupaten",
    "regency": "Pemerintah Kabupaten",
    "kota": "Pemerintah Kota",
    "city": "Pemerintah Kota",
    "provinsi": "Pemerintah Provinsi",
    "province": "Pemerintah Provinsi",
}


def unit_above(unit: Unit, place: str, kind: str, region: str | None) -> str | None:
    """The name of the body above ``unit`` of ``place``, or None.

    A unit with ``above`` stands under that unit of its province (``areas`` has the exceptions); an
    office of a region (Dinas Sosial Kabupaten X) under the region's government, which the printed
    word ``region`` or the ``kind`` of the place tells (UU 23/2014 on regional government).
    """
    if unit.above is not None:
        own = lexicon().areas.get(place) if unit.above == "Polda" else None
        province = gazetteer().provinces.get(place)
        return own or (f"{unit.above} {province}" if province is not None else unit.parent)
    if unit.region and unit.parent is None and not unit.name.startswith("Pemerintah"):
        government = _GOVERNMENTS.get((region or kind).lower())
        return f"{government} {place}" if government is not None else None
    return unit.parent
