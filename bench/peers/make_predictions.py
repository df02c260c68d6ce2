"""Writes predictions with labels as Parquet: reference.parquet of a tenth of the rows, and analysis.parquet of the year after.

    make_predictions.py FOLDER ROWS
"""
import sys
from pathlib import Path

import numpy
import pandas

folder, rows = Path(sys.argv[1]), int(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
random = numpy.random.default_rng(1)


def write(name: str, count: int, begin: str, days: int, drift: float) -> None:
    seconds = numpy.sort(random.integers(0, days * 86_400, count))
    score = random.beta(1, 3, count)
    chance = numpy.clip(score + drift * seconds / seconds.max(), 0, 1)
    time = pandas.Timestamp(begin, tz="UTC") + pandas.to_timedelta(seconds, unit="s")
    frame = pandas.DataFrame(
        {
            "time": time.tz_localize(None).astype("datetime64[ms]"),
            "prediction": (score >= 0.5).astype("int64"),
            "score": score,
            "actual": (random.random(count) < chance).astype("int64"),
        }
    )
    frame.to_parquet(folder / f"{name}.parquet", index=False)


write("reference", rows // 10, "2023-12-01", 31, 0)
write("analysis", rows, "2024-01-01", 366, 0.1)
