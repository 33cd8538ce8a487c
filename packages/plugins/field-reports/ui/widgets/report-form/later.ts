// What a citizen meets after the first question: fetched while the page is read, so that the form itself is there at once.
export { fetchCommunes } from '@tinhthong/ui-webcomponents/commune-picker';
export { Outbox, outboxNotice, outboxStyles } from '@tinhthong/ui-webcomponents/outbox';
export { type Picture, uploadTo } from '@tinhthong/ui-webcomponents/picture-input';
export { drafted } from './drafted.ts';
export { elsewhere } from './elsewhere.ts';
export { firstSent } from './first-sent.ts';
export { questionFields } from './question-fields.ts';
export { receipt } from './receipt.ts';
export { arrivedPictures, photosAddress, reportsOutbox } from './reports-outbox.ts';
export { similarReports } from './similar-reports.ts';
export { addVoice, findSimilar } from './told-before.ts';
export { isOfThePage, otherWays, undelivered, withoutLine } from './undelivered.ts';
import '@tinhthong/ui-webcomponents/place-field';
