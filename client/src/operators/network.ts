/** What an operator reads of the network. */
import type { ApiPromise } from '@polkadot/api';

import { atFinalized } from '../chain.js';

// The codecs come from the chain's metadata, which no type of this language knows.
type Decoded = any;

/** A ministry and its node. */
export interface MinistryStatus {
  readonly id: number;
  readonly name: string;
  readonly state: string;
  readonly node: string | null;
  /** The session keys that the node has set. */
  readonly keys: { readonly aura: string; readonly grandpa: string } | null;
  readonly isAuthority: boolean;
  readonly isDisabled: boolean;
  readonly lastAuthored: number | null;
  /** Of the last session that has ended. */
  readonly slotsDue: number;
  readonly slotsMissed: number;
  readonly absentSessions: number;
  readonly maintenanceUntil: number | null;
  readonly stoodDown: boolean;
}

/** The network as it stands at the last finalized block of a node, and the best one that it knows. */
export interface NetworkStatus {
  readonly chain: string;
  readonly version: string;
  readonly specVersion: number;
  readonly best: number;
  readonly finalized: number;
  readonly session: number;
  readonly floor: number;
  readonly absenceRule: { readonly missedPercent: number; readonly sessions: number } | null;
  readonly ministries: readonly MinistryStatus[];
}

/** Reads how the network stands. */
export async function networkStatus(api: ApiPromise): Promise<NetworkStatus> {
  const [{ state, block }, header, chain, version] = await Promise.all([
    atFinalized(api),
    api.rpc.chain.getHeader(),
    api.rpc.system.chain(),
    api.rpc.system.version(),
  ]);
  const query = state.query as Decoded;
  const calls = state.call as Decoded;
  const [admitted, authorities, attendance, floor, rule, session, disabled] = await Promise.all([
    query.ministries.admitted(),
    calls.authorityApi.authorities(),
    calls.authorityApi.attendance(),
    query.ministries.floor(),
    query.ministries.absence(),
    query.session.currentIndex(),
    query.session.disabledValidators(),
  ]);
  const disabledPlaces = new Set([...disabled].map(([index]: Decoded) => index.toNumber()));
  const ministries = await Promise.all(
    [...admitted].map(async (id: Decoded): Promise<MinistryStatus> => {
      const ministry = (await query.ministries.ministries(id)).unwrap();
      const node = ministry.node.isSome ? ministry.node.unwrap().toString() : null;
      const keys = node === null ? null : await query.session.nextKeys(node);
      const place = [...authorities].findIndex((one: Decoded) => one.node.toString() === node);
      const own = [...attendance].find((one: Decoded) => one.node.toString() === node);
      const last = place < 0 ? null : authorities[place].lastAuthored;
      return {
        id: id.toNumber(),
        name: ministry.name.toUtf8(),
        state: ministry.state.type,
        node,
        keys: keys?.isSome ? keys.unwrap().toJSON() : null,
        isAuthority: place >= 0,
        isDisabled: disabledPlaces.has(place),
        lastAuthored: last?.isSome ? last.unwrap().toNumber() : null,
        slotsDue: own?.due.toNumber() ?? 0,
        slotsMissed: own?.missed.toNumber() ?? 0,
        absentSessions: own?.absentSessions.toNumber() ?? 0,
        maintenanceUntil: own?.maintenanceUntil.isSome ? own.maintenanceUntil.unwrap().toNumber() : null,
        stoodDown: own?.stoodDown.isTrue ?? false,
      };
    }),
  );
  return {
    chain: chain.toString(),
    version: version.toString(),
    specVersion: api.runtimeVersion.specVersion.toNumber(),
    best: header.number.toNumber(),
    finalized: block.number,
    session: session.toNumber(),
    floor: floor.toNumber(),
    absenceRule: rule.isSome ? rule.unwrap().toJSON() : null,
    ministries,
  };
}

/** One sentence on a ministry. */
export function describeMinistry(ministry: MinistryStatus): string {
  const parts = [`${ministry.id} ${ministry.name}: ${ministry.state.toLowerCase()}`];
  if (ministry.node === null) return `${parts[0]}, runs no node`;
  parts.push(ministry.isAuthority ? 'an authority' : 'no authority in this session');
  if (ministry.keys === null) parts.push('has set no session keys');
  if (ministry.isDisabled) parts.push('DISABLED for an offence');
  if (ministry.stoodDown) parts.push('STOOD DOWN for its absence');
  if (ministry.maintenanceUntil !== null) parts.push(`in maintenance until block ${ministry.maintenanceUntil}`);
  if (ministry.lastAuthored !== null) parts.push(`authored block ${ministry.lastAuthored} last`);
  if (ministry.slotsMissed > 0) {
    parts.push(`missed ${ministry.slotsMissed} of ${ministry.slotsDue} slots in the last session`);
  }
  return parts.join(', ');
}
