//! What an act does to classes, holdings and pledges: the rules of `polity-share-register` on what is
//! stored, and an [`Outcome`] of all that changed. Nothing is written here.

use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::{ensure, BoundedVec};
use polity_primitives::{
	ids::{PledgeId, ShareClassId},
	time::CalendarDate,
	CompanyNumber, Party,
};
use polity_share_register::{
	allot, authorise, buy_back, cancel, cancel_treasury, capital_of, convert, pay, pledge, release,
	rescale, rescale_pledge, sell_treasury, snapshot, succeed, transfer, Circumstances, Cleared,
	HeldClass, Holder, Holding, Pledge, PledgeMove, ShareClass, Taken, Tally,
};

use crate::{
	types::{
		AdoptedHolding, Authority, Class, ClassAfter, EntitledHolder, HoldingAfter, Ledger,
		Outcome, PledgeAfter, RecordDateSnapshot, RegisteredClass, RegisteredHolding, ShareAct,
		SharePledge, SharesTaken, MAX_CLASSES, MAX_HOLDERS, MAX_PLEDGES,
	},
	Classes, Config, CurrentLaw, Error, Holdings, HoldingsOf, LastPledge, Ledgers, Pallet, Pledges,
	PledgesOf, PledgesTo, Snapshots,
};

/// The shares that an act takes of a holding, and the pledge that they are taken of.
type TakenShares = (Taken, Option<(PledgeId, SharePledge)>);

/// What an act leads to, before it is written.
pub(crate) struct Effects {
	/// All that it changes.
	pub(crate) outcome: Outcome,
	/// The snapshot that it takes, if it takes one.
	pub(crate) snapshot: Option<RecordDateSnapshot>,
	/// The last class afterwards, if it opens some.
	pub(crate) last_class: Option<ShareClassId>,
	/// The last pledge afterwards.
	pub(crate) last_pledge: PledgeId,
	/// The class of which one share is something else from now on.
	pub(crate) rescaled: Option<ShareClassId>,
}

/// An act while it is worked out.
struct Working<T: Config> {
	company: CompanyNumber,
	issuer: Party,
	today: CalendarDate,
	authority: Authority,
	cleared: Cleared,
	classes: BTreeMap<ShareClassId, Class>,
	holdings: BTreeMap<(ShareClassId, Party), RegisteredHolding>,
	pledges: Vec<PledgeAfter>,
	effects: Effects,
	runtime: core::marker::PhantomData<T>,
}

impl<T: Config> Pallet<T> {
	/// A class of a company.
	pub(crate) fn class(
		company: CompanyNumber,
		class: ShareClassId,
	) -> Result<RegisteredClass, Error<T>> {
		Classes::<T>::get(company, class).ok_or(Error::<T>::ClassNotFound)
	}

	/// What a party has of a class; nothing, where it has none.
	pub(crate) fn holding(
		company: CompanyNumber,
		class: ShareClassId,
		party: &Party,
	) -> RegisteredHolding {
		Holdings::<T>::get((company, class, party)).unwrap_or_default()
	}

	/// A pledge of shares of a company.
	pub(crate) fn pledge_of(company: CompanyNumber, id: PledgeId) -> Result<SharePledge, Error<T>> {
		let pledge = Pledges::<T>::get(id).ok_or(Error::<T>::PledgeNotFound)?;
		ensure!(pledge.company == company, Error::<T>::PledgeNotFound);
		Ok(pledge)
	}

	/// Works an act out on what is stored. `cleared` says who has been asked and has nothing against
	/// it.
	pub(crate) fn effects_of(
		company: CompanyNumber,
		share_act: &ShareAct,
		authority: Authority,
		today: CalendarDate,
		cleared: Cleared,
	) -> Result<Effects, Error<T>> {
		let mut working = Working::<T>::new(company, authority, today, cleared);
		working.apply(share_act)?;
		working.finish()
	}

