import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { ByteRange, FileDriver, StoredObject } from './file-driver.ts';

export interface S3Settings {
  /** `https://s3.example.vn`; without it Amazon's own, by region. */
  readonly endpoint?: string | undefined;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The bucket in the path instead of the host: what most stores of one's own want. */
  readonly pathStyle: boolean;
}

/** How stores that we know say that they are full. */
const full = new Set(['InsufficientStorage', 'QuotaExceeded', 'XMinioStorageFull', 'XMinioAdminBucketQuotaExceeded']);

/**
 * Files in an S3-compatible store. Objects get no access list of their own: the bucket is private, and links to files
 * are signed and served by us.
 */
export function s3Driver({ endpoint, region, bucket, accessKeyId, secretAccessKey, pathStyle }: S3Settings): FileDriver {
  const client = new S3Client({
    region,
    ...(endpoint !== undefined && { endpoint }),
    forcePathStyle: pathStyle,
    credentials: { accessKeyId, secretAccessKey },
    // Not every store knows Amazon's newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // A store that hangs must not hold requests for ever.
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
  });
  const at = (path: string) => ({ Bucket: bucket, Key: path });

  async function open(path: string, range?: ByteRange): Promise<Readable | undefined> {
    const part = range && { Range: `bytes=${range.start}-${range.end}` };
    const answer = await client.send(new GetObjectCommand({ ...at(path), ...part })).catch((error: unknown) => {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined;
      throw error;
    });
    return answer?.Body as Readable | undefined;
  }

  async function* list(folder: string, after?: string): AsyncGenerator<StoredObject> {
    for (let from = after; ; ) {
      const page = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: `${folder}/`, ...(from !== undefined && { StartAfter: from }) }));
      for (const { Key, Size, LastModified } of page.Contents ?? []) {
        from = Key!;
        yield { path: Key!, size: Size!, changedAt: LastModified! };
      }
      if (page.IsTruncated !== true) return;
    }
  }

  async function upload(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const body = Readable.from(bytes, { objectMode: false });
    try {
      await new Upload({ client, params: { ...at(path), Body: body } }).done();
    } catch (error) {
      // Where the source broke off and aborting failed as well, the source has more to say.
      throw body.errored ?? error;
    }
  }

  return {
    async write(path, bytes) {
      try {
        if (bytes instanceof Uint8Array) await client.send(new PutObjectCommand({ ...at(path), Body: bytes }));
        // Its length is not known yet; what breaks off is aborted, and never becomes an object.
        else await upload(path, bytes);
      } catch (error) {
        if (error instanceof S3ServiceException && (full.has(error.name) || error.$metadata.httpStatusCode === 507)) throw Object.assign(error, { code: 'ENOSPC' });
        throw error;
      }
    },
    async read(path) {
      const body = await open(path);
      return body === undefined ? undefined : Buffer.concat(await body.toArray());
    },
    open,
    remove: async (path) => void (await client.send(new DeleteObjectCommand(at(path)))),
    list,
    async removeAll(folder) {
      let batch: { Key: string }[] = [];
      const remove = async () => {
        if (batch.length > 0) await client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: batch, Quiet: true } }));
        batch = [];
      };
      for await (const { path } of list(folder)) {
        batch.push({ Key: path });
        if (batch.length === 1_000) await remove();
      }
      await remove();
    },
  };
}
