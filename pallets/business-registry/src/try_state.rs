//! What holds of the register's state at any time. Run on live state by try-runtime, and after
//! every test.

use alloc::vec::Vec;
use frame_support::ensure;
use polity_primitives::{
	ids::{ApplicationId, CampaignId, ProposalId, ReservationId},
	record::chain_holds,
	CompanyNumber,
};
use sp_runtime::TryRuntimeError;

use crate::{
	bases::{Matter, CORRECTION},
	name::search_key,
	status::Status,
	types::{
		ordered, ApplicationState, Company, CompanyChange, CompanyEntry, Correction,
		CorrectionReason, NameHolder, Recommendation, ReservationState, RowOutcome, WorkState,
	},
	ApplicationEntries, ApplicationHeads, Applications, ApplicationsOf, BySourceNumber,
	CampaignEntries, CampaignHeads, Campaigns, Companies, CompanyEntries, CompanyHeads, Config,
	LastApplication, LastCampaign, LastProposal, LastReservation, LawEntries, LawHeads,
	LawProposals, Laws, Leis, Names, Namesakes, NextCompanySerial, Pallet, Proposals,
	ReservationEntries, ReservationHeads, Reservations, Rows, WorkLists,
};

/// Checks everything.
pub fn do_try_state<T: Config>() -> Result<(), TryRuntimeError> {
	laws::<T>()?;
	companies::<T>()?;
	successors::<T>()?;
	name_holders::<T>()?;
	leis::<T>()?;
	reservations::<T>()?;
	applications::<T>()?;
	proposals::<T>()?;
	campaigns::<T>()?;
	work_lists::<T>()
}

/// The laws can be such, stand in their order, and have a chain of entries that ends with the last; its
/// proposals were counted.
fn laws<T: Config>() -> Result<(), TryRuntimeError> {
	let laws = Laws::<T>::get();
	ensure!(laws.iter().all(|in_force| in_force.law.is_consistent()), "a law cannot be one");
	let later = laws.iter().skip(1);
	ensure!(
		laws.iter().zip(later).all(|(one, next)| one.since <= next.since),
		"the laws are out of order"
	);
	for (kind, head) in LawHeads::<T>::iter() {
		let entries: Vec<_> =
			(1..=head.seq).filter_map(|seq| LawEntries::<T>::get(kind, seq)).collect();
		ensure!(chain_holds(&head, entries.iter()), "the law's chain of entries is broken");
		let last = entries.last().map(|entry| &entry.body.law);
		ensure!(
			last == laws.last().map(|in_force| &in_force.law),
			"the law is not the one of its last entry"
		);
	}
	for id in LawProposals::<T>::iter_keys() {
		ensure!(id <= LastProposal::<T>::get(), "a proposal of a law was never counted");
		ensure!(!Proposals::<T>::contains_key(id), "two proposals have one number");
	}
	Ok(())
}

