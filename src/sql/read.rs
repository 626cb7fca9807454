//! The cells of a row to who, when and how much, or to the reason why the row is not used: the rules of [`crate::ledger`].
//!
//! Every cell is taken as text first, so that one query does for typed columns and for text that was loaded as it is.

use super::dialect::{DAY, Dialect};
use super::select::{Select, Steps};
use crate::error::{Code, Error, Result};
use crate::ingest::alias::{self, State};
use crate::ingest::date::DateFormat;
use crate::ingest::{Plan, Reading, amount};
use crate::ledger::currency;
use crate::report::{Reason, identifier};
use crate::settings::{DecimalMark, Role};

/// What stands for nothing in a cell.
const BLANK: [&str; 15] =
    ["", "-", "--", ".", "\\n", "null", "n/a", "na", "nan", "none", "nat", "nil", "#n/a", "(null)", "无"];
/// Signs that are written at an amount.
const SIGNS: &str = "[ $€£¥￥₩₹元圆圓]+";
/// A written number without marks between thousands. An exponent is what some engines print of large ones.
const NUMBER: &str = "^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,2})?$";
/// More digits before the decimals than any order has.
const TOO_LARGE: &str = "^[+-]?0*[1-9][0-9]{12,}";
/// Eight digits of a day, and six of a time behind them.
const COMPACT: &str = "^[0-9]{8}([0-9]{6})?$";
/// Three numbers.
const THREE: &str = "^[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,4}$";
/// A time of day.
const CLOCK: &str = "^([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.,][0-9]+)?)?(Z|[+-][0-9:]+)?$";

/// A column that is carried beside who, when and how much.
#[derive(Clone, Debug)]
pub struct Carried {
    /// Its name in the query.
    pub name: String,
    /// Its name in the table.
    pub header: String,
    /// What it means.
    pub role: Option<Role>,
    /// How its cells are read.
    pub reading: Reading,
}

/// Columns with a role that a summary carries on.
const ROLES: [Role; 10] = [
    Role::Category,
    Role::Channel,
    Role::Region,
    Role::Email,
    Role::Phone,
    Role::Birthday,
    Role::Since,
    Role::LastContact,
    Role::Satisfaction,
    Role::Nps,
];

/// The columns of a plan that a summary carries on.
#[cold]
pub fn carried(plan: &Plan) -> Vec<Carried> {
    let played = plan.columns.iter().filter(|column| ROLES.contains(&column.role));
    let played = played.map(|c| (Some(c.role), &c.name, c.reading));
    let others = plan.others.iter().map(|c| (None, &c.name, c.reading));
    let named = |(at, (role, header, reading)): (usize, (Option<Role>, &String, Reading))| Carried {
        name: format!("vt_more_{}", at + 1),
        header: header.clone(),
        role,
        reading,
    };
    played.chain(others).enumerate().map(named).collect()
}

