import { latitude, longitude } from '@tinhthong/core';
import { z } from 'zod';

/** Schemas that several routes share; they check the input, document the API and type the screens. */
export const id = z.uuid();
export const depthCm = z.int().min(1).max(1_000).meta({ description: 'Mực nước trên mặt đường / water above the road, cm', example: 120 });
export const seenOn = z.iso.date().meta({ description: 'Ngày thấy / the day it was seen', example: '2026-10-15' });
export const place = { lat: latitude.meta({ example: 16.4637 }), lon: longitude.meta({ example: 107.5909 }) };

export const mark = z
  .object({ id, commune: z.string().meta({ description: 'Tên xã, phường / name of the commune' }), ...place, depthCm, seenOn, confirmed: z.boolean() })
  .meta({ id: 'FloodMark' });
