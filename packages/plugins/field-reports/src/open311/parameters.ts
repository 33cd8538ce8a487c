import { type Form, isStorableText, readForm } from '@tinhthong/core';
import type { Context } from 'hono';
import type { MountEnvironment } from '@tinhthong/core';
import type { FieldReports } from '../module.ts';
import { unknown, wrong } from './refusals.ts';

export type Open311Request = Context<MountEnvironment<FieldReports>>;

/** What a caller sent. An empty parameter counts as absent. */
export interface Given {
  readonly names: readonly string[];
  one(name: string): string | undefined;
  /** Sent again and again, or as a list with commas. */
  list(name: string): readonly string[];
  all(name: string): readonly string[];
  readonly files: readonly Uint8Array[];
}

/** The parameters of a GET. @throws Problem for another jurisdiction, or text that nobody could have stored */
export function givenInAddress(c: Open311Request): Given {
  const given = fromAddress(c);
  checkJurisdiction(c, given);
  return given;
}

/** The form of a POST, `multipart/form-data` or `application/x-www-form-urlencoded`; the address may carry the jurisdiction. */
export async function givenInForm(c: Open311Request): Promise<Given> {
  const form = await readForm(c);
  const given = fromForm(form);
  checkJurisdiction(c, given);
  checkJurisdiction(c, fromAddress(c));
  return given;
}

/** The host names the province; a jurisdiction that names another one is not served here. */
function checkJurisdiction(c: Open311Request, given: Given): void {
  const { tenant } = c.get('ctx');
  const wanted = given.one('jurisdiction_id');
  if (wanted !== undefined && ![tenant.id, tenant.code, ...tenant.hosts].includes(wanted)) throw unknown({ vi: `jurisdiction_id này ở đây (ở đây là ${tenant.id})`, en: `This jurisdiction_id (here it is ${tenant.id})` });
}

function fromAddress(c: Open311Request): Given {
  const { searchParams } = new URL(c.req.url);
  for (const [name, value] of searchParams) if (!isStorableText(name + value)) throw wrong(name, { vi: 'có ký tự không lưu được', en: 'holds a character that cannot be stored' });
  return given([...new Set(searchParams.keys())], (name) => searchParams.getAll(name).map((value) => value.normalize('NFC').trim()), []);
}

function fromForm(form: Form): Given {
  return given(form.names, form.texts, form.names.flatMap((name) => form.files(name)));
}

function given(names: readonly string[], texts: (name: string) => readonly string[], files: readonly Uint8Array[]): Given {
  const all = (name: string) => texts(name).filter((text) => text !== '');
  return {
    names,
    all,
    one: (name) => all(name)[0],
    list: (name) => all(name).flatMap((text) => text.split(',')).map((text) => text.trim()).filter((text) => text !== ''),
    files,
  };
}
