"""Reads one workbook, or one csv, with the readers that people know, beside this
program, in one run: rounds of all of them in turn, the median of each, and the
most memory that this program took. The others stand with all that they do when
they are called: starting included, as a script has it.

usage: peers.py TALLYBOARD FILE [ROUNDS]
"""
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

program, path = sys.argv[1], sys.argv[2]
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
book = path.endswith(".xlsx")


peaks = []


def ours():
    """The time of the load, and into peaks the most memory of the program."""
    with tempfile.TemporaryFile("w+") as err:
        p = subprocess.Popen([program, "inspect", "--trace", path], stdout=subprocess.DEVNULL, stderr=err)
        _, status, usage = os.wait4(p.pid, 0)
        p.returncode = os.waitstatus_to_exitcode(status)
        if p.returncode:
            sys.exit(f"{program} inspect {path}: status {p.returncode}")
        peaks.append(usage.ru_maxrss / 1024)
        err.seek(0)
        return float(re.search(r"trace load ms=([\d.]+)", err.read()).group(1)) / 1000


def python(code):
    def run():
        start = time.perf_counter()
        subprocess.run(["/usr/bin/python3", "-c", code, path], check=True)
        return time.perf_counter() - start
    return run


def office():
    with tempfile.TemporaryDirectory() as out:
        start = time.perf_counter()
        subprocess.run(["soffice", "--headless", "-env:UserInstallation=file://" + out, "--convert-to", "csv", "--outdir", out, path],
                       check=True, capture_output=True)
        return time.perf_counter() - start


peers = {"tallyboard, typed columns": ours}
if book:
    peers["pandas read_excel"] = python("import sys,pandas; pandas.read_excel(sys.argv[1])")
    peers["openpyxl read_only"] = python("import sys,openpyxl\ns=openpyxl.load_workbook(sys.argv[1],read_only=True).active\ns.reset_dimensions()\nfor r in s.iter_rows(values_only=True): pass")
else:
    peers["pandas read_csv"] = python("import sys,pandas; pandas.read_csv(sys.argv[1])")
if subprocess.run(["which", "soffice"], capture_output=True).returncode == 0:
    peers["LibreOffice to csv"] = office

times = {name: [] for name in peers}
for _ in range(rounds):
    for name, run in peers.items():
        times[name].append(run())
base = statistics.median(times["tallyboard, typed columns"])
print(os.path.basename(path), os.path.getsize(path) >> 20, "MB, median of", rounds)
for name, t in times.items():
    m = statistics.median(t)
    print(f"  {name:28} {m:8.2f} s  {m / base:6.1f}×")
print(f"  most memory of tallyboard    {max(peaks):8.0f} MB")
