import { z } from 'zod';

export const settings = z.strictObject({
  deepFromCm: z.int().min(1).max(1_000).default(50).meta({
    title: 'Ngập sâu từ (cm)',
    description: 'Từ mức này, Ủy ban nhân dân xã, phường được báo ngay / from this depth the committee of the commune is told at once',
  }),
});

export type Settings = z.output<typeof settings>;
