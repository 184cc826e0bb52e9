//! Migrations of the state, in one place.

/// Those that the next release runs in the block of the upgrade.
pub type Unreleased = ();
/// Those that every release runs.
pub type Permanent = ();
/// All that the block of an upgrade runs.
pub type SingleBlock = (Unreleased, Permanent);
