"""Engines that run a query on a CSV file: each gives its rows as lists of text, with the header first."""

import csv
import os
import subprocess
import tempfile


def lines(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def text(value):
    """A cell as the engine's CSV has it: empty for nothing."""
    return "" if value is None else str(value)


class DuckDb:
    dialect = "duckdb"

    def __init__(self):
        import duckdb

        self.connection = duckdb.connect()

    def load(self, table, path, typed=True):
        self.connection.execute(
            f"CREATE OR REPLACE TABLE {table} AS SELECT * FROM read_csv(?, header = true, all_varchar = {not typed})",
            [str(path)],
        )

    def run(self, query):
        found = self.connection.execute(query)
        return [[column[0] for column in found.description]] + [[text(cell) for cell in row] for row in found.fetchall()]

    def keep(self, table, query):
        self.connection.execute(f"CREATE OR REPLACE TABLE {table} AS {query}")


class Spark:
    dialect = "spark"

    def __init__(self):
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.master("local[2]").appName("value-tiers")
        builder = builder.config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "4")
        builder = builder.config("spark.driver.memory", "4g").config("spark.sql.session.timeZone", "UTC")
        self.session = builder.getOrCreate()
        self.session.sparkContext.setLogLevel("ERROR")

    def load(self, table, path, typed=True):
        reader = self.session.read.option("header", True).option("quote", '"').option("escape", '"')
        frame = reader.option("inferSchema", typed).csv(str(path))
        frame.createOrReplaceTempView(table)

    def run(self, query):
        found = self.session.sql(query.rstrip().rstrip(";"))
        return [found.columns] + [[text(cell) for cell in row] for row in found.collect()]

    def keep(self, table, query):
        self.session.sql(query.rstrip().rstrip(";")).cache().createOrReplaceTempView(table)


class PostgreSql:
    """The server of this machine, started in a directory of its own."""

    dialect = "postgresql"

    def __init__(self, bin_directory):
        self.bin = bin_directory
        self.home = tempfile.mkdtemp(prefix="value-tiers-postgresql-")
        self.owner = []
        if os.geteuid() == 0:
            # The server refuses to be run by root.
            subprocess.run(["chown", "postgres", self.home], check=True)
            self.owner = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
        self.do("initdb", "-D", f"{self.home}/data", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-U", "postgres")
        options = f"-k {self.home} -c listen_addresses=''"
        self.do("pg_ctl", "-D", f"{self.home}/data", "-o", options, "-l", f"{self.home}/log", "-w", "start")

    def do(self, tool, *arguments):
        done = subprocess.run([*self.owner, f"{self.bin}/{tool}", *arguments], capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)
        return done.stdout

    def psql(self, text):
        command = [*self.owner, f"{self.bin}/psql", "-h", self.home, "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-q", "--csv"]
        done = subprocess.run(command, input=text, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return done.stdout

    def load(self, table, path, typed=False):
        rows = lines(path)
        columns = ", ".join('"' + name.replace('"', '""') + '" text' for name in rows[0])
        body = "\n".join("\t".join(escaped(cell) for cell in row) for row in rows[1:])
        self.psql(f"DROP TABLE IF EXISTS {table};\nCREATE TABLE {table} ({columns});\nCOPY {table} FROM stdin;\n{body}\n\\.\n")

    def run(self, query):
        return list(csv.reader(self.psql(query).splitlines()))

    def keep(self, table, query):
        self.psql(f"DROP TABLE IF EXISTS {table};\nCREATE TABLE {table} AS {query}")

    def close(self):
        self.do("pg_ctl", "-D", f"{self.home}/data", "-m", "fast", "stop")
        subprocess.run(["rm", "-rf", self.home], check=True)


def escaped(cell):
    if cell == "":
        return "\\N"
    return cell.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
