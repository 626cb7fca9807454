//! The seam to JavaScript: one [`Book`] in a Worker that lives for one sheet. Bindings only, no logic.
//!
//! Every method throws `{code, value?}`.

use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::error::{Code, Error};
use crate::{SheetView, Workbook};

#[wasm_bindgen(typescript_custom_section)]
const SHEET: &str = r#"
/** A sheet to choose from. */
export interface SheetView {
  name: string;
  hidden: boolean;
  /** Rows with something in them, as far as was looked. */
  rows: number;
  /** Whether there are more. */
  more: boolean;
  columns: number;
  /** Whether most of its rows have a date. */
  dated: boolean;
}
"#;

/// An open workbook.
#[wasm_bindgen]
pub struct Book {
    book: Workbook,
}

#[wasm_bindgen]
impl Book {
    /// Opens the bytes of a workbook.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>) -> Result<Book, JsValue> {
        Ok(Book { book: Workbook::open(bytes).map_err(thrown)? })
    }

    /// Its sheets.
    #[wasm_bindgen(unchecked_return_type = "SheetView[]")]
    pub fn sheets(&self) -> Array {
        self.book.sheets().iter().map(view).collect()
    }

    /// The place of the sheet that looks most like orders.
    pub fn choose(&self) -> Result<usize, JsValue> {
        self.book.choose(None).map_err(thrown)
    }

    /// Whether it is the only one that looks like them.
    pub fn is_sure(&self) -> bool {
        self.book.is_sure()
    }

    /// Gives a sheet as CSV in UTF-8 to `give`, piece by piece.
    pub fn convert(
        &mut self,
        sheet: usize,
        #[wasm_bindgen(unchecked_param_type = "(piece: Uint8Array) => void")] give: &Function,
    ) -> Result<(), JsValue> {
        let mut give = |piece: &[u8]| {
            let called = give.call1(&JsValue::NULL, &Uint8Array::from(piece));
            called.map(|_| ()).map_err(|_| Error::new(Code::WorkbookTooLarge))
        };
        self.book.convert(sheet, &mut give).map_err(thrown)
    }
}

fn view(sheet: &SheetView) -> Object {
    let look = &sheet.look;
    object(&[
        ("name", sheet.name.as_str().into()),
        ("hidden", sheet.hidden.into()),
        ("rows", look.rows.into()),
        ("more", look.more.into()),
        ("columns", look.columns.len().into()),
        ("dated", look.is_dated().into()),
    ])
}

fn thrown(error: Error) -> JsValue {
    let value = error.value.map_or(JsValue::UNDEFINED, JsValue::from);
    object(&[("code", error.code.id().into()), ("value", value)]).into()
}

fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // A plain object takes any field.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}
