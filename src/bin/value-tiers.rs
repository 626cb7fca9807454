//! The command line: the report of a file as JSON, its customers as CSV. A thin reader around the same engine as the
//! page's, for analysts and for checking.

use std::fs::File;
use std::io::{Cursor, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::process::ExitCode;

use value_tiers::advice::agenda::document::AgendaQuery;
use value_tiers::advice::customer::CardQuery;
use value_tiers::error::{Code, Error};
use value_tiers::ingest::{self, Preview};
use value_tiers::lists::{ListRequest, record};
use value_tiers::movement::MovementQuery;
use value_tiers::query::CustomerQuery;
use value_tiers::report::{InputFile, Report};
use value_tiers::segments::own::{OwnProblem, OwnProblemCode, OwnSegment};
use value_tiers::session::{Finish, Part, Session};
use value_tiers::settings::{Only, Role, Settings};
use value_tiers::sql::SqlQuery;
use value_tiers::units::Day;
use value_tiers_excel::Workbook;

const USAGE: &str = "\
value-tiers report FILE [options]       the report of an order file or customer table, as JSON
value-tiers customers FILE [options]    one CSV row for each customer
value-tiers customer FILE NAME [options]    one customer explained, as JSON
value-tiers own FILE [options]          own segments of the settings: customers and revenue, as JSON
value-tiers columns FILE [options]      what each column seems to be, as JSON
value-tiers set-aside FILE [options]    the rows that were not used, as CSV
value-tiers settings FILE [options]     what was decided of the file, as JSON for --settings and for the page
value-tiers movement FILE [options]     who moved between two days, cohorts, why revenue changed, as JSON
value-tiers clusters FILE [options]     clusters with their stability, names, effects and rules, as JSON
value-tiers cross-sell FILE [options]   what customers buy next, and first, second and third orders, as JSON
value-tiers list FILE [options]         customers as a list that leaves: CSV or XLSX, for people or tools
value-tiers lift LIST [RESULTS]         what a list has brought, treated against held out, as JSON: by the columns
                                        responded and revenue of LIST or RESULTS, or by RESULTS as newer orders
value-tiers summary FILE [options]      the same summary as CSV that the query below makes in a warehouse
value-tiers scores FILE [options]       what the scoring query below gives, as CSV to the last digit
value-tiers sql WHAT FILE [options]     the same rules as SQL for a table with the columns of FILE: WHAT is summary (one row
                                        per customer), reconciliation (rows used and set aside), or score (by the
                                        report of FILE: segments, stages, clusters, tiers, forecasts, risk)
value-tiers agenda FILE [options]       whom to contact in the week after the as-of date, and how, as JSON
value-tiers budget FILE [options]       what the budget of the settings could keep, hours, what if, as JSON
value-tiers sample                      the demo shop's orders, as CSV

FILE is a text table (CSV and the like) or a workbook (XLSX, XLSB, XLS, ODS, an HTML table); its name doesn't matter

options
  --with FILE           one more file, may be given several times: more orders, or more about the same customers
                        (a customer list, a survey), joined on whatever names the customer
  --map ROLE=COLUMN     what a column is; may be given several times (customer, date, amount, order_id,
                        quantity, unit_price, status, refund, recency, frequency, monetary, …)
  --sheet NAME          the sheet of a workbook (default: the one that looks most like orders)
  --as-of YYYY-MM-DD    use rows up to and including this day (default: the last day in the file)
  --only COLUMN=VALUE   only customers with this value of a carried column, as of the last day in the file
  --from YYYY-MM-DD     of a movement the earlier day (default: a year before the later, or half the file)
  --to YYYY-MM-DD       of a movement the later day; the same as --as-of
  --settings FILE       a settings document, as the page saves it
  --own NAME            of customers only those in this own segment of the settings
  --min-customers N     of cross-sell: customers that a rule stands on at least (default: 1 %, 10 at least)
  --segment, --action, --value-tier, --risk-band, --next, --bought, --not-bought, --search  VALUE
                        of list: who (champions, save, high, red, an item, part of a name)
  --preset NAME         of list: plain, mailchimp, klaviyo, google_ads, meta (hashed); --record true for the
                        record of both groups of the same list
  --format csv|xlsx     of list
  --hold-out SHARE      of list: customers who are not addressed, drawn by lot, 0 to 0.5 (default: 0)
  --seed N              of list: which lots (default: 1)
  --calling-code DIGITS of list: of telephone numbers without one
  --cost AMOUNT         of lift: what a contact cost, for the return on it
  --output FILE         of list: written there, and how it came to be beside it as FILE.json
  --dialect NAME        of sql: duckdb, spark, postgresql, bigquery, snowflake or clickhouse (default: duckdb)
  --table NAME          of sql: the table, as in shop.orders (default: orders)
  --clusters K          number of clusters, 2 to 8 (default: chosen by silhouette)";

/// Bytes read at a time, as on the page.
const SLICE: usize = 4 << 20;

/// Commands that take a file.
const COMMANDS: [&str; 17] = [
    "sql",
    "scores",
    "summary",
    "report",
    "customers",
    "customer",
    "own",
    "clusters",
    "cross-sell",
    "list",
    "lift",
    "columns",
    "set-aside",
    "settings",
    "movement",
    "budget",
    "agenda",
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), String> {
    let (command, rest) = arguments.split_first().ok_or(USAGE)?;
    if command == "sample" {
        return print(value_tiers::sample::csv().as_bytes());
    }
    if !COMMANDS.contains(&command.as_str()) {
        return Err(USAGE.into());
    }
    let (file, mut options) = rest.split_first().ok_or(USAGE)?;
    let mut named = None;
    if command == "customer" {
        let (name, others) = options.split_first().ok_or(USAGE)?;
        (named, options) = (Some(name.clone()), others);
    }
    if command == "lift" {
        return lift(file, options);
    }
    if command == "sql" {
        return sql(file, options);
    }
    let Options { mut settings, with, movement, list, output, own, .. } = Options::read(options)?;
    if ["movement", "summary"].contains(&command.as_str()) {
        settings.models = false;
    }
    if command != "movement" && movement.from.is_some() {
        return Err(format!("--from belongs to movement.\n\n{USAGE}"));
    }
    let mut session = Session::new();
    if command == "columns" {
        let preview = Input::open(file, &mut session, &settings)?.preview;
        return print(serde_json::to_string_pretty(&preview).map_err(|e| e.to_string())?.as_bytes());
    }
    let report = analyse(&mut session, file, &with, &settings)?;
    match command.as_str() {
        "customers" => {
            let own = own.map(|name| chosen(&session, &report.settings.own_segments, &name)).transpose()?;
            let query = CustomerQuery { own, ..CustomerQuery::default() };
            session.clusters().map_err(|e| e.to_string())?;
            let list = session.customers_csv(&query).map_err(|e: Error| e.to_string())?;
            // The byte order mark is for Excel; in a pipe it is in the way.
            print(list.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&list))
        }
        "scores" => {
            let analysis = session.analysis().map_err(|e| e.to_string())?;
            print(&value_tiers::sql::scores_csv(analysis))
        }
        "summary" => {
            let analysis = session.analysis().map_err(|e| e.to_string())?;
            print(&value_tiers::sql::summary_csv(&analysis.customers))
        }
        "customer" => {
            let query = CardQuery { customer: named, ..CardQuery::default() };
            let card = session.customer(&query).map_err(|e| e.to_string())?;
            print(serde_json::to_string_pretty(&card).map_err(|e| e.to_string())?.as_bytes())
        }
        "own" => {
            let counts = session.own_segments(&report.settings.own_segments).map_err(|e| e.to_string())?;
            print(serde_json::to_string_pretty(&counts).map_err(|e| e.to_string())?.as_bytes())
        }
        "settings" => {
            let text = serde_json::to_string_pretty(&report.settings).map_err(|e| e.to_string())?;
            print(text.as_bytes())
        }
        "clusters" => {
            let found = session.clusters().map_err(|e| e.to_string())?;
            print(serde_json::to_string_pretty(&found).map_err(|e| e.to_string())?.as_bytes())
        }
        "movement" => {
            let found = session.movement(&movement).map_err(|e| e.to_string())?;
            print(serde_json::to_string_pretty(&found).map_err(|e| e.to_string())?.as_bytes())
        }
        "list" => {
            let made = session.list(&list).map_err(|e| e.to_string())?;
            let Some(output) = output else { return print(&made.bytes) };
            let about = serde_json::to_string_pretty(&made.about).map_err(|e| e.to_string())?;
            let written = |path: &str, bytes: &[u8]| {
                std::fs::write(path, bytes).map_err(|e| format!("{path} can't be written: {e}"))
            };
            written(&output, &made.bytes)?;
            written(&format!("{output}.json"), about.as_bytes())
        }
        "cross-sell" => {
            let found = session.cross_sell().map_err(|e| e.to_string())?;
            print(serde_json::to_string_pretty(&found).map_err(|e| e.to_string())?.as_bytes())
        }
        "agenda" => {
            let found = session.agenda(&AgendaQuery::default()).map_err(|e| e.to_string())?;
            print(serde_json::to_string_pretty(&found).map_err(|e| e.to_string())?.as_bytes())
        }
        "budget" => {
            let found = session.budget(&report.settings.budget).map_err(|e| e.to_string())?;
            print(serde_json::to_string_pretty(&found).map_err(|e| e.to_string())?.as_bytes())
        }
        "set-aside" => print(&session.set_aside_csv().map_err(|e| e.to_string())?),
        _ => print(serde_json::to_string_pretty(&report).map_err(|e| e.to_string())?.as_bytes()),
    }
}

