//! What the node tells Prometheus of itself and of the chain, besides the SDK's own metrics.
//! `node/README.md` has the table.
//!
//! They are set once a second, which is once for each block, and also while nothing becomes final, so
//! that the lag and the ages go on growing. Those of the chain are read at the best block, because
//! they are of most use while finality stands still. They are operational and have no legal effect.

use std::{
	sync::Arc,
	time::{Duration, SystemTime, UNIX_EPOCH},
};

use polity_primitives::{
	api::{AllowanceUse, AuthorityApi, NodeAttendance, OperationsApi, RegisterSize},
	opaque::Block,
	record::RecordKind,
	traits::{Rate, RateClass},
	Hash,
};
use sc_consensus_aura::find_pre_digest;
use sc_service::TaskManager;
use sp_api::ProvideRuntimeApi as _;
use sp_blockchain::HeaderBackend as _;
use sp_consensus_aura::{sr25519::AuthoritySignature, SlotDuration};
use substrate_prometheus_endpoint::{
	register, Gauge, GaugeVec, Opts, PrometheusError, Registry, F64, U64,
};

use crate::{constants, exit::NodeError, service::FullClient};

/// The node's own metrics.
#[derive(Clone)]
pub struct Metrics {
	finality_lag: Gauge<U64>,
	best_age: Gauge<F64>,
	finalized_age: Gauge<F64>,
	slots_due: GaugeVec<U64>,
	slots_missed: GaugeVec<U64>,
	absent_sessions: GaugeVec<U64>,
	in_maintenance: GaugeVec<U64>,
	stood_down: GaugeVec<U64>,
	records: GaugeVec<U64>,
	allowance_ref_time: GaugeVec<U64>,
	allowance_length: GaugeVec<U64>,
	ministry_left: GaugeVec<F64>,
}

impl Metrics {
	/// Registers them.
	///
	/// # Errors
	/// When one of them is registered already.
	pub fn register(registry: &Registry) -> Result<Self, PrometheusError> {
		let by = |label: &str, name: &str, help: &str| {
			register(GaugeVec::new(Opts::new(name, help), &[label])?, registry)
		};
		let by_ministry = |name, help| by("ministry", name, help);
		Ok(Self {
			finality_lag: register(
				Gauge::new(
					"polity_finality_lag_blocks",
					"Blocks from the finalized to the best one",
				)?,
				registry,
			)?,
			best_age: register(
				Gauge::new(
					"polity_best_block_age_seconds",
					"Seconds since the beginning of the slot of the best block",
				)?,
				registry,
			)?,
			finalized_age: register(
				Gauge::new(
					"polity_finalized_block_age_seconds",
					"Seconds since the beginning of the slot of the finalized block",
				)?,
				registry,
			)?,
			slots_due: by_ministry(
				"polity_authority_slots_due",
				"Slots of the ministry's node in the last session that ended",
			)?,
			slots_missed: by_ministry(
				"polity_authority_slots_missed",
				"Those of its slots that the ministry's node left empty",
			)?,
			absent_sessions: by_ministry(
				"polity_authority_absent_sessions",
				"Sessions in a row that count as absence of the ministry's node",
			)?,
			in_maintenance: by_ministry(
				"polity_authority_in_maintenance",
				"1 while the ministry has announced maintenance of its node",
			)?,
			stood_down: by_ministry(
				"polity_authority_stood_down",
				"1 while the ministry's node is stood down for its absence",
			)?,
			records: by(
				"register",
				"polity_register_records",
				"Records that have been made of one kind, whatever has become of them",
			)?,
			allowance_ref_time: by(
				"class",
				"polity_allowance_ref_time_picoseconds",
				"Execution time that one of a class may use in a period",
			)?,
			allowance_length: by(
				"class",
				"polity_allowance_length_bytes",
				"Length of transactions that one of a class may use in a period",
			)?,
			ministry_left: register(
				GaugeVec::new(
					Opts::new(
						"polity_allowance_ministry_left_ratio",
						"What the ministry has left of its allowance in this period, from 0 to 1: the \
						 smaller of execution time and length",
					),
					&["ministry"],
				)?,
				registry,
			)?,
		})
	}

	fn set_heads(&self, heads: &Heads) {
		self.finality_lag.set(heads.lag.into());
		if let Some(age) = heads.best_age {
			self.best_age.set(age.as_secs_f64());
		}
		if let Some(age) = heads.finalized_age {
			self.finalized_age.set(age.as_secs_f64());
		}
	}

	/// A ministry that is expelled has no node any more, and so no figures.
	fn set_attendance(&self, nodes: &[NodeAttendance]) {
		for gauge in [
			&self.slots_due,
			&self.slots_missed,
			&self.absent_sessions,
			&self.in_maintenance,
			&self.stood_down,
		] {
			gauge.reset();
		}
		for node in nodes {
			let ministry = node.ministry.to_string();
			let of = |gauge: &GaugeVec<U64>, value: u64| {
				gauge.with_label_values(&[ministry.as_str()]).set(value);
			};
			of(&self.slots_due, node.due.into());
			of(&self.slots_missed, node.missed.into());
			of(&self.absent_sessions, node.absent_sessions.into());
			of(&self.in_maintenance, node.maintenance_until.is_some().into());
			of(&self.stood_down, node.stood_down.into());
		}
	}

