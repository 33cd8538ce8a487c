import { sayIn } from '@tinhthong/core';
import { formatTime } from './dates.ts';
import { originOf } from '../origin.ts';
import type { Open311Request } from './parameters.ts';
import type { Fields, Value } from './resources.ts';

export const address = '/open311/v2';
/** When the form of what is offered changed last. */
const changeset = formatTime(new Date('2026-11-23T00:00:00+07:00'));

/** `GET discovery`: production and test are the same place, named twice because some validators want two. */
export async function discovery(c: Open311Request): Promise<Value> {
  const { tenant, language } = c.get('ctx');
  const say = sayIn(language);
  const endpoint = (type: 'production' | 'test'): Fields => ({
    specification: 'http://wiki.open311.org/GeoReport_v2',
    url: `${originOf(c)}${address}`,
    changeset,
    type,
    formats: ['text/xml', 'application/json'],
  });
  return {
    changeset,
    contact: say(`${tenant.name.vi}, tổng đài ${tenant.hotline}.`, `${tenant.name.en ?? tenant.name.vi}, hotline ${tenant.hotline}.`),
    key_service: say('Quản trị viên của tỉnh cấp khóa API có quyền open311:write.', 'An administrator of the province makes an API key with the permission open311:write.'),
    endpoints: [endpoint('production'), endpoint('test')],
  };
}
