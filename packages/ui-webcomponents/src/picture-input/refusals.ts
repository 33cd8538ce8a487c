import type { Language, Say } from '../base/language.ts';
import { isHeic } from './picture.ts';
import { sizeWords } from './size-words.ts';

// Why a file was not taken, and what to do about it.

export function tooMany(say: Say, most: number, over: number): string {
  return say(`Chỉ nhận ${most} ảnh: ${over} ảnh cuối chưa được thêm.`, `Up to ${most} pictures are taken: the last ${over} were not added.`);
}

export function tooLarge(say: Say, language: Language, name: string, bytes: number, largest: number): string {
  const [is, most] = [sizeWords(bytes, language), sizeWords(largest, language)];
  return say(`Ảnh “${name}” nặng ${is}, quá mức ${most} nên không gửi được. Hãy chọn ảnh khác, hoặc chụp màn hình ảnh đó.`, `“${name}” has ${is}, more than the ${most} that can be sent. Choose another, or a screenshot of it.`);
}

export function unreadable(say: Say, file: File): string {
  if (isHeic(file)) {
    return say(
      `Trình duyệt này không đọc được ảnh HEIC “${file.name}”. Hãy mở ảnh, chụp màn hình rồi chọn ảnh chụp đó, hoặc chụp lại bằng nút bên dưới.`,
      `This browser cannot read the HEIC picture “${file.name}”. Open it and choose a screenshot of it, or take it again with the button below.`,
    );
  }
  return say(`Không đọc được “${file.name}” như một tấm ảnh. Hãy chọn ảnh JPEG, PNG hoặc WebP.`, `“${file.name}” cannot be read as a picture. Choose a JPEG, PNG or WebP.`);
}
