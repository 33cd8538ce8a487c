import { expect, test } from 'vitest';
import { personalName } from './personal-name.ts';

test.each(['phone', 'reporter_phone', 'contactEmail', 'ho_ten', 'full_name', 'cccd', 'home_address', 'license_plate', 'dateOfBirth', 'account', 'ip_address', 'bien_so'])('%s is called as personal data is', (name) => {
  expect(personalName(name)).toBe(true);
});

test.each(['name', 'title', 'phonetic', 'addressed', 'position', 'sexton', 'template', 'agency', 'plates_total', 'shipped', 'telemetry'])('%s may be about a thing', (name) => {
  expect(personalName(name)).toBe(false);
});
