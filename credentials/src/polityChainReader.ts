/** The chain itself, by the runtime API of the register of attestations. */
import { atFinalized, type connect } from '@polity/client/dist/chain.js';

import type { ChainAnswer, ChainBatch, ChainReader, ChainStatus, StatusQuery } from './chainReader.js';
import type { SchemaReference } from './identifiers.js';
import type { ChainKey } from './keys.js';

/** A connection of the client. */
type Connection = Awaited<ReturnType<typeof connect>>;

// The codecs come from the chain's metadata, which no type of this language knows.
type Decoded = any;

/** Reads the last finalized state of a node. All of an answer is from one block. */
export class PolityChainReader implements ChainReader {
  constructor(private readonly api: Connection) {}

  async status(query: StatusQuery): Promise<ChainAnswer> {
    const { state, block } = await atFinalized(this.api);
    const calls = (state.call as Decoded).attestationsApi;
    if (calls === undefined) throw new Error('This chain has no register of attestations.');
    const { root, position, commitment, statusIndex, proof, at } = query;
    const [issuer, attestation, schema, status] = (await Promise.all([
      calls.issuer(query.issuer),
      calls.attestation(root),
      calls.schema(query.schema.id, query.schema.version),
      calls.batchStatus(root, position, commitment, statusIndex, proof, at),
    ])) as Decoded[];
    const batch = attestation.isNone ? undefined : batchOf(attestation.unwrap().record, query.schema, schema);
    return {
      block,
      issuerKey: issuer.isNone ? undefined : keyOf(issuer.unwrap().document, query.keyId),
      batch,
      status: batch === undefined ? undefined : statusOf(status),
    };
  }
}

/** A key that signs attestations. One that has ended counts: what it signed before stays. */
function keyOf({ keys_: keys }: Decoded, keyId: number): ChainKey | undefined {
  const found = [...keys].find((key: Decoded) => key.id.toNumber() === keyId);
  if (found === undefined || found.purpose.type !== 'Assertion') return undefined;
  return { kind: found.kind.type, bytes: found.public.toU8a(true) };
}

/** A batch; none for a single attestation. */
function batchOf(record: Decoded, asked: SchemaReference, version: Decoded): ChainBatch | undefined {
  const { content, issuer, schema, schemaVersion, level, list, validity } = record;
  if (!content.isBatch) return undefined;
  const id = schema.toNumber();
  const number = schemaVersion.toNumber();
  const isAsked = id === asked.id && number === asked.version && version.isSome;
  return {
    issuer: issuer.toNumber(),
    keyId: validity.key.toNumber(),
    // The hash of another schema than the one that was asked for is not known, and fits none.
    schema: { id, version: number, hash: isAsked ? version.unwrap().hash_.toHex() : '' },
    level: level.type,
    list: list.toNumber(),
    leaves: content.asBatch.leaves.toNumber(),
  };
}

/** What a credential is worth; none if it is not in the batch. */
function statusOf(answer: Decoded): ChainStatus | undefined {
  if (answer.isOk) return answer.asOk.type;
  if (answer.asErr.isProof) return undefined;
  throw new Error(`The chain cannot say what the credential is worth: ${answer.asErr.toString()}.`);
}
