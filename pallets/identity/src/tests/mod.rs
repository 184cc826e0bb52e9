//! Tests by call, and of what holds over all of them.

mod decide;
mod linkage;
mod lookups;
mod prepare;
mod properties;
mod rotate_controller;
mod try_state;
mod withdraw;
