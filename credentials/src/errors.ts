/** Why a credential or what is shown of it is refused. Every name is one reason. */
export type CredentialErrorKind =
  /** It is no SD-JWT of this form: the message says what is wrong with it. */
  | 'Malformed'
  /** It is no verifiable credential by W3C VC Data Model 2.0. */
  | 'NotACredential'
  /** What is asked for cannot be issued, put in a batch or shown. */
  | 'BadRequest'
  /** It is shown without a proof that its holder shows it. */
  | 'KeyBindingMissing'
  /** Somebody shows it who does not hold its key. */
  | 'NotHolder'
  /** It was shown to another verifier. */
  | 'WrongAudience'
  /** It was shown in answer to another question: a copy of an earlier presentation. */
  | 'WrongNonce'
  /** It was shown too long ago, or in the future. */
  | 'NotFresh'
  /** What is shown is not what the holder signed: a disclosure was added, left out or replaced. */
  | 'AlteredPresentation'
  /** A disclosure is not one of the credential's. */
  | 'AlteredDisclosure'
  /** The issuer that it names has not signed it: no such key, another one, or another's batch. */
  | 'ForgedIssuer'
  /** The chain knows no batch with that root. */
  | 'UnknownBatch'
  /** The credential is not in the batch: another salt, position, index or proof. */
  | 'NotInBatch'
  /**
   * It is by a schema that the verifier does not accept, or its batch was issued by another schema, version
   * or status list than it says.
   */
  | 'WrongSchema'
  /** Its level of assurance is below the lowest that the verifier accepts. */
  | 'LevelTooLow'
  /** The issuer was not accredited: its accreditation, or one above, was revoked from the beginning. */
  | 'AccreditationMissing'
  /** The issuer's key was in other hands when it signed. */
  | 'CompromisedKey'
  /** It is not valid yet. */
  | 'NotYetValid'
  /** It is valid no more. */
  | 'Expired'
  /** It is revoked. */
  | 'Revoked'
  /** It is suspended. */
  | 'Suspended'
  /** Another version of its schema has taken the place of the one that it was made by. */
  | 'ExpiredSchema';

/** A refusal, by name. */
export class CredentialError extends Error {
  override readonly name = 'CredentialError';

  constructor(
    readonly kind: CredentialErrorKind,
    message: string,
  ) {
    super(message);
  }
}

/** Refuses. */
export function refuse(kind: CredentialErrorKind, message: string): never {
  throw new CredentialError(kind, message);
}
