import type { Text } from '@tinhthong/core';
import { isNever } from './during.ts';
import { crossesItself } from './is-in-area.ts';
import { ofTheCommune, type RoutingRule } from './route-report.ts';
import { unreachableRules } from './unreachable-rules.ts';

export type ProposedRule = Omit<RoutingRule, 'id'>;

/** What the rules may speak of. */
export interface Known {
  /** In the province's order. */
  readonly categories: ReadonlyMap<string, { readonly name: Text }>;
  readonly agencies: ReadonlySet<string>;
  /** Code → name. */
  readonly communes: ReadonlyMap<string, string>;
  /** `[west, south, east, north]`. */
  readonly bounds: readonly [number, number, number, number];
}

export interface RuleFault {
  /** Where in the list, for example `body.rules.2.lead`. */
  readonly path: string;
  readonly message: Text;
}

export interface RuleWarning {
  readonly category: string;
  readonly message: Text;
}

/** What keeps a list of rules from being saved, in words that its editor understands; rules are counted from 1 there. */
export function ruleFaults(rules: readonly ProposedRule[], known: Known): RuleFault[] {
  const faults = rules.flatMap((rule, i) => faultsOf(rule, known).map(({ path, message }) => ({ path: `body.rules.${i}${path}`, message })));
  // What is reached can be told of rules that mean something.
  if (faults.length > 0) return faults;
  return unreachableRules(rules, known).map(({ rule, by }) => ({
    path: `body.rules.${rule}`,
    message: {
      vi: `Quy tắc ${rule + 1} không bao giờ được dùng: ${by.length > 1 ? 'các quy tắc' : 'quy tắc'} ${numbers(by)} đứng trước đã nhận hết. Hãy đưa nó lên trên hoặc bỏ đi.`,
      en: `Rule ${rule + 1} is never reached: ${by.length > 1 ? 'rules' : 'rule'} ${numbers(by)} before it ${by.length > 1 ? 'take' : 'takes'} all of it. Please move it up or leave it out.`,
    },
  }));
}

/** Categories that no rule takes everywhere and at all times: what is left goes to the commune, which may be intended. */
export function ruleWarnings(rules: readonly ProposedRule[], { categories, communes }: Known): RuleWarning[] {
  return [...categories].flatMap(([category, { name }]) => {
    const own = rules.filter((rule) => rule.category === null || rule.category === category);
    if (own.some(({ communes: at, area, during }) => at === null && area === null && during === null)) return [];
    const taken = new Set(own.filter(({ area, during }) => area === null && during === null).flatMap(({ communes: at }) => at ?? []));
    const left = communes.size - taken.size;
    if (left === 0) return [];
    return [
      {
        category,
        message: {
          vi: own.length === 0 ? `Lĩnh vực "${name.vi}" chưa có quy tắc: phản ánh về UBND xã, phường nơi xảy ra.` : `Lĩnh vực "${name.vi}": ở ${left} xã, phường hoặc ngoài thời gian của quy tắc, phản ánh về UBND nơi xảy ra.`,
          en: own.length === 0 ? `No rule for "${name.en ?? name.vi}": its reports go to the commune where it happened.` : `"${name.en ?? name.vi}": in ${left} communes, or outside of the rules' times, reports go to the commune.`,
        },
      },
    ];
  });
}

const numbers = (rules: readonly number[]) => rules.map((i) => i + 1).join(', ');

function faultsOf({ category, communes, area, during, lead, coordinating }: ProposedRule, known: Known): RuleFault[] {
  const faults: RuleFault[] = [];
  const add = (path: string, vi: string, en: string) => faults.push({ path, message: { vi, en } });
  const isAgency = (id: string) => id === ofTheCommune || known.agencies.has(id);
  if (category !== null && !known.categories.has(category)) add('.category', `không có lĩnh vực "${category}"`, `no category "${category}"`);
  for (const code of communes ?? []) if (!known.communes.has(code)) add('.communes', `mã ${code} không phải xã, phường của tỉnh này`, `${code} is no commune of this province`);
  if (communes?.length === 0) add('.communes', 'không có xã, phường nào: quy tắc không khớp với phản ánh nào', 'no commune: the rule matches nothing');
  if (!isAgency(lead)) add('.lead', `không có đơn vị "${lead}"`, `no agency "${lead}"`);
  for (const [i, id] of coordinating.entries()) {
    if (!isAgency(id)) add(`.coordinating.${i}`, `không có đơn vị "${id}"`, `no agency "${id}"`);
    if (id === lead) add(`.coordinating.${i}`, 'đơn vị chủ trì không thể phối hợp với chính mình', 'the lead agency cannot coordinate with itself');
    if (coordinating.indexOf(id) < i) add(`.coordinating.${i}`, `"${id}" có hai lần`, `"${id}" is there twice`);
  }
  if (during !== null && isNever(during)) add('.during', 'khoảng thời gian trống: quy tắc không khớp với phản ánh nào', 'an empty time: the rule matches nothing');
  if (area !== null) areaFaults(area, known.bounds, add);
  return faults;
}

function areaFaults(area: NonNullable<ProposedRule['area']>, [west, south, east, north]: Known['bounds'], add: (path: string, vi: string, en: string) => void): void {
  const [first, last] = [area[0], area.at(-1)];
  if (first === undefined || last === undefined || area.length < 4 || first[0] !== last[0] || first[1] !== last[1]) {
    return void add('.area', 'vùng phải khép kín, ít nhất ba góc: điểm cuối trùng điểm đầu', 'an area is closed and has three corners at least: its last point is its first');
  }
  if (crossesItself(area)) add('.area', 'đường vẽ tự cắt chính nó', 'the line crosses itself');
  if (area.every(([lon, lat]) => lon < west || lon > east || lat < south || lat > north)) {
    add('.area', 'vùng nằm ngoài tỉnh: quy tắc không khớp với phản ánh nào', 'the area lies outside of the province: the rule matches nothing');
  }
}
