import { graphemeLength, invalidFields, sayIn, type Text } from '@tinhthong/core';
import { configurationOf } from '../configuration.ts';
import { consentVersion, submit } from '../intake/submit.ts';
import { authorizeWriter } from './authorize-writer.ts';
import { takeMedia } from './media.ts';
import { givenInForm, type Given, type Open311Request } from './parameters.ts';
import { placeOfRequest } from './place-of-request.ts';
import { type Answers, checkAnswers } from './questions.ts';
import { unknown, wrong } from './refusals.ts';
import type { Value } from './resources.ts';
import { tokenOf } from './tokens.ts';

const mostDescription = 4_000;
const mostMediaUrls = 5;

/**
 * What the app that holds the key promises in its user's name: that they agreed to be contacted. Kept with the contact
 * details, as the version of the consent is that stands above our own forms.
 */
const consentOfApp = 'open311';

/** `POST requests`: the one door of the module, `submit`, behind the parameters of the standard. */
export async function postRequest(c: Open311Request): Promise<Value> {
  const given = await givenInForm(c);
  await authorizeWriter(c, given);
  const ctx = c.get('ctx');
  const { categories, questions } = await configurationOf(ctx);
  const serviceCode = given.one('service_code');
  if (serviceCode === undefined) throw wrong('service_code', { vi: 'cần có', en: 'is required' });
  const category = categories.get(serviceCode);
  if (category === undefined) throw unknown({ vi: 'service_code này', en: 'This service_code' });
  const answers = answersIn(given);
  const errors = checkAnswers(questions.get(serviceCode) ?? [], answers);
  if (errors.length > 0) throw invalidFields(errors);
  const place = await placeOfRequest(ctx, given);
  const description = given.one('description') ?? category.name.vi;
  if (graphemeLength(description) > mostDescription) throw wrong('description', { vi: `tối đa ${mostDescription} ký tự`, en: `at most ${mostDescription} characters` });
  const contact = contactIn(given);
  const mediaUrls = mediaUrlsIn(given);
  if (category.photoRequired && given.files.length === 0 && mediaUrls.length === 0) throw wrong('media', { vi: 'lĩnh vực này cần ít nhất một ảnh', en: 'this service needs a picture' });
  const photos = await takeMedia(c, given.files);

  const report = { category: category.code, description, channel: 'open311', ...place, photos, ...(contact && { contact: { ...contact, consent: consentVersion } }) } as const;
  const submitted = await submit(ctx, report, { answers, mediaUrls, consent: consentOfApp, sender: senderIn(c, given) });
  const say = sayIn(ctx.language);
  return [
    {
      // Where nobody but its reporter is to find it, a token stands in its place.
      ...(category.public ? { service_request_id: submitted.code } : { token: tokenOf(ctx, submitted.code) }),
      service_notice: say(noticeOf(submitted.followUp)),
      account_id: given.one('account_id') ?? null,
    },
  ];
}

const noticeOf = (followUp: string): Text => ({
  vi: `Mã bí mật để theo dõi, đánh giá, mở lại: ${followUp}`,
  en: `Secret code to follow, rate and reopen it: ${followUp}`,
});

/** `attribute[code]`, and `attribute[code][]` once for each value of a list. */
function answersIn(given: Given): Answers {
  const answers: Record<string, string[]> = {};
  for (const name of given.names) {
    const code = /^attribute\[([^\]]{1,60})\](?:\[\])?$/.exec(name)?.[1];
    const values = given.all(name);
    if (code !== undefined && values.length > 0) answers[code] = [...(answers[code] ?? []), ...values];
  }
  return answers;
}

/** `device_id` and `account_id` would lead back to a person and serve nothing here: they are not kept. */
function contactIn(given: Given): { name?: string; phone?: string; email?: string } | undefined {
  // Family name first, as it is called here.
  const name = [given.one('last_name'), given.one('first_name')].filter(Boolean).join(' ').slice(0, 100);
  const [phone, email] = [given.one('phone'), given.one('email')];
  if (email !== undefined && (email.length > 200 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))) throw wrong('email', { vi: 'chưa phải địa chỉ e-mail', en: 'is not an e-mail address' });
  if (phone !== undefined && phone.length > 30) throw wrong('phone', { vi: 'số điện thoại chưa đúng', en: 'is not a phone number' });
  if (name === '' && phone === undefined && email === undefined) return undefined;
  return { ...(name !== '' && { name }), ...(phone !== undefined && { phone }), ...(email !== undefined && { email }) };
}

/** One app sends for many people: those who can be told apart are, by what the app calls them; nothing of it is kept. */
function senderIn(c: Open311Request, given: Given): string {
  return [c.get('ctx').actor.id, ...['account_id', 'device_id', 'email', 'phone'].map((name) => given.one(name) ?? '')].join('|');
}

/** Noted for staff and never fetched: the server goes to no address that a stranger names. */
export function mediaUrlsIn(given: Given): readonly string[] {
  const urls = given.all('media_url');
  if (urls.length > mostMediaUrls) throw wrong('media_url', { vi: `tối đa ${mostMediaUrls}`, en: `at most ${mostMediaUrls}` });
  for (const url of urls) {
    if (url.length > 500 || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw wrong('media_url', { vi: 'phải là một địa chỉ http(s)', en: 'must be an http(s) address' });
  }
  return urls;
}
