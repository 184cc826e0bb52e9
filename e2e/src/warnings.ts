/**
 * Keeps what libraries warn of, so that a test can look at it. Set up before any test is loaded,
 * and imported by tests afterwards: it keeps to what is there.
 */
const place = globalThis as { polityWarnings?: string[] };

if (place.polityWarnings === undefined) {
  const kept: string[] = [];
  place.polityWarnings = kept;
  for (const method of ['warn', 'error'] as const) {
    const plain = console[method].bind(console);
    console[method] = (...words: unknown[]) => {
      kept.push(words.map(String).join(' '));
      plain(...words);
    };
  }
}

/** What has been warned of until now. */
export const warnings = (): readonly string[] => place.polityWarnings ?? [];
