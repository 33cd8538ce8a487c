import { addToReport } from './add-to-report.ts';
import { askForNews } from './ask-for-news.ts';
import { confirmSubscription } from './confirm-subscription.ts';
import { decideDispute } from './decide-dispute.ts';
import { disputeReport } from './dispute-report.ts';
import { endSubscription } from './end-subscription.ts';
import { followReport } from './follow-report.ts';
import { listSubscriptions } from './list-subscriptions.ts';
import { rateReport } from './rate-report.ts';
import { readReactions } from './read-reactions.ts';
import { reopenReport } from './reopen-report.ts';
import { sendCodeAgain } from './send-code-again.ts';

export const afterAnswerRoutes = [
  followReport,
  addToReport,
  rateReport,
  reopenReport,
  disputeReport,
  decideDispute,
  readReactions,
  sendCodeAgain,
  askForNews,
  confirmSubscription,
  listSubscriptions,
  endSubscription,
];
