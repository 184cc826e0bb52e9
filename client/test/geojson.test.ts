import { describe, expect, it } from 'vitest';

import { NotACadastre, outlineOf, parcelRow, parseFeatures } from '../src/geojson.js';

const square = [
  [
    [2.3, 48.6],
    [2.3000001, 48.6],
    [2.3000001, 48.6000001],
    [2.3, 48.6],
  ],
];
const feature = (change: Record<string, unknown> = {}) => ({
  type: 'Feature',
  id: '91216000AB0037',
  geometry: { type: 'Polygon', coordinates: square },
  properties: { contenance: 657 },
  ...change,
});

describe('the outline of a feature', () => {
  it('should be in whole units without the point that closes a ring', () => {
    expect(outlineOf(feature().geometry)).toEqual({
      outer: [
        { x: 23_000_000, y: 486_000_000 },
        { x: 23_000_001, y: 486_000_000 },
        { x: 23_000_001, y: 486_000_001 },
      ],
      holes: [],
    });
    const multi = { type: 'MultiPolygon', coordinates: [square] };
    expect(outlineOf(multi)).toEqual(outlineOf(feature().geometry));
  });

  it('should be exact for every coordinate of seven decimals', () => {
    for (let units = 23_000_000; units < 23_010_000; units += 1) {
      const x = Number((units / 1e7).toFixed(7));
      const ring = [[x, 1], [x, 2], [3, 3], [x, 1]];
      expect(outlineOf({ type: 'Polygon', coordinates: [ring] })?.outer[0]).toEqual({
        x: units,
        y: 10_000_000,
      });
    }
  });

  it('should be none when the geometry has no such form', () => {
    const open = [[[0, 0], [1, 0], [1, 1], [0, 1]]];
    const fine = [[[0.00000001, 0], [1, 0], [1, 1], [0.00000001, 0]]];
    for (const geometry of [
      null,
      { type: 'Point', coordinates: [0, 0] },
      { type: 'Polygon', coordinates: [] },
      { type: 'Polygon', coordinates: open },
      { type: 'Polygon', coordinates: fine },
      { type: 'Polygon', coordinates: [[[0, 0], ['1', 0], [1, 1], [0, 0]]] },
      { type: 'MultiPolygon', coordinates: [square, square] },
    ]) {
      expect(outlineOf(geometry)).toBeNull();
    }
  });
});

describe('a row of the file', () => {
  it('should be a parcel when it has reference, polygon and area', () => {
    expect(parcelRow(feature())).toMatchObject({
      kind: 'parcel',
      parcel: { reference: '91216000AB0037', statedArea: 657 },
    });
  });

  it('should say why it cannot be a parcel', () => {
    const reason = (change: Record<string, unknown>) => parcelRow(feature(change));
    expect(reason({ id: 'a b' })).toMatchObject({ reason: 'ReferenceNotAllowed' });
    expect(reason({ geometry: null })).toMatchObject({ reason: 'NotAPolygon' });
    expect(reason({ properties: { contenance: 1.5 } })).toMatchObject({ reason: 'AreaNotWhole' });
  });

  it('should be refused with the whole file when that is no cadastre', () => {
    for (const text of ['{', '[]', '{"type":"Feature"}', '{"type":"FeatureCollection","features":[]}']) {
      expect(() => parseFeatures(text)).toThrow(NotACadastre);
    }
  });
});
