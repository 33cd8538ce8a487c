import { z } from 'zod';

/** Never `credential`: under that name lie the passwords, each under the id of its account. */
export const providerId = z.string().regex(/^(?!credential$)[a-z][a-z0-9-]{1,40}$/);