	/// Works out that a pledge passes to another pledgee by law. It ends where the holder is that
	/// pledgee.
	pub(crate) fn effects_of_passing_pledge(
		id: PledgeId,
		pledge: SharePledge,
		to: &Party,
		today: CalendarDate,
	) -> Result<Effects, Error<T>> {
		let company = pledge.company;
		ensure!(*to != Party::Company(company), Error::<T>::OwnShares);
		let mut working =
			Working::<T>::new(company, Authority::Registrar, today, Cleared::default());
		let SharePledge { class, holder, pledge, .. } = pledge;
		working.put_pledge(id, class, &holder, to, pledge)?;
		working.finish()
	}

	/// Writes what an act leads to, as the entry of this version.
	pub(crate) fn write_effects(
		company: CompanyNumber,
		effects: &Effects,
		version: u32,
	) -> Result<(), Error<T>> {
		let Effects { outcome, snapshot, last_class, last_pledge, rescaled } = effects;
		if let Some(last_class) = last_class {
			Ledgers::<T>::insert(company, Ledger { last_class: *last_class });
		}
		LastPledge::<T>::put(last_pledge);
		for ClassAfter { class, terms } in &outcome.classes {
			let before = Classes::<T>::get(company, class);
			let is_new_share = before.is_none() || *rescaled == Some(*class);
			let mut after = before.unwrap_or(RegisteredClass {
				terms: *terms,
				holders: 0,
				pledges: 0,
				shares_since: version,
			});
			after.terms = *terms;
			if is_new_share {
				after.shares_since = version;
			}
			Classes::<T>::insert(company, class, after);
		}
		for HoldingAfter { class, holder, holding, is_frozen } in &outcome.holdings {
			let after = RegisteredHolding { holding: *holding, is_frozen: *is_frozen };
			Self::write_holding(company, *class, holder, after)?;
		}
		for after in &outcome.pledges {
			Self::write_pledge(company, after)?;
		}
		if let (Some(on), Some(snapshot)) = (outcome.record_date, snapshot) {
			for ClassAfter { class, .. } in outcome.classes.iter().take(1) {
				Snapshots::<T>::insert((company, class, on), snapshot);
			}
		}
		Ok(())
	}

	/// Writes a holding, or removes it, and counts the holders of its class.
	fn write_holding(
		company: CompanyNumber,
		class: ShareClassId,
		holder: &Party,
		after: RegisteredHolding,
	) -> Result<(), Error<T>> {
		let was_there = Holdings::<T>::contains_key((company, class, holder));
		let mut registered = Self::class(company, class)?;
		match (was_there, after.holding.is_empty()) {
			(_, false) => {
				if !was_there {
					registered.holders = registered.holders.saturating_add(1);
					ensure!(registered.holders <= MAX_HOLDERS, Error::<T>::TooManyHolders);
					HoldingsOf::<T>::insert(holder, (company, class), ());
				}
				Holdings::<T>::insert((company, class, holder), after);
			},
			(true, true) => {
				registered.holders = registered.holders.saturating_sub(1);
				HoldingsOf::<T>::remove(holder, (company, class));
				Holdings::<T>::remove((company, class, holder));
			},
			(false, true) => {},
		}
		Classes::<T>::insert(company, class, registered);
		Ok(())
	}

	/// Writes a pledge, or removes it, and counts the pledges of its class.
	fn write_pledge(company: CompanyNumber, after: &PledgeAfter) -> Result<(), Error<T>> {
		let PledgeAfter { id, class, holder, pledgee, pledge } = after;
		if let Some(before) = Pledges::<T>::take(id) {
			PledgesOf::<T>::remove((company, before.class, &before.holder, id));
			PledgesTo::<T>::remove(&before.pledgee, id);
			let mut registered = Self::class(company, before.class)?;
			registered.pledges = registered.pledges.saturating_sub(1);
			Classes::<T>::insert(company, before.class, registered);
		}
		if let Some(pledge) = pledge {
			let mut registered = Self::class(company, *class)?;
			registered.pledges = registered.pledges.saturating_add(1);
			ensure!(registered.pledges <= MAX_PLEDGES, Error::<T>::TooManyPledges);
			Classes::<T>::insert(company, class, registered);
			PledgesOf::<T>::insert((company, class, holder, id), ());
			PledgesTo::<T>::insert(pledgee, id, ());
			let stored = SharePledge {
				company,
				class: *class,
				holder: holder.clone(),
				pledgee: pledgee.clone(),
				pledge: *pledge,
			};
			Pledges::<T>::insert(id, stored);
		}
		Ok(())
	}
}

