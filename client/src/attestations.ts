import type { ApiDecoration } from '@polkadot/api/types';
import type { Codec } from '@polkadot/types/types';
import { u8aToHex } from '@polkadot/util';

import { bitAt, optionalBytes } from './bitstring.js';
import { allEntries } from './chain.js';
import { partyText } from './landRegister.js';
import type { Head } from './registry.js';

// The codecs come from the chain's metadata, which no type of this language knows.
type Decoded = any;
type State = ApiDecoration<'promise'>;

/** How many items one read of the runtime answers at most. */
const PAGE = 64;

/** Who may attest what, and what it is worth, as others read it: at one block, which the caller chooses. */

/** A version of a schema. The schema itself is published off the chain. */
export interface SchemaVersionRead {
  /** The SHA-256 of its canonical text. */
  readonly hash: string;
  /** The longest validity of an attestation, in milliseconds. */
  readonly longestMillis: number;
  /** From when another version has taken its place, in milliseconds since 1970; null if none has. */
  readonly supersededAt: number | null;
}

/** An accreditation and who holds it. */
export interface AccreditationRead {
  /** A party as the chain names it, such as `State 1`. */
  readonly holder: string;
  /** `Root`, `Organisation` or `Issuer`. */
  readonly kind: string;
  /** The accreditation that it hangs from; null for a root. */
  readonly parent: number | null;
  readonly schemas: readonly number[];
  readonly district: number;
  /** The highest level of assurance: `Low`, `Substantial` or `High`. */
  readonly highest: string;
  /** When it begins and ends, in milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
  /** Since when it is revoked, and what becomes of what was issued: `Keep` or `VoidFrom`. */
  readonly revoked: { readonly at: number; readonly issued: string } | null;
  readonly head: Head;
}

/** A key of an issuer's document. Instants are in milliseconds since 1970. */
export interface IssuerKeyRead {
  readonly id: number;
  readonly kind: string;
  readonly purpose: string;
  /** The public key in the encoding of its kind, as hex. */
  readonly public: string;
  readonly from: number;
  readonly until: number | null;
  readonly revokedAt: number | null;
  readonly compromisedSince: number | null;
}

/** An issuer with its document. */
export interface IssuerRead {
  readonly holder: string;
  readonly district: number;
  /** The version of the document that is active. */
  readonly version: number;
  readonly keys: readonly IssuerKeyRead[];
  /** The accounts that change the document. */
  readonly controllers: readonly string[];
  readonly guardians: readonly string[];
  readonly quorum: number;
  readonly head: Head;
}

/** How much an issuer has issued. */
export interface IssuanceRead {
  readonly singles: number;
  readonly batches: number;
  /** Attestations in batches. */
  readonly leaves: number;
  readonly revocations: number;
  readonly suspensions: number;
}

/** An attestation, or a batch of them. Instants are in milliseconds since 1970. */
export interface AttestationRead {
  readonly issuer: number;
  readonly accreditation: number;
  readonly schema: number;
  readonly schemaVersion: number;
  readonly level: string;
  readonly list: number;
  readonly key: number;
  readonly issuedAt: number;
  readonly from: number;
  readonly until: number;
  /** How many attestations the batch has; null for a single one. */
  readonly leaves: number | null;
  readonly head: Head;
}

/** What a holder shows of an attestation of a batch, besides the attestation. */
export interface BatchPlace {
  readonly root: string;
  readonly position: number;
  readonly commitment: string;
  readonly statusIndex: number;
  readonly proof: readonly string[];
}

const someOf = (codec: Decoded): Decoded | null => (codec.isSome ? codec.unwrap() : null);
const numberOrNull = (codec: Decoded): number | null => someOf(codec)?.toNumber() ?? null;
const headOf = (head: Decoded): Head => ({ seq: head.seq.toNumber(), hash: head.hash_.toHex() });

const keyOf = (key: Decoded): IssuerKeyRead => ({
  id: key.id.toNumber(),
  kind: key.kind.type,
  purpose: key.purpose.type,
  public: u8aToHex(key.public.toU8a(true)),
  from: key.from.toNumber(),
  until: numberOrNull(key.until),
  revokedAt: numberOrNull(key.revoked),
  compromisedSince: numberOrNull(key.compromisedSince),
});

/** Reads of schemas, accreditations, issuers and attestations at one block. */
export class Attestations {
  constructor(private readonly state: State) {}

  private get calls(): Decoded {
    const calls = (this.state.call as Decoded).attestationsApi;
    if (calls === undefined) throw new Error('This chain has no register of attestations.');
    return calls;
  }

  /** A version of a schema; null where there is none. */
  async schema(schema: number, version: number): Promise<SchemaVersionRead | null> {
    const found = someOf(await this.calls.schema(schema, version));
    if (found === null) return null;
    return {
      hash: found.hash_.toHex(),
      longestMillis: found.law.longestMillis.toNumber(),
      supersededAt: numberOrNull(found.law.supersededAt),
    };
  }

  /** The schema and version of a hash; null where there is none. */
  async schemaOf(hash: string): Promise<{ readonly schema: number; readonly version: number } | null> {
    const found = someOf(await this.calls.schemaOf(hash));
    return found === null ? null : { schema: found[0].toNumber(), version: found[1].toNumber() };
  }

  /** An accreditation; null where there is none of this number. */
  async accreditation(id: number): Promise<AccreditationRead | null> {
    const found = someOf(await this.calls.accreditation(id));
    if (found === null) return null;
    const { holder, node } = found.record;
    const revoked = someOf(node.revoked);
    return {
      holder: partyText(holder),
      kind: node.kind.type,
      parent: numberOrNull(node.parent),
      schemas: [...node.scope.schemas].map((schema: Decoded) => schema.toNumber()),
      district: node.scope.district.toNumber(),
      highest: node.scope.highest.type,
      from: node.scope.from.toNumber(),
      until: node.scope.until.toNumber(),
      revoked: revoked === null ? null : { at: revoked.at.toNumber(), issued: revoked.issued.type },
      head: headOf(found.head),
    };
  }