/// What a list has brought.
fn lift(list: &str, rest: &[String]) -> Result<(), String> {
    let list = table(list)?;
    let (results, options) = match rest.split_first() {
        Some((file, options)) if !file.starts_with("--") => (Some(file), options),
        _ => (None, rest),
    };
    let read = Options::read(options)?;
    let cost = read.cost;
    let mut session = Session::new();
    let found = match results {
        None => session.lift(&list, None, None),
        Some(path) => {
            let bytes = table(path)?;
            if record::is_results(&bytes) {
                session.lift(&list, Some(&bytes), None)
            } else {
                let Options { mut settings, with, .. } = read;
                settings.models = false;
                analyse(&mut session, path, &with, &settings)?;
                session.lift(&list, None, None)
            }
        }
    };
    let mut found = found.map_err(|e| e.to_string())?;
    if let Some(cost) = cost {
        found = found.costing(cost).map_err(|e| e.to_string())?;
    }
    print(serde_json::to_string_pretty(&found).map_err(|e| e.to_string())?.as_bytes())
}

/// Queries for a table with the columns of a file. For scores the whole file is read, else no more than its start.
fn sql(what: &str, rest: &[String]) -> Result<(), String> {
    let (file, options) = rest.split_first().ok_or(USAGE)?;
    let Options { settings, with, sql, .. } = Options::read(options)?;
    let mut session = Session::new();
    if what == "score" {
        analyse(&mut session, file, &with, &settings)?;
    } else {
        Input::open(file, &mut session, &settings)?;
    }
    let found = session.sql(&sql, &settings).map_err(|e| e.to_string())?;
    for left_out in &found.left_out {
        eprintln!("{}", left_out.sentence());
    }
    let query = match what {
        "summary" => found.summary,
        "reconciliation" => found.reconciliation,
        "score" => found.score,
        _ => return Err(USAGE.into()),
    };
    print(query.ok_or("FILE is a summary already.")?.as_bytes())
}

