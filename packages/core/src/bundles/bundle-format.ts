import { z } from 'zod';

/** Parts beside the data: which parts there are, what they mean, and the proof that both are the maker's. */
export const sumsPart = 'SHA256SUMS';
export const manifestPart = 'manifest.json';
export const sealPart = 'manifest.hmac';

export const partPath = /^(README\.txt|schema\/\d-[a-z]+\.sql|data\/[a-z_0-9]+\.[A-Za-z_0-9]+\.csv|files\/[0-9a-f]{2}\/[0-9a-f-]{36}\.((full|thumbnail)\.webp|video\.(mp4|webm)))(\.sealed)?$/;

/** Of scrypt. A manifest is not proven when its passphrase is tried, and must not cost all memory. */
const cost = z.int().refine((cost) => Number.isInteger(Math.log2(cost)) && cost <= 2 ** 20);

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** How the key of the data gets from the bundle to who restores it. */
export const keyBox = z.discriminatedUnion('by', [
  /** The key, wrapped by one that scrypt makes of the passphrase. Base64. */
  z.strictObject({ by: z.literal('passphrase'), salt: z.base64(), cost, wrapped: z.base64() }),
  /** Not in here but where the bundle was made: of a province, in the control database until it is removed; of that, the master key. */
  z.strictObject({ by: z.literal('deployment'), name: z.string() }),
]);

export const manifestSchema = z.strictObject({
  format: z.literal('tinhthong-bundle/1'),
  id: z.uuid(),
  kind: z.enum(['province', 'control']),
  madeAt: z.iso.datetime(),
  core: z.string(),
  postgres: z.string(),
  province: z.strictObject({ id: z.string(), code: z.string(), hosts: z.array(z.string()), profile: z.record(z.string(), z.unknown()), demo: z.boolean() }).nullable(),
  modules: z.array(
    z.strictObject({
      plugin: z.string(),
      version: z.string(),
      state: z.enum(['off', 'migrating', 'on', 'failed', 'suspended']),
      settings: z.record(z.string(), z.unknown()),
      migratedTo: z.string().nullable(),
    }),
  ),
  schemas: z.array(z.string()),
  /** SHA-256 of the CSV as it is read, whether or not the part is sealed. */
  tables: z.array(z.strictObject({ name: z.string(), columns: z.array(z.string()), rows: z.int(), sha256 })),
  /** Tables whose rows stay behind on purpose. */
  leftOut: z.array(z.string()),
  /** `missing`: rows whose bytes were gone when the bundle was made. */
  files: z.strictObject({ stored: z.int(), bytes: z.int(), missing: z.int() }),
  /** Whether parts are compressed and encrypted. */
  sealed: z.boolean(),
  key: keyBox,
  sums: sha256,
});
export type Manifest = z.infer<typeof manifestSchema>;

/** In the bundle itself, for whoever opens it when nobody is left to ask. */
export const readme = `Gói dữ liệu Tinh Thông · a bundle of Tinh Thông

Đọc gói này không cần phần mềm của chúng tôi · it can be read without our software:

  manifest.json   gói của ai, lúc nào, phiên bản nào, mỗi bảng bao nhiêu dòng
                  whose bundle, of when, of which versions, with how many rows in each table
  SHA256SUMS      kiểm tra từng phần · checks every part:  sha256sum -c SHA256SUMS
  schema/*.sql    cấu trúc, SQL của PostgreSQL · the structure, in PostgreSQL's SQL
  data/*.csv      mỗi bảng một tệp CSV (RFC 4180, UTF-8), dòng đầu là tên cột; ô trống không ngoặc kép là NULL;
                  thời điểm theo UTC
                  one CSV file a table, the first line names the columns; an empty cell without quotes is NULL;
                  times are in UTC
  files/          ảnh (WebP) và video: core.files trong data/ nói tệp nào của ai
                  pictures (WebP) and videos: core.files among the data says whose they are

Dựng lại trong một cơ sở dữ liệu trống · to have it in an empty database:

  psql -f schema/1-tables.sql
  với mỗi tệp · for each file:  \\copy core.agencies from 'data/core.agencies.csv' (format csv, header match)
  psql -f schema/2-rest.sql -f schema/3-sequences.sql

Hay với Tinh Thông · or with Tinh Thông:  tinhthong tenant restore <gói · bundle>

Phần có đuôi .sealed đã được nén (gzip) và mã hóa (AES-256-GCM); chỉ mở được bằng khóa của tỉnh.
A part that ends in .sealed is compressed (gzip) and encrypted (AES-256-GCM); only the province's key opens it.
`;
