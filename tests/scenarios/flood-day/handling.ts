import { clocksOf } from './immediate-flow.ts';
import { type FloodDay, type Sent, untouched } from './day.ts';
import { pictureTaken } from './picture-taken.ts';
import { check, checkThat, number } from './told.ts';
import type { Merged } from './duplicates.ts';

const [handled, closed, atATime] = [60, 20, 6];
const [satisfied, accepted, dissatisfied] = [24, 10, 6];

/** A shift's work: accepted, assigned, begun, answered with its parts, rated by those who sent it. */
export async function handleFloods(day: FloodDay, { into }: Merged): Promise<void> {
  const floods = [into, ...untouched(day, 'flooding', handled - 1)];
  await someAtATime(floods, async ({ code }) => {
    const { dispatcher, commune } = day.staff;
    await dispatcher.post(`/reports/${code}/accept`);
    await dispatcher.post(`/reports/${code}/assign`, {});
    await commune.post(`/reports/${code}/start`);
    await commune.post(`/reports/${code}/answer`, { answer: 'Đã đưa thuyền vào, chuyển người già và trẻ nhỏ lên trường tiểu học.' });
    day.states.set(code, 'answered');
    day.counted.answered += 1;
    day.counted.answeredOnTime += 1;
  });
  for (const { code } of floods.slice(-closed)) {
    await day.staff.dispatcher.post(`/reports/${code}/close`);
    day.states.set(code, 'closed');
  }
  const { clocks } = await clocksOf(day, floods[1]!.code);
  check('Đồng hồ của phản ánh đã trả lời dừng lại, đúng hạn', clocks.filter(({ kind }) => kind === 'whole').map(({ inTime, stoppedAt }) => [inTime, stoppedAt !== null]), [[true, true]]);
  check('Đơn vị phối hợp được giao phần của mình', clocks.filter(({ kind }) => kind === 'coordinate').map(({ agency }) => agency).toSorted(), ['so-nong-nghiep-va-moi-truong', 'so-xay-dung']);
  check('Bước không có trong quy trình bị từ chối', await day.staff.commune.refusal(`/reports/${floods[1]!.code}/start`), '409 impossible-move');
  day.tell(`Phường xử lý ${number(handled)} phản ánh ngập: tiếp nhận, chuyển, đưa thuyền, trả lời, tất cả đúng hạn; ${closed} phản ánh đã đóng.`);

  // Those who sent them say how it went; nobody else can.
  const rated = floods.slice(1, 1 + satisfied + accepted + dissatisfied);
  for (const [i, { code, followUp }] of rated.entries()) {
    const rating = i < satisfied ? 'satisfied' : i < satisfied + accepted ? 'accepted' : 'dissatisfied';
    await day.site.citizen().post(`/reports/${code}/rate`, { followUp, rating });
  }
  day.counted.rated += rated.length;
  day.counted.satisfied += satisfied;
  day.counted.accepting += accepted;
  check('Người không gửi thì không đánh giá được', (await day.site.citizen().refusal(`/reports/${rated[0]!.code}/rate`, { followUp: 'khong-phai-cua-toi', rating: 'dissatisfied' })).slice(0, 3), '403');
  day.tell(`${rated.length} người gửi đánh giá: ${satisfied} hài lòng, ${accepted} chấp nhận, ${dissatisfied} không hài lòng.`);
}

/** A fallen tree: not answered until a picture taken there shows that somebody went. */
export async function afterPhoto(day: FloodDay): Promise<void> {
  const { dispatcher, commune } = day.staff;
  const [tree] = untouched(day, 'trees', 1) as [Sent];
  const path = `/reports/${tree.code}`;
  await dispatcher.post(`${path}/accept`);
  await dispatcher.post(`${path}/assign`, {});
  await commune.post(`${path}/start`);
  const answer = 'Đã cưa dọn cây, thông đường cho xe cứu hộ.';
  check('Trả lời không có ảnh sau xử lý', await commune.refusal(`${path}/answer`, { answer }), '422 invalid-input');
  const far = await commune.picture(await pictureTaken({ lat: tree.lat + 0.02, lon: tree.lon, at: day.time.now() }));
  check('Ảnh chụp ở chỗ khác mà không nêu lý do', await commune.refusal(`${path}/answer`, { answer, photos: [far] }), '422 invalid-input');
  const near = await commune.picture(await pictureTaken({ lat: tree.lat + 0.000_3, lon: tree.lon, at: day.time.now() }));
  await commune.post(`${path}/answer`, { answer, photos: [near] });
  const { pictures } = await day.site.citizen().get<{ pictures: { after: boolean }[] }>(path);
  check('Ai cũng thấy ảnh sau xử lý', pictures.map(({ after }) => after), [true]);
  day.states.set(tree.code, 'answered');
  day.counted.answered += 1;
  day.counted.answeredOnTime += 1;
  day.tell(`Cây đổ ${tree.code}: không ảnh, hoặc ảnh chụp cách đó hai cây số, thì chưa trả lời được; ảnh tại chỗ thì xong.`);
}

/** The water came back: reopened to whoever answered, the second time to somebody above. */
export async function reopening(day: FloodDay): Promise<void> {
  const { commune, dispatcher } = day.staff;
  const [flood] = untouched(day, 'flooding', 1) as [Sent];
  const path = `/reports/${flood.code}`;
  const own = { followUp: flood.followUp };
  await dispatcher.post(`${path}/accept`);
  await dispatcher.post(`${path}/assign`, {});
  await commune.post(`${path}/start`);
  await commune.post(`${path}/answer`, { answer: 'Đã khơi cống, nước đang rút.' });
  await day.site.citizen().post(`${path}/rate`, { ...own, rating: 'dissatisfied' });
  check('Người lạ không mở lại được', (await day.site.citizen().refusal(`${path}/reopen`, { reason: 'Nước lại lên.' })).slice(0, 3), '403');
  await day.site.citizen().post(`${path}/reopen`, { ...own, reason: 'Nước lại lên, cống vẫn nghẹt.' });
  check('Mở lại lần một: về đơn vị đã trả lời', (await day.site.citizen().get<{ agency: string; status: string }>(path)).agency, 'ubnd-19996');
  await commune.post(`${path}/start`);
  await commune.post(`${path}/answer`, { answer: 'Đã đặt máy bơm, cử người trực tại cống.' });
  await day.site.citizen().post(`${path}/reopen`, { ...own, reason: 'Máy bơm hỏng, nước vào nhà.' });
  const shown = await day.site.citizen().get<{ agency: string; status: string; reopened: number }>(path);
  checkThat('Mở lại lần hai: không về đơn vị cũ', shown.agency !== 'ubnd-19996', shown);
  check('Số lần mở lại', [shown.status, shown.reopened], ['reopened', 2]);
  day.states.set(flood.code, 'reopened');
  day.counted.answered += 2;
  day.counted.answeredOnTime += 2;
  day.counted.reopened += 2;
  day.counted.rated += 1;
  day.tell(`${flood.code} bị mở lại hai lần: lần đầu về phường, lần hai lên cấp trên (${shown.agency}).`);
}

async function someAtATime<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  await Promise.all(Array.from({ length: atATime }, async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  }));
}
