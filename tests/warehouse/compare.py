"""The queries of `value-tiers sql` in real engines, against the engine of this repository, row for row.

    compare.py BINARY DATA ENGINE …       ENGINE is duckdb, spark, postgresql or parse

DATA is the folder tests/data. `parse` reads the queries of every dialect with sqlglot and runs none. Prints what was compared;
ends with an error at the first difference.
"""

import csv
import gzip
import json
import math
import pathlib
import shutil
import subprocess
import sys
import tempfile

import engines

HOSTILE = 'amount"; DROP TABLE x; --'
SCRATCH = pathlib.Path(tempfile.mkdtemp(prefix="value-tiers-warehouse-"))


def tool(binary, *arguments):
    done = subprocess.run([binary, *arguments], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{arguments}: {done.stderr}")
    return done.stdout


def table(text):
    return list(csv.reader(text.splitlines()))


def write(name, rows):
    path = SCRATCH / name
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


def cases(data):
    """Files, with the options that they are read with."""
    retail = SCRATCH / "retail.csv"
    with gzip.open(data / "online_retail_slice.csv.gz") as packed, open(retail, "wb") as plain:
        shutil.copyfileobj(packed, plain)
    yield "cdnow", data / "cdnow_transactions.csv", []
    yield "retail", retail, []
    yield "retail-as-of", retail, ["--as-of", "2011-06-30"]
    shop = SCRATCH / "shop.csv"
    shop.write_text(tool(sys.argv[1], "sample"), encoding="utf-8")
    yield "shop", shop, []
    # Names that try to end their quotes, words in Chinese, every reason to set a row aside.
    hostile = [["客户\\编号", "下单时间", HOSTILE, "订单`状态", "退款金额", "订单号'", "类目"]]
    states = ["交易成功", "交易關閉", "已退款", "Pending", "wc-completed", ""]
    for i in range(400):
        day = f"2024/{1 + i % 12}/{1 + i % 28} {i % 24}:{i % 60:02}"
        amount = ["12.5", "1,234.50", "¥30", "-7.25", "0", "19.9999999"][i % 6]
        hostile.append([f"客户{i * i % 57}", day, amount, states[i % 7 % 6], "" if i % 5 else "1.5", f"o{i // 2}", ["茶", "酒", ""][i % 3]])
    hostile += [
        ["合计", "2024/12/31", "99999", "", "", "", ""],
        ["", "2024/12/31", "5", "", "", "", ""],
        ["x", "2024/02/30", "5", "", "", "o1", ""],
        ["x", "someday", "5", "", "", "o1", ""],
        ["x", "", "5", "", "", "o1", ""],
        ["x", "2024/02/03", "much", "", "", "o1", ""],
        ["x", "2024/02/03", "n/a", "", "", "o1", ""],
        ["x", "2024/02/03", "12345678901234", "", "", "o1", ""],
        ["x", "2024/02/03", "5", "", "all", "o1", ""],
    ]
    yield "hostile", write("hostile.csv", hostile), ["--map", "category=类目", "--map", "status=订单`状态", "--map", f"amount={HOSTILE}"]


def same(name, expected, found, tolerance=0.0):
    """Whether two tables say the same, cell by cell; columns by the header of the first."""
    places = [found[0].index(column) for column in expected[0]]
    if len(expected) != len(found):
        raise SystemExit(f"{name}: {len(expected) - 1} rows expected, {len(found) - 1} found")
    worst = 0.0
    for a, row in zip(expected[1:], found[1:]):
        for column, cell, at in zip(expected[0], a, places):
            other = row[at]
            if cell == other:
                continue
            try:
                x, y = float(cell), float(other)
            except ValueError:
                raise SystemExit(f"{name}: {column} of {a[0]} is {other!r}, not {cell!r}")
            far = abs(x - y) / max(1.0, abs(x))
            worst = max(worst, far)
            if far > tolerance:
                raise SystemExit(f"{name}: {column} of {a[0]} is {other}, not {cell}")
    print(f"{name}: {len(expected) - 1} rows of {len(expected[0])} columns are the same (largest difference {worst:.1e})", flush=True)




def summary(binary, engine, name, path, options):
    query = tool(binary, "sql", "summary", str(path), "--dialect", engine.dialect, *options)
    engine.load("orders", path, typed=engine.dialect != "postgresql" and name != "hostile")
    found = engine.run(query)
    # A quantile in 64 bits may differ in its last digit.
    same(f"{engine.dialect} {name} summary", table(tool(binary, "summary", str(path), *options)), found, 1e-13)
    aside = engine.run(tool(binary, "sql", "reconciliation", str(path), "--dialect", engine.dialect, *options))
    counted = {row[0]: int(row[1]) for row in aside[1:] if row[0] not in ("used", "after_as_of")}
    said = {}
    for row in table(tool(binary, "set-aside", str(path), *options).lstrip("\ufeff"))[1:]:
        said[row[1]] = said.get(row[1], 0) + 1
    if counted != said:
        raise SystemExit(f"{engine.dialect} {name}: set aside {counted}, not {said}")
    print(f"{engine.dialect} {name} reconciliation: {said}", flush=True)
    return found


def score(binary, engine, name, path, options):
    """Scores of the orders, against those of this engine to nine digits."""
    query = tool(binary, "sql", "score", str(path), "--dialect", engine.dialect, *options)
    found = engine.run(query)
    expected = known(table(tool(binary, "scores", str(path), *options)), found)
    same(f"{engine.dialect} {name} scores", expected, found, 1e-9)


def score_of_summary(binary, engine, name, rows):
    """Scores of a summary that was kept as a table, by the report of its CSV."""
    summed = write(f"{name}-kept.csv", rows)
    engine.load("kept", summed)
    found = engine.run(tool(binary, "sql", "score", str(summed), "--dialect", engine.dialect, "--table", "kept"))
    expected = known(table(tool(binary, "scores", str(summed))), found)
    same(f"{engine.dialect} {name} scores of the summary", expected, found, 1e-9)


def known(expected, found):
    """The columns that the query has. What it lacks must be one of those that it may leave out."""
    missing = set(expected[0]) - set(found[0])
    allowed = {"p_alive", "p_buy", "expected_orders", "expected_spend", "expected_value", "risk", "cluster"}
    if missing - allowed:
        raise SystemExit(f"the scores lack {sorted(missing)}")
    if missing:
        print(f"  without {sorted(missing)}")
    places = [at for at, column in enumerate(expected[0]) if column not in missing]
    return [[row[at] for at in places] for row in expected]


def report(binary, name, path, options, rows):
    """The report of the orders, and that of their summary: what both can know is the same."""
    summed = write(f"{name}-summary.csv", rows)
    one = json.loads(tool(binary, "report", str(path), *options))
    two = json.loads(tool(binary, "report", str(summed)))
    for key in ["customers", "buyers", "orders", "net", "gross", "refunds"]:
        if one["totals"].get(key) != two["totals"].get(key):
            raise SystemExit(f"{name}: {key} is {two['totals'].get(key)}, not {one['totals'].get(key)}")
    known = [
        "customer", "first_order", "last_order", "orders", "gross", "refunds", "net", "recency_days", "r", "f", "m",
        "rfm_segment", "lifecycle", "value_tier", "value_index", "moved_from", "nes", "overdue",
    ]
    rows_of = {}
    for key, of in [("one", tool(binary, "customers", str(path), *options)), ("two", tool(binary, "customers", str(summed)))]:
        lists = table(of)
        places = [lists[0].index(column) for column in known]
        rows_of[key] = sorted([[row[at] for at in places] for row in lists[1:]])
        rows_of[key].insert(0, known)
    # An overdue of 1.0000005 may be cut to either side at the sixth decimal.
    same(f"{name}: customers of the orders and of the summary", rows_of["one"], rows_of["two"], 2e-6)
    for model, parameters in [("bg_nbd", "r alpha a b"), ("mbg_nbd", "r alpha a b"), ("gamma_gamma", "p q v")]:
        a, b = one["models"].get(model), two["models"].get(model)
        if (a is None) != (b is None):
            raise SystemExit(f"{name}: {model} is fitted on one side only")
        for parameter in parameters.split() if a else []:
            if not math.isclose(a[parameter], b[parameter], rel_tol=1e-4):
                raise SystemExit(f"{name}: {parameter} of {model} is {b[parameter]}, not {a[parameter]}")
    print(f"{name}: the models of the orders and of the summary have the same parameters", flush=True)


def parse(binary, name, path, options):
    import sqlglot

    names = {"postgresql": "postgres"}
    for dialect in ["duckdb", "spark", "postgresql", "bigquery", "snowflake", "clickhouse"]:
        for what in ["summary", "reconciliation", "score"]:
            query = tool(binary, "sql", what, str(path), "--dialect", dialect, *options)
            found = [s for s in sqlglot.parse(query, read=names.get(dialect, dialect)) if s is not None]
            if len(found) != 1 or not isinstance(found[0], sqlglot.exp.Select):
                raise SystemExit(f"{dialect} {name} {what}: {len(found)} statements")
            if "客户" in pathlib.Path(path).read_text(encoding="utf-8")[:20]:
                columns = {column.name for column in found[0].find_all(sqlglot.exp.Column)}
                if HOSTILE not in columns:
                    raise SystemExit(f"{dialect}: {HOSTILE} is not one column in {sorted(columns)}")
    print(f"{name}: parses in six dialects, one statement each", flush=True)


def main():
    binary, data, wanted = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
    made = {
        "duckdb": engines.DuckDb,
        "spark": engines.Spark,
        "postgresql": lambda: engines.PostgreSql(sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))[-1]),
    }
    files = list(cases(data))
    for engine in wanted:
        if engine == "parse":
            for name, path, options in files:
                parse(binary, name, path, options)
            continue
        running = made[engine]()
        try:
            for name, path, options in files:
                rows = summary(binary, running, name, path, options)
                score(binary, running, name, path, options)
                if engine == "duckdb" and name in ("cdnow", "retail"):
                    report(binary, name, path, options, rows)
                    score_of_summary(binary, running, name, rows)
        finally:
            getattr(running, "close", lambda: None)()
    shutil.rmtree(SCRATCH)


main()