impl<T: Config> Working<T> {
	fn new(
		company: CompanyNumber,
		authority: Authority,
		today: CalendarDate,
		cleared: Cleared,
	) -> Self {
		Self {
			company,
			issuer: Party::Company(company),
			today,
			authority,
			cleared,
			classes: BTreeMap::new(),
			holdings: BTreeMap::new(),
			pledges: Vec::new(),
			effects: Effects {
				outcome: Outcome::default(),
				snapshot: None,
				last_class: None,
				last_pledge: LastPledge::<T>::get(),
				rescaled: None,
			},
			runtime: core::marker::PhantomData,
		}
	}

	fn class(&self, class: ShareClassId) -> Result<Class, Error<T>> {
		match self.classes.get(&class) {
			Some(found) => Ok(*found),
			None => Ok(Pallet::<T>::class(self.company, class)?.terms),
		}
	}

	fn registered(&self, class: ShareClassId, party: &Party) -> RegisteredHolding {
		match self.holdings.get(&(class, party.clone())) {
			Some(found) => *found,
			None => Pallet::<T>::holding(self.company, class, party),
		}
	}

	fn holding(&self, class: ShareClassId, party: &Party) -> Holding {
		self.registered(class, party).holding
	}

	/// What a party has of a class, of which it has some.
	fn held(&self, class: ShareClassId, party: &Party) -> Result<Holding, Error<T>> {
		let holding = self.holding(class, party);
		ensure!(!holding.is_empty(), Error::<T>::HoldingNotFound);
		Ok(holding)
	}

	/// What a party has of a class and can give or pledge: frozen shares as a court orders alone.
	fn disposable(&self, class: ShareClassId, party: &Party) -> Result<Holding, Error<T>> {
		let holding = self.held(class, party)?;
		let is_frozen = self.registered(class, party).is_frozen;
		ensure!(!is_frozen || self.authority == Authority::Court, Error::<T>::HoldingFrozen);
		Ok(holding)
	}

	fn put_class(&mut self, class: ShareClassId, terms: Class) {
		self.classes.insert(class, terms);
	}

	/// A holding without a share is frozen no more: there is nothing to freeze.
	fn put_holding(&mut self, class: ShareClassId, party: &Party, holding: Holding) {
		let is_frozen = self.registered(class, party).is_frozen && !holding.is_empty();
		self.holdings.insert((class, party.clone()), RegisteredHolding { holding, is_frozen });
	}

	/// Puts what is left of a pledge; if the holder is the pledgee, the pledge has ended: nobody is his
	/// own creditor.
	fn put_pledge(
		&mut self,
		id: PledgeId,
		class: ShareClassId,
		holder: &Party,
		pledgee: &Party,
		pledge: Pledge,
	) -> Result<(), Error<T>> {
		let mut left = Some(pledge);
		if holder == pledgee {
			let (terms, holding) = (self.class(class)?, self.held(class, holder)?);
			let (holding, nothing) =
				release(&terms, &holding, pledge, pledge.shares).map_err(Error::<T>::from)?;
			self.put_holding(class, holder, holding);
			left = nothing;
		}
		self.pledges.push(PledgeAfter {
			id,
			class,
			holder: holder.clone(),
			pledgee: pledgee.clone(),
			pledge: left,
		});
		Ok(())
	}

