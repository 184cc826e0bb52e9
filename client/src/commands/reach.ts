/** How commands reach a node. Apart from the others, because one of them works without any. */
import type { ApiPromise } from '@polkadot/api';

import { connect, DEFAULT_ENDPOINT } from '../chain.js';
import { Exit } from './command.js';

/** The address of a node, as `--rpc` gives it. */
export function readEndpoint(endpoint: string | undefined): string {
  if (endpoint === undefined) return DEFAULT_ENDPOINT;
  if (!/^wss?:\/\//.test(endpoint)) throw new Exit(2, `${endpoint} is no ws:// address.`);
  return endpoint;
}

/** Connects to a node that has a business register. The caller disconnects. */
export async function reach(endpoint: string): Promise<ApiPromise> {
  let api;
  try {
    api = await connect(endpoint);
  } catch {
    throw new Exit(5, `No node answers at ${endpoint}. Start a network with scripts/run.`);
  }
  if (api.tx.businessRegistry !== undefined) return api;
  await api.disconnect();
  throw new Exit(6, `The chain at ${endpoint} has no business register.`);
}
