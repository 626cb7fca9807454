//! What differs between engines: quotes, escapes, casts, patterns, days. Everything else is the same SQL for all of them.
//!
//! Names and values that come from a file pass [`Dialect::name`] and [`Dialect::text`] and nothing else, so that no header and no
//! cell can end the quote it stands in.

use serde::{Deserialize, Serialize};

/// The engines that are spoken to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Dialect {
    /// DuckDB 1.0 and later.
    #[default]
    DuckDb,
    /// Apache Spark SQL 3.5 and later.
    Spark,
    /// PostgreSQL 12 and later.
    PostgreSql,
    /// BigQuery, GoogleSQL.
    BigQuery,
    /// Snowflake.
    Snowflake,
    /// ClickHouse 24 and later.
    ClickHouse,
}

use Dialect::{BigQuery, ClickHouse, DuckDb, PostgreSql, Snowflake, Spark};

/// A day of 1900 to 2200 that the calendar has, as `2024-02-29`. The same in every engine's patterns.
pub const DAY: &str = "^((19[0-9][0-9]|2[01][0-9][0-9]|2200)-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|((19|20|21)(0[48]|[2468][048]|[13579][26])|2000)-02-29)$";

impl Dialect {
    /// All of them.
    pub const ALL: [Dialect; 6] = [DuckDb, Spark, PostgreSql, BigQuery, Snowflake, ClickHouse];

    /// A column or step as a quoted name.
    #[cold]
    pub fn name(self, name: &str) -> String {
        // No engine has names with a NUL in them.
        let name = name.replace('\0', "");
        match self {
            DuckDb | PostgreSql | Snowflake => format!("\"{}\"", name.replace('"', "\"\"")),
            Spark => format!("`{}`", name.replace('`', "``")),
            BigQuery | ClickHouse => {
                format!("`{}`", name.replace('\\', "\\\\").replace('`', "\\`").replace('\n', "\\n"))
            }
        }
    }

    /// A table, with its schema before it where there is one. A part of plain letters stays as it is, so that the engine finds it
    /// in whatever case it keeps names; any other is quoted.
    #[cold]
    pub fn table(self, name: &str) -> String {
        let plain = |part: &str| {
            part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
                && part.bytes().next().is_some_and(|b| b.is_ascii_alphabetic() || b == b'_')
        };
        let part = |part: &str| if plain(part) { part.to_owned() } else { self.name(part) };
        name.split('.').map(part).collect::<Vec<_>>().join(".")
    }

    /// A text as a literal.
    #[cold]
    pub fn text(self, text: &str) -> String {
        let text = text.replace('\0', "");
        match self {
            DuckDb | PostgreSql => format!("'{}'", text.replace('\'', "''")),
            _ => {
                let text = text.replace('\\', "\\\\").replace('\'', "\\'");
                format!("'{}'", text.replace('\n', "\\n").replace('\r', "\\r"))
            }
        }
    }