/// Adds the steps from the table to `vt_judged`: one row for each row of the table, with a reason where it is not used.
///
/// # Errors
///
/// The plan lacks a customer, a date or an amount, or asks for what a query can't do ([`Code::BadSetting`]).
#[cold]
pub fn judged(steps: &mut Steps, plan: &Plan, dialect: Dialect, table: &str) -> Result<()> {
    plan.check()?;
    if plan.rows.merge_alike {
        return Err(Error::new(Code::BadSetting).value("alike"));
    }
    let d = dialect;
    let column = |role| plan.column(role).ok_or_else(|| Error::new(Code::NoAmountColumn));
    let mut cells = Select::from(d.table(table));
    let mut add = |name: &str, header: &str| {
        cells = std::mem::take(&mut cells).with(name, d.cell(&d.name(header)));
    };
    add("vt_customer", &column(Role::Customer)?.name);
    add("vt_date", &column(Role::Date)?.name);
    let money: &[Role] = if plan.column(Role::Amount).is_some() {
        &[Role::Amount]
    } else {
        &[Role::Quantity, Role::UnitPrice]
    };
    for (at, role) in money.iter().enumerate() {
        add(&format!("vt_number_{}", at + 1), &column(*role)?.name);
    }
    let optional = [
        (Role::OrderId, "vt_order"),
        (Role::Refund, "vt_given_back"),
        (Role::Status, "vt_status"),
        (Role::Currency, "vt_currency"),
    ];
    for (role, name) in optional {
        if let Some(column) = plan.column(role) {
            add(name, &column.name);
        }
    }
    let more = carried(plan);
    for column in &more {
        add(&column.name, &column.header);
    }
    steps.step("vt_cells", "the cells that are read, as text", cells);

    let has = |role| plan.column(role).is_some();
    let mark = |role| match plan.column(role).map(|column| column.reading) {
        Some(Reading::Amount(format)) => format.decimal,
        _ => DecimalMark::Point,
    };
    let order = if has(Role::OrderId) { "vt_order" } else { "''" };
    let mut parts = Select::from("vt_cells").keep(&["vt_customer", "vt_date"]).with("vt_id", order);
    parts = parts
        .with("vt_ymd", date_part(d))
        .with("vt_clock", d.part("REPLACE(vt_date, 'T', ' ')", " ", 2))
        .with("vt_half", format!("LOWER({})", d.part("REPLACE(vt_date, 'T', ' ')", " ", 3)));
    for (at, role) in money.iter().enumerate() {
        let name = format!("vt_number_{}", at + 1);
        parts = parts.with(&format!("vt_digits_{}", at + 1), digits(d, &name, mark(*role))).keep(&[&name]);
    }
    if has(Role::Refund) {
        parts = parts.keep(&["vt_given_back"]);
        parts = parts.with("vt_digits_back", digits(d, "vt_given_back", mark(Role::Refund)));
    }
    if has(Role::Status) {
        parts = parts.with("vt_word", word(d, "vt_status"));
    }
    if has(Role::Currency) {
        parts = parts.with("vt_currency", "LOWER(vt_currency)");
    }
    let names: Vec<&str> = more.iter().map(|column| column.name.as_str()).collect();
    parts = parts.keep(&names);
    steps.step("vt_parts", "dates and numbers taken apart", parts);

    let format = match plan.column(Role::Date).map(|column| column.reading) {
        Some(Reading::Date(format)) => format,
        _ => DateFormat::YearMonthDay,
    };
    let mut shaped =
        Select::from("vt_parts").keep(&["vt_customer", "vt_date", "vt_id", "vt_ymd", "vt_clock"]);
    shaped = shaped.with("vt_iso", iso(d, format)).with("vt_second", second(d)).keep(&names);
    for at in 1..=money.len() {
        let name = format!("vt_number_{at}");
        let digits = format!("vt_digits_{at}");
        shaped = shaped.keep(&[&name, &digits]).with(&format!("vt_money_{at}"), number(d, &digits));
    }
    if has(Role::Refund) {
        shaped = shaped.keep(&["vt_given_back"]).with("vt_money_back", number(d, "vt_digits_back"));
    }
    if has(Role::Status) {
        shaped = shaped.with("vt_state", state(d));
    }
    if has(Role::Currency) {
        shaped = shaped.keep(&["vt_currency"]);
    }
    steps.step("vt_shaped", "as days and as money, empty where they are none", shaped);

    let amount = match money {
        [_] => "vt_money_1".to_owned(),
        _ => d.six_decimals("vt_money_1 * vt_money_2"),
    };
    let back = if has(Role::Refund) {
        format!("COALESCE(ABS(vt_money_back), {})", d.no_money())
    } else {
        d.no_money().into()
    };
    let mut read = Select::from("vt_shaped").keep(&["vt_customer", "vt_id", "vt_second"]).keep(&names);
    read = read
        .with("vt_day", format!("CASE WHEN {} THEN {} END", d.matches("vt_iso", DAY), d.day("vt_iso")))
        .with("vt_amount", amount)
        .with("vt_back", back);
    if has(Role::Status) {
        read = read.keep(&["vt_state"]);
    }
    read = read.with("vt_reason", reason(d, plan, money));
    steps.step("vt_judged", "why a row is not used; empty for those that are", read);
    Ok(())
}

/// Adds `vt_entries`: the rows that are used, and once more with the sign turned those of which money was given back.
#[cold]
pub fn entries(steps: &mut Steps, plan: &Plan, d: Dialect) {
    let names: Vec<String> = carried(plan).into_iter().map(|column| column.name).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let order = format!(
        "CASE WHEN vt_id <> '' THEN 'o' || vt_id ELSE 't' || {} || ' ' || {} END",
        d.as_text("vt_day"),
        d.as_text("vt_second")
    );
    let back = match plan.column(Role::Status) {
        // A word says that all of it was given back, and no column how much.
        Some(_) => {
            "CASE WHEN vt_state = 'refunded' AND vt_back = 0 AND vt_amount > 0 THEN vt_amount ELSE vt_back END"
        }
        None => "vt_back",
    };
    let mut used = Select::from("vt_judged").keep(&["vt_customer", "vt_day", "vt_second"]).keep(&names);
    used = used.with("vt_order", order).with("vt_money", "vt_amount").with("vt_back", back);
    used = used.only("vt_reason = ''");
    let mut rows = "vt_rows";
    if plan.rows.without_duplicates {
        let all: Vec<&str> = ["vt_customer", "vt_order", "vt_day", "vt_second", "vt_money", "vt_back"]
            .iter()
            .chain(&names)
            .copied()
            .collect();
        steps.step("vt_repeated", "the rows that are used", used);
        rows = "vt_repeated";
        let once = Select::from(rows).keep(&all).each(&all.join(", "));
        steps.step("vt_rows", "each of them once", once);
    } else {
        steps.step(rows, "the rows that are used", used);
    }
    let entry = |money: &str| {
        let of = Select::from("vt_rows").keep(&["vt_customer", "vt_order", "vt_day", "vt_second"]);
        of.with("vt_money", money).keep(&names)
    };
    let parts = [entry("vt_money"), entry("-vt_back").only("vt_back <> 0")];
    steps.union("vt_entries", "money in, and money given back below zero", &parts);
}