/// A file as text: a workbook as its sheet.
fn table(path: &str) -> Result<Vec<u8>, String> {
    let bytes = std::fs::read(path).map_err(|e| unreadable(path, &e))?;
    if !bytes.starts_with(b"PK") {
        return Ok(bytes);
    }
    let refusal = Error::new(Code::NotText).value("zip");
    sheet(&mut Cursor::new(bytes), path, &Settings::default(), &refusal).map(|(_, csv)| csv)
}

/// A file that is a table: as it is, or as one sheet of it.
struct Input {
    path: String,
    table: Box<dyn Table>,
    file: InputFile,
    preview: Option<Preview>,
}

/// Bytes that can be read again from the first.
trait Table: Read + Seek {}
impl<T: Read + Seek> Table for T {}

impl Input {
    fn open(path: &str, session: &mut Session, settings: &Settings) -> Result<Input, String> {
        if Path::new(path).is_dir() {
            return Err(format!("{path} is a folder. Name a file in it."));
        }
        let mut table: Box<dyn Table> = Box::new(File::open(path).map_err(|e| unreadable(path, &e))?);
        let name = Path::new(path).file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let bytes = table.seek(SeekFrom::End(0)).map_err(|e| unreadable(path, &e))?;
        let file = InputFile { name, bytes, sheet: None };
        let mut input = Input { path: path.into(), table, file, preview: None };
        match input.inspect(session, settings)? {
            Ok(()) => {}
            Err(error) if error.code == Code::NotText => {
                let (sheet, csv) = sheet(&mut input.table, path, settings, &error)?;
                input.table = Box::new(Cursor::new(csv));
                input.file.sheet = Some(sheet);
                input.inspect(session, settings)?.map_err(|e| e.to_string())?;
            }
            Err(error) => return Err(error.to_string()),
        }
        Ok(input)
    }

