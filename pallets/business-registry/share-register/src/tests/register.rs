//! A register over the rules: what a pallet does with them, kept in maps. For the tests alone.

use super::ISSUER;
use crate::{
	allot, authorise, buy_back, cancel, cancel_treasury, check_pledges, convert, pay, pledge,
	release, rescale, rescale_pledge, sell_treasury, snapshot, succeed, transfer, Circumstances,
	Cleared, HeldClass, Holder, Holding, Pledge, PledgeMove, Rescaling, ShareClass, ShareError,
	ShareLaw, Taken, Tally, TransferRule,
};
use std::collections::BTreeMap;

pub type Party = u8;
pub type ClassNumber = u8;
pub type PledgeNumber = u32;

/// An act on the register. A pledge is named by its place among those that there are.
#[derive(Clone, Copy, Debug)]
pub enum Act {
	Authorise { class: ClassNumber, authorised: u64 },
	SetRule { class: ClassNumber, rule: TransferRule<i32>, pre_emption: bool },
	Allot { class: ClassNumber, to: Party, shares: u64, paid_percent: u8, cleared: Cleared },
	Pay { class: ClassNumber, by: Party, percent: u8 },
	Transfer { class: ClassNumber, from: Party, to: Party, shares: u64, cleared: Cleared },
	TransferPledged { place: usize, to: Party, shares: u64, cleared: Cleared },
	Succeed { class: ClassNumber, from: Party, to: Party },
	Pledge { class: ClassNumber, by: Party, shares: u64 },
	Release { place: usize, shares: u64 },
	BuyBack { class: ClassNumber, from: Party, shares: u64 },
	SellTreasury { class: ClassNumber, to: Party, shares: u64, cleared: Cleared },
	Cancel { class: ClassNumber, from: Party, shares: u64, cleared: Cleared },
	CancelTreasury { class: ClassNumber, shares: u64, cleared: Cleared },
	Rescale { class: ClassNumber, rescaling: Rescaling },
	Convert { from: ClassNumber, to: ClassNumber, by: Party, shares: u64 },
	ConvertPledged { place: usize, to: ClassNumber, shares: u64, cleared: Cleared },
	Pass { days: i32 },
}

/// What became of an act: refused, or done. An act can also be about nothing that there is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
	Done,
	Refused(ShareError),
	NothingThere,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Register {
	pub law: ShareLaw,
	pub today: i32,
	pub classes: BTreeMap<ClassNumber, ShareClass<i32>>,
	pub holdings: BTreeMap<(ClassNumber, Party), Holding>,
	pub pledges: BTreeMap<PledgeNumber, (ClassNumber, Party, Pledge)>,
	pub next_pledge: PledgeNumber,
}

impl Register {
	pub fn holding(&self, class: ClassNumber, party: Party) -> Holding {
		self.holdings.get(&(class, party)).copied().unwrap_or_default()
	}

	/// The pledge in this place, counted round.
	pub fn pledge_at(&self, place: usize) -> Option<PledgeNumber> {
		let count = self.pledges.len();
		(count > 0).then(|| *self.pledges.keys().nth(place % count).unwrap())
	}

	fn put(&mut self, class: ClassNumber, party: Party, holding: Holding) {
		if holding.is_empty() {
			assert_eq!(holding, Holding::NONE, "nothing is owed on no share");
			self.holdings.remove(&(class, party));
		} else {
			self.holdings.insert((class, party), holding);
		}
	}

	fn add_pledge(&mut self, class: ClassNumber, party: Party, pledge: Pledge) {
		self.pledges.insert(self.next_pledge, (class, party, pledge));
		self.next_pledge += 1;
	}

	fn move_pledge(&mut self, number: PledgeNumber, to: (ClassNumber, Party), moved: PledgeMove) {
		let (class, party, _) = self.pledges.remove(&number).unwrap();
		if let Some(left) = moved.left {
			self.pledges.insert(number, (class, party, left));
		}
		self.add_pledge(to.0, to.1, moved.moved);
	}

	pub fn perform(&mut self, act: Act) -> Outcome {
		match self.try_perform(act) {
			Ok(true) => Outcome::Done,
			Ok(false) => Outcome::NothingThere,
			Err(refusal) => Outcome::Refused(refusal),
		}
	}

