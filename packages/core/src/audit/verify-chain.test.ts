import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { beginning, type ChainedRow, type Head, verifyChain } from './verify-chain.ts';

const link = (before: string, text: string) => hash('sha256', Buffer.concat([Buffer.from(before, 'hex'), Buffer.from(text)]), 'hex');

/** A chain as the sealer makes it. */
function chained(texts: readonly string[]): ChainedRow[] {
  let before = beginning.link;
  return texts.map((text, i) => ({ id: i + 1, position: i + 1, text, link: (before = link(before, text)) }));
}

async function* stream(rows: readonly ChainedRow[]) {
  yield* rows;
}

const whole = chained(['một', 'hai', 'ba', 'bốn', 'năm']);
const headOf = ({ position, link }: ChainedRow): Head => ({ position, link });
const faultOf = async (rows: readonly ChainedRow[], anchors: readonly Head[] = []) => (await verifyChain(stream(rows), { anchors })).fault?.position ?? null;

test('an untouched log verifies to its last row, with every anchor met', async () => {
  expect(await verifyChain(stream(whole), { anchors: [headOf(whole[1]!), headOf(whole[4]!)] })).toEqual({ rows: 5, head: headOf(whole[4]!), anchors: 2, fault: null });
  expect(await verifyChain(stream([]))).toEqual({ rows: 0, head: beginning, anchors: 0, fault: null });
});

test('the first row that was edited, removed, put in between or exchanged is named', async () => {
  expect(await faultOf(whole.with(2, { ...whole[2]!, text: 'ba!' }))).toBe(3);
  expect(await faultOf(whole.toSpliced(2, 1))).toBe(3);
  expect(await faultOf(whole.toSpliced(0, 1))).toBe(1);
  expect(await faultOf([...whole.slice(0, 2), { ...whole[2]!, text: 'chen' }, ...whole.slice(2).map((row) => ({ ...row, position: row.position + 1 }))])).toBe(3);
  expect(await faultOf([whole[0]!, { ...whole[2]!, position: 2 }, { ...whole[1]!, position: 3 }, ...whole.slice(3)])).toBe(2);
  expect(await faultOf(whole.with(4, { ...whole[4]!, link: '' }))).toBe(5);
});

test('a tail that was cut off is found by an anchor, and by nothing else', async () => {
  const cut = whole.slice(0, 3);
  expect(await faultOf(cut)).toBeNull();
  expect(await faultOf(cut, [headOf(whole[4]!)])).toBe(4);
});

test('a chain that was rewritten from some row on, and is consistent in itself, is found by an anchor', async () => {
  const rewritten = chained(['một', 'hai', 'ba!', 'bốn', 'năm']);
  expect(await faultOf(rewritten)).toBeNull();
  expect(await faultOf(rewritten, [headOf(whole[1]!)])).toBeNull();
  expect(await faultOf(rewritten, [headOf(whole[3]!)])).toBe(4);
});

test('two anchors that contradict each other are a fault of their place', async () => {
  expect(await faultOf(whole, [headOf(whole[2]!), { position: 3, link: 'ff'.repeat(32) }])).toBe(3);
});

test('verifying can begin at a head that is known to be good', async () => {
  expect(await verifyChain(stream(whole.slice(3)), { from: headOf(whole[2]!) })).toMatchObject({ rows: 2, fault: null });
});
