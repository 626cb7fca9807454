//! The command line: the report of a file as JSON, its customers as CSV. A thin reader around the same engine as the
//! page's, for analysts and for checking.

use std::fs::File;
use std::io::{Cursor, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::process::ExitCode;

use value_tiers::error::{Code, Error};
use value_tiers::ingest::{self, Preview};
use value_tiers::movement::MovementQuery;
use value_tiers::query::CustomerQuery;
use value_tiers::report::{InputFile, Report};
use value_tiers::session::{Finish, Session};
use value_tiers::settings::{Role, Settings};
use value_tiers::units::Day;
use value_tiers_excel::Workbook;

const USAGE: &str = "\
value-tiers report FILE [options]       the report of an order file or customer table, as JSON
value-tiers customers FILE [options]    one CSV row for each customer
value-tiers columns FILE [options]      what each column seems to be, as JSON
value-tiers set-aside FILE [options]    the rows that were not used, as CSV
value-tiers movement FILE [options]     who moved between two days, cohorts, why revenue changed, as JSON
value-tiers sample                      the demo shop's orders, as CSV

FILE is a text table (CSV and the like) or a workbook (XLSX, XLSB, XLS, ODS, an HTML table); its name doesn't matter

options
  --map ROLE=COLUMN     what a column is; may be given several times (customer, date, amount, order_id,
                        quantity, unit_price, status, refund, recency, frequency, monetary, …)
  --sheet NAME          the sheet of a workbook (default: the one that looks most like orders)
  --as-of YYYY-MM-DD    use rows up to and including this day (default: the last day in the file)
  --from YYYY-MM-DD     of a movement the earlier day (default: a year before the later, or half the file)
  --to YYYY-MM-DD       of a movement the later day; the same as --as-of
  --settings FILE       a settings document, as the page saves it
  --clusters K          number of clusters, 2 to 8 (default: chosen by silhouette)";

/// Bytes read at a time, as on the page.
const SLICE: usize = 4 << 20;

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
    if !["report", "customers", "columns", "set-aside", "movement"].contains(&command.as_str()) {
        return Err(USAGE.into());
    }
    let (file, options) = rest.split_first().ok_or(USAGE)?;
    let (mut settings, movement) = settings(options)?;
    if command == "movement" {
        settings.models = false;
    } else if movement.from.is_some() {
        return Err(format!("--from belongs to movement.\n\n{USAGE}"));
    }
    let mut session = Session::new();
    if command == "columns" {
        let preview = Input::open(file, &mut session, &settings)?.preview;
        return print(serde_json::to_string_pretty(&preview).map_err(|e| e.to_string())?.as_bytes());
    }
    let report = analyse(&mut session, file, &settings)?;
    match command.as_str() {
        "customers" => {
            let list = session.customers_csv(&CustomerQuery::default()).map_err(|e: Error| e.to_string())?;
            // The byte order mark is for Excel; in a pipe it is in the way.
            print(list.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&list))
        }
        "movement" => {
            let found = session.movement(&movement).map_err(|e| e.to_string())?;
            print(serde_json::to_string_pretty(&found).map_err(|e| e.to_string())?.as_bytes())
        }
        "set-aside" => print(&session.set_aside_csv().map_err(|e| e.to_string())?),
        _ => print(serde_json::to_string_pretty(&report).map_err(|e| e.to_string())?.as_bytes()),
    }
}

/// A file that is a table: as it is, or as one sheet of it.
struct Input {
    table: Box<dyn Table>,
    file: InputFile,
    preview: Preview,
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
        let mut file = InputFile { name, bytes, sheet: None };
        let preview = match inspect(&mut table, path, session, settings)? {
            Ok(preview) => preview,
            Err(error) if error.code == Code::NotText => {
                let (sheet, csv) = sheet(&mut table, path, settings, &error)?;
                table = Box::new(Cursor::new(csv));
                file.sheet = Some(sheet);
                inspect(&mut table, path, session, settings)?.map_err(|e| e.to_string())?
            }
            Err(error) => return Err(error.to_string()),
        };
        Ok(Input { table, file, preview })
    }
}

/// Looks at the first bytes of a table.
fn inspect(
    table: &mut dyn Table,
    path: &str,
    session: &mut Session,
    settings: &Settings,
) -> Result<Result<Preview, Error>, String> {
    table.rewind().map_err(|e| unreadable(path, &e))?;
    let mut head = Vec::new();
    table.take(ingest::HEAD as u64 + 1).read_to_end(&mut head).map_err(|e| unreadable(path, &e))?;
    let whole = head.len() <= ingest::HEAD;
    head.truncate(ingest::HEAD);
    Ok(session.inspect(&head, whole, settings))
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

/// Streams a file through a session.
fn analyse(session: &mut Session, path: &str, settings: &Settings) -> Result<Report, String> {
    let Input { mut table, file, .. } = Input::open(path, session, settings)?;
    session.start(vec![file], settings).map_err(|e| e.to_string())?;
    let mut slice = vec![0; SLICE];
    loop {
        table.rewind().map_err(|e| unreadable(path, &e))?;
        loop {
            let n = table.read(&mut slice).map_err(|e| unreadable(path, &e))?;
            if n == 0 {
                break;
            }
            session.push(&slice[..n]).map_err(|e| e.to_string())?;
        }
        if let Finish::Report(report) = session.finish().map_err(|e| e.to_string())? {
            return Ok(*report);
        }
    }
}

fn unreadable(file: &str, error: &std::io::Error) -> String {
    format!("{file} can't be read: {error}")
}

/// What the options say, and which days a movement lies between.
fn settings(options: &[String]) -> Result<(Settings, MovementQuery), String> {
    let mut settings = Settings::default();
    let mut movement = MovementQuery::default();
    let day =
        |text: &str| Day::parse_iso(text).ok_or_else(|| format!("{text} is not a day. Write 2024-12-31."));
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
            "--sheet" => settings.sheet = Some(value.clone()),
            "--as-of" | "--to" => settings.as_of = Some(day(value)?),
            "--from" => movement.from = Some(day(value)?),
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
    Ok((settings, movement))
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
