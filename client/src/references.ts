/**
 * How counted ids are written for people: two letters that say of what, the number, and two check
 * characters by ISO 7064 MOD 97-10 over both. The chain counts; a reference is the same number in a form
 * in which a typing error, or the number of something else, is seen before anything is sent.
 */

/** The letters of each kind of id. */
export const REFERENCE_LETTERS = {
  mandate: 'MD',
  reservation: 'NR',
  companyApplication: 'CA',
  companyProposal: 'CP',
  companyCampaign: 'CC',
  officerProposal: 'OP',
  shareProposal: 'SP',
  filing: 'FL',
  parcelProposal: 'PP',
  parcelCampaign: 'PC',
  firstRegistration: 'FR',
  conveyance: 'CV',
  group: 'GR',
  permitType: 'PT',
  permitApplication: 'PA',
  permitProposal: 'PX',
} as const;

/** What a reference can be of. */
export type ReferenceKind = keyof typeof REFERENCE_LETTERS;

const REFERENCE = /^([A-Z]{2})-?([1-9]\d{0,19}|0)-?(\d{2})$/;
/** The largest number that the chain counts to. */
const LARGEST = 2n ** 64n - 1n;

/** Letters as ISO 7064 counts them: A is 10, Z is 35. */
const digitsOf = (text: string): string =>
  [...text].map((character) => parseInt(character, 36).toString()).join('');

const checkOf = (letters: string, id: bigint): string =>
  (98n - ((BigInt(digitsOf(letters) + id.toString()) * 100n) % 97n)).toString().padStart(2, '0');

/** The reference of an id, such as `CA-1024-57`. */
export function referenceOf(kind: ReferenceKind, id: bigint | number): string {
  const number = BigInt(id);
  if (number < 0n || number > LARGEST) throw new Error(`${id} is no id that the chain counts to.`);
  const letters = REFERENCE_LETTERS[kind];
  return `${letters}-${number}-${checkOf(letters, number)}`;
}

/**
 * The id that a reference stands for, whether it is written with its hyphens or without, in capitals or
 * not.
 *
 * @throws with what is wrong: another kind, or a typing error.
 */
export function idOfReference(kind: ReferenceKind, text: string): bigint {
  const match = REFERENCE.exec(text.trim().toUpperCase());
  if (match === null) throw new Error(`"${text}" is no reference: two letters, a number, two digits.`);
  const [, letters = '', digits = '', check = ''] = match;
  const id = BigInt(digits);
  if (id > LARGEST || checkOf(letters, id) !== check) {
    throw new Error(`"${text}" has a typing error: its last two digits do not fit.`);
  }
  if (letters !== REFERENCE_LETTERS[kind]) {
    throw new Error(`"${text}" is a reference of something else: here it begins with ${REFERENCE_LETTERS[kind]}.`);
  }
  return id;
}
