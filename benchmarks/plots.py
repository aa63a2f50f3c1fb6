"""Draws cost against document length and against the number of rules into docs/performance.svg.

`python benchmarks/plots.py [CORPUS.jsonl]`; by default the invented corpus.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from costs import by_length, by_rules, texts_of
from invented import articles

Point = tuple[float, float]
_WIDTH, _HEIGHT, _LEFT, _BOTTOM = 360, 260, 60, 45
TARGET = Path(__file__).parents[1] / "docs" / "performance.svg"


def chart(points: Sequence[Point], across: str, offset: int) -> str:
    """One chart as SVG: the measured points, and the straight line through the last one and no cost at all."""
    most_x, most_y = max(x for x, _ in points) * 1.05, max(y for _, y in points) * 1.15
    wide, high = _WIDTH - _LEFT - 15, _HEIGHT - _BOTTOM - 20

    def place(point: Point) -> Point:
        return offset + _LEFT + point[0] / most_x * wide, 20 + high - point[1] / most_y * high

    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="#1f6feb"/>' for x, y in map(place, points))
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(place, points))
    (zero_x, zero_y), (end_x, end_y) = place((0, 0)), place(points[-1])
    ticks = [
        f'<text x="{place((x, 0))[0]:.1f}" y="{zero_y + 16:.1f}" text-anchor="middle">{x:.3g}</text>'
        f'<text x="{zero_x - 6:.1f}" y="{place((0, y))[1] + 4:.1f}" text-anchor="end">{y:.2g}</text>'
        for x, y in points[-3:]  # the smaller ones stand too close for labels
    ]
    straight = f'x1="{zero_x:.1f}" y1="{zero_y:.1f}" x2="{end_x:.1f}" y2="{end_y:.1f}"'
    return (
        f'<line {straight} stroke="#999" stroke-dasharray="4"/>'
        f'<polyline points="{path}" fill="none" stroke="#1f6feb"/>{dots}{"".join(ticks)}'
        f'<path d="M{zero_x:.1f} 20V{zero_y:.1f}H{offset + _WIDTH - 10}" fill="none" stroke="#333"/>'
        f'<text x="{zero_x + wide / 2:.1f}" y="{zero_y + 36:.1f}" text-anchor="middle">{across}</text>'
        f'<text x="{zero_x:.1f}" y="12">ms a document</text>'
    )


def main() -> None:
    """Measure and draw."""
    texts = texts_of(Path(sys.argv[1])) if sys.argv[1:] else list(articles(1_500_000))
    length, count = list(by_length(texts)), list(by_rules(texts[:300]))
    for name, points in (("kB", length), ("rules", count)):
        print(name, ", ".join(f"{x:.3g}: {y:.3g} ms" for x, y in points))
    TARGET.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{2 * _WIDTH}" height="{_HEIGHT}" font-family="sans-serif"'
        f' font-size="10"><rect width="100%" height="100%" fill="#fff"/>{chart(length, "kB of text", 0)}'
        f"{chart(count, 'rules', _WIDTH)}</svg>\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
