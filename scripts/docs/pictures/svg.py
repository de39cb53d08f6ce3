"""Drawings that follow the colours of the page, light or dark. Pure."""

from __future__ import annotations

from html import escape

STYLE = """
  text { font-family: system-ui, "Segoe UI", Roboto, sans-serif; font-size: 14px; fill: #1f2328 }
  .code { font-family: ui-monospace, "SFMono-Regular", Menlo, monospace; font-size: 13px }
  .strong { font-weight: 600 }
  .faint { fill: #57606a; font-size: 13px }
  .box { fill: #ffffff; stroke: #8c959f }
  .area { fill: #f3f5f7; stroke: none }
  .yes { fill: #d7f2e3; stroke: #0b6e4f }
  .no { fill: #fbe3e0; stroke: #b3392b }
  .maybe { fill: #fdf3d0; stroke: #8a6a00 }
  .line { fill: none; stroke: #57606a; stroke-width: 1.5 }
  .head { fill: #57606a }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .faint { fill: #9da7b1 }
    .box { fill: #161b22; stroke: #6e7681 }
    .area { fill: #1b2027 }
    .yes { fill: #10382a; stroke: #5fd3a8 }
    .no { fill: #44201c; stroke: #f0857a }
    .maybe { fill: #3b3111; stroke: #e3c35a }
    .line { stroke: #9da7b1 }
    .head { fill: #9da7b1 }
  }
"""


class Drawing:
    """A drawing that grows by shapes. Lengths are in pixels."""

    def __init__(self, width: int, height: int, title: str) -> None:
        self._head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}" role="img" aria-label="{escape(title)}">'
        )
        self._shapes: list[str] = []

    def text(self, x: float, y: float, said: str, kind: str = "", *, middle: bool = False) -> None:
        """Writes a line; `y` is its foot."""
        anchor = ' text-anchor="middle"' if middle else ""
        kind = f' class="{kind}"' if kind else ""
        self._shapes.append(f'<text x="{x:g}" y="{y:g}"{kind}{anchor}>{escape(said)}</text>')

    def box(self, x: float, y: float, width: float, height: float, kind: str = "box") -> None:
        """Draws a rectangle with round corners."""
        size = f'width="{width:g}" height="{height:g}"'
        self._shapes.append(f'<rect class="{kind}" x="{x:g}" y="{y:g}" {size} rx="6"/>')

    def arrow(self, *points: tuple[float, float]) -> None:
        """Draws a line through points, with a head at its end."""
        path = " ".join(
            f"{'L' if place else 'M'}{x:g} {y:g}" for place, (x, y) in enumerate(points)
        )
        self._shapes.append(f'<path class="line" d="{path}"/>')
        (before_x, before_y), (x, y) = points[-2:]
        along = (x > before_x) - (x < before_x), (y > before_y) - (y < before_y)
        sides = [
            (x - 7 * along[0] + 4 * along[1] * side, y - 7 * along[1] + 4 * along[0] * side)
            for side in (1, -1)
        ]
        corners = " ".join(f"{left:g},{top:g}" for left, top in [(x, y), *sides])
        self._shapes.append(f'<polygon class="head" points="{corners}"/>')

    def source(self) -> str:
        """The drawing as a file."""
        return "\n".join([self._head, f"<style>{STYLE}</style>", *self._shapes, "</svg>", ""])