    /// The first bytes, and whether they are all.
    fn head(&mut self) -> Result<(Vec<u8>, bool), String> {
        let unreadable = |e| unreadable(&self.path, &e);
        self.table.rewind().map_err(unreadable)?;
        let mut head = Vec::new();
        (&mut self.table).take(ingest::HEAD as u64 + 1).read_to_end(&mut head).map_err(unreadable)?;
        let whole = head.len() <= ingest::HEAD;
        head.truncate(ingest::HEAD);
        Ok((head, whole))
    }

    /// Looks at the first bytes.
    fn inspect(&mut self, session: &mut Session, settings: &Settings) -> Result<Result<(), Error>, String> {
        let (head, whole) = self.head()?;
        Ok(session.inspect(&head, whole, settings).map(|preview| self.preview = Some(preview)))
    }

    /// Gives all bytes to a session.
    fn stream(&mut self, session: &mut Session) -> Result<(), String> {
        self.table.rewind().map_err(|e| unreadable(&self.path, &e))?;
        let mut slice = vec![0; SLICE];
        loop {
            let n = self.table.read(&mut slice).map_err(|e| unreadable(&self.path, &e))?;
            if n == 0 {
                return Ok(());
            }
            session.push(&slice[..n]).map_err(|e| e.to_string())?;
        }
    }
}

/// The sheet of a workbook, by name and as CSV. `refusal` is what the engine says of the same bytes.
fn sheet(
    file: &mut dyn Table,
    path: &str,
    settings: &Settings,
    refusal: &Error,
) -> Result<(String, Vec<u8>), String> {
    let sentence = |error: value_tiers_excel::Error| match error.code {
        value_tiers_excel::Code::NotAWorkbook => refusal.to_string(),
        _ => error.to_string(),
    };
    // calamine takes some damage for a defect of its own. The process ends then; the person hears why.
    std::panic::set_hook(Box::new(|_| {
        eprintln!("{}", value_tiers_excel::Error::new(value_tiers_excel::Code::WorkbookDamaged));
    }));
    let mut bytes = Vec::new();
    file.rewind().and_then(|()| file.read_to_end(&mut bytes)).map_err(|e| unreadable(path, &e))?;
    let mut book = Workbook::open(bytes).map_err(sentence)?;
    let place = book.choose(settings.sheet.as_deref()).map_err(|error| {
        let names: Vec<_> = book.sheets().iter().map(|sheet| sheet.name.as_str()).collect();
        format!("{error} It has: {}.", names.join(", "))
    })?;
    let name = book.sheets().get(place).map(|sheet| sheet.name.clone()).unwrap_or_default();
    let mut csv = Vec::new();
    let mut give = |piece: &[u8]| {
        csv.extend_from_slice(piece);
        Ok(())
    };
    book.convert(place, &mut give).map_err(sentence)?;
    drop(std::panic::take_hook());
    Ok((name, csv))
}

