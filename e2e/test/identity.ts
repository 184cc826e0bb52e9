import { randomBytes } from 'node:crypto';

import { describe, expect, it } from 'vitest';
import { stringToU8a, u8aToHex } from '@polkadot/util';
import {
  act,
  atFinalized,
  commitmentOf,
  documentCommitment,
  guardiansOf,
  LEGAL_BASIS,
  REGISTER,
  saltFor,
  type Call,
  type Opening,
} from '@polity/client';

import { freshPair, ImportedPerson, makeAs, makeUnsigned, refusalFor, type ClaimKeys } from '../src/persons.js';
import { textsOf } from '../src/texts.js';
import { view } from '../src/views.js';
import { aDocument, eventOf, pause, type Decoded, type World } from '../src/world.js';

const identity = (name: string) => `identity.${name}`;
const hex = (text: string) => text.replace(/^0x/, '');

/** How persons come to their tags without an account, and what is left of what was erased. */
export function identityTests(world: () => World): void {
  const calls = (): Decoded => world().api.tx.identity;
  const on = (legalBasis: number, expectedVersion: number): Decoded => act({ legalBasis, expectedVersion });

  describe.concurrent('a person of an imported register', () => {
    let person: ImportedPerson;
    const claimKeys: ClaimKeys = [freshPair(), freshPair()];
    const [owner, thief] = [freshPair(), freshPair()];
    /** The version on which the owner claims, and the one that the claim makes. */
    const [offered, claimed] = [2, 3];

    it.sequential('should be enrolled without a controller, and be offered its tag by two officers', async () => {
      person = new ImportedPerson(world());
      await person.change({ Enrol: { controller: null } }, 0);
      const keys = claimKeys.map(({ address }) => address);
      const offer = { OfferClaim: { claimKey: keys[0] } };
      const prepare = (legalBasis: number): Call => calls().prepare(on(legalBasis, 1), person.id, offer, null);
      await world().expectRefusals([
        ['landsExaminer', prepare(LEGAL_BASIS.enrolment), 'mandates.NoMandate'],
        ['interiorExaminer', prepare(LEGAL_BASIS.keyRecovery), identity('WrongLegalBasis')],
      ]);
      const prepared = await world().make('interiorExaminer', prepare(LEGAL_BASIS.enrolment));
      const { proposal } = eventOf(prepared, 'Prepared');
      const decide = (decision: Decoded): Call =>
        calls().decide(on(LEGAL_BASIS.enrolment, 1), proposal, decision);
      // One officer alone offers nothing: the other one has a key of its own to hand over.
      await world().expectRefusals([
        ['interiorRegistrar', decide('Approve'), identity('SecondKeyMissing')],
        ['interiorRegistrar', decide({ ApproveOffer: { claimKey: keys[0] } }), identity('ClaimKeysEqual')],
      ]);
      await world().make('interiorExaminer', calls().withdraw(on(LEGAL_BASIS.enrolment, 1), proposal));
      const told = await person.offer(claimKeys, 1);
      expect(told.claimKeys.map(String)).toEqual(keys);
      const found = await view(world(), 'Identity', 'claim_offer', ['Business', person.tagHex]);
      expect(found.unwrap().claimKeys.map(String)).toEqual(keys);
      expect(await person.record()).toMatchObject({ version: offered, controller: null });
    });

    it.sequential('should claim it with an account that the chain has never seen, once', async () => {
      const signatures = person.claimSignatures(owner, claimKeys, offered);
      const [first, second] = claimKeys;
      const ownAct = calls().setGuardians(on(LEGAL_BASIS.keyRecovery, offered), 'Business', null);
      const refused = await Promise.all([
        // An account that the chain does not know sends nothing by itself.
        refusalFor(world(), ownAct, owner),
        refusalFor(world(), person.claim(owner, [thief, thief], offered)),
        // Neither officer has both keys, and one of them alone is worth nothing.
        refusalFor(world(), person.claim(thief, [first, first], offered)),
        refusalFor(world(), person.claim(thief, [second, second], offered)),
        // The signatures name the account: a copy of them does nothing for another.
        refusalFor(world(), person.claimSigned(thief, signatures, offered)),
        refusalFor(world(), person.claim(owner, claimKeys, offered - 1)),
        refusalFor(world(), new ImportedPerson(world()).claim(owner, claimKeys, offered)),
      ]);
      expect(refused).toEqual([
        'pool.UnknownSigner',
        'pool.BadProof',
        'pool.BadProof',
        'pool.BadProof',
        'pool.BadProof',
        'pool.BadProof',
        'pool.Stale',
      ]);
      const claim = person.claimSigned(owner, signatures, offered);
      const done = eventOf(await makeUnsigned(world(), claim), 'Claimed');
      expect([done.new_.toString(), done.version.toNumber()]).toEqual([owner.address, claimed]);
      expect(await person.record()).toMatchObject({ version: claimed, controller: owner.address });
      const again = await Promise.all([
        refusalFor(world(), person.claim(thief, claimKeys, claimed)),
        refusalFor(world(), person.claim(owner, claimKeys, claimed)),
      ]);
      expect(again).toEqual(['pool.Stale', 'pool.Stale']);
    });

    it.sequential('should be recovered by guardians after a time alone, in which the owner can stop it', async () => {
      const guardians = [freshPair(), freshPair(), freshPair()];
      const salts = guardians.map(() => new Uint8Array(randomBytes(32)));
      const tree = guardiansOf(
        REGISTER.business,
        person.tag,
        guardians.map(({ publicKey: account }, at) => ({ account, salt: salts[at]! })),
      );
      const { root, count } = tree;
      const set = { root, quorum: 2, count };
      const act102 = (version: number): Decoded => on(LEGAL_BASIS.keyRecovery, version);
      const alone = calls().setGuardians(act102(claimed), 'Business', { ...set, quorum: 1 });
      expect(await refusalFor(world(), alone, owner)).toBe(identity('GuardiansUnsound'));
      await makeAs(world(), owner, calls().setGuardians(act102(claimed), 'Business', set));
      const version = claimed + 1;

      const recovered = freshPair();
      const approvalOf = (at: number, signer = guardians[at]!): Decoded => ({
        guardian: guardians[at]!.address,
        salt: u8aToHex(salts[at]!),
        position: at,
        proof: tree.proofOf(at),
        signature: person.approval(signer, recovered, version),
      });
      const recover = (...approvals: readonly Decoded[]): Call =>
        calls().recoverByGuardians(person.id, recovered.address, person.consent(recovered, version), approvals);
      const refused = await Promise.all([
        refusalFor(world(), recover(approvalOf(0))),
        refusalFor(world(), recover(approvalOf(0), approvalOf(0))),
        refusalFor(world(), recover(approvalOf(0), approvalOf(2, thief))),
        refusalFor(world(), recover(approvalOf(0), { ...approvalOf(2), guardian: thief.address })),
      ]);
      expect(refused).toEqual(['pool.NotAdmitted', 'pool.NotAdmitted', 'pool.BadProof', 'pool.BadProof']);

      const opened = await makeUnsigned(world(), recover(approvalOf(0), approvalOf(2)));
      const delay = (world().api.consts.identity as Decoded).recoveryDelay.toNumber();
      expect(eventOf(opened, 'RecoveryOpened').due.toNumber()).toBe(opened.number + delay);
      expect(delay).toBeGreaterThan(10_000);
      const finish = (): Call => calls().finishRecovery(person.id);
      expect(await refusalFor(world(), finish())).toBe('pool.Future');
      // It has changed no record, and the owner acts as before.
      expect(await person.record()).toMatchObject({ version, controller: owner.address });
      await makeAs(world(), owner, calls().cancelRecovery(act102(version), 'Business'));
      const after = await Promise.all([
        refusalFor(world(), finish()),
        // The keys of a quorum are public now: they serve no second time.
        refusalFor(world(), recover(approvalOf(0), approvalOf(2))),
      ]);
      expect(after).toEqual(['pool.Stale', 'pool.Stale']);
      expect(await person.record()).toMatchObject({ version, controller: owner.address });
    });

    it.sequential('should go over to another key, which counts once it is final, and the old one no more', async () => {
      const next = freshPair();
      const { version } = await person.record();
      const rotate = calls().rotateController(
        on(LEGAL_BASIS.enrolment, version),
        'Business',
        next.address,
        person.consent(next, version),
      );
      let isKnown = false;
      const rotating = makeAs(world(), owner, rotate).finally(() => (isKnown = true));
      const seen: (readonly [number, string])[] = [];
      while (!isKnown) {
        const { state, block } = await atFinalized(world().api);
        const record = ((await (state.query as Decoded).identity.persons(person.id)) as Decoded).unwrap();
        seen.push([block.number, record.controller.unwrap().toString()]);
        await pause(100);
      }
      const { number } = await rotating;
      // Nobody reads of it before the block that holds it is final.
      expect(seen[0]![1]).toBe(owner.address);
      for (const [block, controller] of seen) {
        expect(controller, `at ${block} of ${number}`).toBe(block < number ? owner.address : next.address);
      }
      expect(await person.record()).toMatchObject({ version: version + 1, controller: next.address });

      const setNone = (): Call =>
        calls().setGuardians(on(LEGAL_BASIS.keyRecovery, version + 1), 'Business', null);
      const refused = await Promise.all([
        refusalFor(world(), setNone(), owner),
        refusalFor(world(), setNone(), next),
      ]);
      // The new key is heard, and told that there is nothing to do without.
      expect(refused).toEqual(['pool.UnknownSigner', identity('NoGuardians')]);
    });
  });

  describe.concurrent('what a person has the ministry erase', () => {
    it.sequential('should leave a receipt that names nobody, and nothing that can be opened', async () => {
      const person = new ImportedPerson(world());
      // The ministry keeps the record's secret and the document; the chain has a commitment.
      const secret = new Uint8Array(randomBytes(32));
      const document = stringToU8a('Zoë Ångström, born on 3 February 2001');
      const committed = documentCommitment(document, saltFor(secret, 'enrolment'));
      await person.change({ Enrol: { controller: null } }, 0, { documents: [committed] });
      const onChain = async (): Promise<string> => {
        const { state } = await atFinalized(world().api);
        const entry = (await (state.query as Decoded).identity.entries(person.id, 1)).unwrap();
        return entry.body.asDecided.preparation.act.documents[0].digest.toHex();
      };
      const before = await person.record();
      expect(documentCommitment(document, saltFor(secret, 'enrolment')).digest).toBe(await onChain());

      const opening: Opening = {
        schema: 'erasure/1',
        issuer: stringToU8a('Interior'),
        subject: person.tag,
        record: new Uint8Array(),
        path: 'request',
        salt: new Uint8Array(randomBytes(32)),
        value: stringToU8a('Erase what you keep of me.'),
      };
      const receipt = commitmentOf(opening);
      const erasure = { register: 'Business', scope: 'RecordSecret' };
      const erase = (documents: ReturnType<typeof aDocument>[] = []): Call =>
        calls().prepareErasure(act({ legalBasis: LEGAL_BASIS.erasure, documents }), receipt, erasure);
      // A receipt that is the tag would say whose it is.
      const named = (): Call =>
        calls().prepareErasure(on(LEGAL_BASIS.erasure, 0), person.tagHex, erasure);
      const decide = (): Call => calls().decideErasure(on(LEGAL_BASIS.erasure, 0), receipt, 'Approve');
      await world().expectRefusals([
        ['landsExaminer', erase(), 'mandates.NoMandate'],
        ['interiorExaminer', erase([aDocument()]), identity('DocumentsUnexpected')],
        ['interiorExaminer', named(), identity('ReceiptIsTag')],
        ['interiorRegistrar', decide(), identity('ErasureNotFound')],
      ]);
      secret.fill(0);
      const prepared = await world().make('interiorExaminer', erase());
      await world().expectRefusals([
        ['interiorExaminer', erase(), identity('ErasureOpen')],
        ['interiorExaminer', decide(), 'mandates.PowerNotGranted'],
      ]);
      const erased = await world().make('interiorRegistrar', decide());
      await world().expectRefusal('interiorExaminer', erase(), identity('ReceiptTaken'));

      const found = (await view(world(), 'Identity', 'erasure', [receipt])).unwrap();
      expect(found.erasure.toJSON()).toEqual(erasure);
      expect(Object.keys(found.toJSON()).sort()).toEqual(
        ['act', 'block', 'date', 'erasure', 'mandate', 'preparation', 'recordedAt'].sort(),
      );
      expect(found.block.toNumber()).toBe(erased.number);
      // Nothing that was said or is kept of it has the tag; the person has the opening.
      const told = [prepared, erased].flatMap(({ events }) => events.map(({ event }) => event.toHex()));
      const said = [erase(), decide()].map((call) => call.method.toHex());
      for (const bytes of [...told, ...said, found.toHex()]) expect(bytes).not.toContain(hex(person.tagHex));
      expect(commitmentOf(opening)).toBe(receipt);
      expect(commitmentOf({ ...opening, salt: new Uint8Array(randomBytes(32)) })).not.toBe(receipt);

      // The record is what it was, and so is its commitment; who has the document proves nothing by it.
      expect(await person.record()).toEqual(before);
      const digest = await onChain();
      expect(digest).toBe(committed.digest);
      const salts = [new Uint8Array(32), saltFor(secret, 'enrolment'), new Uint8Array(randomBytes(32))];
      for (const salt of salts) expect(documentCommitment(document, salt).digest).not.toBe(digest);
    });
  });

  describe.concurrent('a name where a code belongs', () => {
    const name = 'Zoë Ångström';

    it.sequential('should not be written down by any call of these registers', () => {
      const tag = u8aToHex(randomBytes(32));
      const id = { register: 'Business', tag };
      const enrol = { Enrol: { controller: null } };
      const plain = on(LEGAL_BASIS.enrolment, 0);
      const prepare = (anAct: Decoded, person: Decoded, change: Decoded) => () =>
        calls().prepare(anAct, person, change, null);
      const attempts: Readonly<Record<string, () => unknown>> = {
        statute: prepare({ ...plain, legalBasis: name }, id, enrol),
        request: prepare({ ...plain, request: name }, id, enrol),
        day: prepare({ ...plain, effectiveFrom: name }, id, enrol),
        document: prepare({ ...plain, documents: [name] }, id, enrol),
        register: prepare(plain, { register: name, tag }, enrol),
        tag: prepare(plain, { register: 'Business', tag: name }, enrol),
        change: prepare(plain, id, name),
        controller: prepare(plain, id, { Enrol: { controller: name } }),
        proposal: () => calls().decide(plain, name, 'Approve'),
        decision: () => calls().decide(plain, 1, name),
        reason: () => calls().decide(plain, 1, { Refuse: name }),
        erasure: () => calls().prepareErasure(plain, tag, { register: 'Business', scope: name }),
        receipt: () => calls().prepareErasure(plain, name, { register: 'Business', scope: 'Everything' }),
      };
      // With a code in its place each of them can be written.
      expect(prepare(plain, id, enrol)).not.toThrow();
      for (const [what, attempt] of Object.entries(attempts)) expect(attempt, what).toThrow(/failed decoding/);
    });

    it.sequential('should have no room in the types of their calls', () => {
      const { registry } = world().api;
      expect(textsOf(registry, 'Identity')).toEqual([]);
      // The public key of an issuer, whose length and point the chain checks.
      const fields = textsOf(registry, 'Attestations').map((path) => path.split('.').at(-1));
      expect([...new Set(fields)]).toEqual(['public']);
      // The walk finds text where there is some.
      expect(textsOf(registry, 'System')).toContain('remark.remark');
    });
  });
}
