"""Runs a command and writes its seconds and the most memory it held, in megabytes, as JSON to stdout.

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
json.dump({"seconds": seconds, "megabytes": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / unit}, sys.stdout)
