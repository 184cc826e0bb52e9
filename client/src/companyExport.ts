import { stringToU8a, u8aConcat, u8aToHex } from '@polkadot/util';

import { blake2_256 } from './commitment.js';
import type { CompanyStep } from './companySteps.js';
import { ownershipStatements, shareholderStatements, type CompanyOwners } from './ownershipExport.js';
import { openedDetails, type OpenedStatement } from './ownershipOpenings.js';

/**
 * A company in the forms that others read: BODS 0.4 (Beneficial Ownership Data Standard) and a record
 * like those of GLEIF's level 1. What the chain may not hold comes from a bundle that the authority
 * adds; without it the export lists what is missing.
 */

/** The name under which the register publishes. */
const PUBLISHER = 'Polity business register';

/** What the chain may not hold of a company. */
export interface ExportBundle {
  readonly format: 'polity-export-bundle/1';
  /** The company's number. */
  readonly company: string;
  /** Its registered office. */
  readonly registeredAddress?: {
    readonly address: string;
    readonly postCode?: string;
    /** A code of ISO 3166. */
    readonly country: string;
  };
  /** The identifier of the issuer that manages its legal entity identifier. */
  readonly managingLou?: string;
  /** When that identifier has to be renewed, as `YYYY-MM-DD`. */
  readonly nextRenewalDate?: string;
  /** Statements of beneficial owners, opened. */
  readonly statements?: readonly OpenedStatement[];
}

/** An officer in office, as the register of officers has it. */
export interface OfficerRead {
  readonly role: string;
  /** The tag of a person, or the number of a company. */
  readonly party: string;
  readonly isPerson: boolean;
  readonly from: string;
  readonly to: string | null;
}

/** An export, and the fields that it lacks. */
export interface Exported<Content> {
  readonly content: Content;
  readonly missing: readonly string[];
}

/** Reads a bundle. */
export function readBundle(text: string, company: string): ExportBundle {
  const found = JSON.parse(text) as Partial<ExportBundle> | null;
  if (found?.format !== 'polity-export-bundle/1') {
    throw new Error('The bundle is not of the format polity-export-bundle/1.');
  }
  if (found.company !== company) throw new Error(`The bundle is of company ${found.company}.`);
  const { registeredAddress } = found;
  if (registeredAddress !== undefined) {
    const { address, country } = registeredAddress;
    if (typeof address !== 'string' || address === '' || !/^[A-Z]{2}$/.test(country)) {
      throw new Error('The registered address of the bundle needs an address and a country of two letters.');
    }
  }
  if (found.statements !== undefined && !Array.isArray(found.statements)) {
    throw new Error('The statements of the bundle are no list.');
  }
  return found as ExportBundle;
}

const lastOf = (steps: readonly CompanyStep[]): CompanyStep => {
  const last = steps.at(-1);
  if (last === undefined) throw new Error('A company has at least one entry.');
  return last;
};

const ENDED = ['Dissolved', 'MergedInto', 'ConvertedTo'];
const isEnded = (step: CompanyStep): boolean => ENDED.includes(step.state.status);
const dateOf = (time: Date): string => time.toISOString().slice(0, 10);
const countryName = (code: string): string =>
  new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code;

/** What every BODS statement begins with. */
function statement(
  id: string,
  subject: string,
  date: string,
  published: Date,
): Record<string, unknown> {
  return {
    statementId: id,
    declarationSubject: subject,
    statementDate: date,
    publicationDetails: {
      publicationDate: dateOf(published),
      bodsVersion: '0.4',
      publisher: { name: PUBLISHER },
    },
    source: { type: ['officialRegister'], retrievedAt: published.toISOString() },
  };
}

/**
 * A company's history as BODS 0.4 statements about one record of an entity: each entry that said
 * something new is a statement, whose id is the record's head then. Its officers who are persons
 * follow as anonymous persons with a relationship each, then the holders of its shares, then what it
 * has stated of its beneficial owners: the chain knows no names. The EUID, which the register's law of
 * today gives, stands in the entity's last statement alone.
 */