	fn next_class(&mut self) -> Result<ShareClassId, Error<T>> {
		let last = match self.effects.last_class {
			Some(last) => last,
			None => Ledgers::<T>::get(self.company).unwrap_or_default().last_class,
		};
		let next = last.next().ok_or(Error::<T>::TooManyClasses)?;
		ensure!(u32::from(next.0) <= MAX_CLASSES, Error::<T>::TooManyClasses);
		self.effects.last_class = Some(next);
		Ok(next)
	}

	fn next_pledge(&mut self) -> Result<PledgeId, Error<T>> {
		let next = self.effects.last_pledge.next().ok_or(Error::<T>::IdsExhausted)?;
		self.effects.last_pledge = next;
		Ok(next)
	}

	/// The shares that an act takes of a holding, and their pledge.
	fn taken(
		&self,
		class: ShareClassId,
		holder: &Party,
		taken: &SharesTaken,
	) -> Result<TakenShares, Error<T>> {
		match taken {
			SharesTaken::Free(shares) => Ok((Taken::Free(*shares), None)),
			SharesTaken::Pledged { pledge: id, shares } => {
				let pledge = Pallet::<T>::pledge_of(self.company, *id)?;
				ensure!(
					pledge.class == class && pledge.holder == *holder,
					Error::<T>::PledgeNotFound
				);
				let taken = Taken::Pledged { pledge: pledge.pledge, shares: *shares };
				Ok((taken, Some((*id, pledge))))
			},
		}
	}

	/// Lets a pledge follow its shares: what stays keeps its number, what goes has a new one unless all
	/// of it goes. It ends with shares that go to the pledgee.
	fn move_pledge(
		&mut self,
		moved: Option<PledgeMove>,
		pledge: Option<(PledgeId, SharePledge)>,
		class: ShareClassId,
		holder: &Party,
	) -> Result<(), Error<T>> {
		let (Some(PledgeMove { left, moved }), Some((id, before))) = (moved, pledge) else {
			return Ok(());
		};
		let SharePledge { class: old_class, holder: old_holder, pledgee, .. } = before;
		let Some(left) = left else {
			return self.put_pledge(id, class, holder, &pledgee, moved);
		};
		self.put_pledge(id, old_class, &old_holder, &pledgee, left)?;
		if *holder == pledgee {
			let (terms, holding) = (self.class(class)?, self.held(class, holder)?);
			let (holding, _) =
				release(&terms, &holding, moved, moved.shares).map_err(Error::<T>::from)?;
			self.put_holding(class, holder, holding);
			return Ok(());
		}
		let new = self.next_pledge()?;
		self.put_pledge(new, class, holder, &pledgee, moved)
	}

	/// All holdings of a class, as they are stored.
	fn all_holdings(&self, class: ShareClassId) -> Vec<(Party, Holding)> {
		Holdings::<T>::iter_prefix((self.company, class))
			.map(|(party, registered)| (party, registered.holding))
			.collect()
	}

	/// All pledges of a holding, as they are stored.
	fn pledges_of(&self, class: ShareClassId, holder: &Party) -> Vec<(PledgeId, SharePledge)> {
		PledgesOf::<T>::iter_key_prefix((self.company, class, holder))
			.filter_map(|id| Some((id, Pledges::<T>::get(id)?)))
			.collect()
	}

