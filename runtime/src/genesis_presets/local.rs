//! `development` and `local`: networks whose keys everybody knows.

use alloc::{format, vec, vec::Vec};
use frame_support::build_struct_json_patch;
use polity_primitives::{
	time::Instant, traits::NewMinistry, AccountId, CompetenceKind, District, MinistryId,
	ParcelNumber, Power, Register, Signatory, Tag,
};
use serde_json::Value;
use sp_io::hashing::blake2_256;
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

use pallet_land_cadastre::types::{CadastreLaw, GenesisParcel};
use pallet_land_register::types::GenesisUnit;
use pallet_mandates::{GenesisCompetence, GenesisMandate};
use polity_geometry::{AreaTolerance, BoundingBox, CoordinateSystem, Point};

use super::well_known::{self, WellKnown};
use crate::{
	constants::MAX_MANDATE_TERM_MILLIS, IdentityConfig, LandCadastreConfig, LandRegisterConfig,
	MandatesConfig, MinistriesConfig, RuntimeGenesisConfig, SessionConfig, SessionKeys,
};

/// 1 January 2026, 00:00 UTC: when the mandates begin. Genesis has no clock, and a network of the
/// preset may be started on any later day, so that the day is fixed and lies in the past.
const MANDATES_BEGIN_MILLIS: u64 = 1_767_225_600_000;
const MANDATES_BEGIN: Instant = Instant::from_millis(MANDATES_BEGIN_MILLIS);
/// When they end: as late as the longest term admits, 31 December 2030. A network that is to live
/// longer grants them again, as a real one does; for one that is started later, both days are moved.
const MANDATES_END: Instant =
	Instant::from_millis(MANDATES_BEGIN_MILLIS.saturating_add(MAX_MANDATE_TERM_MILLIS));
/// 1 January 2020 and 2021: the term of the officer whose mandate has expired.
const FORMER_TERM: (Instant, Instant) =
	(Instant::from_millis(1_577_836_800_000), Instant::from_millis(1_609_459_200_000));

/// A ministry of the preset.
struct Ministry {
	name: &'static str,
	seat: [WellKnown; 2],
	node: WellKnown,
	/// Whose session keys its node has: the SDK's shortcuts `--alice` and so on insert them.
	session: (Sr25519Keyring, Ed25519Keyring),
}

const INTERIOR: Ministry = Ministry {
	name: "Interior",
	seat: [well_known::INTERIOR_SEAT_1, well_known::INTERIOR_SEAT_2],
	node: well_known::INTERIOR_NODE,
	session: (Sr25519Keyring::Alice, Ed25519Keyring::Alice),
};
const JUSTICE: Ministry = Ministry {
	name: "Justice",
	seat: [well_known::JUSTICE_SEAT_1, well_known::JUSTICE_SEAT_2],
	node: well_known::JUSTICE_NODE,
	session: (Sr25519Keyring::Bob, Ed25519Keyring::Bob),
};
const LANDS: Ministry = Ministry {
	name: "Lands",
	seat: [well_known::LANDS_SEAT_1, well_known::LANDS_SEAT_2],
	node: well_known::LANDS_NODE,
	session: (Sr25519Keyring::Charlie, Ed25519Keyring::Charlie),
};
const ECONOMY: Ministry = Ministry {
	name: "Economy",
	seat: [well_known::ECONOMY_SEAT_1, well_known::ECONOMY_SEAT_2],
	node: well_known::ECONOMY_NODE,
	session: (Sr25519Keyring::Dave, Ed25519Keyring::Dave),
};

