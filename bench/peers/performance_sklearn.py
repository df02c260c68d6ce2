"""scikit-learn's metrics of each day of analysis.parquet; writes them as JSON: {day: {metric: value}}.

    performance_sklearn.py FOLDER [OUTPUT]
"""
import json
import sys
from pathlib import Path

import pandas
from sklearn import metrics

rows = pandas.read_parquet(Path(sys.argv[1]) / "analysis.parquet")


def of_day(day: pandas.DataFrame) -> dict:
    actual, predicted, score = day["actual"], day["prediction"], day["score"]
    return {
        "accuracy": metrics.accuracy_score(actual, predicted),
        "precision": metrics.precision_score(actual, predicted),
        "recall": metrics.recall_score(actual, predicted),
        "specificity": metrics.recall_score(actual, predicted, pos_label=0),
        "f1": metrics.f1_score(actual, predicted),
        "roc_auc": metrics.roc_auc_score(actual, score),
        "average_precision": metrics.average_precision_score(actual, score),
        "brier": metrics.brier_score_loss(actual, score),
        "log_loss": metrics.log_loss(actual, score),
    }


days = rows.groupby(rows["time"].dt.strftime("%Y-%m-%d"))
found = {day: of_day(own) for day, own in days}
if len(sys.argv) > 2:
    Path(sys.argv[2]).write_text(json.dumps(found))
