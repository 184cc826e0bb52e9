import type { ApiPromise } from '@polkadot/api';
import type { Call, Extrinsic } from '@polkadot/types/interfaces';
import { u8aToHex } from '@polkadot/util';

import { blake2_256 } from './commitment.js';

/**
 * General transactions, of version 5: no account signs them. What the call carries authorises it, such as
 * the signature of a claim (`docs/decisions/0012-claims-without-an-account.md`).
 */

// @polkadot/api has no types for the parts of them.
type Decoded = any;

/** A general transaction that is ready to be sent. */
export interface GeneralTransaction {
  readonly bytes: Uint8Array;
  readonly hash: string;
  /** The last block that may hold it. */
  readonly lastBlock: number;
}

/** A call as a general transaction, with an era of so many blocks from the last finalized block on. */
export async function generalTransaction(
  api: ApiPromise,
  call: Call,
  eraBlocks: number,
): Promise<GeneralTransaction> {
  const { number } = await api.rpc.chain.getHeader(await api.rpc.chain.getFinalizedHead());
  const current = number.toNumber();
  const era = api.registry.createType('ExtrinsicEra', { current, period: eraBlocks });
  const payload = { era, nonce: 0, tip: 0, method: call };
  const transaction = api.registry.createTypeUnsafe('GeneralExtrinsic', [
    { payload, transactionExtensionVersion: 0 },
  ]);
  const bytes = transaction.toU8a();
  return { bytes, hash: u8aToHex(blake2_256(bytes)), lastBlock: era.asMortalEra.death(current) };
}

/** Hands bytes to the node. @polkadot/api would wrap a general transaction once more. */
export const sendBytes = (api: ApiPromise, bytes: Uint8Array): Promise<unknown> =>
  (api as Decoded)._rpcCore.provider.send('author_submitExtrinsic', [u8aToHex(bytes)]);

/**
 * The hash of a transaction of a block, as the node computes it: @polkadot/api takes that of a general one
 * over bytes that are wrapped twice.
 */
export const transactionHash = (extrinsic: Extrinsic): string =>
  extrinsic.isGeneral()
    ? u8aToHex(blake2_256((extrinsic as Decoded).inner.toU8a()))
    : extrinsic.hash.toHex();
