/**
 * GeoJSON (RFC 7946) of a cadastre, and how its features become rows of an import campaign. All of
 * it is pure. Coordinates are WGS 84, longitude first, and become whole units of 1e-7 degree.
 */

/** Units of a degree. */
export const UNITS_PER_DEGREE = 10_000_000;

/** A corner in units of 1e-7 degree. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A boundary as the chain takes it: no ring repeats its first point. */
export interface Outline {
  readonly outer: readonly Point[];
  readonly holes: readonly (readonly Point[])[];
}

/** A parcel of the file. */
export interface SourceParcel {
  /** The reference of the cadastre that it is from. */
  readonly reference: string;
  readonly outline: Outline;
  /** The registered area, in whole square metres. */
  readonly statedArea: number;
}

/** One feature of the file as a row. */
export type ParcelRow =
  | { readonly kind: 'parcel'; readonly parcel: SourceParcel }
  /** It cannot be written as a parcel; `text` is what the campaign commits to. */
  | {
      readonly kind: 'unreadable';
      readonly reference: string;
      readonly reason: string;
      readonly text: string;
    };

/** A file that is no cadastre in GeoJSON. */
export class NotACadastre extends Error {}

/** What the chain takes as a reference: 1 to 24 digits and capital letters. */
const REFERENCE = /^[0-9A-Z]{1,24}$/;

type Unknown = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null;

/**
 * The features of a file.
 *
 * @throws {NotACadastre} when it is no feature collection, or an empty one.
 */
export function parseFeatures(text: string): readonly unknown[] {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw new NotACadastre('it is no JSON');
  }
  if (!isObject(file) || file.type !== 'FeatureCollection' || !Array.isArray(file.features)) {
    throw new NotACadastre('it is no feature collection');
  }
  if (file.features.length === 0) throw new NotACadastre('it has no feature');
  return file.features;
}

/** A coordinate in whole units; null where it has more than seven decimals or is no number. */
function unitsOf(value: unknown): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  const units = Math.round(value * UNITS_PER_DEGREE);
  // What is rounded away would be ground of somebody.
  return Math.abs(units / UNITS_PER_DEGREE - value) < 1e-9 ? units : null;
}

/** A ring without the point that closes it; null where it is none. */
function ringOf(value: unknown): Point[] | null {
  if (!Array.isArray(value) || value.length < 4) return null;
  const points: Point[] = [];
  for (const position of value) {
    if (!Array.isArray(position)) return null;
    const [x, y] = [unitsOf(position[0]), unitsOf(position[1])];
    if (x === null || y === null) return null;
    points.push({ x, y });
  }
  const [first, last] = [points[0]!, points.pop()!];
  return first.x === last.x && first.y === last.y ? points : null;
}

/** The outline of a geometry; null where it is no polygon of one part. */
export function outlineOf(geometry: unknown): Outline | null {
  if (!isObject(geometry) || !Array.isArray(geometry.coordinates)) return null;
  let rings: unknown[] = geometry.coordinates;
  if (geometry.type === 'MultiPolygon') {
    if (rings.length !== 1 || !Array.isArray(rings[0])) return null;
    rings = rings[0];
  } else if (geometry.type !== 'Polygon') {
    return null;
  }
  const read = rings.map(ringOf);
  const [outer, ...holes] = read;
  if (outer === undefined || outer === null || holes.includes(null)) return null;
  return { outer, holes: holes as Point[][] };
}

/** A feature as a row. The area is the property `contenance` of the French cadastre, or `area`. */
export function parcelRow(feature: unknown): ParcelRow {
  const known = isObject(feature) ? feature : {};
  const properties = isObject(known.properties) ? known.properties : {};
  const reference = String(known.id ?? properties.id ?? '');
  const unreadable = (reason: string): ParcelRow => ({
    kind: 'unreadable',
    reference,
    reason,
    text: JSON.stringify(feature) ?? '',
  });
  if (!REFERENCE.test(reference)) return unreadable('ReferenceNotAllowed');
  const outline = outlineOf(known.geometry);
  if (outline === null) return unreadable('NotAPolygon');
  const area = properties.contenance ?? properties.area ?? 0;
  if (!Number.isSafeInteger(area) || (area as number) < 0) return unreadable('AreaNotWhole');
  return { kind: 'parcel', parcel: { reference, outline, statedArea: area as number } };
}