	fn set_registers(&self, sizes: &[RegisterSize]) {
		for size in sizes {
			self.records.with_label_values(&[name_of(size.kind).as_str()]).set(size.records);
		}
	}

	fn set_allowances(&self, allowances: &AllowanceUse) {
		let mut of_ministries = None;
		for class in &allowances.rates {
			let name = class_name(class.class);
			self.allowance_ref_time.with_label_values(&[name]).set(class.rate.ref_time);
			self.allowance_length.with_label_values(&[name]).set(class.rate.length);
			if class.class == RateClass::Ministry {
				of_ministries = Some(class.rate);
			}
		}
		self.ministry_left.reset();
		if let Some(rate) = of_ministries {
			for allowance in &allowances.ministries {
				self.ministry_left
					.with_label_values(&[allowance.ministry.to_string().as_str()])
					.set(left_ratio(allowance.left, rate));
			}
		}
	}
}

/// How far the chain is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Heads {
	lag: u32,
	best_age: Option<Duration>,
	finalized_age: Option<Duration>,
}

/// The label of a kind of record: its name in the source, in snake case.
fn name_of(kind: RecordKind) -> String {
	let mut name = String::new();
	for letter in format!("{kind:?}").chars() {
		if letter.is_ascii_uppercase() && !name.is_empty() {
			name.push('_');
		}
		name.push(letter.to_ascii_lowercase());
	}
	name
}

/// The label of a class of signers.
fn class_name(class: RateClass) -> &'static str {
	match class {
		RateClass::Seat => "seat",
		RateClass::Officer => "officer",
		RateClass::Person => "person",
		RateClass::Ministry => "ministry",
	}
}

/// What is left of a rate, from 0 to 1: of the part of which less is left.
fn left_ratio(left: Rate, rate: Rate) -> f64 {
	// As floating point they are exact enough to draw: a loss is beyond the fifteenth digit.
	let ratio = |left: u64, of: u64| if of == 0 { 0.0 } else { left as f64 / of as f64 };
	ratio(left.ref_time, rate.ref_time).min(ratio(left.length, rate.length)).clamp(0.0, 1.0)
}

/// Reads the figures from a client.
struct Source {
	client: Arc<FullClient>,
	slot_duration: SlotDuration,
}

impl Source {
	fn heads(&self) -> Heads {
		let chain = self.client.info();
		Heads {
			lag: chain.best_number.saturating_sub(chain.finalized_number),
			best_age: self.age(chain.best_hash),
			finalized_age: self.age(chain.finalized_hash),
		}
	}

	/// How long ago the slot of a block began. None for the genesis block, which has no slot; nothing
	/// for one that is of the future because this machine's clock is late.
	fn age(&self, hash: Hash) -> Option<Duration> {
		let header = self.client.header(hash).ok()??;
		let slot = find_pre_digest::<Block, AuthoritySignature>(&header).ok()?;
		if slot == 0_u64 {
			return None;
		}
		let began = Duration::from_millis(slot.timestamp(self.slot_duration)?.as_millis());
		let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
		Some(now.saturating_sub(began))
	}

	/// Sets everything. A runtime that does not know one of the calls (an older one) has no such
	/// figures.
	fn set(&self, metrics: &Metrics) {
		metrics.set_heads(&self.heads());
		let best = self.client.info().best_hash;
		let api = self.client.runtime_api();
		if let Ok(nodes) = api.attendance(best) {
			metrics.set_attendance(&nodes);
		}
		if let Ok(sizes) = api.register_sizes(best) {
			metrics.set_registers(&sizes);
		}
		if let Ok(allowances) = api.allowance_use(best) {
			metrics.set_allowances(&allowances);
		}
	}
}

/// Registers the metrics and starts the task that sets them; neither where there is no registry.
///
/// # Errors
/// [`NodeError::Failure`] when a metric is registered already or the slot's length is not known.
pub fn spawn(
	task_manager: &TaskManager,
	client: Arc<FullClient>,
	registry: Option<&Registry>,
) -> Result<(), NodeError> {
	let Some(registry) = registry else { return Ok(()) };
	let metrics = Metrics::register(registry).map_err(NodeError::failure)?;
	let slot_duration = sc_consensus_aura::slot_duration(&*client)?;
	let source = Source { client, slot_duration };
	// The runtime is called, so not on a thread that others wait for.
	task_manager.spawn_handle().spawn_blocking("polity-metrics", None, async move {
		let mut times = tokio::time::interval(constants::METRICS_INTERVAL);
		times.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
		loop {
			times.tick().await;
			source.set(&metrics);
		}
	});
	Ok(())
}

#[cfg(test)]
mod tests {
	use polity_primitives::{
		api::{ClassRate, MinistryAllowance},
		ids::MinistryId,
		AccountId,
	};

