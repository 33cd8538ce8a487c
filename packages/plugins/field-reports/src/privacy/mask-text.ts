/**
 * What everybody may read of a text: telephone and identity numbers, e-mail addresses and, where the category says so,
 * number plates are replaced by what they are. Names and houses stay: those are for a person to redact.
 *
 * @example maskText('Gọi 0905 123 456, xe 75A-123.45', { plates: true }) // 'Gọi [số điện thoại], xe [biển số]'
 */
export function maskText(text: string, { plates = false }: { readonly plates?: boolean } = {}): string {
  const shadow = shadowOf(text);
  const taken: Span[] = lookAlikes.flatMap((pattern) => spansOf(shadow, pattern, null));
  for (const { pattern, instead, where = () => true } of plates ? [...masks, ...plateMasks] : masks) {
    for (const span of spansOf(shadow, pattern, instead)) {
      const free = taken.every(({ from, to }) => span.to <= from || span.from >= to);
      if (free && where(shadow.slice(span.from, span.to))) taken.push(span);
    }
  }
  let masked = '';
  let at = 0;
  for (const { from, to, instead } of taken.filter(({ instead }) => instead !== null).toSorted((a, b) => a.from - b.from)) {
    masked += text.slice(at, from) + instead;
    at = to;
  }
  return masked + text.slice(at);
}

interface Span {
  readonly from: number;
  readonly to: number;
  /** Null for what only looks like something to hide. */
  readonly instead: string | null;
}

interface Mask {
  readonly pattern: RegExp;
  readonly instead: string;
  readonly where?: (found: string) => boolean;
}

/** The same text, character by character, as it is meant: full-width digits are digits, invisible marks are gaps. */
function shadowOf(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2000-\u200d\u202f\u2060\u3000\ufeff]/g, ' ')
    .replace(/[\u2010-\u2015]/g, '-');
}

function spansOf(text: string, pattern: RegExp, instead: string | null): Span[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ from: index, to: index + found.length, instead }));
}

const unit = '(?:đồng|đ|vnđ|vnd|₫|nghìn|ngàn|triệu|tỷ|tỉ|usd|m2|m²|m3|m³|ha|km|m|kg|tấn|lít|kwh|người|hộ)';

/** What has as many digits as a number to hide, and is none. */
const lookAlikes: readonly RegExp[] = [
  // Codes of reports, documents: HUE-26-0000123, 123/QĐ-UBND.
  /\b[A-Z]{2,5}-\d{2}-\d{7}\b/g,
  // Days and times: 22/11/2026, 22-11-2026, 2026-11-22T08:30:00.
  /\b\d{1,2}([/.-])\d{1,2}\1\d{4}\b/g,
  /\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?/g,
  // Sums and amounts: 100.000.000 đồng, 123456789 đ, 012345 m2.
  new RegExp(`(?<![\\d+])\\d{1,3}(?:[.,]\\d{3}){1,4}(?:[.,]\\d{1,2})?(?= ?${unit}(?![\\p{L}\\d]))`, 'giu'),
  new RegExp(`(?<![\\d+])[1-9]\\d{5,11}(?= ?${unit}(?![\\p{L}\\d]))`, 'giu'),
  // A sum in groups of three that begins with no zero, whether or not its unit is said.
  /(?<![\d.,])[1-9]\d{0,2}(?:[.,]\d{3}){2,4}(?![.,]?\d)/g,
  // Places on roads and on the earth: Km 825+450, 16.463712, 107.590912.
  /\bkm ?\d{1,4} ?\+ ?\d{1,3}\b/gi,
  /(?<![\d.])1?\d{1,2}\.\d{4,}(?!\d)/g,
  // Numbers that are meant to be called: 1022, 0234 1022, 1900 1075, 1800 1234.
  /(?<![\d+])(?:0\d{2,3}[ .-]?)?1022(?!\d)/g,
  /(?<![\d+])1[89]00[ .-]?\d{4,6}(?!\d)/g,
];

// One or two signs that people write between digits.
const apart = '[ .,_-]{0,2}';
const digits = (count: string) => `(?:${apart}\\(?\\d\\)?){${count}}`;
const phone = '[số điện thoại]';
const paper = '[số giấy tờ]';
const mail = '[email]';

/** As said: "không chín không năm …", with or without accents, and mixed with digits. */
const saidDigit = '(?:không|khong|một|mốt|mot|hai|ba|bốn|bon|tư|tu|năm|nam|lăm|lam|nhăm|sáu|sau|bảy|bẩy|bay|tám|tam|chín|chin)';
const said = new RegExp(`(?<![\\p{L}\\d])(?:(?:cộng |\\+ ?)?(?:tám|tam) (?:tư|bốn|tu|bon)|không|khong|0)(?:[ ,.-]{1,3}(?:${saidDigit}(?![\\p{L}])|\\d{1,4}(?!\\d))){3,14}`, 'giu');
const saidWord = new RegExp(`(?<![\\p{L}\\d])${saidDigit}(?![\\p{L}])`, 'giu');

