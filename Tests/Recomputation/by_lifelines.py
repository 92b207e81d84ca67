"""Recomputes as recompute.py does, but for what takes time and has not ended, which the Python package lifelines estimates.

pip install lifelines==0.30.3; python3 Tests/Recomputation/by_lifelines.py --content content --site _site

With --series it says of Tests/StatisticsTests/Data/survival.json whether each median and interval there is that of lifelines.
No test runs this, since lifelines is no part of what a build needs: the file holds what it found.
"""
import json
import sys
from pathlib import Path

from lifelines import KaplanMeierFitter

import survival

SERIES = Path(__file__).resolve().parents[1] / "StatisticsTests/Data/survival.json"


def by_lifelines(spans):
    """Returns (median, low, high) of [(length, has ended)]; None where the curve or its bound stays above one half.

    The curve and its bounds are lifelines' own. Its median is not taken as it is: the curve is a sum of logarithms there, so that
    an exact half comes out as 0.5000000000000001 now and then, and the median then is the next length.
    """
    if not spans:
        return None, None, None
    fitter = KaplanMeierFitter().fit([length for length, _ in spans], [ended for _, ended in spans])
    bounds = fitter.confidence_interval_
    return tuple(next((float(time) for time, share in curve.items() if share <= 0.5 + 1e-12), None)
                 for curve in (fitter.survival_function_["KM_estimate"], bounds.iloc[:, 0], bounds.iloc[:, 1]))


def main():
    if "--series" in sys.argv:
        for series in json.loads(SERIES.read_text("utf-8"))["series"]:
            found = by_lifelines(list(zip(series["durations"], series["ended"])))
            print(series["id"], "agrees" if found == (series["median"], series["low"], series["high"]) else found)
        return
    survival.survival = by_lifelines  # before spans.py takes its own from there
    from recompute import main as recompute
    sys.exit(recompute())


if __name__ == "__main__":
    main()
