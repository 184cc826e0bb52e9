//! The runtime under the next version number, compiled to WebAssembly by this crate's build script:
//! what the rehearsal of an upgrade upgrades to. There is nothing native in it.
//!
//! Its sessions last half a minute instead of ten, so that the networks of the tests see authorities
//! join, leave and change their keys.

#![no_std]