  /** All accreditations of a holder, in the order of counting. */
  async accreditationsOf(holder: unknown): Promise<readonly number[]> {
    return this.#all(async (after: number | null) =>
      [...(await this.calls.accreditationsOf(holder, after, PAGE))].map((id: Decoded) => id.toNumber()),
    );
  }

  /**
   * Whether an accreditation allows its holder to attest something at an instant, by the whole chain up to
   * its root: null if it does, else why not, such as `LevelTooHigh`.
   */
  async refusalOf(
    accreditation: number,
    claim: { readonly schema: number; readonly district: number; readonly level: string },
    at: number,
  ): Promise<string | null> {
    const answer = await this.calls.allows(accreditation, claim, at);
    return answer.isOk ? null : answer.asErr.type;
  }

  /** An issuer with the document that is active; null where there is none of this number. */
  async issuer(id: number): Promise<IssuerRead | null> {
    const found = someOf(await this.calls.issuer(id));
    if (found === null) return null;
    const { record, document, head } = found;
    return {
      holder: partyText(record.holder),
      district: record.district.toNumber(),
      version: document.version.toNumber(),
      keys: [...document.keys_].map(keyOf),
      controllers: [...document.controllers].map(String),
      guardians: [...document.recovery.guardians].map(String),
      quorum: document.recovery.quorum.toNumber(),
      head: headOf(head),
    };
  }

  /** The issuer whose document a holder has; null where it has none. */
  async issuerOf(holder: unknown): Promise<number | null> {
    return numberOrNull(await this.calls.issuerOf(holder));
  }

  /** How much an issuer has issued. */
  async issuance(issuer: number): Promise<IssuanceRead> {
    const counts = await this.calls.issuanceCounts(issuer);
    return {
      singles: counts.singles.toNumber(),
      batches: counts.batches.toNumber(),
      leaves: counts.leaves.toNumber(),
      revocations: counts.revocations.toNumber(),
      suspensions: counts.suspensions.toNumber(),
    };
  }

  /** All that an issuer has issued: commitments of attestations and roots of batches, in its order. */
  async attestationsOf(issuer: number): Promise<readonly string[]> {
    const listed = await this.#all(async (after: Decoded | null) => [
      ...(await this.calls.attestationsOf(issuer, after === null ? null : after.number, PAGE)),
    ]);
    return listed.map(({ anchor }: Decoded) => anchor.toHex());
  }

  /** An attestation by its commitment, or a batch by its root; null where there is none. */
  async attestation(anchor: string): Promise<AttestationRead | null> {
    const found = someOf(await this.calls.attestation(anchor));
    if (found === null) return null;
    const { record, head } = found;
    const { content, validity } = record;
    return {
      issuer: record.issuer.toNumber(),
      accreditation: record.accreditation.toNumber(),
      schema: record.schema.toNumber(),
      schemaVersion: record.schemaVersion.toNumber(),
      level: record.level.type,
      list: record.list.toNumber(),
      key: validity.key.toNumber(),
      issuedAt: validity.issuedAt.toNumber(),
      from: validity.from.toNumber(),
      until: validity.until.toNumber(),
      leaves: content.isBatch ? content.asBatch.leaves.toNumber() : null,
      head: headOf(head),
    };
  }

  /**
   * What a single attestation is worth at an instant, such as `Valid` or `Revoked`; null where there is none
   * of this commitment.
   */
  async status(commitment: string, at: number): Promise<string | null> {
    return worth(await this.calls.statusAt(commitment, at));
  }

  /** What an attestation of a batch is worth at an instant; null where it is not in the batch. */
  async batchStatus(place: BatchPlace, at: number): Promise<string | null> {
    const { root, position, commitment, statusIndex, proof } = place;
    return worth(await this.calls.batchStatus(root, position, commitment, statusIndex, proof, at));
  }

  /** The version of the record of an index of a status list: what the next act on it cites. */
  async statusVersion(list: number, index: number): Promise<number> {
    const { head } = await this.calls.credentialStatus(list, index);
    return head.seq.toNumber();
  }

  /**
   * Whether the bit of an index is set in a status list: bit 0 is the leftmost of the first byte, as in the
   * Bitstring Status List of W3C. Null where there is no such list.
   */
  async statusBit(
    list: number,
    purpose: 'Revocation' | 'Suspension',
    index: number,
  ): Promise<boolean | null> {
    const bits = optionalBytes(await this.calls.statusBits(list, purpose));
    return bits === null ? null : bitAt(bits, index);
  }

  /** All entries of a record, such as `{ Issuer: 7 }`, the oldest first. */
  async entries(record: unknown): Promise<readonly Codec[]> {
    return allEntries((from, limit) => this.calls.history(record, from, limit));
  }

  async #all<T>(read: (after: T | null) => Promise<T[]>): Promise<readonly T[]> {
    const found: T[] = [];
    for (;;) {
      const page = await read(found.at(-1) ?? null);
      found.push(...page);
      if (page.length < PAGE) return found;
    }
  }
}

/** What is answered; null where nothing is known of it. */
function worth(answer: Decoded): string | null {
  if (answer.isOk) return answer.asOk.type;
  const { asErr: error } = answer;
  if (error.isNotFound || error.isProof) return null;
  throw new Error(`The register cannot say what it is worth: ${error.toString()}.`);
}