/// The own segment of a name, where it can be applied to the file.
fn chosen(session: &Session, segments: &[OwnSegment], name: &str) -> Result<OwnSegment, String> {
    let found = segments.iter().find(|own| own.name == name);
    let own = found.ok_or_else(|| format!("The settings have no own segment named {name}."))?;
    let counts = session.own_segments(std::slice::from_ref(own)).map_err(|e| e.to_string())?;
    match counts.into_iter().find_map(|count| count.problem) {
        None => Ok(own.clone()),
        Some(OwnProblem { code: OwnProblemCode::UnknownColumn, value }) => {
            Err(format!("The segment {name} asks for a column that this file has not: {value}."))
        }
        Some(OwnProblem { value, .. }) => {
            Err(format!("The segment {name} can't be applied to this file, because of: {value}."))
        }
    }
}

/// Streams a file, and those beside it, through a session.
fn analyse(
    session: &mut Session,
    path: &str,
    with: &[String],
    settings: &Settings,
) -> Result<Report, String> {
    let mut first = Input::open(path, session, settings)?;
    let (mut more, mut joined) = (Vec::new(), Vec::new());
    for path in with {
        let (mut other, mut part) = other(path, session, settings)?;
        if part == Part::Lead {
            // The orders lead, whichever was named first.
            std::mem::swap(&mut first, &mut other);
            first.inspect(session, settings)?.map_err(|e| e.to_string())?;
            part = Part::Join;
        }
        match part {
            Part::Append => more.push(other),
            _ => joined.push(other),
        }
    }
    for other in &mut joined {
        let (head, whole) = other.head()?;
        session.join(&head, whole, other.file.clone(), settings).map_err(|e| e.to_string())?;
        other.stream(session)?;
        session.joined().map_err(|e| e.to_string())?;
    }
    let files = std::iter::once(&first).chain(&more).map(|input| input.file.clone());
    session.start(files.collect(), settings).map_err(|e| e.to_string())?;
    loop {
        first.stream(session)?;
        for other in &mut more {
            let (head, whole) = other.head()?;
            session.append(&head, whole, settings).map_err(|e| e.to_string())?;
            other.stream(session)?;
        }
        if let Finish::Report(report) = session.finish().map_err(|e| e.to_string())? {
            return Ok(*report);
        }
    }
}

/// A file beside the first one, and what it is to that.
fn other(path: &str, session: &Session, settings: &Settings) -> Result<(Input, Part), String> {
    let name = Path::new(path).file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let mut input = Input::open(path, &mut Session::new(), &settings.of_file(&name))?;
    let (head, whole) = input.head()?;
    let other = session.inspect_also(&head, whole, &name, settings).map_err(|e| e.to_string())?;
    Ok((input, other.part))
}

fn unreadable(file: &str, error: &std::io::Error) -> String {
    format!("{file} can't be read: {error}")
}

/// What the options say.
#[derive(Default)]
struct Options {
    settings: Settings,
    /// Files beside the first.
    with: Vec<String>,
    movement: MovementQuery,
    /// Name of an own segment.
    own: Option<String>,
    list: ListRequest,
    /// Where a list is written to.
    output: Option<String>,
    /// What a contact cost.
    cost: Option<f64>,
    sql: SqlQuery,
}

