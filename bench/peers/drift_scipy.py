"""What a script with pandas and SciPy does for the same verdicts: KS with its p-value and the normed Wasserstein distance."""
import sys

import pandas
from scipy import stats

baseline, current = [pandas.read_parquet(path) for path in sys.argv[1:3]]
for column in baseline:
    a, b = baseline[column].to_numpy(), current[column].to_numpy()
    test = stats.ks_2samp(a, b)
    print(column, test.statistic, test.pvalue, stats.wasserstein_distance(a, b) / a.std(), baseline[column].isna().mean())
