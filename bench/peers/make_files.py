"""Writes one log of predictions as CSV, NDJSON and Parquet: a time, a request id, 12 columns of numbers, 6 of words.

    make_files.py FOLDER ROWS
"""
import os
import sys

import numpy as np
import polars as pl

WORDS = ["alpha", "beta", "gamma delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda"]


def main(folder: str, rows: int) -> None:
    random = np.random.default_rng(1)
    seconds = np.datetime64("2026-01-01T00:00:00", "ms") + 1000 * np.arange(rows).astype("timedelta64[ms]")
    columns = {"time": pl.Series(seconds).dt.strftime("%Y-%m-%dT%H:%M:%SZ"), "id": [f"req-{i:09d}" for i in range(rows)]}
    for k in range(12):
        columns[f"n{k}"] = random.normal(100, 30, rows).round(3) if k % 2 else random.integers(0, 5000, rows)
    for k in range(6):
        columns[f"t{k}"] = np.array(WORDS)[random.integers(0, len(WORDS), rows)]
    frame = pl.DataFrame(columns)
    os.makedirs(folder, exist_ok=True)
    frame.write_csv(f"{folder}/log.csv")
    frame.head(rows // 30 * 10).write_ndjson(f"{folder}/log.ndjson")
    frame.with_columns(pl.col("time").str.to_datetime(time_zone="UTC")).write_parquet(
        f"{folder}/log.parquet", compression="snappy", row_group_size=122_880
    )


main(sys.argv[1], int(sys.argv[2]))
