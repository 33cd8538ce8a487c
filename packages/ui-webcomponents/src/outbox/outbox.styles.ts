import { css } from 'lit';

/** For whatever shows `outboxNotice`, beside `statusStyles`. */
export const outboxStyles = css`
  .outbox > .notice { margin-bottom: 1em; }
  .outbox .notice.told > div > .actions { margin-top: 1em; }
  .kept small { display: block; }
`;
