import { type Say, sayIn, type Text } from '@tinhthong/core';
import { type Category, configurationOf } from '../configuration.ts';
import { type Given, type Open311Request } from './parameters.ts';
import type { Question } from './questions.ts';
import { unknown } from './refusals.ts';
import type { Fields, Value } from './resources.ts';

/** `GET services`: each category of the province is a service. */
export async function listServices(c: Open311Request): Promise<Value> {
  const say = sayIn(c.get('ctx').language);
  const { categories, questions } = await configurationOf(c.get('ctx'));
  return [...categories.values()].map((category) => serviceOf(category, questions.has(category.code), say));
}

function serviceOf({ code, name, flow, photoRequired, ...category }: Category, metadata: boolean, say: Say): Fields {
  const speed = say(flowWords[flow].what);
  return {
    service_code: code,
    service_name: say(name),
    description: photoRequired ? `${speed} ${say('Cần ít nhất một ảnh.', 'At least one picture is needed.')}` : speed,
    metadata,
    // Whoever reports what is not public gets a token, with which nobody else finds the report.
    type: category.public ? 'realtime' : 'batch',
    keywords: keywordsOf(name),
    group: say(flowWords[flow].group),
  };
}

const flowWords: Readonly<Record<Category['flow'], { readonly what: Text; readonly group: Text }>> = {
  immediate: { what: { vi: 'Việc tức thời: tiếp nhận ngày đêm.', en: 'Immediate: taken in day and night.' }, group: { vi: 'Tức thời', en: 'Immediate' } },
  'time-bound': { what: { vi: 'Xử lý và trả lời trong thời hạn của tỉnh.', en: 'Handled and answered within the time limits of the province.' }, group: { vi: 'Có thời hạn', en: 'Time-bound' } },
};

/** The words of the name in both languages, so that a search in either finds the service. */
function keywordsOf(name: Text): string {
  const words = [name.vi, name.en ?? ''].flatMap((text) => text.split(',')).map((word) => word.trim().toLocaleLowerCase('vi'));
  return [...new Set(words.filter((word) => word !== ''))].join(',');
}

/** `GET services/{code}`: what a service asks; there is a definition where there are questions. */
export async function serviceDefinition(c: Open311Request, _given: Given, serviceCode: string): Promise<Value> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const { categories, questions } = await configurationOf(ctx);
  if (!categories.has(serviceCode)) throw unknown({ vi: 'service_code này', en: 'This service_code' });
  const asked = questions.get(serviceCode);
  if (asked === undefined) throw unknown({ vi: 'định nghĩa nào của dịch vụ này: metadata của nó là false', en: 'Attributes of this service, whose metadata is false,' });
  const attributes = asked.map((question, i) => attributeOf(question, i + 1, say));
  return { service_code: serviceCode, attributes: attributes.length > 1 ? attributes : [...attributes, hotlineNotice(ctx.tenant.hotline, attributes.length + 1, say)] };
}

function attributeOf({ code, kind, variable, required, question, hint, choices }: Question, order: number, say: Say): Fields {
  return {
    variable,
    code,
    datatype: kind,
    required,
    datatype_description: hint === null ? '' : say(hint),
    order,
    description: say(question),
    values: choices.map(({ key, name }) => ({ key, name: say(name) })),
  };
}

/** A second attribute where there is one only: some decoders take a lone child for no list. Nothing is to be filled in. */
function hotlineNotice(hotline: string, order: number, say: Say): Fields {
  return {
    variable: false,
    code: 'hotline-notice',
    datatype: 'string',
    required: false,
    datatype_description: '',
    order,
    description: say(`Nguy hiểm đến tính mạng, xin gọi ngay 112 hoặc ${hotline}.`, `Where lives are in danger, please call 112 or ${hotline} at once.`),
    values: [],
  };
}
