/**
 * Check characters by ISO 7064 MOD 97-10: the numbers of companies, parcels, units of land and permits,
 * and legal entity identifiers. Numbers of different kinds differ in their length.
 */

const SERIAL = /^[1-9][0-9]{9}$/;
const DIGITS = /^[1-9][0-9]*$/;
const LEI = /^[0-9A-Z]{18}[0-9]{2}$/;

/** The company number with these first ten digits, or null where they are out of range. */
export function companyNumber(serial: bigint): string | null {
  const digits = serial.toString();
  if (!SERIAL.test(digits)) return null;
  return digits + checkDigits(serial);
}

const checkDigits = (serial: bigint): string =>
  (98n - ((serial * 100n) % 97n)).toString().padStart(2, '0');

/** Whether a text is so many digits that count up, and two that check them. */
const isChecked = (text: string, counting: number): boolean =>
  DIGITS.test(text) &&
  text.length === counting + 2 &&
  checkDigits(BigInt(text.slice(0, counting))) === text.slice(counting);

/** Whether a text is a company number of this register: ten digits, and two to check them. */
export const isCompanyNumber = (text: string): boolean => isChecked(text, 10);

/** Whether a text is the number of a parcel: eleven digits, and two to check them. */
export const isParcelNumber = (text: string): boolean => isChecked(text, 11);

/** Whether a text is the number of a unit of land: twelve digits, and two to check them. */
export const isUnitNumber = (text: string): boolean => isChecked(text, 12);

/** Whether a text is the number of a permit: thirteen digits, and two to check them. */
export const isPermitNumber = (text: string): boolean => isChecked(text, 13);

/** Whether a text is a legal entity identifier (ISO 17442) with right check digits. */
export function isLei(text: string): boolean {
  if (!LEI.test(text)) return false;
  const check = Number(text.slice(18));
  if (check < 2 || check > 98) return false;
  const digits = [...text].map((character) => parseInt(character, 36).toString()).join('');
  return BigInt(digits) % 97n === 1n;
}
