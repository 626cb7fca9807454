//! A query as named steps, one after another: `WITH a AS (…), b AS (…) SELECT …`.

use super::dialect::Dialect;

/// One `SELECT`.
#[derive(Clone, Debug, Default)]
pub struct Select {
    columns: Vec<String>,
    from: String,
    filter: Vec<String>,
    group: String,
    order: String,
}

impl Select {
    /// Everything that is selected comes from here.
    #[cold]
    pub fn from(from: impl Into<String>) -> Select {
        Select { from: from.into(), ..Select::default() }
    }

    /// Adds a column under its own name.
    #[cold]
    pub fn keep(mut self, columns: &[&str]) -> Select {
        self.columns.extend(columns.iter().map(|column| (*column).to_owned()));
        self
    }

    /// Adds an expression under a name of ours.
    #[cold]
    pub fn with(mut self, name: &str, expression: impl AsRef<str>) -> Select {
        self.columns.push(format!("{} AS {name}", expression.as_ref()));
        self
    }

    /// Keeps the rows of which this is true.
    #[cold]
    pub fn only(mut self, condition: impl Into<String>) -> Select {
        self.filter.push(condition.into());
        self
    }

    /// One row for each of these.
    #[cold]
    pub fn each(mut self, columns: &str) -> Select {
        self.group = columns.into();
        self
    }

    /// In this order.
    #[cold]
    pub fn by(mut self, columns: impl Into<String>) -> Select {
        self.order = columns.into();
        self
    }

    /// The text, indented by `indent`.
    #[cold]
    fn write(&self, indent: &str) -> String {
        let mut out = format!("{indent}SELECT\n{indent}  {}", self.columns.join(&format!(",\n{indent}  ")));
        out.push_str(&format!("\n{indent}FROM {}", self.from));
        if !self.filter.is_empty() {
            out.push_str(&format!("\n{indent}WHERE {}", self.filter.join(&format!("\n{indent}  AND "))));
        }
        if !self.group.is_empty() {
            out.push_str(&format!("\n{indent}GROUP BY {}", self.group));
        }
        if !self.order.is_empty() {
            out.push_str(&format!("\n{indent}ORDER BY {}", self.order));
        }
        out
    }
}

/// Steps, each of which may read those before it.
#[derive(Clone, Debug, Default)]
pub struct Steps(Vec<(String, &'static str, String)>);

impl Steps {
    /// Adds a step. `note` says in a line what it is.
    #[cold]
    pub fn step(&mut self, name: &str, note: &'static str, select: Select) {
        self.0.push((name.into(), note, select.write("  ")));
    }

    /// Adds a step of several parts, one below the other.
    #[cold]
    pub fn union(&mut self, name: &str, note: &'static str, parts: &[Select]) {
        let parts: Vec<String> = parts.iter().map(|part| part.write("  ")).collect();
        self.0.push((name.into(), note, parts.join("\n  UNION ALL\n")));
    }

    /// Adds a step of constants: rows of the same width under these names.
    #[cold]
    pub fn constants(
        &mut self,
        name: &str,
        note: &'static str,
        dialect: Dialect,
        columns: &[&str],
        rows: &[Vec<String>],
    ) {
        let body = if dialect.has_values() {
            let rows: Vec<String> = rows.iter().map(|row| format!("    ({})", row.join(", "))).collect();
            let rows = rows.join(",\n");
            format!("  SELECT * FROM (VALUES\n{rows}\n  ) AS vt_constants ({})", columns.join(", "))
        } else {
            let row = |row: &Vec<String>| {
                let cells = row.iter().zip(columns).map(|(cell, column)| format!("{cell} AS {column}"));
                format!("  SELECT {}", cells.collect::<Vec<_>>().join(", "))
            };
            rows.iter().map(row).collect::<Vec<_>>().join(" UNION ALL\n")
        };
        self.0.push((name.into(), note, body));
    }

    /// The query that ends in `last`.
    #[cold]
    pub fn query(&self, dialect: Dialect, last: &Select) -> String {
        let steps: Vec<String> =
            self.0.iter().map(|(name, note, body)| format!("-- {note}\n{name} AS (\n{body}\n)")).collect();
        let with = if steps.is_empty() { String::new() } else { format!("WITH\n{}\n", steps.join(",\n")) };
        format!("{with}{}{};\n", last.write(""), dialect.ending())
    }
}
