import { diskFull } from './diskFull.js';
import type { Fault } from './fault.js';
import { killedAll } from './killedAll.js';
import { killedOne } from './killedOne.js';
import { cutOff, halves } from './parted.js';
import { replay } from './replay.js';
import { restored } from './restored.js';
import { slow } from './slow.js';
import { stoodStill } from './stoodStill.js';
import { twoGone } from './twoGone.js';

/** All faults, in the order of their names. */
export const FAULTS: readonly Fault[] = [
  killedOne,
  twoGone,
  killedAll,
  halves,
  cutOff,
  slow,
  diskFull,
  replay,
  stoodStill,
  restored,
];

/** Those that every run of the tests takes. */
export const SHORT: readonly string[] = ['R1', 'R3', 'R16', 'R20'];
