// Reads cargo's JSON messages and prints those findings that stand on a line of our sources; what a
// macro expanded to is left out, also where the macro gives an attribute such as `#[pallet::storage]`
// as the place. Ends with 1 if there is one, or if the compiler found an error.
import { createInterface } from 'node:readline';

const isAttribute = ({ text }) => /^\s*(#!?\[|pub mod pallet \{)/.test(text[0]?.text ?? '');
const ownLine = (span) => span.is_primary && span.expansion === null && !isAttribute(span);

let findings = 0;
let finished = null;
for await (const line of createInterface({ input: process.stdin })) {
  const entry = JSON.parse(line);
  if (entry.reason === 'build-finished') finished = entry.success;
  if (entry.reason !== 'compiler-message') continue;
  const { level, spans, rendered, code } = entry.message;
  const counts = level === 'error' || (code !== null && spans.some(ownLine));
  if (!counts) continue;
  findings += 1;
  process.stdout.write(rendered);
}
if (finished !== true) console.log('clippy did not finish');
else if (findings > 0) console.log(`${findings} findings in runtime code`);
process.exitCode = finished === true && findings === 0 ? 0 : 1;