	fn try_perform(&mut self, act: Act) -> Result<bool, ShareError> {
		let (law, today, classes) = (self.law, self.today, self.classes.clone());
		let circumstances = |number: &ClassNumber| Circumstances {
			issuer: &ISSUER,
			class: &classes[number],
			law: &law,
			today,
		};
		match act {
			Act::Pass { days } => self.today += days,
			Act::Authorise { class, authorised } => {
				self.classes.insert(class, authorise(&classes[&class], authorised)?);
			},
			Act::SetRule { class, rule, pre_emption } => {
				let now = ShareClass { transfer: rule, pre_emption, ..classes[&class] };
				self.classes.insert(class, now);
			},
			Act::Allot { class, to, shares, paid_percent, cleared } => {
				let worth = u128::from(classes[&class].nominal) * u128::from(shares);
				let paid = worth * u128::from(paid_percent) / 100;
				let holder = Holder { party: &to, holding: self.holding(class, to) };
				let done = allot(&circumstances(&class), holder, shares, paid, cleared)?;
				self.classes.insert(class, done.class);
				self.put(class, to, done.holding);
			},
			Act::Pay { class, by, percent } => {
				let holding = self.holding(class, by);
				let amount = holding.unpaid * u128::from(percent) / 100;
				let done = pay(&classes[&class], &holding, amount)?;
				self.classes.insert(class, done.class);
				self.put(class, by, done.holding);
			},
			Act::Transfer { class, from, to, shares, cleared } => {
				let done = transfer(
					&circumstances(&class),
					Holder { party: &from, holding: self.holding(class, from) },
					Holder { party: &to, holding: self.holding(class, to) },
					Taken::Free(shares),
					cleared,
				)?;
				assert_eq!(done.pledge, None);
				self.put(class, from, done.from);
				self.put(class, to, done.to);
			},
			Act::TransferPledged { place, to, shares, cleared } => {
				let Some(number) = self.pledge_at(place) else { return Ok(false) };
				let (class, from, pledge) = self.pledges[&number];
				let done = transfer(
					&circumstances(&class),
					Holder { party: &from, holding: self.holding(class, from) },
					Holder { party: &to, holding: self.holding(class, to) },
					Taken::Pledged { pledge, shares },
					cleared,
				)?;
				self.put(class, from, done.from);
				self.put(class, to, done.to);
				self.move_pledge(number, (class, to), done.pledge.unwrap());
			},
			Act::Succeed { class, from, to } => {
				let holding = succeed(
					&circumstances(&class),
					Holder { party: &from, holding: self.holding(class, from) },
					Holder { party: &to, holding: self.holding(class, to) },
				)?;
				self.put(class, from, Holding::NONE);
				self.put(class, to, holding);
				for (of_class, party, _) in self.pledges.values_mut() {
					if (*of_class, *party) == (class, from) {
						*party = to;
					}
				}
			},
			Act::Pledge { class, by, shares } => {
				let (holding, new) = pledge(&classes[&class], &self.holding(class, by), shares)?;
				self.put(class, by, holding);
				self.add_pledge(class, by, new);
			},
			Act::Release { place, shares } => {
				let Some(number) = self.pledge_at(place) else { return Ok(false) };
				let (class, party, pledge) = self.pledges[&number];
				let holding = self.holding(class, party);
				let (holding, left) = release(&classes[&class], &holding, pledge, shares)?;
				self.put(class, party, holding);
				match left {
					Some(left) => self.pledges.insert(number, (class, party, left)),
					None => self.pledges.remove(&number),
				};
			},
			Act::BuyBack { class, from, shares } => {
				let done = buy_back(&circumstances(&class), self.holding(class, from), shares)?;
				self.classes.insert(class, done.class);
				self.put(class, from, done.holding);
			},
			Act::SellTreasury { class, to, shares, cleared } => {
				let holder = Holder { party: &to, holding: self.holding(class, to) };
				let done = sell_treasury(&circumstances(&class), holder, shares, cleared)?;
				self.classes.insert(class, done.class);
				self.put(class, to, done.holding);
			},
			Act::Cancel { class, from, shares, cleared } => {
				let done = cancel(&classes[&class], self.holding(class, from), shares, cleared)?;
				self.classes.insert(class, done.class);
				self.put(class, from, done.holding);
			},
			Act::CancelTreasury { class, shares, cleared } => {
				let now = cancel_treasury(&classes[&class], shares, cleared)?;
				self.classes.insert(class, now);
			},
			Act::Rescale { class, rescaling } => self.rescale(class, rescaling)?,
			Act::Convert { from, to, by, shares } => {
				let done = convert(
					HeldClass {
						number: &from,
						class: &classes[&from],
						holding: self.holding(from, by),
					},
					HeldClass { number: &to, class: &classes[&to], holding: self.holding(to, by) },
					Taken::Free(shares),
					Cleared::default(),
				)?;
				self.classes.extend([(from, done.from_class), (to, done.to_class)]);
				self.put(from, by, done.from);
				self.put(to, by, done.to);
			},
			Act::ConvertPledged { place, to, shares, cleared } => {
				let Some(number) = self.pledge_at(place) else { return Ok(false) };
				let (from, by, pledge) = self.pledges[&number];
				let done = convert(
					HeldClass {
						number: &from,
						class: &classes[&from],
						holding: self.holding(from, by),
					},
					HeldClass { number: &to, class: &classes[&to], holding: self.holding(to, by) },
					Taken::Pledged { pledge, shares },
					cleared,
				)?;
				self.classes.extend([(from, done.from_class), (to, done.to_class)]);
				self.put(from, by, done.from);
				self.put(to, by, done.to);
				self.move_pledge(number, (to, by), done.pledge.unwrap());
			},
		}
		Ok(true)
	}

