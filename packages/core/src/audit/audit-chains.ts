import type { Kysely } from 'kysely';
import type { Kernel } from '../kernel.ts';
import type { RegistryTables } from '../tenancy/registry-tables.ts';
import type { Province } from '../tenancy/registry.ts';
import { type Anchor, placeAnchor } from './anchor-places.ts';
import { actChain, type Chain, eventChain } from './chains.ts';
import { beginning, type Head, type Verdict, verifyChain } from './verify-chain.ts';

/** Runs `work` on the chain of a province's log. */
export function withEventChain<T>({ pools }: Kernel, province: Province, work: (chain: Chain) => Promise<T>): Promise<T> {
  return pools.use(province, ({ db }) => work(eventChain(province.id, db)));
}

/**
 * Keeps the head of a chain in the control database and in the outside places. Undefined where the chain is empty yet.
 * A chain that has not moved since is anchored again: a day without an anchor would be a day without a witness.
 */
export async function anchorChain({ registry, anchors, now }: Kernel, chain: Chain): Promise<Anchor | undefined> {
  const head = await chain.head();
  if (head.position === 0) return undefined;
  const at = now();
  const anchor: Anchor = { chain: chain.name, ...head, at: at.toISOString() };
  await placeAnchor(anchors, anchor);
  await registry.db
    .insertInto('registry.anchors')
    .values({ chain: chain.name, position: head.position, link: Buffer.from(head.link, 'hex'), at })
    .onConflict((oc) => oc.doNothing())
    .execute();
  return anchor;
}

/** What a province's day ends with: its own chain is anchored, and by one of the provinces that of the operators' acts. */
export async function anchorDay(kernel: Kernel, province: Province): Promise<void> {
  await withEventChain(kernel, province, (chain) => anchorChain(kernel, chain));
  const first = kernel.registry.provinces().find(({ state }) => state === 'active');
  if (first?.id === province.id) await anchorChain(kernel, actChain(kernel.registry.db));
}

/**
 * A log that was restored ends earlier than its anchors say. Those beyond its end are dropped from the control database,
 * in the transaction that records the restore; outside they stay, and say truly that rows are missing.
 */
export async function forgetAnchorsBeyond(db: Kysely<RegistryTables>, province: string, end: Head): Promise<void> {
  await db.deleteFrom('registry.anchors').where('chain', '=', `province:${province}`).where('position', '>', end.position).execute();
}

/** Verifies a chain against the anchors of the control database and those given; `after` skips what an anchor vouches for. */
export async function auditChain(kernel: Kernel, chain: Chain, given: readonly Anchor[] = [], after?: Head): Promise<Verdict> {
  // Read before the rows: a chain only grows, so each must be among them.
  const read = await chain.read();
  const kept = await kernel.registry.db.selectFrom('registry.anchors').select(['position', 'link']).where('chain', '=', chain.name).execute();
  const from = after ?? beginning;
  const anchors = [
    ...kept.map(({ position, link }) => ({ position, link: link.toString('hex') })),
    ...given.filter(({ chain: of }) => of === chain.name),
  ].filter(({ position }) => position > from.position);
  return verifyChain(chain.rows(from.position), { anchors, from, atLeast: read });
}
