import { randomBytes } from 'node:crypto';

import { stringToU8a, u8aToHex } from '@polkadot/util';
import { act, LEGAL_BASIS, nameCommitment, REGISTER, type ActOptions, type Call } from '@polity/client';

import { tagOf, type AccountName } from './accounts.js';
import { eventOf, type Decoded, type World } from './world.js';

/** Texts are given to `@polkadot/api` as hex: it reads them as what they are. */
export const hexOf = (text: string): string => u8aToHex(stringToU8a(text));

/** An act of the business register, registered today unless said otherwise. */
export const registerAct = (version = 0, options: Partial<ActOptions> = {}): Decoded =>
  act({ legalBasis: LEGAL_BASIS.registration, expectedVersion: version, ...options });

/** A founder's name with the salt that opens its commitment. */
export interface OpenedName {
  readonly name: string;
  readonly salt: string;
  readonly commitment: string;
}

/** Commits to a name as a founder. */
export function commitTo(founder: AccountName, name: string): OpenedName {
  const salt = new Uint8Array(randomBytes(32));
  const commitment = nameCommitment(tagOf(founder, REGISTER.business), salt, name);
  return { name, salt: u8aToHex(salt), commitment };
}

/** A board of directors, each of whom signs alone unless so many have to together. */
export const boardOf = (directors: readonly AccountName[], together = 1): Decoded => ({
  directors: directors.map((director) => u8aToHex(tagOf(director, REGISTER.business))),
  signing: together === 1 ? 'Sole' : { Joint: together },
});

/** What a founder applies for. */
export function applicationBody(
  name: OpenedName,
  directors: readonly AccountName[],
  change: Partial<Record<'reservation' | 'legalForm' | 'jurisdiction' | 'board', unknown>> = {},
): Decoded {
  return {
    district: 0,
    name: name.commitment,
    reservation: null,
    legalForm: hexOf('H0PO'),
    jurisdiction: hexOf('GB'),
    registeredOffice: u8aToHex(randomBytes(32)),
    activities: [hexOf('62020')],
    fiscalYearEnd: { month: 12, day: 31 },
    board: boardOf(directors),
    ...change,
  };
}

/** The recommendation to register a company by its name. */
export const recommend = ({ name, salt }: OpenedName): Decoded => ({
  Register: { name: hexOf(name), salt },
});

/** Files an application and returns its id. */
export async function apply(
  world: World,
  founder: AccountName,
  name: OpenedName,
  change = {},
): Promise<number> {
  const call = world.register.apply(registerAct(), null, applicationBody(name, [founder], change));
  return eventOf(await world.make(founder, call), 'ApplicationFiled').application.toNumber();
}

/** The call by which an officer examines an application as it was filed. */
export const examination = (world: World, application: number, name: OpenedName, version = 1): Call =>
  world.register.examine(registerAct(version), application, recommend(name));

/** Founds a company without a reservation, and returns its number. Its founder directs it. */
export async function found(
  world: World,
  founder: AccountName,
  text: string,
  change = {},
): Promise<string> {
  const name = commitTo(founder, text);
  const application = await apply(world, founder, name, change);
  await world.make('examiner', examination(world, application, name));
  const decided = await world.make(
    'registrar',
    world.register.decide(registerAct(2), application, 'Register'),
  );
  return eventOf(decided, 'CompanyRegistered').company.toString();
}
