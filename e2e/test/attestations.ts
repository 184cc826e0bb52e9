import { randomBytes } from 'node:crypto';

import { beforeAll, describe, expect, it } from 'vitest';
import { u8aToHex } from '@polkadot/util';
import { LEGAL_BASIS, type Call } from '@polity/client';
import {
  CredentialError,
  generateKey,
  PolityChainReader,
  present,
  signerOf,
  verify,
  type Bundle,
  type Verified,
  type VerifyOptions,
} from '@polity/credentials';

import {
  approval,
  attestationAct,
  attestations,
  change,
  diplomasFor,
  documentOf,
  endorsementOf,
  graduates,
  newKey,
  preparation,
  prepare,
  recordOf,
  schemaHash,
  scopeOf,
  type Diplomas,
  type Graduate,
  type Issuing,
} from '../src/attestations.js';
import { found } from '../src/companies.js';
import { eventOf, type Decoded, type World } from '../src/world.js';

const attested = (name: string) => `attestations.${name}`;
const DAY = 86_400_000;
const YEAR = 365 * DAY;

/** How many graduates get their diplomas in one transaction. */
const GRADUATES = 1_000;

/** The ministries of the preset that hold accreditations: the root in law, and one that accredits. */
const INTERIOR = { State: 1 };
const JUSTICE = { State: 2 };

