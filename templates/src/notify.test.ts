import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { channelConfig } from '../../packages/core/src/notify/channels.ts';
import { driverFaults, requestOf } from '../../packages/core/src/notify/http-driver.ts';
import { readReceipts } from '../../packages/core/src/notify/receipt-reading.ts';

const read = async (file: string) => JSON.parse(await readFile(new URL(`../notify/${file}`, import.meta.url), 'utf8')) as { on: boolean; config: object };
const validate = new Ajv2020({ strict: false }).compile(await read('channel.schema.json'));
const driverOf = async (file: string) => channelConfig('sms').parse((await read(file)).config).driver!;
const values = { id: '0f0e', phone: '84905123456', text: 'Phản ánh "1"', link: '', kind: 'field-reports/report-answered', data: { code: 'HUE-26-0000001' }, time: 7, secrets: { 'access-token': 'zalo', token: 'sms', signing: 'k' } };

test.each(['zalo.json', 'sms-gateway.json'])('%s is what the schema and the server take', async (file) => {
  const given = await read(file);
  expect([validate(given), validate.errors]).toEqual([true, null]);
  expect(driverFaults(await driverOf(file))).toEqual([]);
  expect(validate({ ...given, config: { driver: { url: 1 } } })).toBe(false);
  expect(validate({ ...given, config: { ...given.config, secret: 'x' } })).toBe(false);
});

test('Zalo gets the template, its parameters and our id, and its webhook is understood', async () => {
  const driver = await driverOf('zalo.json');
  const { headers, body } = requestOf(driver, values);
  expect(headers).toEqual({ access_token: 'zalo' });
  expect(JSON.parse(body)).toEqual({ phone: '84905123456', template_id: '000000', template_data: { code: 'HUE-26-0000001' }, tracking_id: '0f0e' });
  const event = { event_name: 'user_received_message', message: { tracking_id: '0f0e', msg_id: 'x' } };
  expect(readReceipts(event, driver.receipt!)).toEqual([{ id: '0f0e', state: 'delivered' }]);
});