    /// Several texts, as the right side of `IN`.
    #[cold]
    pub fn texts<'a>(self, texts: impl IntoIterator<Item = &'a str>) -> String {
        let texts: Vec<String> = texts.into_iter().map(|text| self.text(text)).collect();
        format!("({})", texts.join(", "))
    }

    /// Any value as text, without the blanks around it; empty where there is none.
    #[cold]
    pub fn cell(self, value: &str) -> String {
        format!("COALESCE(TRIM({}), '')", self.as_text(value))
    }

    /// Any value as text.
    #[cold]
    pub fn as_text(self, value: &str) -> String {
        match self {
            DuckDb | Snowflake => format!("CAST({value} AS VARCHAR)"),
            PostgreSql => format!("CAST({value} AS TEXT)"),
            Spark | BigQuery => format!("CAST({value} AS STRING)"),
            ClickHouse => format!("toString({value})"),
        }
    }

    /// Whether a text matches a pattern. The patterns used have no backslash, and mean the same everywhere.
    #[cold]
    pub fn matches(self, text: &str, pattern: &str) -> String {
        let pattern = self.text(pattern);
        match self {
            DuckDb => format!("regexp_matches({text}, {pattern})"),
            Spark => format!("{text} RLIKE {pattern}"),
            PostgreSql => format!("{text} ~ {pattern}"),
            BigQuery => format!("REGEXP_CONTAINS({text}, {pattern})"),
            Snowflake => format!("REGEXP_INSTR({text}, {pattern}) > 0"),
            ClickHouse => format!("match({text}, {pattern})"),
        }
    }

    /// A text without all that matches a pattern.
    #[cold]
    pub fn without(self, text: &str, pattern: &str) -> String {
        let pattern = self.text(pattern);
        match self {
            DuckDb | PostgreSql => format!("regexp_replace({text}, {pattern}, '', 'g')"),
            ClickHouse => format!("replaceRegexpAll({text}, {pattern}, '')"),
            _ => format!("REGEXP_REPLACE({text}, {pattern}, '')"),
        }
    }

    /// A text with each character of `from` replaced by the one below it in `to`.
    #[cold]
    pub fn translate(self, text: &str, from: &str, to: &str) -> String {
        let function = if self == ClickHouse { "translateUTF8" } else { "translate" };
        format!("{function}({text}, {}, {})", self.text(from), self.text(to))
    }

    /// Part `n`, from 1, of a text between separators; empty where there are fewer.
    #[cold]
    pub fn part(self, text: &str, separator: &str, n: u32) -> String {
        let separator = self.text(separator);
        match self {
            BigQuery => format!("COALESCE(SPLIT({text}, {separator})[SAFE_OFFSET({})], '')", n - 1),
            // Beyond the last one there is an empty text.
            ClickHouse => format!("splitByString({separator}, {text})[{n}]"),
            _ => format!("split_part({text}, {separator}, {n})"),
        }
    }

    /// A text of one or two digits as two. Others stay as they are.
    #[cold]
    pub fn two_digits(self, text: &str) -> String {
        format!("CASE WHEN LENGTH({text}) = 1 THEN '0' || {text} ELSE {text} END")
    }

    /// A text of digits as a whole number. Ask first whether it is one.
    #[cold]
    pub fn integer(self, text: &str) -> String {
        match self {
            DuckDb => format!("TRY_CAST({text} AS BIGINT)"),
            Spark => format!("TRY_CAST({text} AS BIGINT)"),
            PostgreSql => format!("CAST({text} AS BIGINT)"),
            BigQuery => format!("SAFE_CAST({text} AS INT64)"),
            Snowflake => format!("TRY_CAST({text} AS BIGINT)"),
            ClickHouse => format!("toInt64OrNull({text})"),
        }
    }

    /// A number as a whole one.
    #[cold]
    pub fn whole(self, number: &str) -> String {
        match self {
            BigQuery => format!("CAST({number} AS INT64)"),
            ClickHouse => format!("toInt64({number})"),
            _ => format!("CAST({number} AS BIGINT)"),
        }
    }

    /// A written number as an exact one with six decimals, halves away from zero, as the engine keeps money. Ask first whether it
    /// is one.
    #[cold]
    pub fn money(self, text: &str) -> String {
        match self {
            DuckDb | Spark => format!("TRY_CAST({text} AS DECIMAL(18, 6))"),
            PostgreSql => format!("ROUND(CAST({text} AS NUMERIC), 6)"),
            BigQuery => format!("ROUND(SAFE_CAST({text} AS BIGNUMERIC), 6)"),
            Snowflake => format!("TRY_CAST({text} AS NUMBER(18, 6))"),
            ClickHouse => format!("round(toDecimal256OrNull({text}, 12), 6)"),
        }
    }

    /// An exact number with more decimals, rounded to six.
    #[cold]
    pub fn six_decimals(self, number: &str) -> String {
        match self {
            DuckDb | Spark => format!("CAST({number} AS DECIMAL(38, 6))"),
            _ => format!("ROUND({number}, 6)"),
        }
    }

    /// Nothing, where a number would stand.
    #[cold]
    pub fn no_money(self) -> &'static str {
        match self {
            DuckDb | Spark => "CAST(0 AS DECIMAL(18, 6))",
            PostgreSql => "CAST(0 AS NUMERIC)",
            BigQuery => "CAST(0 AS BIGNUMERIC)",
            Snowflake => "CAST(0 AS NUMBER(18, 6))",
            ClickHouse => "toDecimal256(0, 12)",
        }
    }

    /// A number as a floating point one of 64 bits.
    #[cold]
    pub fn double(self, number: &str) -> String {
        match self {
            DuckDb | Spark | Snowflake => format!("CAST({number} AS DOUBLE)"),
            PostgreSql => format!("CAST({number} AS DOUBLE PRECISION)"),
            BigQuery => format!("CAST({number} AS FLOAT64)"),
            ClickHouse => format!("toFloat64({number})"),
        }
    }

    /// A constant of 64 bits, to its last digit.
    #[cold]
    pub fn constant(self, number: f64) -> String {
        // The exponent makes it a floating point literal everywhere, and not a decimal one that is rounded to 38 digits.
        let literal = format!("{number:e}");
        match self {
            // A literal with an exponent is a decimal one there as long as it fits.
            Spark => format!("{literal}D"),
            _ => self.double(&literal),
        }
    }

    /// `2024-02-29` as a day. Ask first whether it is one.
    #[cold]
    pub fn day(self, text: &str) -> String {
        match self {
            ClickHouse => format!("toDate32OrNull({text})"),
            DuckDb => format!("TRY_CAST({text} AS DATE)"),
            BigQuery => format!("SAFE_CAST({text} AS DATE)"),
            Spark | Snowflake => format!("TRY_CAST({text} AS DATE)"),
            PostgreSql => format!("CAST({text} AS DATE)"),
        }
    }

    /// Days from one day to another.
    #[cold]
    pub fn days(self, from: &str, to: &str) -> String {
        match self {
            DuckDb => format!("date_diff('day', {from}, {to})"),
            Spark => format!("datediff({to}, {from})"),
            PostgreSql => format!("({to} - {from})"),
            BigQuery => format!("DATE_DIFF({to}, {from}, DAY)"),
            Snowflake => format!("DATEDIFF('day', {from}, {to})"),
            ClickHouse => format!("dateDiff('day', {from}, {to})"),
        }
    }

    /// Text that is compared byte by byte.
    #[cold]
    pub fn by_bytes(self, text: &str) -> String {
        match self {
            PostgreSql => format!("{text} COLLATE \"C\""),
            _ => text.to_owned(),
        }
    }

    /// Whether rows of constants can be written as `VALUES`. Elsewhere each is a `SELECT` of its own.
    #[cold]
    pub fn has_values(self) -> bool {
        !matches!(self, BigQuery | ClickHouse)
    }

    /// What stands behind a query: that rows without a match are empty and not zero.
    #[cold]
    pub fn ending(self) -> &'static str {
        match self {
            ClickHouse => "\nSETTINGS join_use_nulls = 1",
            _ => "",
        }
    }

    /// Characters of a text from place `from`, counted from 1.
    #[cold]
    pub fn piece(self, text: &str, from: u32, length: u32) -> String {
        format!("SUBSTR({text}, {from}, {length})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_and_no_text_ends_its_quote() {
        for dialect in Dialect::ALL {
            for hostile in [
                "amount\"; DROP TABLE x; --",
                "`; DROP TABLE x; --",
                "\\`; --",
                "\\",
                "it's",
                "\\'; --",
                "金额",
                "a\nb",
            ] {
                for (quoted, quote) in [
                    (dialect.name(hostile), dialect.name("x").chars().next().unwrap()),
                    (dialect.text(hostile), '\''),
                ] {
                    let inside = &quoted[1..quoted.len() - 1];
                    let escapes = match quote {
                        '\'' => !matches!(dialect, DuckDb | PostgreSql),
                        _ => matches!(dialect, BigQuery | ClickHouse),
                    };
                    // Walks the literal as the engine's own scanner does.
                    let mut rest = inside.chars();
                    while let Some(c) = rest.next() {
                        if escapes && c == '\\' {
                            assert!(rest.next().is_some(), "{dialect:?} {quoted}");
                        } else if c == quote {
                            assert!(!escapes && rest.next() == Some(quote), "{dialect:?} {quoted}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn plain_tables_stay_and_others_are_quoted() {
        assert_eq!(DuckDb.table("shop.orders"), "shop.orders");
        assert_eq!(DuckDb.table("orders; DROP TABLE x"), "\"orders; DROP TABLE x\"");
        assert_eq!(BigQuery.table("my-project.shop.orders"), "`my-project`.shop.orders");
        assert_eq!(Spark.table("订单"), "`订单`");
    }
}
