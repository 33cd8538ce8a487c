/** Ways by which a report may come in. All of them lead to the same queue, with one code. */
export const channels = ['web', 'app', 'widget', 'hotline', 'zalo', 'sms', 'email', 'open311', 'csv'] as const;
export type Channel = (typeof channels)[number];

/** What citizens may say of themselves; the others come by staff, by a signed message or by their own protocol. */
export const citizenChannels = ['web', 'app', 'widget'] as const satisfies readonly Channel[];
/** On which staff take in reports on behalf of others. */
export const staffChannels = ['hotline', 'zalo', 'sms', 'email', 'web'] as const satisfies readonly Channel[];
/** Of gateways that send messages. */
export const messageChannels = ['zalo', 'sms'] as const satisfies readonly Channel[];
