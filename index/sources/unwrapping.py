"""Markdown's soft line ends: paragraphs that an editor broke to a width become whole again.

Here blank lines are known to part paragraphs, so one paragraph is enough to tell;
``index.reading.wrapping`` reads texts that know no paragraphs, and asks for more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

# Editors break at 60 to 100 characters; a longer line is a paragraph of its own.
_WIDEST = 120
_NARROWEST = 40
_ENDS = (".", "!", "?", ":", '"', "”", ")")


def unwrapped(lines: Iterable[str], is_mark: Callable[[str], bool]) -> Iterator[str]:
    """``lines`` with those joined that were one paragraph, broken to fit a width.

    Lines between blank ones are joined only if no line could have taken the first word of the
    next, and not all of them end a sentence: paragraphs that stand a line each are not cut so. A
    line that ``is_mark``, and one that ends in two blanks, stays as it is.
    """
    block: list[str] = []
    for line in lines:
        if not line.strip() or is_mark(line):
            yield from _joined(block)
            yield line
            block = []
        else:
            block.append(line)
    yield from _joined(block)


def _joined(block: list[str]) -> list[str]:
    width = max(map(len, block), default=0)
    if len(block) < 2 or not _NARROWEST <= width <= _WIDEST:
        return block
    if all(line.endswith(_ENDS) for line in block[:-1]):
        return block
    for line, following in pairwise(block):
        if line.endswith("  ") or len(line) + 1 + len(following.split(None, 1)[0]) <= width:
            return block
    return [" ".join(line.strip() for line in block)]
