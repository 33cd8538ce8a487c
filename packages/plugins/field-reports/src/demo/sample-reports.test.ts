import { describe, expect, test } from 'vitest';
import { canMove, type MoveName, moves as moveTable, openStates, type ReportState } from '../handling/report-states.ts';
import { dayMs, isTet, localTime } from './local-time.ts';
import { distanceKm } from './localities.ts';
import { regionOf } from './regions.ts';
import { type SampleReport, sampleReports } from './sample-reports.ts';
import { computingMs, dakLak, dueAt, hue, provinceInput, until } from '../../test/demo-provinces.ts';

const ofHue = sampleReports(provinceInput(hue, 46));
const ofDakLak = sampleReports(provinceInput(dakLak, 66));
const all = [...ofHue, ...ofDakLak];

const stateOf = ({ moves }: SampleReport): ReportState => moves.at(-1)?.to ?? 'submitted';
const timeOf = (report: SampleReport, state: ReportState) => report.moves.find(({ to }) => to === state)?.at;
const share = (reports: readonly SampleReport[], holds: (report: SampleReport) => boolean) => reports.filter(holds).length / reports.length;
const textsOf = (report: SampleReport) => [
  report.address,
  report.description,
  report.reporter?.name ?? '',
  report.reporter?.phone ?? '',
  ...report.moves.map(({ note }) => note ?? ''),
];
const expectBetween = (low: number, value: number, high: number) => {
  expect(value).toBeGreaterThan(low);
  expect(value).toBeLessThan(high);
};
const monthOf = ({ submittedAt }: SampleReport) => localTime(submittedAt).month;