	fn apply(&mut self, share_act: &ShareAct) -> Result<(), Error<T>> {
		let law = CurrentLaw::<T>::get().shares;
		let (issuer, today, cleared) = (self.issuer.clone(), self.today, self.cleared);
		match share_act {
			ShareAct::OpenClass {
				nominal,
				currency,
				authorised,
				votes_per_share,
				transfer,
				pre_emption,
			} => {
				let terms = ShareClass::open(
					*nominal,
					*currency,
					*authorised,
					*votes_per_share,
					*transfer,
					*pre_emption,
				)
				.map_err(Error::<T>::from)?;
				let class = self.next_class()?;
				self.put_class(class, terms);
				self.ensure_capital()?;
			},
			ShareAct::Authorise { class, authorised } => {
				let terms =
					authorise(&self.class(*class)?, *authorised).map_err(Error::<T>::from)?;
				self.put_class(*class, terms);
			},
			ShareAct::Allot { class, to, shares, paid, .. } => {
				let terms = self.class(*class)?;
				let circumstances =
					Circumstances { issuer: &issuer, class: &terms, law: &law, today };
				let holder = Holder { party: to, holding: self.holding(*class, to) };
				let changed = allot(&circumstances, holder, *shares, *paid, cleared)
					.map_err(Error::<T>::from)?;
				self.put_class(*class, changed.class);
				self.put_holding(*class, to, changed.holding);
				self.ensure_capital()?;
			},
			ShareAct::Pay { class, holder, amount } => {
				let (terms, holding) = (self.class(*class)?, self.held(*class, holder)?);
				let changed = pay(&terms, &holding, *amount).map_err(Error::<T>::from)?;
				self.put_class(*class, changed.class);
				self.put_holding(*class, holder, changed.holding);
			},
			ShareAct::Transfer { class, from, to, taken, .. } => {
				let terms = self.class(*class)?;
				let circumstances =
					Circumstances { issuer: &issuer, class: &terms, law: &law, today };
				let giver = Holder { party: from, holding: self.disposable(*class, from)? };
				let taker = Holder { party: to, holding: self.holding(*class, to) };
				let (taken, pledge) = self.taken(*class, from, taken)?;
				let done = transfer(&circumstances, giver, taker, taken, cleared)
					.map_err(Error::<T>::from)?;
				self.put_class(*class, terms);
				self.put_holding(*class, from, done.from);
				self.put_holding(*class, to, done.to);
				self.move_pledge(done.pledge, pledge, *class, to)?;
			},
			ShareAct::Succeed { class, from, to } => self.succeed(*class, from, to)?,
			ShareAct::Pledge { class, holder, pledgee, shares } => {
				ensure!(holder != pledgee, Error::<T>::PledgeeIsHolder);
				ensure!(*pledgee != issuer, Error::<T>::OwnShares);
				let (terms, holding) = (self.class(*class)?, self.disposable(*class, holder)?);
				let (holding, pledge) =
					pledge(&terms, &holding, *shares).map_err(Error::<T>::from)?;
				let id = self.next_pledge()?;
				self.put_class(*class, terms);
				self.put_holding(*class, holder, holding);
				self.put_pledge(id, *class, holder, pledgee, pledge)?;
			},
			ShareAct::Release { pledge: id, shares } => {
				let before = Pallet::<T>::pledge_of(self.company, *id)?;
				let SharePledge { class, holder, pledgee, pledge, .. } = before;
				let (terms, holding) = (self.class(class)?, self.held(class, &holder)?);
				let (holding, left) =
					release(&terms, &holding, pledge, *shares).map_err(Error::<T>::from)?;
				self.put_holding(class, &holder, holding);
				self.pledges.push(PledgeAfter { id: *id, class, holder, pledgee, pledge: left });
			},
			ShareAct::BuyBack { class, holder, shares } => {
				let terms = self.class(*class)?;
				let circumstances =
					Circumstances { issuer: &issuer, class: &terms, law: &law, today };
				let changed = buy_back(&circumstances, self.disposable(*class, holder)?, *shares)
					.map_err(Error::<T>::from)?;
				self.put_class(*class, changed.class);
				self.put_holding(*class, holder, changed.holding);
			},
			ShareAct::SellTreasury { class, to, shares, .. } => {
				let terms = self.class(*class)?;
				let circumstances =
					Circumstances { issuer: &issuer, class: &terms, law: &law, today };
				let holder = Holder { party: to, holding: self.holding(*class, to) };
				let changed = sell_treasury(&circumstances, holder, *shares, cleared)
					.map_err(Error::<T>::from)?;
				self.put_class(*class, changed.class);
				self.put_holding(*class, to, changed.holding);
			},
			ShareAct::Cancel { class, holder, shares } => {
				let (terms, holding) = (self.class(*class)?, self.disposable(*class, holder)?);
				let changed =
					cancel(&terms, holding, *shares, cleared).map_err(Error::<T>::from)?;
				self.put_class(*class, changed.class);
				self.put_holding(*class, holder, changed.holding);
			},
			ShareAct::CancelTreasury { class, shares } => {
				let terms = cancel_treasury(&self.class(*class)?, *shares, cleared)
					.map_err(Error::<T>::from)?;
				self.put_class(*class, terms);
			},
			ShareAct::Rescale { class, rescaling } => {
				let held = self.all_holdings(*class);
				let holdings: Vec<_> = held.iter().map(|(_, holding)| *holding).collect();
				let (terms, after) = rescale(&self.class(*class)?, &holdings, *rescaling)
					.map_err(Error::<T>::from)?;
				self.put_class(*class, terms);
				self.effects.rescaled = Some(*class);
				for ((party, _), holding) in held.iter().zip(after) {
					self.put_holding(*class, party, holding);
					for (id, SharePledge { pledgee, pledge, .. }) in self.pledges_of(*class, party)
					{
						let pledge =
							rescale_pledge(pledge, *rescaling).map_err(Error::<T>::from)?;
						self.put_pledge(id, *class, party, &pledgee, pledge)?;
					}
				}
			},
			ShareAct::Convert { from, to, holder, taken } => {
				let (old, new) = (self.class(*from)?, self.class(*to)?);
				let (taken, pledge) = self.taken(*from, holder, taken)?;
				let given = HeldClass {
					number: from,
					class: &old,
					holding: self.disposable(*from, holder)?,
				};
				let received =
					HeldClass { number: to, class: &new, holding: self.holding(*to, holder) };
				let done = convert(given, received, taken, cleared).map_err(Error::<T>::from)?;
				self.put_class(*from, done.from_class);
				self.put_class(*to, done.to_class);
				self.put_holding(*from, holder, done.from);
				self.put_holding(*to, holder, done.to);
				self.move_pledge(done.pledge, pledge, *to, holder)?;
			},
			ShareAct::RecordDate { class } => self.take_snapshot(*class)?,
			ShareAct::Adopt { classes, holdings } => self.adopt(classes, holdings)?,
			ShareAct::Freeze { class, holder } => self.set_frozen(*class, holder, true)?,
			ShareAct::LiftFreeze { class, holder } => self.set_frozen(*class, holder, false)?,
		}
		Ok(())
	}

