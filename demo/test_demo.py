"""Proves that the log is honest: `python -m unittest discover demo` (about half a minute).

The inputs know nothing of the future, the versions learnt only from labels they could have had, and
flights.parquet is what build.py makes.
"""

import sys
import unittest
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
import pandas as pd

import build
import inputs
from model import BACKTEST, BACKTEST_FOLDS, THRESHOLD, VERSIONS, DelayModel, blocks

SLACK = pd.Timedelta(days=2)


def setUpModule():
    global flights, weather, airports, known_before, log
    flights, weather, airports = inputs.load()
    known_before = inputs.build(flights, weather, airports)
    log = pd.read_parquet(build.LOG)


def without_future(now: pd.Timestamp) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The two days around `now`, with all that was recorded at `now` or later replaced by nonsense."""
    time = known_before["time"].sort_index()
    near = (time - now).abs() <= SLACK
    f, t = flights[near].copy(), time[near]
    noise = np.random.default_rng(13)
    left = t + pd.to_timedelta(f["dep_delay"], unit="m")
    not_yet = left.isna() | (left >= now)
    # A flight that hasn't left by now may turn out to leave at any time from now on, or never.
    later = (np.maximum((now - t[not_yet]).dt.total_seconds() / 60, -30) + noise.integers(0, 600, not_yet.sum())).round()
    f.loc[not_yet, "dep_delay"] = later.where(noise.random(not_yet.sum()) < 0.8)
    f.loc[not_yet, "dep_time"] = 1.0
    f["tailnum"] = None
    for name in ("arr_time", "arr_delay", "air_time"):
        f[name] = noise.integers(0, 2000, len(f)).astype(float)

    w = weather.assign(instant=pd.to_datetime(weather["time_hour"], utc=True))
    w = w[(w["instant"] - now).abs() <= SLACK]
    # A record is whole when its clock hour is over.
    unknown = w["instant"] + pd.Timedelta(hours=1) > now
    w.loc[unknown, list(inputs.WEATHER)] = 999.0
    return f, w


class InputsKnowNothingOfTheFuture(unittest.TestCase):
    def instants(self):
        """Departures of every month, the blizzard, both changes of the clock, and some at random."""
        named = [f"2013-{month:02d}-15T18:00Z" for month in range(1, 13)]
        named += ["2013-02-08T20:00Z", "2013-02-09T15:00Z", "2013-03-10T10:00Z", "2013-11-03T11:00Z"]
        times = known_before["time"]
        chosen = [times[times >= pd.Timestamp(one)].iloc[0] for one in named]
        return chosen + list(times.sample(25, random_state=13))

    def changed(self, now):
        """Inputs of flights due by `now` that depend on what is recorded from `now` on."""
        f, w = without_future(now)
        rebuilt = inputs.build(f, w, airports)
        # Within a day, so that cutting the data two days back cannot matter.
        due = rebuilt[(rebuilt["time"] <= now) & (rebuilt["time"] > now - SLACK / 2)]
        self.assertGreater(len(due), 0)
        before = known_before.loc[due.index]
        return [name for name in before.columns if not before[name].equals(due[name])]

    def test_destroying_the_future_changes_no_input(self):
        for now in self.instants():
            with self.subTest(now=now):
                self.assertEqual(self.changed(now), [])

    def test_the_check_finds_weather_of_the_departure_hour(self):
        def leaky(f, time, w):
            return honest(f, time + pd.Timedelta(hours=1), w)

        honest = inputs.weather_before
        with mock.patch.object(inputs, "weather_before", leaky):
            self.assertIn("temperature_f", self.changed(pd.Timestamp("2013-07-01T18:30Z")))

    def test_the_check_finds_delays_that_are_not_known_yet(self):
        def leaky(f, time):
            return f.groupby([f["origin"], time.dt.floor("h")])["dep_delay"].transform("mean").round(1)

        with mock.patch.object(inputs, "airport_delay", leaky):
            self.assertIn("airport_delay_minutes", self.changed(pd.Timestamp("2013-07-01T18:30Z")))

    def test_airport_delay_and_weather_agree_with_their_definition_written_plainly(self):
        time = known_before["time"].sort_index()
        left = time + pd.to_timedelta(flights["dep_delay"], unit="m")
        observed = pd.to_datetime(weather["time_hour"], utc=True)
        for key in known_before.sample(200, random_state=7).index:
            row = known_before.loc[key]
            same = flights["origin"] == row["origin"]
            recent = same & (left >= row["time"] - pd.Timedelta(hours=2)) & (left < row["time"])
            np.testing.assert_allclose(row["airport_delay_minutes"], flights.loc[recent, "dep_delay"].mean(), atol=0.051)

            past = weather[(weather["origin"] == row["origin"]) & (observed + pd.Timedelta(hours=1) <= row["time"])]
            last = past[pd.to_datetime(past["time_hour"], utc=True) + pd.Timedelta(hours=2) > row["time"]]
            self.assertLessEqual(len(last), 1)
            for source, name in inputs.WEATHER.items():
                np.testing.assert_equal(row[name], last[source].iloc[0] if len(last) else np.nan)

    def test_no_input_is_a_column_that_is_recorded_later_or_a_calendar_month(self):
        later = {"prediction", "probability_late", "confidence", "model_version", "actual", "label_time", "outcome"}
        self.assertFalse(set(inputs.INPUTS) & (later | set(inputs.RECORDED_LATER) | {"month", "year", "day", "time"}))


class Clock(unittest.TestCase):
    def test_time_agrees_with_the_source_and_its_own_hour(self):
        time = known_before["time"].sort_index()
        self.assertTrue((time.dt.floor("h") == pd.to_datetime(flights["time_hour"], utc=True)).all())

    def test_summer_time(self):
        days = pd.DataFrame({"year": 2013, "month": [3, 3, 11, 11], "day": [9, 10, 2, 3]})
        utc = inputs.clock_to_utc(days, pd.Series([600, 600, 600, 600]))
        self.assertEqual(list(utc.dt.hour), [11, 10, 10, 11])

    def test_a_flight_reaches_its_scheduled_arrival_on_the_destination_clock(self):
        # 05:15 from Newark, 08:19 in Houston, one hour behind.
        self.assertEqual(known_before.loc[0, "scheduled_minutes"], 4 * 60 + 4)


class Versions(unittest.TestCase):
    def test_training_rows_and_their_labels_lie_before_the_version(self):
        for version in VERSIONS:
            rows = log[version.training_rows(log)]
            self.assertGreater(len(rows), 70_000)
            self.assertTrue((rows["time"] >= version.train_from).all())
            self.assertTrue((rows["time"] < version.active_from).all())
            self.assertTrue((rows["label_time"] < version.active_from).all())
            self.assertTrue(rows["actual"].notna().all())
            self.assertGreaterEqual(log.loc[log["model_version"] == version.name, "time"].min(), version.active_from)

    def test_every_row_has_the_version_that_was_active(self):
        expected = pd.Series(BACKTEST, index=log.index)
        for version in VERSIONS:
            expected[log["time"] >= version.active_from] = version.name
        self.assertTrue((log["model_version"] == expected).all())

    def test_the_log_is_what_a_model_says_that_saw_only_its_training_rows(self):
        for version in VERSIONS:
            active = log[log["model_version"] == version.name].iloc[::10]
            only = log[version.training_rows(log)].drop(columns=["probability_late", "prediction", "confidence"])
            np.testing.assert_allclose(active["probability_late"], DelayModel(only).probability_late(active), atol=0.0011)

    def test_the_backtest_predicts_no_row_that_its_model_saw(self):
        backtest = log[log["model_version"] == BACKTEST]
        block = blocks(backtest)
        self.assertEqual(set(block), set(range(BACKTEST_FOLDS)))
        one = 2
        model = DelayModel(backtest[(block != one) & backtest["actual"].notna()])
        rows = backtest[block == one]
        np.testing.assert_allclose(rows["probability_late"], model.probability_late(rows), atol=0.0011)


class Shadow(unittest.TestCase):
    """shadow.parquet: each flight from 1 July, as the second version decided and as the first went on scoring."""

    @classmethod
    def setUpClass(cls):
        cls.shadow = pd.read_parquet(build.SHADOW)
        cls.deciding = log[log["time"] >= VERSIONS[1].active_from]

    def test_the_deciding_version_says_what_the_log_says(self):
        second = self.shadow[self.shadow["model_version"] == "2"]
        pd.testing.assert_frame_equal(self.plain(second), self.plain(self.deciding[build.SHADOW_COLUMNS]))

    def test_the_shadow_is_what_a_model_says_that_saw_only_its_training_rows(self):
        first = self.shadow[self.shadow["model_version"] == "1"]
        self.assertEqual(len(first), len(self.deciding))
        only = log[VERSIONS[0].training_rows(log)].drop(columns=["probability_late", "prediction", "confidence"])
        said = DelayModel(only).probability_late(self.deciding.iloc[::10])
        np.testing.assert_allclose(first["probability_late"].iloc[::10], said, atol=0.0011)
        self.assertTrue(((first["probability_late"] >= THRESHOLD) == (first["prediction"] == "late")).all())
        same = ["time", "carrier", "origin", "actual", "label_time"]
        pd.testing.assert_frame_equal(self.plain(first[same]), self.plain(self.deciding[same]))

    @staticmethod
    def plain(rows: pd.DataFrame) -> pd.DataFrame:
        return rows.reset_index(drop=True)


class Log(unittest.TestCase):
    def test_holds_every_flight_once_in_order(self):
        self.assertEqual(len(log), 336_776)
        self.assertTrue(log["flight_id"].is_unique)
        self.assertTrue(log["time"].is_monotonic_increasing)

    def test_holds_the_inputs_as_built(self):
        for name in ["flight_id", *inputs.INPUTS]:
            np.testing.assert_array_equal(log[name].to_numpy(), known_before[name].to_numpy())

    def test_missing_values_of_the_source_stay_missing(self):
        self.assertEqual(int(log["temperature_f"].isna().sum()), 1364)
        self.assertEqual(int(log["pressure_mbar"].isna().sum()), 38522)

    def test_cancelled_and_diverted_flights_are_predicted_and_never_labelled(self):
        self.assertEqual(log["outcome"].value_counts().to_dict(), {"arrived": 327_346, "cancelled": 8_255, "diverted": 1_175})
        self.assertTrue((log["actual"].isna() == (log["outcome"] != "arrived")).all())
        self.assertTrue((log["label_time"].isna() == log["actual"].isna()).all())
        self.assertTrue(log["prediction"].isin(["late", "on_time"]).all())

    def test_a_label_says_whether_arrival_was_more_than_fifteen_minutes_after_schedule(self):
        due = log["time"] + pd.to_timedelta(log["scheduled_minutes"], unit="m")
        known = log["actual"].notna()
        late = (log["label_time"] - due) > pd.Timedelta(minutes=15)
        self.assertTrue((late[known] == (log["actual"][known] == "late")).all())
        self.assertTrue((log["label_time"] - log["time"])[known].min() > pd.Timedelta(0))

    def test_prediction_and_confidence_follow_from_the_probability(self):
        late = log["probability_late"] >= THRESHOLD
        self.assertTrue((late == (log["prediction"] == "late")).all())
        np.testing.assert_allclose(log["confidence"], np.maximum(log["probability_late"], 1 - log["probability_late"]))


if __name__ == "__main__":
    unittest.main()
