//! One file from its first byte to its report: the only place that knows the order of the stages.
//!
//! ```text
//! inspect(head) ─▶ start ─▶ push … push ─▶ finish ─▶ report, customers, exports
//!                    ▲                        │
//!                    └──────── reread ◀───────┘   when all rows together prove another date or number format
//! ```
//!
//! The file itself is never held: `push` takes it in slices of any size.

use crate::analysis::Analysis;
use crate::customers::{Customers, table};
use crate::error::{Code, Error, Result};
use crate::export;
use crate::ingest::{self, Head, Plan, Preview, Reader, Reading, Record};
use crate::ledger::{self, Intake, Ledger, Reread};
use crate::movement::{self, Movement, MovementQuery, MoverPage, MoverQuery, Moves};
use crate::query::CustomerQuery;
use crate::report::{CustomerPage, InputFile, Report, SetAsidePage};
use crate::settings::{Role, Settings, Shape};
use crate::summary::{self, Origin};

/// Rows that room is made for at most: a size that a caller only claims must not take all memory.
const MOST_EXPECTED: f64 = 20e6;

/// What a pass over the file led to.
#[derive(Debug)]
pub enum Finish {
    /// The file has to be read once more, from its first byte: its rows prove another format than its start suggested.
    Reread,
    /// The report.
    Report(Box<Report>),
}

/// How far a pass is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct PushState {
    /// Data rows so far.
    pub rows_read: u64,
    /// Of them, set aside.
    pub rows_set_aside: u64,
    /// Customers so far.
    pub customers: u64,
}

/// Reads one file and answers questions about it.
#[derive(Debug, Default)]
pub struct Session {
    start: Option<Start>,
    pass: Option<Pass>,
    read: Option<ReadFile>,
    analysis: Option<Analysis>,
    /// Who moved in the last movement that was asked for.
    moves: Option<Moves>,
}

/// The start of the file, kept so that a change of mapping needs no new look at it.
#[derive(Debug)]
struct Start {
    bytes: Vec<u8>,
    whole: bool,
    /// What was found there, and under which settings: mostly those that the pass then begins with.
    seen: Option<(Settings, Head, Plan)>,
}

/// A pass over the file.
#[derive(Debug)]
struct Pass {
    reader: Reader,
    sink: Sink,
    head: Head,
    plan: Plan,
    files: Vec<InputFile>,
    settings: Settings,
    /// This pass is the second one: whatever it proves, there is no third.
    again: bool,
    /// Bytes so far.
    pushed: u64,
}

/// Where the records of a pass go.
#[derive(Debug)]
enum Sink {
    Orders(Box<ledger::Builder>),
    Customers(Box<table::Builder>),
}

/// A file that was read to its end.
#[derive(Debug)]
struct ReadFile {
    source: Source,
    origin: Origin,
    /// Names of the mapped columns, in the order in which set-aside cells are kept.
    columns: Vec<String>,
}

#[derive(Debug)]
enum Source {
    Orders(Box<Ledger>),
    Customers(Box<table::Table>),
}

impl Sink {
    fn new(plan: &Plan) -> Result<Sink> {
        Ok(match plan.shape {
            Shape::Orders => Sink::Orders(Box::new(ledger::Builder::new(plan)?)),
            Shape::Customers => Sink::Customers(Box::new(table::Builder::new(plan)?)),
        })
    }

    fn add(&mut self, record: Record<'_>) {
        match self {
            Sink::Orders(builder) => builder.add(record),
            Sink::Customers(builder) => builder.add(record),
        }
    }

    /// Makes room for about as many rows.
    fn expect(&mut self, rows: f64) {
        if let Sink::Orders(builder) = self {
            builder.expect(rows.min(MOST_EXPECTED) as usize);
        }
    }

    fn state(&self) -> PushState {
        let (intake, customers) = match self {
            Sink::Orders(builder) => (builder.intake(), builder.customers()),
            Sink::Customers(builder) => (builder.intake(), builder.intake().rows_used),
        };
        PushState { rows_read: intake.rows_read, rows_set_aside: intake.set_aside.len() as u64, customers }
    }
}

impl Source {
    fn intake(&self) -> &Intake {
        match self {
            Source::Orders(ledger) => &ledger.intake,
            Source::Customers(table) => &table.intake,
        }
    }

