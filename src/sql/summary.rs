//! Entries to one row for each customer: the rules of [`crate::customers`] and [`crate::value::history`], and columns that the
//! customer-table path reads back without loss.

use super::dialect::Dialect;
use super::read::{self, Carried};
use super::select::{Select, Steps};
use crate::ingest::{Plan, Reading};
use crate::settings::Role;
use crate::units::Day;

/// The columns of a summary after the customer, in their order. What reads them back is [`crate::customers::table`].
///
/// | column | what it is |
/// |---|---|
/// | first_order, last_order | first and last purchase day |
/// | recency_days | days from the last one to the as-of date |
/// | orders | orders that count |
/// | gross, refunds, net | money in, given back, left |
/// | repeat_days | x: purchase days after the first |
/// | repeat_span_days | t_x: days from the first to the last |
/// | age_days | T: days from the first to the as-of date |
/// | repeat_paid_days, repeat_paid_amount | repeat days that were paid for, and their money: m is the mean |
/// | paid_days, paid_amount | the same with the first day |
/// | gaps, gap_median, gap_p80, gap_last | days between neighbouring purchase days |
///
/// The models' x, t_x and T pass over days on which more was given back than came in.
pub const COLUMNS: [&str; 18] = [
    "first_order",
    "last_order",
    "recency_days",
    "orders",
    "gross",
    "refunds",
    "net",
    "repeat_days",
    "repeat_span_days",
    "age_days",
    "repeat_paid_days",
    "repeat_paid_amount",
    "paid_days",
    "paid_amount",
    "gaps",
    "gap_median",
    "gap_p80",
    "gap_last",
];

/// Of these the columns that no other customer table has.
pub const PAST: [&str; 13] = [
    "gross",
    "refunds",
    "repeat_days",
    "repeat_span_days",
    "age_days",
    "repeat_paid_days",
    "repeat_paid_amount",
    "paid_days",
    "paid_amount",
    "gaps",
    "gap_median",
    "gap_p80",
    "gap_last",
];

