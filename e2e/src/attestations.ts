import { createHash, randomBytes } from 'node:crypto';

import { u8aConcat, u8aToHex } from '@polkadot/util';
import { act, atFinalized, Attestations, blake2_256, LEGAL_BASIS, type Call } from '@polity/client';
import {
  batch,
  generateKey,
  issue,
  issuerName,
  permutedIndex,
  publicHalf,
  signerOf,
  toChainKey,
  type Batch,
  type Issued,
  type PrivateKey,
  type Schema,
  type Signer,
} from '@polity/credentials';

import { pairOf, type AccountName } from './accounts.js';
import { eventOf, pause, type Decoded, type Finalized, type World } from './world.js';

const DAY = 86_400_000;

/** Since when accreditations are in force. */
const BEGINNING = Math.floor(Date.now() / DAY) * DAY - DAY;

/** What the hash begins with by which the holder of an accreditation agrees to one below it. */
const ENDORSEMENT_DOMAIN = 'polity/endorsement/1';

/** How many claims each diploma has room for. */
const SLOTS = 8;

/** An act of the register of attestations on a version of a record. */
export const attestationAct = (legalBasis: number, expectedVersion = 0): Decoded =>
  act({ legalBasis, expectedVersion });

/** Reads of attestations at the last finalized block. */
export const attestations = async (world: World): Promise<Attestations> =>
  new Attestations((await atFinalized(world.api)).state);

/** The hash of a schema that no other test has. */
export const schemaHash = (name: string): string =>
  `0x${createHash('sha256').update(`${name} ${randomBytes(16).toString('hex')}`).digest('hex')}`;

/** What an accreditation covers: one schema in the country, from yesterday on and for ten years. */
export const scopeOf = (schema: number, highest: string): Decoded => ({
  schemas: [schema],
  district: 0,
  highest,
  from: BEGINNING,
  until: BEGINNING + 3_650 * DAY,
});

/** An issuer's document as it is opened: one key, one controller, and two guardians who act together. */
export function documentOf(
  accreditation: number,
  signer: Signer,
  controller: AccountName,
  guardians: readonly [AccountName, AccountName],
): Decoded {
  return {
    OpenIssuer: {
      accreditation,
      key: newKey(signer),
      controller: pairOf(controller).address,
      recovery: { guardians: guardians.map((guardian) => pairOf(guardian).address), quorum: 2 },
    },
  };
}

/** A key that signs attestations, from the act on that has it. */
export function newKey(signer: Signer): Decoded {
  const { kind, bytes } = toChainKey(signer.publicKey);
  return { kind, purpose: 'Assertion', public: u8aToHex(bytes), from: null, until: null };
}

/** The call by which an officer prepares a change. */
export const preparation = (world: World, change: Decoded, legalBasis: number, version = 0): Call =>
  (world.api.tx.attestations as Decoded).prepare(attestationAct(legalBasis, version), change);

/** What a controller endorses: the hash of the change that a call prepares. */
export const endorsementOf = (prepared: Call): string =>
  u8aToHex(blake2_256(u8aConcat(ENDORSEMENT_DOMAIN, prepared.method.args[1]!.toU8a())));

/** One officer prepares a change, and the number of the proposal. */
export async function prepare(
  world: World,
  change: Decoded,
  legalBasis: number = LEGAL_BASIS.accreditation,
  version = 0,
): Promise<number> {
  const prepared = await world.make('accreditor1', preparation(world, change, legalBasis, version));
  return eventOf(prepared, 'Prepared').proposal.toNumber();
}

/** The call by which the second officer approves. */
export const approval = (
  world: World,
  proposal: number,
  legalBasis: number = LEGAL_BASIS.accreditation,
  version = 0,
): Call =>
  (world.api.tx.attestations as Decoded).decide(attestationAct(legalBasis, version), proposal, 'Approve');

/** The number of the record that a decision has made or changed. */
export const recordOf = (decided: Finalized): number => eventOf(decided, 'Recorded').record.inner.toNumber();

/** Two officers make a change, and the number of the record. */
export async function change(
  world: World,
  what: Decoded,
  legalBasis: number = LEGAL_BASIS.accreditation,
  version = 0,
): Promise<number> {
  const proposal = await prepare(world, what, legalBasis, version);
  return recordOf(await world.make('accreditor2', approval(world, proposal, legalBasis, version)));
}

/** Somebody who holds a diploma. */
export interface Graduate {
  readonly key: PrivateKey;
  readonly signer: Signer;
}

/** A key for each of so many graduates. */
export const graduates = (count: number): readonly Graduate[] =>
  Array.from({ length: count }, () => {
    const key = generateKey('Ed25519');
    return { key, signer: signerOf(key) };
  });

/** By whom and by what diplomas are issued. */
export interface Issuing {
  readonly issuer: number;
  readonly keyId: number;
  readonly signer: Signer;
  readonly schema: Omit<Schema, 'slots'>;
  readonly list: number;
  readonly validFrom: Date;
  readonly validUntil: Date;
}

/** Diplomas that are issued, with what it took. */
export interface Diplomas extends Batch {
  /** The index of each in the status list. */
  readonly indices: readonly number[];
  /** What issuing has taken, in milliseconds: signing them one by one, and the tree over all of them. */
  readonly signingMillis: number;
  readonly batchMillis: number;
}

/** Signs a diploma for each graduate, and puts them under one root. */
export async function diplomasFor(holders: readonly Graduate[], issuing: Issuing): Promise<Diplomas> {
  const seed = new Uint8Array(randomBytes(32));
  const indices = holders.map((_, number) => permutedIndex(seed, number));
  const { issuer, keyId, signer, schema, list, validFrom, validUntil } = issuing;
  const issued: Issued[] = [];
  let signingMillis = 0;
  for (const [number, { key }] of holders.entries()) {
    // Others are on the network at the same time, and want to be heard.
    if (number % 50 === 0) await pause(0);
    const began = performance.now();
    issued.push(
      await issue({
        issuer: issuerName(issuer),
        keyId,
        signer,
        type: 'Diploma',
        schema: { ...schema, slots: SLOTS },
        validFrom,
        validUntil,
        holderKey: publicHalf(key),
        status: { list, index: indices[number]! },
        claims: {
          degree: 'Master of Science',
          name: `Zoë Ångström the ${number}th`,
          born: '2001-02-03',
          grade: 'with distinction',
        },
      }),
    );
    signingMillis += performance.now() - began;
  }
  const began = performance.now();
  const root = batch(issued);
  return { ...root, indices, signingMillis, batchMillis: performance.now() - began };
}
