//! The same register with every share by itself: slow, and without arithmetic.

use super::{
	register::{Act, ClassNumber, Party, PledgeNumber, Register},
	ISSUER,
};
use crate::Rescaling;
use std::collections::BTreeMap;

/// One share. The company's own are its treasury shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Share {
	class: ClassNumber,
	owner: Party,
	pledge: Option<PledgeNumber>,
}

#[derive(Clone, Debug, Default)]
pub struct Individual {
	shares: Vec<Share>,
	next_pledge: PledgeNumber,
}

impl Individual {
	/// Those of the first shares of a kind.
	fn take(&mut self, kind: Share, count: u64) -> Vec<&mut Share> {
		let taken: Vec<_> = self
			.shares
			.iter_mut()
			.filter(|share| **share == kind)
			.take(usize::try_from(count).unwrap())
			.collect();
		assert_eq!(taken.len() as u64, count, "an act took more shares than there are");
		taken
	}

	fn free(class: ClassNumber, owner: Party) -> Share {
		Share { class, owner, pledge: None }
	}

	fn add(&mut self, share: Share, count: u64) {
		self.shares.extend((0..count).map(|_| share));
	}

	fn remove(&mut self, kind: Share, mut count: u64) {
		self.shares.retain(|share| {
			let goes = *share == kind && count > 0;
			count -= u64::from(goes);
			!goes
		});
		assert_eq!(count, 0, "an act took more shares than there are");
	}

	fn new_pledge(&mut self) -> Option<PledgeNumber> {
		self.next_pledge += 1;
		Some(self.next_pledge - 1)
	}

	/// Repeats an act that was done on `before`.
	pub fn repeat(&mut self, act: Act, before: &Register) {
		let pledged = |place| {
			let number = before.pledge_at(place).unwrap();
			let (class, owner, _) = before.pledges[&number];
			Share { class, owner, pledge: Some(number) }
		};
		let exchanged = |from: ClassNumber, to: ClassNumber, shares: u64| {
			let worth = u128::from(shares) * u128::from(before.classes[&from].nominal);
			u64::try_from(worth / u128::from(before.classes[&to].nominal)).unwrap()
		};
		match act {
			Act::Authorise { .. } | Act::SetRule { .. } | Act::Pay { .. } | Act::Pass { .. } => {},
			Act::Allot { class, to, shares, .. } => self.add(Self::free(class, to), shares),
			Act::Transfer { class, from, to, shares, .. } => {
				self.take(Self::free(class, from), shares)
					.into_iter()
					.for_each(|share| share.owner = to);
			},
			Act::TransferPledged { place, to, shares, .. } => {
				let pledge = self.new_pledge();
				for share in self.take(pledged(place), shares) {
					*share = Share { owner: to, pledge, ..*share };
				}
			},
			Act::Succeed { class, from, to } => self
				.shares
				.iter_mut()
				.filter(|share| (share.class, share.owner) == (class, from))
				.for_each(|share| share.owner = to),
			Act::Pledge { class, by, shares } => {
				let pledge = self.new_pledge();
				self.take(Self::free(class, by), shares)
					.into_iter()
					.for_each(|share| share.pledge = pledge);
			},
			Act::Release { place, shares } => {
				self.take(pledged(place), shares).into_iter().for_each(|share| share.pledge = None);
			},
			Act::BuyBack { class, from, shares } => {
				self.take(Self::free(class, from), shares)
					.into_iter()
					.for_each(|share| share.owner = ISSUER);
			},
			Act::SellTreasury { class, to, shares, .. } => {
				self.take(Self::free(class, ISSUER), shares)
					.into_iter()
					.for_each(|share| share.owner = to);
			},
			Act::Cancel { class, from, shares, .. } => self.remove(Self::free(class, from), shares),
			Act::CancelTreasury { class, shares, .. } => {
				self.remove(Self::free(class, ISSUER), shares)
			},
			Act::Rescale { class, rescaling } => {
				let (of_class, others): (Vec<_>, Vec<_>) =
					self.shares.iter().copied().partition(|share| share.class == class);
				self.shares = others;
				match rescaling {
					Rescaling::Split(factor) => {
						of_class.into_iter().for_each(|share| self.add(share, factor.into()))
					},
					Rescaling::Consolidation(factor) => {
						let mut sorted = of_class;
						sorted.sort();
						for same in sorted.chunks(usize::try_from(factor).unwrap()) {
							assert_eq!(same.len(), usize::try_from(factor).unwrap());
							assert!(same.iter().all(|share| *share == same[0]));
							self.add(same[0], 1);
						}
					},
				}
			},
			Act::Convert { from, to, by, shares } => {
				self.remove(Self::free(from, by), shares);
				self.add(Self::free(to, by), exchanged(from, to, shares));
			},
			Act::ConvertPledged { place, to, shares, .. } => {
				let kind = pledged(place);
				let pledge = self.new_pledge();
				self.remove(kind, shares);
				let count = exchanged(kind.class, to, shares);
				self.add(Share { class: to, pledge, ..kind }, count);
			},
		}
	}

	/// That the numbers of a register are those of the shares here.
	pub fn agrees_with(&self, register: &Register) {
		let mut held = BTreeMap::new();
		let mut covered = BTreeMap::new();
		for share in &self.shares {
			let (all, pledged) = held.entry((share.class, share.owner)).or_insert((0, 0));
			*all += 1u64;
			if let Some(pledge) = share.pledge {
				*pledged += 1u64;
				*covered.entry(pledge).or_insert(0u64) += 1;
			}
		}
		let mut stored: BTreeMap<_, _> = register
			.holdings
			.iter()
			.map(|(key, holding)| (*key, (holding.shares, holding.pledged)))
			.collect();
		for (class, of) in &register.classes {
			if of.treasury > 0 {
				stored.insert((*class, ISSUER), (of.treasury, 0));
			}
		}
		assert_eq!(held, stored);
		let stored: BTreeMap<_, _> = register
			.pledges
			.iter()
			.map(|(number, (.., pledge))| (*number, pledge.shares))
			.collect();
		assert_eq!(covered, stored);
		assert_eq!(self.next_pledge, register.next_pledge);
	}
}
