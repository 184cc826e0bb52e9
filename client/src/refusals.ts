import type { ApiPromise } from '@polkadot/api';
import type { DispatchError } from '@polkadot/types/interfaces';

/** A refusal by name, with what to do about it. */
export interface Refusal {
  /** The pallet, or `pool` where no call was run. */
  readonly section: string;
  /** The error's name. */
  readonly name: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** The custom codes with which the pool refuses, as in `primitives/src/refusal.rs`. */
export const POOL_REFUSALS: Readonly<Record<number, Refusal>> = {
  1: {
    section: 'pool',
    name: 'UnknownSigner',
    remedy: 'The chain does not know this account. Enrol it, or sign with one that it knows.',
  },
  2: {
    section: 'pool',
    name: 'AllowanceExhausted',
    remedy: 'This signer has used up its allowance. Send it again in the next period.',
  },
  3: {
    section: 'pool',
    name: 'MinistryAllowanceExhausted',
    remedy: "The signer's ministry has used up its allowance. Send it again in the next period.",
  },
  4: {
    section: 'pool',
    name: 'TooMuchWaiting',
    remedy: 'This signer has as much waiting as its allowance can carry. Wait for a block.',
  },
  5: {
    section: 'pool',
    name: 'Immortal',
    remedy: 'Give the transaction an era: nothing may be valid for ever.',
  },
  6: {
    section: 'pool',
    name: 'LargerThanAllowance',
    remedy: 'The transaction alone is larger than an allowance. Split it.',
  },
  7: {
    section: 'pool',
    name: 'CallNotAvailable',
    remedy:
      'This chain does not take the call or one that it carries, or the council has paused it.',
  },
};

/** What the SDK itself refuses with, by its words, where they do not say what to do. */
const SDK_REFUSALS: readonly (readonly [words: RegExp, refusal: Refusal])[] = [
  [
    /bad signature/,
    {
      section: 'pool',
      name: 'BadProof',
      remedy:
        'It is not signed for this chain and the version that its runtime has now. Sign it again.',
    },
  ],
  [
    /is outdated/,
    {
      section: 'pool',
      name: 'Stale',
      remedy: 'What it asks for has been done or is not on offer any more. Read the state again.',
    },
  ],
  [
    /valid in the future/,
    {
      section: 'pool',
      name: 'Future',
      remedy: 'Its time has not come. Send it again when it has.',
    },
  ],
  [
    /call is not expected/,
    {
      section: 'pool',
      name: 'NotAdmitted',
      remedy: 'No account signs this call, and the chain would refuse it now. Read the state again.',
    },
  ],
  [
    /temporarily banned/,
    {
      section: 'pool',
      name: 'TemporarilyBanned',
      remedy:
        'This node has refused the same bytes not long ago. Send them to another one, or in half an hour.',
    },
  ],
];

const CUSTOM_CODE = /Custom error: (\d+)/;

/** Turns what the node answered to a submission into its name and remedy. */
export function poolRefusal(error: unknown): Refusal {
  const message = error instanceof Error ? error.message : String(error);
  const code = CUSTOM_CODE.exec(message)?.[1];
  const known =
    code === undefined
      ? SDK_REFUSALS.find(([words]) => words.test(message))?.[1]
      : POOL_REFUSALS[Number(code)];
  return known ?? { section: 'pool', name: 'Invalid', remedy: message };
}

/** Turns the error of a call that ran into its name and what its documentation says to do. */
export function callRefusal(api: ApiPromise, error: DispatchError): Refusal {
  if (!error.isModule) return { section: 'runtime', name: error.type, remedy: error.toString() };
  const { section, name, docs } = api.registry.findMetaError(error.asModule);
  return { section, name, remedy: docs.join(' ').trim() };
}
