'use strict';
// The runtime is replaced by that of the file POLITY_NEXT_RUNTIME, which scripts/zombienet names. Usage in
// a .zndsl, in this order and always with "return is 1":
//   js-script ./checks/upgrade.cjs with "refused"   while the council has authorised no code
//   js-script ./checks/upgrade.cjs with "authorised"   by motion, by the hash of the code
//   js-script ./checks/upgrade.cjs with "applied"   the code is handed in, without a signature
//   js-script ./checks/upgrade.cjs with "runs"   on this node, in a final block after that

const { readFileSync } = require('node:fs');

const { check, eventOf, finalized, finalizeMore, onNode, pass, until } = require('./chain.cjs');

const code = new Uint8Array(readFileSync(process.env.POLITY_NEXT_RUNTIME));
/** How many blocks of the new runtime have to be final before a node is asked. */
const MORE_BLOCKS = 3;

/** What is known from the steps before: the version that was, and the upgrade. */
let before = null;
let upgrade = null;

module.exports.run = check({
  refused: (endpoint) =>
    onNode(endpoint, async (chain) => {
      before = chain.api.runtimeVersion.specVersion.toNumber();
      const refusal = await chain.library.uploadRuntime(chain.api, chain.submitter, code).then(
        () => null,
        (error) => error,
      );
      if (!(refusal instanceof chain.library.UpgradeRefused)) throw refusal ?? new Error('It was not refused.');
    }),

  authorised: (endpoint) =>
    onNode(endpoint, async (chain) => {
      const codeHash = chain.library.codeHash(code);
      const passed = await pass(chain, { AuthoriseUpgrade: { codeHash } });
      const authorised = eventOf(passed, 'UpgradeAuthorized').codeHash.toHex();
      if (authorised !== codeHash) throw new Error(`It authorises ${authorised}.`);
    }),

  applied: (endpoint) =>
    onNode(endpoint, async ({ api, library, submitter }) => {
      upgrade = await library.uploadRuntime(api, submitter, code);
      if (upgrade.specVersion !== before + 1) throw new Error(`From ${before} to ${upgrade.specVersion}.`);
    }),

  runs: (endpoint) =>
    onNode(endpoint, async (chain) => {
      const goal = upgrade.block.number + MORE_BLOCKS;
      await until(async () => ((await finalized(chain)) >= goal ? goal : null));
      const hash = await chain.api.rpc.chain.getBlockHash(goal);
      const { specVersion } = await chain.api.rpc.state.getRuntimeVersion(hash);
      if (specVersion.toNumber() !== upgrade.specVersion) throw new Error(`It runs ${specVersion}.`);
      await finalizeMore(chain, MORE_BLOCKS);
    }),
});
