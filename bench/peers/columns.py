"""Times one peer's library call that tests all columns of two Parquet files, read before: median seconds as JSON.

    columns.py scipy|scipy_ks|evidently|alibi|nannyml BASELINE CURRENT

Fitting on the baseline counts, as ours sorts it each time.
"""
import json
import statistics
import sys
import time
import warnings

warnings.filterwarnings("ignore")
import pandas

FEWEST, PATIENCE = 3, 2.0


def scipy(baseline, current):
    from scipy import stats

    pairs = [(baseline[name].to_numpy(), current[name].to_numpy()) for name in baseline]
    return lambda: [(stats.ks_2samp(a, b), stats.wasserstein_distance(a, b) / a.std()) for a, b in pairs]


def scipy_ks(baseline, current):
    from scipy import stats

    pairs = [(baseline[name].to_numpy(), current[name].to_numpy()) for name in baseline]
    return lambda: [stats.ks_2samp(a, b) for a, b in pairs]


def evidently(baseline, current):
    from evidently import Report
    from evidently.presets import DataDriftPreset

    return lambda: Report([DataDriftPreset()]).run(current, baseline)


def alibi(baseline, current):
    from alibi_detect.cd import KSDrift

    a, b = baseline.to_numpy(), current.to_numpy()
    return lambda: KSDrift(a, p_val=0.05).predict(b)


def nannyml(baseline, current):
    import nannyml as library

    names = list(baseline.columns)
    methods = ["kolmogorov_smirnov", "wasserstein"]
    calculator = lambda: library.UnivariateDriftCalculator(
        column_names=names, continuous_methods=methods, chunk_number=1
    )
    return lambda: calculator().fit(baseline).calculate(current)


peers = {"scipy": scipy, "scipy_ks": scipy_ks, "evidently": evidently, "alibi": alibi, "nannyml": nannyml}
run = peers[sys.argv[1]](*[pandas.read_parquet(path) for path in sys.argv[2:4]])
run()
times = []
begun = time.perf_counter()
while len(times) < FEWEST or time.perf_counter() - begun < PATIENCE:
    before = time.perf_counter()
    run()
    times.append(time.perf_counter() - before)
json.dump(statistics.median(times), sys.stdout)
