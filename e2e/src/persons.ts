import { randomBytes } from 'node:crypto';

import { Keyring } from '@polkadot/keyring';
import type { KeyringPair } from '@polkadot/keyring/types';
import { u8aToHex } from '@polkadot/util';
import {
  act,
  atFinalized,
  claimPayload,
  controllerProofPayload,
  guardianPayload,
  LEGAL_BASIS,
  REGISTER,
  type ActOptions,
  type Call,
  type ControllerProof,
} from '@polity/client';

import { eventOf, nameOf, refusalOf, type Decoded, type Finalized, type World } from './world.js';

const keyring = new Keyring({ type: 'sr25519' });

/** A key that nobody has seen before. */
export const freshPair = (): KeyringPair => keyring.createFromUri(`//${randomBytes(32).toString('hex')}`);

/** The keys of a claim: the one of the officer who prepares the offer, and the one of who decides it. */
export type ClaimKeys = readonly [KeyringPair, KeyringPair];

/** A person of the business register that no preset knows. */
export class ImportedPerson {
  readonly tag = new Uint8Array(randomBytes(32));

  constructor(private readonly world: World) {}

  /** As calls name it. */
  get id(): Decoded {
    return { register: 'Business', tag: this.tagHex };
  }

  get tagHex(): string {
    return u8aToHex(this.tag);
  }

  /** Its record at the last finalized block. */
  async record(): Promise<{
    readonly version: number;
    readonly head: string;
    readonly controller: string | null;
  }> {
    const { identity } = (await atFinalized(this.world.api)).state.query as Decoded;
    const [record, head] = await Promise.all([identity.persons(this.id), identity.heads(this.id)]);
    const { seq, hash_: hash } = head.unwrap();
    const { controller } = record.unwrap();
    return {
      version: seq.toNumber(),
      head: hash.toHex(),
      controller: controller.isSome ? controller.unwrap().toString() : null,
    };
  }

  /** What a key signs, by which an account is to control the tag. */
  #signed(
    payload: (proof: ControllerProof) => Uint8Array,
    signer: KeyringPair,
    { publicKey: controller }: KeyringPair,
    version: number,
  ): Decoded {
    const genesis = this.world.api.genesisHash.toU8a();
    const proof = { genesis, register: REGISTER.business, tag: this.tag, controller, version };
    return { Sr25519: u8aToHex(signer.sign(payload(proof))) };
  }

  /** The new controller's own consent. */
  consent(controller: KeyringPair, version: number): Decoded {
    return this.#signed(controllerProofPayload, controller, controller, version);
  }

  /** What whoever has the two claim keys signs, so that an account controls the tag. */
  claimSignatures(controller: KeyringPair, claimKeys: ClaimKeys, version: number): Decoded[] {
    return claimKeys.map((key) => this.#signed(claimPayload, key, controller, version));
  }

  /** A claim for an account, by whoever has the two claim keys. */
  claim(controller: KeyringPair, claimKeys: ClaimKeys, version: number): Call {
    return this.claimSigned(controller, this.claimSignatures(controller, claimKeys, version), version);
  }

  /** A claim for an account with signatures from anywhere. */
  claimSigned(controller: KeyringPair, signatures: readonly Decoded[], version: number): Call {
    const { identity } = this.world.api.tx as Decoded;
    return identity.claim(this.id, controller.address, this.consent(controller, version), signatures);
  }

  /** What a guardian signs of a recovery for an account. */
  approval(guardian: KeyringPair, controller: KeyringPair, version: number): Decoded {
    return this.#signed(guardianPayload, guardian, controller, version);
  }

  /** Two officers make a change of the record, and what the second one's act has told. */
  async change(change: Decoded, version: number, options: Partial<ActOptions> = {}): Promise<Decoded> {
    return eventOf(await this.#decided(change, version, options, 'Approve'), 'Recorded');
  }

  /** Two officers offer the tag to its owner, each with a key. */
  async offer([first, second]: ClaimKeys, version: number): Promise<Decoded> {
    const offer = { OfferClaim: { claimKey: first.address } };
    const approval = { ApproveOffer: { claimKey: second.address } };
    return eventOf(await this.#decided(offer, version, {}, approval), 'ClaimOffered');
  }

  async #decided(
    change: Decoded,
    version: number,
    options: Partial<ActOptions>,
    decision: Decoded,
  ): Promise<Finalized> {
    const { identity } = this.world.api.tx as Decoded;
    const on = (more: Partial<ActOptions> = {}): Decoded =>
      act({ legalBasis: LEGAL_BASIS.enrolment, expectedVersion: version, ...more });
    const prepared = await this.world.make(
      'interiorExaminer',
      identity.prepare(on(options), this.id, change, null),
    );
    const { proposal } = eventOf(prepared, 'Prepared');
    return this.world.make('interiorRegistrar', identity.decide(on(), proposal, decision));
  }
}

/** Submits as any account, and fails where it is not done. */
export async function makeAs(world: World, pair: KeyringPair, call: Call): Promise<Finalized> {
  const outcome = await world.submitter.submit(call, pair);
  if (outcome.kind !== 'finalized' || outcome.refusal !== null) {
    throw new Error(`${pair.address}: ${JSON.stringify(outcome)}`);
  }
  return outcome;
}

/** How a call is refused that any account signs, or that none does; `nothing` where it is not. */
export async function refusalFor(world: World, call: Call, pair?: KeyringPair): Promise<string> {
  const outcome = await (pair === undefined
    ? world.submitter.sendGeneral(call)
    : world.submitter.submit(call, pair));
  return outcome.kind === 'expired' ? 'expired' : nameOf(refusalOf(outcome));
}

/** Submits what no account signs, and fails where it is not done. */
export async function makeUnsigned(world: World, call: Call): Promise<Finalized> {
  const outcome = await world.submitter.sendGeneral(call);
  if (outcome.kind !== 'finalized' || outcome.refusal !== null) throw new Error(JSON.stringify(outcome));
  return outcome;
}