    /// The customers as of the day of the settings, or of the last day in the file.
    fn customers(&self, settings: &Settings) -> Customers {
        match self {
            Source::Orders(ledger) => {
                let last = ledger.span().map(|(_, last)| last);
                let as_of = settings.as_of.or(last).unwrap_or(crate::units::Day(0));
                Customers::from_ledger(ledger, as_of)
            }
            Source::Customers(table) => table.customers(),
        }
    }
}

impl Session {
    /// A session without a file.
    pub fn new() -> Self {
        Session::default()
    }

    /// Looks at the start of a file ([`ingest::HEAD`] bytes, or `whole` of a smaller one) and proposes what its columns
    /// are. Forgets any file before it.
    ///
    /// # Errors
    ///
    /// The file is no table, or the settings name a column it has not.
    pub fn inspect(&mut self, head: &[u8], whole: bool, settings: &Settings) -> Result<Preview> {
        let start = Start { bytes: head.to_vec(), whole, seen: None };
        *self = Session { start: Some(start), ..Session::default() };
        settings.check()?;
        let head = ingest::sniff(head, whole, &settings.formats)?;
        let (preview, plan) = ingest::preview(&head, settings)?;
        if let Some(start) = &mut self.start {
            start.seen = Some((settings.clone(), head, plan));
        }
        Ok(preview)
    }

    /// Begins a pass over the file, from its first byte.
    ///
    /// # Errors
    ///
    /// A role that is needed has no column; the settings are out of range; [`Session::inspect`] was not called.
    pub fn start(&mut self, files: Vec<InputFile>, settings: &Settings) -> Result<()> {
        settings.check()?;
        let start = self.start.as_mut().ok_or_else(|| out_of_order("start"))?;
        let (head, plan) = match start.seen.take() {
            Some((seen, head, plan)) if seen == *settings => (head, plan),
            _ => {
                let head = ingest::sniff(&start.bytes, start.whole, &settings.formats)?;
                let (_, plan) = ingest::preview(&head, settings)?;
                (head, plan)
            }
        };
        self.pass = Some(Pass {
            reader: Reader::new(&head.layout)?,
            sink: Sink::new(&plan)?,
            head,
            plan,
            files,
            settings: settings.clone(),
            again: false,
            pushed: 0,
        });
        self.read = None;
        self.analysis = None;
        self.moves = None;
        Ok(())
    }

    /// Takes the next slice of the file, of any size.
    ///
    /// # Errors
    ///
    /// [`Session::start`] was not called.
    pub fn push(&mut self, bytes: &[u8]) -> Result<PushState> {
        let pass = self.pass.as_mut().ok_or_else(|| out_of_order("push"))?;
        let Pass { reader, sink, files, pushed, .. } = pass;
        reader.feed(bytes, &mut |record| sink.add(record));
        let state = sink.state();
        // From its first slice the rest of the file is known well enough to make room for it once. Growing step by step
        // would copy what was read over and over.
        if *pushed == 0 && !bytes.is_empty() {
            let whole: u64 = files.iter().map(|file| file.bytes).sum();
            sink.expect(state.rows_read as f64 * whole as f64 / bytes.len() as f64);
        }
        *pushed += bytes.len() as u64;
        Ok(state)
    }

    /// Ends the pass.
    ///
    /// # Errors
    ///
    /// No row could be used.
    pub fn finish(&mut self) -> Result<Finish> {
        let mut pass = self.pass.take().ok_or_else(|| out_of_order("finish"))?;
        let Pass { reader, sink, .. } = &mut pass;
        reader.finish(&mut |record| sink.add(record));
        if let (Sink::Orders(builder), false) = (&pass.sink, pass.again)
            && let Some(reread) = builder.reread()
        {
            pass.plan = corrected(pass.plan, reread);
            pass.reader = Reader::new(&pass.head.layout)?;
            pass.sink = Sink::new(&pass.plan)?;
            pass.again = true;
            pass.pushed = 0;
            self.pass = Some(pass);
            return Ok(Finish::Reread);
        }
        let source = match pass.sink {
            Sink::Orders(builder) => Source::Orders(Box::new(builder.finish()?)),
            Sink::Customers(builder) => Source::Customers(Box::new(builder.finish()?)),
        };
        let layout = &pass.head.layout;
        let origin = Origin {
            files: pass.files,
            encoding: layout.encoding.label().into(),
            delimiter: char::from(layout.dialect.delimiter).into(),
            header: layout.dialect.header,
            shape: pass.plan.shape,
            mapping: pass.plan.columns.iter().map(|c| (c.role, c.name.clone())).collect(),
            damaged: layout.damaged,
            far_dates: match &source {
                Source::Orders(ledger) => ledger.far(),
                Source::Customers(_) => 0,
            },
            has_cost: pass.plan.columns.iter().any(|c| c.role == Role::Cost),
            span: match &source {
                Source::Orders(ledger) => ledger.span(),
                Source::Customers(table) => table.span(),
            },
        };
        let columns = pass.plan.columns.iter().map(|c| c.name.clone()).collect();
        self.read = Some(ReadFile { source, origin, columns });
        self.report(&pass.settings).map(|report| Finish::Report(Box::new(report)))
    }