/// Which ministry is competent for what.
const COMPETENCES: [(Register, CompetenceKind, &str); 13] = [
	(Register::Identity, CompetenceKind::Keeper, "Interior"),
	(Register::Identity, CompetenceKind::Court, "Justice"),
	(Register::Business, CompetenceKind::Keeper, "Economy"),
	(Register::Business, CompetenceKind::Court, "Justice"),
	(Register::Land, CompetenceKind::Keeper, "Lands"),
	(Register::Land, CompetenceKind::Court, "Justice"),
	(Register::Land, CompetenceKind::Notary, "Justice"),
	(Register::Land, CompetenceKind::Surveyor, "Lands"),
	(Register::Permits, CompetenceKind::Keeper, "Economy"),
	(Register::Permits, CompetenceKind::Court, "Justice"),
	(Register::Attestations, CompetenceKind::Keeper, "Interior"),
	(Register::Attestations, CompetenceKind::Accreditor, "Interior"),
	(Register::Attestations, CompetenceKind::Court, "Justice"),
];

/// An officer of the preset: the account, the person behind it, and what it may do.
struct Officer {
	account: WellKnown,
	/// The account by which the person is known, where the officer has a second key.
	person: WellKnown,
	ministry: &'static str,
	register: Register,
	powers: &'static [Power],
	term: (Instant, Instant),
}

const fn officer(
	account: WellKnown,
	ministry: &'static str,
	register: Register,
	powers: &'static [Power],
) -> Officer {
	let term = (MANDATES_BEGIN, MANDATES_END);
	Officer { account, person: account, ministry, register, powers, term }
}

const OFFICERS: [Officer; 28] = [
	officer(well_known::INTERIOR_EXAMINER, "Interior", Register::Identity, &[Power::Examine]),
	officer(well_known::INTERIOR_REGISTRAR, "Interior", Register::Identity, &[Power::Decide]),
	officer(well_known::JUSTICE_JUDGE_1, "Justice", Register::Identity, &[Power::FreezeAsCourt]),
	officer(well_known::JUSTICE_JUDGE_1, "Justice", Register::Business, &[Power::FreezeAsCourt]),
	officer(well_known::JUSTICE_JUDGE_2, "Justice", Register::Identity, &[Power::FreezeAsCourt]),
	officer(well_known::JUSTICE_JUDGE_2, "Justice", Register::Business, &[Power::FreezeAsCourt]),
	officer(well_known::JUSTICE_JUDGE_1, "Justice", Register::Land, &[Power::FreezeAsCourt]),
	officer(well_known::JUSTICE_JUDGE_2, "Justice", Register::Land, &[Power::FreezeAsCourt]),
	officer(well_known::JUSTICE_NOTARY, "Justice", Register::Land, &[Power::Notarise]),
	officer(well_known::LANDS_EXAMINER, "Lands", Register::Land, &[Power::Examine]),
	officer(well_known::LANDS_REGISTRAR, "Lands", Register::Land, &[Power::Examine, Power::Decide]),
	officer(well_known::LANDS_RECORDER, "Lands", Register::Land, &[Power::RecordExisting]),
	officer(well_known::LANDS_SURVEYOR, "Lands", Register::Land, &[Power::Survey]),
	officer(well_known::ECONOMY_EXAMINER, "Economy", Register::Business, &[Power::Examine]),
	Officer {
		account: well_known::ECONOMY_EXAMINER_SECOND_KEY,
		person: well_known::ECONOMY_EXAMINER,
		ministry: "Economy",
		register: Register::Business,
		powers: &[Power::Decide],
		term: (MANDATES_BEGIN, MANDATES_END),
	},
	officer(
		well_known::ECONOMY_REGISTRAR,
		"Economy",
		Register::Business,
		&[Power::Examine, Power::Decide],
	),
	officer(well_known::ECONOMY_RECORDER, "Economy", Register::Business, &[Power::RecordExisting]),
	officer(well_known::ECONOMY_CLERK, "Economy", Register::Business, &[Power::Examine]),
	officer(
		well_known::ECONOMY_PERMITS_EXAMINER,
		"Economy",
		Register::Permits,
		&[Power::Examine, Power::Decide],
	),
	officer(
		well_known::ECONOMY_PERMITS_REGISTRAR,
		"Economy",
		Register::Permits,
		&[Power::Examine, Power::Decide],
	),
	officer(
		well_known::ECONOMY_PERMITS_RECORDER,
		"Economy",
		Register::Permits,
		&[Power::RecordExisting],
	),
	officer(well_known::JUSTICE_JUDGE_1, "Justice", Register::Permits, &[Power::FreezeAsCourt]),
	officer(well_known::JUSTICE_JUDGE_2, "Justice", Register::Permits, &[Power::FreezeAsCourt]),
	officer(
		well_known::INTERIOR_ACCREDITOR_1,
		"Interior",
		Register::Attestations,
		&[Power::Accredit, Power::Examine],
	),
	officer(
		well_known::INTERIOR_ACCREDITOR_2,
		"Interior",
		Register::Attestations,
		&[Power::Accredit, Power::Decide],
	),
	officer(
		well_known::JUSTICE_JUDGE_1,
		"Justice",
		Register::Attestations,
		&[Power::FreezeAsCourt],
	),
	officer(
		well_known::JUSTICE_JUDGE_2,
		"Justice",
		Register::Attestations,
		&[Power::FreezeAsCourt],
	),
	Officer {
		account: well_known::ECONOMY_FORMER,
		person: well_known::ECONOMY_FORMER,
		ministry: "Economy",
		register: Register::Business,
		powers: &[Power::Examine],
		term: FORMER_TERM,
	},
];