/// Every company is numbered without a gap, has a chain of entries that holds, and is found by its
/// name: as the holder, as the protected one, or as a namesake.
fn companies<T: Config>() -> Result<(), TryRuntimeError> {
	let count = u64::try_from(Companies::<T>::iter_keys().count()).unwrap_or(u64::MAX);
	ensure!(
		NextCompanySerial::<T>::get() == CompanyNumber::FIRST_SERIAL.saturating_add(count),
		"the companies are not numbered without a gap"
	);
	for (number, company) in Companies::<T>::iter() {
		ensure!(company.number == number, "a company is stored under another number");
		let head = CompanyHeads::<T>::get(number).ok_or("a company has no head")?;
		let entries: Vec<_> =
			(1..=head.seq).filter_map(|seq| CompanyEntries::<T>::get(number, seq)).collect();
		ensure!(chain_holds(&head, entries.iter()), "a company's chain of entries is broken");
		ensure!(
			entries.iter().all(|entry| corrects_rightly(entry, &entries)),
			"a company's entry names wrongly what it corrects"
		);
		let told = entries
			.iter()
			.try_fold(None, |before, entry| entry.body.after(before, entry.recorded_at).map(Some))
			.flatten();
		ensure!(told.as_ref() == Some(&company), "a company's record is not what its entries say");
		ensure!(
			company.strike_off_notice.is_none() || company.status.can_be_struck_off(),
			"a company has notice of a strike-off that cannot follow"
		);
		ensure!(
			company.source.is_some() || company.missing.is_empty(),
			"a company that was not imported lacks something"
		);

		ensure!(company.name_key == search_key(&company.name), "a company has a wrong name key");
		let key = company.name_key.hash;
		let holds = match Names::<T>::get(key) {
			Some(NameHolder::Company(holder)) => holder == number && company.status.is_live(),
			Some(NameHolder::Protected { company: holder, .. }) => {
				holder == number && !company.status.is_live()
			},
			_ => false,
		};
		ensure!(
			holds != Namesakes::<T>::contains_key(key, number),
			"a company is not found by its name exactly once"
		);
		ensure!(
			holds || company.dispute.is_some() || !company.status.is_live(),
			"a live company that nobody disputes does not hold its name"
		);
		ensure!(!holds || company.dispute.is_none(), "a disputed company holds its name");
		if let Some(source) = &company.source {
			ensure!(
				BySourceNumber::<T>::get((source.register, source.number.clone())) == Some(number),
				"an imported company is not found by its number in the source"
			);
		}
		ensure!(
			company.lei.is_none_or(|lei| {
				company.status.is_final() || Leis::<T>::get(lei) == Some(number)
			}),
			"a company's legal entity identifier is not its own"
		);
	}
	Ok(())
}

/// Every company that was merged or converted goes on as one that exists and says so, and whoever
/// follows them comes to an end.
fn successors<T: Config>() -> Result<(), TryRuntimeError> {
	let count = Companies::<T>::iter_keys().count();
	for (number, company) in Companies::<T>::iter() {
		let Some(successor) = company.status.successor() else { continue };
		let names_it = (1..=CompanyHeads::<T>::get(successor).unwrap_or_default().seq)
			.filter_map(|seq| CompanyEntries::<T>::get(successor, seq))
			.any(|entry| match (entry.body, company.status) {
				(CompanyChange::Absorbed { company, .. }, Status::MergedInto(_)) => {
					company == number
				},
				(CompanyChange::ConvertedFrom { from, .. }, Status::ConvertedTo(_)) => {
					from == number && entry.seq == 1
				},
				_ => false,
			});
		ensure!(names_it, "a company goes on as one that does not say so");

		let mut last = Some(successor);
		for _ in 0..count {
			last = match last {
				Some(next) => {
					let next = Companies::<T>::get(next).ok_or("a company goes on as nothing")?;
					next.status.successor()
				},
				None => break,
			};
		}
		ensure!(last.is_none(), "companies go on as each other without an end");
	}
	Ok(())
}

/// Whether an entry names an earlier one exactly if it is a correction, takes effect no earlier than
/// that, and rests on the statute that it was prepared on.
fn corrects_rightly(entry: &CompanyEntry, entries: &[CompanyEntry]) -> bool {
	let Some((corrects, preparation)) = entry.body.prepared() else { return true };
	let Some(act) = &entry.act else { return false };
	if act.legal_basis != preparation.act.legal_basis {
		return false;
	}
	match corrects {
		None => act.legal_basis != CORRECTION,
		Some(Correction { version, reason }) => {
			entries.iter().find(|corrected| corrected.seq == version).is_some_and(|corrected| {
				act.legal_basis == CORRECTION
					&& (reason != CorrectionReason::CourtOrder
						|| !preparation.act.documents.is_empty())
					&& corrected.seq < entry.seq
					&& corrected.effective_from <= entry.effective_from
			})
		},
	}
}

/// Every name is held by what says that it holds it.
fn name_holders<T: Config>() -> Result<(), TryRuntimeError> {
	let bears = |company: CompanyNumber, key| {
		Companies::<T>::get(company).filter(|company: &Company| company.name_key.hash == key)
	};
	for (key, holder) in Names::<T>::iter() {
		let is_right = match holder {
			NameHolder::Company(number) => {
				bears(number, key).is_some_and(|company| company.status.is_live())
			},
			NameHolder::Protected { company, since } => bears(company, key)
				.is_some_and(|company| !company.status.is_live() && company.status_since == since),
			NameHolder::Reservation(id) => matches!(
				Reservations::<T>::get(id).map(|reservation| reservation.state),
				Some(ReservationState::Granted { key: reserved, .. }) if reserved.hash == key
			),
			NameHolder::Application(id) => matches!(
				Applications::<T>::get(id).map(|application| application.state),
				Some(ApplicationState::Examined {
					recommendation: Recommendation::Register { name, .. },
				}) if search_key(&name).hash == key
			),
			NameHolder::Statute => true,
		};
		ensure!(is_right, "a name is held by what does not have it");
	}
	for (key, number, ()) in Namesakes::<T>::iter() {
		ensure!(bears(number, key).is_some(), "a namesake has another name");
	}
	Ok(())
}

