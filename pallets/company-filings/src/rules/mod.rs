//! The rules of the register as plain functions: what is owed and when ([`duties`]), and what can be
//! stated of beneficial owners ([`owners`]). They read no storage and no clock of their own.

pub mod duties;
pub mod owners;
