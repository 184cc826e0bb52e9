//! Tests by call, and of what holds over all of them.

mod claim;
mod decide;
mod erasures;
mod gain;
mod guardians;
mod linkage;
mod lookups;
mod prepare;
mod properties;
mod rotate_controller;
mod try_state;
mod withdraw;