/// Every legal entity identifier that is taken is one company's own.
fn leis<T: Config>() -> Result<(), TryRuntimeError> {
	for (lei, number) in Leis::<T>::iter() {
		let company = Companies::<T>::get(number).ok_or("an identifier is nobody's")?;
		ensure!(
			company.lei == Some(lei) && !company.status.is_final(),
			"a legal entity identifier is taken by a company that does not have it"
		);
	}
	Ok(())
}

/// Every reservation has a chain that holds; a granted one holds its name.
fn reservations<T: Config>() -> Result<(), TryRuntimeError> {
	for (id, reservation) in Reservations::<T>::iter() {
		ensure!(id <= LastReservation::<T>::get(), "a reservation was never counted");
		let head = ReservationHeads::<T>::get(id).ok_or("a reservation has no head")?;
		let entries: Vec<_> =
			(1..=head.seq).filter_map(|seq| ReservationEntries::<T>::get(id, seq)).collect();
		ensure!(chain_holds(&head, entries.iter()), "a reservation's chain is broken");
		if let ReservationState::Granted { key, .. } = &reservation.state {
			ensure!(
				Names::<T>::get(key.hash) == Some(NameHolder::Reservation(id)),
				"a granted reservation does not hold its name"
			);
		}
		if let Some(application) = reservation.application {
			let application =
				Applications::<T>::get(application).ok_or("a reservation is used by nothing")?;
			ensure!(
				application.body.reservation == Some(id)
					&& application.founder == reservation.holder
					&& application.body.district == reservation.district
					&& application.state.work_state().is_some(),
				"a reservation is used by an application that does not use it"
			);
		}
	}
	Ok(())
}

/// Every application has a chain that holds, is listed as its founder's, and has the reservation
/// that it cites as long as it is pending.
fn applications<T: Config>() -> Result<(), TryRuntimeError> {
	for (id, application) in Applications::<T>::iter() {
		ensure!(id <= LastApplication::<T>::get(), "an application was never counted");
		let head = ApplicationHeads::<T>::get(id).ok_or("an application has no head")?;
		let entries: Vec<_> =
			(1..=head.seq).filter_map(|seq| ApplicationEntries::<T>::get(id, seq)).collect();
		ensure!(chain_holds(&head, entries.iter()), "an application's chain is broken");
		ensure!(
			ApplicationsOf::<T>::contains_key(application.founder, ordered(id.0)),
			"an application is not listed as its founder's"
		);
		if application.state.work_state().is_some() {
			if let Some(reservation) = application.body.reservation {
				let reservation = Reservations::<T>::get(reservation)
					.ok_or("an application cites no reservation")?;
				ensure!(
					reservation.application == Some(id),
					"an application cites a reservation that it does not use"
				);
			}
		}
		if let ApplicationState::Registered(number) = application.state {
			ensure!(Companies::<T>::contains_key(number), "an application led to no company");
		}
	}
	Ok(())
}

/// Every proposal is about a company that two officers stand behind, on a version that its record has
/// had, and rests on a statute that provides for it.
fn proposals<T: Config>() -> Result<(), TryRuntimeError> {
	for (id, proposal) in Proposals::<T>::iter() {
		ensure!(id <= LastProposal::<T>::get(), "a proposal was never counted");
		let head =
			CompanyHeads::<T>::get(proposal.company).ok_or("a proposal is about no company")?;
		ensure!(proposal.version <= head.seq, "a proposal is on a version that does not exist");
		let company =
			Companies::<T>::get(proposal.company).ok_or("a proposal is about no company")?;
		ensure!(
			!Pallet::<T>::is_provisional(&company),
			"a proposal is about a company whose campaign is not sealed"
		);
		let basis = proposal.preparation.act.legal_basis;
		ensure!(
			Matter::of_change(&proposal.change, proposal.authority).rests_on(basis),
			"a proposal rests on the wrong statute"
		);
		ensure!(
			proposal.corrects.is_some() == (basis == CORRECTION),
			"a proposal is a correction of nothing, or none of something"
		);
	}
	Ok(())
}

