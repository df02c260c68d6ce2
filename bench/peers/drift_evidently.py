"""Evidently's drift preset on two Parquet files."""
import sys
import warnings

warnings.filterwarnings("ignore")
import pandas
from evidently import Report
from evidently.presets import DataDriftPreset

baseline, current = [pandas.read_parquet(path) for path in sys.argv[1:3]]
print(Report([DataDriftPreset()]).run(current, baseline).json()[:1])
