"""Reported numbers: the grammar of numbers, what they count, and what happened to it."""

from index.figures.find import find_figures

__all__ = ["find_figures"]
