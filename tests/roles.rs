//! Which columns of real files are taken for what.
//!
//! Looks for `../shared/data` beside the project and says SKIPPED where it is not there; headers of known exports, over
//! rows made up, are tested in any clone by `exports`. Prints a table of file, expected and got (`--nocapture`).
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use std::path::{Path, PathBuf};

use value_tiers::ingest::preview::QuestionCode;
use value_tiers::ingest::{
    HEAD, Head, Plan, Preview, Reader, Reading, Record, alias, amount, date, preview, sniff,
};
use value_tiers::settings::{Formats, Role, Settings, Shape};
use value_tiers::units::{Moment, Total};

/// A file, and what its columns are.
struct Case {
    file: &'static str,
    shape: Shape,
    /// Roles that must be played by these columns. An empty name: by none.
    roles: &'static [(Role, &'static str)],
    questions: &'static [QuestionCode],
    missing: &'static [Role],
}

const NONE: &[QuestionCode] = &[];

fn case(file: &'static str, roles: &'static [(Role, &'static str)]) -> Case {
    Case { file, shape: Shape::Orders, roles, questions: NONE, missing: &[] }
}

fn cases() -> Vec<Case> {
    use Role::*;
    const CDNOW: &[(Role, &str)] = &[
        (Customer, "customer_id"),
        (Date, "date"),
        (Amount, "amount"),
        (Quantity, "quantity"),
        (OrderId, ""),
    ];
    const TAOBAO: &[(Role, &str)] =
        &[(Customer, "买家会员名"), (Date, "订单付款时间"), (Amount, "买家实际支付金额"), (OrderId, "")];
    const SPEND: &[(Role, &str)] =
        &[(Customer, "Supplier"), (Date, "Date"), (Amount, "Amount"), (OrderId, "Transaction number")];
    let mut cases = vec![
        case(
            "tx/cdnow_transactions.csv",
            &[(Customer, "id"), (Date, "date"), (Amount, "spent"), (Quantity, "cds_bought"), (OrderId, "")],
        ),
        case(
            "tx/online_retail_slice.csv",
            &[
                (Customer, "CustomerID"),
                (Date, "InvoiceDate"),
                (Amount, ""),
                (Quantity, "Quantity"),
                (UnitPrice, "UnitPrice"),
                (OrderId, "InvoiceNo"),
                (Region, "Country"),
                (Product, "StockCode"),
            ],
        ),
        Case {
            shape: Shape::Customers,
            ..case(
                "customers/telco_churn.csv",
                &[
                    (Customer, "customerID"),
                    (Tenure, "tenure"),
                    (Monetary, "TotalCharges"),
                    (Churned, "Churn"),
                ],
            )
        },
        Case {
            shape: Shape::Customers,
            ..case(
                "customers/airline_lrfmc_15000.csv",
                &[
                    (Customer, ""),
                    (Since, "Start_time"),
                    (LastOrder, ""),
                    (Frequency, "Flight_count"),
                    (Monetary, "Fare"),
                    (Discount, "Avg_discount"),
                    (Region, "City"),
                ],
            )
        },
        Case {
            shape: Shape::Customers,
            questions: &[QuestionCode::SumOfColumns],
            ..case(
                "customers/marketing_campaign.csv",
                &[
                    (Customer, "ID"),
                    (Since, "Dt_Customer"),
                    (Recency, "Recency"),
                    (Birthday, "Year_Birth"),
                    (Monetary, ""),
                    (Frequency, ""),
                ],
            )
        },
        // Letters of a few names are all that tells MacRoman from other encodings.
        Case {
            questions: &[QuestionCode::EncodingUnsure],
            ..case(
                "messy/orders-real/superstore_orders_cr_only.csv",
                &[
                    (Customer, "customer"),
                    (Date, "order_date"),
                    (Amount, "grand_total"),
                    (OrderId, "order_id"),
                ],
            )
        },
        Case {
            missing: &[Customer],
            ..case(
                "messy/orders-real/tmall_order_report_no_customer.csv",
                &[
                    (Customer, ""),
                    (Date, "订单付款时间"),
                    (Amount, "买家实际支付金额"),
                    (OrderId, "订单编号"),
                    (Refund, "退款金额"),
                    (Region, "收货地址"),
                ],
            )
        },
        Case {
            missing: &[Customer, Date, Amount],
            ..case("messy/orders-real/jd_books_gbk.csv", &[(Product, "商品名称"), (UnitPrice, "定价")])
        },
        Case {
            missing: &[Customer],
            ..case("messy/orders-real/lottery_gbk.csv", &[(Date, "开奖日期"), (Amount, "销售额(元)")])
        },
        case("messy/gov-spend/hmrc_2011-01.csv", SPEND),
        case("messy/gov-spend/hmrc_2018-09.csv", SPEND),
        case(
            "messy/gov-spend/dept_health_2011-04.csv",
            &[(Customer, "Supplier"), (Date, "Date"), (Amount, "Amount"), (OrderId, "Transaction Number")],
        ),
        case(
            "messy/gov-spend/moj_2011-03.csv",
            &[(Customer, "SUPPLIER"), (Date, "DATE"), (Amount, "AMOUNT"), (OrderId, "TRANSACTION_NUMBER")],
        ),
        case(
            "messy/gov-spend/dwp_2017-07.csv",
            &[(Customer, "MCH.Merchant Name"), (Date, "Posting Date"), (Amount, "FIN.Transaction Amount")],
        ),
        case(
            "messy/gov-spend/card_2016-02.csv",
            &[(Customer, "Merchant_Name"), (Date, "Posted_Date"), (Amount, "Invoice_Net_Line_Amount")],
        ),
        // Its headers stand over the wrong columns: the dates are under TransNo. Asked, with the right answer first.
        Case {
            questions: &[QuestionCode::WhichDate],
            ..case(
                "messy/gov-spend/wakefield_2018q2.csv",
                &[(Customer, "Supplier Name"), (Date, "TransNo"), (Amount, "Net Amount")],
            )
        },
        case("messy/derived/taobao_gb18030.csv", TAOBAO),
        case("messy/derived/taobao_utf8_bom.csv", TAOBAO),
        case("messy/derived/taobao_utf16le_bom_tab.csv", TAOBAO),
        case("messy/derived/taobao_utf16be_bom.csv", TAOBAO),
        case("messy/derived/taobao_utf16le_no_bom.csv", TAOBAO),
        case("messy/derived/taobao_cn_dates_currency_total.csv", TAOBAO),
        Case {
            ..case(
                "messy/derived/cdnow_semicolon_decimal_comma.csv",
                &[(Customer, "Kunden-Nr"), (Date, "Kaufdatum"), (Amount, "Umsatz (€)"), (Quantity, "Menge")],
            )
        },
        case("messy/derived/cdnow_sep_line.csv", CDNOW),
        case("messy/derived/cdnow_pipe_quoted_all.txt", CDNOW),
        Case {
            questions: &[QuestionCode::DateOrderAmbiguous],
            ..case("messy/derived/cdnow_ambiguous_day_month.csv", CDNOW)
        },
        // No names at all: the customer is found by its values, and asked.
        Case {
            questions: &[QuestionCode::WhichCustomer],
            ..case(
                "messy/derived/cdnow_no_header.csv",
                &[(Customer, "column 1"), (Date, "column 2"), (Amount, "column 4")],
            )
        },
        case(
            "messy/derived/cdnow_duplicate_and_blank_headers.csv",
            &[(Customer, "id"), (Date, "date"), (Amount, "amount")],
        ),
    ];
    for file in [
        "messy/derived/cdnow_us_dates_dollar_parentheses.csv",
        "messy/derived/cdnow_excel_serial_dates.csv",
        "messy/derived/cdnow_unix_ms.csv",
        "messy/derived/cdnow_iso_timezone.csv",
        "messy/derived/cdnow_broken_rows.csv",
        "messy/derived/cdnow_no_final_newline.csv",
        "messy/derived/leading_zero_ids.csv",
        "messy/derived/excel_text_formula_ids.csv",
        "messy/derived/cdnow_nul_bytes.csv",
    ] {
        cases.push(case(file, CDNOW));
    }
    cases
}

/// The start of a file.
fn head(bytes: &[u8]) -> Head {
    sniff(&bytes[..bytes.len().min(HEAD)], bytes.len() <= HEAD, &Formats::default()).unwrap()
}

/// All rows of a file.
fn rows(bytes: &[u8], head: &Head) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut sink = |record: Record<'_>| {
        rows.push(record.cells().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect());
    };
    let mut reader = Reader::new(&head.layout).unwrap();
    reader.feed(bytes, &mut sink);
    reader.finish(&mut sink);
    rows
}

