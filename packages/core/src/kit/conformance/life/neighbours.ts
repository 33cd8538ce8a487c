import { sql } from 'kysely';
import { schemaOf } from '../../../database/migrate.ts';
import { ownerHandle } from '../../../tenancy/as-owner.ts';
import { placeOf } from '../declaration/declared.ts';
import { type Check, fault, type Fault } from '../fault.ts';
import { type Life, neighbour } from './life.ts';

const ofOthers = ['/', '/api/core/communes', `/api/${neighbour.id}/greeting`];

/** Goes last: it takes the plugin's tables away in one province, so that every handler fails there. */
export const neighbours: Check<Life> = {
  id: 'neighbours',
  title: { vi: 'Phân hệ hỏng không kéo theo ai', en: 'A broken module takes nobody along' },
  why: {
    vi: 'Khi phân hệ lỗi ở một tỉnh, phân hệ khác và tỉnh khác vẫn phải phục vụ, và người dân không thấy chi tiết kỹ thuật.',
    en: 'Where a module fails in one province, others and other provinces go on, and citizens see no technical detail.',
  },
  async run(life) {
    const { plugin, hue, dakLak } = life;
    const reads = [...hue.caller.understood.values()].filter(({ route, status }) => route.method === 'get' && status < 400);
    const pages = Object.keys(plugin.mounts ?? {});
    const elsewhere = async () => Promise.all([...dakLak.caller.understood.values()].filter(({ route }) => route.method === 'get').map(async ({ path }) => (await dakLak.site.request(path, { as: dakLak.staff.session })).status));
    const before = await elsewhere();
    await using _broken = await withoutTables(life);
    const faults: Fault[] = [];
    for (const { where, path } of [...reads.map(({ route, path }) => ({ where: placeOf(route), path })), ...pages.map((path) => ({ where: `mounts.${path}`, path }))]) {
      const answer = await hue.site.request(path, { as: hue.staff.session });
      // An answer in pieces has begun well: all it can do is break off.
      const text = await answer.text().catch(() => '');
      if (/relation \\?"|SQLSTATE|node_modules|\bat .+\.[jt]s:\d+/.test(text)) {
        faults.push(fault(where, ['Lỗi để lộ chi tiết kỹ thuật.', 'The failure shows technical detail.'], ['Để lỗi đi ra khỏi hàm xử lý; nền tảng trả lời thay.', 'Let the error leave the handler; the core answers it.']));
      }
    }
    for (const path of ofOthers) {
      const { status } = await hue.site.request(path);
      if (status !== 200) faults.push(fault(path, [`Bên cạnh cũng hỏng: ${status}.`, `What stands beside it fails too: ${status}.`], ['Đừng đăng ký xử lý chung; chỉ dùng chỗ hợp đồng cho phép.', 'Register nothing global; use the places of the contract alone.']));
    }
    const after = await elsewhere();
    if (after.join() !== before.join()) faults.push(fault(plugin.id, ['Tỉnh kia cũng hỏng.', 'The other province fails too.'], ['Đừng giữ trạng thái chung giữa các tỉnh.', 'Keep no state that provinces share.']));
    return faults;
  },
};

async function withoutTables({ plugin, world, hue }: Life): Promise<AsyncDisposable> {
  const owner = ownerHandle(world.kernel.registry, hue.site.now(), () => {});
  const [own, away] = [sql.id(schemaOf(plugin.id)), sql.id(`${schemaOf(plugin.id)}_away`)];
  await sql`alter schema ${own} rename to ${away}`.execute(owner);
  return {
    async [Symbol.asyncDispose]() {
      await sql`alter schema ${away} rename to ${own}`.execute(owner);
      await owner.destroy();
    },
  };
}