/// Every campaign has a chain that holds, and its counts are those of its rows.
fn campaigns<T: Config>() -> Result<(), TryRuntimeError> {
	for (id, campaign) in Campaigns::<T>::iter() {
		ensure!(id <= LastCampaign::<T>::get(), "a campaign was never counted");
		let head = CampaignHeads::<T>::get(id).ok_or("a campaign has no head")?;
		let entries: Vec<_> =
			(1..=head.seq).filter_map(|seq| CampaignEntries::<T>::get(id, seq)).collect();
		ensure!(chain_holds(&head, entries.iter()), "a campaign's chain is broken");

		let (mut accepted, mut disputed, mut refused) = (0u32, 0u32, 0u32);
		for (row, outcome) in Rows::<T>::iter_prefix(id) {
			ensure!(row < campaign.rows, "a row is beyond the campaign's last");
			let company = match outcome {
				RowOutcome::Accepted(number) => {
					accepted = accepted.saturating_add(1);
					Some(number)
				},
				RowOutcome::Disputed(number, _) => {
					disputed = disputed.saturating_add(1);
					Some(number)
				},
				RowOutcome::Refused(..) => {
					refused = refused.saturating_add(1);
					None
				},
			};
			if let Some(number) = company {
				let source = Companies::<T>::get(number).and_then(|company| company.source);
				ensure!(
					source.is_some_and(|source| source.campaign == id && source.row == row),
					"a row's company does not come from it"
				);
			}
		}
		ensure!(
			(accepted, disputed, refused)
				== (campaign.accepted, campaign.disputed, campaign.refused),
			"a campaign's counts are not those of its rows"
		);
		let ended = accepted.saturating_add(disputed).saturating_add(refused);
		ensure!(!campaign.is_sealed || ended == campaign.rows, "a campaign is sealed too early");
	}
	Ok(())
}

/// Each list of what waits holds exactly what waits.
fn work_lists<T: Config>() -> Result<(), TryRuntimeError> {
	let mut listed = 0usize;
	for ((district, state), key, ()) in WorkLists::<T>::iter() {
		listed = listed.saturating_add(1);
		let id = u64::from_be_bytes(key);
		let waits_in = match state {
			WorkState::ReservationRequested => Reservations::<T>::get(ReservationId(id))
				.filter(|reservation| reservation.state == ReservationState::Requested)
				.map(|reservation| reservation.district),
			WorkState::ProposalOpen => Proposals::<T>::get(ProposalId(id))
				.and_then(|proposal| Companies::<T>::get(proposal.company))
				.map(|company| company.district),
			WorkState::CampaignOpen => u32::try_from(id)
				.ok()
				.and_then(|id| Campaigns::<T>::get(CampaignId(id)))
				.filter(|campaign| !campaign.is_sealed)
				.map(|campaign| campaign.district),
			WorkState::ApplicationFiled
			| WorkState::ApplicationUnderExamination
			| WorkState::ApplicationQueryRaised
			| WorkState::ApplicationExamined => Applications::<T>::get(ApplicationId(id))
				.filter(|application| application.state.work_state() == Some(state))
				.map(|application| application.body.district),
		};
		ensure!(waits_in == Some(district), "a list holds what does not wait there");
	}
	let waiting = Reservations::<T>::iter_values()
		.filter(|reservation| reservation.state == ReservationState::Requested)
		.count()
		.saturating_add(
			Applications::<T>::iter_values()
				.filter(|application| application.state.work_state().is_some())
				.count(),
		)
		.saturating_add(Proposals::<T>::iter_keys().count())
		.saturating_add(
			Campaigns::<T>::iter_values().filter(|campaign| !campaign.is_sealed).count(),
		);
	ensure!(listed == waiting, "what waits for somebody is on no list");
	Ok(())
}
