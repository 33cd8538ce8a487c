import { afterAll, beforeAll, describe } from 'vitest';
import { browserPath } from '../open-browser.ts';
import { arrivesOnce } from './arrives-once.ts';
import { everyHost } from './every-host.ts';
import { goodGuest } from './good-guest.ts';
import { type HostsWorld, hostsWorld } from './hosts-world.ts';
import { refusals } from './refusals.ts';

// One world for all of it: it takes longer to set up than any of the tests.
describe.skipIf(browserPath === undefined)('widgets on websites of others', { timeout: 60_000 }, () => {
  let made: HostsWorld;
  const get = () => made;
  beforeAll(async () => {
    made = await hostsWorld();
    await made.hue.request('/api/field-reports/reports', { json: { category: 'street-light', description: 'Cột đèn đầu ngõ nghiêng, sắp đổ xuống đường.', commune: '19789' } });
  }, 120_000);
  afterAll(() => made?.[Symbol.asyncDispose]());

  describe('on every system', () => everyHost(get));
  describe('as good guests', () => goodGuest(get));
  describe('that may not be there', () => refusals(get));
  describe('a report arrives once', () => arrivesOnce(get));
});
