"""The tests of Kibana's data drift view, written anew from how Kibana 8 and Elasticsearch 8 work.

Numbers: the baseline's 5th, 10th … 95th percentile cut the range into buckets, of which the one from the 90th to the
95th is left out; Elasticsearch's bucket_count_ks_test compares the shares of both sides in them: both distribution
functions, linear between the buckets' numbers, are inverted at 55 points that lie closer towards the upper end, and the
two lists of 55 numbers are tested as if they were samples, with the exact p-value, whatever the number of documents.

Categories and booleans: Σ(q − p)²/p over shares (a share of zero becomes 1e-6) of the 100 most frequent categories of
each side, at most 100 of them, against a table of χ² quantiles rounded to two digits, of which the nearest gives the
p-value. Drift is p < 0.05 for each field on its own.
"""
import math

import numpy
from scipy import stats

THRESHOLD = 0.05
PERCENTILES = numpy.arange(5, 100, 5)
POINTS = numpy.array([0.1 * (i - 1) + 0.05 / i + 0.1 * j / i for i in range(1, 11) for j in range(i)])
LEVELS = numpy.concatenate([numpy.logspace(-6, -3, 3), numpy.linspace(0.01, 0.99, 99)])
TERMS = 100


def numeric(baseline, current):
    """p-value of two arrays; at least 55 values have to lie in the buckets of the current side."""
    cuts = numpy.percentile(baseline, PERCENTILES)
    shares = counts(baseline, cuts)
    rounded = numpy.round(shares / shares.sum(), 3)
    found = counts(current, cuts)
    if found.sum() < len(POINTS):
        raise ValueError("Below 55 documents Elasticsearch draws the points at random: not written anew here.")
    x, y = [numpy.sort(inverted(side)) for side in (found, rounded)]
    return exact_p(distance(x, y), len(POINTS))


def categorical(baseline, current):
    """p-value of two arrays of categories."""
    p, q = [shares_of(side) for side in (baseline, current)]
    names = list(dict.fromkeys([*p, *q]))[:TERMS]
    if len(names) == 1:
        return 1.0
    squares = [(q.get(name, 0) - p.get(name, 0)) ** 2 / (p.get(name, 0) or 1e-6) for name in names]
    row = stats.chi2.ppf(1 - LEVELS, len(names) - 1).round(2)
    return LEVELS[numpy.argmin(numpy.abs(row - math.fsum(squares)))]


def counts(values, cuts):
    below = numpy.searchsorted(numpy.sort(values), cuts, side="left")
    inner = numpy.diff(below)[:-1]
    return numpy.concatenate([[below[0]], inner, [len(values) - below[-1]]]).astype(float)


def inverted(bins):
    """Where the cumulated shares, linear between 1, 2, 3 …, reach each of the points."""
    cumulated = numpy.concatenate([[0.0], numpy.cumsum(bins)]) / bins.sum()
    right = numpy.clip(numpy.searchsorted(cumulated, POINTS, side="right"), 1, len(cumulated) - 1)
    left = right - 1
    return right + (POINTS - cumulated[left]) / (cumulated[right] - cumulated[left])


def distance(x, y):
    """Largest |i − j| of how many of each list lie before a value, stepped through as Elasticsearch does."""
    i, j = (1, 0) if x[0] < y[0] else (0, 1)
    largest = 0
    while i < len(x) and j < len(y):
        largest = max(largest, abs(i - j))
        i, j = i + int(x[i] <= y[j]), j + int(y[j] <= x[i])
    return max(largest, abs(i - j))


def exact_p(steps, size):
    """P(D ≥ steps/size) of two samples of one size without ties: the reflection principle, in whole numbers."""
    if steps == 0:
        return 1.0
    terms = [(-1) ** (k - 1) * math.comb(2 * size, size - k * steps) for k in range(1, size // steps + 1)]
    return 2 * sum(terms) / math.comb(2 * size, size)


def shares_of(values):
    names, sizes = numpy.unique(values, return_counts=True)
    most = numpy.argsort(-sizes, kind="stable")[:TERMS]
    return {names[k]: sizes[k] / len(values) for k in most}