	/// Passes a whole holding, with its pledges.
	fn succeed(&mut self, class: ShareClassId, from: &Party, to: &Party) -> Result<(), Error<T>> {
		let law = CurrentLaw::<T>::get().shares;
		let (issuer, terms) = (self.issuer.clone(), self.class(class)?);
		let circumstances =
			Circumstances { issuer: &issuer, class: &terms, law: &law, today: self.today };
		let giver = Holder { party: from, holding: self.disposable(class, from)? };
		let taker = Holder { party: to, holding: self.holding(class, to) };
		let after = succeed(&circumstances, giver, taker).map_err(Error::<T>::from)?;
		self.put_class(class, terms);
		self.put_holding(class, from, Holding::NONE);
		self.put_holding(class, to, after);
		// Who inherits what is pledged to him owes nobody any more: that pledge ends.
		for (id, SharePledge { pledgee, pledge, .. }) in self.pledges_of(class, from) {
			self.put_pledge(id, class, to, &pledgee, pledge)?;
		}
		Ok(())
	}

	fn set_frozen(
		&mut self,
		class: ShareClassId,
		holder: &Party,
		is_frozen: bool,
	) -> Result<(), Error<T>> {
		let holding = self.held(class, holder)?;
		let before = self.registered(class, holder);
		ensure!(before.is_frozen != is_frozen, Error::<T>::NothingChanges);
		self.holdings.insert((class, holder.clone()), RegisteredHolding { holding, is_frozen });
		Ok(())
	}

