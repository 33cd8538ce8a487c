import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

const secret = process.env['WEBHOOK_SECRET'] ?? '';
const fiveMinutes = 300;

/** Đúng là của tỉnh, và vừa gửi / really from the province, and sent just now. */
function isGenuine(headers: IncomingHttpHeaders, body: string): boolean {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => String(headers[name]));
  if (!(Math.abs(Date.now() / 1_000 - Number(timestamp)) < fiveMinutes)) return false;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const expected = Buffer.from(`v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`);
  // Trong 24 giờ sau khi đổi khóa có hai chữ ký / for 24 hours after a change of secret there are two.
  return signatures!.split(' ').map((one) => Buffer.from(one)).some((one) => one.length === expected.length && timingSafeEqual(one, expected));
}

const seen = new Set<string>();

createServer((request, response) => {
  void text(request).then((body) => {
    if (!isGenuine(request.headers, body)) return response.writeHead(401).end();
    const event = JSON.parse(body) as { id: string; type: string; subject: string };
    // Có thể đến hai lần, cùng một mã / may come twice, under the same id.
    if (!seen.has(event.id)) console.log(event.type, event.subject);
    seen.add(event.id);
    return response.writeHead(204).end();
  });
}).listen(Number(process.env['PORT'] ?? 9_000), '127.0.0.1', () => console.log('ready'));