/// Adds the steps from `vt_entries` to `vt_customers`: one row for each customer.
#[cold]
pub fn customers(steps: &mut Steps, plan: &Plan, d: Dialect, as_of: Option<Day>) {
    let told = as_of.map(|day| d.day(&d.text(&day.to_string())));
    let until = |select: Select| match &told {
        Some(day) => select.only(format!("vt_day <= {day}")),
        None => select,
    };
    let zero = d.no_money();
    let order = until(Select::from("vt_entries"));
    let order = order
        .keep(&["vt_customer", "vt_order"])
        .with("vt_first", "MIN(vt_day)")
        .with("vt_in", format!("SUM(CASE WHEN vt_money >= 0 THEN vt_money ELSE {zero} END)"))
        .with("vt_out", format!("SUM(CASE WHEN vt_money < 0 THEN -vt_money ELSE {zero} END)"));
    steps.step("vt_orders", "each order, on the day of its first row", order.each("vt_customer, vt_order"));

    // It counts when money is left, or when it was free from the start.
    let counts = "CASE WHEN vt_in > vt_out OR (vt_in = 0 AND vt_out = 0) THEN 1 ELSE 0 END";
    let of_order = Select::from("vt_orders")
        .keep(&["vt_customer"])
        .with("vt_day", "vt_first")
        .with("vt_net", zero)
        .with("vt_count", counts)
        .keep(&["vt_in", "vt_out"]);
    let of_entry = until(Select::from("vt_entries"));
    let of_entry = of_entry
        .keep(&["vt_customer", "vt_day"])
        .with("vt_net", "vt_money")
        .with("vt_count", "0")
        .with("vt_in", zero)
        .with("vt_out", zero);
    steps.union("vt_parts_of_days", "the orders and the money of each day", &[of_order, of_entry]);
    let day = Select::from("vt_parts_of_days").keep(&["vt_customer", "vt_day"]);
    let day = ["vt_net", "vt_count", "vt_in", "vt_out"]
        .into_iter()
        .zip(["vt_day_net", "vt_day_orders", "vt_day_in", "vt_day_out"])
        .fold(day, |day, (part, name)| day.with(name, format!("SUM({part})")));
    steps.step("vt_days", "each day of each customer", day.each("vt_customer, vt_day"));

    let walk = Select::from("vt_days")
        .keep(&["vt_customer", "vt_day", "vt_day_net", "vt_day_orders", "vt_day_in", "vt_day_out"])
        .with(
            "vt_before",
            "MAX(CASE WHEN vt_day_orders > 0 THEN vt_day END) OVER (PARTITION BY vt_customer ORDER BY vt_day ROWS \
             BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)",
        )
        .with(
            "vt_start",
            "MIN(CASE WHEN vt_day_orders > 0 AND vt_day_net >= 0 THEN vt_day END) OVER (PARTITION BY vt_customer)",
        );
    steps.step("vt_walked", "the purchase day before, and the first one that models know of", walk);
    let gap = Select::from("vt_walked")
        .keep(&[
            "vt_customer",
            "vt_day",
            "vt_day_net",
            "vt_day_orders",
            "vt_day_in",
            "vt_day_out",
            "vt_start",
        ])
        .with(
            "vt_gap",
            format!(
                "CASE WHEN vt_day_orders > 0 AND vt_before IS NOT NULL THEN {} END",
                d.days("vt_before", "vt_day")
            ),
        );
    steps.step("vt_gapped", "days since the purchase day before", gap);
    let rank = Select::from("vt_gapped")
        .keep(&[
            "vt_customer",
            "vt_day",
            "vt_day_net",
            "vt_day_orders",
            "vt_day_in",
            "vt_day_out",
            "vt_start",
            "vt_gap",
        ])
        .with("vt_gaps", "COUNT(vt_gap) OVER (PARTITION BY vt_customer)")
        .with(
            "vt_place",
            "ROW_NUMBER() OVER (PARTITION BY vt_customer ORDER BY COALESCE(vt_gap, 1000000), vt_day)",
        )
        .with("vt_last", "MAX(CASE WHEN vt_day_orders > 0 THEN vt_day END) OVER (PARTITION BY vt_customer)");
    steps.step("vt_ranked", "the gaps of each customer by their length", rank);

    let bought = "vt_day_orders > 0 AND vt_day_net >= 0";
    let repeat = format!("{bought} AND vt_day > vt_start");
    let sum_of = |what: &str, when: &str| format!("SUM(CASE WHEN {when} THEN {what} ELSE {zero} END)");
    let count_of = |when: &str| format!("SUM(CASE WHEN {when} THEN 1 ELSE 0 END)");
    // A quantile lies between two neighbours: the place below it, and the share of the way to the one above.
    let quantile = |name: &str, share: &str, select: Select| {
        let place = format!("{} * (vt_gaps - 1)", d.constant(share.parse().unwrap_or(0.5)));
        let at = |add: u32| {
            format!(
                "MAX(CASE WHEN vt_gap IS NOT NULL AND vt_place = {} + {add} THEN vt_gap END)",
                d.whole(&format!("FLOOR({place})"))
            )
        };
        select
            .with(&format!("{name}_low"), at(1))
            .with(&format!("{name}_high"), at(2))
            .with(&format!("{name}_way"), format!("MAX({place} - FLOOR({place}))"))
    };
    let mut sums = Select::from("vt_ranked")
        .keep(&["vt_customer"])
        .with("vt_first_order", "MIN(CASE WHEN vt_day_orders > 0 THEN vt_day END)")
        .with("vt_last_order", "MAX(CASE WHEN vt_day_orders > 0 THEN vt_day END)")
        .with("vt_orders_all", "SUM(vt_day_orders)")
        .with("vt_gross", "SUM(vt_day_in)")
        .with("vt_refunds", "SUM(vt_day_out)")
        .with("vt_began", "MIN(vt_start)")
        .with("vt_ended", format!("MAX(CASE WHEN {bought} THEN vt_day END)"))
        .with("vt_repeats", count_of(&repeat))
        .with("vt_repeats_paid", count_of(&format!("{repeat} AND vt_day_net > 0")))
        .with("vt_repeat_money", sum_of("vt_day_net", &repeat))
        .with("vt_paid", count_of(&format!("{bought} AND vt_day_net > 0")))
        .with("vt_paid_money", sum_of("vt_day_net", bought))
        .with("vt_gap_count", "MAX(vt_gaps)")
        .with("vt_gap_latest", "MAX(CASE WHEN vt_day = vt_last THEN vt_gap END)");
    sums = quantile("vt_median", "0.5", sums);
    sums = quantile("vt_p80", "0.8", sums);
    steps.step("vt_sums", "one row for each customer", sums.each("vt_customer"));

    let (as_of, from) = match &told {
        Some(day) => (day.clone(), "vt_sums".to_owned()),
        None => {
            let last = Select::from("vt_entries").with("vt_as_of", "MAX(vt_day)");
            steps.step("vt_end", "the as-of date: the last day of the table", last);
            ("vt_as_of".to_owned(), "vt_sums CROSS JOIN vt_end".to_owned())
        }
    };
    let between = |name: &str| {
        let [low, high, way] = ["low", "high", "way"].map(|part| format!("{name}_{part}"));
        let low = d.double(&low);
        format!("{low} + (COALESCE({}, {low}) - {low}) * {way}", d.double(&high))
    };
    let cells: [String; 18] = [
        "vt_first_order".into(),
        "vt_last_order".into(),
        d.days("vt_last_order", &as_of),
        "vt_orders_all".into(),
        "vt_gross".into(),
        "vt_refunds".into(),
        "vt_gross - vt_refunds".into(),
        "vt_repeats".into(),
        d.days("vt_began", "vt_ended"),
        d.days("vt_began", &as_of),
        "vt_repeats_paid".into(),
        "vt_repeat_money".into(),
        "vt_paid".into(),
        "vt_paid_money".into(),
        "vt_gap_count".into(),
        between("vt_median"),
        format!("CASE WHEN vt_gap_count >= 2 THEN {} END", between("vt_p80")),
        "vt_gap_latest".into(),
    ];
    let mut one = Select::from(from).with("customer", "vt_customer");
    for (name, cell) in COLUMNS.into_iter().zip(&cells) {
        one = one.with(name, cell);
    }
    steps.step("vt_customers", "the same under the names that Value Tiers knows", one);
    for column in read::carried(plan) {
        attribute(steps, &column, d, &until);
    }
}