impl Options {
    fn read(options: &[String]) -> Result<Options, String> {
        let Options {
            mut settings,
            mut with,
            mut movement,
            mut list,
            mut output,
            mut cost,
            mut own,
            mut sql,
        } = Options::default();
        list.seed = 1;
        let number = |text: &str| text.parse::<f64>().map_err(|_| format!("{text} is not a number."));
        let day = |text: &str| {
            Day::parse_iso(text).ok_or_else(|| format!("{text} is not a day. Write 2024-12-31."))
        };
        let mut rest = options.iter();
        while let Some(option) = rest.next() {
            let value = rest.next().ok_or_else(|| format!("{option} needs a value.\n\n{USAGE}"))?;
            match option.as_str() {
                "--map" => {
                    let (role, column) = value
                        .split_once('=')
                        .ok_or_else(|| format!("--map is written role=Column, not {value}."))?;
                    let role: Role = serde_json::from_value(role.into())
                        .map_err(|_| format!("{role} is not something a column can be.\n\n{USAGE}"))?;
                    settings.mapping.insert(role, column.into());
                }
                "--only" => {
                    let (column, value) = value
                        .split_once('=')
                        .ok_or_else(|| format!("--only is written Column=Value, not {value}."))?;
                    settings.only = Some(Only { column: column.into(), measure: None, value: value.into() });
                }
                "--own" => own = Some(value.clone()),
                "--with" => with.push(value.clone()),
                "--table" => sql.table = value.clone(),
                "--dialect" => {
                    sql.dialect = serde_json::from_value(value.as_str().into())
                        .map_err(|_| format!("{value} is none of the dialects.\n\n{USAGE}"))?;
                }
                "--sheet" => settings.sheet = Some(value.clone()),
                "--as-of" | "--to" => settings.as_of = Some(day(value)?),
                "--from" => movement.from = Some(day(value)?),
                "--min-customers" => {
                    let least =
                        value.parse().map_err(|_| format!("{value} is not a number of customers."))?;
                    settings.cross_sell.min_customers = Some(least);
                }
                "--segment" => list.query.segment = Some(word(value)?),
                "--action" => list.query.action = Some(word(value)?),
                "--value-tier" => list.query.value_tier = Some(word(value)?),
                "--risk-band" => list.query.risk_band = Some(word(value)?),
                "--next" => list.query.next = Some(value.clone()),
                "--bought" => list.query.bought = Some(value.clone()),
                "--not-bought" => list.query.not_bought = Some(value.clone()),
                "--search" => list.query.search = Some(value.clone()),
                "--preset" => list.preset = word(value)?,
                "--record" => list.record = value == "true",
                "--format" => list.format = word(value)?,
                "--hold-out" => list.hold_out = number(value)?,
                "--seed" => list.seed = number(value)? as u32,
                "--calling-code" => list.calling_code = Some(value.clone()),
                "--cost" => cost = Some(number(value)?),
                "--output" => output = Some(value.clone()),
                "--clusters" => {
                    let k = value.parse().map_err(|_| format!("{value} is not a number of clusters."))?;
                    settings.clusters = Some(k);
                }
                "--settings" => {
                    let text = std::fs::read_to_string(value).map_err(|e| unreadable(value, &e))?;
                    settings = serde_json::from_str(&text)
                        .map_err(|e| format!("{value} is no settings document: {e}"))?;
                }
                _ => return Err(format!("There is no option {option}.\n\n{USAGE}")),
            }
        }
        Ok(Options { settings, with, movement, list, output, cost, own, sql })
    }
}

/// One of the words that stand for a choice.
fn word<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_value(text.into()).map_err(|_| format!("{text} is none of the choices.\n\n{USAGE}"))
}

fn print(bytes: &[u8]) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        // A reader that has seen enough (`| head`) is no failure.
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(format!("The output can't be written: {e}"))
        }
        _ => Ok(()),
    }
}
