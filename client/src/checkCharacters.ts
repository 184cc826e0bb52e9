/**
 * Check characters by ISO 7064 MOD 97-10: the numbers of companies, parcels and units of land, and
 * legal entity identifiers.
 */

const SERIAL = /^[1-9][0-9]{9}$/;
const NUMBER = /^[1-9][0-9]{11}$/;
const LAND_NUMBER = /^[1-9][0-9]{13}$/;
const LEI = /^[0-9A-Z]{18}[0-9]{2}$/;

/** The company number with these first ten digits, or null where they are out of range. */
export function companyNumber(serial: bigint): string | null {
  const digits = serial.toString();
  if (!SERIAL.test(digits)) return null;
  return digits + checkDigits(serial);
}

const checkDigits = (serial: bigint): string =>
  (98n - ((serial * 100n) % 97n)).toString().padStart(2, '0');

/** Whether a text is the number of a parcel or of a unit of land: twelve digits, and two to check them. */
export function isLandNumber(text: string): boolean {
  return LAND_NUMBER.test(text) && checkDigits(BigInt(text.slice(0, 12))) === text.slice(12);
}

/** Whether a text is a company number of this register. */
export function isCompanyNumber(text: string): boolean {
  return NUMBER.test(text) && companyNumber(BigInt(text.slice(0, 10))) === text;
}

/** Whether a text is a legal entity identifier (ISO 17442) with right check digits. */
export function isLei(text: string): boolean {
  if (!LEI.test(text)) return false;
  const check = Number(text.slice(18));
  if (check < 2 || check > 98) return false;
  const digits = [...text].map((character) => parseInt(character, 36).toString()).join('');
  return BigInt(digits) % 97n === 1n;
}