const masks: readonly Mask[] = [
  { pattern: /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4}/gu, instead: mail },
  {
    pattern: /(?<![\p{L}\d])[a-z\d][a-z\d._+-]{0,63}(?: ?[([] ?(?:at|a còng|@) ?[)\]] ?| at | a còng | ?@ ?)[a-z\d-]{1,63}(?: ?[.,] ?| ?[([] ?(?:dot|chấm) ?[)\]] ?| dot | chấm )(?:com|vn|net|org|edu|gov|info)(?:[.,](?:vn|com))?(?![\p{L}\d])/giu,
    instead: mail,
  },
  // Where the text says that it is one, whatever it looks like.
  { pattern: new RegExp(`(?<=(?:cmnd|cmt|cccd|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|định danh(?: cá nhân)?)(?: số| là|:| của tôi){0,3} {0,2})\\d${digits('8,11')}(?!\\d)`, 'giu'), instead: paper },
  { pattern: /(?<=(?:hộ chiếu|passport)(?: số| là|:){0,2} {0,2})[A-Z]\d{7,8}(?!\d)/giu, instead: paper },
  // A citizen's number has 12 digits and begins with the code of a province, 001 to 096.
  { pattern: new RegExp(`(?<!\\d)0\\d{2}${apart}\\d{3}${apart}\\d{3}${apart}\\d{3}(?!\\d)`, 'g'), instead: paper },
  { pattern: new RegExp(`(?<!\\d)0\\d{3}${apart}\\d{4}${apart}\\d{4}(?!\\d)`, 'g'), instead: paper },
  // Mobile numbers, also glued to a word: ĐT0905123456; and those of eleven digits before 2018.
  { pattern: new RegExp(`(?<!\\d)(?:\\(?(?:\\+|00)?\\(?84\\)?${apart}\\(?0?\\)?|\\(?0)${apart}[35789]${digits('8')}(?!\\d)`, 'g'), instead: phone },
  { pattern: new RegExp(`(?<![\\d\\p{L}])\\(?0${apart}1${apart}[2689]${digits('8')}(?!\\d)`, 'gu'), instead: phone },
  // Telephones of a house or an office: 0234 382 2000, (024) 3825 1234.
  { pattern: new RegExp(`(?<![\\d\\p{L}.])\\(?(?:\\+?84${apart}|0)2${digits('8,9')}(?!\\d)`, 'gu'), instead: phone },
  // From abroad.
  { pattern: new RegExp(`(?<!\\d)\\+[1-9]\\d{0,2}${digits('7,11')}(?!\\d)`, 'g'), instead: phone },
  { pattern: said, instead: phone, where: (found) => isSaidNumber(found) },
  // Older identity cards have nine digits; with gaps between them they would be sums.
  { pattern: /(?<![\d.,\p{L}+])\d{9}(?:\d{3})?(?![\d]|[.,]\d)/gu, instead: paper },
];

/** Enough digits for a telephone, and some of them said: "0 giờ 30" and "năm ba" are none. */
function isSaidNumber(found: string): boolean {
  const words = found.match(saidWord)?.length ?? 0;
  const written = found.match(/\d/g)?.length ?? 0;
  return words >= 2 && words + written >= 9 && words + written <= 13;
}

const plate = '[biển số]';
const series = '(?:[A-HJ-NP-VX-ZĐ]{1,2}|[A-HJ-NP-VX-ZĐ]\\d|MĐ\\d)';
const notUnits = '(?!(?:cm|mm|km|kg|ha|kv|kw|cc|tr|m|h|g|k|tk|tb)(?![\\p{L}\\d-]))';

const plateMasks: readonly Mask[] = [
  // Cars 75A-123.45, motorcycles 75-B1 234.56, the older ones with four digits 75F1-2345. The first two digits are a province's.
  { pattern: new RegExp(`(?<![\\p{L}\\d/.,+-])[1-9]\\d[ -]?${notUnits}${series}[ .-]{0,3}\\d{3}[ .-]?\\d{2}(?![\\p{L}\\d/]|[.,]\\d)`, 'giu'), instead: plate },
  // A letter that is a unit as well, as H of hours: three digits, a point and two are written of no amount, and a car that is named has a plate.
  { pattern: /(?<![\p{L}\d/.,+-])[1-9]\d(?:[GHKMghkm]| [GHKM])[ .-]{1,3}\d{3}\.\d{2}(?![\p{L}\d/]|[.,]\d)/gu, instead: plate },
  { pattern: /(?<=(?:[Xx]e|[Ôô] tô|[Oo]to|[Tt]ải|[Kk]hách|[Bb]iển|[Ss]ố)(?: là|:)? {0,2})[1-9]\d[GHKM][ .-]?\d{4,5}(?![\p{L}\d/]|[.,]\d)/gu, instead: plate },
  { pattern: new RegExp(`(?<![\\p{L}\\d/.,+-])[1-9]\\d-?${series}[.-]?\\d{4}(?![\\p{L}\\d/]|[.,]\\d)`, 'gu'), instead: plate },
  // Where the text says that it is one: of the army, of foreigners, written in lower case.
  { pattern: /(?<=(?:biển (?:kiểm soát|số xe|số)|bks)(?: là|:){0,2} {0,2})(?:[A-ZĐ]{2}|\d{2}[ -]?[A-ZĐ\d]{1,3})[ .-]{0,3}\d{2,3}[ .-]?\d{2,3}(?:[ -]?\d{2})?(?![\p{L}\d])/giu, instead: plate },
];
