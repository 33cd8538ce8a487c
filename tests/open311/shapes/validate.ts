import { readFile } from 'node:fs/promises';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';

const read = (name: string) => readFile(new URL(name, import.meta.url), 'utf8');
const xsd = await read('geo-report.xsd');
const schema = JSON.parse(await read('geo-report.schema.json')) as { answers: Record<string, object>; definitions: object };
const ajv = addFormats.default(new Ajv.default({ allErrors: true, strict: false }));

export type Answer = 'discovery' | 'services' | 'service_definition' | 'posted' | 'tokens' | 'requests' | 'request' | 'updates' | 'errors';

/** What a JSON answer has against its JSON Schema. */
export function jsonFaults(answer: Answer, value: unknown): string[] {
  const validate = ajv.compile({ ...schema.answers[answer], definitions: schema.definitions });
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What an XML answer has against the XSD. */
export async function xmlFaults(text: string): Promise<string[]> {
  const { valid, errors } = await validateXML({ xml: [{ fileName: 'answer.xml', contents: text }], schema: [xsd] });
  return valid ? [] : errors.map(({ message }) => message);
}
