import { ApiPromise, WsProvider } from '@polkadot/api';
import type { ApiDecoration } from '@polkadot/api/types';
import type { Codec } from '@polkadot/types/types';
import { compactStripLength, hexToU8a, u8aToHex } from '@polkadot/util';

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
 * How long an answer may take. A node that has just got a new runtime compiles it first, and all of
 * a network do so at the same time.
 */
const ANSWER_MILLIS = 120_000;

/** The newest form of the metadata that @polkadot/api reads, 16, as a `u32`. */
const NEWEST_METADATA = '0x10000000';

/**
 * Gives the metadata in its newest form. @polkadot/api asks for that form when it connects, but for
 * the oldest one after an upgrade of the runtime. The oldest names no runtime API, so that from then
 * on no register could be read.
 */
class Provider extends WsProvider {
  override async send<T>(...request: Parameters<WsProvider['send']>): Promise<T> {
    const [method, at, isCacheable] = request;
    if (method !== 'state_getMetadata') return super.send<T>(...request);
    const call = ['Metadata_metadata_at_version', NEWEST_METADATA, ...at];
    // An `Option` of bytes: one that is there begins with 1.
    const found = hexToU8a(await super.send<string>('state_call', call, isCacheable));
    if (found[0] !== 1) return super.send<T>(...request);
    const [, metadata] = compactStripLength(found.subarray(1));
    return u8aToHex(metadata) as T;
  }
}

/**
 * Connects to a node. The caller disconnects.
 *
 * @throws when the node cannot be reached within `timeoutMillis`.
 */
export async function connect(
  endpoint: string = DEFAULT_ENDPOINT,
  timeoutMillis = 20_000,
): Promise<ApiPromise> {
  const provider = new Provider(endpoint, 1_000, {}, ANSWER_MILLIS);
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

/** How many entries of a record one read of the runtime answers at most. */
const ENTRIES_PAGE = 64;

/** All entries of a record, by a read that answers with a page of them from a version on. */
export async function allEntries(
  read: (from: number, limit: number) => Promise<Iterable<Codec>>,
): Promise<Codec[]> {
  const entries: Codec[] = [];
  for (;;) {
    const page = [...(await read(entries.length + 1, ENTRIES_PAGE))];
    entries.push(...page);
    if (page.length < ENTRIES_PAGE) return entries;
  }
}
