import type { Context, Trx } from '../../../plugin/context.ts';
import type { RetentionRule } from '../../../plugin/plugin.ts';
import { type Check, fault, type Fault } from '../fault.ts';
import type { Caller } from './caller.ts';
import { findMarks, type Found } from './find-marks.ts';
import type { Life } from './life.ts';
import { contactsOf } from './samples.ts';
import { type Person, person } from './side.ts';

const inALifetime = new Date('2100-01-01T00:00:00+07:00');
const rowsAtOnce = 500;
const mostRounds = 50;

export const erasure: Check<Life> = {
  id: 'erasure',
  title: { vi: 'Xuất và xóa dữ liệu cá nhân là đủ', en: 'Export and erasure are complete' },
  why: {
    vi: 'Công dân có quyền lấy và xóa dữ liệu của mình; cột bị quên là vi phạm Luật 91/2025/QH15.',
    en: 'Citizens have a right to their data and to its erasure; a forgotten column breaks Law 91/2025/QH15.',
  },
  async run(life) {
    const { hue, plugin } = life;
    const subject = { ...hue.staff, caller: hue.caller };
    const other = await person(hue.site, 'nguoi-ben-canh');
    const bystander = { ...other, caller: hue.newCaller(other) };
    await bystander.caller.walk();
    await life.world.settled();

    const held = await findMarks(life, hue, marksOf(subject));
    const undeclared = [...notDeclared(life, held), ...tellingPeople(life, marksOf(subject))];
    const { personalData } = plugin;
    if ('none' in personalData) return undeclared;
    const keptBefore = await findMarks(life, hue, marksOf(bystander));
    const registered = life.world.kernel.plugins.get(plugin.id)!.personalData as typeof personalData;
    const inside = <T>(work: (ctx: Context) => Promise<T>) => hue.site.inside(plugin.id, (ctx) => work(ctx as Context));

    const files = await inside(async (ctx) => (await registered.filesOf?.(ctx, subject.account)) ?? []);
    const exported = JSON.stringify(await inside((ctx) => registered.exportFor(ctx, subject.account))) ?? '';
    const missing = held.filter(({ column, mark }) => mark !== subject.account && !column.startsWith('core.') && !exported.includes(mark));
    await inside((ctx) => registered.eraseFor(ctx, subject.account));
    const filesLeft = await stored(life, files);
    const left = await findMarks(life, hue, marksOf(subject));
    const again = await inside((ctx) => registered.eraseFor(ctx, subject.account)).then(() => [], (error: Error) => [error.message]);
    const keptAfter = await findMarks(life, hue, marksOf(bystander));
    const endless = await endlessRules(life, registered.retentionRules ?? {});
    const gone = keptBefore.filter(({ column, mark }) => !keptAfter.some((one) => one.column === column && one.mark === mark));
    return [
      ...undeclared,
      ...byColumn(missing).map((column) => fault(
        column,
        ['Bản xuất của người này thiếu cột này.', 'The export of this person lacks this column.'],
        ['Thêm vào exportFor.', 'Add it to exportFor.'],
      )),
      ...filesLeft.map((file) => fault(
        'personalData.eraseFor',
        [`Xóa rồi mà tệp ${file} vẫn còn.`, `After the erasure the file ${file} is still here.`],
        ['Bỏ tệp của filesOf bằng ctx.files.remove.', 'Remove the files of filesOf with ctx.files.remove.'],
      )),
      ...byColumn(left).map((column) => fault(
        column,
        ['Xóa rồi vẫn còn tên, số điện thoại, e-mail hay tài khoản của người này.', 'After the erasure their name, phone, e-mail or account is still here.'],
        [
          'Xóa, để rỗng hay che trong eraseFor; nhớ tài khoản (ctx.actor.id) để tìm được.',
          'Delete, clear or mask it in eraseFor; remember the account (ctx.actor.id) to find it by.',
        ],
      )),
      ...again.map((message) => fault(
        'personalData.eraseFor',
        [`Xóa lần thứ hai thì lỗi: ${message}`, `A second erasure fails: ${message}`],
        ['Xóa lại phải êm: việc xóa được lặp sau khi khôi phục.', 'It must be quiet: erasures are repeated after a restore.'],
      )),
      ...endless,
      ...byColumn(gone).map((column) => fault(
        column,
        ['Dữ liệu của người khác cũng bị xóa.', "Somebody else's data is erased too."],
        ['Lọc theo tài khoản.', 'Filter by the account.'],
      )),
    ];
  },
};

