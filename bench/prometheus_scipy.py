"""The same question without pushing down: pull every raw sample of the buckets, count in NumPy, test with SciPy."""

import gzip
import json
import sys
import urllib.parse
import urllib.request

import numpy as np
from scipy import stats

HOUR = 3600


def pull(url: str, feature: int, end: int) -> dict[float, tuple[np.ndarray, np.ndarray]]:
    """Times and values of each bucket's counter over the week that ends then."""
    query = urllib.parse.urlencode({"query": f"feature_{feature}_bucket[7d]", "time": end})
    request = urllib.request.Request(f"{url}/api/v1/query?{query}", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as answer:
        body = answer.read()
        body = gzip.decompress(body) if answer.headers["Content-Encoding"] == "gzip" else body
    series = json.loads(body)["data"]["result"]
    return {
        float(one["metric"]["le"].replace("+Inf", "inf")): (
            np.array([time for time, _ in one["values"]]),
            np.array([float(value) for _, value in one["values"]]),
        )
        for one in series
    }


def hourly(buckets: dict[float, tuple[np.ndarray, np.ndarray]], start: int) -> tuple[np.ndarray, np.ndarray]:
    """Counts by hour and bucket, and what stands for a bucket's values: the middle of it."""
    bounds = sorted(buckets)
    ends = start + HOUR * np.arange(169)
    at = np.stack([buckets[le][1][np.searchsorted(buckets[le][0], ends, side="right").clip(1) - 1] for le in bounds])
    counts = np.diff(np.diff(at, axis=1), axis=0, prepend=0).clip(0).round().astype(int)
    lows = np.array([0.0, *bounds[:-1]])
    highs = np.array([*bounds[:-1], 2 * bounds[-2]])
    return counts.T, (lows + highs) / 2


def main(url: str, features: int, start: int, end: int) -> None:
    week = (end - start) // 2
    tests = 0
    for feature in range(features):
        before, middles = hourly(pull(url, feature, start + week), start)
        after, _ = hourly(pull(url, feature, end), start + week)
        for baseline, current in zip(before, after):
            stats.ks_2samp(np.repeat(middles, baseline), np.repeat(middles, current), method="asymp")
            tests += 1
    print(f"{tests} tests by SciPy", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
