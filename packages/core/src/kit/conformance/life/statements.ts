import { schemaOf } from '../../../database/migrate.ts';
import { type Check, fault, type Fault } from '../fault.ts';
import type { Life } from './life.ts';

const readViews = new Set(['core.agencies', 'core.communes', 'core.event_log', 'core.stored_files']);
const qualified = /\b(?:from|join|into|update|table|using)\s+(?:only\s+)?"?([a-z_]\w*)"?\."?([a-z_]\w*)"?/gi;
const ofCore = ['core', 'identity', 'registry', 'bullmq'];
const writing = /\b(insert\s+into|update\s+(?:only\s+)?["\w.]+(?:\s+as\s+\w+|\s+\w+)?\s+set|delete\s+from|truncate|merge\s+into)\b/i;

export const statements: Check<Life> = {
  id: 'statements',
  title: { vi: 'SQL chỉ chạm dữ liệu của mình', en: 'SQL touches its own data only' },
  why: {
    vi: 'Một tỉnh chỉ có một tài khoản cơ sở dữ liệu: ranh giới giữa các phân hệ do hợp đồng giữ. Ghi ngoài ctx.change thì mất tính một lần.',
    en: 'A province has one database login: the contract keeps modules apart. A write outside ctx.change may happen twice or without its event.',
  },
  run({ plugin, journal, world }) {
    const own = schemaOf(plugin.id);
    const others = [...ofCore, ...world.kernel.plugins.all.map(({ id }) => schemaOf(id)).filter((schema) => schema !== own)];
    const ofOthers = new RegExp(`"?\\b(${others.join('|')})"?\\."?([a-z_]\\w*)"?`, 'gi');
    const faults = [...journal.statements.values()].flatMap(({ text, where, inChange }): Fault[] => {
      // `from` also stands where no table does.
      const code = text.replace(/'(?:[^']|'')*'/g, "''").replace(/\bdistinct\s+from\b|\bextract\s*\(\s*\w+\s+from\b/gi, ' ');
      const reached = [...code.matchAll(qualified), ...code.matchAll(ofOthers)].map(([, schema, table]) => `${schema}.${table}`);
      const foreign = reached.filter((name) => !name.startsWith(`${own}.`) && !readViews.has(name) && !/^(pg_catalog|information_schema)\./.test(name));
      return [
        ...[...new Set(foreign)].map((name) => fault(where, [`Câu SQL chạm "${name}".`, `A statement touches "${name}".`], [`Chỉ dùng bảng của "${own}" và các khung nhìn ${[...readViews].join(', ')}.`, `Use the tables of "${own}" and the views ${[...readViews].join(', ')} alone.`])),
        ...(writing.test(code) && !inChange ? [fault(where, [`Ghi dữ liệu ngoài ctx.change: ${text.trim().slice(0, 120)}`, `It writes outside ctx.change: ${text.trim().slice(0, 120)}`], ['Ghi trong ctx.change(async (trx) => …), bằng trx.', 'Write inside ctx.change(async (trx) => …), with trx.'])] : []),
      ];
    });
    return faults;
  },
};
