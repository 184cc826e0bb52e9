//! What an act on a title is judged by, beside the title.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

use crate::consent::Consenter;

/// The law on titles where it differs between countries: parameters of the register.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct TitleLaw {
	/// Whether a share that is sold to a third party is offered to the other owners first: each of
	/// them then has to waive.
	pub pre_emption_of_co_owners: bool,
}

/// What an act is judged by, beside the title: what the register has found before it acts.
#[derive(Debug)]
pub struct Circumstances<'a, Party, Day, Unit> {
	/// The unit that the title is of.
	pub unit: &'a Unit,
	/// The register's law on titles.
	pub law: &'a TitleLaw,
	/// The legal day of the act.
	pub today: Day,
	/// Whether a court, or the authority that the law names, has ordered the act: a judgment, a
	/// certificate of succession, an order of expropriation. It replaces the consents, but of a
	/// voluntary transfer, and passes every notice.
	pub court: bool,
	/// For whom the act is done: the notices of this party let it pass.
	pub acting_for: Option<&'a Party>,
	/// Who has consented to this very act.
	pub consents: &'a [Consenter<Party, Unit>],
	/// Whether the giver's consent was given by deed, not on the chain: marks the share.
	pub by_deed: bool,
}

impl<Party, Day: Clone, Unit> Clone for Circumstances<'_, Party, Day, Unit> {
	fn clone(&self) -> Self {
		Self { today: self.today.clone(), ..*self }
	}
}

impl<Party, Day: Copy, Unit> Copy for Circumstances<'_, Party, Day, Unit> {}
