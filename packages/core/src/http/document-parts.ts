import { sessionCookie } from '../identity/session-cookie.ts';

/** What every operation of every module has in common, for its OpenAPI document. */
export const securitySchemes = {
  session: { type: 'apiKey', in: 'cookie', name: sessionCookie, description: 'Phiên đăng nhập; trên https tên là / session; on https its name is `__Host-tt-session`' },
  key: { type: 'http', scheme: 'bearer', description: 'Khóa API của tỉnh / API key of the province' },
};

export const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
};

export const conditionalRead = {
  header: { name: 'If-None-Match', in: 'header', description: 'ETag của lần đọc trước / of the read before', schema: { type: 'string' } },
  answerHeaders: { ETag: { schema: { type: 'string' } } },
  response: { description: 'Không đổi từ lần đọc trước / unchanged since then' },
};

const file = { type: 'string', contentMediaType: 'application/octet-stream' };

/** What is read or answered byte for byte: its own format says what is in it. */
export const rawBody = { type: 'string', contentMediaType: 'application/octet-stream' };

export const fileBody = {
  required: true,
  content: {
    'image/*': { schema: file },
    'multipart/form-data': { schema: { type: 'object', properties: { file }, required: ['file'] } },
  },
};

export const refusals = {
  400: refusal('Unreadable', 'Không đọc được / cannot be read'),
  401: refusal('SignInRequired', 'Cần đăng nhập / sign-in required'),
  403: refusal('NotPermitted', 'Không có quyền / not permitted'),
  404: refusal('NotFound', 'Không tìm thấy / not found'),
  409: refusal('Conflict', 'Xung đột với trạng thái hiện tại / conflicts with the current state'),
  413: refusal('TooLarge', 'Quá lớn / too large'),
  415: refusal('UnsupportedMediaType', 'Kiểu nội dung không được nhận / content type not accepted'),
  422: refusal('NotValid', 'Dữ liệu chưa hợp lệ / input not valid'),
  429: refusal('TooManyRequests', 'Gửi quá nhanh / too many requests', { 'Retry-After': { description: 'Giây / seconds', schema: { type: 'integer' } } }),
  default: refusal('Refused', 'Mọi lỗi khác / any other error'),
};

function refusal(name: string, description: string, headers?: object) {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return { name, response: { description, ...(headers && { headers }), content } };
}
