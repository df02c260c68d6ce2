"""How many simulated streams a peer raises an alarm about: in the first week after the baseline, and in any week.

    streams.py scipy|evidently|kibana|alibi|nannyml

Reads a JSON object with `baseline` and `weeks` (how many of each) and a list of streams from stdin, each with the file
of its values (doubles: the weeks of each feature in turn, stream by stream), and writes one list of
{streams, first, any} by way of use to stdout. As one uses them when nothing is set:

- scipy: ks_2samp or chi2_contingency of the week against the baseline at 5 %, each feature on its own.
- evidently: the test and threshold chosen when none is named.
- kibana: see kibana.py.
- alibi: KSDrift or ChiSquareDrift of all features, p_val 0.05 with the default correction (Bonferroni).
- nannyml: weekly chunks of UnivariateDriftCalculator with its default method and threshold (Jensen–Shannon distance,
  mean and three standard deviations of the baseline's chunks); for a stream with a season daily chunks too.
"""
import json
import os
import sys
import warnings

os.environ["NML_DISABLE_USAGE_LOGGING"] = "1"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
warnings.filterwarnings("ignore")
import numpy
import pandas

ALPHA = 0.05
numpy.seterr(all="ignore")


def week_by_week(test):
    """Asks for a list of features, each (baseline, current), whether any drifts, a week at a time."""

    def judge(weeks, kind, baseline):
        before = weeks[:, :baseline].reshape(len(weeks), -1)
        later = range(baseline, weeks.shape[1])
        return [bool(test([(before[f], weeks[f, w]) for f in range(len(weeks))], kind)) for w in later]

    return {"": judge}


def scipy():
    from scipy import stats

    def p_value(baseline, current, kind):
        if kind == "numeric":
            return stats.ks_2samp(baseline, current).pvalue
        names = numpy.unique(numpy.concatenate([baseline, current]))
        table = [[(side == name).sum() for name in names] for side in (baseline, current)]
        return stats.chi2_contingency(table, correction=False).pvalue

    return week_by_week(lambda pairs, kind: any(p_value(*pair, kind) <= ALPHA for pair in pairs))


def evidently():
    from evidently.legacy.calculations.stattests import get_stattest
    from evidently.legacy.core import ColumnType

    def drifts(baseline, current, kind):
        column = ColumnType.Numerical if kind == "numeric" else ColumnType.Categorical
        sides = [pandas.Series(side) if kind == "numeric" else text(side) for side in (baseline, current)]
        return get_stattest(*sides, column, None)(*sides, column, None).drifted

    return week_by_week(lambda pairs, kind: any(drifts(*pair, kind) for pair in pairs))


def kibana():
    import kibana as view

    test = {"numeric": view.numeric}
    return week_by_week(
        lambda pairs, kind: any(test.get(kind, view.categorical)(*pair) < view.THRESHOLD for pair in pairs)
    )


def alibi():
    from alibi_detect.cd import ChiSquareDrift, KSDrift

    def drifts(pairs, kind):
        before, after = [numpy.column_stack(side) for side in zip(*pairs)]
        detector = KSDrift if kind == "numeric" else ChiSquareDrift
        return detector(before, p_val=ALPHA).predict(after)["data"]["is_drift"]

    return week_by_week(drifts)


def nannyml():
    import nannyml as library

    def chunks(period):
        def judge(weeks, kind, baseline):
            features, count, rows = weeks.shape
            names = [f"f{f}" for f in range(features)]
            columns = {name: week.ravel() if kind == "numeric" else text(week.ravel()) for name, week in zip(names, weeks)}
            steps = numpy.arange(count * rows) * (pandas.Timedelta(weeks=1) / rows).value
            frame = pandas.DataFrame({"time": pandas.Timestamp("2024-01-01") + pandas.to_timedelta(steps), **columns})
            calculator = library.UnivariateDriftCalculator(
                column_names=names, timestamp_column_name="time", chunk_period=period
            )
            split = baseline * rows
            result = calculator.fit(frame[:split]).calculate(frame[split:].reset_index(drop=True))
            alerts = result.filter(period="analysis").to_df().xs("alert", axis=1, level=2)
            by_week = alerts.any(axis=1).to_numpy().reshape(count - baseline, -1)
            return [bool(alarm) for alarm in by_week.any(axis=1)]

        return judge

    return {"weekly chunks": chunks("W"), "daily chunks": chunks("D")}


def text(values):
    return pandas.Series(values).map("c{:.0f}".format)


def rates(judge, stream, asked):
    weeks = asked["baseline"] + asked["weeks"]
    values = numpy.fromfile(stream["file"]).reshape(-1, stream["features"], weeks, stream["rows"])
    said = [judge(one, stream["type"], asked["baseline"]) for one in values]
    return {"streams": len(said), "first": sum(alarms[0] for alarms in said), "any": sum(map(any, said))}


asked = json.load(sys.stdin)
result = []
for stream in asked["streams"]:
    ways = {way: judge for way, judge in globals()[sys.argv[1]]().items() if way != "daily chunks" or stream["seasonal"]}
    result.append({way: rates(judge, stream, asked) for way, judge in ways.items()})
    print(sys.argv[1], stream["name"], result[-1], file=sys.stderr)
json.dump(result, sys.stdout)
