'use strict';
// A fifth ministry, Health, comes and goes by motions of the council. Its node is `eve`, which runs from
// the start with the well-known session keys of that name, but of which the chain knows nothing. Usage in
// a .zndsl, in this order and always with "return is 1":
//   js-script ./checks/ministry.cjs with "admitted"   by motion
//   js-script ./checks/ministry.cjs with "sets-keys"   the account of its node
//   js-script ./checks/ministry.cjs with "authority"   it is one of five, and has authored a final block
//   js-script ./checks/ministry.cjs with "expelled"   by motion
//   js-script ./checks/ministry.cjs with "gone"   four authorities are left and go on

const { blake2AsHex, check, eventOf, finalized, finalizeMore, healthOf } = require('./chain.cjs');
const { make, onNode, pairOf, pass, seatOf, until } = require('./chain.cjs');

const NAME = 'Health';
/** The account of its node. */
const ownNode = () => pairOf('//Health//node');
/** What the holder of a session key signs to show that it has the secret (sp-core, proof of possession). */
const possession = () => Buffer.concat([Buffer.from('POP_'), ownNode().publicKey]);

/** What is known from the step before. */
let ministry = null;

/** The place of the ministry's node among the authorities that a node names, or null. */
async function ownPlace(endpoint) {
  const { authorities } = await healthOf(endpoint);
  return authorities.find((one) => one.account === ownNode().address) ?? null;
}

/** Waits until there are so many authorities, with the ministry's node or without it. */
const waitForAuthorities = (endpoint, count, withOwn) =>
  until(async () => {
    const { authorities } = await healthOf(endpoint);
    const own = (await ownPlace(endpoint)) !== null;
    return authorities.length === count && own === withOwn ? authorities : null;
  });

module.exports.run = check({
  admitted: (endpoint) =>
    onNode(endpoint, async (chain) => {
      const seat = seatOf(NAME).map(({ address: account }) => ({ account, person: blake2AsHex(account) }));
      const admission = { name: NAME, seat, threshold: 2, node: ownNode().address };
      const passed = await pass(chain, { AdmitMinistry: { ministry: admission } });
      ministry = eventOf(passed, 'MinistryAdmitted').ministry.toNumber();
      if (ministry !== 5) throw new Error(`It is ministry ${ministry}.`);
    }),

  'sets-keys': (endpoint) =>
    onNode(endpoint, async (chain) => {
      const [aura, grandpa] = [pairOf('//Eve'), pairOf('//Eve', 'ed25519')];
      const proof = Buffer.concat([aura, grandpa].map((key) => key.sign(possession())));
      const keys = { aura: aura.publicKey, grandpa: grandpa.publicKey };
      await make(chain, ownNode(), chain.api.tx.session.setKeys(keys, `0x${proof.toString('hex')}`));
    }),

  authority: async (endpoint) => {
    await waitForAuthorities(endpoint, 5, true);
    const authored = await until(async () => (await ownPlace(endpoint))?.lastAuthored ?? null);
    await onNode(endpoint, (chain) => until(async () => ((await finalized(chain)) >= authored ? authored : null)));
  },

  expelled: (endpoint) =>
    onNode(endpoint, async (chain) => {
      const passed = await pass(chain, { ExpelMinistry: { ministry } });
      eventOf(passed, 'MinistryExpelled');
    }),

  gone: async (endpoint) => {
    await waitForAuthorities(endpoint, 4, false);
    await onNode(endpoint, (chain) => finalizeMore(chain, 5));
  },
});
