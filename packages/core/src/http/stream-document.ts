import { refusals } from './document-parts.ts';

const parameter = (name: string, place: 'query' | 'header', description: string, schema: object) => ({ name, in: place, required: false, description, schema });
const refused = (status: keyof typeof refusals) => ({ [status]: { $ref: `#/components/responses/${refusals[status].name}` } });

/** The live stream in the OpenAPI document of a province; no module's route, because its answer has no end. */
export const streamPath = {
  '/api/events/stream': {
    get: {
      operationId: 'events.stream',
      tags: ['core'],
      summary: 'Luồng sự kiện trực tiếp',
      description: 'What happens, as server-sent events, to whoever may see it. An event is `{type, subject, position, at, data}`; `event: reset` asks to read anew, `event: end` says why it ends.',
      security: [{}, { session: [] }, { key: [] }],
      parameters: [
        parameter('types', 'query', 'Loại sự kiện, cách nhau dấu phẩy / event types, comma-separated', { type: 'string', example: 'field-reports/report.submitted,field-reports/*' }),
        parameter('since', 'query', 'Từ sau vị trí này trong nhật ký / from after this place in the log', { type: 'integer', minimum: 0 }),
        parameter('Last-Event-ID', 'header', 'Vị trí cuối đã thấy, khi nối lại / last place seen, when connecting again', { type: 'string', pattern: '^\\d{1,15}$' }),
      ],
      responses: {
        200: { description: 'Luồng / the stream', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        ...refused(401),
        ...refused(422),
        ...refused(429),
        ...refused('default'),
      },
    },
  },
};
