'use strict';
// Whether a node goes on. Usage in a .zndsl, always with "return is 1":
//   js-script ./checks/progress.cjs with "finalizes,12"   twelve blocks more than now are final
//   js-script ./checks/progress.cjs with "follows,gateway"   it has finalized what that node has
//   js-script ./checks/progress.cjs with "authors,2"   ministry 2 has authored a block from now on

const { check, endpointOf, finalized, finalizeMore, healthOf, onNode, until } = require('./chain.cjs');

module.exports.run = check({
  finalizes: (endpoint, _network, blocks) =>
    onNode(endpoint, (chain) => finalizeMore(chain, Number(blocks))),

  /** The same block at the height that the other one has finalized, not only as many. */
  follows: (endpoint, network, other) =>
    onNode(endpointOf(network, other), async (theirs) => {
      const { hash, number } = await theirs.library.finalizedBlock(theirs.api);
      return onNode(endpoint, async (own) => {
        await until(async () => ((await finalized(own)) >= number ? number : null));
        const found = (await own.api.rpc.chain.getBlockHash(number)).toHex();
        if (found !== hash) throw new Error(`Block ${number} is ${found} here and ${hash} at ${other}.`);
      });
    }),

  authors: async (endpoint, _network, ministry) => {
    const { best } = await healthOf(endpoint);
    await until(async () => {
      const { authorities } = await healthOf(endpoint);
      const found = authorities.find((one) => one.ministry === Number(ministry));
      return (found?.lastAuthored ?? 0) > best.number ? found : null;
    });
  },
});
