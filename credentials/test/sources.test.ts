import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

describe('the library', () => {
  it('should need nothing of Node outside its commands, so that a browser can use it', () => {
    const folder = fileURLToPath(new URL('../src/', import.meta.url));
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(12);
    // The client as a whole needs Node; these parts of it do not.
    const allowed =
      /^import type |from '(\.\/|@noble\/|@sd-jwt\/core'|@polity\/client\/dist\/(chain|commitment|merkle)\.js')/;
    const imports = files.flatMap((file) => {
      const statements =
        readFileSync(folder + file, 'utf8').match(/^(import|export)\b[^;]*from '[^']+';/gm) ?? [];
      return statements.map((statement) => `${file}: ${statement.replaceAll('\n', ' ')}`);
    });
    expect(imports.length).toBeGreaterThan(40);
    expect(imports.filter((line) => !allowed.test(line.slice(line.indexOf(': ') + 2)))).toEqual([]);
  });
});