/// What differs from the expectation.
fn differences(case: &Case, found: &Preview) -> Vec<String> {
    let mut differences = Vec::new();
    if found.shape != case.shape {
        differences.push(format!("shape {:?}", found.shape));
    }
    for (role, name) in case.roles {
        let got = found.mapping.get(role).map_or("", String::as_str);
        if got != *name {
            differences.push(format!("{role:?}: {got:?} instead of {name:?}"));
        }
    }
    let questions: Vec<QuestionCode> = found.questions.iter().map(|q| q.code).collect();
    if questions != case.questions {
        differences.push(format!("asks {questions:?}"));
    }
    if found.missing != case.missing {
        differences.push(format!("misses {:?}", found.missing));
    }
    differences
}

fn shared() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data")
}

/// What reading every row by the plan gives, in the words of `expectations.json`.
fn facts(rows: &[Vec<String>], plan: &Plan) -> Vec<(&'static str, String)> {
    let cell = |row: &'_ Vec<String>, role: Role| -> String {
        plan.column(role).and_then(|c| row.get(c.index)).cloned().unwrap_or_default()
    };
    let Some(Reading::Date(format)) = plan.column(Role::Date).map(|c| c.reading) else { return Vec::new() };
    let Some(Reading::Amount(amounts)) = plan.column(Role::Amount).map(|c| c.reading) else {
        return Vec::new();
    };
    let (mut dates, mut amounts) = (date::Column::new(format), amount::Column::new(amounts));
    let (mut sum, mut negative, mut read, mut bad, mut bad_dates) = (Total::default(), 0, 0, 0, 0);
    let mut customers = std::collections::BTreeSet::new();
    let mut span = Vec::new();
    for row in rows {
        if row.iter().find(|c| !c.is_empty()).is_some_and(|c| alias::is_total_word(c)) {
            continue;
        }
        customers.insert(cell(row, Role::Customer));
        match dates.read(cell(row, Role::Date).as_bytes()) {
            Ok(moment) => span.push(moment),
            Err(_) => bad_dates += 1,
        }
        match amounts.read(cell(row, Role::Amount).as_bytes()) {
            Ok(amount) => {
                read += 1;
                negative += usize::from(amount.0 < 0);
                sum.add(amount);
            }
            Err(_) => bad += 1,
        }
    }
    customers.remove("");
    let clock = |m: Moment| {
        format!("{} {:02}:{:02}:{:02}", m.day, m.second / 3600, m.second / 60 % 60, m.second % 60)
    };
    vec![
        ("amount_sum", sum.to_string()),
        ("amount_rows", read.to_string()),
        ("amount_negative_rows", negative.to_string()),
        ("amount_unreadable_or_empty", bad.to_string()),
        ("date_rows", span.len().to_string()),
        ("date_unreadable_or_empty", bad_dates.to_string()),
        ("first_date", span.iter().min().map_or(String::new(), |m| clock(*m))),
        ("last_date", span.iter().max().map_or(String::new(), |m| clock(*m))),
        ("distinct_customers", customers.len().to_string()),
    ]
}

