//! Who has to consent to an act, and to what exactly.
//!
//! Whoever gives something up has consented to the hash of the act, the *matter*: a person by its
//! signature, a ministry by that of its seat, a company by a resolution of those who may bind it. What
//! the company resolves on it vouches for: that the board consents to a transfer, and that the holders'
//! right of pre-emption was used or has lapsed, or that its meeting has withdrawn it.

use codec::Encode;
use polity_primitives::{ids::ProposalId, CompanyNumber, Hash, Party};
use sp_io::hashing::blake2_256;

use crate::types::{Authority, Consenter, Consenters, ShareAct, SharesTaken};

/// What the preimage of every matter begins with.
pub const MATTER_DOMAIN: &[u8] = b"polity/share-act/1";

/// What is consented to, and nothing else: this act, as it was prepared, on this version of the record. `blake2_256("polity/share-act/1" ‖ SCALE((proposal, company, version, act)))`.
pub fn matter_of(
	proposal: ProposalId,
	company: CompanyNumber,
	version: u32,
	share_act: &ShareAct,
) -> Hash {
	let mut preimage = MATTER_DOMAIN.to_vec();
	(proposal, company, version).encode_to(&mut preimage);
	share_act.encode_to(&mut preimage);
	Hash::from(blake2_256(&preimage))
}

/// What of the record decides who is asked.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Facts {
	/// Shares of the class pass with the board's consent only.
	pub needs_board: bool,
	/// The holders have a right of pre-emption.
	pub has_pre_emption: bool,
	/// Something is owed on the shares that somebody takes.
	pub passes_debt: bool,
	/// Who the pledge is between that the act takes shares of, or releases: the holder and the
	/// pledgee.
	pub pledge: Option<(Party, Party)>,
}

/// A party that would have to consent, and cannot do so on the chain.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct CannotConsent;

/// As whom a party consents.
///
/// # Errors
/// [`CannotConsent`] for a party that has no account in this register.
pub fn consenter(party: &Party) -> Result<Consenter, CannotConsent> {
	match party {
		Party::Person(tag) => Ok(Consenter::Person(*tag)),
		Party::Company(number) => Ok(Consenter::Company(*number)),
		Party::State(ministry) => Ok(Consenter::State(*ministry)),
		Party::PublicBody(_)
		| Party::Group(_)
		| Party::Unit(_)
		| Party::Foreign(_)
		| Party::Unknown => Err(CannotConsent),
	}
}

/// Everybody who has to consent to an act on a company's shares, each once.
///
/// | act | holder | pledgee | who takes a debt | the company |
/// |---|---|---|---|---|
/// | open, authorise, pay, treasury, rescale, record date, adopt | | | | yes |
/// | allot | | | yes | yes |
/// | transfer | yes | of pledged shares | yes | where the class needs the board, or has pre-emption |
/// | pledge | yes | | | |
/// | release | | yes | | |
/// | buy back, cancel | yes | | | yes |
/// | convert | yes | of pledged shares | | yes |
/// | succeed, freeze, lift a freeze | | | | |
///
/// A court asks nobody.
///
/// # Errors
/// [`CannotConsent`] if one of them is no person, company or ministry.
pub fn consenters(
	share_act: &ShareAct,
	authority: Authority,
	company: CompanyNumber,
	facts: &Facts,
) -> Result<Consenters, CannotConsent> {
	let mut asked = Consenters::new();
	if authority == Authority::Court {
		return Ok(asked);
	}
	let mut ask = |party: &Party| {
		let consenter = consenter(party)?;
		if asked.contains(&consenter) {
			return Ok(());
		}
		asked.try_push(consenter).map_err(|_| CannotConsent)
	};
	let issuer = Party::Company(company);
	let pledgee = facts.pledge.as_ref().map(|(_, pledgee)| pledgee);
	match share_act {
		ShareAct::OpenClass { .. }
		| ShareAct::Authorise { .. }
		| ShareAct::Pay { .. }
		| ShareAct::SellTreasury { .. }
		| ShareAct::CancelTreasury { .. }
		| ShareAct::Rescale { .. }
		| ShareAct::RecordDate { .. }
		| ShareAct::Adopt { .. } => ask(&issuer)?,
		ShareAct::Allot { to, .. } => {
			ask(&issuer)?;
			if facts.passes_debt {
				ask(to)?;
			}
		},
		ShareAct::Transfer { from, to, taken, .. } => {
			ask(from)?;
			if let (SharesTaken::Pledged { .. }, Some(pledgee)) = (taken, pledgee) {
				ask(pledgee)?;
			}
			if facts.passes_debt {
				ask(to)?;
			}
			if facts.needs_board || facts.has_pre_emption {
				ask(&issuer)?;
			}
		},
		ShareAct::Succeed { .. } | ShareAct::Freeze { .. } | ShareAct::LiftFreeze { .. } => {},
		ShareAct::Pledge { holder, .. } => ask(holder)?,
		ShareAct::Release { .. } => {
			if let Some(pledgee) = pledgee {
				ask(pledgee)?;
			}
		},
		ShareAct::BuyBack { holder, .. } | ShareAct::Cancel { holder, .. } => {
			ask(holder)?;
			ask(&issuer)?;
		},
		ShareAct::Convert { holder, taken, .. } => {
			ask(holder)?;
			if let (SharesTaken::Pledged { .. }, Some(pledgee)) = (taken, pledgee) {
				ask(pledgee)?;
			}
			ask(&issuer)?;
		},
	}
	Ok(asked)
}
