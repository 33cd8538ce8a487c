import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testWorld, type TestProvince, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fieldReports } from '../src/plugin.ts';

let world: TestWorld;
let hue: TestProvince;
let dispatcher: string;

beforeAll(async () => {
  const folder = fileURLToPath(import.meta.resolve('@tinhthong/templates/provinces/hue/province.json')).replace(/province\.json$/, '');
  world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder)] });
  hue = world.province('hue');
  dispatcher = await hue.signIn({ name: 'dieu-phoi', roles: ['dispatcher'], agency: 'ioc' });
});
afterAll(() => world[Symbol.asyncDispose]());

const api = '/api/field-reports';
let sent = 0;
async function send(more: object, to = '/reports', as?: string): Promise<{ status: number; code: string; errors?: { path: string; message: { vi: string } }[] }> {
  const report = { category: 'flooding', description: `Nước dâng vào nhà dân trước chợ, lần ${(sent += 1)}.`, commune: '19789', ...more };
  const answer = await hue.request(api + to, { json: report, ...(as !== undefined && { as }) });
  return { ...((await answer.json()) as { code: string }), status: answer.status };
}

test('a form learns what a category asks, in order, with its choices', async () => {
  const { items } = (await (await hue.request(`${api}/categories`)).json()) as { items: { code: string; questions: { code: string; kind: string; required: boolean; choices: unknown[] }[] }[] };
  const asked = (category: string) => items.find(({ code }) => code === category)!.questions.map(({ code, kind, required, choices }) => [code, kind, required, choices.length]);
  expect(asked('flooding')).toEqual([['depth', 'singlevaluelist', true, 3], ['danger', 'multivaluelist', false, 3], ['how-to-reach', 'text', false, 0]]);
  expect(asked('road-damage')).toEqual([]);
});

test('what was answered stands with the report, in the words of the questions, with phone numbers masked', async () => {
  const { status, code } = await send({ answers: { depth: ['knee'], danger: ['current', 'power'], 'how-to-reach': ['  Đi ngõ 12, gọi 0905123456  '] } });
  expect(status).toBe(201);
  const seen = (await (await hue.request(`${api}/inbox/${code}`, { as: dispatcher })).json()) as { answers: { code: string; answer: string }[] };
  expect(seen.answers.map(({ code, answer }) => [code, answer])).toEqual([
    ['depth', 'Đến đầu gối'],
    ['danger', 'Nước chảy xiết, Dây điện'],
    ['how-to-reach', expect.stringMatching(/^Đi ngõ 12, gọi (?!0905123456)/)],
  ]);
});

test('a form that asks must bring what is required, and every wrong answer is named', async () => {
  expect(await send({ answers: {} })).toMatchObject({ status: 422, errors: [{ path: 'body.answers.depth' }] });
  const wrong = await send({ answers: { depth: ['rat-sau'], danger: [''], colour: ['đỏ'] } });
  expect([wrong.status, wrong.errors?.map(({ path }) => path)]).toEqual([422, ['body.answers.depth', 'body.answers.colour']]);
  expect((await send({ category: 'road-damage', answers: {} })).status).toBe(201);
});

test('a form that cannot ask is taken without answers, and so is a call', async () => {
  expect((await send({})).status).toBe(201);
  expect((await send({}, '/intake/reports', dispatcher)).status).toBe(201);
});

test('who takes a call writes down what was answered', async () => {
  const { status, code } = await send({ answers: { depth: ['waist'] } }, '/intake/reports', dispatcher);
  expect(status).toBe(201);
  const seen = (await (await hue.request(`${api}/inbox/${code}`, { as: dispatcher })).json()) as { answers: { answer: string }[] };
  expect(seen.answers.map(({ answer }) => answer)).toEqual(['Đến thắt lưng trở lên']);
});