/** Diplomas from the root in law to the one claim that an employer is shown. */
export function attestationTests(world: () => World): void {
  const calls = (): Decoded => world().api.tx.attestations;
  const statusAct = (version = 0): Decoded => attestationAct(LEGAL_BASIS.attestation, version);
  /** What a university says of what it issues. */
  const issuance = (change: Decoded): Decoded => ({ district: 0, level: 'Substantial', from: null, ...change });
  const someBatch = (): Decoded => ({ root: u8aToHex(randomBytes(32)), leaves: 1 });
  const attest = (what: Decoded, batch: Decoded, decoys = 0): Call =>
    calls().attestBatch(statusAct(), what, batch, decoys);
  const setStatus = (list: number, index: number, purpose: string, set: boolean, version: number): Call =>
    calls().setStatus(statusAct(version), list, index, purpose, set);

  describe.concurrent('a diploma', () => {
    const [universityKey, nextKey, otherKey] = Array.from({ length: 3 }, () => signerOf(generateKey('P-256')));
    const audience = 'https://employer.example';

    let holders: readonly Graduate[];
    let chain: PolityChainReader;
    /** The schema, its first version that was replaced, and the one in force. */
    let schema: { readonly id: number; readonly version: number; readonly hash: string };
    let otherSchema: number;
    let company: string;
    let root: number;
    let organisation: number;
    let university: number;
    let issuer: number;
    let issuing: Issuing;
    let diplomas: Diplomas;
    /** When the batch was issued, by the chain. */
    let issuedAt: number;

    /** What a verifier of diplomas makes of what a graduate shows, who knows the chain, its name and nonce. */
    async function show(
      holder: number,
      bundle: Bundle,
      options: { readonly asked?: string; readonly at?: Date } & Partial<VerifyOptions> = {},
    ): Promise<Verified> {
      const nonce = randomBytes(16).toString('hex');
      const { at = new Date(), asked = nonce, ...accepted } = options;
      const { signer: holderSigner } = holders[holder]!;
      const shown = await present(bundle, { disclose: ['degree'], audience, nonce, holderSigner, at });
      return verify(shown, { audience, nonce: asked, chain, now: at, schemas: [schema.id], ...accepted });
    }

    /** The name by which a verifier refuses it; `Verified` where it does not. */
    const refusal = async (...shown: Parameters<typeof show>): Promise<string> => {
      try {
        await show(...shown);
        return 'Verified';
      } catch (error) {
        if (error instanceof CredentialError) return error.kind;
        throw error;
      }
    };

    const bundleOf = (holder: number): Bundle => diplomas.bundles[holder]!;
    const otherwise = (holder: number, anchor: Partial<Bundle['anchor']>): Bundle => ({
      ...bundleOf(holder),
      anchor: { ...bundleOf(holder).anchor, ...anchor },
    });

    /** What the university would issue today, by its present key. */
    const newly = (change: Decoded = {}): Decoded =>
      issuance({
        accreditation: university,
        schema: schema.id,
        schemaVersion: schema.version,
        key: 1,
        signedAt: Date.now() - 1_000,
        list: issuing.list,
        until: issuing.validUntil.getTime(),
        ...change,
      });

    beforeAll(() => {
      holders = graduates(GRADUATES);
      chain = new PolityChainReader(world().api);
    });

    it.sequential('should have a schema, a root in law and an organisation that accredits', async () => {
      const setSchema = (name: string, hash = schemaHash(name)) => ({
        SetSchema: { schema: null, hash, longestMillis: 6 * YEAR },
      });
      const founding = found(world(), 'citizen2', 'University of the Tests Ltd');
      const hash = schemaHash('diploma, second version');
      const [id, other] = await Promise.all([
        change(world(), setSchema('diploma, first version')),
        change(world(), setSchema('licence')),
      ]);
      otherSchema = other;
      const rootOf = (holder: Decoded): Decoded => ({
        Accredit: { parent: null, kind: 'Root', holder, scope: scopeOf(id, 'High') },
      });
      const refuse = (what: Decoded): Call => preparation(world(), what, LEGAL_BASIS.accreditation);
      const next = { SetSchema: { schema: id, hash, longestMillis: 6 * YEAR } };
      [root] = await Promise.all([
        change(world(), rootOf(INTERIOR)),
        change(world(), next, LEGAL_BASIS.accreditation, 1),
        world().expectRefusals([
          ['examiner', refuse(rootOf(INTERIOR)), 'mandates.NoMandate'],
          ['accreditor2', refuse(setSchema('by the wrong officer')), 'mandates.PowerNotGranted'],
          ['accreditor1', refuse(setSchema('', `0x${'00'.repeat(32)}`)), attested('SchemaHashZero')],
          // A natural person would stand in the open.
          ['accreditor1', refuse(rootOf({ Person: u8aToHex(randomBytes(32)) })), attested('HolderIsPerson')],
        ]),
      ]);
      schema = { id, version: 2, hash };
      const accredit = { parent: root, kind: 'Organisation', holder: JUSTICE };
      const higher = { Accredit: { ...accredit, scope: scopeOf(otherSchema, 'High') } };
      [organisation, company] = await Promise.all([
        change(world(), { Accredit: { ...accredit, scope: scopeOf(id, 'Substantial') } }),
        founding,
        world().expectRefusal('accreditor1', refuse(higher), attested('SchemaBeyond')),
      ]);
    });

    it.sequential('should have an issuer that the organisation has agreed to, for one schema', async () => {
      const holder = { Company: company };
      const below = (highest: string): Decoded => ({
        Accredit: { parent: organisation, kind: 'Issuer', holder, scope: scopeOf(schema.id, highest) },
      });
      const accredit = preparation(world(), below('Substantial'), LEGAL_BASIS.accreditation);
      const propose = async (): Promise<number> => {
        const proposal = eventOf(await world().make('accreditor1', accredit), 'Prepared').proposal.toNumber();
        // The officers alone do not bind the organisation.
        await world().expectRefusal('accreditor2', approval(world(), proposal), attested('NotEndorsed'));
        return proposal;
      };
      const keyOfJustice = signerOf(generateKey('Ed25519'));
      const open = documentOf(organisation, keyOfJustice, 'judge2', ['notary', 'surveyor']);
      const tooHigh = preparation(world(), below('High'), LEGAL_BASIS.accreditation);
      const [proposal] = await Promise.all([
        propose(),
        change(world(), open, LEGAL_BASIS.issuers),
        world().expectRefusal('accreditor1', tooHigh, attested('LevelBeyond')),
      ]);
      const endorse = calls().endorse(
        attestationAct(LEGAL_BASIS.accreditation, 1),
        organisation,
        endorsementOf(accredit),
      );
      await world().expectRefusal('notary', endorse, attested('NotController'));
      await world().make('judge2', endorse);
      university = recordOf(await world().make('accreditor2', approval(world(), proposal)));

      const document = documentOf(university, universityKey!, 'university', ['citizen1', 'citizen3']);
      const openList = (): Call => calls().openStatusList(statusAct(), university, 'Batch');
      [issuer] = await Promise.all([
        change(world(), document, LEGAL_BASIS.issuers),
        world().expectRefusals([
          ['university', openList(), 'pool.UnknownSigner'],
          ['judge2', openList(), attested('IssuerNotFound')],
        ]),
      ]);
      const opened = eventOf(await world().make('university', openList()), 'StatusListOpened');
      const yesterday = new Date(Math.floor(Date.now() / DAY) * DAY - DAY);
      issuing = {
        issuer,
        keyId: 0,
        signer: universityKey!,
        schema,
        list: opened.list.toNumber(),
        validFrom: yesterday,
        validUntil: new Date(yesterday.getTime() + 5 * YEAR),
      };
      const read = await attestations(world());
      expect(await read.accreditation(university)).toMatchObject({
        holder: `Company ${company}`,
        kind: 'Issuer',
        parent: organisation,
        schemas: [schema.id],
        highest: 'Substantial',
        revoked: null,
      });
      expect(await read.issuerOf(holder)).toBe(issuer);
      const keys = [{ id: 0, kind: 'P256', purpose: 'Assertion', revokedAt: null }];
      expect(await read.issuer(issuer)).toMatchObject({ version: 1, quorum: 2, keys });
    });

    it.sequential(`should be one of ${GRADUATES} in one transaction, by the schema and level alone`, async () => {
      // The chain's clock may be a block behind.
      const signedAt = Date.now() - 1_000;
      diplomas = await diplomasFor(holders, issuing);
      const what = issuance({
        accreditation: university,
        schema: schema.id,
        schemaVersion: schema.version,
        key: 0,
        signedAt,
        list: issuing.list,
        until: issuing.validUntil.getTime(),
      });
      const { root: batchRoot, leaves } = diplomas;
      const call = attest(what, { root: batchRoot, leaves }, 24);
      const refuse = (wrong: Decoded): Call => attest({ ...what, ...wrong }, someBatch());
      const [issued] = await Promise.all([
        world().make('university', call),
        world().expectRefusals([
          ['university', refuse({ schema: otherSchema, schemaVersion: 1 }), attested('SchemaNotCovered')],
          ['university', refuse({ schemaVersion: 1 }), attested('SchemaSuperseded')],
          ['university', refuse({ schemaVersion: 9 }), attested('SchemaVersionNotFound')],
          ['university', refuse({ level: 'High' }), attested('LevelTooHigh')],
          ['university', refuse({ until: Date.now() + 7 * YEAR }), attested('ValidityBeyondSchema')],
          ['university', refuse({ key: 1 }), attested('KeyNotFound')],
          ['university', refuse({ accreditation: organisation }), attested('NotController')],
          ['judge2', refuse({ accreditation: organisation }), attested('NotAnIssuer')],
          ['citizen1', refuse({}), attested('NotController')],
        ]),
      ]);
      const { signingMillis, batchMillis } = diplomas;
      console.log(
        `attestations: ${GRADUATES} diplomas, ${(signingMillis / GRADUATES).toFixed(2)} ms to sign each and ` +
          `${batchMillis.toFixed(0)} ms to batch them; one call of ${call.method.encodedLength} bytes`,
      );
      expect(call.method.encodedLength).toBeLessThan(200);
      expect(eventOf(issued, 'Attested').number.toNumber()).toBe(1);
      const read = await attestations(world());
      expect(await read.attestationsOf(issuer)).toEqual([batchRoot]);
      expect(await read.issuance(issuer)).toMatchObject({ singles: 0, batches: 1, leaves: GRADUATES });
      const kept = (await read.attestation(batchRoot))!;
      expect(kept).toMatchObject({ issuer, schema: schema.id, schemaVersion: 2, level: 'Substantial', leaves });
      issuedAt = kept.issuedAt;
    });

    it.sequential('should be shown by one claim alone, to a verifier that asks nobody but the chain', async () => {
      const { block, ...verified } = await show(0, bundleOf(0), { lowestLevel: 'Substantial' });
      expect(verified).toMatchObject({
        claims: { degree: 'Master of Science' },
        issuer: `did:polity:issuer:${issuer}`,
        schema: { id: schema.id, version: 2 },
        district: 0,
        level: 'Substantial',
        // The batch is valid from its issue, and each diploma from the day before.
        validFrom: new Date(issuedAt),
        validUntil: issuing.validUntil,
      });
      const hash = (await world().api.rpc.chain.getBlockHash(block.number)).toHex();
      expect(hash).toBe(block.hash);

      const forged = await diplomasFor(holders.slice(0, 1), { ...issuing, signer: otherKey! });
      const unknown = await diplomasFor(holders.slice(0, 1), issuing);
      const salt = u8aToHex(randomBytes(32));
      const elsewhere = { ...bundleOf(1).anchor, salt: bundleOf(0).anchor.salt };
      const refused = {
        'another nonce': await refusal(0, bundleOf(0), { asked: 'of another question' }),
        'the proof of another': await refusal(0, otherwise(0, { proof: bundleOf(1).anchor.proof })),
        'the place of another': await refusal(0, otherwise(0, elsewhere)),
        'a wrong salt': await refusal(0, otherwise(0, { salt })),
        'a key that is not the issuer’s': await refusal(0, forged.bundles[0]!),
        'a batch that was not issued': await refusal(0, unknown.bundles[0]!),
        'the key of another': await refusal(1, bundleOf(0)),
        'a schema that is not accepted': await refusal(0, bundleOf(0), { schemas: [otherSchema] }),
        'a level below the lowest': await refusal(0, bundleOf(0), { lowestLevel: 'High' }),
      };
      expect(refused).toEqual({
        'another nonce': 'WrongNonce',
        'the proof of another': 'NotInBatch',
        'the place of another': 'NotInBatch',
        'a wrong salt': 'NotInBatch',
        'a key that is not the issuer’s': 'ForgedIssuer',
        'a batch that was not issued': 'UnknownBatch',
        'the key of another': 'NotHolder',
        'a schema that is not accepted': 'WrongSchema',
        'a level below the lowest': 'LevelTooLow',
      });
    });

    it.sequential('should be suspended for a time, revoked for good, and outlive the key that signed it', async () => {
      const { list } = issuing;
      const [suspended, revoked] = [diplomas.indices[1]!, diplomas.indices[2]!];
      const rotation = { RotateKey: { key: 0, ending: 'Revoked', replacement: newKey(nextKey!) } };
      const rotate = calls().changeIssuer(attestationAct(LEGAL_BASIS.issuers, 1), issuer, rotation);
      await Promise.all([
        world().make('university', setStatus(list, suspended, 'Suspension', true, 0)),
        // The organisation above watches over what is issued.
        world().make('judge2', setStatus(list, revoked, 'Revocation', true, 0)),
        world().make('university', rotate),
        world().expectRefusals([
          ['citizen1', setStatus(list, suspended, 'Suspension', true, 0), attested('NotController')],
        ]),
      ]);
      expect(await Promise.all([0, 1, 2].map((holder) => refusal(holder, bundleOf(holder))))).toEqual([
        'Verified',
        'Suspended',
        'Revoked',
      ]);
      const read = await attestations(world());
      expect(await read.statusBit(list, 'Suspension', suspended)).toBe(true);
      expect(await read.statusBit(list, 'Revocation', revoked)).toBe(true);
      expect(await read.statusBit(list, 'Revocation', diplomas.indices[0]!)).toBe(false);
      expect(await read.statusVersion(list, revoked)).toBe(1);

      await Promise.all([
        world().make('university', setStatus(list, suspended, 'Suspension', false, 1)),
        world().expectRefusals([
          ['university', setStatus(list, revoked, 'Revocation', false, 1), attested('RevocationFinal')],
          ['university', setStatus(list, revoked, 'Revocation', true, 0), attested('StatusUnchanged')],
          // What the old key signs counts no more, whatever date it bears.
          ['university', attest(newly({ key: 0 }), someBatch()), attested('KeyRevoked')],
        ]),
      ]);
      expect(await refusal(1, bundleOf(1))).toBe('Verified');
      // It was good when it was shown on the day of its issue.
      expect(await refusal(2, bundleOf(2), { at: new Date(issuedAt + 500) })).toBe('Verified');
    });

    it.sequential('should stay when its university is accredited no more, and no other be issued', async () => {
      const revoke = { Revoke: { accreditation: university, issued: 'Keep' } };
      const hash = schemaHash('diploma, third version');
      const next = { SetSchema: { schema: schema.id, hash, longestMillis: YEAR } };
      const [, superseding] = await Promise.all([
        change(world(), revoke, LEGAL_BASIS.accreditation, 1),
        prepare(world(), next, LEGAL_BASIS.accreditation, 2),
      ]);
      const superseded = approval(world(), superseding, LEGAL_BASIS.accreditation, 2);
      expect(await refusal(0, bundleOf(0))).toBe('Verified');
      await Promise.all([
        world().expectRefusal('university', attest(newly(), someBatch()), attested('ChainRevoked')),
        world().make('accreditor2', superseded),
      ]);
      const read = await attestations(world());
      expect(await read.accreditation(university)).toMatchObject({ revoked: { issued: 'Keep' } });
      const claim = { schema: schema.id, district: 0, level: 'Low' };
      expect(await read.refusalOf(university, claim, Date.now())).toBe('Revoked');
      expect(await read.refusalOf(university, claim, issuedAt)).toBeNull();
      // The schema has been replaced meanwhile: that is another reason, with another name.
      expect(await refusal(0, bundleOf(0))).toBe('ExpiredSchema');
      expect(await refusal(0, bundleOf(0), { at: new Date(issuedAt + 500) })).toBe('Verified');
    });
  });
}
