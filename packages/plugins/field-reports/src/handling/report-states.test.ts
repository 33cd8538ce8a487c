import { expect, test } from 'vitest';
import { reportEvents } from '../events.ts';
import { permissions } from '../permissions.ts';
import { canMove, type Move, type MoveName, moves, nextMoves, openStates, ratedStates, reportStates } from './report-states.ts';

const all = Object.entries(moves) as [MoveName, Move][];

test('every state but the first is reached by a move, and every move begins somewhere', () => {
  const reached = new Set(all.map(([, { to }]) => to));
  for (const state of reportStates) expect([state, state === 'submitted' || reached.has(state)]).toEqual([state, true]);
  for (const [name, { from }] of all) expect([name, from.length > 0]).toEqual([name, true]);
});

test('every move is an event that the module declares, and everybody may see that it was made', () => {
  for (const [name, { event }] of all) expect([name, reportEvents[event as keyof typeof reportEvents].visibleTo]).toEqual([name, 'public']);
});

test('every move of staff asks for a permission that the province grants; the reporter withdraws and reopens', () => {
  for (const [name, { by }] of all) if (by !== 'reporter') expect([name, Object.keys(permissions)]).toEqual([name, expect.arrayContaining([by])]);
  expect(all.filter(([, { by }]) => by === 'reporter').map(([name]) => name)).toEqual(['withdraw', 'reopen']);
});

test('rejected and withdrawn are the end; a merged report can only be separated again', () => {
  expect([nextMoves('rejected'), nextMoves('withdrawn'), nextMoves('merged')]).toEqual([[], [], ['unmerge']]);
});

test('from a new report to its closing it goes over acceptance, assignment, handling and answer, and no step is left out', () => {
  const way = [['submitted', 'accept'], ['accepted', 'assign'], ['assigned', 'start'], ['in-progress', 'answer'], ['answered', 'close']] as const;
  for (const [from, move] of way) expect([move, reportStates.filter((state) => canMove(move, state)).includes(from)]).toEqual([move, true]);
  expect(canMove('answer', 'submitted')).toBe(false);
  expect(canMove('close', 'in-progress')).toBe(false);
  expect(canMove('withdraw', 'accepted')).toBe(false);
});

test('what is reopened goes back to handling and can be answered again', () => {
  expect(nextMoves('reopened')).toEqual(['assign', 'refuse', 'start', 'merge']);
});

test('a report is open until it is answered, and rated from then on', () => {
  expect(reportStates.filter((state) => openStates.includes(state) && ratedStates.includes(state))).toEqual([]);
  for (const state of openStates) expect([state, nextMoves(state).length > 0]).toEqual([state, true]);
});