/// Who owns each of the plots that the network begins with, in equal parts.
const PLOTS: [&[WellKnown]; 4] = [
	&[well_known::CITIZEN_1],
	&[well_known::CITIZEN_2],
	&[well_known::CITIZEN_1, well_known::CITIZEN_2],
	&[well_known::CITIZEN_3],
];
/// The lower left corner of the first plot, in 1e-7 degrees; the others follow to the east.
const PLOTS_BEGIN: (i64, i64) = (100_000_000, 500_000_000);
/// How wide and high each is, in 1e-7 degrees, and what it measures there: some 22 by 14 m.
const PLOT_SIDE: i64 = 2_000;
const PLOT_AREA: u64 = 318;

/// The ground of the network: a row of plots.
fn parcels() -> Vec<GenesisParcel> {
	let (begin, south) = PLOTS_BEGIN;
	let north = south.saturating_add(PLOT_SIDE);
	let plot = |place: i64| {
		let west = begin.saturating_add(PLOT_SIDE.saturating_mul(place));
		let east = west.saturating_add(PLOT_SIDE);
		let reference = format!("PLOT{}", place.saturating_add(1));
		let outer = vec![[west, south], [east, south], [east, north], [west, north]];
		GenesisParcel { reference, outer, registered_area: PLOT_AREA }
	};
	(0i64..).zip(PLOTS).map(|(place, _)| plot(place)).collect()
}

/// The units of the network: each plot by itself.
fn units() -> Vec<GenesisUnit> {
	let units = (ParcelNumber::FIRST_SERIAL..).zip(PLOTS).filter_map(|(serial, owners)| {
		let shares = owners.iter().filter_map(|owner| Some((tag_of(owner, Register::Land)?, 1)));
		let parcel = ParcelNumber::from_serial(serial).ok()?;
		Some(GenesisUnit { parcels: vec![parcel], owners: shares.collect() })
	});
	units.collect()
}

const CITIZENS: [WellKnown; 3] =
	[well_known::CITIZEN_1, well_known::CITIZEN_2, well_known::CITIZEN_3];

/// The law of the preset's cadastre: longitude and latitude, and the whole Earth as its territory, so
/// that any cadastre can be tried out.
const CADASTRE_LAW: CadastreLaw = CadastreLaw {
	system: CoordinateSystem::Degrees,
	tolerance: AreaTolerance { square_metres: 10, per_mille: 50 },
	territory: BoundingBox {
		min: Point::new(-1_800_000_000, -900_000_000),
		max: Point::new(1_800_000_000, 900_000_000),
	},
};

/// The tag of a well-known person in a register. A real one is computed off the chain, with a secret
/// of the register; here there is nobody to protect.
pub(crate) fn tag_of(person: &WellKnown, register: Register) -> Option<Tag> {
	use codec::Encode;

	Tag::new(blake2_256(&("polity/well-known-person", register, person.path).encode())).ok()
}

