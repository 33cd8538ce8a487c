import { html, nothing } from 'lit';
import type { Language, Say, Text } from '../base/language.ts';
import { notice } from '../status/notice.ts';
import type { Found } from './find-me.ts';
import { metresWords } from './place.ts';

type Failure = Extract<Found, { failed: string }>['failed'];

/** How the search for the device's position stands, or why it was in vain. */
export type Finding = 'asking' | 'outside' | Failure;
export type MapState = 'loading' | 'open' | 'failed';

export interface PlaceTold {
  readonly say: Say;
  readonly language: Language;
  readonly finding: Finding | undefined;
  readonly map: MapState | undefined;
  readonly province: string | undefined;
  /** There is a point. */
  readonly chosen: boolean;
  /** Metres, of a point that the device found. */
  readonly accuracy: number | undefined;
  forget(): void;
}

/** From here on a street has to be named as well. */
const vagueMetres = 200;

/** What a person has to know of the point: how the search for it goes, how sure it is, and that nobody needs one. */
export function placeTold({ say, language, finding, map, province, chosen, accuracy, forget }: PlaceTold): unknown {
  if (finding === 'asking') return html`<p class="muted">${say('Đang tìm vị trí … Trình duyệt có thể hỏi ý bạn.', 'Looking for your position … The browser may ask you.')}</p>`;
  if (finding === 'outside') {
    const where = province ?? say('tỉnh này', 'this province');
    return notice({ tone: 'warn' }, html`<p>${say(`Vị trí này ở ngoài ${where} nên không được dùng. Hãy chọn xã, phường nơi có sự việc.`, `That position is outside ${where} and was not used. Choose the commune or ward where it happens.`)}</p>`);
  }
  if (finding !== undefined) return notice({ tone: 'warn' }, html`<p>${say(failures[finding].vi, failures[finding].en)}</p>`);
  if (map === 'loading') return html`<p class="muted">${say('Đang tải bản đồ …', 'Loading the map …')}</p>`;
  if (map === 'failed') return notice({ tone: 'warn' }, html`<p>${say('Chưa tải được bản đồ. Xã, phường và tên đường là đủ.', 'The map could not be loaded. A commune and a street are enough.')}</p>`);
  if (!chosen) return nothing;
  const remove = html`<button type="button" class="plain" @click=${forget}>${say('Bỏ vị trí này', 'Remove this position')}</button>`;
  // The map itself says what is chosen on it.
  if (map === 'open' && accuracy === undefined) return remove;
  const known = accuracy === undefined ? say('Đã chọn một điểm trên bản đồ.', 'A point on the map is chosen.') : say(`Đã có vị trí của bạn, chính xác khoảng ${metresWords(accuracy, language)}.`, `Your position is known to about ${metresWords(accuracy, language)}.`);
  const vague = accuracy !== undefined && accuracy > vagueMetres;
  return notice({ tone: vague ? 'warn' : 'good' }, html`<p>${known} ${vague ? say('Hãy ghi thêm tên đường.', 'Please add a street.') : nothing} ${remove}</p>`);
}

const failures: Readonly<Record<Failure, Text>> = {
  refused: {
    vi: 'Trình duyệt chưa cho phép dùng vị trí. Không sao: hãy chọn xã, phường và ghi tên đường bên dưới.',
    en: 'The browser does not allow the use of your position. Never mind: choose a commune or ward and name the street below.',
  },
  'not-found': {
    vi: 'Thiết bị chưa xác định được vị trí. Hãy chọn xã, phường và ghi tên đường bên dưới.',
    en: 'The device could not find its position. Choose a commune or ward and name the street below.',
  },
  'too-slow': {
    vi: 'Tìm vị trí quá lâu, có thể vì ở trong nhà. Hãy thử lại, hoặc chọn xã, phường bên dưới.',
    en: 'Finding your position took too long, perhaps because you are indoors. Try again, or choose a commune or ward below.',
  },
};
