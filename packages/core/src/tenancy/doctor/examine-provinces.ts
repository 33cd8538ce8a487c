import type { OpenKernel } from '../../create-kernel.ts';
import { inTurns } from '../in-turns.ts';
import { faultsInside } from '../isolation-faults.ts';
import { planProvinces } from '../migration-plan.ts';
import type { Province } from '../registry.ts';
import { usageOf } from '../usage.ts';
import { asks, fine, type Finding } from './finding.ts';

const mostlyFull = 0.9;
const longWaitSeconds = 300;

/** Every province: states, modules, migrations, work that waits or is dead, storage, rights inside its database. */
export async function examineProvinces(kernel: OpenKernel): Promise<Finding[]> {
  const provinces = kernel.registry.provinces();
  const findings = [...(await migrations(kernel)), ...provinces.flatMap((province) => [...states(province), ...modules(province)])];
  await inTurns(provinces.filter(({ state }) => state !== 'creating'), 4, async (province) => {
    findings.push(...(await inside(kernel, province)));
  });
  if (!findings.some(({ level }) => level !== 'ok')) findings.push(fine('provinces', `${provinces.length} tỉnh đều ổn`, `all ${provinces.length} provinces are well`));
  return findings;
}

async function migrations(kernel: OpenKernel): Promise<Finding[]> {
  const behind = (await planProvinces(kernel)).filter(({ steps }) => steps.some(({ current }) => !current));
  return behind.map(({ province, steps }) => {
    const modules = steps.filter(({ current }) => !current).map(({ module }) => module).join(', ');
    return asks('error', 'migrations', { vi: `Chưa nâng cấp: ${modules}`, en: `Not up to date: ${modules}` }, { vi: 'tinhthong migrate', en: 'tinhthong migrate' }, province.id);
  });
}

function states({ id, state, move, demo }: Province): Finding[] {
  const findings: Finding[] = [];
  if (state === 'creating') {
    findings.push(asks('error', 'state', { vi: 'Chưa dựng xong', en: 'Was not made to the end' }, { vi: 'Chạy lại "tinhthong tenant create".', en: 'Run "tinhthong tenant create" again.' }, id));
  }
  if (state === 'suspended') findings.push(asks('warning', 'state', { vi: 'Đang tạm ngừng', en: 'Is suspended' }, { vi: `tinhthong tenant resume ${id}`, en: `tinhthong tenant resume ${id}` }, id));
  if (move === 'switched') {
    findings.push(asks('warning', 'move', { vi: 'Bản cũ ở máy chủ trước còn giữ', en: 'What it left on its former server is kept' }, { vi: `tinhthong tenant move ${id} --finish`, en: `tinhthong tenant move ${id} --finish` }, id));
  } else if (move !== null) {
    findings.push(
      asks(
        move === 'paused' ? 'error' : 'warning',
        'move',
        { vi: move === 'paused' ? 'Đang chuyển máy chủ, tạm không ghi được' : 'Đang chuyển máy chủ', en: move === 'paused' ? 'Is moving, and takes no writes' : 'Is moving' },
        { vi: `Nếu việc chuyển đã bị ngắt: chạy lại, hoặc "tinhthong tenant move ${id} --cancel".`, en: `If the move was broken off: run it again, or "tinhthong tenant move ${id} --cancel".` },
        id,
      ),
    );
  }
  if (demo) {
    findings.push(
      asks('warning', 'demo', { vi: 'Có tài khoản của bản demo, ai cũng biết mật khẩu', en: 'Holds demo accounts whose password everybody knows' }, { vi: 'Chỉ để thử; "tinhthong start" từ chối chạy.', en: 'For trying things only; "tinhthong start" refuses to serve it.' }, id),
    );
  }
  return findings;
}

function modules({ id, modules: rows }: Province): Finding[] {
  return [...rows.values()]
    .filter(({ state }) => state === 'failed' || state === 'suspended' || state === 'migrating')
    .map(({ plugin, state, reason }) =>
      asks(
        state === 'failed' ? 'error' : 'warning',
        'module',
        { vi: `Phân hệ "${plugin}": ${state}${reason === null ? '' : ` (${reason})`}`, en: `Module "${plugin}": ${state}${reason === null ? '' : ` (${reason})`}` },
        { vi: `Sửa nguyên nhân rồi "tinhthong module enable ${id} ${plugin}".`, en: `Mend the cause, then "tinhthong module enable ${id} ${plugin}".` },
        id,
      ),
    );
}

async function inside(kernel: OpenKernel, province: Province): Promise<Finding[]> {
  const { id } = province;
  const { database, quota } = await usageOf(kernel, province);
  // Asked on a new connection: those of the pool may outlive what lets nobody else in.
  const faults = await faultsInside(kernel.registry, province).catch(() => null);
  if (database === null || faults === null) {
    return [asks('error', 'database', { vi: 'Cơ sở dữ liệu không trả lời', en: 'Its database does not answer' }, { vi: 'Tỉnh này trả 503; xem máy chủ PostgreSQL của nó.', en: 'This province answers 503; see its PostgreSQL server.' }, id)];
  }
  const findings: Finding[] = [];
  const { tasks, files, bytes } = database;
  if (tasks.dead > 0) {
    findings.push(asks('warning', 'tasks', { vi: `${tasks.dead} việc nền đã bỏ cuộc`, en: `${tasks.dead} tasks were given up` }, { vi: 'Xem lý do: GET /api/core/tasks/dead của tỉnh; chạy lại: POST /api/core/tasks/{id}/revive.', en: "See why: the province's GET /api/core/tasks/dead; run again: POST /api/core/tasks/{id}/revive." }, id));
  }
  if ((tasks.oldestWaitingSeconds ?? 0) > longWaitSeconds) {
    findings.push(
      asks('warning', 'tasks', { vi: `${tasks.waiting} việc nền chờ, lâu nhất ${tasks.oldestWaitingSeconds} giây`, en: `${tasks.waiting} tasks wait, the oldest for ${tasks.oldestWaitingSeconds} s` }, { vi: 'Có nút nào chạy việc nền không (--role worker hay all)?', en: 'Does any node work (--role worker or all)?' }, id),
    );
  }
  for (const [what, used] of [['Tệp · files', files.bytes], ['Cơ sở dữ liệu · database', bytes]] as const) {
    if (used > quota.storageBytes * mostlyFull) {
      findings.push(asks('warning', 'storage', { vi: `${what}: hơn 90 % hạn mức lưu trữ`, en: `${what}: more than 90 % of the storage quota` }, { vi: `Thêm dung lượng, rồi "tinhthong tenant quota ${id} --storage …".`, en: `Add space, then "tinhthong tenant quota ${id} --storage …".` }, id));
    }
  }
  for (const fault of faults) {
    findings.push(asks('error', 'isolation', { vi: fault, en: fault }, { vi: 'Thu hồi quyền đó; "tinhthong migrate" cấp lại quyền đúng.', en: 'Revoke that right; "tinhthong migrate" grants what is right.' }, id));
  }
  return findings;
}
