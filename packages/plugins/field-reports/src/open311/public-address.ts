import { maskText } from '../privacy/mask-text.ts';

/** A house number with its letters and slashes, as it stands before a street: `12`, `số 12A`, `15/3/2 kiệt 4`. */
const houseNumber = /^(?:(?:số|so|sn|no\.?)\s*)?\d+\s?[a-z]?(?:[-/]\d+[a-z]?)*(?=[\s,]|$)[\s,]*/iu;
/** Alleys are numbered too; with the number of the alley nobody's door is found. */
const home = /(?:^|[\s,])(?:nhà|căn hộ|phòng|tầng|apartment|flat|room)(?:\s+(?:số|so))?\s*\d[\w-]*(?:\/[\w-]+)*/giu;

/** With the commune at its end, where it does not name it itself. */
export function addressIn(commune: string, address: string | null): string {
  const shown = publicAddress(address);
  if (shown === '') return commune;
  return shown.toLocaleLowerCase('vi').includes(commune.toLocaleLowerCase('vi')) ? shown : `${shown}, ${commune}`;
}

/** Where it is, without the door: people often report from their own home. @example publicAddress('12/3 Lê Lợi') // 'Lê Lợi' */
export function publicAddress(address: string | null): string {
  if (address === null) return '';
  return maskText(address)
    .replace(home, ' ')
    .split(',')
    .map((part) => part.trim().replace(houseNumber, '').replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(', ');
}
