/** Verifiable credentials of Polity: issued, shown in part, and verified. */
export * from './anchor.js';
export * from './bundle.js';
export * from './chainReader.js';
export * from './credential.js';
export type { Json, JsonObject } from './encoding.js';
export * from './errors.js';
export * from './identifiers.js';
export * from './issue.js';
export * from './keys.js';
export * from './memoryChainReader.js';
export * from './polityChainReader.js';
export * from './present.js';
export * from './sdJwt.js';
export * from './statusIndex.js';
export * from './verify.js';
