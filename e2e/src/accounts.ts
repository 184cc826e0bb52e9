import { Keyring } from '@polkadot/keyring';
import type { KeyringPair } from '@polkadot/keyring/types';
import { compactToU8a, stringToU8a, u8aConcat } from '@polkadot/util';
import { blake2_256 } from '@polity/client';

/**
 * The well-known accounts of the `local` preset: each is derived from the SDK's development phrase
 * by its path, as `runtime/src/genesis_presets/well_known.rs` has them.
 */
export const ACCOUNTS = {
  interiorExaminer: '//Interior//examiner',
  interiorRegistrar: '//Interior//registrar',
  judge1: '//Justice//judge//1',
  judge2: '//Justice//judge//2',
  landsExaminer: '//Lands//examiner',
  landsRegistrar: '//Lands//registrar',
  landsRecorder: '//Lands//recorder',
  surveyor: '//Lands//surveyor',
  notary: '//Justice//notary',
  examiner: '//Economy//examiner',
  examinerSecondKey: '//Economy//examiner//second-key',
  registrar: '//Economy//registrar',
  recorder: '//Economy//recorder',
  clerk: '//Economy//clerk',
  former: '//Economy//former',
  permitExaminer: '//Economy//permits//examiner',
  permitRegistrar: '//Economy//permits//registrar',
  permitRecorder: '//Economy//permits//recorder',
  accreditor1: '//Interior//accreditor//1',
  accreditor2: '//Interior//accreditor//2',
  citizen1: '//Citizen//1',
  citizen2: '//Citizen//2',
  citizen3: '//Citizen//3',
  interiorSeat1: '//Interior//seat//1',
  interiorSeat2: '//Interior//seat//2',
  justiceSeat1: '//Justice//seat//1',
  justiceSeat2: '//Justice//seat//2',
  landsSeat1: '//Lands//seat//1',
  landsSeat2: '//Lands//seat//2',
  economySeat1: '//Economy//seat//1',
  economySeat2: '//Economy//seat//2',
  justiceNode: '//Justice//node',
  /** Whom the chain knows from when it controls the document of an issuer. */
  university: '//University',
  /** Whom the chain does not know. */
  stranger: '//Nobody',
} as const;

/** The SDK's phrase for development, of which the well-known accounts are derived. */
export const DEVELOPMENT_PHRASE =
  'bottom drive obey lake curtain smoke basket hold race lonely fit walk';

/** The name of a well-known account. */
export type AccountName = keyof typeof ACCOUNTS;

const keyring = new Keyring({ type: 'sr25519' });
const pairs = new Map<AccountName, KeyringPair>();

/** The key pair of a well-known account. */
export function pairOf(name: AccountName): KeyringPair {
  const known = pairs.get(name) ?? keyring.createFromUri(ACCOUNTS[name]);
  pairs.set(name, known);
  return known;
}

/** The tag of a well-known person in a register (`genesis_presets/local.rs`). */
export function tagOf(name: AccountName, register: number): Uint8Array {
  const text = (value: string) => u8aConcat(compactToU8a(value.length), stringToU8a(value));
  return blake2_256(
    u8aConcat(text('polity/well-known-person'), [register], text(ACCOUNTS[name])),
  );
}