fn signatory(account: &WellKnown, person: &WellKnown) -> Option<Signatory<AccountId>> {
	let person = tag_of(person, Register::PublicOffice)?;
	Some(Signatory { account: account.account(), person })
}

fn seat(ministry: &Ministry) -> Vec<Signatory<AccountId>> {
	ministry.seat.iter().filter_map(|key| signatory(key, key)).collect()
}

/// The state of a network of these ministries. What the preset gives to a ministry that is not among
/// them is the first one's.
fn network(ministries: &[Ministry], floor: u32) -> Value {
	let position = |name: &str| {
		ministries.iter().position(|ministry| ministry.name == name).unwrap_or_default()
	};
	let id = |name: &str| {
		MinistryId(u16::try_from(position(name).saturating_add(1)).unwrap_or(u16::MAX))
	};
	let seats = ministries.iter().flat_map(|ministry| ministry.seat.iter());
	let mut officials: Vec<&WellKnown> =
		seats.chain(OFFICERS.iter().map(|officer| &officer.person)).collect();
	officials.sort_by_key(|person| person.path);
	officials.dedup_by_key(|person| person.path);
	let officials = officials.into_iter().filter_map(|person| {
		Some((Register::PublicOffice, tag_of(person, Register::PublicOffice)?, None))
	});
	let registers = [Register::Business, Register::Land, Register::Permits];
	let citizens = registers.into_iter().flat_map(|register| {
		CITIZENS.iter().filter_map(move |citizen| {
			Some((register, tag_of(citizen, register)?, Some(citizen.account())))
		})
	});
	build_struct_json_patch!(RuntimeGenesisConfig {
		identity: IdentityConfig { persons: officials.chain(citizens).collect::<Vec<_>>() },
		ministries: MinistriesConfig {
			ministries: ministries
				.iter()
				.map(|ministry| NewMinistry {
					name: ministry.name.as_bytes().to_vec().try_into().unwrap_or_default(),
					seat: seat(ministry).try_into().unwrap_or_default(),
					threshold: 2,
					node: Some(ministry.node.account()),
				})
				.collect::<Vec<_>>(),
			floor,
			minimum_seat_keys: 2,
			absence_rule: None,
		},
		mandates: MandatesConfig {
			competences: COMPETENCES
				.iter()
				.map(|(register, kind, ministry)| GenesisCompetence {
					register: *register,
					district: District::NATIONAL,
					kind: *kind,
					ministry: id(ministry),
				})
				.collect::<Vec<_>>(),
			mandates: OFFICERS
				.iter()
				.filter_map(|officer| {
					let granted_by =
						seat(ministries.get(position(officer.ministry))?).try_into().ok()?;
					Some(GenesisMandate {
						ministry: id(officer.ministry),
						officer: signatory(&officer.account, &officer.person)?,
						register: officer.register,
						powers: officer.powers.to_vec().try_into().ok()?,
						district: District::NATIONAL,
						not_before: officer.term.0,
						not_after: officer.term.1,
						granted_by,
					})
				})
				.collect::<Vec<_>>(),
		},
		land_cadastre: LandCadastreConfig { law: Some(CADASTRE_LAW), parcels: parcels() },
		land_register: LandRegisterConfig { pre_emption_of_co_owners: true, units: units() },
		session: SessionConfig {
			keys: ministries
				.iter()
				.map(|ministry| {
					let (aura, grandpa) = ministry.session;
					(
						ministry.node.account(),
						ministry.node.account(),
						SessionKeys {
							aura: aura.public().into(),
							grandpa: grandpa.public().into(),
						},
					)
				})
				.collect::<Vec<_>>(),
		},
	})
}

/// One ministry with one authority, which is competent for everything.
pub(super) fn development() -> Value {
	network(&[INTERIOR], 1)
}

/// Four ministries with an authority each; three must stay.
pub(super) fn local() -> Value {
	network(&[INTERIOR, JUSTICE, LANDS, ECONOMY], 3)
}