export function bodsStatements(
  steps: readonly CompanyStep[],
  officers: readonly OfficerRead[],
  owners: CompanyOwners,
  bundle: ExportBundle | null,
  published: Date,
  euid: string | null = null,
): Exported<readonly Record<string, unknown>[]> {
  const last = lastOf(steps);
  const recordId = `polity-company-${last.state.number}`;
  const address = bundle?.registeredAddress;
  const told = steps.filter(
    // A statement has no classes of activity.
    ({ what, state }, at) => at === 0 || (state !== steps[at - 1]!.state && what !== 'activitiesChanged'),
  );
  const entity = told.map((step, at) => {
    const { state } = step;
    const identifiers = [{ id: state.number, schemeName: PUBLISHER }];
    if (state.lei !== null) {
      identifiers.push({ id: state.lei, schemeName: 'Global Legal Entity Identifier Index' });
    }
    if (euid !== null && at === told.length - 1) {
      identifiers.push({ id: euid, schemeName: 'European Unique Identifier (EUID)' });
    }
    if (state.source !== null) {
      const { register, number } = state.source;
      identifiers.push({ id: number, schemeName: `Registration authority ${register}` });
    }
    return {
      ...statement(step.head.slice(2), recordId, step.effectiveFrom, published),
      recordId,
      recordType: 'entity',
      recordStatus: at === 0 ? 'new' : isEnded(step) ? 'closed' : 'updated',
      recordDetails: {
        isComponent: false,
        entityType: { type: 'registeredEntity', details: `ISO 20275 ${state.legalForm}` },
        name: state.name,
        jurisdiction: { name: countryName(state.jurisdiction), code: state.jurisdiction },
        identifiers,
        ...(state.incorporatedOn === null ? {} : { foundingDate: state.incorporatedOn }),
        ...(isEnded(step) ? { dissolutionDate: step.effectiveFrom } : {}),
        ...(address === undefined
          ? {}
          : {
              addresses: [
                {
                  type: 'registered',
                  address: address.address,
                  ...(address.postCode === undefined ? {} : { postCode: address.postCode }),
                  country: { name: countryName(address.country), code: address.country },
                },
              ],
            }),
      },
    };
  });
  const idOf = (kind: string, party: string): string =>
    u8aToHex(blake2_256(u8aConcat(stringToU8a(`${kind} ${last.head} ${party}`)))).slice(2);
  const persons = officers.filter(({ isPerson, role }) => isPerson && role === 'Director');
  const board = persons.flatMap(({ party, from, to }) => {
    const personId = `polity-person-${idOf('person', `${recordId} ${party}`).slice(0, 32)}`;
    return [
      {
        ...statement(idOf('person', party), recordId, last.effectiveFrom, published),
        recordId: personId,
        recordType: 'person',
        recordStatus: 'new',
        recordDetails: { isComponent: false, personType: 'anonymousPerson' },
      },
      {
        ...statement(idOf('relationship', party), recordId, last.effectiveFrom, published),
        recordId: `${personId}-board`,
        recordType: 'relationship',
        recordStatus: 'new',
        recordDetails: {
          isComponent: false,
          subject: recordId,
          interestedParty: personId,
          interests: [
            {
              type: 'boardMember',
              directOrIndirect: 'direct',
              beneficialOwnershipOrControl: false,
              startDate: from,
              ...(to === null ? {} : { endDate: to }),
            },
          ],
        },
      },
    ];
  });
  const opened = openedDetails(
    bundle?.statements ?? [],
    owners.statements.map(({ commitment }) => commitment),
  );
  const missing = [
    ...(last.state.incorporatedOn === null ? ['foundingDate'] : []),
    ...(address === undefined ? ['addresses'] : []),
    ...(persons.length > 0 ? ['names of board members'] : ['board members']),
    ...missingOf(owners, opened, dateOf(published)),
  ];
  const heading = (id: string, date = dateOf(published)): Record<string, unknown> =>
    statement(id, recordId, date, published);
  const holders = shareholderStatements(recordId, last.head, owners.classes, heading);
  const stated = ownershipStatements(recordId, owners.statements, opened, heading);
  return { content: [...entity, ...board, ...holders, ...stated], missing };
}

