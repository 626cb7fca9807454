//! Value to segments: the same customers seen by several rules, each a partition of the buyers.

pub mod abc;
pub mod choose;
pub mod clustering;
pub mod eight_types;
pub mod features;
pub mod gate;
pub mod kmeans;
pub mod lifecycle;
pub mod named;
pub mod nes;
pub mod own;
pub mod rules;
pub mod templates;
