"""Measures what happened in 2013 and writes the tables of README.md: `python demo/what_happened.py`.

The definitions are the project's own (right-closed decile bins for PSI, Wasserstein over the
baseline's standard deviation, total variation of shares) on NumPy and SciPy, so that this stands
beside the engine as a second opinion.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.stats import ks_2samp, wasserstein_distance
from sklearn.metrics import log_loss, roc_auc_score

import build
from inputs import CATEGORIES, NUMBERS
from model import VERSIONS, DelayModel

README = Path(__file__).parent / "README.md"
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
DRIFT = 0.1
WEEK = pd.Timedelta(days=7)


def month_of(log: pd.DataFrame) -> pd.Series:
    """1 to 12 in UTC; the evening of 31 December in New York stays in December."""
    return log["time"].dt.month.where(log["time"].dt.year == 2013, 12)


def psi(baseline: np.ndarray, current: np.ndarray) -> float:
    cuts = np.unique(np.quantile(baseline, np.arange(1, 10) / 10))
    shares = [np.bincount(np.searchsorted(cuts, x, side="left"), minlength=len(cuts) + 1) / len(x) for x in (baseline, current)]
    p, q = (np.maximum(share, 1e-4) for share in shares)
    return float(np.sum((q - p) * np.log(q / p)))


def numeric(baseline: pd.Series, current: pd.Series) -> dict[str, float]:
    x, y = baseline.dropna().to_numpy(float), current.dropna().to_numpy(float)
    grid = np.sort(np.concatenate([x, y]))
    share = np.arange(1, len(grid)) / len(grid)
    scatter = np.sum(np.sqrt(2 * share * (1 - share) * (1 / len(x) + 1 / len(y)) / np.pi) * np.diff(grid))
    return {
        "expected": scatter / max(x.std(), 0.001),
        "effect": wasserstein_distance(x, y) / max(x.std(), 0.001),
        "ks": float(ks_2samp(x, y, method="asymp").statistic),
        "psi": psi(x, y),
        "mean": y.mean(),
    }


def categorical(baseline: pd.Series, current: pd.Series) -> dict[str, float]:
    p, q = baseline.value_counts(normalize=True), current.value_counts(normalize=True)
    pooled = pd.concat([baseline, current]).value_counts(normalize=True)
    scatter = np.sqrt(2 * pooled * (1 - pooled) * (1 / len(baseline) + 1 / len(current)) / np.pi)
    return {"effect": float(p.subtract(q, fill_value=0).abs().sum() / 2), "expected": float(scatter.sum() / 2)}


def effects(baseline: pd.DataFrame, current: pd.DataFrame) -> dict[str, dict[str, float]]:
    result = {name: numeric(baseline[name], current[name]) for name in [*NUMBERS, "probability_late"]}
    return result | {name: categorical(baseline[name], current[name]) for name in [*CATEGORIES, "prediction"]}


def table(head: list[str], rows: list[list[str]]) -> str:
    align = ["---"] + ["---:"] * (len(head) - 1)
    return "\n".join("| " + " | ".join(line) + " |" for line in [head, align, *rows])


def drifted(one: dict[str, float]) -> bool:
    """Large enough to matter, after what a sample of this size shows without any drift."""
    return one["effect"] - one["expected"] >= DRIFT


def marked(one: dict[str, float]) -> str:
    return f"**{one['effect']:.2f}**" if drifted(one) else f"{one['effect']:.2f}"


def effect_table(log: pd.DataFrame, baseline: pd.DataFrame, first: int) -> str:
    by_month = {month: effects(baseline, rows) for month, rows in log.groupby(month_of(log)) if month >= first}
    names = sorted(by_month[12], key=lambda name: -max(one[name]["effect"] for one in by_month.values()))
    rows = [[f"`{name}`"] + [marked(one[name]) for one in by_month.values()] for name in names]
    return table(["Feature"] + [MONTHS[month - 1] for month in by_month], rows)


def since_table(log: pd.DataFrame, baseline: pd.DataFrame) -> str:
    """In which whole weeks (of seven days since the epoch, so from Thursday, UTC) each feature had drifted."""
    live = log[log["time"] >= VERSIONS[0].active_from]
    week = live["time"].dt.floor(WEEK)
    whole = (week >= VERSIONS[0].active_from) & (week + WEEK <= live["time"].max())
    by_week = {start: effects(baseline, rows) for start, rows in live[whole].groupby(week[whole])}
    rows = []
    for name in next(iter(by_week.values())):
        runs, run = [], []
        for start, one in by_week.items():
            run = [*run, start] if drifted(one[name]) else []
            runs.append(run)
        longest = max(runs, key=len)
        count = sum(bool(run) for run in runs)
        worst = max(by_week, key=lambda start: by_week[start][name]["effect"])
        span = f"{longest[0]:%-d %b} to {longest[-1] + WEEK:%-d %b} ({len(longest)})" if longest else "none"
        rows.append([count, [f"`{name}`", f"{count} of {len(runs)}", span, f"{by_week[worst][name]['effect']:.2f} from {worst:%-d %b}"]])
    rows.sort(key=lambda row: -row[0])
    return table(["Feature", "Weeks in drift", "Longest run (weeks)", "Largest effect"], [row for _, row in rows])


def measure_table(log: pd.DataFrame, baseline: pd.DataFrame) -> str:
    """KS and PSI of the numeric features, for readers who think in those."""
    by_month = {month: effects(baseline, rows) for month, rows in log.groupby(month_of(log)) if month >= 4}
    names = [*NUMBERS, "probability_late"]
    rows = [[f"`{name}`"] + [f"{one[name]['ks']:.2f} / {one[name]['psi']:.2f}" for one in by_month.values()] for name in names]
    return table(["D / PSI"] + [MONTHS[month - 1] for month in by_month], rows)


def month_table(log: pd.DataFrame) -> str:
    rows = []
    for month, one in log.groupby(month_of(log)):
        labelled = one["actual"].dropna()
        rows.append(
            [
                MONTHS[month - 1],
                f"{len(one):,}",
                f"{(one['outcome'] == 'cancelled').mean():.1%}",
                f"{(one['outcome'] == 'diverted').mean():.2%}",
                f"{(labelled == 'late').mean():.1%}",
                f"{(one['prediction'] == 'late').mean():.1%}",
                f"{one['airport_delay_minutes'].mean():.1f}",
                f"{one['temperature_f'].mean():.0f}",
                f"{one['scheduled_minutes'].mean():.1f}",
                f"{one['temperature_f'].isna().mean():.2%}",
                f"{one['pressure_mbar'].isna().mean():.1%}",
            ]
        )
    head = "Month|Flights|Cancelled|Diverted|Late|Predicted late|Airport delay, min|Temperature, °F|Scheduled, min|No weather|No pressure"
    return table(head.split("|"), rows)


def calibration_error(late: np.ndarray, probability: np.ndarray) -> float:
    """Mean distance between what was said and what came, over ten bins of equal count."""
    order = np.argsort(probability, kind="stable")
    return float(np.mean([abs(late[part].mean() - probability[part].mean()) for part in np.array_split(order, 10)]))


def quality(rows: pd.DataFrame, probability: np.ndarray) -> dict[str, float]:
    late = (rows["actual"] == "late").to_numpy()
    said = probability >= 0.5
    return {
        "n": len(rows),
        "late": late.mean(),
        "said": probability.mean(),
        "auc": roc_auc_score(late, probability),
        "accuracy": (said == late).mean(),
        "expected_accuracy": np.maximum(probability, 1 - probability).mean(),
        "precision": late[said].mean(),
        "recall": said[late].mean(),
        "log_loss": log_loss(late, probability.clip(0.001, 0.999)),
        "calibration_error": calibration_error(late, probability),
    }


def quality_row(name: str, version: str, q: dict[str, float]) -> list[str]:
    shares = [f"{q[key]:.1%}" for key in ("late", "said")]
    rest = [f"{q['auc']:.3f}"] + [f"{q[key]:.1%}" for key in ("accuracy", "expected_accuracy", "precision", "recall")]
    return [name, version, f"{q['n']:,}", *shares, *rest, f"{q['calibration_error']:.3f}"]


QUALITY_HEAD = "Month|Version|Labelled|Late|Mean probability|AUC|Accuracy|Expected accuracy|Precision|Recall|Calibration error"


def quality_table(log: pd.DataFrame) -> str:
    rows = []
    known = log[log["actual"].notna()]
    for month, one in known.groupby(month_of(known)):
        rows.append(quality_row(MONTHS[month - 1], one["model_version"].iloc[0], quality(one, one["probability_late"].to_numpy())))
    for version, one in known.groupby("model_version", sort=False):
        rows.append(quality_row("all", version, quality(one, one["probability_late"].to_numpy())))
    return table(QUALITY_HEAD.split("|"), rows)


def retrained_table(log: pd.DataFrame) -> str:
    """Both versions on the same flights, July to December: was retraining worth it?"""
    known = log[log["actual"].notna() & (log["time"] >= VERSIONS[1].active_from)]
    said = {v.name: DelayModel(log[v.training_rows(log)]).probability_late(known) for v in VERSIONS}
    rows = []
    groups = [(MONTHS[m - 1], (month_of(known) == m).to_numpy()) for m in range(7, 13)] + [("all", np.ones(len(known), bool))]
    for name, mask in groups:
        q = {version: quality(known[mask], probability[mask]) for version, probability in said.items()}
        cells = [f"{q[v][key]:.3f}" for key in ("auc", "log_loss", "calibration_error") for v in ("1", "2")]
        rows.append([name, f"{q['1']['late']:.1%}", f"{q['1']['said']:.1%}", f"{q['2']['said']:.1%}", *cells])
    head = "Month|Late|1 says|2 says|AUC 1|AUC 2|Log loss 1|Log loss 2|Calibration error 1|Calibration error 2"
    return table(head.split("|"), rows)


def new_table(log: pd.DataFrame) -> str:
    """Carriers and destinations that the training window did not hold."""
    rows = []
    baseline = log[log["time"] < VERSIONS[0].active_from]
    for name in ("carrier", "origin", "destination"):
        new = log[~log[name].isin(baseline[name])]
        rows += [
            [f"`{name}` {value}", f"{first(one):%-d %b}", f"{last(one):%-d %b}", f"{len(one)}", ", ".join(sorted(one["carrier"].unique()))]
            for value, one in new.groupby(name)
        ]
    return table(["New", "First", "Last", "Flights", "Carriers"], rows)


def first(rows: pd.DataFrame) -> pd.Timestamp:
    return rows["time"].min().tz_convert("America/New_York")


def last(rows: pd.DataFrame) -> pd.Timestamp:
    return rows["time"].max().tz_convert("America/New_York")


def cancelled_table(log: pd.DataFrame) -> str:
    days = log.groupby(log["time"].dt.date).agg(
        flights=("time", "size"),
        cancelled=("outcome", lambda x: (x == "cancelled").mean()),
        none_left=("airport_delay_minutes", lambda x: x.isna().mean()),
    )
    top = days.nlargest(8, "cancelled").sort_index()
    rows = [[f"{day:%-d %b}", f"{one.flights:,.0f}", f"{one.cancelled:.1%}", f"{one.none_left:.1%}"] for day, one in top.iterrows()]
    return table(["Day (UTC)", "Flights", "Cancelled", "Nothing left in two hours"], rows)


def share_table(log: pd.DataFrame, name: str) -> str:
    shares = pd.crosstab(log[name], month_of(log), normalize="columns")
    moved = shares.sub(shares[[1, 2, 3]].mean(axis=1), axis=0).abs().max(axis=1)
    rows = [[value] + [f"{share:.1%}" for share in shares.loc[value]] for value in moved.nlargest(6).index]
    return table([f"`{name}`"] + MONTHS, rows)


def write(sections: dict[str, str]) -> None:
    text = README.read_text()
    for name, body in sections.items():
        pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.S)
        if not pattern.search(text):
            raise SystemExit(f"README.md has no place for {name}")
        text = pattern.sub(lambda found: f"{found[1]}{body}\n{found[2]}", text)
    README.write_text(text)


def main() -> None:
    log = pd.read_parquet(build.LOG)
    training = log[log["time"] < VERSIONS[0].active_from]
    april = log[month_of(log) == 4]
    second = log[(log["time"] >= VERSIONS[1].train_from) & (log["time"] < VERSIONS[1].active_from)]
    sections = {
        "months": month_table(log),
        "effects": effect_table(log, training, 1),
        "since": since_table(log, training),
        "measures": measure_table(log, training),
        "effects-april": effect_table(log, april, 5),
        "effects-second": effect_table(log, second, 7),
        "quality": quality_table(log),
        "retrained": retrained_table(log),
        "new": new_table(log),
        "cancelled": cancelled_table(log),
        "carriers": share_table(log, "carrier"),
        "origins": share_table(log, "origin"),
    }
    if README.exists():
        write(sections)
    for name, body in sections.items():
        print(f"\n{name}\n{body}")


if __name__ == "__main__":
    main()
