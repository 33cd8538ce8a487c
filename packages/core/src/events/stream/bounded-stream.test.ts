import { expect, test } from 'vitest';
import { boundedStream } from './bounded-stream.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const one = async (reader: ReadableStreamDefaultReader<Uint8Array>) => {
  const { done, value } = await reader.read();
  return done ? undefined : new TextDecoder().decode(value);
};

function make(most = 10) {
  let closed = 0;
  const out = boundedStream(most, () => void (closed += 1));
  return { out, reader: out.stream.getReader(), closed: () => closed };
}

test('a reader gets what is pushed, whether it waits for it or comes later', async () => {
  const { out, reader } = make();
  const waiting = one(reader);
  out.push(bytes('a'));
  expect(await waiting).toBe('a');
  out.push(bytes('b'));
  out.push(bytes('c'));
  expect([await one(reader), await one(reader)]).toEqual(['b', 'c']);
});

test('no more is kept for a reader who does not read than was agreed', async () => {
  const { out, reader } = make(10);
  expect([out.push(bytes('12345')), out.push(bytes('67890')), out.push(bytes('!'))]).toEqual([true, true, false]);
  expect(await one(reader)).toBe('12345');
  expect(out.push(bytes('!'))).toBe(true);
});

test('the last word comes next, in place of all that was queued, and nothing after it', async () => {
  const { out, reader, closed } = make();
  out.push(bytes('old'));
  out.end(bytes('end'));
  out.push(bytes('new'));
  out.end(bytes('twice'));
  expect(closed()).toBe(0);
  expect([await one(reader), await one(reader)]).toEqual(['end', undefined]);
  expect(closed()).toBe(1);
});

test('the last word reaches a reader who is waiting', async () => {
  const { out, reader, closed } = make();
  const waiting = one(reader);
  out.end(bytes('end'));
  expect([await waiting, await one(reader), closed()]).toEqual(['end', undefined, 1]);
});

test('a reader who leaves is said to have left, once', async () => {
  const { out, reader, closed } = make();
  out.push(bytes('a'));
  await reader.cancel();
  out.end(bytes('end'));
  expect([out.push(bytes('b')), closed()]).toEqual([true, 1]);
  await out.drained();
});

test('whoever waits for room is told when all is read, and also when the reader leaves', async () => {
  const { out, reader } = make();
  let told = 0;
  out.push(bytes('a'));
  out.push(bytes('b'));
  void out.drained().then(() => (told += 1));
  await one(reader);
  await Promise.resolve();
  expect(told).toBe(0);
  await one(reader);
  await expect.poll(() => told).toBe(1);
  out.push(bytes('c'));
  void out.drained().then(() => (told += 1));
  await reader.cancel();
  await expect.poll(() => told).toBe(2);
});
