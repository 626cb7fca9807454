"""Many generated orders through a summary in DuckDB, and its CSV through the engine: rows, customers, seconds.

    large.py BINARY [ROWS] [FOLDER]       50,000,000 rows by default

Every twelfth order brings a new customer, on a day of his or her own; customers differ in how many orders they place, within what
time, and for how much. One order in fifty is given back, one in two hundred was cancelled. The same rows every time.
"""

import pathlib
import subprocess
import sys
import tempfile
import time

import duckdb

BINARY = sys.argv[1]
ROWS = int(sys.argv[2]) if len(sys.argv) > 2 else 50_000_000
FOLDER = pathlib.Path(sys.argv[3] if len(sys.argv) > 3 else tempfile.mkdtemp(prefix="value-tiers-large-"))

ORDERS = f"""
CREATE TABLE orders AS
WITH drawn AS (
  SELECT
    i AS number,
    -- The square makes few customers frequent.
    CAST(FLOOR({ROWS} / 12 * POWER((hash(i, 1) % 1000003) / 1000003.0, 2)) AS BIGINT) AS who,
    (hash(i, 2) % 1000003) / 1000003.0 AS along,
    (hash(i, 3) % 1000003) / 1000003.0 AS cents,
    hash(i, 4) % 200 AS lot
  FROM range({ROWS}) AS rows(i)
)
SELECT
  'C' || who AS customer_id,
  DATE '2022-01-01' + CAST(hash(who, 5) % 800 + along * POWER(hash(who, 6) % 1000 / 1000.0, 2) * 280 AS INTEGER) AS order_date,
  'O' || number AS order_id,
  CAST(5 + (hash(who, 7) % 60) * (0.5 + cents) AS DECIMAL(12, 2)) * CASE WHEN lot BETWEEN 1 AND 4 THEN -1 ELSE 1 END AS amount,
  CASE WHEN lot = 0 THEN 'cancelled' ELSE 'paid' END AS order_status
FROM drawn
"""


def timed(what, work):
    start = time.monotonic()
    found = work()
    print(f"{what}: {time.monotonic() - start:.1f} s", flush=True)
    return found


connection = duckdb.connect(str(FOLDER / "orders.duckdb"))
connection.execute(f"SET temp_directory = '{FOLDER / 'temp'}'")
timed(f"{ROWS:,} orders generated", lambda: connection.execute(ORDERS))
sample = FOLDER / "sample.csv"
connection.execute(f"COPY (SELECT * FROM orders LIMIT 5000) TO '{sample}' (HEADER)")
query = subprocess.run([BINARY, "sql", "summary", sample], capture_output=True, text=True, check=True).stdout
query = query.rstrip().rstrip(";")
summary = FOLDER / "summary.csv"
timed("DuckDB sums them up into a CSV file", lambda: connection.execute(f"COPY ({query}) TO '{summary}' (HEADER)"))
aside = subprocess.run([BINARY, "sql", "reconciliation", sample], capture_output=True, text=True, check=True).stdout
for reason, rows, money in connection.execute(aside).fetchall():
    print(f"  {reason}: {rows:,} rows, {money}")
print(f"{summary.stat().st_size / 1e6:.0f} MB", flush=True)


def report():
    return subprocess.run([BINARY, "report", summary], capture_output=True, text=True, check=True).stdout


import json

found = json.loads(timed("value-tiers reads the summary and makes the report", report))
totals = found["totals"]
print(f"{totals['customers']:,} customers, {totals['orders']:,} orders, net {totals['net']}; model {found['models'].get('chosen')}")
expected = connection.execute("SELECT SUM(amount) FROM orders WHERE order_status <> 'cancelled'").fetchone()[0]
if abs(float(totals["net"]) - float(expected)) > 0.005:
    raise SystemExit(f"net is {totals['net']}, not {expected}")
