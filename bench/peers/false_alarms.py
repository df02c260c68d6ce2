"""What peers say of the windows that the simulation wrote: how many of them raise any alarm.

Reads a JSON list of cases from stdin, each with the file of its values (doubles, baseline and current of each feature
in turn, window by window), and writes one object of counts a case to stdout.

- scipy: two-sample tests at 5 %, each feature on its own, as one calls them; chi2_contingency of the counts.
- evidently: the test and threshold that Evidently chooses when none is named (legacy.calculations.stattests).
- kibana: its data drift view, written anew in kibana.py; left out where it has too few values.
"""
import json
import sys
import warnings

import kibana
import numpy
import pandas
from evidently.legacy.calculations.stattests import get_stattest
from evidently.legacy.core import ColumnType
from scipy import stats

ALPHA = 0.05
ENOUGH = 100
warnings.filterwarnings("ignore")
numpy.seterr(all="ignore")


def numeric(baseline, current):
    return {
        "scipy ks_2samp": stats.ks_2samp(baseline, current).pvalue <= ALPHA,
        "scipy mannwhitneyu": stats.mannwhitneyu(baseline, current).pvalue <= ALPHA,
        "scipy cramervonmises_2samp": stats.cramervonmises_2samp(baseline, current).pvalue <= ALPHA,
        "scipy ttest_ind (Welch)": stats.ttest_ind(baseline, current, equal_var=False).pvalue <= ALPHA,
        "evidently": evidently(pandas.Series(baseline), pandas.Series(current), ColumnType.Numerical),
        **({"kibana": kibana.numeric(baseline, current) < kibana.THRESHOLD} if len(current) >= ENOUGH else {}),
    }


def categorical(baseline, current):
    names = numpy.unique(numpy.concatenate([baseline, current]))
    table = numpy.array([[(side == name).sum() for name in names] for side in (baseline, current)])
    text = [pandas.Series(side).map("c{:.0f}".format) for side in (baseline, current)]
    return {
        "scipy chi2_contingency": len(names) > 1 and stats.chi2_contingency(table, correction=False).pvalue <= ALPHA,
        "evidently": evidently(*text, ColumnType.Categorical),
        "kibana": kibana.categorical(baseline, current) < kibana.THRESHOLD,
    }


def evidently(baseline, current, kind):
    return get_stattest(baseline, current, kind, None)(baseline, current, kind, None).drifted


def alarms(case):
    values = numpy.fromfile(case["file"])
    size = case["baseline"] + case["current"]
    windows = values.reshape(-1, case["features"], size)
    judge = numeric if case["type"] == "numeric" else categorical
    counts = {}
    for window in windows:
        said = [judge(feature[: case["baseline"]], feature[case["baseline"] :]) for feature in window]
        for method in said[0]:
            counts[method] = counts.get(method, 0) + int(any(answer[method] for answer in said))
    return {"windows": len(windows), "alarmed": counts}


json.dump([alarms(case) for case in json.load(sys.stdin)], sys.stdout)
