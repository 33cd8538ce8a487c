import { expect, test } from 'vitest';
import { collectHistory, type ClosedReport } from './history.ts';
import { leastReports } from './known-features.ts';
import { packModel, unpackModel } from './pack-model.ts';
import { answer } from './suggestion-model.ts';
import { namedFeature, textFeatures } from './text-features.ts';
import { leastHistory, trainModel } from './train-model.ts';

const texts: Readonly<Record<string, readonly string[]>> = {
  waste: ['rác chất đống trước chợ', 'xe rác không tới, túi rác đầy ngõ', 'bãi rác bốc mùi cạnh trường'],
  trees: ['cây nghiêng sắp đổ trước chợ', 'cành khô rơi xuống ngõ', 'cây gãy chắn đường cạnh trường'],
  noise: ['karaoke ồn tới khuya trước chợ', 'loa kéo mở to trong ngõ', 'tiếng ồn của xưởng cạnh trường'],
};
const agencies: Readonly<Record<string, string>> = { waste: 'moi-truong-do-thi', trees: 'cong-vien-cay-xanh', noise: '$commune' };

function reports(count: number, more: readonly ClosedReport[] = []): ClosedReport[] {
  const names = Object.keys(texts);
  return [
    ...Array.from({ length: count }, (_, i): ClosedReport => {
      const category = names[i % names.length]!;
      const commune = i % 2 === 0 ? '19753' : '20035';
      // In the countryside the commune does it all by itself.
      return { text: texts[category]![Math.floor(i / 3) % 3]!, category, commune, agency: commune === '20035' ? '$commune' : agencies[category]!, urgent: category === 'trees' };
    }),
    ...more,
  ];
}

function trained(all: readonly ClosedReport[]) {
  const collected = collectHistory();
  // In batches, as the job reads them.
  for (let i = 0; i < all.length; i += 50) collected.add(all.slice(i, i + 50));
  return trainModel(collected.history(), 0.7);
}

const ask = (all: readonly ClosedReport[], question: 'category' | 'agency' | 'urgency', asked: { text: string; category?: string; commune?: string }) => {
  const { model } = trained(all);
  return answer(unpackModel(packModel(model!)), question, asked);
};

test('what citizens wrote before tells what a new report is about, with accents or without', () => {
  expect(ask(reports(600), 'category', { text: 'Rác đầy ngõ mấy hôm rồi' })).toMatchObject({ value: 'waste' });
  expect(ask(reports(600), 'category', { text: 'cay gay sap do' })).toMatchObject({ value: 'trees' });
});

test('whose it is depends on the place as well: in town the park company, in the countryside the commune', () => {
  const asked = { text: 'cây gãy chắn đường', category: 'trees' };
  expect(ask(reports(600), 'agency', { ...asked, commune: '19753' })).toMatchObject({ value: 'cong-vien-cay-xanh' });
  expect(ask(reports(600), 'agency', { ...asked, commune: '20035' })).toMatchObject({ value: '$commune' });
});

test('what was urgent before is urgent again', () => {
  expect(ask(reports(600), 'urgency', { text: 'cây gãy chắn đường' })).toMatchObject({ value: 'immediate' });
  expect(ask(reports(600), 'urgency', { text: 'karaoke ồn' })).toMatchObject({ value: 'normal' });
});

test('a text of unknown words alone is answered with nothing', () => {
  expect(ask(reports(600), 'category', { text: 'zzz qqq' })).toBeUndefined();
});

test('with 299 closed reports nothing is learned, with 300 it is', () => {
  expect(trained(reports(leastHistory - 1))).toMatchObject({ model: null, measured: { reports: 299, accuracy: {} } });
  expect(trained(reports(leastHistory)).model).not.toBeNull();
});

test('a category of 19 closed reports is not suggested, and its reports count as not recognised', () => {
  const few = Array.from({ length: 19 }, (): ClosedReport => ({ text: 'nước máy yếu', category: 'water-supply', commune: '19753', agency: 'cap-nuoc', urgent: false }));
  const { model, measured } = trained(reports(581, few));
  expect(model!.heads.category!.classes).toEqual(['noise', 'trees', 'waste']);
  expect(measured.tooFew.category).toEqual({ 'water-supply': 19 });
  expect(measured.accuracy.category!.byClass['water-supply']).toMatchObject({ reports: 19, right: 0 });
});

test('a province that only ever had one category has nothing to tell apart', () => {
  const same = reports(400).map((report) => ({ ...report, category: 'waste', urgent: false }));
  expect(trained(same).model).toBeNull();
});

test('it is measured on the newest tenth alone', () => {
  expect(trained(reports(1_000)).measured).toMatchObject({ reports: 1_000, measuredOn: 100, accuracy: { category: { reports: 100 } } });
});

test('a name or an address that fewer than five reports hold is not in the model', () => {
  const named = (count: number) => Array.from({ length: count }, (): ClosedReport => ({ text: 'rác trước nhà bà Tôn Nữ Thị Quỳnh', category: 'waste', commune: '19753', agency: 'moi-truong-do-thi', urgent: false }));
  const known = (count: number) => new Set(trained(reports(600, named(count))).model!.features);
  const marks = [...textFeatures('Tôn Nữ Thị Quỳnh')];
  const [few, enough] = [known(leastReports - 1), known(leastReports)];
  expect(marks.filter((mark) => few.has(mark))).toEqual([]);
  expect(marks.every((mark) => enough.has(mark))).toBe(true);
  expect(few.has(namedFeature('commune 19753'))).toBe(true);
});

test('the same reports give the same model, to the last byte', () => {
  const [one, other] = [trained(reports(400)), trained(reports(400))];
  expect(Buffer.compare(packModel(one.model!), packModel(other.model!))).toBe(0);
});

test('a model that was cut off, or is of another format, is refused', () => {
  const packed = packModel(trained(reports(400)).model!);
  expect(() => unpackModel(packed.subarray(0, packed.length - 10))).toThrow('cut off');
  expect(() => unpackModel(packed.subarray(0, 40))).toThrow(RangeError);
  expect(() => unpackModel(Uint8Array.from(packed, (byte, i) => (i < 80 && byte === 0x31 ? 0x39 : byte)))).toThrow();
});
