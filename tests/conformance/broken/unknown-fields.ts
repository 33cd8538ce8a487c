import { textOf } from '@tinhthong/core';
import { z } from 'zod';
import { digWell, wells } from '../wells.ts';

/** A caller who writes `depth` instead of `depthCm` is not told. */
export const breaks = 'inputs';
const loose = { ...digWell, body: z.object({ title: textOf(1, 100), depthCm: z.int().min(0).max(100_000) }) };
export const plugin = wells({ routes: wells().routes.map((route) => (route.method === 'post' && route.path === '/wells' ? loose : route)) });
