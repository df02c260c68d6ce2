"""NannyML's univariate drift of two Parquet files as one chunk: KS and Wasserstein distance of every column."""
import sys
import warnings

warnings.filterwarnings("ignore")
import nannyml
import pandas

baseline, current = [pandas.read_parquet(path) for path in sys.argv[1:3]]
calculator = nannyml.UnivariateDriftCalculator(
    column_names=list(baseline.columns),
    continuous_methods=["kolmogorov_smirnov", "wasserstein"],
    chunk_number=1,
)
print(len(calculator.fit(baseline).calculate(current).to_df()))
