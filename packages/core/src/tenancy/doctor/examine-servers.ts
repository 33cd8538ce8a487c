import { type Kysely, sql } from 'kysely';
import type { OpenKernel } from '../../create-kernel.ts';
import { faultsOfServer } from '../isolation-faults.ts';
import { onServer } from '../province-database.ts';
import type { Server } from '../registry.ts';
import { asks, fine, type Finding, reasonOf } from './finding.ts';

const skewToMention = 2;
// Sessions, signed links and leases go by the clock.
const skewTooMuch = 30;
const mostlyFull = 0.85;

/** The PostgreSQL servers that provinces live on: there, on time, with connections to spare, closed to strangers. */
export async function examineServers(kernel: OpenKernel): Promise<Finding[]> {
  const { registry } = kernel;
  const findings: Finding[] = [];
  for (const server of registry.servers()) {
    try {
      findings.push(...(await onServer(registry, { id: 'doctor', server: server.id }, (admin) => examine(kernel, server, admin))));
    } catch (error) {
      findings.push(
        asks(
          'error',
          'server',
          { vi: `Máy chủ "${server.id}" không trả lời: ${reasonOf(error)}`, en: `The server "${server.id}" does not answer: ${reasonOf(error)}` },
          { vi: 'Các tỉnh ở đó trả 503 cho tới khi máy chủ trở lại.', en: 'Its provinces answer 503 until it is back.' },
        ),
      );
    }
  }
  return findings;
}

async function examine({ registry, now }: OpenKernel, { id }: Server, admin: Kysely<unknown>): Promise<Finding[]> {
  const asked = now().getTime();
  const { rows } = await sql<{ version: string; clock: number; used: number; most: number }>`
    select split_part(current_setting('server_version'), ' ', 1) as version, extract(epoch from clock_timestamp())::float8 * 1000 as clock,
      (select count(*) from pg_stat_activity where backend_type = 'client backend') as used, current_setting('max_connections')::int as most
  `.execute(admin);
  const { version, clock, used, most } = rows[0]!;
  const findings: Finding[] = [fine('server', `Máy chủ "${id}": PostgreSQL ${version}, ${used}/${most} kết nối`, `Server "${id}": PostgreSQL ${version}, ${used}/${most} connections`)];
  const skew = (clock - (asked + now().getTime()) / 2) / 1_000;
  if (Math.abs(skew) > skewToMention) {
    findings.push(
      asks(
        Math.abs(skew) > skewTooMuch ? 'error' : 'warning',
        'clock',
        { vi: `Đồng hồ của máy chủ "${id}" lệch ${skew.toFixed(0)} giây so với máy này`, en: `The clock of server "${id}" differs from this machine's by ${skew.toFixed(0)} s` },
        { vi: 'Bật đồng bộ giờ (chrony, systemd-timesyncd) ở cả hai máy: phiên đăng nhập, hạn xử lý và lịch chạy theo đồng hồ.', en: 'Synchronise both clocks (chrony, systemd-timesyncd): sessions, deadlines and schedules go by them.' },
      ),
    );
  }
  if (used > most * mostlyFull) {
    findings.push(
      asks(
        'warning',
        'connections',
        { vi: `Máy chủ "${id}" gần hết kết nối: ${used}/${most}`, en: `Server "${id}" is short of connections: ${used}/${most}` },
        { vi: `Tăng max_connections, hoặc giảm bằng "server set ${id} --max-connections".`, en: `Raise max_connections, or lower what nodes take with "server set ${id} --max-connections".` },
      ),
    );
  }
  const here = registry.provinces().filter((province) => province.server === id && province.state !== 'creating');
  for (const fault of await faultsOfServer(registry, id, here)) {
    findings.push(
      asks('error', 'isolation', { vi: `Máy chủ "${id}": ${fault}`, en: `Server "${id}": ${fault}` }, { vi: 'Thu hồi quyền đó ngay (REVOKE … FROM …), rồi tìm ai đã cấp.', en: 'Revoke that right at once (REVOKE … FROM …), then find out who granted it.' }),
    );
  }
  return findings;
}