	use super::*;

	fn metrics() -> (Metrics, Registry) {
		let registry = Registry::new();
		(Metrics::register(&registry).unwrap(), registry)
	}

	/// Every sample of a metric: the value of its only label, and its value.
	fn samples(registry: &Registry, name: &str) -> Vec<(String, f64)> {
		registry
			.gather()
			.iter()
			.filter(|family| family.get_name() == name)
			.flat_map(|family| family.get_metric())
			.map(|metric| {
				let label = metric.get_label().first().map(|label| label.get_value().to_owned());
				(label.unwrap_or_default(), metric.get_gauge().get_value())
			})
			.collect()
	}

	fn node(ministry: u16, missed: u32) -> NodeAttendance {
		NodeAttendance {
			ministry: MinistryId(ministry),
			node: AccountId::new([1; 32]),
			due: 150,
			missed,
			absent_sessions: 2,
			maintenance_until: Some(7),
			stood_down: missed > 100,
		}
	}

	#[test]
	fn readme_should_list_every_metric() {
		let (metrics, registry) = metrics();
		metrics.set_attendance(&[node(1, 0)]);
		metrics.set_registers(&[RegisterSize { kind: RecordKind::Company, records: 1 }]);
		metrics.set_allowances(&allowances(1));
		let readme = include_str!("../../README.md");
		let names: Vec<String> =
			registry.gather().iter().map(|family| family.get_name().to_owned()).collect();
		assert_eq!(names.len(), 12);
		for name in names.iter().map(String::as_str).chain([crate::vote_guard::CLOSED_METRIC]) {
			assert!(readme.contains(&format!("| `{name}")), "{name} is not in README.md");
		}
	}

	#[test]
	fn metrics_should_be_refused_when_registered_twice() {
		let (_, registry) = metrics();
		assert!(Metrics::register(&registry).is_err());
	}

	#[test]
	fn heads_should_keep_their_age_when_a_block_has_none() {
		let (metrics, registry) = metrics();
		let age = Some(Duration::from_millis(1500));
		metrics.set_heads(&Heads { lag: 3, best_age: age, finalized_age: None });
		assert_eq!(samples(&registry, "polity_finality_lag_blocks")[0].1, 3.0);
		assert_eq!(samples(&registry, "polity_best_block_age_seconds")[0].1, 1.5);
		metrics.set_heads(&Heads::default());
		assert_eq!(samples(&registry, "polity_finality_lag_blocks")[0].1, 0.0);
		assert_eq!(samples(&registry, "polity_best_block_age_seconds")[0].1, 1.5);
	}

	#[test]
	fn attendance_should_be_labelled_by_ministry_and_end_when_it_leaves() {
		let (metrics, registry) = metrics();
		metrics.set_attendance(&[node(1, 4), node(12, 120)]);
		let missed = samples(&registry, "polity_authority_slots_missed");
		assert_eq!(missed, [("1".into(), 4.0), ("12".into(), 120.0)]);
		assert_eq!(samples(&registry, "polity_authority_slots_due")[0].1, 150.0);
		assert_eq!(samples(&registry, "polity_authority_absent_sessions")[0].1, 2.0);
		assert_eq!(samples(&registry, "polity_authority_in_maintenance")[0].1, 1.0);
		let stood_down = samples(&registry, "polity_authority_stood_down");
		assert_eq!(stood_down, [("1".into(), 0.0), ("12".into(), 1.0)]);

		metrics.set_attendance(&[node(1, 4)]);
		assert_eq!(samples(&registry, "polity_authority_slots_missed"), [("1".into(), 4.0)]);
	}

	#[test]
	fn register_should_be_labelled_in_snake_case() {
		let (metrics, registry) = metrics();
		let kind = RecordKind::NameReservation;
		metrics.set_registers(&[RegisterSize { kind, records: 9 }]);
		let records = samples(&registry, "polity_register_records");
		assert_eq!(records, [("name_reservation".into(), 9.0)]);
	}

	fn allowances(length_left: u64) -> AllowanceUse {
		let rate = Rate { ref_time: 100, length: 10 };
		AllowanceUse {
			rates: vec![ClassRate { class: RateClass::Ministry, rate }],
			ministries: vec![MinistryAllowance {
				ministry: MinistryId(3),
				left: Rate { ref_time: 50, length: length_left },
			}],
		}
	}

	#[test]
	fn allowance_should_be_the_part_of_which_less_is_left() {
		let (metrics, registry) = metrics();
		let name = "polity_allowance_ministry_left_ratio";
		for (length, expected) in [(10, 0.5), (1, 0.1), (0, 0.0)] {
			metrics.set_allowances(&allowances(length));
			assert_eq!(samples(&registry, name), [("3".into(), expected)]);
		}
		let ref_time = samples(&registry, "polity_allowance_ref_time_picoseconds");
		assert_eq!(ref_time, [("ministry".into(), 100.0)]);
		let length = samples(&registry, "polity_allowance_length_bytes");
		assert_eq!(length, [("ministry".into(), 10.0)]);
	}
}
