import { expect, test } from 'vitest';
import { cellOf, idlePermissions, type MatrixRole, rolesOf } from './access-matrix.ts';
import { accessPage } from './access-page.ts';
import type { Operation } from './operations.ts';

const mine = { agency: '$mine.agency' };
const role = (id: string, ...grants: MatrixRole['grants']): MatrixRole => ({ id, title: { vi: id }, grants });
const officer = role('officer', { permission: 'gate:open', when: mine }, { permission: 'gate:see' });

test.each([
  ['public', null, 'always'],
  ['signed-in', null, 'never'],
  ['signed-in', officer, 'always'],
  ['gate:see', officer, 'always'],
  ['gate:open', officer, [mine]],
  ['gate:close', officer, 'never'],
  ['gate:open', null, 'never'],
  ['member', officer, 'never'],
])('what asks for "%s" says to a role', (access, who, cell) => {
  expect(cellOf(access, who)).toEqual(cell);
});

test('a right without a condition counts, whatever conditions the same right has beside it', () => {
  expect(cellOf('gate:open', role('both', { permission: 'gate:open', when: mine }, { permission: 'gate:open' }))).toBe('always');
});

test('a role that is the same in all templates stands once, one that differs once for each', () => {
  const other = role('officer', { permission: 'gate:see' });
  expect(rolesOf([{ id: 'hue', roles: [officer] }, { id: 'dak-lak', roles: [officer] }]).map(({ id }) => id)).toEqual(['officer']);
  expect(rolesOf([{ id: 'hue', roles: [officer] }, { id: 'blank', roles: [officer] }, { id: 'dak-lak', roles: [other] }]).map(({ id }) => id)).toEqual(['officer (hue, blank)', 'officer (dak-lak)']);
});

test('the page says who may, for which rows, and which permissions open nothing', () => {
  const open: Operation = { site: 'province', module: 'tide', name: 'POST /api/tide/gates/{id}/open', access: 'gate:open', recent: true, summary: { vi: 'Mở cống' } };
  expect(idlePermissions([officer], [open])).toEqual(['gate:see']);
  const page = accessPage([officer], [open]);
  expect(page).toContain('| `POST /api/tide/gates/{id}/open`<br>Mở cống | `gate:open` ⟳ | – | mine: agency |');
  expect(page).toContain('`gate:see`');
});
