"""Alibi Detect's KSDrift of all columns of two Parquet files, with its default correction (Bonferroni)."""
import sys
import warnings

warnings.filterwarnings("ignore")
import pandas
from alibi_detect.cd import KSDrift

baseline, current = [pandas.read_parquet(path).to_numpy() for path in sys.argv[1:3]]
print(KSDrift(baseline, p_val=0.05).predict(current)["data"]["is_drift"])
