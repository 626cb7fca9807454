//! Why a workbook gives no table: a code with its parameter, never a sentence.

use std::fmt;

/// What is wrong, as a stable kebab-case identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// The bytes are none of the formats read here. Whoever asked knows a better word for what they are.
    NotAWorkbook,
    /// The workbook asks for a password.
    WorkbookEncrypted,
    /// The file is cut short or altered. `value` says what was met, for whoever mends the program.
    WorkbookDamaged,
    /// More than the limits of [`crate::guard`] allow. `value` is the limit in bytes.
    WorkbookTooLarge,
    /// No sheet has a filled cell.
    WorkbookEmpty,
    /// There is no sheet of the name in `value`.
    UnknownSheet,
}

impl Code {
    /// The identifier.
    pub fn id(self) -> &'static str {
        match self {
            Code::NotAWorkbook => "not-a-workbook",
            Code::WorkbookEncrypted => "workbook-encrypted",
            Code::WorkbookDamaged => "workbook-damaged",
            Code::WorkbookTooLarge => "workbook-too-large",
            Code::WorkbookEmpty => "workbook-empty",
            Code::UnknownSheet => "unknown-sheet",
        }
    }
}

/// A workbook that gives no table: what, and the value concerned.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Error {
    /// What is wrong.
    pub code: Code,
    /// The value concerned.
    pub value: Option<String>,
}

/// The result of anything that can be stopped by an [`Error`].
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error without a value.
    pub fn new(code: Code) -> Self {
        Error { code, value: None }
    }

    /// Adds the value concerned.
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    pub(crate) fn damaged(what: impl fmt::Display) -> Self {
        Error::new(Code::WorkbookDamaged).value(what.to_string())
    }
}

impl fmt::Display for Error {
    /// For logs and for the command line: the sentence in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = self.value.as_deref().unwrap_or("?");
        let met = self.value.as_ref().map_or_else(String::new, |value| format!(" ({value})"));
        match self.code {
            Code::NotAWorkbook => write!(f, "This is no workbook. Export the orders as CSV."),
            Code::WorkbookEncrypted => write!(
                f,
                "The workbook is protected by a password. Open it, save the sheet as CSV UTF-8, and use that file."
            ),
            Code::WorkbookDamaged => write!(
                f,
                "The workbook can't be opened: it is damaged{met}. Open it in Excel, save the sheet as CSV UTF-8, and use that file."
            ),
            Code::WorkbookTooLarge => write!(
                f,
                "The workbook holds more than can be unpacked at once ({value} bytes). Save the sheet as CSV UTF-8: a text file may be of any size."
            ),
            Code::WorkbookEmpty => write!(f, "No sheet of the workbook has a filled cell."),
            Code::UnknownSheet => write!(f, "The workbook has no sheet named {value}."),
        }
    }
}

impl From<zip::result::ZipError> for Error {
    fn from(error: zip::result::ZipError) -> Self {
        use zip::result::ZipError::{InvalidPassword, UnsupportedArchive};
        match error {
            InvalidPassword => Error::new(Code::WorkbookEncrypted),
            UnsupportedArchive(what) if what == zip::result::ZipError::PASSWORD_REQUIRED => {
                Error::new(Code::WorkbookEncrypted)
            }
            other => Error::damaged(other),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Error::damaged(error)
    }
}

impl From<calamine::XlsxError> for Error {
    fn from(error: calamine::XlsxError) -> Self {
        match error {
            calamine::XlsxError::Password => Error::new(Code::WorkbookEncrypted),
            other => Error::damaged(other),
        }
    }
}

impl From<calamine::XlsbError> for Error {
    fn from(error: calamine::XlsbError) -> Self {
        match error {
            calamine::XlsbError::Password => Error::new(Code::WorkbookEncrypted),
            other => Error::damaged(other),
        }
    }
}

impl From<calamine::XlsError> for Error {
    fn from(error: calamine::XlsError) -> Self {
        match error {
            calamine::XlsError::Password => Error::new(Code::WorkbookEncrypted),
            other => Error::damaged(other),
        }
    }
}

impl From<calamine::OdsError> for Error {
    fn from(error: calamine::OdsError) -> Self {
        match error {
            calamine::OdsError::Password => Error::new(Code::WorkbookEncrypted),
            other => Error::damaged(other),
        }
    }
}