/// The day in a cell, its parts between dashes.
#[cold]
fn date_part(d: Dialect) -> String {
    let first = d.part("REPLACE(vt_date, 'T', ' ')", " ", 1);
    let marks = [("/", "-"), (".", "-"), ("年", "-"), ("月", "-"), ("日", "")];
    marks.iter().fold(first, |text, (from, to)| format!("REPLACE({text}, '{from}', '{to}')"))
}

/// The day of `vt_ymd` as `2024-02-29`, whether or not the calendar has it.
#[cold]
fn iso(d: Dialect, format: DateFormat) -> String {
    let [a, b, c] = [1, 2, 3].map(|n| d.part("vt_ymd", "-", n));
    let (year, month, day) = match format {
        DateFormat::DayMonthYear => (&c, &b, &a),
        DateFormat::MonthDayYear => (&c, &a, &b),
        _ => (&a, &b, &c),
    };
    let whole = |year: &str, month: &str, day: &str| {
        format!("{year} || '-' || {} || '-' || {}", d.two_digits(month), d.two_digits(day))
    };
    let short = match format {
        DateFormat::RocYearMonthDay => format!(
            "CASE WHEN {} THEN {} ELSE {year} END",
            d.matches(year, "^[0-9]{1,3}$"),
            d.as_text(&format!("(1911 + {})", d.integer(year)))
        ),
        _ => format!(
            "CASE WHEN LENGTH({year}) <> 2 THEN {year} WHEN {year} <= '69' THEN '20' || {year} ELSE '19' || {year} END"
        ),
    };
    let compact = format!(
        "{} || '-' || {} || '-' || {}",
        d.piece("vt_ymd", 1, 4),
        d.piece("vt_ymd", 5, 2),
        d.piece("vt_ymd", 7, 2)
    );
    format!(
        "CASE WHEN {} THEN {compact} WHEN LENGTH({a}) = 4 THEN {} ELSE {} END",
        d.matches("vt_ymd", COMPACT),
        whole(&a, &b, &c),
        whole(&format!("({short})"), month, day)
    )
}

/// Seconds since midnight; 0 where there is no time, empty where what stands there is none.
#[cold]
fn second(d: Dialect) -> String {
    let [hour, minute, second] = [1, 2, 3].map(|n| d.part("vt_clock", ":", n));
    let hours = d.integer(&hour);
    let (minute, second) = (d.piece(&minute, 1, 2), d.piece(&second, 1, 2));
    let compact = |from| d.integer(&d.piece("vt_ymd", from, 2));
    format!(
        "CASE WHEN {} AND LENGTH(vt_ymd) = 14 THEN {} * 3600 + {} * 60 + {} WHEN vt_clock = '' THEN 0 WHEN {} THEN \
         ({hours} + CASE WHEN vt_half IN ('pm', '下午') AND {hours} < 12 THEN 12 WHEN vt_half IN ('am', '上午') AND \
         {hours} = 12 THEN -12 ELSE 0 END) * 3600 + {} * 60 + CASE WHEN {second} = '' THEN 0 ELSE {} END END",
        d.matches("vt_ymd", COMPACT),
        compact(9),
        compact(11),
        compact(13),
        d.matches("vt_clock", CLOCK),
        d.integer(&minute),
        d.integer(&second),
    )
}

/// A written number without its currency and the marks between thousands.
#[cold]
fn digits(d: Dialect, cell: &str, mark: DecimalMark) -> String {
    let bare = d.without(cell, SIGNS);
    match mark {
        DecimalMark::Point => format!("REPLACE({bare}, ',', '')"),
        DecimalMark::Comma => format!("REPLACE(REPLACE({bare}, '.', ''), ',', '.')"),
    }
}

#[cold]
fn number(d: Dialect, digits: &str) -> String {
    format!(
        "CASE WHEN {} AND NOT {} THEN {} END",
        d.matches(digits, NUMBER),
        d.matches(digits, TOO_LARGE),
        d.money(digits)
    )
}

/// A word without case, blanks, brackets and marks.
#[cold]
fn word(d: Dialect, cell: &str) -> String {
    d.without(&d.without(&format!("LOWER({cell})"), "[(（][^)）]*[)）]"), "[^0-9a-z一-龥]+")
}

