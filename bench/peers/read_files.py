"""Reads a file as a benchmark asks: one column, one column in a tenth of the time, or all. Prints the sum of n1.

    read_files.py duckdb|polars FILE one|range|all ROWS
"""
import sys
from datetime import datetime, timedelta, timezone

FROM = datetime(2026, 1, 1, tzinfo=timezone.utc)
NUMBERS = [f"n{k}" for k in range(12)]
WORDS = [f"t{k}" for k in range(6)]


def last_tenth() -> datetime:
    rows = int(sys.argv[4])
    return FROM + timedelta(seconds=0.9 * rows)


def with_duckdb(file: str, what: str) -> float:
    import duckdb

    connection = duckdb.connect()
    if what == "all":
        measures = [f"sum({name}), min({name}), max({name})" for name in NUMBERS]
        (row,) = connection.execute(f"select {', '.join(measures)}, min(time) from '{file}'").fetchall()
        for name in WORDS:
            connection.execute(f"select {name}, count(*) from '{file}' group by 1").fetchall()
        return row[3]
    where = "" if what == "one" else f" where time >= '{last_tenth().isoformat()}'"
    return connection.execute(f"select sum(n1), min(n1), max(n1) from '{file}'{where}").fetchall()[0][0]


def with_polars(file: str, what: str) -> float:
    import polars as pl

    scan = {"csv": pl.scan_csv, "ndjson": pl.scan_ndjson, "parquet": pl.scan_parquet}[file.rsplit(".", 1)[1]]
    frame = scan(file)
    if what == "range":
        first = last_tenth()
        frame = frame.filter(pl.col("time") >= (first if file.endswith("parquet") else first.strftime("%Y-%m-%dT%H:%M:%SZ")))
    numbers = NUMBERS if what == "all" else ["n1"]
    measures = [measure for name in numbers for measure in (pl.sum(name).alias(name), pl.min(name).alias(f"min_{name}"), pl.max(name).alias(f"max_{name}"))]
    plans = [frame.select(measures)] + ([frame.group_by(name).len() for name in WORDS] if what == "all" else [])
    return pl.collect_all(plans, engine="streaming")[0]["n1"][0]


engine, path, asked = sys.argv[1:4]
print({"duckdb": with_duckdb, "polars": with_polars}[engine](path, asked))
