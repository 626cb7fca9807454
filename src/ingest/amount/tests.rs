//! What is read, what is not, and what a column decides.

use super::*;
use DecimalMark::{Comma, Point};

fn read(text: &str, decimal: DecimalMark) -> String {
    match Column::new(AmountFormat { decimal }).read(text.as_bytes()) {
        Ok(amount) => amount.to_string(),
        Err(flaw) => format!("{flaw:?}"),
    }
}

#[test]
fn cells_are_read_by_the_format_of_their_column() {
    for (text, decimal, expected) in [
        ("29.33", Point, "29.33"),
        ("-29.33", Point, "-29.33"),
        ("29,33", Comma, "29.33"),
        ("0", Point, "0.00"),
        ("12", Comma, "12.00"),
        (" 12.5 ", Point, "12.50"),
        (".5", Point, "0.50"),
        ("5.", Point, "5.00"),
        ("1,234.50", Point, "1234.50"),
        ("1.234,50", Comma, "1234.50"),
        ("1,234,567", Point, "1234567.00"),
        ("12,34,567.50", Point, "1234567.50"),
        ("1 234,50", Comma, "1234.50"),
        ("1\u{a0}234,50", Comma, "1234.50"),
        ("1\u{202f}234.50", Point, "1234.50"),
        ("1'234.50", Point, "1234.50"),
        ("1’234.50", Point, "1234.50"),
        ("1,234", Point, "1234.00"),
        ("1,234", Comma, "1.234"),
        ("1.234", Comma, "1234.00"),
        ("12,5", Point, "Unreadable"),
        ("12,34", Point, "Unreadable"),
        ("29.33", Comma, "Unreadable"),
        ("1,23,45", Point, "Unreadable"),
        ("1,234 567", Point, "Unreadable"),
        ("￥748.50", Point, "748.50"),
        ("¥ 1,748.50", Point, "1748.50"),
        ("NT$1,200", Point, "1200.00"),
        ("nt$ 1,200", Point, "1200.00"),
        ("HK$88", Point, "88.00"),
        ("US$88.10", Point, "88.10"),
        ("£68,486.66", Point, "68486.66"),
        ("29,33 €", Comma, "29.33"),
        ("29.33 USD", Point, "29.33"),
        ("CNY 29.33", Point, "29.33"),
        ("RMB29.33", Point, "29.33"),
        ("$12.30 USD", Point, "12.30"),
        ("88元", Point, "88.00"),
        ("1,200 円", Point, "1200.00"),
        ("人民币88元", Point, "88.00"),
        ("88美元", Point, "88.00"),
        ("1.5万", Point, "15000.00"),
        ("3萬元", Point, "30000.00"),
        ("¥1.2亿", Point, "120000000.00"),
        ("2億", Point, "200000000.00"),
        ("($29.33)", Point, "-29.33"),
        ("(29.33)", Point, "-29.33"),
        ("$(29.33)", Point, "-29.33"),
        ("29.33-", Point, "-29.33"),
        ("-$29.33", Point, "-29.33"),
        ("$-29.33", Point, "-29.33"),
        ("\u{2212}29.33", Point, "-29.33"),
        ("＋２９．３３", Point, "29.33"),
        ("－２９．３３", Point, "-29.33"),
        ("+29.33", Point, "29.33"),
        ("12.5%", Point, "0.125"),
        ("12.5％", Point, "0.125"),
        ("=\"12.30\"", Point, "12.30"),
        ("'12.30", Point, "12.30"),
        ("29.990000000000002", Point, "29.99"),
        ("0.9731289809999999", Point, "0.973129"),
        ("0.0000005", Point, "0.000001"),
        ("0.00000049999", Point, "0.00"),
        ("-0.0000005", Point, "-0.000001"),
        ("1.38E+10", Point, "13800000000.00"),
        ("1.38e10", Point, "13800000000.00"),
        ("1,38E+10", Comma, "13800000000.00"),
        ("5E-3", Point, "0.005"),
        ("0E+999", Point, "0.00"),
        ("1E-400", Point, "0.00"),
        ("1E+400", Point, "TooLarge"),
        ("1000000000000", Point, "1000000000000.00"),
        ("1000000000000.000001", Point, "TooLarge"),
        ("-1000000000001", Point, "TooLarge"),
        ("99999999999999999999999999999999999999999999", Point, "TooLarge"),
        ("00012.50", Point, "12.50"),
        ("", Point, "Empty"),
        (" ", Point, "Empty"),
        ("-", Point, "Empty"),
        ("n/a", Point, "Empty"),
        ("NULL", Point, "Empty"),
        ("$", Point, "Unreadable"),
        ("abc", Point, "Unreadable"),
        ("12 apples", Point, "Unreadable"),
        ("2024-01-02", Point, "Unreadable"),
        ("12/5", Point, "Unreadable"),
        ("1.2.3", Point, "Unreadable"),
        ("05  12  17", Point, "Unreadable"),
        ("(555) 1234", Point, "Unreadable"),
        ("(12", Point, "Unreadable"),
        ("--12", Point, "Unreadable"),
        (".", Point, "Empty"),
        (",", Point, "Unreadable"),
        ("usdx 12", Point, "Unreadable"),
        ("Nil", Point, "Empty"),
    ] {
        assert_eq!(read(text, decimal), expected, "{text} as {decimal:?}");
    }
    assert_eq!(Column::new(AmountFormat { decimal: Point }).read(b"12\xff"), Err(AmountFlaw::Unreadable));
}

