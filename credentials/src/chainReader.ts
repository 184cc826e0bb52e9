/** What a verifier asks the chain: one read of one finalized state. */
import type { FinalizedBlock } from '@polity/client';

import type { SchemaReference } from './identifiers.js';
import type { ChainKey } from './keys.js';

/** What an attestation is worth, by the names of `polity_accreditation::Status`. */
export type ChainStatus =
  | 'VoidedByChain'
  | 'SignedByCompromisedKey'
  | 'NotYet'
  | 'Revoked'
  | 'Expired'
  | 'Suspended'
  | 'SchemaSuperseded'
  | 'Valid';

/** The levels of assurance, from the lowest to the highest. */
export const LEVELS = ['Low', 'Substantial', 'High'] as const;

/** A level of assurance of Regulation (EU) No 910/2014 (eIDAS), article 8. */
export type Level = (typeof LEVELS)[number];

/** What is asked of the chain. Nothing of it says what the credential says. */
export interface StatusQuery {
  /** The root of the batch, as hex. */
  readonly root: string;
  readonly position: number;
  /** The commitment to the credential, as hex. */
  readonly commitment: string;
  readonly statusIndex: number;
  /** The siblings from the leaf up to the root, as hex. */
  readonly proof: readonly string[];
  /** The number of the issuer's document. */
  readonly issuer: number;
  readonly keyId: number;
  /** The instant at which it is to be valid, in milliseconds. */
  readonly at: number;
}

/** A batch, as the chain keeps it. */
export interface ChainBatch {
  readonly issuer: number;
  readonly keyId: number;
  readonly schema: SchemaReference & { readonly hash: string };
  /** The number of the district for which it attests; 0 for the whole country. */
  readonly district: number;
  readonly level: Level;
  readonly list: number;
  readonly leaves: number;
  /** The first instant at which it is valid, in milliseconds. */
  readonly from: number;
  /** The first instant at which it is valid no more. */
  readonly until: number;
}

/** What the chain answers. */
export interface ChainAnswer {
  /** The finalized block whose state all of it is from. */
  readonly block: FinalizedBlock;
  /** The key of the issuer's document at issue; none if it had no such key to sign with. */
  readonly issuerKey: ChainKey | undefined;
  /** The batch; none if there is none with that root. */
  readonly batch: ChainBatch | undefined;
  /** What the credential is worth; none if it is not in the batch. */
  readonly status: ChainStatus | undefined;
}

/** Who reads the chain for a verifier. */
export interface ChainReader {
  status(query: StatusQuery): Promise<ChainAnswer>;
}