/// The rows of one customer become one cell: the word of most rows, the mean, or the latest, as [`crate::customers::attributes`]
/// says.
#[cold]
fn attribute(steps: &mut Steps, column: &Carried, d: Dialect, until: &dyn Fn(Select) -> Select) {
    let name = column.name.as_str();
    // Money given back is no purchase.
    let rows = until(Select::from("vt_rows")).only("vt_money >= 0").only(format!("{name} <> ''"));
    let ranked = format!("{name}_ranked");
    let first = |steps: &mut Steps, order: String, source: Select| {
        let place = format!("ROW_NUMBER() OVER (PARTITION BY vt_customer ORDER BY {order})");
        steps.step(
            &ranked,
            "the cells of each customer, the one that stands first first",
            source.with("vt_place", place),
        );
        let one =
            Select::from(&ranked).with("vt_who", "vt_customer").with("vt_cell", name).only("vt_place = 1");
        steps.step(&format!("{name}_one"), "one cell for each customer", one);
    };
    match (column.role, column.reading) {
        (Some(Role::Category | Role::Channel), _) => {
            let counted = format!("{name}_counted");
            let count = rows.keep(&["vt_customer", name]).with("vt_times", "COUNT(*)");
            steps.step(&counted, "how often each word", count.each(&format!("vt_customer, {name}")));
            let order = format!("vt_times DESC, {}", d.by_bytes(name));
            first(steps, order, Select::from(&counted).keep(&["vt_customer", name]));
        }
        (Some(Role::Satisfaction | Role::Nps), Reading::Amount(_)) => {
            let one = rows
                .with("vt_who", "vt_customer")
                .with("vt_cell", format!("AVG({})", d.money(name)))
                .only(d.matches(name, "^[+-]?[0-9]+([.][0-9]+)?$"));
            steps.step(&format!("{name}_one"), "the mean for each customer", one.each("vt_customer"));
        }
        _ => {
            let order = format!("vt_day DESC, vt_second DESC, {} DESC", d.by_bytes(name));
            first(steps, order, rows.keep(&["vt_customer", name]));
        }
    }
}

/// The last select of a summary: all columns, with those carried on under the names that their roles go by.
#[cold]
pub fn last(plan: &Plan, d: Dialect) -> Select {
    let more = read::carried(plan);
    let mut from = "vt_customers".to_owned();
    for column in &more {
        let name = &column.name;
        from.push_str(&format!("\nLEFT JOIN {name}_one ON {name}_one.vt_who = vt_customers.customer"));
    }
    let mut columns = vec!["customer"];
    columns.extend(COLUMNS);
    let mut select = Select::from(from).keep(&columns);
    for column in &more {
        let header = match column.role {
            Some(role) => crate::report::identifier(&role),
            None => column.header.clone(),
        };
        select = select.with(&d.name(&header), format!("{}_one.vt_cell", column.name));
    }
    select.by(d.by_bytes("customer"))
}

/// Rows read, and what became of them, by reason.
#[cold]
pub fn reconciliation(d: Dialect, as_of: Option<Day>) -> Select {
    let reason = match as_of {
        Some(day) => {
            let day = d.day(&d.text(&day.to_string()));
            format!(
                "CASE WHEN vt_reason <> '' THEN vt_reason WHEN vt_day > {day} THEN 'after_as_of' ELSE 'used' END"
            )
        }
        None => "CASE WHEN vt_reason <> '' THEN vt_reason ELSE 'used' END".to_owned(),
    };
    let zero = d.no_money();
    Select::from("vt_judged")
        .with("reason", &reason)
        .with("all_rows", "COUNT(*)")
        .with("amount", format!("SUM(COALESCE(vt_amount, {zero}))"))
        .each(&reason)
        .by("COUNT(*) DESC, 1")
}