#[test]
fn columns_are_recognised() {
    for (cells, decimal, ambiguous, sum) in [
        (&["29.33", "14.96"][..], Point, false, "44.29"),
        (&["29,33", "1.014,96"], Comma, false, "1044.29"),
        (&["184,904.05", "301300"], Point, false, "486204.05"),
        (&["1,234", "56"], Point, false, "1290.00"),
        (&["1,234", "2,345"], Point, true, "3579.00"),
        (&["1.234", "2.345"], Point, true, "3.579"),
        (&["1.234", "500"], Point, true, "501.234"),
        (&["1.234", "0.500"], Point, false, "1.734"),
        (&["0,435", "1,234"], Comma, false, "1.669"),
        (&["1,234,567", "1,234"], Point, false, "1235801.00"),
        (&["1.234.567", "1.234"], Comma, false, "1235801.00"),
    ] {
        let detected = detect(cells.iter().copied(), None).unwrap();
        assert_eq!(
            (detected.format.decimal, detected.ambiguous, detected.sum.to_string().as_str()),
            (decimal, ambiguous, sum),
            "{cells:?}"
        );
        assert_eq!(detected.share_read, 1.0, "{cells:?}");
    }
    assert_eq!(detect(["a", "b", "1"].into_iter(), None), None);
    assert_eq!(detect(["", "-"].into_iter(), None), None);
    let decided = detect(["1.234", "2.345"].into_iter(), Some(Comma)).unwrap();
    assert_eq!((decided.ambiguous, decided.sum.to_string().as_str()), (false, "3579.00"));
}

#[test]
fn currencies_are_seen_and_never_guessed() {
    for (cells, currencies) in [
        (&["$1", "$2"][..], &["$"][..]),
        (&["￥1", "¥2", "3元"], &["¥"]),
        (&["NT$1", "HK$2", "3"], &["TWD", "HKD"]),
        (&["£1", "1 GBP"], &["GBP"]),
        (&["$1 USD"], &["USD"]),
        (&["1", "2"], &[]),
    ] {
        let detected = detect(cells.iter().copied(), None).unwrap();
        assert_eq!(detected.currencies, currencies, "{cells:?}");
        assert_eq!(detected.currency.as_deref(), currencies.first().copied(), "{cells:?}");
    }
}

#[test]
fn all_rows_settle_what_the_head_could_not() {
    let reread = |decimal| Verdict::Reread(AmountFormat { decimal });
    for (decimal, cells, verdict) in [
        (Point, &["1.234", "12.5"][..], Verdict::Settled),
        (Point, &["1.234", "12,5"], reread(Comma)),
        (Comma, &["1.234", "12.5"], reread(Point)),
        (Point, &["1.234"], Verdict::Ambiguous),
        (Comma, &["1.234", "5000"], Verdict::Ambiguous),
        (Point, &["12", "13"], Verdict::Settled),
        (Point, &["1,234", "13"], Verdict::Settled),
        (Point, &["1,234", "1300"], Verdict::Ambiguous),
    ] {
        let mut column = Column::new(AmountFormat { decimal });
        for cell in cells {
            let _ = column.read(cell.as_bytes());
        }
        assert_eq!(column.verdict(), verdict, "{decimal:?} {cells:?}");
    }
}

#[test]
fn products_are_exact() {
    for (quantity, price, product) in [
        ("48", "3.45", Some("165.60")),
        ("-12", "0.85", Some("-10.20")),
        ("0.5", "0.000001", Some("0.000001")),
        ("-0.5", "0.000001", Some("-0.000001")),
        ("1000000", "1000000", Some("1000000000000.00")),
        ("1000001", "1000000", None),
    ] {
        let mut column = Column::new(AmountFormat { decimal: Point });
        let [quantity, price] = [quantity, price].map(|t| column.read(t.as_bytes()).unwrap());
        assert_eq!(multiply(quantity, price).map(|a| a.to_string()).as_deref(), product);
    }
}
