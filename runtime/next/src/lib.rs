//! The runtime under the next version number, compiled to WebAssembly by this crate's build script:
//! what the rehearsal of an upgrade upgrades to. There is nothing native in it.

#![no_std]
