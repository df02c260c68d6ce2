"""The delay model: gradient boosted trees on the inputs, one fit a version.

Settings were chosen once, by fitting January and February and looking at March; nothing later was
looked at. The trees take missing values as they are, and read a category that was not in their
training rows (a new carrier, a new destination) as missing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from threadpoolctl import threadpool_limits

from inputs import CATEGORIES, INPUTS

SETTINGS = {
    "max_iter": 100,
    "learning_rate": 0.06,
    "max_leaf_nodes": 8,
    "min_samples_leaf": 300,
    "l2_regularization": 10,
    "early_stopping": False,
    "random_state": 0,
}
# A probability is logged to three decimals, as a service would; the class follows from the logged one.
DECIMALS = 3
THRESHOLD = 0.5
BACKTEST = "1-backtest"
BACKTEST_FOLDS = 6


@dataclass(frozen=True)
class Version:
    """A model version: the rows it learnt from, [train_from, active_from), and from when it predicts."""

    name: str
    train_from: pd.Timestamp
    active_from: pd.Timestamp

    def training_rows(self, log: pd.DataFrame) -> pd.Series:
        """Departures of the window whose label had arrived before the version went live."""
        return (log["time"] >= self.train_from) & (log["label_time"] < self.active_from)


VERSIONS = [
    Version("1", pd.Timestamp("2013-01-01", tz="UTC"), pd.Timestamp("2013-04-01", tz="UTC")),
    Version("2", pd.Timestamp("2013-04-01", tz="UTC"), pd.Timestamp("2013-07-01", tz="UTC")),
]


class DelayModel:
    def __init__(self, log: pd.DataFrame):
        """Fits on `log`, whose rows all carry the label `actual`."""
        self.known = {name: pd.CategoricalDtype(sorted(log[name].unique())) for name in CATEGORIES}
        self.trees = HistGradientBoostingClassifier(categorical_features="from_dtype", **SETTINGS)
        # One thread: sums are then made in one order, and the same data gives the same model.
        with threadpool_limits(1):
            self.trees.fit(self._features(log), log["actual"] == "late")

    def probability_late(self, log: pd.DataFrame) -> np.ndarray:
        with threadpool_limits(1):
            return self.trees.predict_proba(self._features(log))[:, 1].round(DECIMALS)

    def _features(self, log: pd.DataFrame) -> pd.DataFrame:
        return log[INPUTS].astype(self.known)


def predict(log: pd.DataFrame) -> pd.DataFrame:
    """`prediction`, `probability_late`, `confidence` and `model_version` for every flight."""
    probability = pd.Series(np.nan, index=log.index)
    version = pd.Series("", index=log.index, dtype=object)

    backtest = log["time"] < VERSIONS[0].active_from
    probability[backtest] = backtested(log[backtest])
    version[backtest] = BACKTEST
    for one, until in zip(VERSIONS, [v.active_from for v in VERSIONS[1:]] + [pd.Timestamp.max.tz_localize("UTC")]):
        active = (log["time"] >= one.active_from) & (log["time"] < until)
        probability[active] = DelayModel(log[one.training_rows(log)]).probability_late(log[active])
        version[active] = one.name
    return pd.DataFrame(
        {
            "prediction": np.where(probability >= THRESHOLD, "late", "on_time"),
            "probability_late": probability,
            "confidence": np.maximum(probability, 1 - probability).round(DECIMALS),
            "model_version": version,
        },
        index=log.index,
    )


def shadowed(log: pd.DataFrame) -> pd.DataFrame:
    """From the day on which the second version took over, each flight twice: as it decides, and as the first would have.

    The first version goes on scoring, and nobody acts on it: a logged shadow. Both rows get the flight's label.
    """
    first, second = VERSIONS
    deciding = log[log["time"] >= second.active_from]
    probability = DelayModel(log[first.training_rows(log)]).probability_late(deciding)
    shadow = deciding.assign(
        model_version=first.name,
        prediction=np.where(probability >= THRESHOLD, "late", "on_time"),
        probability_late=probability,
    )
    return pd.concat([deciding, shadow]).sort_values("time", kind="stable", ignore_index=True)


def backtested(log: pd.DataFrame) -> pd.Series:
    """What models that had not seen them say of the training window's own flights.

    No version was live from January to March. A model's word on its own training rows would flatter
    it, so each of six contiguous blocks of about fifteen days is predicted by a model fitted on the
    other five.
    """
    block = pd.Series(blocks(log), index=log.index)
    probability = pd.Series(np.nan, index=log.index)
    for one in range(BACKTEST_FOLDS):
        others = log[(block != one) & log["actual"].notna()]
        probability[block == one] = DelayModel(others).probability_late(log[block == one])
    return probability


def blocks(log: pd.DataFrame) -> np.ndarray:
    start, end = VERSIONS[0].train_from, VERSIONS[0].active_from
    return ((log["time"] - start) // ((end - start) / BACKTEST_FOLDS)).to_numpy()
