//! The weights that the pallet asks for. The runtime's are measured; see `scripts/benchmark-weights`.

use frame_support::weights::Weight;

/// What enacting each kind of act weighs at worst.
pub trait WeightInfo {
	/// [`crate::CouncilAct::AuthoriseUpgrade`].
	fn authorise_upgrade() -> Weight;
	/// [`crate::CouncilAct::PauseCall`].
	fn pause_call() -> Weight;
	/// [`crate::CouncilAct::ResumeCall`].
	fn resume_call() -> Weight;
	/// [`crate::CouncilAct::SetRate`].
	fn set_rate() -> Weight;
	/// [`crate::CouncilAct::AdmitMinistry`].
	fn admit_ministry() -> Weight;
	/// [`crate::CouncilAct::SuspendMinistry`].
	fn suspend_ministry() -> Weight;
	/// [`crate::CouncilAct::ReinstateMinistry`].
	fn reinstate_ministry() -> Weight;
	/// [`crate::CouncilAct::ExpelMinistry`].
	fn expel_ministry() -> Weight;
	/// [`crate::CouncilAct::ReplaceNode`].
	fn replace_node() -> Weight;
	/// [`crate::CouncilAct::ReplaceSeat`].
	fn replace_seat() -> Weight;
	/// [`crate::CouncilAct::SetCompetence`].
	fn set_competence() -> Weight;
	/// [`crate::CouncilAct::TollClocks`], and an outage that a block ends.
	fn toll_clocks() -> Weight;
	/// [`crate::CouncilAct::SetCalendar`] with `h` holidays.
	fn set_calendar(h: u32) -> Weight;
	/// [`crate::CouncilAct::ClearCalendar`].
	fn clear_calendar() -> Weight;
	/// [`crate::CouncilAct::SetAbsenceRule`].
	fn set_absence_rule() -> Weight;
}

/// What every weight is for the mock.
const STAND_IN: Weight = Weight::from_parts(1_000_000_000, 0);

/// For the mock only.
impl WeightInfo for () {
	fn authorise_upgrade() -> Weight {
		STAND_IN
	}
	fn pause_call() -> Weight {
		STAND_IN
	}
	fn resume_call() -> Weight {
		STAND_IN
	}
	fn set_rate() -> Weight {
		STAND_IN
	}
	fn admit_ministry() -> Weight {
		STAND_IN
	}
	fn suspend_ministry() -> Weight {
		STAND_IN
	}
	fn reinstate_ministry() -> Weight {
		STAND_IN
	}
	fn expel_ministry() -> Weight {
		STAND_IN
	}
	fn replace_node() -> Weight {
		STAND_IN
	}
	fn replace_seat() -> Weight {
		STAND_IN
	}
	fn set_competence() -> Weight {
		STAND_IN
	}
	fn toll_clocks() -> Weight {
		STAND_IN
	}
	fn set_calendar(h: u32) -> Weight {
		STAND_IN.saturating_add(Weight::from_parts(1_000, 0).saturating_mul(h.into()))
	}
	fn clear_calendar() -> Weight {
		STAND_IN
	}
	fn set_absence_rule() -> Weight {
		STAND_IN
	}
}