/** What is not known of the owners, and what is out of date. */
function missingOf(
  { classes, statements, currentUntil }: CompanyOwners,
  opened: ReadonlyMap<string, unknown>,
  today: string,
): string[] {
  const closed = statements.filter(
    ({ commitment, details }) => details.relationship === undefined && !opened.has(commitment),
  );
  return [
    ...(classes.some(({ holders }) => holders.length > 0) ? ['names of shareholders'] : ['shareholders']),
    ...(statements.length === 0 ? ['beneficial owners'] : []),
    ...(closed.length > 0 ? ['names of beneficial owners'] : []),
    ...(currentUntil !== null && currentUntil < today
      ? [`beneficial owners after ${currentUntil}: the statements are overdue`]
      : []),
  ];
}

const REGISTRATION_STATUS: Readonly<Record<string, string>> = {
  MergedInto: 'MERGED',
  ConvertedTo: 'RETIRED',
  Dissolved: 'RETIRED',
  StruckOff: 'RETIRED',
};

/** A record like those of GLEIF's level 1 (LEI-CDF 3.1), of a company with or without an identifier. */
export function gleifRecord(
  steps: readonly CompanyStep[],
  bundle: ExportBundle | null,
): Exported<Record<string, unknown>> {
  const last = lastOf(steps);
  const [first] = steps;
  const { state } = last;
  const address = bundle?.registeredAddress;
  const status = REGISTRATION_STATUS[state.status] ?? 'ISSUED';
  const content = {
    ...(state.lei === null ? {} : { LEI: state.lei }),
    Entity: {
      LegalName: state.name,
      ...(address === undefined
        ? {}
        : {
            LegalAddress: {
              FirstAddressLine: address.address,
              ...(address.postCode === undefined ? {} : { PostalCode: address.postCode }),
              Country: address.country,
            },
          }),
      RegistrationAuthority: { OtherRegistrationAuthorityID: PUBLISHER, RegistrationAuthorityEntityID: state.number },
      LegalJurisdiction: state.jurisdiction,
      EntityCategory: 'GENERAL',
      LegalForm: { EntityLegalFormCode: state.legalForm },
      EntityStatus: status === 'ISSUED' ? 'ACTIVE' : 'INACTIVE',
      ...(state.incorporatedOn === null ? {} : { EntityCreationDate: state.incorporatedOn }),
      ...(state.successor === null
        ? {}
        : { SuccessorEntity: { RegistrationAuthorityEntityID: state.successor } }),
    },
    Registration: {
      InitialRegistrationDate: first!.recordedAt.toISOString(),
      LastUpdateDate: last.recordedAt.toISOString(),
      RegistrationStatus: status,
      ...(bundle?.nextRenewalDate === undefined ? {} : { NextRenewalDate: bundle.nextRenewalDate }),
      ...(bundle?.managingLou === undefined ? {} : { ManagingLOU: bundle.managingLou }),
      ValidationSources: 'FULLY_CORROBORATED',
    },
  };
  const missing = [
    ...(state.lei === null ? ['LEI'] : []),
    ...(address === undefined ? ['Entity.LegalAddress'] : []),
    'Entity.HeadquartersAddress',
    ...(state.incorporatedOn === null ? ['Entity.EntityCreationDate'] : []),
    ...(bundle?.nextRenewalDate === undefined ? ['Registration.NextRenewalDate'] : []),
    ...(bundle?.managingLou === undefined ? ['Registration.ManagingLOU'] : []),
  ];
  return { content, missing };
}
