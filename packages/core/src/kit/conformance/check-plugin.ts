import { type Deprecation, deprecatedIn } from '../../plugin/deprecations.ts';
import type { Plugin } from '../../plugin/plugin.ts';
import type { Text } from '../../plugin/text.ts';
import type { ProvinceTemplate } from '../../tenancy/template.ts';
import { testTemplate } from '../test-template.ts';
import { testWorld } from '../test-world.ts';
import { checkDeclaration } from './check-declaration.ts';
import { both, type Check, fault } from './fault.ts';
import { answers } from './life/answers.ts';
import { erasure } from './life/erasure.ts';
import { figures } from './life/figures.ts';
import { beginLife, fill, type Life, type LifeOptions } from './life/life.ts';
import { neighbours } from './life/neighbours.ts';
import { provinces } from './life/provinces.ts';
import { published } from './life/published.ts';
import { quietLog } from './life/quiet-log.ts';
import { shown } from './life/shown.ts';
import { statements } from './life/statements.ts';
import { strangers } from './life/strangers.ts';
import { switching } from './life/switching.ts';
import { tasks } from './life/tasks.ts';
import { personalColumns } from './schema/personal-columns.ts';
import { subjects } from './schema/subjects.ts';
import { migrateInSteps, type Migrated } from './schema/migrated.ts';
import { additive } from './schema/additive.ts';
import { migrations } from './schema/migrations.ts';
import { upgrade } from './schema/upgrade.ts';
import { packageFile } from './source/package-file.ts';
import { quietImport } from './source/quiet-import.ts';
import { reach } from './source/reach.ts';
import type { Source, Sourced } from './source/source.ts';
import { strictPages } from './source/strict-pages.ts';
import { type CheckResult, reasonOf, resultOf, tryCheck } from './try-check.ts';

export interface CheckOptions {
  /** The package; without it the checks of its files are left out. */
  readonly source?: Source | undefined;
  /** The version that is running somewhere: its data must survive the upgrade, and its code the new schema. */
  readonly previous?: Plugin | undefined;
  /** The plugins that this one needs. */
  readonly needs?: readonly Plugin[];
  /** Provinces to run in, with what they hold for this module. Default: two small ones. */
  readonly provinces?: readonly [ProvinceTemplate, ProvinceTemplate] | undefined;
  /** A superuser's connection string. Default: the server of this vitest run. */
  readonly adminUrl?: string | undefined;
  /** Called as each check ends. */
  readonly onResult?: (result: CheckResult) => void;
}

export interface ConformanceReport {
  readonly plugin: string;
  readonly version: string;
  readonly passed: boolean;
  readonly checks: readonly CheckResult[];
  /** What it uses that a later core will not have; see docs/contract.md. */
  readonly deprecated: readonly Pick<Deprecation, 'what' | 'gone' | 'instead'>[];
}

const sourceChecks: readonly Check<Sourced>[] = [packageFile, quietImport, reach, strictPages];
const schemaChecks = [migrations, additive, personalColumns, subjects];
/** Tried before anything is there, and again when everything is. */
const shownChecks = [figures, shown];
// `neighbours` goes last: it breaks the module.
const lifeChecks = [answers, published, strangers, statements, tasks, switching, provinces, quietLog, erasure, neighbours];
/** Without these there is no schema, or nothing that could be switched on. */
const needed = new Set(['names', 'version', 'data', 'settings']);

const enabling = {
  id: 'enabling',
  title: { vi: 'Bật được ở tỉnh mới', en: 'It switches on in a new province' },
  why: { vi: 'Tỉnh bật phân hệ bằng một nút, chưa cấu hình gì.', en: 'A province switches it on with one press, nothing being set up.' },
};

const filling: Check<Life> = {
  id: 'demo',
  title: { vi: 'Dữ liệu mẫu', en: 'Sample data' },
  why: { vi: 'Bản dùng thử và các phép thử sau đây sống nhờ nó.', en: 'The demo, and the trials below, live on it.' },
  run: (life) => fill(life).then(() => []),
};

/** Tries a plugin against the whole contract: what it says, its package, its schema, its life in two provinces. */
export async function checkPlugin(plugin: Plugin, options: CheckOptions = {}): Promise<ConformanceReport> {
  const { source, previous, needs = [], provinces: where, adminUrl, onResult } = options;
  const place: LifeOptions = { needs, provinces: where, adminUrl };
  const checks: CheckResult[] = [];
  const add = (result: CheckResult) => {
    checks.push(result);
    onResult?.(result);
  };
  const run = async <Subject>(some: readonly Check<Subject>[], subject: Subject) => {
    for (const check of some) add(await tryCheck(check, subject));
  };
  const leaveOut = (some: readonly Pick<CheckResult, 'id' | 'title' | 'why'>[], reason: Text) => {
    for (const check of some) add({ ...resultOf(check, []), state: 'left-out', reason });
  };
  const mendFirst = both(['Sửa các lỗi trên trước.', 'Mend the faults above first.']);

  async function inLife(): Promise<void> {
    const life = await beginLife(plugin, place).catch((error: Error) => error);
    if (life instanceof Error) {
      const reason = reasonOf(life);
      add(resultOf(enabling, [fault('onEnable', [`Không bật được: ${reason}`, `It cannot be switched on: ${reason}`], ['onEnable phải chạy được khi tỉnh chưa có gì cho phân hệ.', 'onEnable must work in a province that holds nothing for the module yet.'])]));
      return leaveOut([filling, ...shownChecks, ...lifeChecks], mendFirst);
    }
    await using _world = life.world;
    add(resultOf(enabling, []));
    const before = await Promise.all(shownChecks.map((check) => tryCheck(check, life)));
    await run([filling], life);
    for (const [i, check] of shownChecks.entries()) add(resultOf(check, [...before[i]!.faults, ...(await tryCheck(check, life)).faults]));
    await run(lifeChecks, life);
  }

  checks.push(...(await checkDeclaration({ plugin, source }, onResult)));
  if (source === undefined) leaveOut(sourceChecks, both(['Không có thư mục của gói.', 'The folder of the package is not known.']));
  else await run(sourceChecks, { plugin, source });

  const hopeless = checks.some(({ id, state }) => needed.has(id) && state === 'failed');
  const migrated = hopeless ? undefined : await migrate(plugin, adminUrl);
  if (migrated === undefined || migrated instanceof Error) {
    if (migrated === undefined) leaveOut([migrations], mendFirst);
    else add(resultOf(migrations, [fault('migrations', [`Nâng cấp lược đồ lỗi: ${migrated.message}`, `A migration fails: ${migrated.message}`], ['Ghi tên lược đồ trước mọi bảng; chạy được trên tỉnh trống.', 'Write the schema before every table; it must run in an empty province.'])]));
    leaveOut([...schemaChecks.filter((check) => check !== migrations), enabling, filling, ...shownChecks, ...lifeChecks], mendFirst);
  } else {
    await run(schemaChecks, migrated);
    if (previous !== undefined) await run([upgrade], { ...place, plugin, previous });
    await inLife();
  }
  return {
    plugin: plugin.id,
    version: plugin.version,
    passed: checks.every(({ state }) => state !== 'failed'),
    checks,
    deprecated: deprecatedIn(plugin).map(({ what, gone, instead }) => ({ what, gone, instead })),
  };
}

async function migrate(plugin: Plugin, adminUrl: string | undefined): Promise<Migrated | Error> {
  await using world = await testWorld({ plugins: [], provinces: [testTemplate('hue')], ...(adminUrl !== undefined && { adminUrl }) });
  return await migrateInSteps(world, plugin).catch((error: Error) => error);
}
