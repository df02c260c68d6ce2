"""Times the peers' library calls on the values in a folder: median seconds by method, test and size, as JSON.

The same work as ours: raw, unsorted values of both sides in memory, to the result. SciPy's tests of counts get their
table from pandas.crosstab. A method that needs more than a minute or a kernel matrix beyond memory is left out.
"""
import json
import pathlib
import statistics
import sys
import time
import warnings

import numpy
import pandas
from evidently.legacy.calculations.stattests import get_stattest
from evidently.legacy.core import ColumnType
from scipy import stats

SIZES = [1000, 100_000, 1_000_000]
PATIENCE, FEWEST, MOST = 0.5, 3, 20.0
LARGEST = {("evidently", "mmd"): 1000}
warnings.filterwarnings("ignore")
numpy.seterr(all="ignore")
folder = pathlib.Path(sys.argv[1])


def table(baseline, current):
    side = numpy.repeat([0, 1], [len(baseline), len(current)])
    return pandas.crosstab(side, pandas.concat([baseline, current], ignore_index=True)).to_numpy()


SCIPY = {
    "ks": stats.ks_2samp,
    "anderson_darling": lambda a, b: stats.anderson_ksamp([a, b], variant="midrank"),
    "cramer_von_mises": stats.cramervonmises_2samp,
    "mann_whitney": stats.mannwhitneyu,
    "welch_t": lambda a, b: stats.ttest_ind(a, b, equal_var=False),
    "energy": stats.energy_distance,
    "wasserstein": stats.wasserstein_distance,
    "chi_square": lambda a, b: stats.chi2_contingency(table(a, b), correction=False),
    "fisher": lambda a, b: stats.fisher_exact(table(a, b)),
}
EVIDENTLY = {
    "ks": "ks",
    "anderson_darling": "anderson",
    "cramer_von_mises": "cramer_von_mises",
    "mann_whitney": "mannw",
    "welch_t": "t_test",
    "energy": "ed",
    "wasserstein_normed": "wasserstein",
    "mmd": "empirical_mmd",
    "psi_sturges": "psi",
    "chi_square": "chisquare",
    "fisher": "fisher_exact",
}


def read(kind, size):
    sides = [numpy.fromfile(folder / f"{kind}-{side}-{size}.bin") for side in ("baseline", "current")]
    if kind == "numbers":
        return sides
    names = [f"category {i}" for i in range(10)] if kind == "categories" else ["no", "yes"]
    return [pandas.Series(numpy.array(names, dtype=object)[values.astype(int)]) for values in sides]


def seconds(run):
    begun = time.perf_counter()
    run()
    times = [time.perf_counter() - begun]
    if times[0] < MOST / 4:
        times.clear()
        begun = time.perf_counter()
        while len(times) < FEWEST or time.perf_counter() - begun < PATIENCE:
            before = time.perf_counter()
            run()
            times.append(time.perf_counter() - before)
    return statistics.median(times)


def evidently(name, kind, sides):
    column = ColumnType.Numerical if kind == "numbers" else ColumnType.Categorical
    baseline, current = [pandas.Series(side) for side in sides]
    test = get_stattest(baseline, current, column, name)
    return lambda: test(baseline, current, column, None)


result = {"scipy": {}, "evidently": {}}
for size in SIZES:
    for kind in ("numbers", "categories", "booleans"):
        sides = read(kind, size)
        wanted = {"chi_square": "categories", "fisher": "booleans"}
        for test in {**SCIPY, **EVIDENTLY}:
            if wanted.get(test, "numbers") != kind:
                continue
            if test in SCIPY:
                result["scipy"].setdefault(test, {})[size] = seconds(lambda: SCIPY[test](*sides))
            if test in EVIDENTLY and size <= LARGEST.get(("evidently", test), size):
                result["evidently"].setdefault(test, {})[size] = seconds(evidently(EVIDENTLY[test], kind, sides))
            print(size, test, file=sys.stderr)
json.dump(result, sys.stdout)
