import type { LitElement } from 'lit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterPress } from './after-press.ts';
import { Form } from './form.ts';

let page: EventTarget;
let pressed: boolean;
beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  pressed = true;
  vi.stubGlobal('document', { documentElement: { matches: () => pressed } });
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('nothing is waited for where nothing is pressed', () => {
  pressed = false;
  const work = vi.fn();
  afterPress(work);
  expect(work).toHaveBeenCalledTimes(1);
});

test.each(['pointerup', 'pointercancel', 'dragend'])('while something is pressed, the work waits for %s and the click after it, and is done once', (release) => {
  const work = vi.fn();
  afterPress(work);
  page.dispatchEvent(new Event(release));
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5_000);
  expect(work).toHaveBeenCalledTimes(1);
});

test('a press that ends where no page hears of it is not waited for', () => {
  const work = vi.fn();
  afterPress(work);
  vi.advanceTimersByTime(1_100);
  expect(work).toHaveBeenCalledTimes(1);
});

test('a form that the press has emptied says nothing of what was wrong before', () => {
  const host = { requestUpdate() {}, updateComplete: Promise.resolve(true), shadowRoot: null } as unknown as LitElement;
  const form = new Form(host, { say: (vi) => vi, start: { text: '' }, check: ({ text }) => ({ text: text.length < 10 && 'Viết ít nhất 10 ký tự.' }) });
  form.bind('text').touch();
  form.reset();
  page.dispatchEvent(new Event('pointerup'));
  vi.advanceTimersByTime(100);
  expect(form.errorOf('text')).toBeUndefined();
});
