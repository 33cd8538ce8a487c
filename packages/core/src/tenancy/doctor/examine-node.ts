import { stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../../config.ts';
import type { OpenKernel } from '../../create-kernel.ts';
import { openRedis } from '../../database/redis.ts';
import { asks, fine, type Finding, reasonOf } from './finding.ts';

const gigabyte = 1_024 ** 3;
const leastFree = 0.5 * gigabyte;
const comfortable = 5 * gigabyte;

/** What this machine and its settings are like. */
export async function examineNode(kernel: OpenKernel, settings: Settings): Promise<Finding[]> {
  return [...(await disk(settings.dataDir)), ...(await masterKey(settings)), ...(await redis(settings.redisUrl)), ...transport(settings), ...plugins(kernel)];
}

async function disk(folder: string): Promise<Finding[]> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const gigabytes = (free / gigabyte).toFixed(1);
  if (free > comfortable) return [fine('disk', `${folder}: còn ${gigabytes} GB`, `${folder}: ${gigabytes} GB free`)];
  return [
    asks(
      free < leastFree ? 'error' : 'warning',
      'disk',
      { vi: `${folder}: chỉ còn ${gigabytes} GB`, en: `${folder}: only ${gigabytes} GB free` },
      { vi: 'Giải phóng hoặc thêm dung lượng; dưới 0,5 GB nút này không nhận yêu cầu.', en: 'Free or add space; below 0.5 GB this node takes no requests.' },
    ),
  ];
}

/** That the key is the right one, starting has proven; here: where it comes from, and who may read it. */
async function masterKey({ masterKeyFile, masterKey: text, masterKeyCommand, dataDir }: Settings): Promise<Finding[]> {
  if (masterKeyCommand !== undefined) return [fine('master-key', 'Khóa chính lấy từ MASTER_KEY_COMMAND', 'The master key comes from MASTER_KEY_COMMAND')];
  if (text !== undefined) return [fine('master-key', 'Khóa chính lấy từ MASTER_KEY', 'The master key comes from MASTER_KEY')];
  const file = masterKeyFile ?? join(dataDir, 'keys', 'master.key');
  const found = await stat(file).catch(() => undefined);
  const findings = [];
  if (masterKeyFile === undefined) {
    findings.push(
      asks(
        'warning',
        'master-key',
        { vi: `Khóa chính nằm cạnh dữ liệu (${file})`, en: `The master key lies beside the data (${file})` },
        { vi: 'Chuyển sang nơi khác và đặt MASTER_KEY_FILE; giữ một bản ngoài máy này.', en: 'Move it elsewhere and set MASTER_KEY_FILE; keep a copy away from this machine.' },
      ),
    );
  }
  if (found !== undefined && (found.mode & 0o077) !== 0) {
    findings.push(
      asks('error', 'master-key', { vi: `Người khác trên máy đọc được ${file}`, en: `Others on this machine can read ${file}` }, { vi: `chmod 600 ${file}`, en: `chmod 600 ${file}` }),
    );
  }
  return findings.length > 0 ? findings : [fine('master-key', `Khóa chính đúng: ${file}`, `The master key is right: ${file}`)];
}

async function redis(url: string | undefined): Promise<Finding[]> {
  if (url === undefined) return [];
  const { promise: lost, reject } = Promise.withResolvers<never>();
  const client = openRedis(url, reject);
  try {
    await Promise.race([lost, new Promise<void>((resolve) => client.once('ready', () => resolve()))]);
    await client.ping();
    return [fine('redis', 'Redis trả lời', 'Redis answers')];
  } catch (error) {
    return [
      asks(
        'error',
        'redis',
        { vi: `Redis không trả lời: ${reasonOf(error)}`, en: `Redis does not answer: ${reasonOf(error)}` },
        { vi: 'Tỉnh vẫn phục vụ và ghi; việc nền chờ. Xem REDIS_URL và máy chủ Redis.', en: 'Provinces go on serving and writing; tasks wait. See REDIS_URL and the Redis server.' },
      ),
    ];
  } finally {
    client.disconnect();
  }
}

function transport({ secure, host }: Settings): Finding[] {
  const local = host === '127.0.0.1' || host === '::1' || host === 'localhost';
  if (secure) return [fine('https', 'Phục vụ qua https', 'Served by https')];
  return [
    asks(
      local ? 'warning' : 'error',
      'https',
      { vi: 'Cookie phiên không có Secure: PUBLIC_HTTPS chưa bật', en: 'Session cookies lack Secure: PUBLIC_HTTPS is not set' },
      { vi: 'Đặt nginx có TLS phía trước rồi đặt PUBLIC_HTTPS=1 và TRUSTED_PROXIES.', en: 'Put a proxy with TLS in front, then set PUBLIC_HTTPS=1 and TRUSTED_PROXIES.' },
    ),
  ];
}

function plugins({ plugins }: OpenKernel): Finding[] {
  return [...plugins.unavailable].map(([id, reason]) =>
    asks('error', 'plugin', { vi: `Phân hệ "${id}" không dùng được: ${reason}`, en: `The plugin "${id}" is unavailable: ${reason}` }, { vi: 'Cài bản hợp với nền tảng này, hoặc bỏ khỏi tinhthong.config.ts.', en: 'Install a version that fits this core, or take it out of tinhthong.config.ts.' }),
  );
}
