import { ApiPromise, WsProvider } from '@polkadot/api';
import type { ApiDecoration } from '@polkadot/api/types';

/** Polity's transaction extensions that @polkadot/api does not know by itself. None adds a field. */
const EXTENSIONS = Object.fromEntries(
  ['AuthorizeCall', 'CheckAllowance', 'WeightReclaim'].map((name) => [
    name,
    { extrinsic: {}, payload: {} },
  ]),
);

/** Where `scripts/run` opens its gateway. */
export const DEFAULT_ENDPOINT = 'ws://127.0.0.1:9944';

/**
 * Connects to a node. The caller disconnects.
 *
 * @throws when the node cannot be reached within `timeoutMillis`.
 */
export async function connect(
  endpoint: string = DEFAULT_ENDPOINT,
  timeoutMillis = 20_000,
): Promise<ApiPromise> {
  const provider = new WsProvider(endpoint, 1_000, {}, timeoutMillis);
  const api = new ApiPromise({ provider, signedExtensions: EXTENSIONS, noInitWarn: true });
  const timer = new Promise<never>((_, reject) => {
    setTimeout(
      () => reject(new Error(`No node answers at ${endpoint}. Start one with scripts/run.`)),
      timeoutMillis,
    ).unref();
  });
  try {
    await Promise.race([api.isReadyOrError, timer]);
  } catch (error) {
    await api.disconnect();
    // What the transport throws is no error that can be shown.
    throw error instanceof Error ? error : new Error(`No node answers at ${endpoint}.`);
  }
  return api;
}

/** A finalized block: only what it holds has legal effect. */
export interface FinalizedBlock {
  readonly hash: string;
  readonly number: number;
}

/** The last finalized block. */
export async function finalizedBlock(api: ApiPromise): Promise<FinalizedBlock> {
  const hash = await api.rpc.chain.getFinalizedHead();
  const header = await api.rpc.chain.getHeader(hash);
  return { hash: hash.toHex(), number: header.number.toNumber() };
}

/**
 * The state at the last finalized block, and which block that is. Everything that is shown to a
 * person is read through this, so that it says which block it is from.
 */
export async function atFinalized(
  api: ApiPromise,
): Promise<{ readonly state: ApiDecoration<'promise'>; readonly block: FinalizedBlock }> {
  const block = await finalizedBlock(api);
  return { state: await api.at(block.hash), block };
}
