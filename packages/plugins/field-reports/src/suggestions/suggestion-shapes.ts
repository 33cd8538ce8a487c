import { z } from 'zod';

const confidence = z.number().min(0).max(1).meta({ description: 'Tỷ lệ đúng của những gợi ý như thế, đo trên phản ánh mô hình chưa thấy / the share of such suggestions that are right, measured on reports not learned from', example: 0.91 });
const suggested = z.object({ value: z.string().meta({ example: 'street-light' }), confidence });

export const guesses = z
  .object({
    category: suggested.nullable(),
    agency: suggested.nullable(),
    urgency: z.object({ value: z.enum(['immediate', 'normal']), confidence }).nullable(),
  })
  .meta({ id: 'Suggestions' });
export const categoryGuess = z.object({ category: suggested.nullable() }).meta({ id: 'CategorySuggestion' });

export const kind = z.enum(['category', 'agency', 'urgency', 'duplicate']);
export const fate = z.enum(['confirmed', 'changed', 'ignored']);

const count = z.int().min(0);
const share = z.number().min(0).max(1).nullable();
const classAccuracy = z.object({ value: z.string(), reports: count, guessed: count, right: count, precision: share, recall: share });
export const accuracy = z
  .object({ reports: count, right: count, accuracy: share, said: count, saidRight: count, byValue: z.array(classAccuracy) })
  .meta({ id: 'SuggestionAccuracy' });
