import { existsSync } from 'node:fs';
import { icons } from '../../../http/pages/assets.ts';
import { type Check, fault, type Fault } from '../fault.ts';
import type { Declared } from './declared.ts';

/** First segments of a province's host that the core answers itself. */
const coreAddresses = new Set(['', 'api', 'admin', 'assets', 'dang-nhap', 'dang-xuat', 'embed', 'livez', 'metrics', 'modules', 'readyz', 'ui', 'wall']);

export const faces: Check<Declared> = {
  id: 'faces',
  title: { vi: 'Trang, ô chức năng, tiện ích và màn hình', en: 'Pages, tiles, widgets and screens' },
  why: {
    vi: 'Một ô dẫn tới trang không có, hay một trang đè lên trang của nền tảng, là điều người dân thấy đầu tiên.',
    en: "A tile that leads nowhere, or a page over one of the core's, is the first thing that a citizen meets.",
  },
  run: (declared) => [...mounts(declared), ...tiles(declared), ...parts(declared)],
};

function mounts({ plugin: { mounts = {} } }: Declared): Fault[] {
  return Object.keys(mounts)
    .filter((path) => !/^\/[a-z0-9][a-z0-9/-]*$/.test(path) || coreAddresses.has(path.split('/')[1] ?? ''))
    .map((path) => fault(`mounts.${path}`, ['Địa chỉ này của nền tảng, hoặc viết sai.', "The address is the core's, or badly written."], ["Dùng địa chỉ riêng, như '/nha-ve-sinh'.", "Use an address of your own, like '/nha-ve-sinh'."]));
}

function* tiles({ plugin: { id, functions = [], mounts = {}, widgets = [], screens = [] } }: Declared): Generator<Fault> {
  const pages = [...Object.keys(mounts), ...[...widgets, ...screens].map(({ tag }) => `/ui/${id}/${tag}`)];
  for (const { href, icon } of functions) {
    if (!pages.some((path) => href === path || href.startsWith(`${path}/`) || href.startsWith(`${path}?`))) {
      yield fault(`functions ${href}`, ['Ô này dẫn tới trang mà phân hệ không phục vụ.', 'The tile leads to a page that the plugin does not serve.'], ['Thêm trang đó vào mounts, widgets hoặc screens, hoặc sửa href.', 'Add the page to mounts, widgets or screens, or mend href.']);
    }
    if (!Buffer.from(icons.plain).includes(`id="${icon}"`)) {
      yield fault(`functions ${href}`, [`Không có hình "${icon}" trong icons.svg.`, `There is no drawing "${icon}" in icons.svg.`], ['Chọn một tên có trong đó.', 'Choose one of the names in it.']);
    }
  }
}

function* parts({ plugin: { widgets = [], screens = [], wallTiles = [], ui, built }, source }: Declared): Generator<Fault> {
  const all = [...widgets, ...screens, ...wallTiles];
  if (all.length === 0) return;
  if (ui === undefined) yield fault('ui', ['Có tiện ích hay màn hình mà không nói dùng bộ giao diện nào.', 'There are widgets or screens, and no range of the interface kit.'], ["Ghi ui: '^1'.", "Write ui: '^1'."]);
  if (built === undefined) {
    yield fault('built', ['Có tiện ích hay màn hình mà không nói thư mục đã dựng ở đâu.', 'There are widgets or screens, and no folder of what was built.'], ["Ghi built: new URL('../ui/dist/', import.meta.url).", "Write built: new URL('../ui/dist/', import.meta.url)."]);
    return;
  }
  for (const { tag, module } of all) {
    if (!/^[\w-]+(\/[\w-]+)*\.js$/.test(module)) {
      yield fault(tag, [`"${module}" không phải đường dẫn trong thư mục đã dựng.`, `"${module}" is no path inside the built folder.`], ["Viết như 'toilet-map.js'.", "Write it like 'toilet-map.js'."]);
    } else if (source?.packed && !existsSync(new URL(module, built))) {
      yield fault(tag, [`Gói không có tệp đã dựng "${module}".`, `The package lacks the built file "${module}".`], ['Dựng giao diện trước khi đóng gói; đừng để files của package.json bỏ sót nó.', 'Build the interface before packing; do not let files of package.json leave it out.']);
    }
  }
}
