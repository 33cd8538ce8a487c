import { type Cell, cellOf, idlePermissions, type MatrixRole } from './access-matrix.ts';
import type { Operation, Site } from './operations.ts';

const sites: Readonly<Record<Site, string>> = {
  province: 'Máy chủ của một tỉnh / the host of a province',
  ministry: 'ministry: trang của bộ / the site of the ministry',
  platform: 'platform: trang của đơn vị vận hành / the site of the platform operator',
  deployment: 'Trang dẫn tới các tỉnh, và ở mọi máy chủ / the page that links the provinces, and at any host',
};

/** Who may do what, as a Markdown page: made of the roles that the templates bring and of what the guards go by. */
export function accessPage(roles: readonly MatrixRole[], operations: readonly Operation[]): string {
  const idle = idlePermissions(roles, operations);
  return `${[
    '# Ai được làm gì',
    '*Who may do what*',
    'Bảng này do `npm run generate` viết từ vai trò của các mẫu tỉnh và từ chính khai báo mà cửa gác đọc; đừng sửa tay. `tests/access` thử từng ô bằng tài khoản thật.',
    'Written by `npm run generate` from the roles of the province templates and from the very declarations that the guards read; not edited by hand. `tests/access` tries every cell with real accounts.',
    '✓ luôn được / always · – không / never · *của mình / mine: …* chỉ những dòng có cột này là của mình / only rows whose column is the member’s own · ⟳ phải vừa xác nhận lại mình là ai / must have shown who they are a short while ago. ⚷ chỉ bằng khóa API: vai trò có dấu ✓ được ghi quyền này vào khóa / by API key alone: a role with a ✓ may write the permission into one. Khóa API được đúng những quyền ghi trong khóa / an API key has the permissions written into it, and no ⟳.',
    ...(Object.keys(sites) as Site[]).flatMap((site) => section(site, roles, operations.filter((one) => one.site === site))),
    ...(idle.length === 0 ? [] : ['## Quyền chưa mở gì / permissions that open nothing here', 'Mẫu tỉnh cấp sẵn cho phân hệ mà nơi này không có / granted by the templates for modules that are not here: ' + idle.map((name) => `\`${name}\``).join(', ') + '.']),
  ].join('\n\n')}\n`;
}

function section(site: Site, roles: readonly MatrixRole[], operations: readonly Operation[]): string[] {
  const groups = Map.groupBy(operations, ({ module }) => module);
  return [`## ${sites[site]}`, ...[...groups].flatMap(([module, some]) => [`### ${module}`, table(site, roles, some)])];
}

function table(site: Site, roles: readonly MatrixRole[], operations: readonly Operation[]): string {
  const heads = ['Việc / operation', 'Cửa / guard', ...(site === 'province' ? ['chưa đăng nhập / nobody', ...roles.map(({ id }) => id)] : [])];
  const rows = operations.map(({ name, access, recent, keyOnly, summary }) => [
    `\`${name}\`<br>${summary.vi}`,
    `${access.includes(':') ? `\`${access}\`` : access}${recent ? ' ⟳' : ''}${keyOnly ? ' ⚷' : ''}`,
    ...(site === 'province' ? [null, ...roles].map((role) => shown(cellOf(access, role))) : []),
  ]);
  return [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}

function shown(cell: Cell): string {
  if (cell === 'always') return '✓';
  return cell === 'never' ? '–' : cell.map(conditionText).join('; ');
}

function conditionText(when: object): string {
  return Object.entries(when)
    .map(([field, value]) => (JSON.stringify(value).includes('"$mine.') ? `mine: ${field}` : `${field} = ${JSON.stringify(value)}`))
    .join(', ');
}
