import type { Decoded } from './world.js';

/**
 * Where the arguments of a pallet's calls have room for text or for bytes of any length, by the metadata:
 * such as `remark.remark`. An array of bytes has one length, and is a number or a hash.
 */
export function textsOf(registry: Decoded, pallet: string): readonly string[] {
  const { lookup, metadata } = registry;
  const found: string[] = [];
  const walk = (id: Decoded, path: string, above: ReadonlySet<number>): void => {
    const number = id.toNumber();
    if (above.has(number)) return;
    const within = new Set([...above, number]);
    const { def } = lookup.getSiType(id);
    if (def.isPrimitive && def.asPrimitive.isStr) found.push(path);
    if (def.isCompact) walk(def.asCompact.type, path, within);
    if (def.isArray) walk(def.asArray.type, path, within);
    if (def.isTuple) for (const part of def.asTuple) walk(part, path, within);
    if (def.isComposite) fields(def.asComposite.fields, path, within);
    if (def.isVariant) for (const { fields: all } of def.asVariant.variants) fields(all, path, within);
    if (def.isSequence) {
      const { def: item } = lookup.getSiType(def.asSequence.type);
      if (item.isPrimitive && item.asPrimitive.isU8) found.push(path);
      else walk(def.asSequence.type, path, within);
    }
  };
  const fields = (all: Decoded, path: string, above: ReadonlySet<number>): void => {
    for (const { name, type } of all) walk(type, name.isSome ? `${path}.${name.unwrap()}` : path, above);
  };
  const known = metadata.pallets.find((one: Decoded) => one.name.eq(pallet));
  const { variants } = lookup.getSiType(known.calls.unwrap().type).def.asVariant;
  for (const { name, fields: all } of variants) fields(all, `${name}`, new Set());
  return found;
}
