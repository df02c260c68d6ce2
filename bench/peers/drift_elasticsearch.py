"""Evidently's drift preset over documents of an Elasticsearch, fetched page by page into pandas.

    drift_elasticsearch.py URL INDEX TIME_FIELD FROM MIDDLE TO FIELD… [--pages N] [--fetch-only]

Times are milliseconds; the documents before MIDDLE are the baseline. The usual way to read so many documents: a point in
time, sorted by _shard_doc, with search_after and the fields that are needed in the _source; answers are compressed. Writes
as JSON how many documents were read, in how many seconds, and how many seconds the preset took.
"""
import argparse
import gzip
import http.client
import json
import sys
import time
import urllib.parse
import warnings

warnings.filterwarnings("ignore")
import pandas

PAGE = 10_000


class Store:
    """A connection that stays open."""

    def __init__(self, url: str):
        self.connection = http.client.HTTPConnection(urllib.parse.urlparse(url).netloc, timeout=600)

    def ask(self, method: str, path: str, body: dict | None = None) -> dict:
        headers = {"Content-Type": "application/json", "Accept-Encoding": "gzip"}
        self.connection.request(method, path, json.dumps(body) if body else None, headers)
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status != 200:
            raise SystemExit(text[:500].decode())
        return json.loads(gzip.decompress(text) if answer.headers["Content-Encoding"] == "gzip" else text)


def pages(store: Store, index: str, field: str, since: int, until: int, names: list[str], most: int | None):
    """The documents of a time, as lists of one page each."""
    point = store.ask("POST", f"/{index}/_pit?keep_alive=5m")["id"]
    search = {
        "size": PAGE,
        "pit": {"id": point, "keep_alive": "5m"},
        "sort": ["_shard_doc"],
        "track_total_hits": False,
        "_source": names,
        "query": {"range": {field: {"gte": since, "lt": until, "format": "epoch_millis"}}},
    }
    read = 0
    while most is None or read < most:
        hits = store.ask("POST", "/_search?filter_path=hits.hits._source,hits.hits.sort", search).get("hits", {}).get("hits", [])
        if hits:
            yield [hit["_source"] for hit in hits]
            search["search_after"] = hits[-1]["sort"]
        read += 1
        if len(hits) < PAGE:
            break
    store.ask("DELETE", "/_pit", {"id": point})


def frame(parts, names: list[str]) -> pandas.DataFrame:
    """Page by page, each text once: all documents as Python's objects would need several times the memory."""
    frames = []
    for part in parts:
        page = pandas.DataFrame.from_records(part, columns=names)
        for name in page.select_dtypes(object):
            page[name] = [sys.intern(value) if isinstance(value, str) else value for value in page[name]]
        frames.append(page)
    return pandas.concat(frames, ignore_index=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("url", "index", "time_field"):
        parser.add_argument(name)
    for name in ("since", "middle", "until"):
        parser.add_argument(name, type=int)
    parser.add_argument("names", nargs="+")
    parser.add_argument("--pages", type=int)
    parser.add_argument("--fetch-only", action="store_true")
    asked = parser.parse_args()

    begun = time.perf_counter()
    store = Store(asked.url)
    sides = [(asked.since, asked.middle), (asked.middle, asked.until)]
    rows, kept = 0, []
    for since, until in sides:
        parts = pages(store, asked.index, asked.time_field, since, until, asked.names, asked.pages)
        kept.append(frame(parts, asked.names))
        rows += len(kept[-1])
    fetched = time.perf_counter()
    if not asked.fetch_only:
        from evidently import Report
        from evidently.presets import DataDriftPreset

        baseline, current = kept
        Report([DataDriftPreset()]).run(current, baseline).json()
    ended = time.perf_counter()
    json.dump({"rows": rows, "fetching": fetched - begun, "testing": ended - fetched}, sys.stdout)


if __name__ == "__main__":
    main()
