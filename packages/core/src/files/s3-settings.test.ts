import { expect, test } from 'vitest';
import { readSettings } from '../config.ts';

const keys = { S3_BUCKET: 'tinhthong', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };

test('without a bucket, files stay on the disk', () => {
  expect(readSettings({}).s3).toBeUndefined();
});

test("a store of one's own has its bucket in the path, Amazon's in the host name, and either can be told otherwise", () => {
  expect(readSettings(keys).s3).toEqual({ endpoint: undefined, region: 'us-east-1', bucket: 'tinhthong', accessKeyId: 'id', secretAccessKey: 'secret', pathStyle: false });
  const own = { ...keys, S3_ENDPOINT: 'https://s3.vidu.vn', S3_REGION: 'vn-1' };
  expect(readSettings(own).s3).toMatchObject({ endpoint: 'https://s3.vidu.vn', region: 'vn-1', pathStyle: true });
  expect(readSettings({ ...own, S3_PATH_STYLE: '0' }).s3).toMatchObject({ pathStyle: false });
});

test('a bucket without keys is a start that says what is missing', () => {
  expect(() => readSettings({ S3_BUCKET: 'tinhthong' })).toThrow('S3_ACCESS_KEY_ID');
});
