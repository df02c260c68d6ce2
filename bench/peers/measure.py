"""Runs a command and writes its seconds, those of its processors, and the most memory it held, in megabytes, as JSON.

    measure.py COMMAND ARGUMENT…
"""
import json
import resource
import subprocess
import sys
import time

begun = time.perf_counter()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
seconds = time.perf_counter() - begun
unit = 1e6 if sys.platform == "darwin" else 1e3
used = resource.getrusage(resource.RUSAGE_CHILDREN)
figures = {"seconds": seconds, "processor": used.ru_utime + used.ru_stime, "megabytes": used.ru_maxrss / unit}
json.dump(figures, sys.stdout)
