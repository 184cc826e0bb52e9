//! Tests of the composed runtime: what no pallet can show alone.

mod arguments;
mod attendance;
mod claims;
mod common;
mod equivocation;
mod filters;
mod motions;
mod nesting;
mod operations;
mod origins;
mod permits;
mod pool;
mod presets;
mod shape;
mod silence;
