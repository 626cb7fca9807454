//! One file from its first byte to its report: the only place that knows the order of the stages.
//!
//! ```text
//! inspect(head) ─▶ start ─▶ push … push ─▶ finish ─▶ report, customers, exports
//!                    ▲                        │
//!                    └──────── reread ◀───────┘   when all rows together prove another date or number format
//! ```
//!
//! Several files: after `inspect`, each file that says more of the same customers is read whole by `join`, `push` … and
//! `joined`; a further file of orders follows the first by `append` between its own `push`es and those before. [`Session::inspect_also`]
//! says which of the two a file is.
//!
//! The file itself is never held: `push` takes it in slices of any size.

use std::collections::BTreeMap;

use crate::advice::accounts::{self, Accounts, AccountsQuery};
use crate::advice::agenda::document::{Agenda, AgendaQuery};
use crate::advice::budget::document::{Budget, BudgetSettings};
use crate::advice::cross_sell::{self, Affinity, CrossSell};
use crate::advice::customer::{self, CardQuery, CustomerCard};
use crate::analysis::Analysis;
use crate::compare::document::{CompareQuery, Comparison};
use crate::customers::joined::{self, Joined};
use crate::customers::{Attribute, Customers, part, table};
use crate::error::{Code, Error, Result};
use crate::export;
use crate::hash::Xxh64;
use crate::ingest::{self, Head, Plan, Preview, Reader, Reading, Record};
use crate::ledger::{self, Intake, Ledger, Letter, Numbers, Reread, Sent};
use crate::lists::about::{About, HashedFile};
use crate::lists::lift::{self, Lifts, OutcomeSource};
use crate::lists::{self, ListFile, ListRequest, record};
use crate::movement::{self, Movement, MovementQuery, MoverPage, MoverQuery, Moves, Yardstick};
use crate::query::CustomerQuery;
use crate::report::{
    CustomerPage, CustomerPart, InputFile, Note, NoteCode, Report, SetAsidePage, Split, ValueTier,
};
use crate::segments::clustering::{self, Clustering};
use crate::segments::own::{self, OwnCount, OwnFields, OwnSegment};
use crate::settings::{Role, Settings, Shape};
use crate::sql::{self, Sql, SqlQuery};
use crate::summary::{self, Origin};
use crate::tiers::{Levels, levels};
use crate::units::Day;

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
    /// The file that is being joined.
    joining: Option<Joining>,
    /// Files that were joined.
    joined: Vec<Joined>,
    pass: Option<Pass>,
    read: Option<ReadFile>,
    analysis: Option<Analysis>,
    /// The report of it.
    last: Option<Box<Report>>,
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

/// A file on its way to be joined.
#[derive(Debug)]
struct Joining {
    reader: Reader,
    builder: joined::Builder,
    file: InputFile,
}

/// What a file is beside the first one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// More orders: read after the first file, as if it were one.
    Append,
    /// More about the same customers.
    Join,
    /// The orders that the first file should have been: read this one first.
    Lead,
}

/// A file beside the first one.
#[derive(Clone, Debug, serde::Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct OtherFile {
    /// What it is to the first one.
    pub part: Part,
    /// What its columns are.
    pub preview: Preview,
}

fn part(first: &Plan, other: &Plan) -> Part {
    // Where an age stands in for an amount, the rows are not orders: not when another file has some.
    let orders = |plan: &Plan| {
        plan.shape == Shape::Orders && plan.check().is_ok() && !plan.guessed.contains(&Role::Amount)
    };
    match (orders(first), orders(other)) {
        (true, true) => Part::Append,
        (false, true) => Part::Lead,
        _ => Part::Join,
    }
}

/// One of the files of a pass.
#[derive(Debug)]
struct Leaf {
    head: Head,
    plan: Plan,
}

/// A pass over the file.
#[derive(Debug)]
struct Pass {
    reader: Reader,
    sink: Sink,
    /// The files so far, the first at least.
    leaves: Vec<Leaf>,
    /// Which of them is being read.
    at: usize,
    /// A file before the last proved another format.
    reread: bool,
    files: Vec<InputFile>,
    settings: Settings,
    /// This pass is the second one: whatever it proves, there is no third.
    again: bool,
    /// Bytes so far.
    pushed: u64,
    /// Of them, of the file that is being read.
    read: u64,
    /// This engine reads a later range of the file for another one.
    range: Option<Sent>,
    /// What the names of the range that is being taken in are here.
    numbers: Numbers,
    /// What tells the file that is being read from another, and how far into it that was looked at.
    hash: Xxh64,
    hashed: u64,
    /// The same of those before it.
    hashes: Vec<Hashed>,
}

