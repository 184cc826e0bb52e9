//! What the command line asks for, done.

use sc_cli::{CliConfiguration, KeySubcommand, Runner, SubstrateCli};
use sc_service::{ChainSpec as _, PartialComponents};

use polity_primitives::opaque::Block;

use crate::{
	chain_spec,
	cli::{Cli, Subcommand},
	distribution,
	exit::NodeError,
	metadata, service,
};

/// Does what the command line says.
///
/// # Errors
/// Whatever [`NodeError`] lists.
pub(crate) fn execute(mut cli: Cli) -> Result<(), NodeError> {
	match cli.subcommand.take() {
		None => {
			cli.run.refuse_unsupported()?;
			let runner = runner(&cli, &cli.run)?;
			let choices = service::Choices { vote_at_once: cli.run.votes_at_once() };
			runner.run_node_until_exit(|config| async move { service::start(config, choices) })
		},
		Some(Subcommand::Key(command)) => key(&cli, command),
		Some(Subcommand::ExportChainSpec(command)) => {
			let specification = chain_spec::load(&command.chain, distribution().runtime)?;
			command
				.run(specification.cloned_box())
				.map_err(|error| genesis_error(&command.chain, error))
		},
		Some(Subcommand::BuildSpec(command)) => {
			let chain = command.chain_id(command.is_dev()?)?;
			runner(&cli, &command)?.sync_run(|config| {
				command
					.run(config.chain_spec, config.network)
					.map_err(|error| genesis_error(&chain, error))
			})
		},
		Some(Subcommand::ExportMetadata(command)) => metadata::export(&command),
		Some(Subcommand::CheckBlock(command)) => runner(&cli, &command)?.async_run(|config| {
			let PartialComponents { client, task_manager, import_queue, .. } =
				service::new_partial(&config)?;
			let done = async move { Ok(command.run(client, import_queue).await?) };
			Ok((done, task_manager))
		}),
		Some(Subcommand::ExportBlocks(command)) => runner(&cli, &command)?.async_run(|config| {
			let PartialComponents { client, task_manager, .. } = service::new_partial(&config)?;
			let done = async move { Ok(command.run(client, config.database).await?) };
			Ok((done, task_manager))
		}),
		Some(Subcommand::ImportBlocks(command)) => runner(&cli, &command)?.async_run(|config| {
			let PartialComponents { client, task_manager, import_queue, .. } =
				service::new_partial(&config)?;
			let done = async move { Ok(command.run(client, import_queue).await?) };
			Ok((done, task_manager))
		}),
		Some(Subcommand::PurgeChain(command)) => {
			runner(&cli, &command)?.sync_run(|config| Ok(command.run(config.database)?))
		},
		Some(Subcommand::Revert(command)) => runner(&cli, &command)?.async_run(|config| {
			let PartialComponents { client, task_manager, backend, .. } =
				service::new_partial(&config)?;
			// GRANDPA keeps authority changes that were announced in the blocks that go.
			let forget_changes = Box::new(|client, _, blocks| {
				sc_consensus_grandpa::revert(client, blocks)?;
				Ok(())
			});
			let done = async move { Ok(command.run(client, backend, Some(forget_changes)).await?) };
			Ok((done, task_manager))
		}),
		Some(Subcommand::ChainInfo(command)) => {
			runner(&cli, &command)?.sync_run(|config| Ok(command.run::<Block>(&config)?))
		},
	}
}

/// Keys. The SDK reads the chain specification only to find the folder of the keys.
fn key(cli: &Cli, mut command: KeySubcommand) -> Result<(), NodeError> {
	let runtime = distribution().runtime;
	match &mut command {
		KeySubcommand::GenerateNodeKey(generate) => {
			// A key that goes to a file of its own belongs to no chain.
			let chain = generate.chain.get_or_insert_with(|| "local".into());
			chain_spec::load(chain, runtime)?;
		},
		KeySubcommand::Insert(insert) => {
			let shared = &insert.shared_params;
			chain_spec::load(&shared.chain_id(shared.is_dev()), runtime)?;
		},
		KeySubcommand::Generate(_)
		| KeySubcommand::Inspect(_)
		| KeySubcommand::InspectNodeKey(_) => {},
	}
	command.run(cli).map_err(|error| match error {
		sc_cli::Error::Io(reason) => NodeError::unreadable_key("key file", reason),
		other => other.into(),
	})
}

/// A runner for a command. The specification is read here once before the SDK reads it, because a
/// failure there would come back as any other wrong argument.
fn runner<Command: CliConfiguration>(
	cli: &Cli,
	command: &Command,
) -> Result<Runner<Cli>, NodeError> {
	let chain = command.chain_id(command.is_dev()?)?;
	chain_spec::load(&chain, distribution().runtime)?;
	Ok(cli.create_runner(command)?)
}

/// The SDK has no error of its own for a specification from which no genesis can be built.
fn genesis_error(chain: &str, error: sc_cli::Error) -> NodeError {
	match error {
		sc_cli::Error::Service(sc_service::Error::Other(reason)) => {
			NodeError::chain_specification(chain, reason)
		},
		other => other.into(),
	}
}