    /// The report under other settings of the same reading: as-of date, weights, tier cuts, number of clusters.
    ///
    /// # Errors
    ///
    /// The settings are out of range, the as-of date lies before the first row, or no file was read.
    pub fn report(&mut self, settings: &Settings) -> Result<Report> {
        let read = self.read.as_ref().ok_or_else(|| out_of_order("report"))?;
        settings.check()?;
        let analysis = Analysis::new(read.source.customers(settings), settings)?;
        let report = summary::report(&analysis, &read.origin, read.source.intake());
        self.analysis = Some(analysis);
        self.moves = None;
        Ok(report)
    }

    /// What the last report was made of.
    ///
    /// # Errors
    ///
    /// There is no report yet.
    pub fn analysis(&self) -> Result<&Analysis> {
        self.analysis.as_ref().ok_or_else(|| out_of_order("analysis"))
    }

    /// One page of the customers a query selects.
    ///
    /// # Errors
    ///
    /// There is no report yet.
    pub fn customers(&self, query: &CustomerQuery) -> Result<CustomerPage> {
        Ok(self.analysis()?.customers_page(query))
    }

    /// All customers a query selects, as a CSV file.
    ///
    /// # Errors
    ///
    /// There is no report yet.
    pub fn customers_csv(&self, query: &CustomerQuery) -> Result<Vec<u8>> {
        Ok(export::customers_csv(self.analysis()?, query))
    }

    /// What moved between two days, under the settings of the last report.
    ///
    /// # Errors
    ///
    /// There is no report yet; the file has no dates ([`Code::NoDateColumn`]); the days are not within it, one after the
    /// other.
    pub fn movement(&mut self, query: &MovementQuery) -> Result<Movement> {
        let analysis = self.analysis.as_ref().ok_or_else(|| out_of_order("movement"))?;
        let (Some(ReadFile { source: Source::Orders(ledger), .. }), Some(as_of)) =
            (&self.read, analysis.customers.as_of)
        else {
            return Err(Error::new(Code::NoDateColumn));
        };
        let (movement, moves) = movement::movement(ledger, query, as_of, &analysis.settings)?;
        self.moves = Some(moves);
        Ok(movement)
    }

    /// One page of the customers of the last movement.
    ///
    /// # Errors
    ///
    /// No movement was asked for since the last report.
    pub fn movers(&self, query: &MoverQuery) -> Result<MoverPage> {
        Ok(self.moves.as_ref().ok_or_else(|| out_of_order("movers"))?.page(query))
    }

    /// Part of the rows that were set aside.
    ///
    /// # Errors
    ///
    /// No file was read.
    pub fn set_aside(&self, offset: usize, limit: usize) -> Result<SetAsidePage> {
        let read = self.read.as_ref().ok_or_else(|| out_of_order("set_aside"))?;
        Ok(read.source.intake().set_aside.page(offset, limit))
    }

    /// All rows that were set aside, as a CSV file.
    ///
    /// # Errors
    ///
    /// No file was read.
    pub fn set_aside_csv(&self) -> Result<Vec<u8>> {
        let read = self.read.as_ref().ok_or_else(|| out_of_order("set_aside_csv"))?;
        Ok(export::set_aside_csv(&read.source.intake().set_aside, &read.columns))
    }
}

/// The plan with the format that the whole file proved.
fn corrected(mut plan: Plan, reread: Reread) -> Plan {
    for column in &mut plan.columns {
        match reread {
            Reread::Date(format) if column.role == Role::Date => column.reading = Reading::Date(format),
            Reread::Amount(index, format) if column.index == index => {
                column.reading = Reading::Amount(format)
            }
            _ => {}
        }
    }
    plan
}

fn out_of_order(call: &str) -> Error {
    Error::new(Code::OutOfOrder).value(call)
}
