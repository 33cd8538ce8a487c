import { placeOf } from '../declaration/declared.ts';
import { type Check, fault, type Fault } from '../fault.ts';
import type { Life } from './life.ts';
import { contactsOf } from './samples.ts';

const mostPages = 20;

/** What anybody can see, followed from link to link: nobody's telephone number or e-mail address is on it. */
export const strangers: Check<Life> = {
  id: 'strangers',
  title: { vi: 'Người lạ không thấy số điện thoại, e-mail của ai', en: "Strangers see nobody's phone or e-mail" },
  why: {
    vi: 'Người dân hay viết cách liên hệ ngay trong nội dung; phần công khai phải che trước khi hiện.',
    en: 'People write how to reach them into the text itself; what is public must mask it before it is shown.',
  },
  async run({ plugin: { mounts = {} }, hue: { site, stranger, caller } }) {
    const marks = contactsOf(caller.marks);
    const markIn = (text: string) => marks.find((mark) => text.includes(mark));
    const told = async (path: string, as: string | undefined) => {
      const text = await (await site.request(path, { ...(as !== undefined && { as }) })).text();
      return { text, mark: markIn(text) };
    };
    const shows = (where: string, path: string, mark: string): Fault =>
      fault(where, [`${path.split('?')[0]} cho người lạ thấy ${mark}`, `${path.split('?')[0]} shows a stranger ${mark}`], ['Che trước khi lưu bản công khai (maskContacts), hoặc gác tuyến; trang gọi tuyến của mình bằng c.get("call").', 'Mask it before the public copy is stored (maskContacts), or guard the route; a page calls its own routes by c.get("call").']);

    const faults = [...caller.exposed.values()].map(({ route, path, text }) => shows(placeOf(route), path, markIn(text)!));
    for (const { route, path } of caller.understood.values()) {
      if (route.method !== 'get' || route.access !== 'public') continue;
      const { mark } = await told(path, undefined);
      if (mark !== undefined) faults.push(shows(placeOf(route), path, mark));
    }
    for (const [mount, as] of Object.keys(mounts).flatMap((path) => [[path, undefined], [path, stranger]] as const)) {
      const pages = new Set([mount]);
      for (const page of pages) {
        const { text, mark } = await told(page, as);
        if (mark !== undefined) faults.push(shows(`mounts.${mount}`, page, mark));
        for (const [, link] of text.matchAll(/href="([^"#]+)/g)) if (pages.size < mostPages && isBelow(mount, link!)) pages.add(link!.replaceAll('&amp;', '&'));
      }
    }
    return faults;
  },
};

const isBelow = (mount: string, link: string): boolean => link === mount || link.startsWith(`${mount}/`) || link.startsWith(`${mount}?`);
