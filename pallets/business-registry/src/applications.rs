//! Applications for the registration of companies: filed by a founder or at the counter, examined
//! by one officer, decided by another.

use alloc::vec::Vec;
use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	code_list::{Country, LegalForm},
	ids::ApplicationId,
	traits::{Acts, CompanyOfficers, Effect, LegalClock, Persons},
	Act, CompanyNumber, Head, MandateId, Power, Register, Tag, Warrant,
};
use sp_runtime::DispatchError;

use crate::{
	bases::Matter,
	name::{key_of, CompanyName},
	status::Status,
	types::{
		ordered, Application, ApplicationBody, ApplicationChange, ApplicationState, Company,
		CompanyChange, CounterOfficers, Decision, Missing, NameHolder, QueryReason, Recommendation,
		RefusalReason, ReservationState,
	},
	ApplicationHeads, Applications, ApplicationsOf, Config, Error, Event, LastApplication, Names,
	Pallet, Reservations,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_apply(
		who: T::AccountId,
		act: Act,
		founder: Option<Tag>,
		body: ApplicationBody,
	) -> DispatchResult {
		let applicant = Self::applicant(&who, founder, body.district)?;
		Self::ensure_version(&act, 0)?;
		Self::ensure_act(&act, Matter::Application, body.district, Effect::Later)?;
		Self::ensure_body(&body)?;
		let id = LastApplication::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
		if let Some(reservation) = body.reservation {
			Self::attach_reservation(reservation, &applicant.tag, body.district, id)?;
		}
		Self::note(&act, &who, applicant.officer.as_ref())?;

		let founder = applicant.tag;
		let mandate = applicant.officer.as_ref().map(|warrant| warrant.mandate);
		let counter_officers = CounterOfficers::try_from(Vec::from_iter(mandate))
			.map_err(|_| Error::<T>::TooManyCounterOfficers)?;
		let district = body.district;
		LastApplication::<T>::put(id);
		ApplicationsOf::<T>::insert(founder, ordered(id.0), ());
		let application = Application {
			founder,
			body: body.clone(),
			counter_officers,
			examiner: None,
			state: ApplicationState::Filed,
		};
		if let Some(state) = application.state.work_state() {
			Self::list(district, state, id.0);
		}
		Applications::<T>::insert(id, application);
		let change = ApplicationChange::Filed { founder, body };
		let Head { seq: version, hash: head } =
			Self::record_application(id, district, &act, mandate, change)?;
		Self::deposit_event(Event::ApplicationFiled {
			application: id,
			founder,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	pub(crate) fn do_take_up(who: T::AccountId, act: Act, id: ApplicationId) -> DispatchResult {
		let (mut application, warrant) = Self::for_officer(&who, &act, id, Power::Examine)?;
		ensure!(
			matches!(
				application.state,
				ApplicationState::Filed | ApplicationState::UnderExamination
			),
			Error::<T>::WrongApplicationState
		);
		let (district, mandate) = (application.body.district, warrant.mandate);
		Self::ensure_act(&act, Matter::Application, district, Effect::Later)?;
		Self::note(&act, &who, Some(&warrant))?;

		application.examiner = Some(mandate);
		Self::advance(id, application, ApplicationState::UnderExamination);
		let change = ApplicationChange::TakenUp;
		let Head { seq: version, hash: head } =
			Self::record_application(id, district, &act, Some(mandate), change)?;
		Self::deposit_event(Event::ApplicationTakenUp { application: id, mandate, version, head });
		Ok(())
	}

	pub(crate) fn do_raise_query(
		who: T::AccountId,
		act: Act,
		id: ApplicationId,
		reason: QueryReason,
	) -> DispatchResult {
		let (application, warrant) = Self::for_officer(&who, &act, id, Power::Examine)?;
		ensure!(
			matches!(
				application.state,
				ApplicationState::Filed
					| ApplicationState::UnderExamination
					| ApplicationState::Examined { .. }
			),
			Error::<T>::WrongApplicationState
		);
		let district = application.body.district;
		Self::ensure_act(&act, Matter::Application, district, Effect::Later)?;
		Self::note(&act, &who, Some(&warrant))?;

		Self::release_hold(id, &application);
		let at = T::Clock::now();
		Self::advance(id, application, ApplicationState::QueryRaised { reason, at });
		let mandate = warrant.mandate;
		let change = ApplicationChange::QueryRaised(reason);
		let Head { seq: version, hash: head } =
			Self::record_application(id, district, &act, Some(mandate), change)?;
		Self::deposit_event(Event::QueryRaised { application: id, reason, mandate, version, head });
		Ok(())
	}

	pub(crate) fn do_answer_query(
		who: T::AccountId,
		act: Act,
		id: ApplicationId,
		body: ApplicationBody,
	) -> DispatchResult {
		let mut application = Applications::<T>::get(id).ok_or(Error::<T>::ApplicationNotFound)?;
		// A founder without an account answers at the counter, as it has applied.
		let officer = match T::Persons::controller_of(Register::Business, &application.founder) {
			Some(controller) => {
				ensure!(controller == who, Error::<T>::NotTheApplicant);
				None
			},
			None => Some(Self::officer(&who, Power::Examine, application.body.district)?),
		};
		Self::ensure_founder_may(&application.founder)?;
		Self::ensure_version(&act, ApplicationHeads::<T>::get(id).unwrap_or_default().seq)?;
		ensure!(
			matches!(application.state, ApplicationState::QueryRaised { .. }),
			Error::<T>::WrongApplicationState
		);
		// The register of another district would be another authority: that is a new application.
		ensure!(body.district == application.body.district, Error::<T>::WrongApplicationState);
		Self::ensure_act(&act, Matter::Application, body.district, Effect::Later)?;
		Self::ensure_body(&body)?;
		if body.reservation != application.body.reservation {
			if let Some(reservation) = application.body.reservation {
				Self::detach_reservation(reservation);
			}
			if let Some(reservation) = body.reservation {
				let founder = &application.founder;
				Self::attach_reservation(reservation, founder, body.district, id)?;
			}
		}
		let (district, mandate) = (body.district, officer.as_ref().map(|warrant| warrant.mandate));
		if let Some(mandate) = mandate {
			application
				.add_counter_officer(mandate)
				.map_err(|_| Error::<T>::TooManyCounterOfficers)?;
		}
		Self::note(&act, &who, officer.as_ref())?;

		application.body = body.clone();
		Self::advance(id, application, ApplicationState::Filed);
		let change = ApplicationChange::QueryAnswered { body };
		let Head { seq: version, hash: head } =
			Self::record_application(id, district, &act, mandate, change)?;
		Self::deposit_event(Event::QueryAnswered { application: id, mandate, version, head });
		Ok(())
	}

	pub(crate) fn do_withdraw_application(
		who: T::AccountId,
		act: Act,
		id: ApplicationId,
	) -> DispatchResult {
		let application = Applications::<T>::get(id).ok_or(Error::<T>::ApplicationNotFound)?;
		let controller = T::Persons::controller_of(Register::Business, &application.founder);
		ensure!(controller.as_ref() == Some(&who), Error::<T>::NotTheApplicant);
		Self::ensure_founder_may(&application.founder)?;
		Self::ensure_version(&act, ApplicationHeads::<T>::get(id).unwrap_or_default().seq)?;
		ensure!(application.state.work_state().is_some(), Error::<T>::WrongApplicationState);
		let district = application.body.district;
		Self::ensure_act(&act, Matter::Application, district, Effect::AtOnce)?;
		Self::note(&act, &who, None)?;

		Self::end(id, application, ApplicationState::Withdrawn);
		let change = ApplicationChange::Withdrawn;
		let Head { seq: version, hash: head } =
			Self::record_application(id, district, &act, None, change)?;
		Self::deposit_event(Event::ApplicationWithdrawn { application: id, version, head });
		Ok(())
	}

	pub(crate) fn do_examine(
		who: T::AccountId,
		act: Act,
		id: ApplicationId,
		recommendation: Recommendation,
	) -> DispatchResult {
		let (mut application, warrant) = Self::for_officer(&who, &act, id, Power::Examine)?;
		let district = application.body.district;
		match &application.state {
			ApplicationState::Filed | ApplicationState::UnderExamination => {},
			// Who has not answered in time can be refused for it.
			ApplicationState::QueryRaised { at, .. } => {
				let period = Self::law_of(*at).query_period;
				let is_over = Self::is_over(period, *at, district)?;
				ensure!(is_over, Error::<T>::QueryStillOpen);
			},
			_ => return Err(Error::<T>::WrongApplicationState.into()),
		}
		Self::ensure_act(&act, Matter::Application, district, Effect::Later)?;
		if let Recommendation::Register { name, salt } = &recommendation {
			T::Officers::check_board(&application.body.board)?;
			Self::ensure_no_licence_needed(&application.body.activities)?;
			Self::hold_name(id, &application, name, *salt)?;
		}
		Self::note(&act, &who, Some(&warrant))?;

		let mandate = warrant.mandate;
		application.examiner = Some(mandate);
		let state = ApplicationState::Examined { recommendation: recommendation.clone() };
		Self::advance(id, application, state);
		let change = ApplicationChange::Examined(recommendation.clone());
		let Head { seq: version, hash: head } =
			Self::record_application(id, district, &act, Some(mandate), change)?;
		Self::deposit_event(Event::ApplicationExamined {
			application: id,
			recommendation,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	pub(crate) fn do_decide(
		who: T::AccountId,
		act: Act,
		id: ApplicationId,
		decision: Decision,
	) -> DispatchResult {
		let (application, warrant) = Self::for_officer(&who, &act, id, Power::Decide)?;
		let ApplicationState::Examined { recommendation } = application.state.clone() else {
			return Err(Error::<T>::WrongApplicationState.into());
		};
		for maker in application.makers() {
			Self::ensure_apart(maker, &warrant)?;
		}
		let district = application.body.district;
		Self::ensure_act(&act, Matter::Application, district, Effect::AtOnce)?;
		Self::note(&act, &who, Some(&warrant))?;
		let mandate = warrant.mandate;
		// What one officer alone wants is not done: the decision is the one that was prepared.
		match (decision, recommendation) {
			(Decision::Register, Recommendation::Register { name, .. }) => {
				Self::register(id, application, &act, mandate, name)
			},
			(Decision::Refuse(reason), Recommendation::Refuse(prepared)) if reason == prepared => {
				Self::refuse(id, application, &act, mandate, reason)
			},
			(Decision::Return, _) => Self::return_application(id, application, &act, mandate),
			_ => Err(Error::<T>::DecisionNotPrepared.into()),
		}
	}

	fn register(
		id: ApplicationId,
		application: Application,
		act: &Act,
		mandate: MandateId,
		name: CompanyName,
	) -> DispatchResult {
		Self::ensure_founder_may(&application.founder)?;
		Self::ensure_body(&application.body)?;
		let name_key = key_of(&name).map_err(Error::<T>::from)?;
		let held_by = match application.body.reservation {
			Some(reservation) => NameHolder::Reservation(reservation),
			None => NameHolder::Application(id),
		};
		ensure!(Names::<T>::get(name_key.hash) == Some(held_by), Error::<T>::NameTaken);

		let number = Self::next_number()?;
		let body = application.body.clone();
		let company = Company {
			number,
			name: name.clone(),
			name_key,
			legal_form: body.legal_form,
			jurisdiction: body.jurisdiction,
			lei: None,
			registered_office: Some(body.registered_office),
			activities: body.activities,
			status: Status::Active,
			status_since: T::Clock::now(),
			incorporated_on: Some(act.effective_from),
			fiscal_year_end: Some(body.fiscal_year_end),
			source: None,
			missing: Missing::NONE,
			dispute: None,
			district: body.district,
			strike_off_notice: None,
			is_frozen: false,
		};
		Names::<T>::insert(name_key.hash, NameHolder::Company(number));
		let change = CompanyChange::Registered { application: id, company: company.clone() };
		let Head { seq: version, hash: head } =
			Self::create_company(company, act, mandate, change)?;
		Self::deposit_event(Event::CompanyRegistered {
			company: number,
			name,
			application: id,
			mandate,
			version,
			head,
		});
		T::Officers::found(number, body.district, &body.board, act, mandate)?;
		if let Some(reservation) = body.reservation {
			Self::use_reservation(reservation, act, mandate, number)?;
		}
		Self::grant(id, application, act, mandate, number)
	}

	fn grant(
		id: ApplicationId,
		application: Application,
		act: &Act,
		mandate: MandateId,
		company: CompanyNumber,
	) -> DispatchResult {
		let district = application.body.district;
		Self::advance(id, application, ApplicationState::Registered(company));
		let change = ApplicationChange::Registered(company);
		let Head { seq: version, hash: head } =
			Self::record_application(id, district, act, Some(mandate), change)?;
		Self::deposit_event(Event::ApplicationGranted {
			application: id,
			company,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	fn refuse(
		id: ApplicationId,
		application: Application,
		act: &Act,
		mandate: MandateId,
		reason: RefusalReason,
	) -> DispatchResult {
		let district = application.body.district;
		Self::end(id, application, ApplicationState::Refused(reason));
		let change = ApplicationChange::Refused(reason);
		let Head { seq: version, hash: head } =
			Self::record_application(id, district, act, Some(mandate), change)?;
		Self::deposit_event(Event::ApplicationRefused {
			application: id,
			reason,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	fn return_application(
		id: ApplicationId,
		application: Application,
		act: &Act,
		mandate: MandateId,
	) -> DispatchResult {
		let district = application.body.district;
		Self::release_hold(id, &application);
		Self::advance(id, application, ApplicationState::UnderExamination);
		let change = ApplicationChange::Returned;
		let Head { seq: version, hash: head } =
			Self::record_application(id, district, act, Some(mandate), change)?;
		Self::deposit_event(Event::ApplicationReturned { application: id, mandate, version, head });
		Ok(())
	}

	/// An application, and the warrant of an officer who may act on it.
	fn for_officer(
		who: &T::AccountId,
		act: &Act,
		id: ApplicationId,
		power: Power,
	) -> Result<(Application, Warrant<T::AccountId>), DispatchError> {
		let application = Applications::<T>::get(id).ok_or(Error::<T>::ApplicationNotFound)?;
		let warrant = Self::officer(who, power, application.body.district)?;
		Self::ensure_version(act, ApplicationHeads::<T>::get(id).unwrap_or_default().seq)?;
		Self::ensure_not_own(&application.founder, who)?;
		Ok((application, warrant))
	}

	/// That a company can be founded in the form, with the activities and with the board that are
	/// applied for.
	fn ensure_body(body: &ApplicationBody) -> DispatchResult {
		Self::ensure_form(body.legal_form, body.jurisdiction)?;
		Self::ensure_no_licence_needed(&body.activities)?;
		T::Officers::check_board(&body.board)
	}

	/// That a company can be of a legal form from now on.
	pub(crate) fn ensure_form(
		legal_form: LegalForm,
		jurisdiction: Country,
	) -> Result<(), Error<T>> {
		ensure!(legal_form.can_be_founded(), Error::<T>::LegalFormNotAllowed);
		ensure!(legal_form.is_of(jurisdiction), Error::<T>::LegalFormNotOfJurisdiction);
		Ok(())
	}

	/// Holds the opened name for an application: by its reservation, which has to be for that name,
	/// or by the application itself from now on.
	fn hold_name(
		id: ApplicationId,
		application: &Application,
		name: &CompanyName,
		salt: [u8; 32],
	) -> Result<(), Error<T>> {
		Self::ensure_opens(&application.body.name, &application.founder, salt, name)?;
		let key = key_of(name).map_err(Error::<T>::from)?;
		let Some(reservation) = application.body.reservation else {
			return Self::take_name(&key.hash, NameHolder::Application(id));
		};
		let reservation =
			Reservations::<T>::get(reservation).ok_or(Error::<T>::ReservationNotFound)?;
		match reservation.state {
			ReservationState::Granted { key: reserved, .. } if reserved == key => Ok(()),
			_ => Err(Error::<T>::NameIsNotTheReserved),
		}
	}

	/// Frees the name that an examined application itself holds. A reservation keeps its own.
	fn release_hold(id: ApplicationId, application: &Application) {
		let ApplicationState::Examined { recommendation: Recommendation::Register { name, .. } } =
			&application.state
		else {
			return;
		};
		let Ok(key) = key_of(name) else { return };
		if Names::<T>::get(key.hash) == Some(NameHolder::Application(id)) {
			Names::<T>::remove(key.hash);
		}
	}

	/// Writes an application in its next state and puts it on the list of that state.
	fn advance(id: ApplicationId, mut application: Application, state: ApplicationState) {
		let district = application.body.district;
		if let Some(before) = application.state.work_state() {
			Self::unlist(district, before, id.0);
		}
		if let Some(after) = state.work_state() {
			Self::list(district, after, id.0);
		}
		application.state = state;
		Applications::<T>::insert(id, application);
	}

	/// Ends an application without a company: its name is free, its reservation counts again.
	fn end(id: ApplicationId, application: Application, state: ApplicationState) {
		Self::release_hold(id, &application);
		if let Some(reservation) = application.body.reservation {
			Self::detach_reservation(reservation);
		}
		Self::advance(id, application, state);
	}
}
