import type { ReportContext } from '../module.ts';
import { unpackModel } from './pack-model.ts';
import type { SuggestionModel } from './suggestion-model.ts';

/** A few megabytes a province: kept while somebody asks, and this much longer. */
const idleMs = 15 * 60_000;

interface Held {
  readonly id: number;
  readonly model: Promise<SuggestionModel | undefined>;
  readonly forget: NodeJS.Timeout;
}

// By a text that only this province can derive: two of one name in one process, of two deployments, never meet.
const held = new Map<string, Held>();

/**
 * The province's model, from memory while it is in use; undefined where there is none. Which one it is, is kept with the
 * module's configuration, so that a new model takes the former's place on every node.
 */
export async function modelInUse(ctx: ReportContext): Promise<{ readonly id: number; readonly model: SuggestionModel } | undefined> {
  const id = await ctx.kept('suggestion-model', async () => (await ctx.db.selectFrom('suggestion_models').select('id').where('state', '=', 'in-use').executeTakeFirst())?.id ?? null);
  const place = ctx.derive('suggestion-model');
  const known = held.get(place);
  if (known !== undefined && known.id === id) {
    known.forget.refresh();
    return found(known);
  }
  if (known !== undefined) forget(place, known);
  if (id === null) return undefined;
  // Whoever asks while it is being read waits for the same reading.
  const now: Held = { id, model: read(ctx, id), forget: setTimeout(() => forget(place, now), idleMs).unref() };
  held.set(place, now);
  now.model.catch(() => forget(place, now));
  return found(now);
}

async function found({ id, model }: Held): Promise<{ readonly id: number; readonly model: SuggestionModel } | undefined> {
  const loaded = await model;
  return loaded && { id, model: loaded };
}

async function read(ctx: ReportContext, id: number): Promise<SuggestionModel | undefined> {
  const row = await ctx.db.selectFrom('suggestion_models').select('packed').where('id', '=', id).executeTakeFirst();
  if (!row?.packed) return undefined;
  try {
    return unpackModel(row.packed);
  } catch (error) {
    // Packed by another release: until the night has made a new one there is nothing to suggest, and nothing to fail for.
    ctx.log.warn('suggestion model cannot be read', { model: id, reason: String(error) });
    return undefined;
  }
}

function forget(place: string, gone: Held): void {
  clearTimeout(gone.forget);
  if (held.get(place) === gone) held.delete(place);
}
