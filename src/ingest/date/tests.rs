//! What is read, what is not, and what a column decides.

use super::*;
use DateFormat::*;

fn iso(text: &str, format: DateFormat) -> String {
    match Column::new(format).read(text.as_bytes()) {
        Ok(Moment { day, second: 0 }) => day.to_string(),
        Ok(Moment { day, second }) => {
            format!("{day} {:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60)
        }
        Err(flaw) => format!("{flaw:?}"),
    }
}

#[test]
fn cells_are_read_by_the_format_of_their_column() {
    for (text, format, expected) in [
        ("2024-12-31", YearMonthDay, "2024-12-31"),
        (" 2024-12-31 ", DayMonthYear, "2024-12-31"),
        ("2024-12-31 12:34:56", YearMonthDay, "2024-12-31 12:34:56"),
        ("2024-12-31T12:34", YearMonthDay, "2024-12-31 12:34:00"),
        ("2024-12-31T12:34:56.789Z", YearMonthDay, "2024-12-31 12:34:56"),
        ("1997-01-01T00:30:00+08:00", YearMonthDay, "1997-01-01 00:30:00"),
        ("2020-03-05 14:03:55 +0800", YearMonthDay, "2020-03-05 14:03:55"),
        ("2020-03-05 14:03:55 UTC", YearMonthDay, "2020-03-05 14:03:55"),
        ("2018/1/1 9:26", YearMonthDay, "2018-01-01 09:26:00"),
        ("19970101", YearMonthDay, "1997-01-01"),
        ("20240305 140355", YearMonthDay, "2024-03-05 14:03:55"),
        ("20240305140355", YearMonthDay, "2024-03-05 14:03:55"),
        ("202403051403", YearMonthDay, "2024-03-05 14:03:00"),
        ("97/01/05", YearMonthDay, "1997-01-05"),
        ("2024.3.5", YearMonthDay, "2024-03-05"),
        ("2024年3月5日", YearMonthDay, "2024-03-05"),
        ("2018年1月1日 09:26", YearMonthDay, "2018-01-01 09:26:00"),
        ("2024年3月5日14时05分33秒", YearMonthDay, "2024-03-05 14:05:33"),
        ("2024年3月5日 星期二 下午 2:03", YearMonthDay, "2024-03-05 14:03:00"),
        ("2024/3/5 下午 2:03", YearMonthDay, "2024-03-05 14:03:00"),
        ("2024/3/5 上午 12:03:09", YearMonthDay, "2024-03-05 00:03:09"),
        ("２０２４／３／５", YearMonthDay, "2024-03-05"),
        ("民國113年5月25日", YearMonthDay, "2024-05-25"),
        ("民國113/05/25", DayMonthYear, "2024-05-25"),
        ("113/05/25", RocYearMonthDay, "2024-05-25"),
        ("113.5.25", RocYearMonthDay, "2024-05-25"),
        ("98/05/25", RocYearMonthDay, "2009-05-25"),
        ("民國1130525", RocYearMonthDay, "2024-05-25"),
        ("2024/05/25", RocYearMonthDay, "2024-05-25"),
        ("113/05/25", YearMonthDay, "Unreadable"),
        ("31/12/2024", DayMonthYear, "2024-12-31"),
        ("31.12.24", DayMonthYear, "2024-12-31"),
        ("1-2-1970", DayMonthYear, "1970-02-01"),
        ("03/04/70", DayMonthYear, "1970-04-03"),
        ("03/04/69", DayMonthYear, "2069-04-03"),
        ("31/12/2024 23:59", DayMonthYear, "2024-12-31 23:59:00"),
        ("12/31/2024", MonthDayYear, "2024-12-31"),
        ("9/7/11", MonthDayYear, "2011-09-07"),
        ("3/5/2024 2:03:09 PM", MonthDayYear, "2024-03-05 14:03:09"),
        ("3/5/2024 12:03 a.m.", MonthDayYear, "2024-03-05 00:03:00"),
        ("3/5/2024 2 pm", MonthDayYear, "2024-03-05 14:00:00"),
        ("12/31/2024", DayMonthYear, "Impossible"),
        ("09-Mar-11", DayMonthYear, "2011-03-09"),
        ("09-MAR-2011", MonthDayYear, "2011-03-09"),
        ("09Mar2011", DayMonthYear, "2011-03-09"),
        ("Mar 9, 2011", DayMonthYear, "2011-03-09"),
        ("Wednesday, March 9, 2011", DayMonthYear, "2011-03-09"),
        ("9 March 2011", MonthDayYear, "2011-03-09"),
        ("9th Sept. 2011", MonthDayYear, "2011-09-09"),
        ("2011-Mar-09", YearMonthDay, "2011-03-09"),
        ("Jan 5, 2024 at", DayMonthYear, "Unreadable"),
        ("35431", ExcelSerial, "1997-01-01"),
        ("45356.585", ExcelSerial, "2024-03-05 14:02:24"),
        ("45356.9999999", ExcelSerial, "2024-03-06"),
        ("1", ExcelSerial, "1900-01-01"),
        ("59", ExcelSerial, "1900-02-28"),
        ("60", ExcelSerial, "Impossible"),
        ("61", ExcelSerial, "1900-03-01"),
        ("43894", ExcelSerial1904, "2024-03-05"),
        ("2024-03-05", ExcelSerial, "2024-03-05"),
        ("852076800", UnixSeconds, "1997-01-01"),
        ("852076800000", UnixMilliseconds, "1997-01-01"),
        ("1709647435", UnixSeconds, "2024-03-05 14:03:55"),
        ("=\"2024-03-05\"", YearMonthDay, "2024-03-05"),
        ("2023-02-30", YearMonthDay, "Impossible"),
        ("2023-02-29", YearMonthDay, "Impossible"),
        ("2023-13-01", YearMonthDay, "Impossible"),
        ("1899-12-31", YearMonthDay, "Impossible"),
        ("2201-01-01", YearMonthDay, "Impossible"),
        ("0000-00-00", YearMonthDay, "Impossible"),
        ("2024-03-05 25:00", YearMonthDay, "Impossible"),
        ("not a date", YearMonthDay, "Unreadable"),
        ("2024-03", YearMonthDay, "Unreadable"),
        ("29.33", YearMonthDay, "Unreadable"),
        ("1.2.3", DayMonthYear, "Unreadable"),
        ("192.168.0.1", DayMonthYear, "Unreadable"),
        ("12-31/2024", DayMonthYear, "Unreadable"),
        ("2024-03-05 and more", YearMonthDay, "Unreadable"),
        ("", YearMonthDay, "Empty"),
        ("  ", YearMonthDay, "Empty"),
        ("NULL", YearMonthDay, "Empty"),
        ("n/a", ExcelSerial, "Empty"),
    ] {
        assert_eq!(iso(text, format), expected, "{text} as {format:?}");
    }
    assert_eq!(Column::new(YearMonthDay).read(b"\xff\xfe2024"), Err(DateFlaw::Unreadable));
}

#[test]
fn columns_are_recognised() {
    for (cells, format, ambiguous, share) in [
        (&["2024-01-02", "2024-03-04"][..], YearMonthDay, false, 1.0),
        (&["19970101", "19970118"], YearMonthDay, false, 1.0),
        (&["01/01/1997", "18/01/1997"], DayMonthYear, false, 1.0),
        (&["01/01/1997", "01/18/1997"], MonthDayYear, false, 1.0),
        (&["01/02/1997", "03/04/1997"], DayMonthYear, true, 1.0),
        (&["01/01/1997", "02/02/1997"], DayMonthYear, false, 1.0),
        (&["97/01/02", "97/03/04"], YearMonthDay, false, 1.0),
        (&["113/05/25", "98/01/03"], RocYearMonthDay, false, 1.0),
        (&["09-Mar-11", "16-Mar-11"], DayMonthYear, false, 1.0),
        (&["35431", "35448"], ExcelSerial, false, 1.0),
        (&["852076800000", "853545600000"], UnixMilliseconds, false, 1.0),
        (&["852076800", "853545600"], UnixSeconds, false, 1.0),
        (&["2024-01-02", "", "NULL", "unpaid", "2024-01-03", "2024-01-05"], YearMonthDay, false, 0.75),
    ] {
        let detected = detect(cells.iter().copied(), None).unwrap();
        assert_eq!((detected.format, detected.ambiguous), (format, ambiguous), "{cells:?}");
        assert_eq!(detected.share_read, share, "{cells:?}");
    }
    for cells in [&["12", "13"][..], &["a", "b"], &["29.33", "12.50"], &["", ""], &["1.2.3", "2.0.1"]] {
        assert_eq!(detect(cells.iter().copied(), None), None, "{cells:?}");
    }
}

#[test]
fn a_person_decides_over_the_evidence() {
    let cells = ["01/02/1997", "03/04/1997"];
    let detected = detect(cells.into_iter(), Some(DateOrder::MonthDayYear)).unwrap();
    assert_eq!((detected.format, detected.ambiguous), (MonthDayYear, false));
    let detected = detect(["01/02/03"].into_iter(), Some(DateOrder::YearMonthDay)).unwrap();
    assert_eq!(detected.first.to_string(), "2001-02-03");
}

#[test]
fn all_rows_settle_what_the_head_could_not() {
    for (format, cells, verdict) in [
        (DayMonthYear, &["01/02/1997", "18/02/1997"][..], Verdict::Settled),
        (DayMonthYear, &["01/02/1997", "02/18/1997"], Verdict::Reread(MonthDayYear)),
        (MonthDayYear, &["01/02/1997", "18/02/1997"], Verdict::Reread(DayMonthYear)),
        (DayMonthYear, &["01/02/1997", "03/04/1997"], Verdict::Ambiguous),
        (DayMonthYear, &["01/01/1997"], Verdict::Settled),
        (DayMonthYear, &["1997-01-02", "9 March 2011"], Verdict::Settled),
        (DayMonthYear, &["97/01/02"], Verdict::Reread(YearMonthDay)),
        (YearMonthDay, &["113/05/25"], Verdict::Reread(RocYearMonthDay)),
        (YearMonthDay, &["1997-01-02", "18/02/1997"], Verdict::Reread(DayMonthYear)),
    ] {
        let mut column = Column::new(format);
        for cell in cells {
            let _ = column.read(cell.as_bytes());
        }
        assert_eq!(column.verdict(), verdict, "{format:?} {cells:?}");
    }
}

#[test]
fn the_memo_repeats_the_last_reading_only() {
    let mut column = Column::new(DayMonthYear);
    for (cell, day) in [("01/02/1997", 9893), ("01/02/1997", 9893), ("01/02/199", 0), ("02/02/1997", 9894)] {
        assert_eq!(column.read(cell.as_bytes()).map_or(0, |m| m.day.0), day, "{cell}");
    }
}
