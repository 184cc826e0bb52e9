/** The chain itself, by the runtime API of the register of attestations. */
import { atFinalized, type connect } from '@polity/client/dist/chain.js';

import type { ChainAnswer, ChainBatch, ChainReader, ChainStatus, StatusQuery } from './chainReader.js';
import type { ChainKey } from './keys.js';

/** A connection of the client. */
type Connection = Awaited<ReturnType<typeof connect>>;

// The codecs come from the chain's metadata, which no type of this language knows.
type Decoded = any;

/** Reads the last finalized state of a node, once for each question. */
export class PolityChainReader implements ChainReader {
  constructor(private readonly api: Connection) {}

  async status(query: StatusQuery): Promise<ChainAnswer> {
    const { state, block } = await atFinalized(this.api);
    const read = (state.call as Decoded).attestationsApi?.evidence;
    if (read === undefined) throw new Error('This chain has no register of attestations.');
    const { commitment, root, position, statusIndex, proof, issuer, keyId, at } = query;
    const place = { root, position, statusIndex, proof };
    const evidence: Decoded = await read({ commitment, place, issuer, key: keyId }, at);
    const batch = batchOf(evidence);
    return {
      block,
      issuerKey: keyOf(evidence.key),
      batch,
      status: batch === undefined ? undefined : statusOf(evidence.status),
    };
  }
}

/** A key that signs attestations. One that has ended counts: what it signed before stays. */
function keyOf(key: Decoded): ChainKey | undefined {
  if (key.isNone) return undefined;
  const { kind, public: bytes } = key.unwrap();
  return { kind: kind.type, bytes: bytes.toU8a(true) };
}

/** A batch; none for a single attestation. */
function batchOf({ attestation, schemaHash }: Decoded): ChainBatch | undefined {
  if (attestation.isNone) return undefined;
  const { content, issuer, schema, schemaVersion, district, level, list, validity } = attestation.unwrap();
  if (!content.isBatch) return undefined;
  return {
    issuer: issuer.toNumber(),
    keyId: validity.key.toNumber(),
    schema: {
      id: schema.toNumber(),
      version: schemaVersion.toNumber(),
      hash: schemaHash.unwrap().toHex(),
    },
    district: district.toNumber(),
    level: level.type,
    list: list.toNumber(),
    leaves: content.asBatch.leaves.toNumber(),
    from: validity.from.toNumber(),
    // An issuer may name an end that no number holds exactly; no date is as late.
    until: Number(validity.until.toBigInt()),
  };
}

/** What a credential is worth; none if it is not in the batch. */
function statusOf(answer: Decoded): ChainStatus | undefined {
  if (answer.isOk) return answer.asOk.type;
  if (answer.asErr.isProof) return undefined;
  throw new Error(`The chain cannot say what the credential is worth: ${answer.asErr.toString()}.`);
}