/// What tells a file from another.
#[derive(Debug)]
struct Hashed {
    hash: Xxh64,
    /// Bytes that were not looked at yet: other engines have read them.
    left: u64,
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
    all: Known,
    /// What everybody can be divided by on the last day in the file.
    splits: Option<Vec<Split>>,
    /// Some of them, by the settings of the last report and as of the same day.
    some: Option<(CustomerPart, Known)>,
    origin: Origin,
    /// Names of the mapped columns, in the order in which set-aside cells are kept.
    columns: Vec<String>,
    /// XXH64 of the files of orders.
    hashes: Vec<Hashed>,
    /// How the first file was read.
    plan: Plan,
}

/// What the files say of everybody, or of some.
#[derive(Debug)]
struct Known {
    source: Source,
    /// What joined files say of the customers.
    joined: Vec<Attribute>,
    /// The last day in the file.
    last: Option<Day>,
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

impl Pass {
    /// What came up in the last `bytes` of a range, for [`Session::take`]; `lines` had ended before.
    fn batch(&mut self, bytes: usize, lines: u64) -> Option<Vec<u8>> {
        let Pass { range: Some(sent), sink: Sink::Orders(builder), reader, .. } = self else { return None };
        let header = [bytes as u64, reader.lines() - lines, lines];
        let mut batch = header.iter().flat_map(|number| number.to_le_bytes()).collect();
        builder.batch(sent, &mut batch);
        Some(batch)
    }

    /// The file that was read is at its end.
    fn close(&mut self) {
        let hash = std::mem::replace(&mut self.hash, Xxh64::new(0));
        self.hashes.push(Hashed { hash, left: self.read - self.hashed });
        (self.hashed, self.read) = (0, 0);
    }
}

impl Source {
    fn intake(&self) -> &Intake {
        match self {
            Source::Orders(ledger) => &ledger.intake,
            Source::Customers(table) => &table.intake,
        }
    }

    fn span(&self) -> Option<(Day, Day)> {
        match self {
            Source::Orders(ledger) => ledger.span(),
            Source::Customers(table) => table.span(),
        }
    }
}

impl ReadFile {
    /// Who the reports are of.
    fn shown(&self) -> &Known {
        self.some.as_ref().map_or(&self.all, |(_, some)| some)
    }

    fn part(&self) -> Option<&CustomerPart> {
        self.some.as_ref().map(|(part, _)| part)
    }

    /// Shows those whom the settings name.
    fn show(&mut self, settings: &Settings) {
        if self.part().map(|part| &part.only) == settings.only.as_ref() {
            return;
        }
        self.some = None;
        let Some(only) = &settings.only else { return };
        let customers = self.all.customers(&Settings::default());
        self.splits.get_or_insert_with(|| part::splits(&customers));
        self.some = part::members(&customers, only).map(|keep| {
            let of = keep.len() as u64;
            let count = keep.iter().filter(|keep| **keep).count() as u64;
            (CustomerPart { only: only.clone(), customers: count, of }, self.all.only(&keep))
        });
    }

    /// The report of an analysis of those who are shown.
    fn report(&mut self, analysis: &Analysis) -> Report {
        let mut report = summary::report(analysis, &self.origin, self.all.source.intake());
        let splits = self.splits.take().unwrap_or_else(|| match analysis.customers.as_of == self.all.last {
            true => part::splits(&analysis.customers),
            false => part::splits(&self.all.customers(&Settings::default())),
        });
        self.splits = Some(splits.clone());
        report.splits = splits;
        report.part = self.part().cloned();
        if report.settings.only.is_some() && report.part.is_none() {
            report.notes.push(Note { code: NoteCode::NoSuchPart, value: None });
        }
        report
    }
}

impl Known {
    fn only(&self, keep: &[bool]) -> Known {
        let source = match &self.source {
            Source::Orders(ledger) => Source::Orders(Box::new(part::ledger(ledger, keep))),
            Source::Customers(table) => Source::Customers(Box::new(table.only(keep))),
        };
        let joined = self.joined.iter().map(|column| part::attribute(column, keep)).collect();
        Known { source, joined, last: self.last }
    }

