import { z } from 'zod';
import { leastPasswordLength } from '../../identity/passwords.ts';

/** One that is shown; the rules for a new one are in `checkNewPassword`. */
export const password = z.string().min(1).max(200).meta({ format: 'password' });
export const newPassword = z.string().min(leastPasswordLength).max(200);
/** The secret of something that is done once: an invitation, a reset, a sign-in under way. */
export const token = z.string().regex(/^[0-9a-f-]{36}\.[\w-]{43}$/);
export const email = z.email().max(200);
export const code = z.string().regex(/^[0-9A-Za-z-]{6,20}$/).meta({ example: '492039', description: 'Mã trong ứng dụng, hoặc mã dự phòng / of the app, or a backup code' });

export const done = { 204: { description: 'Xong / done' } };
