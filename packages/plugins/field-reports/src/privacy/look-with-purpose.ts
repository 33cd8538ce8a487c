import { textOf } from '@tinhthong/core';
import { z } from 'zod';

/** Whoever looks at what is nobody else's business says what for; it is recorded before anything is shown. */
export const withPurpose = z.strictObject({ purpose: textOf(10, 500) });

export const contactDetails = {
  description: 'Thông tin liên hệ, nếu có / contact details, if any',
  schema: z.object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() }),
};

export const noContact = { name: null, phone: null, email: null };
