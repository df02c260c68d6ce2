#!/usr/bin/env python3
"""Writes reference.json: reference values for the tests of volumes, by NumPy and SciPy.

    python3 -m venv reference && reference/bin/pip install numpy==2.4.6 scipy==1.17.1
    reference/bin/python generate.py

Random inputs are written into the file, rounded, so that it stays the same whatever a later NumPy draws.
"""
import json
import os

import numpy as np
from scipy import stats

HERE = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(20130401)


def spread_case(values):
    values = [round(float(value), 6) for value in values]
    return {
        "values": values,
        "median": float(np.median(values)),
        # Consistent for the normal distribution, without a correction for few values.
        "mad": float(stats.median_abs_deviation(values, scale="normal")),
    }


def mean_spread(size, draws=400_000):
    """Mean of the median absolute deviation of standard normal samples: one over the correction for few values."""
    samples = rng.standard_normal((draws, size))
    return {"size": size, "mean": float(np.mean(stats.median_abs_deviation(samples, axis=1, scale="normal")))}


def alarms(mean, past, deviation, deviations, dispersion, draws=200_000):
    """How often counts of one mean are off, by the definitions in docs/volume.md, counted with NumPy alone."""
    def draw(size):
        if dispersion == 1:
            return rng.poisson(mean, size)
        return rng.negative_binomial(mean / (dispersion - 1), 1 / dispersion, size)

    before = np.median(draw((draws, past)), axis=1)
    now = draw(draws)
    efficiency = 1 if past <= 2 else np.pi / 2
    noise = np.sqrt(dispersion * (1 + efficiency / past))
    distance = 2 * (np.sqrt(now + 3 / 8) - np.sqrt(before + 3 / 8)) / noise
    off = (np.abs(now - before) >= deviation * before) & (np.abs(distance) >= deviations)
    return {
        "mean": mean,
        "past": past,
        "deviation": deviation,
        "noise": deviations,
        "overdispersion": dispersion,
        "share": float(np.mean(off)),
        "share_without_allowance": float(np.mean(np.abs(now - before) >= deviation * before)),
    }


def distances():
    """Anscombe's roots of pairs of counts."""
    pairs = [(3, 5), (0, 0), (0, 12), (60, 100), (140, 100), (7, 0), (1000, 1400), (12, 9.5)]
    return [
        {"count": a, "expected": b, "roots": float(2 * (np.sqrt(a + 0.375) - np.sqrt(b + 0.375)))} for a, b in pairs
    ]


def share_alarms(share, calls, past, deviations, draws=200_000):
    """How often a share of Poisson calls lies beyond the band around that of all past calls, by the arcsine of its root."""
    calls_before = rng.poisson(calls, (draws, past)).sum(axis=1)
    calls_now = np.maximum(1, rng.poisson(calls, draws))
    before = rng.binomial(calls_before, share)
    now = rng.binomial(calls_now, share)
    angle = lambda events, trials: np.arcsin(np.sqrt((events + 3 / 8) / (trials + 3 / 4)))
    noise = np.sqrt(1 / (4 * calls_now + 2) + 1 / (4 * calls_before + 2))
    far = angle(now, calls_now) - angle(before, calls_before) >= deviations * noise
    return {"share": share, "calls": calls, "past": past, "noise": deviations, "above": float(np.mean(far))}


def share_edges():
    """The share of `trials` at which the arcsine lies three standard deviations above that of earlier events."""
    found = []
    for events, before, trials in [(4, 100, 30), (12, 1600, 400), (50, 100, 100), (0.5, 60, 12)]:
        noise = np.sqrt(1 / (4 * trials + 2) + 1 / (4 * before + 2))
        top = np.arcsin(np.sqrt((events + 3 / 8) / (before + 3 / 4))) + 3 * noise
        found.append({
            "events": events, "before": before, "trials": trials,
            "high": float((np.sin(top) ** 2 * (trials + 3 / 4) - 3 / 8) / trials),
        })
    return found


def log_spread(name, figure, calls, draws=100_000):
    """Standard deviation of the logarithm of a figure of exponential values."""
    samples = rng.exponential(1, (draws, calls))
    return {"aggregate": name, "calls": calls, "spread": float(np.std(np.log(figure(samples))))}


def few_beyond(windows, robust, mean, correction, draws=1_000_000):
    """How often a normal value lies beyond so many robust spreads, or so many by the mean deviation, of others' median."""
    corrections = dict(zip(range(2, 10), (1.196, 1.495, 1.363, 1.206, 1.2, 1.14, 1.129, 1.107)))
    own = np.random.default_rng(windows)
    past = own.standard_normal((draws, windows))
    far = np.abs(own.standard_normal(draws) - np.median(past, axis=1))
    distance = np.abs(past - np.median(past, axis=1)[:, None])
    by_median = np.median(distance, axis=1) / stats.norm.ppf(0.75)
    by_median *= corrections.get(windows, windows / (windows - 0.8))
    by_mean = correction * np.mean(distance, axis=1) * np.sqrt(np.pi / 2)
    beyond = np.mean((far > robust * by_median) | (far > mean * by_mean))
    return {
        "windows": windows, "robust": robust, "mean": mean, "correction": correction,
        "share": float(beyond), "average": float(np.mean(by_mean)),
    }


reference = {
    "spreads": [
        spread_case(values)
        for values in (
            [1, 2], [5, 5, 5], [1, 2, 3, 100], [0, 0, 0, 0, 9], rng.normal(100, 15, 4), rng.normal(-3, 2, 7),
            rng.lognormal(3, 1, 9), rng.normal(0, 1, 12), rng.poisson(40, 26), rng.normal(1e9, 1, 5),
        )
    ],
    "corrections": [mean_spread(size) for size in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 26, 52)],
    "distances": distances(),
    "alarms": [
        alarms(mean, past, 0.4, 3, dispersion)
        for mean in (1, 3, 10, 30, 100, 1000)
        for past in (1, 4, 8)
        for dispersion in (1, 3)
    ],
    "shareEdges": share_edges(),
    "shareAlarms": [
        share_alarms(share, calls, past, 3)
        for share in (0.01, 0.04, 0.3)
        for calls in (12, 30, 100, 400)
        for past in (1, 4)
    ],
    "logSpreads": [
        log_spread(name, figure, calls)
        for calls in (100, 400)
        for name, figure in (
            ("p50", lambda x: np.quantile(x, 0.5, axis=1)), ("p95", lambda x: np.quantile(x, 0.95, axis=1)),
            ("avg", lambda x: np.mean(x, axis=1)),
        )
    ],
    "beyond": [
        few_beyond(*one)
        for one in (
            (4, 26.9, 8.2, 1.204), (5, 27.2, 6.2, 1.204), (6, 11.9, 5.2, 1.134), (7, 12.4, 4.7, 1.134), (8, 8.4, 4.3, 1.1),
            (10, 6.9, 3.9, 1.08), (12, 5.9, 3.7, 1.067), (16, 5.0, 3.4, 1.05), (20, 4.6, 3.3, 1.04), (28, 4.1, 3.1, 1.028), (60, 3.5, 2.95, 1.013),
        )
    ],
}

with open(os.path.join(HERE, "reference.json"), "w", encoding="utf-8") as file:
    json.dump(reference, file, indent=1)
    file.write("\n")