describe('a year of sample reports', () => {
  test('has the wanted number, in the order in which they came, within the year', () => {
    expect(ofHue).toHaveLength(2_000);
    const times = ofHue.map(({ submittedAt }) => submittedAt.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(until.getTime() - 365 * dayMs);
    expect(Math.max(...times)).toBeLessThan(until.getTime());
  });

  test('is the same for the same seed and another for another', () => {
    expect(sampleReports(provinceInput(hue, 46))).toEqual(ofHue);
    expect(sampleReports(provinceInput(hue, 47))[0]).not.toEqual(ofHue[0]);
  });

  test('takes less than 300 ms of computing', () => {
    const times = [1, 2, 3].map((seed) => {
      const begin = computingMs();
      sampleReports(provinceInput(hue, seed));
      return computingMs() - begin;
    });
    expect(Math.min(...times)).toBeLessThan(300);
  });

  test('knows only the categories that the province has', () => {
    const few = sampleReports({ ...provinceInput(hue, 1), count: 200, categories: ['noise', 'waste', 'space-debris'] });
    expect(new Set(few.map(({ category }) => category))).toEqual(new Set(['noise', 'waste']));
    expect(() => sampleReports({ ...provinceInput(hue, 1), categories: ['space-debris'] })).toThrow(RangeError);
  });
});

describe('texts', () => {
  test('hardly repeat', () => {
    for (const reports of [ofHue, ofDakLak]) expect(new Set(reports.map(({ description }) => description)).size).toBeGreaterThan(1_950);
  });

  test('are in NFC, without gaps, doubled marks and leftovers of the grammar', () => {
    for (const text of all.flatMap(textsOf)) {
      expect(text).toBe(text.normalize('NFC'));
      expect(text).not.toMatch(/[[\]<>|{}]| {2}|^ | $| [,.;:]|[,;:][,.;:]|\.\.|undefined|null/);
    }
  });

  test('hold no number that could be someone’s phone', () => {
    for (const text of all.flatMap(textsOf)) {
      const digits = text.replaceAll(/0900 000 \d{3}/g, '').replaceAll(/\d{2}\/\d{2}(\/\d{4})?/g, '');
      expect(digits).not.toMatch(/\d[\d .-]{5,}\d/);
    }
  });

  test('are now and then typed without accents, and mostly with them', () => {
    expectBetween(
      0.01,
      share(all, ({ description }) => !/[^\u0020-\u007e–]/.test(description)),
      0.08,
    );
  });

  test('of the hotline are in an agent’s words', () => {
    for (const { channel, description } of all)
      if (channel === 'hotline') expect(description).not.toMatch(/(^|\s)(tôi|(nhà|của|con) (em|mình))(\s|[.,])/i);
  });

  test('come from agencies whenever a report was answered or rejected', () => {
    for (const { to, note } of all.flatMap(({ moves }) => moves))
      if (to === 'answered' || to === 'rejected') expect(note?.length).toBeGreaterThan(40);
  });

  test('name no district, which no address has had since July 2025', () => {
    for (const { address } of all) expect(address).not.toMatch(/huyện|quận|thị xã/i);
  });
});

describe('places', () => {
  test('lie within three kilometres of the centre of their commune', () => {
    const centres = new Map([...hue, ...dakLak].map((commune) => [commune.code, commune]));
    for (const report of all) expect(distanceKm(report, centres.get(report.commune)!)).toBeLessThan(3);
  });

  test('are more in wards than in remote communes', () => {
    const perCommune = (type: string) => {
      const codes = hue.filter((commune) => commune.type === type).map(({ code }) => code);
      return ofHue.filter(({ commune }) => codes.includes(commune)).length / codes.length;
    };
    expect(perCommune('phuong')).toBeGreaterThan(3 * perCommune('xa'));
  });

  test('are called as people of the region call them', () => {
    expect(ofHue.some(({ address }) => /^kiệt \d+ đường .+, phường /.test(address))).toBe(true);
    expect(ofHue.some(({ address }) => /hẻm|buôn/i.test(address))).toBe(false);
    expect(ofDakLak.some(({ address }) => /^Buôn .+, xã /.test(address))).toBe(true);
    expect(ofDakLak.some(({ address }) => /kiệt/.test(address))).toBe(false);
  });

  test('come back when the trouble was never solved', () => {
    const near = ofHue.filter((report, index) =>
      ofHue
        .slice(0, index)
        .some((other) => other.category === report.category && other.commune === report.commune && distanceKm(other, report) < 0.05),
    );
    expect(near.length / ofHue.length).toBeGreaterThan(0.04);
  });

  test('mention the sea only by the sea', () => {
    const seaside = new Set(['19900', '20137', '22015', '22261']);
    for (const { commune, description } of all) if (/bãi biển|bãi tắm|cảng cá/.test(description)) expect(seaside).toContain(commune);
  });
});

describe('the rhythm of the year', () => {
  const floods = (reports: readonly SampleReport[], region: string) => {
    const codes = [...hue, ...dakLak].filter((commune) => regionOf(commune) === region).map(({ code }) => code);
    return reports.filter(({ category, commune }) => category === 'flooding' && codes.includes(commune));
  };

  test('floods Huế from September to December, the highlands from May to October', () => {
    expect(share(floods(ofHue, 'central'), (report) => [9, 10, 11, 12].includes(monthOf(report)))).toBeGreaterThan(0.8);
    expect(share(floods(ofDakLak, 'highlands'), (report) => monthOf(report) >= 5 && monthOf(report) <= 10)).toBeGreaterThan(0.8);
  });

  test('is quieter at night, on Sundays and at Tết', () => {
    const hour = ({ submittedAt }: SampleReport) => localTime(submittedAt).hour;
    expect(share(all, (report) => hour(report) < 5)).toBeLessThan(0.05);
    const on = (weekday: number) => all.filter(({ submittedAt }) => localTime(submittedAt).weekday === weekday).length;
    expect(on(0)).toBeLessThan(0.85 * on(1));
    const atTet = all.filter(({ submittedAt }) => isTet(submittedAt)).length;
    expect(atTet / all.length).toBeLessThan((0.6 * 6) / 365);
  });

  test('has bursts, when a storm passes', () => {
    const perDay = Object.values(Object.groupBy(ofHue, ({ submittedAt }) => Math.floor(submittedAt.getTime() / dayMs))).map(
      (day) => day?.length ?? 0,
    );
    expect(Math.max(...perDay)).toBeGreaterThan(3 * (ofHue.length / 365));
  });
});

describe('the life of a report', () => {
  const answered = all.filter((report) => timeOf(report, 'answered') !== undefined);
  const rated = all.filter(({ rating }) => rating !== null);
  const old = all.filter(({ submittedAt }) => submittedAt.getTime() < until.getTime() - 60 * dayMs);
  const fresh = ofHue.filter(({ submittedAt }) => submittedAt.getTime() > until.getTime() - 14 * dayMs);
  const overdue = (report: SampleReport) => openStates.includes(stateOf(report)) && dueAt(report) < until;

  test('only takes moves that the transition table allows, in order, before the last moment', () => {
    const names = Object.keys(moveTable) as MoveName[];
    for (const report of all) {
      let state: ReportState = 'submitted';
      let at = report.submittedAt;
      for (const move of report.moves) {
        const name = names.find((each) => moveTable[each].to === move.to && canMove(each, state));
        expect(name, `${state} → ${move.to}`).toBeDefined();
        expect(move.at.getTime()).toBeGreaterThan(at.getTime());
        expect(move.at.getTime()).toBeLessThan(until.getTime());
        state = move.to;
        at = move.at;
      }
    }
  });

  test('is over for nearly every old report', () => {
    expect(share(old, (report) => ['closed', 'rejected', 'withdrawn'].includes(stateOf(report)))).toBeGreaterThan(0.99);
  });

  test('is in every stage among the last two weeks, some of it overdue', () => {
    const states = new Set(fresh.map(stateOf));
    for (const state of ['submitted', 'assigned', 'in-progress', 'answered', 'closed'] as const) expect(states).toContain(state);
    expect(ofHue.filter(overdue).length).toBeGreaterThan(2);
    expect(share(fresh, overdue)).toBeLessThan(0.25);
  });

  test('ends as in Huế: 4 % rejected, 2 % reopened, one in ten late', () => {
    expectBetween(
      0.03,
      share(all, (report) => stateOf(report) === 'rejected'),
      0.05,
    );
    expectBetween(
      0.01,
      share(all, ({ moves }) => moves.some(({ to }) => to === 'reopened')),
      0.03,
    );
    expectBetween(
      0.07,
      share(answered, (report) => timeOf(report, 'answered')! > dueAt(report)),
      0.13,
    );
  });

  test('is rated by about half, and nine in ten of those are satisfied or accept the answer', () => {
    expectBetween(0.44, rated.length / answered.length, 0.56);
    expectBetween(
      0.88,
      share(rated, ({ rating }) => rating !== 'dissatisfied'),
      0.94,
    );
    for (const report of rated) expect(stateOf(report)).toBe('closed');
  });

  test('shows a picture of afterwards only when there was an answer', () => {
    const pictured = all.filter(({ pictures }) => pictures.some(({ after }) => after));
    expect(pictured.length).toBeGreaterThan(500);
    for (const report of pictured) expect(timeOf(report, 'answered')).toBeDefined();
  });
});
