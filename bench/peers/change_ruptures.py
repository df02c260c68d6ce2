"""Change points by ruptures: KernelCPD with rbf, penalty 10. Series as JSON on stdin."""
import json
import sys

import numpy
import ruptures

PENALTY = 10


def changes(values):
    rows = numpy.asarray(values, dtype=float).reshape(-1, 1)
    found = ruptures.KernelCPD(kernel="rbf", min_size=3).fit(rows).predict(pen=PENALTY)
    return [int(end) for end in found[:-1]]


json.dump([changes(values) for values in json.load(sys.stdin)], sys.stdout)
