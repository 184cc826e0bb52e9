import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Node } from './network.js';

/** Where Debian keeps its libraries, by kind of machine. */
const LIBRARIES = '/usr/lib';

/** The library that shows another clock to a process, of Debian's package `faketime`; null where it is not. */
export function clockLibrary(): string | null {
  for (const folder of readdirSync(LIBRARIES)) {
    const file = join(LIBRARIES, folder, 'faketime', 'libfaketimeMT.so.1');
    if (existsSync(file)) return file;
  }
  return null;
}

/**
 * The wall clock of a node, which a test sets. Timers go on as they are: only what time it is differs.
 */
export class WallClock {
  #ahead = 0;

  /** Has a node that does not run yet look at this clock from its next start on. */
  constructor(
    node: Node,
    private readonly file: string,
    library: string,
  ) {
    Object.assign(node.environment, {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    });
    this.setAhead(0);
  }

  /** By how many seconds it is ahead of the machine's; less than nought where it is behind. */
  get ahead(): number {
    return this.#ahead;
  }

  /** Sets by how many seconds it is ahead. */
  setAhead(seconds: number): void {
    this.#ahead = seconds;
    writeFileSync(this.file, `${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}s\n`);
  }
}
