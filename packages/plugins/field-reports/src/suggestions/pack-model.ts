import type { LinearModel } from './linear-model.ts';
import type { Head, Question, SuggestionModel } from './suggestion-model.ts';

/** A model as bytes, and back: a JSON header with its length before it, then the features, how much each tells, and each question's weights. */

const format = 2;

interface Header {
  readonly format: typeof format;
  readonly features: number;
  readonly heads: readonly { readonly question: Question; readonly classes: readonly string[]; readonly scales: readonly number[]; readonly bias: readonly number[]; readonly temperature: number }[];
}

/** A byte a weight instead of four: a province's model is a few megabytes, and as right as before. */
export function headOf({ classes: count, weights, bias }: LinearModel, classes: readonly string[], temperature: number): Head {
  const most = new Float32Array(count).fill(1e-9);
  for (let i = 0; i < weights.length; i += 1) most[i % count] = Math.max(most[i % count]!, Math.abs(weights[i]!));
  const scales = most.map((value) => value / 127);
  return { classes, weights: Int8Array.from(weights, (weight, i) => Math.round(weight / scales[i % count]!)), scales, bias, temperature };
}

export function packModel({ features, rarity, heads }: SuggestionModel): Uint8Array {
  const all = Object.entries(heads) as [Question, Head][];
  const header: Header = {
    format,
    features: features.length,
    heads: all.map(([question, { classes, scales, bias, temperature }]) => ({ question, classes, scales: [...scales], bias: [...bias], temperature })),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, text.length, true);
  const parts = [new Uint8Array(length.buffer), text, littleEndian(features), littleEndian(new Uint32Array(rarity.buffer, rarity.byteOffset, rarity.length)), ...all.map(([, { weights }]) => new Uint8Array(weights.buffer, weights.byteOffset, weights.length))];
  const packed = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    packed.set(part, at);
    at += part.length;
  }
  return packed;
}

/** @throws RangeError where the bytes are no model of this format */
export function unpackModel(packed: Uint8Array): SuggestionModel {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
  const headerEnd = 4 + view.getUint32(0, true);
  if (headerEnd > packed.length) throw new RangeError('not a suggestion model');
  const header = JSON.parse(new TextDecoder().decode(packed.subarray(4, headerEnd))) as Header;
  if (header.format !== format) throw new RangeError(`a suggestion model of format ${header.format}; this is format ${format}`);
  const features = new Uint32Array(header.features);
  const rarity = new Float32Array(header.features);
  let at = headerEnd + 8 * features.length;
  if (at > packed.length) throw new RangeError('a suggestion model that was cut off');
  for (let i = 0; i < features.length; i += 1) {
    features[i] = view.getUint32(headerEnd + 4 * i, true);
    rarity[i] = view.getFloat32(headerEnd + 4 * (features.length + i), true);
  }
  const heads: Partial<Record<Question, Head>> = {};
  for (const { question, classes, scales, bias, temperature } of header.heads) {
    const size = features.length * classes.length;
    if (at + size > packed.length) throw new RangeError('a suggestion model that was cut off');
    // A copy, also of a Buffer, whose `slice` makes none: the bytes it came in can go.
    heads[question] = { classes, weights: new Int8Array(packed.subarray(at, at + size)), scales: Float32Array.from(scales), bias: Float32Array.from(bias), temperature };
    at += size;
  }
  return { features, rarity, heads };
}

function littleEndian(numbers: Uint32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  numbers.forEach((number, i) => view.setUint32(i * 4, number, true));
  return new Uint8Array(view.buffer);
}