	fn take_snapshot(&mut self, class: ShareClassId) -> Result<(), Error<T>> {
		let (today, terms) = (self.today, self.class(class)?);
		ensure!(
			!Snapshots::<T>::contains_key((self.company, class, today)),
			Error::<T>::RecordDateTaken
		);
		let taken = snapshot(&terms, today, self.all_holdings(class)).map_err(Error::<T>::from)?;
		let holders: Vec<_> = taken
			.entitlements
			.into_iter()
			.map(|entitled| EntitledHolder {
				party: entitled.party,
				shares: entitled.shares,
				votes: entitled.votes,
			})
			.collect();
		self.effects.snapshot = Some(RecordDateSnapshot {
			version: Pallet::<T>::version_of(self.company).saturating_add(1),
			shares: taken.shares,
			votes: taken.votes,
			holders: holders.try_into().map_err(|_| Error::<T>::TooManyHolders)?,
		});
		self.put_class(class, terms);
		self.effects.outcome.record_date = Some(today);
		Ok(())
	}

	/// Takes over the books of a company that was imported without them.
	fn adopt(&mut self, classes: &[Class], holdings: &[AdoptedHolding]) -> Result<(), Error<T>> {
		ensure!(!classes.is_empty(), Error::<T>::Nothing);
		for terms in classes {
			terms.check().map_err(Error::<T>::from)?;
			let class = self.next_class()?;
			self.put_class(class, *terms);
		}
		for AdoptedHolding { class, holder, shares, unpaid } in holdings {
			ensure!(self.classes.contains_key(class), Error::<T>::ClassNotFound);
			ensure!(*holder != self.issuer, Error::<T>::OwnShares);
			ensure!(*shares > 0, Error::<T>::Nothing);
			let holding = Holding { shares: *shares, pledged: 0, unpaid: *unpaid };
			let holding = RegisteredHolding { holding, is_frozen: false };
			let before = self.holdings.insert((*class, holder.clone()), holding);
			ensure!(before.is_none(), Error::<T>::HolderListedTwice);
		}
		for (class, terms) in &self.classes {
			let of_class = self.holdings.iter().filter(|((of, _), _)| of == class);
			let of_class: Vec<_> = of_class.map(|(_, registered)| registered.holding).collect();
			of_class
				.iter()
				.try_for_each(|holding| holding.check(terms))
				.map_err(Error::<T>::from)?;
			Tally::of(&of_class).and_then(|tally| tally.close(terms)).map_err(Error::<T>::from)?;
		}
		self.ensure_capital()
	}

	/// That the capital of all classes is in one currency and can be counted.
	fn ensure_capital(&self) -> Result<(), Error<T>> {
		let stored = Classes::<T>::iter_prefix(self.company)
			.filter(|(class, _)| !self.classes.contains_key(class))
			.map(|(_, class)| class.terms);
		let all: Vec<Class> = stored.chain(self.classes.values().copied()).collect();
		capital_of(&all).map_err(Error::<T>::from)?;
		Ok(())
	}

	/// All that has changed, in its order.
	fn finish(self) -> Result<Effects, Error<T>> {
		let Self { classes, holdings, pledges, mut effects, .. } = self;
		let classes: Vec<_> =
			classes.into_iter().map(|(class, terms)| ClassAfter { class, terms }).collect();
		let holdings: Vec<_> = holdings
			.into_iter()
			.map(|((class, holder), RegisteredHolding { holding, is_frozen })| HoldingAfter {
				class,
				holder,
				holding,
				is_frozen,
			})
			.collect();
		effects.outcome.classes =
			BoundedVec::try_from(classes).map_err(|_| Error::<T>::TooManyClasses)?;
		effects.outcome.holdings =
			BoundedVec::try_from(holdings).map_err(|_| Error::<T>::TooManyHolders)?;
		effects.outcome.pledges =
			BoundedVec::try_from(pledges).map_err(|_| Error::<T>::TooManyPledges)?;
		Ok(effects)
	}
}