    /// The customers as of the day of the settings, or of the last day in the file, with everything that the files say of them.
    fn customers(&self, settings: &Settings) -> Customers {
        let mut customers = match &self.source {
            Source::Orders(ledger) => {
                let as_of = settings.as_of.or(self.last).unwrap_or(Day(0));
                Customers::from_ledger(ledger, as_of)
            }
            Source::Customers(table) => table.customers(),
        };
        customers.attributes.extend_from_slice(&self.joined);
        customers
    }

    /// The tier of each customer on the review day of the settings, measured by the scale of these customers. Empty without a
    /// review day before theirs.
    fn before(&self, customers: &Customers, settings: &Settings) -> Vec<Option<ValueTier>> {
        match (&self.source, settings.tiers.since, customers.as_of) {
            (Source::Orders(ledger), Some(since), Some(as_of)) if since < as_of => {
                let mut earlier = self.counted(ledger, since, settings);
                let standing = Yardstick::new(customers, settings).measure(&mut earlier);
                (0..customers.len()).map(|i| standing.tier(i)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The customers as of a day, with no more than the value index asks for.
    fn counted(&self, ledger: &Ledger, as_of: Day, settings: &Settings) -> Customers {
        let stated = settings.weights.satisfaction + settings.weights.referral;
        if stated > 0.0 || !settings.comparisons.is_empty() {
            return self.customers(&Settings { as_of: Some(as_of), ..settings.clone() });
        }
        Customers::counted(ledger, as_of)
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
        self.joining = None;
        self.pass = Some(Pass {
            reader: Reader::new(&head.layout)?,
            sink: Sink::new(&plan)?,
            leaves: vec![Leaf { head, plan }],
            at: 0,
            reread: false,
            files,
            settings: settings.clone(),
            again: false,
            pushed: 0,
            read: 0,
            range: None,
            numbers: Numbers::default(),
            hash: Xxh64::new(0),
            hashed: 0,
            hashes: Vec::new(),
        });
        self.read = None;
        self.analysis = None;
        self.last = None;
        self.moves = None;
        Ok(())
    }

    /// Takes the next slice of the file, of any size.
    ///
    /// # Errors
    ///
    /// [`Session::start`] was not called.
    pub fn push(&mut self, bytes: &[u8]) -> Result<PushState> {
        if let Some(Joining { reader, builder, .. }) = &mut self.joining {
            reader.feed(bytes, &mut |record| builder.add(record));
            return Ok(PushState { rows_read: builder.rows(), ..PushState::default() });
        }
        let pass = self.pass.as_mut().ok_or_else(|| out_of_order("push"))?;
        // Behind a range that another engine has read, these bytes have to wait for its own.
        if pass.hashed == pass.read {
            pass.hash.write(bytes);
            pass.hashed += bytes.len() as u64;
        }
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
        pass.read += bytes.len() as u64;
        Ok(state)
    }

    /// Begins to read a later range of the file for another engine, which begins with the same files and settings: from behind
    /// a line feed that ends a row. False where the rows can't be read apart.
    ///
    /// # Errors
    ///
    /// As those of [`Session::start`].
    pub fn start_range(&mut self, files: Vec<InputFile>, settings: &Settings) -> Result<bool> {
        self.start(files, settings)?;
        let Some(pass) = &mut self.pass else { return Ok(false) };
        let Some(leaf) = pass.leaves.first() else { return Ok(false) };
        pass.reader = Reader::within(&leaf.head.layout)?;
        pass.range = Some(Sent::default());
        let apart = matches!(&pass.sink, Sink::Orders(builder) if builder.is_divisible());
        Ok(apart && leaf.head.layout.encoding.keeps_line_ends())
    }

    /// Takes the next slice of the range, and gives what [`Session::take`] takes.
    ///
    /// # Errors
    ///
    /// [`Session::start_range`] was not called, or said no.
    pub fn read_range(&mut self, bytes: &[u8]) -> Result<Vec<u8>> {
        let pass = self.pass.as_mut().ok_or_else(|| out_of_order("read_range"))?;
        let lines = pass.reader.lines();
        let Pass { reader, sink, .. } = pass;
        reader.feed(bytes, &mut |record| sink.add(record));
        pass.batch(bytes.len(), lines).ok_or_else(|| out_of_order("read_range"))
    }

    /// Ends the range, the `last` one with the end of the file: what is left of it. `None`: it does not end where a row does, or
    /// a quote in it was not closed, and so it must be read again in one with what stands before it.
    ///
    /// # Errors
    ///
    /// As those of [`Session::read_range`].
    pub fn end_range(&mut self, last: bool) -> Result<Option<Vec<u8>>> {
        let pass = self.pass.as_mut().ok_or_else(|| out_of_order("end_range"))?;
        let lines = pass.reader.lines();
        let Pass { reader, sink, .. } = pass;
        let ends = last || reader.at_border();
        if last {
            reader.finish(&mut |record| sink.add(record));
        }
        let sound = ends && reader.stray_quotes().is_empty();
        let batch = pass.batch(0, lines).ok_or_else(|| out_of_order("end_range"))?;
        Ok(sound.then_some(batch))
    }

    /// Whether what was read so far ends where a range that was read by another engine can follow.
    pub fn at_border(&self) -> bool {
        self.pass.as_ref().is_some_and(|pass| pass.reader.at_border())
    }

    /// Looks at the next bytes of the file that others have read, for its hash alone: until that is done, lists don't name it.
    ///
    /// # Errors
    ///
    /// No file was read, or all of it was looked at.
    pub fn hash(&mut self, bytes: &[u8]) -> Result<()> {
        let read = self.read.as_mut().ok_or_else(|| out_of_order("hash"))?;
        let open = read.hashes.iter_mut().find(|file| file.left >= bytes.len() as u64 && file.left > 0);
        let file = open.ok_or_else(|| out_of_order("hash"))?;
        file.hash.write(bytes);
        file.left -= bytes.len() as u64;
        Ok(())
    }

    /// Takes what another engine has read of the range that follows: its batches, in their order.
    ///
    /// # Errors
    ///
    /// [`Session::start`] was not called, or this is no batch.
    pub fn take(&mut self, batch: &[u8]) -> Result<PushState> {
        let none = || out_of_order("take");
        let pass = self.pass.as_mut().ok_or_else(none)?;
        let Sink::Orders(builder) = &mut pass.sink else { return Err(none()) };
        let mut letter = Letter(batch);
        let mut header = || letter.number().ok_or_else(none);
        let [bytes, lines, before] = [header()?, header()?, header()?];
        if before == 0 {
            pass.numbers = Numbers::default();
        }
        let start = pass.reader.lines() - before;
        builder.take(&mut pass.numbers, &mut letter, start).ok_or_else(none)?;
        pass.reader.pass_by(lines);
        pass.pushed += bytes;
        pass.read += bytes;
        Ok(pass.sink.state())
    }

    /// Looks at the start of a file beside the first one, under the settings of its name.
    ///
    /// # Errors
    ///
    /// The file is no table, or the settings name a column it has not.
    pub fn inspect_also(
        &self,
        head: &[u8],
        whole: bool,
        name: &str,
        settings: &Settings,
    ) -> Result<OtherFile> {
        let seen = self.start.as_ref().and_then(|start| start.seen.as_ref());
        let (_, _, first) = seen.ok_or_else(|| out_of_order("inspect_also"))?;
        let settings = settings.of_file(name);
        let head = ingest::sniff(head, whole, &settings.formats)?;
        let (preview, plan) = ingest::preview(&head, &settings)?;
        Ok(OtherFile { part: part(first, &plan), preview })
    }

    /// Begins to read a file that says more of the same customers. [`Session::push`] takes its bytes, [`Session::joined`]
    /// ends it.
    ///
    /// # Errors
    ///
    /// The file is no table, or no column of it could name a customer.
    pub fn join(&mut self, head: &[u8], whole: bool, file: InputFile, settings: &Settings) -> Result<()> {
        let mut settings = settings.of_file(&file.name);
        settings.formats.shape = Some(Shape::Customers);
        let head = ingest::sniff(head, whole, &settings.formats)?;
        let (_, plan) = ingest::preview(&head, &settings)?;
        let builder = joined::Builder::new(&plan, settings.mapping.contains_key(&Role::Customer))?;
        self.joining = Some(Joining { reader: Reader::new(&head.layout)?, builder, file });
        Ok(())
    }

    /// Ends the file that [`Session::join`] began.
    ///
    /// # Errors
    ///
    /// There is none.
    pub fn joined(&mut self) -> Result<()> {
        let Joining { mut reader, mut builder, file } =
            self.joining.take().ok_or_else(|| out_of_order("joined"))?;
        reader.finish(&mut |record| builder.add(record));
        self.joined.push(builder.finish(file));
        Ok(())
    }

    /// Goes on with the next file of orders, given its first bytes; [`Session::push`] then takes all of them.
    ///
    /// # Errors
    ///
    /// The file is no table, or lacks a customer, a date or an amount.
    pub fn append(&mut self, head: &[u8], whole: bool, settings: &Settings) -> Result<()> {
        let pass = self.pass.as_mut().ok_or_else(|| out_of_order("append"))?;
        pass.close();
        let Sink::Orders(builder) = &mut pass.sink else { return Err(out_of_order("append")) };
        pass.reader.finish(&mut |record| builder.add(record));
        correct(&mut pass.leaves, pass.at, builder, &mut pass.reread);
        pass.at += 1;
        if pass.at == pass.leaves.len() {
            let name = pass.files.get(pass.at).map(|file| file.name.as_str()).unwrap_or_default();
            let settings = Settings { attributes: settings.attributes.clone(), ..settings.of_file(name) };
            let head = ingest::sniff(head, whole, &settings.formats)?;
            let (_, plan) = ingest::preview(&head, &settings)?;
            pass.leaves.push(Leaf { head, plan });
        }
        if let Some(leaf) = pass.leaves.get(pass.at) {
            builder.next_file(&leaf.plan)?;
            pass.reader = Reader::new(&leaf.head.layout)?;
        }
        Ok(())
    }

    /// What the report of the pass is to follow. How its files are read was said when it began.
    pub fn judge_by(&mut self, settings: Settings) {
        if let Some(pass) = &mut self.pass {
            pass.settings = settings;
        }
    }

    /// Ends the pass.
    ///
    /// # Errors
    ///
    /// No row could be used.
    pub fn finish(&mut self) -> Result<Finish> {
        let mut pass = self.pass.take().ok_or_else(|| out_of_order("finish"))?;
        pass.close();
        let Pass { reader, sink, .. } = &mut pass;
        reader.finish(&mut |record| sink.add(record));
        if let Sink::Orders(builder) = &pass.sink {
            correct(&mut pass.leaves, pass.at, builder, &mut pass.reread);
        }
        let first = pass.leaves.first().ok_or_else(|| out_of_order("finish"))?;
        if pass.reread && !pass.again {
            pass.reader = Reader::new(&first.head.layout)?;
            pass.sink = Sink::new(&first.plan)?;
            pass.again = true;
            pass.at = 0;
            pass.pushed = 0;
            pass.hashes.clear();
            self.pass = Some(pass);
            return Ok(Finish::Reread);
        }
        let source = match pass.sink {
            Sink::Orders(builder) => Source::Orders(Box::new(builder.finish()?)),
            Sink::Customers(builder) => Source::Customers(Box::new(builder.finish()?)),
        };
        let plan = &first.plan;
        let span = source.span();
        let mut known = Known { source, joined: Vec::new(), last: span.map(|(_, last)| last) };
        let mut joins = Vec::new();
        if !self.joined.is_empty() {
            let customers = known.customers(&Settings::default());
            for file in &self.joined {
                let (found, summary) = file.attach(&customers);
                known.joined.extend(found);
                joins.push(summary);
            }
        }
        let layout = &first.head.layout;
        let origin = Origin {
            files: pass.files,
            joined: joins,
            encoding: layout.encoding.label().into(),
            delimiter: char::from(layout.dialect.delimiter).into(),
            header: layout.dialect.header,
            shape: plan.shape,
            mapping: plan.columns.iter().map(|c| (c.role, c.name.clone())).collect(),
            damaged: layout.damaged,
            far_dates: match &known.source {
                Source::Orders(ledger) => ledger.far(),
                Source::Customers(_) => 0,
            },
            span,
        };
        let columns = plan.columns.iter().map(|c| c.name.clone()).collect();
        let plan = plan.clone();
        let hashes = pass.hashes;
        self.read = Some(ReadFile { all: known, splits: None, some: None, origin, columns, hashes, plan });
        self.report(&pass.settings).map(|report| Finish::Report(Box::new(report)))
    }

    /// The report under other settings of the same reading: as-of date, weights, tier cuts, number of clusters.
    ///
    /// # Errors
    ///
    /// The settings are out of range, the as-of date lies before the first row, or no file was read.
    pub fn report(&mut self, settings: &Settings) -> Result<Report> {
        let read = self.read.as_mut().ok_or_else(|| out_of_order("report"))?;
        settings.check()?;
        read.show(settings);
        let shown = read.shown();
        let kept = self.analysis.take_if(|analysis| analysis.only_cuts_move(settings));
        let analysis = match kept {
            Some(mut analysis) => {
                let before = shown.before(&analysis.customers, settings);
                analysis.cut_again(settings, &before, true)?;
                analysis
            }
            None => {
                let customers = shown.customers(settings);
                let before = shown.before(&customers, settings);
                Analysis::new(customers, settings, &before)?
            }
        };
        let report = read.report(&analysis);
        self.analysis = Some(analysis);
        self.last = Some(Box::new(report.clone()));
        self.moves = None;
        Ok(report)
    }

    /// The report soon enough to follow a hand on a slider. Where cuts, weights or thresholds move, it is whole but for what
    /// other weights would change; where the day moves, it is without models, groups of k-means and attributes, and customers
    /// and exports stay those of the last whole report.
    ///
    /// # Errors
    ///
    /// As those of [`Session::report`].
    pub fn glance(&mut self, settings: &Settings) -> Result<Report> {
        let read = self.read.as_mut().ok_or_else(|| out_of_order("glance"))?;
        settings.check()?;
        read.show(settings);
        let shown = read.shown();
        if let Some(analysis) = self.analysis.as_mut().filter(|analysis| analysis.only_cuts_move(settings)) {
            let before = shown.before(&analysis.customers, settings);
            analysis.cut_again(settings, &before, false)?;
            let last = self.last.as_ref().filter(|last| last.settings.targets == settings.targets);
            return Ok(match last {
                Some(last) => summary::again(analysis, last),
                None => read.report(analysis),
            });
        }
        let customers = match (&shown.source, settings.as_of) {
            (Source::Orders(ledger), Some(as_of)) => shown.counted(ledger, as_of, settings),
            _ => shown.customers(settings),
        };
        let before = shown.before(&customers, settings);
        let analysis = Analysis::glance(customers, settings, &before)?;
        let mut report = read.report(&analysis);
        // There are no groups because nobody looked for any.
        report.notes.retain(|note| note.code != NoteCode::TooFewForClusters);
        Ok(report)
    }

    /// The queries that do in a warehouse what was done to this file, for a table with the same columns. Before a report they are
    /// as [`Session::inspect`] read the start of the file; after one its scores are there too.
    ///
    /// # Errors
    ///
    /// No file was looked at; it is a table of customers, or lacks a customer, a date or an amount; the settings are out of
    /// range, or merge names that are written alike.
    pub fn sql(&self, query: &SqlQuery, settings: &Settings) -> Result<Sql> {
        settings.check()?;
        if let Some(read) = &self.read {
            // Scores of some customers would be wrong of the whole table.
            let analysis = self.analysis.as_ref().filter(|_| read.some.is_none());
            return sql::queries(&read.plan, query, settings.as_of, analysis);
        }
        let start = self.start.as_ref().ok_or_else(|| out_of_order("sql"))?;
        let head = ingest::sniff(&start.bytes, start.whole, &settings.formats)?;
        let (_, plan) = ingest::preview(&head, settings)?;
        sql::queries(&plan, query, settings.as_of, None)
    }

    /// What the last report was made of.
    ///
    /// # Errors
    ///
    /// There is no report yet.
    pub fn analysis(&self) -> Result<&Analysis> {
        self.analysis.as_ref().ok_or_else(|| out_of_order("analysis"))
    }

    /// The clusters, under the settings of the last report. From now on lists and exports of this report name the cluster of
    /// each customer.
    ///
    /// # Errors
    ///
    /// There is no report yet.
    pub fn clusters(&mut self) -> Result<Clustering> {
        let analysis = self.analysis.as_mut().ok_or_else(|| out_of_order("clusters"))?;
        let (document, clusters) = clustering::clusters(analysis);
        analysis.clusters = Some(clusters);
        Ok(document)
    }

    /// One page of the customers a query selects.
    ///
    /// # Errors
    ///
    /// There is no report yet.
    pub fn customers(&self, query: &CustomerQuery) -> Result<CustomerPage> {
        self.prepare(query);
        Ok(self.analysis()?.customers_page(query))
    }

    /// One customer explained.
    ///
    /// # Errors
    ///
    /// There is no report yet, or no such customer in it.
    pub fn customer(&self, query: &CardQuery) -> Result<CustomerCard> {
        let entries = |i: usize| match self.read.as_ref().map(|read| &read.shown().source) {
            Some(Source::Orders(ledger)) => ledger.of(i),
            _ => &[],
        };
        customer::card(self.analysis()?, query, &entries)
    }

    /// What the conditions of a segment of one's own can be about. `masked`: without what could name a customer.
    ///
    /// # Errors
    ///
    /// There is no report yet.
    pub fn own_fields(&self, masked: bool) -> Result<OwnFields> {
        Ok(own::fields(self.analysis()?, masked))
    }

    /// How many customers are in each of these segments, and what they brought.
    ///
    /// # Errors
    ///
    /// There is no report yet. A rule that can't be applied to the file says so itself.
    pub fn own_segments(&self, segments: &[OwnSegment]) -> Result<Vec<OwnCount>> {
        Ok(own::count(self.analysis()?, segments))
    }

    /// All customers a query selects, as a CSV file.
    ///
    /// # Errors
    ///
    /// There is no report yet.
    pub fn customers_csv(&self, query: &CustomerQuery) -> Result<Vec<u8>> {
        self.prepare(query);
        Ok(export::customers_csv(self.analysis()?, query))
    }

    /// What to offer next, to whom, and how orders follow each other, under the settings of the last report.
    ///
    /// # Errors
    ///
    /// There is no report yet; the file has no orders ([`Code::NoDateColumn`]).
    pub fn cross_sell(&self) -> Result<CrossSell> {
        let analysis = self.analysis()?;
        let no_orders = || Error::new(Code::NoDateColumn);
        let affinity = self.affinity()?.ok_or_else(no_orders)?;
        let (ledger, as_of) = self.ledger().zip(analysis.customers.as_of).ok_or_else(no_orders)?;
        Ok(cross_sell::cross_sell(ledger, analysis, affinity, as_of))
    }

    fn ledger(&self) -> Option<&Ledger> {
        match &self.read.as_ref()?.shown().source {
            Source::Orders(ledger) => Some(ledger),
            Source::Customers(_) => None,
        }
    }

    /// A list as a file.
    ///
    /// # Errors
    ///
    /// There is no report yet; the request is out of range ([`Code::BadSetting`]).
    pub fn list(&self, request: &ListRequest) -> Result<ListFile> {
        let analysis = self.analysis()?;
        self.affinity()?;
        let read = self.read.as_ref().ok_or_else(|| out_of_order("list"))?;
        let mut hashes = read.hashes.iter();
        let hashed = |file: &InputFile| {
            let whole = hashes.next().filter(|hashed| hashed.left == 0);
            HashedFile {
                file: file.clone(),
                xxh64: whole.map(|whole| format!("{:016x}", whole.hash.finish())),
            }
        };
        let files = read.origin.files.iter().map(hashed).collect();
        let about = About::new(request, &analysis.settings, analysis.customers.as_of, files);
        lists::make(analysis, request, about)
    }

    /// What lists have brought: by the outcomes in `list` itself, else by `results`, else by the orders of the file that was read
    /// after the day of each list; `mask` is the key of a list with pseudonyms.
    ///
    /// # Errors
    ///
    /// A file is no table or lacks a column ([`Code::UnknownColumn`]); there are no outcomes at all.
    pub fn lift(&self, list: &[u8], results: Option<&[u8]>, mask: Option<&str>) -> Result<Lifts> {
        let listed = record::list(list)?;
        if let Some(results) = results {
            let found = record::results(results)?;
            return Ok(lift::measure(&listed, OutcomeSource::Results, &|_| (found.clone(), None)));
        }
        if listed.iter().any(|one| one.outcome.is_some()) {
            return Ok(lift::measure(&listed, OutcomeSource::List, &|_| (BTreeMap::new(), None)));
        }
        let ledger = self.ledger().ok_or_else(|| Error::new(Code::UnknownColumn).value("responded"))?;
        let last = ledger.span().map(|(_, last)| last);
        let of = |as_of: Option<Day>| match (as_of, last) {
            (Some(as_of), Some(last)) if last > as_of => {
                (lift::orders(ledger, as_of, last, mask), Some((Day(as_of.0 + 1), last)))
            }
            _ => (BTreeMap::new(), None),
        };
        Ok(lift::measure(&listed, OutcomeSource::Orders, &of))
    }

    /// What buyers have bought, found once for each report. `None` for a file without orders.
    fn affinity(&self) -> Result<Option<&Affinity>> {
        let analysis = self.analysis()?;
        let Some((ledger, as_of)) = self.ledger().zip(analysis.customers.as_of) else { return Ok(None) };
        let settings = &analysis.settings.cross_sell;
        let found = || Affinity::new(ledger, analysis, as_of, settings);
        Ok(Some(analysis.affinity.get_or_init(found)))
    }

    /// Makes ready what a query asks for.
    fn prepare(&self, query: &CustomerQuery) {
        if query.of_items() {
            // Without a report there is none of it either, which whoever asks is told.
            let _ = self.affinity();
        }
    }

    /// What moved between two days, under the settings of the last report.
    ///
    /// # Errors
    ///
    /// There is no report yet; the file has no dates ([`Code::NoDateColumn`]); the days are not within it, one after the
    /// other.
    pub fn movement(&mut self, query: &MovementQuery) -> Result<Movement> {
        let analysis = self.analysis.as_ref().ok_or_else(|| out_of_order("movement"))?;
        let (Some(read), Some(as_of)) = (&self.read, analysis.customers.as_of) else {
            return Err(Error::new(Code::NoDateColumn));
        };
        let shown = read.shown();
        let Source::Orders(ledger) = &shown.source else { return Err(Error::new(Code::NoDateColumn)) };
        let settings = &analysis.settings;
        let on = |day: Day| shown.counted(ledger, day, settings);
        let (movement, moves) = movement::movement(ledger, query, as_of, settings, &on)?;
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

    /// The tiers of the last report as the levels of a programme.
    ///
    /// # Errors
    ///
    /// There is no report yet.
    pub fn levels(&self) -> Result<Levels> {
        let analysis = self.analysis()?;
        let read = self.read.as_ref().ok_or_else(|| out_of_order("levels"))?;
        let first = read.origin.span.map(|(first, _)| first);
        let earlier = match (&read.shown().source, levels::before_period(analysis, first)) {
            (Source::Orders(ledger), Some(day)) => Some(Customers::counted(ledger, day)),
            _ => None,
        };
        let first = first.filter(|_| matches!(read.all.source, Source::Orders(_)));
        Ok(levels::levels(analysis, earlier.as_ref(), first))
    }

    /// Groups of buyers side by side.
    ///
    /// # Errors
    ///
    /// There is no report yet, or the file has no such column to divide them by.
    pub fn comparison(&self, query: &CompareQuery) -> Result<Comparison> {
        crate::compare::compare(self.analysis()?, query)
    }

    /// The customers who bring most, one by one, and those who cost more than they bring.
    ///
    /// # Errors
    ///
    /// There is no report yet.
    pub fn accounts(&self, query: &AccountsQuery) -> Result<Accounts> {
        Ok(accounts::accounts(self.analysis()?, self.ledger(), query))
    }

    /// Whom to contact in the days after the as-of date, and how.
    ///
    /// # Errors
    ///
    /// There is no report yet, or the question is out of range.
    pub fn agenda(&self, query: &AgendaQuery) -> Result<Agenda> {
        crate::advice::agenda::agenda(self.analysis()?, query)
    }

    /// What a budget could keep, under assumptions.
    ///
    /// # Errors
    ///
    /// There is no report yet, or an assumption is out of range.
    pub fn budget(&self, settings: &BudgetSettings) -> Result<Budget> {
        crate::advice::budget::budget(self.analysis()?, settings)
    }

    /// Part of the rows that were set aside.
    ///
    /// # Errors
    ///
    /// No file was read.
    pub fn set_aside(&self, offset: usize, limit: usize) -> Result<SetAsidePage> {
        let read = self.read.as_ref().ok_or_else(|| out_of_order("set_aside"))?;
        Ok(read.all.source.intake().set_aside.page(offset, limit))
    }

    /// All rows that were set aside, as a CSV file.
    ///
    /// # Errors
    ///
    /// No file was read.
    pub fn set_aside_csv(&self) -> Result<Vec<u8>> {
        let read = self.read.as_ref().ok_or_else(|| out_of_order("set_aside_csv"))?;
        Ok(export::set_aside_csv(&read.all.source.intake().set_aside, &read.columns, &read.origin.files))
    }
}

/// Puts the format that a whole file proved into its plan.
fn correct(leaves: &mut [Leaf], at: usize, builder: &ledger::Builder, proved: &mut bool) {
    let (Some(reread), Some(leaf)) = (builder.reread(), leaves.get_mut(at)) else { return };
    if let Reread::Currency(currency) = &reread {
        leaf.plan.currency = Some(currency.clone());
    }
    for column in &mut leaf.plan.columns {
        match reread {
            Reread::Date(format) if column.role == Role::Date => column.reading = Reading::Date(format),
            Reread::Amount(index, format) if column.index == index => {
                column.reading = Reading::Amount(format)
            }
            _ => {}
        }
    }
    *proved = true;
}

fn out_of_order(call: &str) -> Error {
    Error::new(Code::OutOfOrder).value(call)
}