/// Facts that differ for a reason: the file, the fact, why.
const KNOWN: &[(&str, &str, &str)] = &[
    ("tmall_order_report_no_customer.csv", "date", "they count creation times; payment times are preferred"),
    ("cdnow_iso_timezone.csv", "_date", "they name the day; the time is 00:30 as written"),
    ("card_2016-02.csv", "unreadable", "the sentence below the table is dropped by the reader of records"),
];

#[test]
fn every_row_of_real_files_is_read_to_the_cent() {
    let folder = shared();
    let Ok(text) = std::fs::read_to_string(folder.join("messy/expectations.json")) else {
        println!("SKIPPED: ../shared/data is not here");
        return;
    };
    let expectations: serde_json::Value = serde_json::from_str(&text).unwrap();
    let list = expectations.as_array().or(expectations["files"].as_array()).unwrap();
    let (mut wrong, mut known, mut compared) = (Vec::new(), vec![false; KNOWN.len()], 0);
    for case in cases() {
        let Some(expected) = list.iter().find(|e| case.file.strip_prefix("messy/") == e["file"].as_str())
        else {
            continue;
        };
        let bytes = std::fs::read(folder.join(case.file)).unwrap();
        let head = head(&bytes);
        let (_, plan) = preview(&head, &Settings::default()).unwrap();
        let rows = rows(&bytes, &head);
        for (fact, got) in facts(&rows, &plan) {
            let wanted = match &expected["facts"][fact] {
                serde_json::Value::Null => continue,
                serde_json::Value::String(text) => text.clone(),
                number if fact == "amount_sum" => format!("{:.2}", number.as_f64().unwrap()),
                number => number.to_string(),
            };
            compared += 1;
            if got == wanted {
                continue;
            }
            match KNOWN.iter().position(|(file, part, _)| case.file.ends_with(file) && fact.contains(part)) {
                Some(index) => known[index] = true,
                None => wrong.push(format!("{}: {fact} is {got}, not {wanted}", case.file)),
            }
        }
    }
    println!("{compared} facts compared");
    assert!(compared > 100, "{compared}");
    assert!(known.iter().all(|k| *k), "a known difference is none any more: {known:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn real_files_get_the_right_roles() {
    let folder = shared();
    if !folder.is_dir() {
        println!("SKIPPED: ../shared/data is not here");
        return;
    }
    let mut wrong = Vec::new();
    for case in cases() {
        let bytes = std::fs::read(folder.join(case.file)).unwrap();
        let (found, plan) = preview(&head(&bytes), &Settings::default()).unwrap();
        let mut differences = differences(&case, &found);
        if plan.check().is_ok() != case.missing.is_empty() {
            differences.push(format!("check: {:?}", plan.check()));
        }
        let verdict = match (differences.is_empty(), found.sure, found.missing.is_empty()) {
            (false, ..) => format!("WRONG {differences:?}"),
            (_, true, _) => "no click".to_string(),
            (_, _, true) => "one question".to_string(),
            _ => "says what is missing".to_string(),
        };
        let mapping: Vec<String> =
            found.mapping.iter().map(|(role, name)| format!("{role:?}={name}")).collect();
        println!("{:<60} {verdict:<22} {}", case.file, mapping.join(" "));
        if !differences.is_empty() {
            wrong.push(format!("{}: {differences:?}", case.file));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
