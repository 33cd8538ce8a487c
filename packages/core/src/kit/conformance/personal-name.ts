const people = 'full_?name|first_?name|last_?name|ho_?ten|person|reporter|citizen|resident|patient|driver|caller|customer|account|user(_?(id|name))?|owner_?name';
const contact = 'e?mail|phone|mobile|tel|zalo|dien_?thoai|so_?dien_?thoai|address|dia_?chi';
const papers = 'cccd|cmnd|citizen_?id|id_?(card|number)|passport|tax_?(code|id)|plate|licen[cs]e_?plate|bien_?so|bank_?account|insurance_?(no|number)';
const body = 'birth(day|date|_?date)?|dob|gender|sex|ethnicity|religion|face|fingerprint|voice(?!s$)|health|disease|diagnosis';
const trace = 'ip(_?address)?|device_?id|imei|signature';
const pattern = new RegExp(`(^|_)(${[people, contact, papers, body, trace].join('|')})s?$`);

/** Whether a column or field is called as personal data is called (Law 91/2025/QH15 and Decree 356/2025). A bare `name` may be a thing's. */
export function personalName(name: string): boolean {
  return pattern.test(inSnakeCase(name));
}

/** An address without a word of whose: things stand somewhere too. */
export function bareAddress(name: string): boolean {
  return /^(address|dia_?chi)$/.test(inSnakeCase(name));
}

/** A field of a request as the column that keeps it would be called. */
export function inSnakeCase(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
}
