import type { NetworkOptions } from '../src/network.js';
import type { World } from '../src/world.js';
import type { Watch } from './watch.js';

/** What a run has measured: each figure by its name, with its unit in it. */
export type Figures = Readonly<Record<string, number | string>>;

/** What a fault is run on. */
export interface Context {
  /** A network of its own. */
  readonly world: World;
  /** What is seen of the finality of every node while it runs. */
  readonly watch: Watch;
  /** How often a fault that is repeated is done. */
  readonly times: number;
}

/** A fault, or bad input, that the network has to survive. */
export interface Fault {
  /** Its name in the table, as `R1`. */
  readonly name: string;
  /** What is done. */
  readonly title: string;
  /** What has to hold, besides the invariants of every run. */
  readonly passes: string;
  /** How its network differs. */
  readonly network?: NetworkOptions;
  /** How often it is done, and how often in a short run. */
  readonly repeated?: { readonly whole: number; readonly short: number };
  /** Does it, throws where what has to hold does not, and answers what was measured. */
  run(context: Context): Promise<Figures>;
}

/** Fails a run with one sentence, unless a condition holds. */
export function must(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence);
}

/** Seconds since an instant, to a tenth. */
export const secondsSince = (began: number): number => Math.round((Date.now() - began) / 100) / 10;
