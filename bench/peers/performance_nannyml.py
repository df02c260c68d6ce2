"""NannyML's realized and estimated performance of each day of analysis.parquet, by reference.parquet.

    performance_nannyml.py FOLDER
"""
import os
import sys
import warnings
from pathlib import Path

os.environ["NML_DISABLE_USAGE_LOGGING"] = "1"
warnings.filterwarnings("ignore")
import nannyml
import pandas

folder = Path(sys.argv[1])
reference, analysis = [pandas.read_parquet(folder / f"{name}.parquet") for name in ("reference", "analysis")]
common = {
    "y_true": "actual",
    "y_pred": "prediction",
    "y_pred_proba": "score",
    "timestamp_column_name": "time",
    "problem_type": "classification_binary",
    "chunk_period": "D",
    "metrics": ["accuracy", "precision", "recall", "specificity", "f1", "roc_auc", "average_precision"],
}
for method in (nannyml.PerformanceCalculator(**common), nannyml.CBPE(**common)):
    method.fit(reference)
    result = method.calculate(analysis) if hasattr(method, "calculate") else method.estimate(analysis)
    print(len(result.to_df()))
