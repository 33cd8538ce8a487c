import { inflateRawSync } from 'node:zlib';

/** What an answer shows: of a workbook the texts of its parts, which lie compressed in it. */
export async function shownText(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  return bytes.toString('latin1', 0, 4) === 'PK\x03\x04' ? partsOf(bytes).join('\n') : bytes.toString();
}

/** The files of a ZIP archive, by the directory at its end. */
function partsOf(zip: Buffer): string[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const parts: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, file] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    const begin = file + 30 + zip.readUInt16LE(file + 26) + zip.readUInt16LE(file + 28);
    const data = zip.subarray(begin, begin + size);
    parts.push((method === 0 ? data : inflateRawSync(data)).toString());
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}
