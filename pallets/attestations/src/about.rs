//! What is attested of a schema about a subject that is public, and what other registers may take from
//! it.
//!
//! Of each issuer its last attestation is noted, and beside it the one that is valid until a renewal
//! begins. No issuer takes another's away.

use alloc::{collections::BTreeMap, vec::Vec};
use polity_accreditation::{SchemaId, Status};
use polity_primitives::{
	time::Instant,
	traits::{LegalClock, PartyAttestations},
	Commitment, Party,
};
use sp_core::H256;

use crate::{
	types::{IssuerId, NotedAttestation, NotedAttestations, Subject, MAX_ISSUERS_ABOUT},
	Config, LastAbout, Pallet,
};

/// When the last attestation of each issuer ends.
fn ends(noted: &[NotedAttestation]) -> BTreeMap<IssuerId, Instant> {
	let mut ends = BTreeMap::new();
	for NotedAttestation { issuer, until, .. } in noted {
		let end = ends.entry(*issuer).or_insert(*until);
		*end = (*until).max(*end);
	}
	ends
}

fn is_full(noted: &[NotedAttestation]) -> bool {
	u32::try_from(ends(noted).len()).map_or(true, |issuers| issuers >= MAX_ISSUERS_ABOUT)
}

impl<T: Config> Pallet<T> {
	/// Notes what was just issued, if there is room for its issuer.
	pub(crate) fn note_about(subject: Subject, schema: SchemaId, new: NotedAttestation) {
		let now = T::Clock::now();
		let (own, mut others): (Vec<_>, Vec<_>) = LastAbout::<T>::get(subject, schema)
			.into_iter()
			.partition(|noted| noted.issuer == new.issuer);
		if own.is_empty() && is_full(&others) {
			others.retain(|noted| Self::can_count(noted, now));
		}
		if own.is_empty() && is_full(&others) {
			let first = ends(&others).into_iter().min_by_key(|(_, until)| *until);
			match first {
				Some((issuer, until)) if until < new.until => {
					others.retain(|noted| noted.issuer != issuer);
				},
				_ => return,
			}
		}
		// What has begun stays beside what begins later, and the other way round.
		let beside = own
			.into_iter()
			.filter(|noted| noted.until > now && (noted.from > now) != (new.from > now))
			.max_by_key(|noted| (Self::counts(noted, now), noted.until));
		others.extend(beside);
		others.push(new);
		LastAbout::<T>::insert(subject, schema, NotedAttestations::truncate_from(others));
	}

	/// Whether an attestation counts at an instant. That its schema has another version since then takes
	/// nothing away: what was attested by the earlier one is valid for as long as it says.
	fn counts(noted: &NotedAttestation, at: Instant) -> bool {
		// What is noted tells the most without a look at anything else.
		noted.from <= at
			&& at < noted.until
			&& matches!(
				Self::worth_of(noted.anchor, at),
				Some(Status::Valid | Status::SchemaSuperseded)
			)
	}

	/// Whether an attestation counts, or can again: what begins later, and what is suspended.
	fn can_count(noted: &NotedAttestation, now: Instant) -> bool {
		now < noted.until
			&& matches!(
				Self::worth_of(noted.anchor, now.max(noted.from)),
				Some(Status::Valid | Status::SchemaSuperseded | Status::Suspended)
			)
	}

	fn worth_of(anchor: H256, at: Instant) -> Option<Status> {
		let commitment = Commitment::new(anchor.0).ok()?;
		Self::read_status_at(&commitment, at).ok()
	}
}

/// What registers ask that demand an attestation of who applies: one that counts is enough, whoever has
/// issued it.
impl<T: Config> PartyAttestations for Pallet<T> {
	fn is_attested(party: &Party, schema: u32) -> bool {
		let now = T::Clock::now();
		Subject::try_from(party).is_ok_and(|subject| {
			LastAbout::<T>::get(subject, SchemaId(schema))
				.iter()
				.any(|noted| Self::counts(noted, now))
		})
	}
}
