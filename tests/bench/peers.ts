// What else a browser can run on the same file. Each peer is written as someone who knows it would write it, and gets
// the same work: recency, frequency and money of every customer; the k-means rows also k = 3 … 8 on standardised logs.
// Each answers with what it found, so that a run in which two disagree is thrown away.
import * as duckdb from '@duckdb/duckdb-wasm';
import duckdbWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import duckdbWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { kmeans } from 'ml-kmeans';
import Papa from 'papaparse';
import { inferSchema, initParser } from 'udsv';
import init, { Engine } from '../../www/src/engine/pkg/value_tiers.js';
import engineWasm from '../../www/src/engine/pkg/value_tiers_bg.wasm?url';
import engineRestWasm from '../../www/src/engine/pkg/value_tiers_rest.wasm?url';

/** What a peer found, and how long it took in milliseconds. */
export interface Outcome {
  ms: number;
  customers: number;
  orders: number;
  /** Sum of all amounts, in hundredths. */
  cents: number;
}

interface Customer {
  last: string;
  orders: number;
  cents: number;
}

// The columns of the generated file: order_id, customer_id, ordered_at, amount, channel, country.
const CUSTOMER = 1;
const TIME = 2;
const AMOUNT = 3;

class Customers {
  readonly all = new Map<string, Customer>();
  #rows = 0;

  add(row: readonly string[]): void {
    const time = row[TIME];
    const id = row[CUSTOMER];
    if (time === undefined || id === undefined) {
      return;
    }
    const cents = Math.round(Number(row[AMOUNT]) * 100);
    this.#rows += 1;
    const known = this.all.get(id);
    if (known === undefined) {
      this.all.set(id, { last: time, orders: 1, cents });
    } else {
      known.orders += 1;
      known.cents += cents;
      // ISO times sort as text: no date is built for any row.
      if (time > known.last) {
        known.last = time;
      }
    }
  }

  outcome(start: number): Outcome {
    const ms = performance.now() - start;
    let cents = 0;
    for (const customer of this.all.values()) {
      cents += customer.cents;
    }
    return { ms, customers: this.all.size, orders: this.#rows, cents };
  }

  /** Recency, frequency and money as standardised logarithms. */
  features(): number[][] {
    const times = [...this.all.values()].map((customer) => Date.parse(`${customer.last}Z`));
    const now = times.reduce((latest, time) => Math.max(latest, time), 0);
    const points = [...this.all.values()].map((customer, index) => [
      Math.log1p((now - (times[index] ?? now)) / 86_400_000),
      Math.log1p(customer.orders),
      Math.log1p(Math.max(0, customer.cents) / 100),
    ]);
    for (let axis = 0; axis < 3; axis += 1) {
      const values = points.map((point) => point[axis] ?? 0);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
      points.forEach((point) => {
        point[axis] = ((point[axis] ?? 0) - mean) / spread;
      });
    }
    return points;
  }
}

function papaRead(file: File): Promise<Customers> {
  const customers = new Customers();
  let header = true;
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(file, {
      delimiter: ',',
      newline: '\n',
      fastMode: true,
      skipEmptyLines: true,
      chunk: ({ data }) => {
        for (const row of data) {
          if (header) {
            header = false;
          } else {
            customers.add(row);
          }
        }
      },
      complete: () => resolve(customers),
      error: reject,
    });
  });
}

async function papa(file: File): Promise<Outcome> {
  const start = performance.now();
  return (await papaRead(file)).outcome(start);
}

async function papaKmeans(file: File): Promise<Outcome> {
  const start = performance.now();
  const customers = await papaRead(file);
  const points = customers.features();
  for (let k = 3; k <= 8; k += 1) {
    // One start each; the engine makes several and keeps the best.
    const found = kmeans(points, k, { seed: 42, initialization: 'kmeans++', maxIterations: 100 });
    if (found.clusters.length !== points.length) {
      throw new Error('ml-kmeans lost a customer');
    }
  }
  return customers.outcome(start);
}

async function udsv(file: File): Promise<Outcome> {
  const start = performance.now();
  const text = await file.text();
  const parser = initParser(inferSchema(text.slice(0, text.indexOf('\n', 10_000) + 1)));
  const customers = new Customers();
  parser.stringArrs<string[]>(text, (row) => {
    customers.add(row);
  });
  return customers.outcome(start);
}

let database: duckdb.AsyncDuckDB | undefined;

/** Fetches, compiles and starts DuckDB; the time of that. */
async function duckdbStart(): Promise<number> {
  const start = performance.now();
  database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(duckdbWorker));
  await database.instantiate(duckdbWasm);
  const connection = await database.connect();
  await connection.query('SELECT 1');
  await connection.close();
  return performance.now() - start;
}

/** The RFM query straight from the file; the first one in a page is the cold one. */
async function duckdbRfm(file: File): Promise<Outcome> {
  if (database === undefined) {
    throw new Error('DuckDB was not started');
  }
  const start = performance.now();
  await database.registerFileHandle('orders.csv', file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
  const connection = await database.connect();
  const table = await connection.query(
    `SELECT customer_id, max(ordered_at) AS last, count(*)::DOUBLE AS orders, sum(round(amount * 100)) AS cents
     FROM read_csv('orders.csv') GROUP BY customer_id`,
  );
  const ms = performance.now() - start;
  await connection.close();
  const sum = (name: string): number => {
    let total = 0;
    for (const value of table.getChild(name) ?? []) {
      total += Number(value);
    }
    return Math.round(total);
  };
  return { ms, customers: table.numRows, orders: sum('orders'), cents: sum('cents') };
}

/** Our models alone: the report of the same rows with models, less that without. */
async function ourModels(file: File): Promise<{ ms: number; customers: number }> {
  const first = await init({ module_or_path: engineWasm }) as unknown as WebAssembly.ModuleImports;
  await WebAssembly.instantiateStreaming(fetch(engineRestWasm), { first });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const engine = new Engine();
  engine.inspect(bytes.slice(0, 256 * 1024), false, {});
  engine.start([{ name: file.name, bytes: bytes.length }], { models: false });
  engine.push(bytes);
  engine.finish();
  const timed = (models: boolean): { ms: number; customers: number } => {
    const start = performance.now();
    const { totals } = engine.report({ models });
    return { ms: performance.now() - start, customers: totals.customers };
  };
  // The first of each is what the browser compiles.
  timed(true);
  timed(false);
  const { ms, customers } = timed(true);
  return { ms: ms - timed(false).ms, customers };
}

Object.assign(window, { peers: { ourModels, papa, papaKmeans, udsv, duckdbStart, duckdbRfm } });
