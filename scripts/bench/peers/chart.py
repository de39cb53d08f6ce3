"""Draws the chart of `results.json`: rates by calls in flight, reading times by page size."""

import json
import sys
from pathlib import Path

import matplotlib as mpl

mpl.use("svg")
from matplotlib import pyplot as plt

COLOURS = {
    "ours": "#0b6e4f",
    "aiohttp": "#1d3557",
    "httpx": "#c1121f",
    "vanilla": "#e07a1f",
    "openapi-generator": "#8d6a9f",
    "pydantic": "#457b9d",
    "msgspec": "#8a8a8a",
}


def draw(results, chart):
    plt.rcParams.update(
        {
            "svg.fonttype": "none",
            "svg.hashsalt": "bench",
            "font.size": 9,
            "font.family": "sans-serif",
        }
    )
    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4), layout="constrained")
    curves(left, results["growth"]["calls_per_s_by_in_flight"], 1)
    left.set(
        title="calls a second, latency 20 ms", xlabel="calls in flight", xscale="log", yscale="log"
    )
    curves(right, results["growth"]["us_by_page_size"], 1000)
    right.set(title="reading a page of full invoices, ms", xlabel="invoices on the page", ylim=0)
    ticks = [1, 2, 5, 10, 20, 50, 100, 200, 500]
    left.set_xticks(ticks, [str(tick) for tick in ticks])
    left.minorticks_off()
    rates = [50, 100, 200, 500, 1000, 2000, 5000, 10000]
    left.set_yticks(rates, [f"{rate:,}" for rate in rates])
    for axes in (left, right):
        axes.grid(alpha=0.3)
        axes.spines[["top", "right"]].set_visible(False)
        axes.legend(frameon=False)
    figure.patch.set_facecolor("white")
    figure.savefig(chart, metadata={"Date": None})


def curves(axes, found, unit):
    for name, points in found.items():
        xs = [int(x) for x in points]
        axes.plot(
            xs,
            [y / unit for y in points.values()],
            "o-",
            ms=3,
            lw=1.8,
            label=name,
            color=COLOURS[name],
        )


if __name__ == "__main__":
    draw(json.loads(Path(sys.argv[1]).read_text("utf-8")), sys.argv[2])
