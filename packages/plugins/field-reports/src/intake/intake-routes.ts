import { discardWaiting } from './discard-waiting.ts';
import { enterReport } from './enter-report.ts';
import { listCategories } from './list-categories.ts';
import { listWaiting } from './list-waiting.ts';
import { lookUpSender } from './look-up-sender.ts';
import { readWaiting } from './read-waiting.ts';
import { receiveEmail } from './receive-email.ts';
import { receiveMessage } from './receive-message.ts';
import { changeDraft, saveDraft } from './save-draft.ts';
import { submitReport } from './submit-report.ts';
import { uploadPhoto } from './upload-photo.ts';

export const intakeRoutes = [
  listCategories, submitReport, uploadPhoto,
  enterReport, saveDraft, changeDraft, listWaiting, readWaiting, lookUpSender, discardWaiting,
  receiveMessage, receiveEmail,
];