/// What a status says of the money: paid, unpaid, cancelled, refunded; `''` for a word that nobody knows.
#[cold]
fn state(d: Dialect) -> String {
    let mut cases = String::new();
    for (state, words) in alias::state_words() {
        let mut all: Vec<String> = words.iter().flat_map(|word| alias::spellings(word)).collect();
        // WooCommerce stores its states as wc-completed.
        all.extend(words.iter().filter(|word| word.is_ascii()).map(|word| format!("wc{word}")));
        let words = d.texts(all.iter().map(String::as_str));
        cases.push_str(&format!(" WHEN vt_word IN {words} THEN '{}'", identifier(state)));
    }
    for (phrase, state) in alias::state_phrases() {
        for spelling in alias::spellings(phrase) {
            let like = d.text(&format!("%{spelling}%"));
            cases.push_str(&format!(" WHEN vt_word LIKE {like} THEN '{}'", identifier(state)));
        }
    }
    format!("CASE{cases} ELSE '' END")
}

/// Why a row is not used, in the order in which the engine asks.
#[cold]
fn reason(d: Dialect, plan: &Plan, money: &[Role]) -> String {
    let totals: Vec<String> = alias::total_words().flat_map(alias::spellings).collect();
    let totals = d.texts(totals.iter().map(String::as_str));
    let blank = |cell: &str| format!("LOWER({cell}) IN {}", d.texts(BLANK));
    let mut cases: Vec<(String, Reason)> = vec![
        (format!("{} IN {totals}", word(d, "vt_customer")), Reason::TotalRow),
        ("vt_customer = ''".into(), Reason::NoCustomer),
        (blank("vt_date"), Reason::NoDate),
        (
            format!(
                "NOT ({} OR {}) OR vt_second IS NULL",
                d.matches("vt_ymd", COMPACT),
                d.matches("vt_ymd", THREE)
            ),
            Reason::UnreadableDate,
        ),
        (format!("NOT {}", d.matches("vt_iso", DAY)), Reason::ImpossibleDate),
    ];
    for at in 1..=money.len() {
        cases.push((blank(&format!("vt_number_{at}")), Reason::NoAmount));
        let digits = format!("vt_digits_{at}");
        cases.push((d.matches(&digits, TOO_LARGE), Reason::AmountTooLarge));
        cases.push((format!("NOT {}", d.matches(&digits, NUMBER)), Reason::UnreadableAmount));
        // Many digits behind an exponent.
        let money = format!("vt_money_{at}");
        cases.push((format!("{money} IS NULL OR ABS({money}) > 1000000000000"), Reason::AmountTooLarge));
    }
    if money.len() == 2 {
        cases.push(("ABS(vt_money_1 * vt_money_2) > 1000000000000".into(), Reason::AmountTooLarge));
    }
    if plan.column(Role::Refund).is_some() {
        let unreadable = format!("NOT ({}) AND vt_money_back IS NULL", blank("vt_given_back"));
        cases.push((unreadable, Reason::UnreadableAmount));
    }
    if plan.column(Role::Status).is_some() {
        cases.push((format!("vt_state = '{}'", identifier(&State::Unpaid)), Reason::Unpaid));
        cases.push((format!("vt_state = '{}'", identifier(&State::Cancelled)), Reason::Cancelled));
    }
    if let (Some(_), Some(wanted)) = (plan.column(Role::Currency), &plan.currency) {
        cases.push((other_currency(d, wanted), Reason::OtherCurrency));
    }
    if let Some((first, last)) = plan.near {
        let outside = format!("vt_iso < '{first}' OR vt_iso > '{last}'");
        cases.push((outside, Reason::FarDate));
    }
    let cases: Vec<String> =
        cases.iter().map(|(when, then)| format!("\n    WHEN {when} THEN '{}'", identifier(then))).collect();
    format!("CASE{}\n    ELSE '' END", cases.concat())
}

/// Whether a cell names another currency than the one that is summed up. A long word names none.
#[cold]
fn other_currency(d: Dialect, wanted: &str) -> String {
    let (mut same, mut known) = (vec![wanted.to_lowercase()], Vec::new());
    for (word, code) in amount::currency_words() {
        if currency::alike(wanted, code) { &mut same } else { &mut known }.push((*word).to_owned());
    }
    let same = d.texts(same.iter().map(String::as_str));
    let known = d.texts(known.iter().map(String::as_str));
    let dollar = match wanted {
        "$" => format!(" AND NOT {}", d.matches("vt_currency", "^[a-z][a-z]d$")),
        _ => String::new(),
    };
    format!(
        "vt_currency <> '' AND vt_currency NOT IN {same}{dollar} AND (LENGTH(vt_currency) <= 8 OR vt_currency IN {known})"
    )
}
