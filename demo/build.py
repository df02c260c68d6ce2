"""Builds flights.parquet, the log of the demo's model, and shadow.parquet, both versions side by side: `python demo/build.py`."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

import inputs
from model import predict, shadowed

LOG = Path(__file__).parent / "flights.parquet"
SHADOW = Path(__file__).parent / "shadow.parquet"
INSTANT = pa.timestamp("ms", tz="UTC")

SCHEMA = pa.schema(
    [
        pa.field("time", INSTANT, nullable=False),
        pa.field("flight_id", pa.string(), nullable=False),
        pa.field("carrier", pa.string(), nullable=False),
        pa.field("origin", pa.string(), nullable=False),
        pa.field("destination", pa.string(), nullable=False),
        pa.field("scheduled_hour", pa.int32(), nullable=False),
        pa.field("scheduled_minutes", pa.int32(), nullable=False),
        pa.field("distance_miles", pa.int32(), nullable=False),
        pa.field("airport_delay_minutes", pa.float64()),
        pa.field("temperature_f", pa.float64()),
        pa.field("wind_speed_mph", pa.float64()),
        pa.field("visibility_miles", pa.float64()),
        pa.field("precipitation_in", pa.float64()),
        pa.field("pressure_mbar", pa.float64()),
        pa.field("model_version", pa.string(), nullable=False),
        pa.field("prediction", pa.string(), nullable=False),
        pa.field("probability_late", pa.float64(), nullable=False),
        pa.field("confidence", pa.float64(), nullable=False),
        pa.field("actual", pa.string()),
        pa.field("label_time", INSTANT),
        pa.field("outcome", pa.string(), nullable=False),
    ]
)
SHADOW_COLUMNS = ["time", "carrier", "origin", "model_version", "prediction", "probability_late", "actual", "label_time"]
SHADOW_SCHEMA = pa.schema([SCHEMA.field(name) for name in SHADOW_COLUMNS])
# Nearly every value of these is new, so a dictionary would only add to the file.
ENCODINGS = {"time": "DELTA_BINARY_PACKED", "label_time": "DELTA_BINARY_PACKED", "flight_id": "DELTA_BYTE_ARRAY"}


def make_log() -> pd.DataFrame:
    flights, weather, airports = inputs.load()
    known_before = inputs.build(flights, weather, airports)
    log = known_before.join(inputs.truth(flights, known_before))
    return log.join(predict(log))


def write(log: pd.DataFrame, path: Path, schema: pa.Schema = SCHEMA) -> None:
    """One row group a month (UTC), so that a month's window reads just one."""
    month = log["time"].dt.month.where(log["time"].dt.year == 2013, 12)
    with pq.ParquetWriter(
        path,
        schema,
        compression="zstd",
        compression_level=19,
        use_dictionary=[name for name in schema.names if name not in ENCODINGS],
        column_encoding={name: one for name, one in ENCODINGS.items() if name in schema.names},
        store_schema=False,
    ) as writer:
        for _, rows in log.groupby(month.to_numpy()):
            writer.write_table(pa.Table.from_pandas(rows, schema, preserve_index=False).replace_schema_metadata(None))


def main() -> None:
    log = make_log()
    write(log, LOG)
    write(shadowed(log)[SHADOW_COLUMNS], SHADOW, SHADOW_SCHEMA)
    for path in (LOG, SHADOW):
        print(f"{path.name}: {path.stat().st_size:,} bytes, sha256 {hashlib.sha256(path.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
