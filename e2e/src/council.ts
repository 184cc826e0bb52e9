import type { Call } from '@polity/client';

import { pairOf, type AccountName } from './accounts.js';
import { eventOf, type Decoded, type Finalized, type World } from './world.js';

/** The keys of the council's seats in the `local` preset. Both sign for the seat's joint account. */
export const SEATS = {
  Interior: ['interiorSeat1', 'interiorSeat2'],
  Justice: ['justiceSeat1', 'justiceSeat2'],
  Lands: ['landsSeat1', 'landsSeat2'],
  Economy: ['economySeat1', 'economySeat2'],
} as const satisfies Readonly<Record<string, readonly [AccountName, AccountName]>>;

/** A seat of the council. */
export type SeatName = keyof typeof SEATS;

/** Three of four seats: the two thirds that a motion takes. */
const MAJORITY: readonly SeatName[] = ['Interior', 'Justice', 'Lands'];

/** More than a motion weighs, and more than a call of the council that carries one. */
const MOTION_WEIGHT = { refTime: 20_000_000_000, proofSize: 500_000 };
const CALL_WEIGHT = { refTime: 50_000_000_000, proofSize: 1_000_000 };

/** The error of a call that somebody else has made, by its name. */
function failIfRefused(world: World, what: string, result: Decoded): void {
  if (result.isOk) return;
  const error = result.asErr;
  const name = error.isModule ? world.api.registry.findMetaError(error.asModule).name : error.type;
  throw new Error(`${what}: ${name}`);
}

/** Makes a call as a seat: one of its keys begins, the other ends it. */
export async function jointly(world: World, seat: SeatName, call: Call): Promise<Finalized> {
  const [first, second] = SEATS[seat];
  const multisig = world.api.tx.multisig as Decoded;
  const begun = await world.make(
    first,
    multisig.approveAsMulti(2, [pairOf(second).address], null, call.method.hash, CALL_WEIGHT),
  );
  // Where the first approval stands in the chain is part of the second.
  const index = begun.events[0]!.phase.asApplyExtrinsic.toNumber();
  const ended = await world.make(
    second,
    multisig.asMulti(
      2,
      [pairOf(first).address],
      { height: begun.number, index },
      call,
      CALL_WEIGHT,
    ),
  );
  failIfRefused(world, `${seat} as a seat`, eventOf(ended, 'MultisigExecuted').result);
  return ended;
}

/** Passes a motion: an act of the council is proposed, voted for by three seats and put into effect. */
export async function pass(world: World, act: Decoded): Promise<Finalized> {
  const council = world.api.tx.council as Decoded;
  const motion = world.api.tx.governance!.enact!(act);
  const { encodedLength } = motion.method;
  const proposed = await jointly(world, 'Interior', council.propose(3, motion, encodedLength));
  const { proposalHash, proposalIndex } = eventOf(proposed, 'Proposed');
  await Promise.all(
    MAJORITY.map((seat) => jointly(world, seat, council.vote(proposalHash, proposalIndex, true))),
  );
  const closed = await jointly(
    world,
    'Interior',
    council.close(proposalHash, proposalIndex, MOTION_WEIGHT, encodedLength),
  );
  failIfRefused(world, 'The motion', eventOf(closed, 'Executed').result);
  return closed;
}
