import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  batch,
  claimsOf,
  generateKey,
  issue,
  issuerName,
  present,
  publicHalf,
  readSdJwt,
  signerOf,
  toChainKey,
  verify,
  type Anchor,
  type Bundle,
  type ChainStatus,
  type Level,
  type Schema,
  type StatusQuery,
  type VerifyOptions,
} from '../src/index.js';
import { ANCHOR_CLAIM } from '../src/present.js';
import { presenting } from '../src/sdJwt.js';
import {
  DIPLOMA,
  DISTRICT,
  EXPECTED,
  ISSUER,
  KEY,
  LIST,
  NONCE,
  NOW,
  SCHEMA,
  VERIFIER,
  World,
  refusal,
} from './support.js';

describe('a diploma', () => {
  for (const curve of ['P-256', 'Ed25519'] as const) {
    it(`should be shown with one claim, and verified by who knows the chain alone, with ${curve}`, async () => {
      const world = new World(curve);
      const presentation = await world.show(await world.diploma());
      expect(await world.verify(presentation)).toEqual({
        claims: { degree: DIPLOMA.degree },
        type: ['Diploma'],
        issuer: 'did:polity:issuer:7',
        schema: { id: SCHEMA.id, version: SCHEMA.version },
        district: DISTRICT,
        level: 'Substantial',
        validFrom: new Date('2026-01-01T00:00:00Z'),
        validUntil: new Date('2036-01-01T00:00:00Z'),
        block: { number: 2, hash: `0x${'2'.padStart(64, '0')}` },
      });
    });
  }

  it('should be verified by one read of the chain', async () => {
    const world = new World();
    const presentation = await world.show(await world.diploma());
    expect(world.chain.reads).toBe(0);
    await world.verify(presentation);
    expect(world.chain.reads).toBe(1);
  });

  it('should be shown with every choice of claims, and reveal nothing of the others', async () => {
    const world = new World();
    const bundle = await world.diploma();
    const all = readSdJwt(bundle.sdJwt).disclosures;
    await fc.assert(
      fc.asyncProperty(fc.subarray(Object.keys(DIPLOMA)), async (names) => {
        const presentation = await world.show(bundle, names);
        const { claims } = await world.verify(presentation);
        const chosen = Object.entries(DIPLOMA).filter(([name]) => names.includes(name));
        expect(claims).toEqual(Object.fromEntries(chosen));
        const decoded = presentation
          .split(/[.~]/)
          .map((part) => Buffer.from(part, 'base64url').toString())
          .join('\n');
        for (const { name = '', salt, encoded, value } of all.filter((one) => !names.includes(one.name!))) {
          for (const text of [presentation, decoded]) {
            expect(text).not.toContain(salt);
            expect(text).not.toContain(encoded);
            expect(text).not.toContain(`"${name}"`);
            if (typeof value === 'string') expect(text).not.toContain(value);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('should have no claim that it was not issued with', async () => {
    const world = new World();
    expect(await refusal(world.show(await world.diploma(), ['licence']))).toBe('BadRequest');
    expect(await refusal(world.show(await world.diploma(), ['constructor']))).toBe('BadRequest');
  });
});

describe('what is shown', () => {
  it('should be refused by another verifier, and in answer to another question', async () => {
    const world = new World();
    const presentation = await world.show(await world.diploma());
    const expecting = (changed: object) => refusal(world.verify(presentation, changed));
    expect(await expecting({})).toBe('taken');
    expect(await expecting({ audience: 'https://landlord.example' })).toBe('WrongAudience');
    expect(await expecting({ nonce: 'an older one' })).toBe('WrongNonce');
    expect(world.chain.reads).toBe(1);
  });

  it('should be refused when it is old, or dated in the future', async () => {
    const world = new World();
    const presentation = await world.show(await world.diploma());
    const after = (seconds: number) =>
      refusal(world.verify(presentation, { now: new Date(NOW.getTime() + seconds * 1000) }));
    expect(await after(0)).toBe('taken');
    expect(await after(360)).toBe('taken');
    expect(await after(361)).toBe('NotFresh');
    expect(await after(-60)).toBe('taken');
    expect(await after(-61)).toBe('NotFresh');
  });

  it('should be refused when another key shows it', async () => {
    const world = new World();
    const bundle = await world.diploma();
    const thief = signerOf(generateKey('P-256'));
    const request = { disclose: ['degree'], audience: VERIFIER, nonce: NONCE, at: NOW };
    expect(await refusal(present(bundle, { ...request, holderSigner: thief }))).toBe('NotHolder');
    // The thief uses a program of its own, which asks for nothing.
    const payload = { iat: NOW.getTime() / 1000, aud: VERIFIER, nonce: NONCE, [ANCHOR_CLAIM]: bundle.anchor };
    const frame = { credentialSubject: { degree: true } } as never;
    const stolen = await presenting(thief).present(bundle.sdJwt, frame, { kb: { payload } });
    expect(await refusal(world.verify(stolen))).toBe('NotHolder');
  });

  it('should be refused when nobody has signed that it is shown', async () => {
    const world = new World();
    const bundle = await world.diploma();
    expect(await refusal(world.verify(bundle.sdJwt))).toBe('KeyBindingMissing');
    const presentation = await world.show(bundle);
    const cut = presentation.slice(0, presentation.lastIndexOf('~') + 1);
    expect(await refusal(world.verify(cut))).toBe('KeyBindingMissing');
  });

  it('should be refused when a disclosure is added, left out, replaced or altered', async () => {
    const world = new World();
    const bundle = await world.diploma();
    const presentation = await world.show(bundle, ['degree', 'grade']);
    const [token = '', degree = '', grade = '', binding = ''] = presentation.split('~');
    const name = readSdJwt(bundle.sdJwt).disclosures.find((one) => one.name === 'name')!.encoded;
    const altered = Buffer.from(degree, 'base64url').toString().replace('Master', 'Doctor');
    const better = Buffer.from(altered).toString('base64url');
    const joined = (...parts: readonly string[]) => refusal(world.verify(parts.join('~')));
    expect(await joined(token, degree, grade, binding)).toBe('taken');
    expect(await joined(token, degree, grade, name, binding)).toBe('AlteredPresentation');
    expect(await joined(token, degree, binding)).toBe('AlteredPresentation');
    expect(await joined(token, grade, degree, binding)).toBe('AlteredPresentation');
    expect(await joined(token, better, grade, binding)).toBe('AlteredPresentation');
  });

  it('should be refused when its own holder has altered a disclosure', async () => {
    const world = new World();
    const bundle = await world.diploma();
    const degree = readSdJwt(bundle.sdJwt).disclosures.find(({ name }) => name === 'degree')!;
    const altered = Buffer.from(JSON.stringify([degree.salt, 'degree', 'Doctor'])).toString('base64url');
    const shown = `${bundle.sdJwt.split('~')[0]}~${altered}~`;
    expect(await refusal(world.verify(await signedAsIs(world, shown, bundle.anchor)))).toBe(
      'AlteredDisclosure',
    );
  });

  it('should be refused when any character of it is changed', async () => {
    const world = new World();
    const presentation = await world.show(await world.diploma());
    await fc.assert(
      fc.asyncProperty(
        fc.nat(presentation.length - 1),
        fc.constantFrom(...'Aa9_-.~'),
        async (at, character) => {
          fc.pre(presentation[at] !== character);
          const changed = presentation.slice(0, at) + character + presentation.slice(at + 1);
          expect(await refusal(world.verify(changed))).not.toBe('taken');
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Binds a presentation as its holder could with a program of its own. */
async function signedAsIs(world: World, shown: string, anchor: Anchor | undefined): Promise<string> {
  const signer = signerOf(world.holderKey);
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const digest = await globalThis.crypto.subtle.digest('SHA-256', Buffer.from(shown));
  const sd_hash = Buffer.from(digest).toString('base64url');
  const payload = { iat: NOW.getTime() / 1000, aud: VERIFIER, nonce: NONCE, sd_hash, [ANCHOR_CLAIM]: anchor };
  const unsigned = `${encode({ typ: 'kb+jwt', alg: 'ES256' })}.${encode(payload)}`;
  const signature = Buffer.from(await signer.sign(Buffer.from(unsigned))).toString('base64url');
  return `${shown}${unsigned}.${signature}`;
}

describe('the issuer', () => {
  it('should be the one that has signed, by its document on the chain', async () => {
    const world = new World();
    const presentation = await world.show(await world.diploma());
    world.chain.setKey(ISSUER, KEY, toChainKey(publicHalf(generateKey('P-256'))));
    expect(await refusal(world.verify(presentation))).toBe('ForgedIssuer');
  });

  it('should have the key in its document', async () => {
    const world = new World();
    const bundle = await world.diploma({ keyId: 9 });
    expect(await refusal(world.verify(await world.show(bundle)))).toBe('ForgedIssuer');
  });

  it('should not be another one under its name', async () => {
    const world = new World();
    const forger = generateKey('P-256');
    const bundle = await world.diploma({ signer: signerOf(forger) });
    expect(await refusal(world.verify(await world.show(bundle)))).toBe('ForgedIssuer');
  });

  it('should not be another accredited one whose batch has the name of this one', async () => {
    const world = new World();
    const bundle = await world.diploma({ issuer: issuerName(8) });
    world.chain.setKey(8, KEY, toChainKey(publicHalf(world.issuerKey)));
    expect(await refusal(world.verify(await world.show(bundle)))).toBe('ForgedIssuer');
  });

  it('should not be named by the key of another', async () => {
    const world = new World();
    const { sdJwt } = await world.diploma();
    const [head = '', ...rest] = sdJwt.split('.');
    const header = Buffer.from(head, 'base64url').toString().replace('issuer:7', 'issuer:8');
    const renamed = [Buffer.from(header).toString('base64url'), ...rest].join('.');
    expect(await refusal(world.verify(renamed))).toBe('ForgedIssuer');
  });
});

describe('the anchor', () => {
  const ZERO = `0x${'00'.repeat(32)}`;
  const shownWith = async (change: (anchor: Anchor) => Anchor | undefined): Promise<string> => {
    const world = new World();
    const bundle = await world.diploma();
    const changed = { ...bundle, anchor: change(bundle.anchor) } as Bundle;
    return refusal(world.verify(await world.show(changed)));
  };

  it('should be its own: salt, position and proof', async () => {
    expect(await shownWith((anchor) => anchor)).toBe('taken');
    expect(await shownWith((anchor) => ({ ...anchor, salt: ZERO }))).toBe('NotInBatch');
    expect(await shownWith((anchor) => ({ ...anchor, position: (anchor.position + 1) % 5 }))).toBe(
      'NotInBatch',
    );
    expect(await shownWith((anchor) => ({ ...anchor, position: 5 }))).toBe('NotInBatch');
    expect(await shownWith((anchor) => ({ ...anchor, proof: anchor.proof.slice(1) }))).toBe('NotInBatch');
    // The last of five leaves has a proof of one sibling, which is the same from behind.
    expect(await shownWith(({ proof: [, ...rest], ...anchor }) => ({ ...anchor, proof: [ZERO, ...rest] }))).toBe(
      'NotInBatch',
    );
  });

  it('should be in the batch that the chain has, whatever number of leaves it claims', async () => {
    expect(await shownWith((anchor) => ({ ...anchor, leaves: 60_000 }))).toBe('taken');
  });

  it('should be proven to the verifier itself, whatever is said of the chain', async () => {
    const world = new World();
    const bundle = await world.diploma();
    const forged = { ...bundle, anchor: { ...bundle.anchor, salt: ZERO } };
    const presentation = await world.show(forged);
    const {
      block,
      issuerKey,
      batch: known,
    } = await world.chain.status({
      ...bundle.anchor,
      commitment: bundle.anchor.root,
      statusIndex: 77,
      issuer: ISSUER,
      keyId: KEY,
      at: NOW.getTime(),
    });
    const chain = { status: async () => ({ block, issuerKey, batch: known, status: 'Valid' as const }) };
    expect(await refusal(world.verify(presentation, { chain }))).toBe('NotInBatch');
  });

  it('should be of a batch that the chain knows', async () => {
    expect(await shownWith((anchor) => ({ ...anchor, root: `0x${'aa'.repeat(32)}` }))).toBe('UnknownBatch');
    expect(await shownWith(() => undefined)).toBe('Malformed');
  });

  it('should not be that of another credential', async () => {
    const world = new World();
    const issued = await Promise.all(
      [1, 2, 3].map((index) => issue(world.request({ status: { list: LIST, index } }))),
    );
    const { bundles, ...made } = batch(issued);
    world.record(made);
    const [one, other] = bundles as [Bundle, Bundle];
    expect(await refusal(world.verify(await world.show(one)))).toBe('taken');
    expect(await refusal(world.verify(await world.show({ ...one, anchor: other.anchor })))).toBe(
      'NotInBatch',
    );
  });

  it('should be of a batch by the schema and for the list that the credential says', async () => {
    const hash = `0x${'77'.repeat(32)}`;
    for (const schema of [
      { ...SCHEMA, id: 12 },
      { ...SCHEMA, version: 3 },
      { ...SCHEMA, hash },
    ]) {
      const world = new World();
      const presentation = await world.show(await world.diploma({ schema }));
      expect(await refusal(world.verify(presentation, { schemas: [schema.id] }))).toBe('WrongSchema');
      // The chain was asked: it is another one than the batch's, and not one that nobody accepts.
      expect(world.chain.reads).toBe(1);
    }
    const world = new World();
    const bundle = await world.diploma({ status: { list: LIST + 1, index: 77 } });
    expect(await refusal(world.verify(await world.show(bundle)))).toBe('WrongSchema');
  });
});

describe('what a verifier accepts', () => {
  const LICENCE: Schema = { ...SCHEMA, id: 12, hash: `0x${'12'.repeat(32)}` };

  it('should be no credential by another schema, whatever type its issuer gives it', async () => {
    const world = new World();
    // An issuer that is accredited for licences, signs a licence, and calls it a diploma.
    const licence = await world.diploma({ schema: LICENCE, type: 'Diploma' }, { schema: LICENCE });
    const presentation = await world.show(licence);
    const by = (...schemas: readonly number[]) => refusal(world.verify(presentation, { schemas }));
    expect(await by(SCHEMA.id)).toBe('WrongSchema');
    expect(await by()).toBe('WrongSchema');
    expect(world.chain.reads).toBe(0);
    expect(await by(LICENCE.id)).toBe('taken');
    expect(await by(SCHEMA.id, LICENCE.id)).toBe('taken');
    const { type, schema } = await world.verify(presentation, { schemas: [LICENCE.id] });
    expect([type, schema.id]).toEqual([['Diploma'], LICENCE.id]);
  });

  it('should not be another schema of the batch under the number of one that it accepts', async () => {
    const world = new World();
    const forged = await world.diploma({ schema: SCHEMA }, { schema: LICENCE });
    expect(await refusal(world.verify(await world.show(forged)))).toBe('WrongSchema');
    expect(world.chain.reads).toBe(1);
  });

  it('should be the schema in any version that is still good', async () => {
    const world = new World();
    const schema = { ...SCHEMA, version: 3 };
    const presentation = await world.show(await world.diploma({ schema }, { schema }));
    expect((await world.verify(presentation)).schema).toEqual({ id: SCHEMA.id, version: 3 });
  });

  it('should be named: without schemas nothing is verified', async () => {
    const world = new World();
    const presentation = await world.show(await world.diploma());
    // @ts-expect-error The schemas are required.
    const careless: VerifyOptions = { audience: VERIFIER, nonce: NONCE, chain: world.chain, now: NOW };
    await expect(verify(presentation, careless)).rejects.toThrow();
    expect(world.chain.reads).toBe(0);
  });

  it('should be every level from the lowest on, and every one where none is the lowest', async () => {
    const levels: readonly Level[] = ['Low', 'Substantial', 'High'];
    for (const [has, level] of levels.entries()) {
      const world = new World();
      const presentation = await world.show(await world.diploma({}, { level }));
      expect((await world.verify(presentation)).level).toBe(level);
      for (const [asked, lowestLevel] of levels.entries()) {
        const outcome = await refusal(world.verify(presentation, { lowestLevel }));
        expect(outcome, `${level} for ${lowestLevel}`).toBe(has < asked ? 'LevelTooLow' : 'taken');
      }
      // A program without types that misspells it gets nothing past.
      const misspelt = { lowestLevel: 'low' as Level };
      expect(await refusal(world.verify(presentation, misspelt))).toBe('LevelTooLow');
    }
  });

  it('should tell for which district it attests', async () => {
    const world = new World();
    const presentation = await world.show(await world.diploma({}, { district: 9 }));
    expect((await world.verify(presentation)).district).toBe(9);
  });
});

describe('what a credential is worth', () => {
  const worths: readonly (readonly [ChainStatus, string])[] = [
    ['Valid', 'taken'],
    ['Revoked', 'Revoked'],
    ['Suspended', 'Suspended'],
    ['SchemaSuperseded', 'ExpiredSchema'],
    ['Expired', 'Expired'],
    ['NotYet', 'NotYetValid'],
    ['VoidedByChain', 'AccreditationMissing'],
    ['SignedByCompromisedKey', 'CompromisedKey'],
  ];
  for (const [status, outcome] of worths) {
    it(`should be ${outcome} when the chain says ${status}`, async () => {
      const world = new World();
      const presentation = await world.show(await world.diploma());
      world.chain.setStatus(LIST, 77, status);
      expect(await refusal(world.verify(presentation))).toBe(outcome);
    });
  }

  it('should be that of its own index, and come back when a suspension ends', async () => {
    const world = new World();
    const presentation = await world.show(await world.diploma());
    world.chain.setStatus(LIST, 78, 'Revoked');
    expect(await refusal(world.verify(presentation))).toBe('taken');
    world.chain.setStatus(LIST, 77, 'Suspended');
    expect(await refusal(world.verify(presentation))).toBe('Suspended');
    world.chain.setStatus(LIST, 77, 'Valid');
    expect(await refusal(world.verify(presentation))).toBe('taken');
  });

  it('should end with its own validity, when the batch is valid for longer', async () => {
    const world = new World();
    const early = new Date('2026-06-01T00:00:00Z');
    const over = await world.diploma({ validUntil: early });
    expect(await refusal(world.verify(await world.show(over)))).toBe('Expired');
    const later = await world.diploma({ validFrom: new Date('2027-01-01T00:00:00Z') });
    expect(await refusal(world.verify(await world.show(later)))).toBe('NotYetValid');
  });

  it('should be told from the later beginning to the earlier end, its own or the batch’s', async () => {
    const [first, second] = ['2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z'].map((text) => new Date(text));
    const [third, fourth] = ['2027-01-01T00:00:00Z', '2028-01-01T00:00:00Z'].map((text) => new Date(text));
    const told = async (own: readonly [Date, Date], [from, until]: readonly [Date, Date]) => {
      const world = new World();
      const [validFrom, validUntil] = own;
      const recorded = { from: from.getTime(), until: until.getTime() };
      const verified = await world.verify(
        await world.show(await world.diploma({ validFrom, validUntil }, recorded)),
      );
      return [verified.validFrom, verified.validUntil];
    };
    expect(await told([first!, fourth!], [second!, third!])).toEqual([second, third]);
    expect(await told([second!, third!], [first!, fourth!])).toEqual([second, third]);
    expect(await told([first!, third!], [second!, fourth!])).toEqual([second, third]);
  });

  it('should end with the batch, whatever a node says of its status', async () => {
    const world = new World();
    const until = NOW.getTime();
    const presentation = await world.show(await world.diploma({}, { until }));
    const by = (status: ChainStatus, now: Date) => {
      const chain = { status: async (query: StatusQuery) => ({ ...(await world.chain.status(query)), status }) };
      return refusal(world.verify(presentation, { chain, now }));
    };
    expect(await by('Valid', new Date(until - 1))).toBe('taken');
    expect(await by('Valid', NOW)).toBe('Expired');
  });
});

describe('two credentials of one citizen', () => {
  it('should have nothing in common that links them, when each has a key of its own', async () => {
    const world = new World();
    const keys = [generateKey('P-256'), generateKey('P-256')];
    const issued = await Promise.all(
      keys.map((key, at) =>
        issue(world.request({ holderKey: publicHalf(key), status: { list: LIST, index: at * 1000 } })),
      ),
    );
    const [one, other] = batch(issued).bundles as [Bundle, Bundle];
    const parts = ({ sdJwt, anchor }: Bundle): readonly string[] => {
      const { issuerToken, disclosures } = readSdJwt(sdJwt);
      const { credentialSubject, cnf } = issuerToken.payload as any;
      return [anchor.salt, cnf.jwk.x, ...credentialSubject._sd, ...disclosures.map(({ salt }) => salt)];
    };
    expect(parts(one).filter((part) => parts(other).includes(part))).toEqual([]);
    expect(claimsOf(one)).toEqual(claimsOf(other));
  });
});
