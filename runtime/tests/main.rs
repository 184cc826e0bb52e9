//! Tests of the composed runtime: what no pallet can show alone.

mod common;
mod filters;
mod motions;
mod nesting;
mod pool;
mod presets;
mod shape;
