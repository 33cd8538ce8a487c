import { randomUUID } from 'node:crypto';
import type { Context } from '../../../plugin/context.ts';
import { type Check, fault, type Fault } from '../fault.ts';
import type { Life } from './life.ts';
import { loggedError } from './logged-error.ts';

export const shown: Check<Life> = {
  id: 'shown',
  title: { vi: 'Trang, lớp bản đồ, tìm kiếm, mục trang chủ', en: 'Pages, map layers, search and home section' },
  why: {
    vi: 'Chúng hiện cạnh phần của phân hệ khác; một phần lỗi làm hỏng trang chung.',
    en: 'They stand beside those of other modules; one that fails spoils a page that all share.',
  },
  async run({ plugin, world, hue }) {
    const { layers = {}, search, home, mounts = {} } = world.kernel.plugins.get(plugin.id)!;
    const faults: Fault[] = [];
    const tried = async (where: string, work: () => Promise<string | undefined>, mend: readonly [string, string]) => {
      const wrong = await work().catch((error: Error) => error.message);
      if (wrong !== undefined) faults.push(fault(where, [wrong, wrong], mend));
    };
    await hue.site.inside(plugin.id, async (given) => {
      const ctx = given as Context;
      for (const [id, layer] of Object.entries(layers)) {
        // Whether it is GeoJSON shows where its route is called.
        await tried(`layers.${id}`, async () => void (await layer.features(ctx, ctx.tenant.bounds)), ['Lớp phải vẽ được cả khi chưa có gì.', 'The layer must be drawn while nothing is there, too.']);
      }
      if (search !== undefined) {
        await tried('search', async () => ((await search.find(ctx, 'đường', 5)).length <= 5 ? undefined : '> limit'), ['Trả về nhiều nhất limit mục.', 'Answer at most limit items.']);
      }
      if (home !== undefined) {
        await tried('home', async () => (/^\s*(<section[^>]*>\s*)?<h2|^\s*$/.test(String(await home(ctx))) ? undefined : 'không bắt đầu bằng h2 / does not begin with an h2'), ['Bắt đầu mục bằng <h2>.', 'Begin the section with an <h2>.']);
      }
    });
    for (const path of Object.keys(mounts)) {
      const page = async (as?: string) => {
        const request = randomUUID();
        const { status } = await hue.site.request(path, { headers: { 'x-request-id': request }, ...(as !== undefined && { as }) });
        return status >= 500 ? `${status} (${loggedError(world, request)})` : undefined;
      };
      for (const as of [undefined, hue.staff.session]) await tried(`mounts.${path}`, () => page(as), ['Trang phải hiện được cả khi chưa có gì và khi chưa đăng nhập.', 'The page must show while nothing is there, and to whoever is not signed in.']);
    }
    return faults;
  },
};
