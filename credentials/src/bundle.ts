/** What a citizen keeps: the credential with all its values and salts, and where it stands on the chain. */
import { isObject, type Json } from './encoding.js';
import { readAnchor, type Anchor } from './anchor.js';
import { refuse } from './errors.js';

/** The name of the form. */
export const BUNDLE_FORMAT = 'polity-credential/1';

/** A credential in the hands of its holder. Whoever has it can read all of it. */
export interface Bundle {
  readonly format: typeof BUNDLE_FORMAT;
  /** The SD-JWT with all its disclosures. */
  readonly sdJwt: string;
  readonly anchor: Anchor;
}

/**
 * The bundle that a text is.
 *
 * @throws Malformed
 */
export function readBundle(text: string): Bundle {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return refuse('Malformed', 'A bundle is a JSON object.');
  }
  if (!isObject(value) || value.format !== BUNDLE_FORMAT || typeof value.sdJwt !== 'string') {
    return refuse('Malformed', `A bundle is a JSON object of the form ${BUNDLE_FORMAT}.`);
  }
  return { format: BUNDLE_FORMAT, sdJwt: value.sdJwt, anchor: readAnchor(value.anchor) };
}

/** A bundle as text. */
export const writeBundle = (bundle: Bundle): string => JSON.stringify(bundle);