async function stored({ hue }: Life, files: readonly string[]): Promise<string[]> {
  const { rows } = await hue.site.database(({ pool }) => pool.query<{ id: string }>('select id from core.stored_files where id = any($1::uuid[])', [files]));
  return rows.map(({ id }) => id);
}

/** The nightly job calls a rule until it finds nothing more. */
async function endlessRules({ hue, plugin }: Life, rules: Readonly<Record<string, RetentionRule>>): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const [name, rule] of Object.entries(rules)) {
    for (let nights = 1, found = 1; found > 0; nights += 1) {
      found = await hue.site.inside(plugin.id, (ctx) => ctx.change((trx) => rule.apply(ctx as Context, trx as Trx, inALifetime, rowsAtOnce)));
      if (nights < mostRounds || found === 0) continue;
      faults.push(fault(
        `personalData.retentionRules.${name}`,
        ['Làm mãi không hết: cùng những dòng ấy lại được tìm thấy.', 'It never ends: the same rows are found again.'],
        ['Đã xử lý thì không tìm thấy nữa.', 'What has been dealt with is not found again.'],
      ));
      break;
    }
  }
  return faults;
}

/** By what the kit's own person left behind, whatever the columns are called. */
function notDeclared({ plugin: { personalData } }: Life, held: readonly Found[]): Fault[] {
  const declared = new Set('none' in personalData ? [] : Object.keys(personalData.fields));
  return byColumn(held.filter(({ column }) => !declared.has(column))).map((column) =>
    column.startsWith('core.')
      ? fault(
        column,
        ['Dữ liệu cá nhân đi vào sự kiện, việc nền hay thông báo.', 'Personal data goes into events, tasks or notices.'],
        [
          'Chỉ ghi mã; tên của một vật thì khai cột giữ nó trong personalData.notPersonal.',
          'Put ids only; for the name of a thing, list its column in personalData.notPersonal.',
        ],
      )
      : fault(
        column,
        ['Cột này nhận dữ liệu cá nhân mà không khai báo.', 'The column takes personal data and is not declared.'],
        [
          "Thêm vào personalData.fields, exportFor và eraseFor; hoặc che trước khi lưu (maskContacts). Nếu là của một vật, như tên nhà vệ sinh: personalData.notPersonal: { 'bang.cot': 'lý do' }.",
          "Add it to personalData.fields, exportFor and eraseFor; or mask it before it is stored (maskContacts). If it is a thing's, such as the name of a toilet: personalData.notPersonal: { 'table.column': 'reason' }.",
        ],
      ),
  );
}

/** What fills a message is stored with it, and seen by whoever carries it. */
function tellingPeople({ journal }: Life, marks: readonly string[]): Fault[] {
  return journal.told
    .filter(({ telling: { data, link } }) => marks.some((mark) => JSON.stringify([data, link]).includes(mark)))
    .map(({ message }) => fault(
      `messages.${message}`,
      ['Dữ liệu cá nhân đi vào tin gửi.', 'Personal data goes into a message.'],
      [
        'Chỉ ghi mã; người nhận mở liên kết. Tên của một vật thì khai cột giữ nó trong personalData.notPersonal.',
        'Put codes only; its reader opens the link. For the name of a thing, list its column in personalData.notPersonal.',
      ],
    ));
}

const marksOf = ({ account, caller: { marks } }: Person & { caller: Caller }): string[] => [account, marks.name, ...contactsOf(marks)];

const byColumn = (found: readonly Found[]): string[] => [...new Set(found.map(({ column }) => column))];
