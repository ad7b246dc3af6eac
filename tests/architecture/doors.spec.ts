import { describe, expect, it } from '@jest/globals';
import { ENDPOINT, readSettings } from '@qinglan/api-platform';
import { allEndpoints, type Endpoint } from '@qinglan/contracts';
import { Validator } from '@seriousme/openapi-schema-validator';
import { AppModule, openApiDocument } from '../../apps/api/src/app';

type Class = new (...given: never[]) => object;
interface ModuleLike {
  readonly module?: Class;
  readonly imports?: readonly unknown[];
}

const settings = readSettings({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });

function modulesBelow(imports: readonly unknown[], found = new Set<Class>()): ReadonlySet<Class> {
  for (const one of imports) {
    const module = (one as ModuleLike).module ?? (one as Class);
    if (found.has(module)) continue;
    found.add(module);
    modulesBelow((Reflect.getMetadata('imports', module) ?? []) as unknown[], found);
  }
  return found;
}

/** The controllers of every module below the application's. */
function controllers(): readonly Class[] {
  const { imports = [] } = AppModule.with(settings) as ModuleLike;
  return [...modulesBelow(imports)].flatMap((one) => (Reflect.getMetadata('controllers', one) ?? []) as Class[]);
}

/** Every method that Nest would route, with its contract or none. */
function handlers() {
  return controllers().flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype)
      .map((name) => ({
        name: `${controller.name}.${name}`,
        method: (controller.prototype as Record<string, unknown>)[name],
      }))
      .filter(({ name }) => !name.endsWith('.constructor'))
      .filter(({ method }) => typeof method === 'function' && Reflect.getMetadata('path', method) !== undefined)
      .map(({ name, method }) => ({
        name,
        contract: Reflect.getMetadata(ENDPOINT, method as object) as Endpoint | undefined,
      })),
  );
}

const label = (contract: Endpoint) => `${contract.method} ${contract.path}`;

describe('doors', () => {
  it('each have a contract, which says who may knock', () => {
    const without = handlers().filter(({ contract }) => contract === undefined);
    expect(without.map(({ name }) => name)).toEqual([]);
    expect(handlers().length).toBeGreaterThan(10);
  });

  it('and contracts stand one to one', () => {
    const opened = handlers().map(({ contract }) => (contract ? label(contract) : 'none'));
    const declared = Object.values(allEndpoints()).map(label);
    expect(new Set(declared).size).toBe(declared.length);
    expect(opened.toSorted()).toEqual(declared.toSorted());
  });

  it('are public only where somebody not signed in must get in', () => {
    const open = Object.entries(allEndpoints()).filter(([, contract]) => contract.access === 'public');
    expect(open.map(([name]) => name).toSorted()).toEqual([
      // A leader reads a report by a link, without an account; whoever holds a certificate may ask whether it is one.
      ...['downloadSharedFile', 'listDemoPeople', 'openSharedReport', 'readSession', 'signIn', 'signInAsDemo'],
      'verifyCertificate',
    ]);
  });

  it('that change a thing which is already there name the version that was read', () => {
    const unversioned = Object.entries(allEndpoints())
      .filter(([, { method, versioned }]) => method !== 'GET' && !versioned)
      .map(([name]) => name);
    // Sessions and accounts have no version; an import compares row by row; a proposal and a signature are made once;
    // what devices write of an observation is applied once, change by change; what is counted by hand, a petition and a
    // closed cohort happen once; a mark is one's own; of several pairings each names its version; who is on a list, came
    // and completed is said again without harm; a report is opened, remarked upon and shared once, what is withdrawn stays so;
    // each asking for names is kept by itself; a file of rows is asked for once, and cancelled once.
    expect(unversioned.toSorted()).toEqual([
      'addPortfolioItem',
      'addYearlySection',
      'arrangeActivity',
      'arrangeSitting',
      'askObservation',
      'askRowExport',
      'cancelRowExport',
      'cancelYearlyFreeze',
      'changePassword',
      'closeCohort',
      'commentOnYearlyReport',
      'downloadSharedFile',
      'enableAccount',
      'endPairings',
      'enrolPerson',
      'importRegister',
      'issueCertificates',
      'logVisit',
      'makeNameList',
      'makeYearlyLink',
      'markOpenLesson',
      'noteAttendance',
      'noteCompletion',
      'openObservation',
      'openSharedReport',
      'openYearlyReport',
      'petitionPairing',
      'previewIndicator',
      'previewSeries',
      'printYearlyFiles',
      'propose',
      'resetAccount',
      'resolveYearlyComment',
      'revokeYearlyLink',
      'sendObservationChanges',
      'signIn',
      'signInAsDemo',
      'signOut',
      'signOutEverywhere',
      'signRecord',
      'withdrawEnrolment',
      'withdrawPortfolioItem',
      'withdrawYearlyApproval',
    ]);
  });
});

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(openApiDocument() as Record<string, unknown>);
    expect(result).toMatchObject({ valid: true });
    expect(openApiDocument()['openapi']).toBe('3.1.0');
  });

  it('names every door, and its problems by status', () => {
    const paths = openApiDocument()['paths'] as Record<string, Record<string, { responses: object }>>;
    const count = Object.values(paths).reduce((sum, methods) => sum + Object.keys(methods).length, 0);
    expect(count).toBe(Object.keys(allEndpoints()).length);
    expect(Object.keys(paths['/api/proposals/{proposalId}']?.['put']?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '400', '401', '403', '404', '409', '422', '429', '500', '503']),
    );
  });
});
