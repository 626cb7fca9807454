//! How the documents that are computed on demand are declared, in one place.

/// Declares structs of a document: serialisable, and TypeScript interfaces in the browser. Who uses it brings `serde::Serialize`.
macro_rules! document {
    ($($item:item)*) => { $(
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        $item
    )* };
}
pub(crate) use document;