	/// All or nothing: what is refused for the last pledge has changed nothing.
	fn rescale(&mut self, class: ClassNumber, rescaling: Rescaling) -> Result<(), ShareError> {
		let (parties, holdings): (Vec<_>, Vec<_>) = self.held(class).unzip();
		let (now, holdings) = rescale(&self.classes[&class], &holdings, rescaling)?;
		let mut pledges = self.pledges.clone();
		for (_, _, pledge) in pledges.values_mut().filter(|(of_class, ..)| *of_class == class) {
			*pledge = rescale_pledge(*pledge, rescaling)?;
		}
		self.pledges = pledges;
		self.classes.insert(class, now);
		for (party, holding) in parties.into_iter().zip(holdings) {
			self.put(class, party, holding);
		}
		Ok(())
	}

	/// The holders of a class with what they have.
	pub fn held(&self, class: ClassNumber) -> impl Iterator<Item = (Party, Holding)> + '_ {
		self.holdings
			.iter()
			.filter(move |((of_class, _), _)| *of_class == class)
			.map(|((_, party), holding)| (*party, *holding))
	}

	/// What holds after any act.
	pub fn check(&self) {
		for (&number, class) in &self.classes {
			assert_eq!(class.check(), Ok(()), "{class:?}");
			let holdings: Vec<Holding> = self.held(number).map(|(_, holding)| holding).collect();
			assert_eq!(Tally::of(&holdings).unwrap().close(class), Ok(()), "{self:?}");

			// The same once more, without the crate's arithmetic.
			let held: u64 = holdings.iter().map(|holding| holding.shares).sum();
			let owed: u128 = holdings.iter().map(|holding| holding.unpaid).sum();
			assert_eq!(held + class.treasury, class.issued);
			assert!(class.issued <= class.authorised);
			let capital = u128::from(class.nominal) * u128::from(class.issued);
			assert_eq!(class.paid_up + owed, capital);

			let voters = snapshot(class, self.today, self.held(number)).unwrap();
			let votes: u128 = voters.entitlements.iter().map(|one| one.votes).sum();
			assert_eq!((voters.votes, voters.shares), (votes, held));
		}
		for (&(class, party), holding) in &self.holdings {
			assert_ne!(party, ISSUER, "a company holds no shares in itself");
			assert!(!holding.is_empty());
			assert_eq!(holding.check(&self.classes[&class]), Ok(()), "{holding:?}");
			let pledges = self.pledges.values().filter(|of| (of.0, of.1) == (class, party));
			assert_eq!(check_pledges(holding, pledges.map(|of| of.2)), Ok(()), "{self:?}");
		}
		for (class, party, _) in self.pledges.values() {
			assert!(self.holdings.contains_key(&(*class, *party)), "a pledge of no holding");
		}
	}
}
