import { u8aConcat, u8aToHex } from '@polkadot/util';
import { atFinalized } from '@polity/client';

import type { Decoded, World } from './world.js';

/** The bytes of an id in the metadata: the pallet's, then the function's. */
const PREFIX_BYTES = 16;

/**
 * What a view function of a pallet answers at the last finalized block. @polkadot/api knows them by the
 * metadata alone, so that they are called by their id.
 */
export async function view(
  world: World,
  pallet: string,
  name: string,
  inputs: readonly unknown[],
): Promise<Decoded> {
  const { api } = world;
  const { pallets } = api.runtimeMetadata.asLatest;
  const known = pallets.find((one) => one.name.eq(pallet)) as Decoded;
  const found = [...(known?.viewFunctions ?? [])].find((one: Decoded) => one.name.eq(name));
  if (found === undefined) throw new Error(`There is no view function ${pallet}.${name}.`);
  const typeOf = (id: Decoded): string => api.registry.createLookupType(id);
  const encoded = found.inputs.map(({ type }: Decoded, at: number) =>
    api.registry.createType(typeOf(type), inputs[at]).toU8a(),
  );
  const id = found.id.toU8a(true);
  const { state } = await atFinalized(api);
  const answer = await (state.call as Decoded).runtimeViewFunction.executeViewFunction(
    { prefix: u8aToHex(id.subarray(0, PREFIX_BYTES)), suffix: u8aToHex(id.subarray(PREFIX_BYTES)) },
    u8aToHex(u8aConcat(...encoded)),
  );
  if (answer.isErr) throw new Error(`${pallet}.${name}: ${answer.asErr.toString()}`);
  return api.registry.createType(typeOf(found.output), answer.asOk.toU8a(true));
}
