/** Polity for developers, on @polkadot/api. */
export * from './act.js';
export * from './cadastre.js';
export * from './campaign.js';
export * from './chain.js';
export * from './checkCharacters.js';
export * from './commitment.js';
export * from './companiesHouse.js';
export * from './controllerProof.js';
export * from './geojson.js';
export * from './history.js';
export * from './merkle.js';
export * from './record.js';
export * from './refusals.js';
export * from './registry.js';
export * from './submit.js';
export * from './trie.js';
export * from './upgrade.js';
